"""Days and weeks in words."""

from datetime import date, timedelta

import pytest

from budget.periods import Week
from languages import ENGLISH, SPOKEN
from tests.chat import breaking
from words import days, plan
from words.voice import voice_of

TODAY = date(2026, 11, 22)
VOICE = voice_of(ENGLISH)


@pytest.mark.parametrize(
    ("start", "today", "long", "short"),
    [
        (date(2026, 11, 16), TODAY, "16 – 22 November", "16 – 22 Nov"),
        (date(2026, 9, 28), TODAY, "28 September – 4 October", "28 Sep – 4 Oct"),
        (date(2025, 11, 17), TODAY, "17 – 23 November 2025", "17 – 23 Nov 2025"),
        (date(2025, 12, 29), TODAY, "29 December 2025 – 4 January 2026", "29 Dec 2025 – 4 Jan 2026"),
        (date(2026, 12, 28), date(2027, 1, 6), "28 December 2026 – 3 January 2027", "28 Dec 2026 – 3 Jan 2027"),
        (date(2026, 12, 28), date(2026, 12, 30), "28 December – 3 January", "28 Dec – 3 Jan"),
        (date(2026, 12, 28), date(2027, 1, 2), "28 December – 3 January", "28 Dec – 3 Jan"),
    ],
)
def test_a_week_names_its_month_once_and_another_year(start: date, today: date, long: str, short: str) -> None:
    assert breaking(days.long_week(VOICE, Week(start), today)) == long
    assert breaking(days.short_week(VOICE, Week(start), today)) == short


def test_beside_other_weeks_a_week_has_no_year() -> None:
    assert breaking(days.short_week(VOICE, Week(date(2025, 12, 29)))) == "29 Dec – 4 Jan"


@pytest.mark.parametrize(
    ("tag", "week"),
    [
        ("de", "29. Dez. 2025 – 4. Jan. 2026"),
        ("pt-BR", "29 de dez. de 2025 – 4 de jan. de 2026"),
        ("ja", "2025年12月29日〜2026年1月4日"),
    ],
)
def test_a_week_of_two_years_is_written_as_people_do(tag: str, week: str) -> None:
    assert breaking(days.short_week(voice_of(tag), Week(date(2025, 12, 29)), TODAY)) == week


def test_a_week_in_german_has_both_days_as_ordinals() -> None:
    german = voice_of("de")

    assert breaking(days.long_week(german, Week(date(2026, 11, 16)), TODAY)) == "16. – 22. November"
    assert breaking(days.short_week(german, Week(date(2026, 11, 16)))) == "16. – 22. Nov."


def test_a_day_of_another_year_has_its_year() -> None:
    assert breaking(days.day(VOICE, date(2026, 1, 5), TODAY)) == "Mon 5 Jan"
    assert breaking(days.day(VOICE, date(2025, 1, 6), TODAY)) == "Mon 6 Jan 2025"


def test_a_date_has_its_year_always() -> None:
    assert breaking(days.short_date(VOICE, date(2026, 1, 5))) == "5 Jan 2026"
    assert breaking(days.long_date(VOICE, date(2026, 1, 5))) == "5 January 2026"


def test_weekdays_are_counted_from_monday() -> None:
    assert [days.weekday(VOICE, n) for n in (0, 6)] == ["Monday", "Sunday"]


def test_a_day_that_is_asked_about_has_its_year_where_it_lies_far_back() -> None:
    assert days.asked_day(VOICE, TODAY - timedelta(days=60), TODAY) == days.day(
        VOICE, TODAY - timedelta(days=60), TODAY
    )
    assert breaking(days.asked_day(VOICE, date(2026, 6, 20), TODAY)) == "Sat 20 Jun 2026"


@pytest.mark.parametrize("tag", SPOKEN)
def test_no_line_ends_within_a_day(tag: str) -> None:
    voice, month = voice_of(tag), Week(date(2026, 11, 16))

    for said in (
        days.day(voice, date(2025, 11, 5), TODAY),
        days.short_date(voice, TODAY),
        *days.near_day(voice, TODAY, TODAY).split(", ", 1)[1:],
    ):
        assert " " not in said.removeprefix("\u2068"), said
    for said in (days.long_week(voice, month, TODAY), days.short_week(voice, month)):
        assert " –" not in said, said
    for said in (days.long_date(voice, TODAY), days.month(voice, TODAY)):
        in_words, _, year = said.partition(" ")
        assert " " not in year, said
        assert "2026" in (year or in_words), said


@pytest.mark.parametrize(
    ("tag", "heading"),
    [
        ("ru", "Пт, 20 нояб."),
        ("uk", "Пт, 20 лист."),
        ("es", "Vie, 20 nov"),
        ("fr", "Ven. 20 nov."),
        ("de", "Fr., 20. Nov."),
    ],
)
def test_a_day_that_begins_a_line_has_a_capital(tag: str, heading: str) -> None:
    assert breaking(days.near_day(voice_of(tag), date(2026, 11, 20), TODAY)) == heading


@pytest.mark.parametrize(
    ("tag", "first", "week"),
    [
        ("fr", "mar. 1er déc.", "1er – 7 déc."),
        ("pt-BR", "ter., 1º de dez.", "1º – 7 de dez."),
        ("it", "mar 1 dic", "1 – 7 dic"),
        ("ja", "12月1日(火)", "12月1日〜7日"),
    ],
)
def test_the_first_of_a_month_and_a_week_of_one_are_written_as_people_do(tag: str, first: str, week: str) -> None:
    voice, of = voice_of(tag), date(2026, 12, 1)

    assert breaking(days.day(voice, of, TODAY)) == first
    assert breaking(days.short_week(voice, Week(of))) == week


@pytest.mark.parametrize(("tag", "said"), [("ru", "Пт, 20 нояб. · Аренда · 900"), ("pl", "Pt., 20 lis · Аренда · 900")])
def test_a_bill_in_a_list_begins_with_a_capital(tag: str, said: str) -> None:
    voice = voice_of(tag)

    assert breaking(plan.due(voice, days.day(voice, date(2026, 11, 20), TODAY), "Аренда", "900")) == said


def test_no_line_begins_with_a_dot_a_dash_or_a_percent_sign() -> None:
    assert VOICE.say("{sums} · {category}, {week}", sums=5, category="Fun", week="16") == "5\xa0· Fun, 16"
    assert VOICE.say("{percent} % left · payday was {day}", percent=9, day="Mon").startswith("9\xa0% left\xa0· ")
    assert VOICE.typed("{sums} · {category}", sums=5, category="Fun") == "5 · Fun", "who types it types spaces"


@pytest.mark.parametrize(
    ("language", "start", "narrow"),
    [
        ("en", date(2026, 9, 28), ("28 – 4 Oct", "28 – 4", "28 – 4")),
        ("de", date(2026, 11, 16), ("16. – 22. Nov.", "16. – 22.", "16 – 22")),
        ("ja", date(2026, 11, 16), ("11月16日〜11月22日", "11月16日〜11月22日", "16〜22")),
    ],
)
def test_a_week_is_written_narrow(language: str, start: date, narrow: tuple[str, str]) -> None:
    assert tuple(map(breaking, days.narrow_weeks(voice_of(language), Week(start)))) == narrow


def test_a_span_of_one_day_is_a_day() -> None:
    assert breaking(days.span(VOICE, TODAY, TODAY)) == "22 Nov"
    assert breaking(days.span(VOICE, date(2026, 11, 20), date(2026, 12, 3), TODAY)) == "20 Nov – 3 Dec"
    assert breaking(days.span(VOICE, date(2025, 12, 20), date(2026, 1, 3), TODAY)) == "20 Dec 2025 – 3 Jan 2026"
