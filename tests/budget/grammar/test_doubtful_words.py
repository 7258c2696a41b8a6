"""Words that may be a day or something else, and numbers that are too small for a price."""

import pytest

from budget.errors import Why
from budget.grammar import About, Question, Understood, Unreadable, read_line
from tests.budget.grammar.judge import scope_of


@pytest.mark.parametrize("text", ["غدا 50", "50 غدا", "غدا ٥٠"])
def test_lunch_is_written_like_tomorrow(text: str) -> None:
    reading = read_line(text, scope_of("eg ar"))

    assert isinstance(reading, Question), reading
    (entry,) = reading.choices[0].entries
    assert entry.category == 1
    assert entry.note == "غدا"


@pytest.mark.parametrize("text", ["غدا كشري 50", "غدا مع الشباب 80"])
def test_lunch_leads_what_it_was(text: str) -> None:
    reading = read_line(text, scope_of("eg ar"))

    assert isinstance(reading, Understood), reading
    assert reading.entry.category == 1


@pytest.mark.parametrize("text", ["50 قهوة غدا", "قهوة غدا 50", "غداً 50", "سأدفع 500 غدا", "غدا ايجار 3000"])
def test_tomorrow_is_refused(text: str) -> None:
    reading = read_line(text, scope_of("eg ar"))

    assert isinstance(reading, Unreadable), reading
    assert reading.why is Why.FUTURE_DAY


@pytest.mark.parametrize(
    ("budget", "text"), [("fr fr", "sam brico 45,90"), ("br pt-BR", "sex renner 45"), ("de de", "fr ikea 45")]
)
def test_a_short_weekday_that_is_a_name_is_asked_about(budget: str, text: str) -> None:
    reading = read_line(text, scope_of(budget))

    assert isinstance(reading, Question), reading
    assert reading.about is About.DAY


@pytest.mark.parametrize(
    ("budget", "text", "day"),
    [
        ("fr fr", "sam resto 30", "2026-11-21"),
        ("fr fr", "sam 45,90 brico", "2026-11-21"),
        ("fr fr", "lun brico 45,90", "2026-11-23"),
        ("us", "sat target 45", "2026-11-25"),
    ],
)
def test_other_short_weekdays_are_read_as_before(budget: str, text: str, day: str) -> None:
    reading = read_line(text, scope_of(budget))

    assert isinstance(reading, Understood), reading
    assert reading.entry.day.isoformat() == day


@pytest.mark.parametrize(
    ("budget", "text", "amount"),
    [
        ("id id", "kopi 2 36rb", "36000.00"),
        ("id id", "bakso 3 45rb", "45000.00"),
        ("jp ja", "ビール 3 1500円", "1500"),
    ],
)
def test_a_number_that_is_less_than_a_cent_counts_before_a_marked_price(budget: str, text: str, amount: str) -> None:
    scope = scope_of(budget)
    reading = read_line(text, scope)

    assert isinstance(reading, Understood), reading
    assert scope.money.plain(reading.entry.amount) == amount


@pytest.mark.parametrize("text", ["kopi 2 36000", "sewa 1 juta 200"])
def test_of_two_numbers_that_could_be_prices_one_is_asked_for(text: str) -> None:
    assert isinstance(read_line(text, scope_of("id id")), Question)


@pytest.mark.parametrize(
    "text",
    [
        "lunch @ 1", "dinner @8", "dentist @ 3", "60 on games wasnt me", "returning shoes 60", "mpg 31.5", "got tax back 300",
        "got my money back 20",
    ],
)  # fmt: skip
def test_an_hour_a_denial_a_plan_and_a_measure_are_asked_about(text: str) -> None:
    assert isinstance(read_line(text, scope_of("us")), Question)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("coffee @ 4.50", 450),
        ("got gas on the way back 40", 4000),
        ("back massage 40", 4000),
        ("2 coffees @4", 800),
        ("coffee 2 @ 4", 800),
        ("gas @ $3", 300),
    ],
)
def test_a_price_is_read_behind_the_sign_and_beside_back(text: str, minor: int) -> None:
    reading = read_line(text, scope_of("us"))

    assert isinstance(reading, Understood), reading
    assert reading.entry.amount == minor
