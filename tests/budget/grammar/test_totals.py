"""A line that says a total: it is never counted beside the lines above it."""

from dataclasses import replace

import pytest

from budget.grammar import About, CheckedTotal, Question, Treatment, Understood, read, text_in_group
from tests.budget.grammar.judge import scope_of

US = scope_of("us")


@pytest.mark.parametrize(
    ("text", "said", "summed"),
    [
        ("milk 3⏎bread 3.30⏎total 6.30", 630, 630),
        ("milk 3⏎bread 3.30⏎total 7", 700, 630),
        ("milk 3⏎bread 3⏎= 6", 600, 600),
        ("milk 3⏎bread 3⏎= 7", 700, 600),
        ("refund 5⏎milk 8⏎total 3", 300, 300),
        ("milk 3, bread 3.30⏎total 6.30", 630, 630),
        ("3 beers 18⏎2 pizzas 24⏎total 42", 4200, 4200),
        ("3 beers 18⏎2 pizzas 24⏎42 total", 4200, 4200),
        ("3 beers 18⏎= 18", 1800, 1800),
        ("see gizmo 5⏎total 5", 500, 500),
        ("milk 3⏎see you at 7⏎total 3", 300, 300),
        ("1.250 rent⏎total 1250", 125_000, 125_000),
        ("1.250 rent⏎total 1.250", 125, 125),
        ("milk 3⏎3 beers 18⏎total 21", 2100, 2100),
        ("3 beers 18⏎lunch 6⏎total 25", 2500, 2400),  # against the likeliest answer
        ("milk 3⏎3 beers 18⏎total 22", 2200, 2100),
        ("3 beers 18⏎total 60", 6000, 1800),
        ("milk 3⏎bread 5 EUR⏎total 8", 800, 300),
        (
            "\n".join([*(f"2 beers {10 * 2**n}" for n in range(13)), "total 40"]),
            4000,
            8_191_000,
        ),  # too many sums to tell
        ("milk 3, bread 3⏎subtotal 6⏎tip 1⏎total 7", 700, 700),
    ],
)
def test_a_total_is_held_against_the_lines_above_and_what_they_may_be(text: str, said: int, summed: int) -> None:
    readings = read(text.replace("⏎", "\n"), US)

    assert readings[-1][1] == CheckedTotal(said, summed)


@pytest.mark.parametrize(
    "text",
    [
        "3 beers 18⏎18",
        "milk 3, bread 3.30⏎6.30",
        "milk 5 EUR⏎total 5",
        "twenty for gas⏎total 20",
    ],
)
def test_a_total_that_no_answer_makes_the_sum_is_asked_about(text: str) -> None:
    reading = read(text.replace("⏎", "\n"), US)[-1][1]

    assert isinstance(reading, Question)
    assert reading.about is About.SPENDING


@pytest.mark.parametrize(
    "text", ["total 7⏎milk 3⏎bread 4", "Walmart⏎total 7⏎milk 3⏎bread 4", "7 total⏎milk 3⏎2 beers 4", "= 7⏎milk 7"]
)
def test_a_total_above_the_lines_checks_them(text: str) -> None:
    readings = [one for _, one in read(text.replace("⏎", "\n"), US)]

    assert CheckedTotal(700, 700) in readings
    assert sum(one.entry.amount for one in readings if isinstance(one, Understood)) <= 700


def test_a_total_above_lines_of_another_sum_is_asked_about() -> None:
    first, *others = [one for _, one in read("total 7\nmilk 3\nbread 5", US)]

    assert isinstance(first, Question)
    assert all(isinstance(one, Understood) for one in others)


@pytest.mark.parametrize("text", ["total 7", "total 7\nhello", "Total 40 gas\nmilk 40", "milk 3\nbread 4"])
def test_what_stands_above_no_entries_or_names_a_thing_is_no_total(text: str) -> None:
    assert isinstance(read(text, US)[0][1], Understood)


def test_within_a_text_another_total_than_the_sum_is_asked_about() -> None:
    readings = [one for _, one in read("milk 3\nbread 3\ntotal 7\ngas 4", US)]

    assert [type(one) for one in readings] == [Understood, Understood, Question, Understood]


def test_a_total_that_may_be_two_amounts_is_asked_about() -> None:
    reading = read("milk 3\nbread 3\ntotal 1.250", US)[-1][1]

    assert isinstance(reading, Question)
    assert [choice.total for choice in reading.choices] == [125, 125_000]


def test_a_total_below_a_name_alone_is_what_was_spent() -> None:
    assert isinstance(read("Walmart\ntotal 45.20", US)[-1][1], Understood)


def test_the_total_of_a_forwarded_text_is_not_counted() -> None:
    assert read("milk 3\nbread 3\ntotal 6", replace(US, forwarded=True))[-1][1] == CheckedTotal(600, 600)


def test_a_group_hears_of_a_total_only_where_it_hears_of_the_lines() -> None:
    def heard(text: str) -> list[Treatment]:
        return text_in_group(read(text, US), US)

    assert heard("see you all at 7\ntotal 7") == [Treatment.REACT, Treatment.SILENT]
    assert heard("3 beers 18\ntotal 18") == [Treatment.ASK, Treatment.RECORD]
    assert heard("see you at 7\n3 beers 18") == [Treatment.REACT, Treatment.ASK]
