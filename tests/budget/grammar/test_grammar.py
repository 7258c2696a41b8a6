"""What the grammar knows of more than one line: lessons, paychecks before, forwarded texts, groups, languages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from budget.categories import Category
from budget.entries import Kind
from budget.grammar import (
    ENGLISH,
    About,
    CheckedTotal,
    DayHeading,
    Label,
    Question,
    Scope,
    Treatment,
    Understood,
    Unreadable,
    in_group,
    lesson_keys,
    looks_meant,
    read,
    reserved,
    tag_in,
    text_in_group,
    vocabulary_for,
    without_tag,
)
from budget.grammar.vocabulary import day_words
from tests.budget.grammar.judge import TODAY, scope_of

US = scope_of("us")


def reading(text: str, scope: Scope = US) -> object:
    ((_, one),) = read(text, scope)
    return one


def labels(text: str, scope: Scope = US) -> list[Label]:
    one = reading(text, scope)
    assert isinstance(one, Question), one
    return [choice.label for choice in one.choices]


@pytest.mark.parametrize(
    ("note", "tag", "rest"),
    [
        ("tacos #trip", "trip", "tacos"),
        ("#trip2 tacos", "trip2", "tacos"),
        ("tacos #my-trip home", "my-trip", "tacos home"),
        ("tacos #my_trip", "my_trip", "tacos"),
        ("order #1234", "", "order #1234"),
        ("order #A123", "", "order #A123"),
        ("tacos #trip-", "", "tacos #trip-"),
        ("", "", ""),
    ],
)
def test_a_tag_may_have_digits_and_hyphens(note: str, tag: str, rest: str) -> None:
    assert tag_in(note) == tag
    assert without_tag(note, tag) == rest


@pytest.mark.parametrize(
    ("note", "keys"),
    [
        ("STARBUCKS #1234", ("starbucks #1234", "starbucks")),
        ("at Starbucks", ("at starbucks", "starbucks")),
        ("Starbucks,", ("starbucks,", "starbucks")),
        ("coffee at Luigi", ("coffee at luigi", "coffee luigi", "luigi")),
        ("Luigi's big night", ("luigi's big night",)),
        ("1234", ("1234",)),
        ("the", ("the",)),
        ("", ()),
    ],
)
def test_a_note_is_taught_at_three_levels(note: str, keys: tuple[str, ...]) -> None:
    assert lesson_keys(note) == keys


@pytest.mark.parametrize("text", ["luigi 20", "at Luigi 20", "LUIGI #4 20", "20 luigi,", "luigi 1234 20.50"])
def test_a_lesson_holds_for_notes_alike(text: str) -> None:
    one = reading(text, replace(US, taught={"luigi": 1}.get))

    assert isinstance(one, Understood)
    assert one.entry.category == 1


def test_a_lesson_goes_before_a_built_in_word_and_behind_an_own_one() -> None:
    taught = replace(US, taught={"pizza": 3, "coffee": 3}.get)

    assert [
        one.entry.category
        for one in (reading(text, taught) for text in ("pizza 12", "coffee 4"))
        if isinstance(one, Understood)
    ] == [3, 1]


@pytest.mark.parametrize(
    ("last", "gap", "day", "asked"),
    [
        (None, None, TODAY, False),
        (date(2026, 11, 23), None, TODAY, True),
        (date(2026, 11, 25), None, TODAY, False),  # the same day: they add up
        (date(2026, 11, 19), None, TODAY, True),
        (date(2026, 11, 18), None, TODAY, False),
        (date(2026, 11, 18), 14, TODAY, False),
        (date(2026, 11, 19), 14, TODAY, True),
        (date(2026, 11, 11), 30, TODAY, True),
        (date(2026, 11, 10), 30, TODAY, False),
    ],
)
def test_a_second_paycheck_before_half_the_gap_is_asked_about(
    last: date | None, gap: int | None, day: date, asked: bool
) -> None:
    one = reading("paid 1200", replace(US, today=day, last_paycheck=last, usual_gap=gap))

    if asked:
        assert isinstance(one, Question)
        assert one.about is About.PERIOD
        assert [(choice.label, choice.entries[0].kind) for choice in one.choices] == [
            (Label.NEW_PERIOD, Kind.PAYCHECK),
            (Label.ADDS, Kind.EXTRA),
        ]
    else:
        assert isinstance(one, Understood)


def test_what_adds_to_a_paycheck_counts_from_its_day_on() -> None:
    paid = replace(US, last_paycheck=US.today)
    one = reading("paid 1000 yesterday", paid)
    assert isinstance(one, Question)
    assert one.choices[0].entries[0].day == US.today - timedelta(days=1), "a pay period of its own begins on its day"
    assert one.choices[1].entries[0].day == US.today
    later = reading("paid 1000 yesterday", replace(US, last_paycheck=US.today - timedelta(days=3)))
    assert isinstance(later, Question)
    assert later.choices[1].entries[0].day == US.today - timedelta(days=1)


def test_paychecks_of_one_text_know_each_other() -> None:
    readings = [one for _, one in read("paid 1500 yesterday\npaid 300", US)]

    assert isinstance(readings[0], Understood)
    assert isinstance(readings[1], Question)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("12.50 fun tacos", Label.CATEGORY),
        ("Costco 240", Label.CATEGORY),
        ("paid 1500", Label.PAYCHECK),
        ("+40", Label.EXTRA),
    ],
)
def test_a_forwarded_text_is_asked_about(text: str, first: Label) -> None:
    offered = labels(text, replace(US, forwarded=True))

    assert offered[0] is first
    assert Label.NOT_SPENDING in offered


def test_a_question_whether_it_was_spent_offers_that_it_came_in() -> None:
    assert Label.CAME_IN in labels("see you at 7")
    assert labels("transfer to savings 200") == [Label.SPENT, Label.NOT_SPENDING, Label.CAME_IN]


def test_several_prices_are_one_choice_of_several_entries() -> None:
    one = reading("coffee 5, lunch 12.50, gas 40")

    assert isinstance(one, Question)
    assert [(choice.label, choice.total) for choice in one.choices] == [
        (Label.ENTRIES, 5750),
        (Label.ONLY, 500),
        (Label.ONLY, 1250),
        (Label.ONLY, 4000),
    ]
    assert [(entry.note, entry.category) for entry in one.choices[0].entries] == [
        ("coffee", 1),
        ("lunch", 1),
        ("gas", 2),
    ]


def test_a_day_heads_the_lines_after_it_until_the_next_one() -> None:
    days = []
    for _, one in read("Monday\ncoffee 5\ntacos 6 today\n11/24\ngas 40", US):
        assert isinstance(one, DayHeading | Understood)
        days.append(one.day.day if isinstance(one, DayHeading) else one.entry.day.day)

    assert days == [23, 23, 25, 24, 24]


@pytest.mark.parametrize(
    ("text", "said", "summed"),
    [("milk 3.50\nbread 2.80\nTotal 6.30", 630, 630), ("milk 3.50\nbread 2.80\ntotal: $7", 700, 630)],
)
def test_a_total_at_the_end_is_checked_and_not_counted(text: str, said: int, summed: int) -> None:
    assert read(text, US)[-1][1] == CheckedTotal(said, summed)


@pytest.mark.parametrize(
    ("text", "treatment"),
    [
        ("12.50 fun tacos", Treatment.RECORD),
        ("lunch 12", Treatment.RECORD),
        ("Tesco £4", Treatment.ASK),
        ("luigi 58", Treatment.ASK),
        ("luigi 58.20", Treatment.RECORD),
        ("3 beers 18", Treatment.ASK),
        ("paid 1500", Treatment.RECORD),
        ("fun", Treatment.RECORD),
        ("Temperature is 21.5 here", Treatment.REACT),
        ("see you at 7", Treatment.REACT),
        ("did you lock the door", Treatment.SILENT),
        ("twenty bucks for pizza", Treatment.REACT),
        ("lunch was ten dollars", Treatment.REACT),
        ("a tenner for lunch", Treatment.REACT),
        ("ten fifty for lunch", Treatment.REACT),
        ("nan is here", Treatment.SILENT),
        ("score was 3-2", Treatment.REACT),
        ("the new place down the road was nice, 40 people", Treatment.REACT),
    ],
)
def test_a_group_hears_no_more_than_what_is_meant(text: str, treatment: Treatment) -> None:
    ((line, one),) = read(text, US)

    assert in_group(line, one, US) is treatment


def test_beside_a_line_that_is_recorded_the_others_are_meant_too() -> None:
    readings = read("babysitter 50\nplumber 90", US)

    assert text_in_group(readings, US) == [Treatment.RECORD, Treatment.RECORD]
    assert text_in_group(readings[:1], US) == [Treatment.ASK]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12.50 fun", True),
        ("paid 1500", True),
        ("lunch 12.50", True),
        ("lunch with Bo $20", True),
        ("ランチ900円", True),
        ("昨日 ランチ900", True),
        ("会議室3", False),
        ("see you at 7", False),
        ("the train leaves 12.30", False),
        ("hello there", False),
        ("room", False),
        ("", False),
        ("a line of talk that ends with 7", False),
    ],
)
def test_what_looks_meant_before_anybody_may_read_it(text: str, meant: bool) -> None:
    assert looks_meant(text) is meant


def test_a_new_tag_is_offered() -> None:
    one = reading("lunch 20 #office")

    assert isinstance(one, Understood)
    assert one.tag == "office"


def test_built_in_words_follow_a_category_by_its_key() -> None:
    fun, *rest = US.categories
    renamed = Category(fun.number, fun.key, "Joy", (), fun.limit)
    removed = Category(fun.number, fun.key, fun.name, fun.keywords, fun.limit, removed=True)

    for first, category in ((renamed, 1), (removed, 4)):
        one = reading("pizza 12", replace(US, categories=(first, *rest)))
        assert isinstance(one, Understood)
        assert one.entry.category == category


def test_what_no_category_may_be_named_follows_from_the_vocabulary() -> None:
    words = reserved(ENGLISH)

    assert {
        "monday",
        "sun",
        "may",
        "paid",
        "salary",
        "refund",
        "today",
        "yesterday",
        "tomorrow",
        "nan",
        "total",
    } <= words
    assert not words & {"fun", "gas", "car", "other", "in", "the"}


def test_english_reads_beside_one_other_language() -> None:
    german = replace(
        ENGLISH,
        language="de",
        weekdays={"montag": 0, "dienstag": 1},
        relative_days={("gestern",): -1},
        builtin={"fun": frozenset({"kino"})},
    )
    both = ENGLISH.joined(german)
    scope = replace(scope_of("de"), vocabulary=both)

    for text, day, category in (("gestern Kino 24", 24, 1), ("yesterday pizza 24", 24, 1), ("Dienstag gas 24", 24, 2)):
        one = reading(text, scope)
        assert isinstance(one, Understood)
        assert (one.entry.day.day, one.entry.category) == (day, category)
    assert "gestern" in day_words(both)
    assert vocabulary_for("en") is ENGLISH
    with pytest.raises(KeyError):
        vocabulary_for("xx")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("/12.50 tacos", "NOT_A_NUMBER"),
        ("fiver coffee", "NUMBER_WORD"),
        ("electric 94.12 due 12/1", "TO_COME"),
        ("electric 94.12 due 11/20", "TO_COME"),
        ("electric 94.12 due on the 1st", "TO_COME"),
        ("can i afford shoes?", "PLAN"),
        ("coffee 5?", "PLAN"),
        ("card *1234", "NO_MONEY"),
        ("15% fun tip", "PERCENT"),
    ],
)
def test_a_refusal_says_the_true_reason(text: str, why: str) -> None:
    one = reading(text)

    assert isinstance(one, Unreadable)
    assert one.why.name == why


@pytest.mark.parametrize(("numbers", "understood"), [(24, True), (25, False)])
def test_of_a_line_twenty_four_numbers_are_read(numbers: int, *, understood: bool) -> None:
    one = reading(f"12.50 fun{' x7' * (numbers - 1)}")

    assert isinstance(one, Understood) is understood
    assert understood or (isinstance(one, Unreadable) and one.why.name == "TOO_MANY_NUMBERS")


@pytest.mark.parametrize(("prices", "kind"), [(8, Question), (9, Unreadable)])
def test_of_a_line_eight_prices_are_read(prices: int, kind: type[object]) -> None:
    goods = ("rolls", "jam", "ham", "pears", "plums", "soap", "salt", "figs", "tofu")
    one = reading(" ".join(f"{what} {n}.50" for n, what in enumerate(goods[:prices], 1)))

    assert isinstance(one, kind)
    assert not isinstance(one, Question) or max(len(choice.entries) for choice in one.choices) == prices
