"""What is said of bills and paydays, word for word, on Sunday 22 Nov 2026."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.errors import Refused, Why
from budget.grammar.orders import BillSaid, bill_offered, bill_said, payday_said
from budget.grammar.vocabulary import vocabulary_for
from languages import FOLDERS
from tests.budget.grammar.judge import scope_of

SUNDAY = date(2026, 11, 22)
US, DE = scope_of("us", SUNDAY), scope_of("de", SUNDAY)


@pytest.mark.parametrize(
    ("text", "name", "amount"),
    [
        ("visa1 250 on the 3rd", "visa1", 25000),
        ("iphone15 999.00 on the 3rd", "iphone15", 99900),
        ("disney2 199 monthly", "disney2", 19900),
        ("phone30 on the 3rd", "phone", 3000),
    ],
)
def test_a_number_glued_to_a_name_is_no_thousands(text: str, name: str, amount: int) -> None:
    said = bill_said(text, US)

    assert said is not None
    assert (said.name, said.amount) == (name, amount)


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("on the 1st", "monthly 1"),
        ("on the 1st and 15th", "monthly 1 15"),
        ("on the 15th, 1st", "monthly 1 15"),
        ("on the 1st, 8th, 15th & 22nd", "monthly 1 8 15 22"),
        ("on 1", "monthly 1"),
        ("1st", "monthly 1"),
        ("on the 5th of the month", "monthly 5"),
        ("on the 5th every month", "monthly 5"),
        ("every month on the 5th", "monthly 5"),
        ("every 3rd", "monthly 3"),
        ("every 3rd day of the month", "monthly 3"),
        ("the 1st and the 15th", "monthly 1 15"),
        ("every 2nd friday from 4 dec", "days 14 2026-12-04"),
        ("every two weeks from 4 dec", "days 14 2026-12-04"),
        ("every 2nd week from 4 dec", "days 14 2026-12-04"),
        ("every three months from the 31st", "months 3 2026-12-31"),
        ("every month from the 22nd", "months 1 2026-11-22"),
        ("once on the 5th", "once 1 2026-12-05"),
        ("on the 1st of january", "once 1 2027-01-01"),
        ("monthly 31", "monthly 31"),
        ("monthly on the 31st", "monthly 31"),
        ("monthly", "monthly 22"),
        ("every month", "monthly 22"),
        ("on the last", "monthly 31"),
        ("on the last day of the month", "monthly 31"),
        ("on the 1st and last", "monthly 1 31"),
        ("every friday", "days 7 2026-11-27"),
        ("every fri", "days 7 2026-11-27"),
        ("every sunday", "days 7 2026-11-22"),
        ("every week on friday", "days 7 2026-11-27"),
        ("every 2 weeks from 4 dec", "days 14 2026-12-04"),
        ("every 2 weeks from 20 nov", "days 14 2026-11-20"),  # the nearest
        ("every 2 weeks from tomorrow", "days 14 2026-11-23"),
        ("every 2 weeks starting friday", "days 14 2026-11-27"),
        ("every 2 fridays from 4 dec", "days 14 2026-12-04"),
        ("every 10 days from 2026-11-20", "days 10 2026-11-20"),
        ("every day", "days 1 2026-11-22"),
        ("daily", "days 1 2026-11-22"),
        ("every 3 months from 31 jan", "months 3 2027-01-31"),
        ("every quarter from 31st of jan", "months 3 2027-01-31"),
        ("every 6 months from jan 1 2027", "months 6 2027-01-01"),
        ("yearly on 3/14", "months 12 2027-03-14"),
        ("yearly on 11/21", "months 12 2027-11-21"),
        ("every year on dec 24", "months 12 2026-12-24"),
        ("yearly on 2/29", "months 12 2024-02-29"),
        ("once on 12/24", "once 1 2026-12-24"),
        ("once 24 dec", "once 1 2026-12-24"),
        ("once today", "once 1 2026-11-22"),
        ("on 4 dec", "once 1 2026-12-04"),
        ("once on 12/24/27", "once 1 2027-12-24"),
        ("on the 1st before weekends", "monthly 1 before"),
        ("every 2 weeks from 4 dec after weekends", "days 14 2026-12-04 after"),
        ("once on 12/26 after weekends", "once 1 2026-12-26 after"),
        ("every 2 weeks from fri 4 dec", "days 14 2026-12-04"),
        ("every 2 weeks from friday the 4th of december", "days 14 2026-12-04"),
        ("once on thu 12/24", "once 1 2026-12-24"),
        ("every year on mon 3/1/2027", "months 12 2027-03-01"),
        ("every friday from dec 5", "days 7 2026-12-11"),  # the first friday from then on
        ("every 2 fridays from dec 5", "days 14 2026-12-11"),
        ("every december 24", "months 12 2026-12-24"),
        ("every 24 december", "months 12 2026-12-24"),
        ("every 24th of december", "months 12 2026-12-24"),
        ("every mar 5 2027 after weekends", "months 12 2027-03-05 after"),
        ("from 4 dec every 2 weeks", "days 14 2026-12-04"),
        ("starting friday biweekly", "days 14 2026-11-27"),
        ("since 31 jan every 3 months", "months 3 2027-01-31"),
        ("monthly from dec 1", "months 1 2026-12-01"),
        ("from dec 1 monthly", "months 1 2026-12-01"),
        ("per month on the 3rd", "monthly 3"),
        ("a month on the 3rd", "monthly 3"),
        ("per month", "monthly 22"),
        ("a year on dec 1", "months 12 2026-12-01"),
        # without `from`, a question with two days
        ("biweekly", "days 14 2026-11-22, days 14 2026-11-29"),
        ("bi-weekly", "days 14 2026-11-22, days 14 2026-11-29"),
        ("every 2 weeks", "days 14 2026-11-22, days 14 2026-11-29"),
        ("every 2 weeks before weekends", "days 14 2026-11-22 before, days 14 2026-11-29 before"),
        ("every other friday", "days 14 2026-11-27, days 14 2026-12-04"),
        ("weekly", "days 7 2026-11-22, days 7 2026-11-23"),
        ("every 3 months", "months 3 2026-11-22, months 3 2026-12-22"),
        ("yearly", "months 12 2026-11-22, months 12 2026-12-22"),
    ],
)
def test_when_a_bill_is_due(when: str, codes: str) -> None:
    said = bill_said(f"rent 900 {when}", US)

    assert ", ".join(schedule.code for schedule in said.schedules) == codes
    assert (said.name, said.amount, said.about, said.category, said.is_new) == ("rent", 90000, False, None, True)


def test_a_day_is_read_in_the_order_of_the_locale() -> None:
    assert bill_said("miete 900 once on 24.12.", DE).schedules[0].code == "once 1 2026-12-24"
    assert bill_said("miete 900 once on 3/12", DE).schedules[0].code == "once 1 2026-12-03"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("car insurance $1,200 on the 1st", ("car insurance", 120000, False, None)),
        ("power ~85 on the 3rd", ("power", 8500, True, None)),
        ("power ~ 85 on the 3rd", ("power", 8500, True, None)),
        ("power about 85.50 on the 3rd", ("power", 8550, True, None)),
        ("About time 85 on the 3rd", ("About time", 8500, False, None)),
        ("gym 30 in fun every friday", ("gym", 3000, False, 1)),
        ("gym 30 in predictable necessities every friday", ("gym", 3000, False, 2)),
        ("gym 30 USD every friday", ("gym", 3000, False, None)),
        ("Dinner on us 30 every friday", ("Dinner on us", 3000, False, None)),
        ("Netflix 4 screens 15.49 monthly", ("Netflix 4 screens", 1549, False, None)),
        ("power 2x40 on the 3rd", ("power", 8000, False, None)),
        ("gym 20/mo on the 3rd", ("gym", 2000, False, None)),
        ("gym 20/month on the 3rd", ("gym", 2000, False, None)),
        # in any order
        ("rent 900 on the 1st in fun", ("rent", 90000, False, 1)),
        ("in fun rent 900 1st", ("rent", 90000, False, 1)),
        ("rent in fun 900 on the 1st", ("rent", 90000, False, 1)),
        ("gym in fun classes 30 on the 1st", ("gym classes", 3000, False, 1)),
        ("on the 1st rent 900", ("rent", 90000, False, None)),
        ("rent on the 1st 900", ("rent", 90000, False, None)),
        ("900 rent on the 1st", ("rent", 90000, False, None)),
        ("on the 1st 900 car loan in fun", ("car loan", 90000, False, 1)),
        ("every friday gym ~30 in fun", ("gym", 3000, True, 1)),
        ("gym every 2 weeks from 4 dec $30", ("gym", 3000, False, None)),
        ("Breakfast in bed 30 fridays", ("Breakfast in bed", 3000, False, None)),
        ("gym2 30 every friday in fun", ("gym2", 3000, False, 1)),
        ("visa1 250 on the 3rd in fun", ("visa1", 25000, False, 1)),
    ],
)
def test_name_amount_and_category(text: str, said: tuple[str, int, bool, int | None]) -> None:
    found = bill_said(text, US)

    assert (found.name, found.amount, found.about, found.category) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rent 950", BillSaid("rent", 95000)),
        ("power ~90", BillSaid("power", 9000, about=True)),
        ("rent off", BillSaid("rent", word="off")),
        ("car insurance ahead", BillSaid("car insurance", word="ahead")),
        ("car insurance ahead off", BillSaid("car insurance", word="not ahead")),
        ("ahead off", BillSaid("ahead", word="off")),
        ("car insurance skip", BillSaid("car insurance", word="skip")),
        ("car insurance outside", BillSaid("car insurance", outside=True)),
        ("rent 950 outside", BillSaid("rent", 95000, outside=True)),
        ("rent 950 in fun outside", BillSaid("rent", 95000, outside=True)),
        ("car insurance in fun", BillSaid("car insurance", category=1)),
        ("dinner in bed in fun", BillSaid("dinner in bed", category=1)),
    ],
)
def test_a_bill_is_changed_by_its_name_and_what_changes(text: str, said: BillSaid) -> None:
    assert bill_said(text, US) == said
    assert not said.is_new
    moved = bill_said("rent on the 3rd", US)
    assert (moved.name, moved.amount, [one.code for one in moved.schedules]) == ("rent", None, ["monthly 3"])


@pytest.mark.parametrize(
    ("text", "why", "word"),
    [
        ("", "NO_BILL_NAME", ""),
        ("900 on the 1st", "NO_BILL_NAME", ""),
        ("on the 1st", "NO_BILL_NAME", ""),
        ("$900 on the 1st", "NO_BILL_NAME", ""),
        ("<b>gym</b> 30 on the 1st", "BAD_BILL_NAME", "<b>gym</b>"),
        ("*gym* 30 on the 1st", "BAD_BILL_NAME", "*gym*"),
        ("rent", "NO_AMOUNT", ""),
        ("rent nine hundred", "NO_AMOUNT", ""),
        ("gym 30 tuesday", "NO_WHEN", ""),
        ("gym $30 tuesday", "NO_WHEN", ""),
        ("rent tomorrow", "NO_AMOUNT", ""),
        ("rent in fun on the 1st fun", "UNKNOWN_WHEN", "on the 1st fun"),
        ("rent 900 in nowhere on the 1st", "UNKNOWN_CATEGORY", "nowhere"),
        ("rent 900 on the 1st, 2nd, 3rd, 4th and 5th", "TOO_MANY_DAYS", ""),
        ("rent 900 on the 32nd", "IMPOSSIBLE_DAY", "32nd"),
        ("rent 900 on the 0th", "IMPOSSIBLE_DAY", "0th"),
        ("rent 900 monthly 1.5", "UNKNOWN_WHEN", "monthly 1.5"),
        ("rent 900 every 0 weeks", "EVERY", "0"),
        ("rent 900 every 1.5 weeks", "EVERY", "1.5"),
        ("rent 900 every 1001 days", "EVERY", "1001"),
        ("rent 900 every 150 weeks", "EVERY", "150"),
        ("rent 900 every 150 fridays", "EVERY", "150"),
        ("rent 900 every", "UNKNOWN_WHEN", "every"),
        ("rent 900 monthly every month", "UNKNOWN_WHEN", "monthly every month"),
        ("rent 900 on the month", "UNKNOWN_WHEN", "on the month"),
        ("rent 900 every blue moon", "UNKNOWN_WHEN", "every blue moon"),
        ("rent 900 twice a month", "TWICE_A_MONTH", ""),
        ("rent 900 semimonthly", "TWICE_A_MONTH", ""),
        ("rent 900 2x a month in fun", "TWICE_A_MONTH", ""),
        ("rent 900 on the last friday", "WEEKDAY_OF_MONTH", "on the last friday"),
        ("rent 900 on weekdays", "WEEKDAY_OF_MONTH", "on weekdays"),
        ("rent 900 on the 1st weekend then", "UNKNOWN_WHEN", "on the 1st weekend then"),
        ("rent 900 every weekday", "WEEKDAY_OF_MONTH", "every weekday"),
        ("rent 900 every monday and friday", "TWO_WEEKDAYS", ""),
        ("rent 900 mondays and fridays", "TWO_WEEKDAYS", ""),
        ("rent 900 every 2 mondays, fridays", "TWO_WEEKDAYS", ""),
        ("rent 900 every monday and", "UNKNOWN_WHEN", "and"),
        ("rent 900 every december", "UNKNOWN_WHEN", "every december"),
        ("rent 900 every december 24 or so", "UNKNOWN_WHEN", "every december 24 or so"),
        ("rent 900 every december 32", "IMPOSSIBLE_DAY", "32"),
        ("rent 900 from dec every month", "UNKNOWN_WHEN", "dec"),
        ("rent 900 from home every blue moon", "UNKNOWN_WHEN", "every blue moon"),
        ("rent 900 from 4 dec", "NO_WHEN", ""),
        ("rent 900 per", "NO_WHEN", ""),
        ("rent 900 every 2 weeks from", "NO_WHEN", ""),
        ("rent 900 every 2 weeks from whenever", "UNKNOWN_WHEN", "whenever"),
        ("rent 900 every 2 weeks from 4 dec 2026 or so", "UNKNOWN_WHEN", "4 dec 2026 or so"),
        ("rent 900 every 2 weeks from 30 feb", "IMPOSSIBLE_DAY", "30 feb"),
        ("rent 900 every 2 weeks from dec", "UNKNOWN_WHEN", "dec"),
        ("rent 900 every 2 weeks from dec x", "UNKNOWN_WHEN", "dec x"),
        ("rent 900 every 2 weeks from mon 4 dec", "UNKNOWN_WHEN", "mon 4 dec"),  # a Friday
        ("rent 900 every 2 weeks from 1 of", "UNKNOWN_WHEN", "1 of"),
        ("rent 900 once", "NO_WHEN", ""),
        ("rent 900 once on", "NO_WHEN", ""),
        ("rent 900 once on 2020-01-01", "PAST_DAY", "2020-01-01"),
        ("rent 900 once on 13/13/2027", "IMPOSSIBLE_DAY", "13/13/2027"),
        ("rent 900 on", "NO_WHEN", ""),
        ("rent on the 1st flat 900", "UNKNOWN_WHEN", "on the 1st flat 900"),
        ("900 on the 1st 5", "NO_BILL_NAME", ""),
        ("on the 1st 900 7up", "NO_BILL_NAME", ""),
        ("rent 900 on the 1st in nowhere", "UNKNOWN_CATEGORY", "nowhere"),
        ("in fun", "NO_AMOUNT", ""),
        ("outside", "NO_AMOUNT", ""),
        ("900 outside", "NO_BILL_NAME", ""),
        ("dinner in nowhere", "NO_AMOUNT", ""),
        ("rent 1.250 on the 1st", "TWO_WAYS", ""),
        ("rent 0 on the 1st", "ZERO", ""),
        ("rent 5% on the 1st", "PERCENT", "5%"),
        ("rent 900 EUR on the 1st", "OTHER_CURRENCY", "900 EUR"),
        ("rent 2,000,000 on the 1st", "OVER_CAP", "$1,000,000.00"),
    ],
)
def test_every_refused_argument_has_its_own_reason(text: str, why: str, word: str) -> None:
    with pytest.raises(Refused) as refused:
        bill_said(text, US)
    assert (refused.value.why.name, refused.value.word) == (why, word)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("rent 900 on the 1st", "monthly 1"),
        ("netflix 15.49 monthly", "monthly 22"),
        ("gym 30 every friday", "days 7 2026-11-27"),
        ("900 rent on the 1st", "monthly 1"),
        ("every friday gym 30", "days 7 2026-11-27"),
        ("12.50 fun on the 3rd", None),
        ("rent 900", None),
        ("rent 900 yesterday", None),
        ("rent on the 3rd", None),
        ("gift 50 once on 12/24", None),
        ("", None),
    ],
)
def test_an_entry_may_become_a_bill(line: str, offered: str | None) -> None:
    found = bill_offered(line, US)

    assert (found.schedules[0].code if found is not None else None) == offered


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("every 2 weeks", "days 14 2026-11-22, days 14 2026-11-29"),
        ("1st and 15th", "monthly 1 15"),
        ("1 and 15", "monthly 1 15"),
        ("last", "monthly 31"),
        ("25 before weekends", "monthly 25 before"),
        ("2026-12-04", "once 1 2026-12-04"),
        ("4 dec", "once 1 2026-12-04"),
        ("friday", "once 1 2026-11-27"),
        ("every friday", "days 7 2026-11-27"),
        ("fridays", "days 7 2026-11-27"),
        ("on fridays", "days 7 2026-11-27"),
        ("Sundays", "days 7 2026-11-22"),
        ("fridays from 11 dec", "days 7 2026-12-11"),
        ("last working day", "monthly 31 before"),
        ("on the last business day of the month", "monthly 31 before"),
        ("last weekday", "monthly 31 before"),
        ("1st working day", "monthly 1 after"),
        ("15th and last working day", "monthly 15 31 before"),
        ("at the end of the month", "monthly 31"),
        ("end of month before weekends", "monthly 31 before"),
        ("AUTO", ""),
    ],
)
def test_when_the_next_paycheck_comes(text: str, codes: str) -> None:
    assert ", ".join(schedule.code for schedule in payday_said(text, US)) == codes


@pytest.mark.parametrize(
    ("language", "when", "codes"),
    [
        ("fr", "le 1er et le 15", "monthly 1 15"),
        ("fr", "tous les vendredis", "days 7 2026-11-27"),
        ("fr", "toutes les 2 semaines", "days 14 2026-11-22, days 14 2026-11-29"),
        ("fr", "toutes les deux semaines à partir du 4 déc", "days 14 2026-12-04"),
        ("fr", "toutes les 2 semaines dès le 4 déc", "days 14 2026-12-04"),
        ("fr", "dernier jour avant les week-ends", "monthly 31 before"),
        ("fr", "on the 1st", "monthly 1"),
        ("it", "il 1° e il 15", "monthly 1 15"),
        ("it", "tutti i venerdì", "days 7 2026-11-27"),
        ("it", "ogni 2 settimane dal 4 dic", "days 14 2026-12-04"),
        ("it", "ultimo giorno dopo i weekend", "monthly 31 after"),
        ("it", "on the 3rd", "monthly 3"),
        ("es", "todos los viernes", "days 7 2026-11-27"),
        ("es", "cada 2 semanas desde el 4 dic", "days 14 2026-12-04"),
        ("es", "el 24/12", "once 1 2026-12-24"),
        ("es", "último antes del finde", "monthly 31 before"),
        ("es", "on the 21st", "monthly 21"),
        ("de", "am letzten vor dem Wochenende", "monthly 31 before"),
        ("de", "alle 2 Wochen ab dem 4. Dez", "days 14 2026-12-04"),
        ("de", "freitags", "days 7 2026-11-27"),
        ("tr", "her ayın 15'inde hafta sonundan önce", "monthly 15 before"),
        ("tr", "her ayın 15'inde haftasonundan sonra", "monthly 15 after"),
        ("de", "am letzten Arbeitstag", "monthly 31 before"),
        ("fr", "le vendredi", "days 7 2026-11-27"),
        ("fr", "les vendredis", "days 7 2026-11-27"),
        ("fr", "dernier jour ouvré du mois", "monthly 31 before"),
        ("es", "los viernes", "days 7 2026-11-27"),
        ("es", "último día hábil", "monthly 31 before"),
        ("it", "il venerdì", "days 7 2026-11-27"),
        ("it", "ultimo giorno lavorativo", "monthly 31 before"),
        ("pt-BR", "sextas", "days 7 2026-11-27"),
        ("pt-BR", "último dia útil", "monthly 31 before"),
        ("nl", "vrijdags", "days 7 2026-11-27"),
        ("nl", "laatste werkdag", "monthly 31 before"),
        ("pl", "w piątki", "days 7 2026-11-27"),
        ("pl", "ostatni dzień roboczy", "monthly 31 before"),
        ("ru", "по пятницам", "days 7 2026-11-27"),
        ("ru", "последний рабочий день", "monthly 31 before"),
        ("uk", "щоп'ятниці", "days 7 2026-11-27"),
        ("uk", "останній робочий день", "monthly 31 before"),
        ("tr", "cumaları", "days 7 2026-11-27"),
        ("id", "hari kerja terakhir", "monthly 31 before"),
        ("ar", "آخر يوم عمل", "monthly 31 before"),
    ],
)
def test_little_words_beside_a_day_say_nothing(language: str, when: str, codes: str) -> None:
    scope = replace(DE, vocabulary=vocabulary_for(language))

    assert ", ".join(schedule.code for schedule in payday_said(when, scope)) == codes
    assert ", ".join(schedule.code for schedule in bill_said(f"strom 90 {when}", scope).schedules) == codes


def test_a_weekend_alone_is_no_schedule() -> None:
    with pytest.raises(Refused):
        payday_said("the weekend", US)


@pytest.mark.parametrize("tag", FOLDERS)
def test_the_english_examples_of_commands_are_read_beside_every_language(tag: str) -> None:
    scope = replace(US, vocabulary=vocabulary_for(tag))

    assert [one.code for one in bill_said("rent 900 on the 1st", scope).schedules] == ["monthly 1"]
    assert bill_said("rent 900 on the 1st", scope).name == "rent"
    assert [one.code for one in bill_said("rent on the 3rd", scope).schedules] == ["monthly 3"]
    assert [one.code for one in bill_said("gym 20 every friday", scope).schedules] == ["days 7 2026-11-27"]
    assert [one.code for one in bill_said("gift 20 once on 12/24", scope).schedules] == ["once 1 2026-12-24"]
    assert [one.code for one in payday_said("1st and 15th", scope)] == ["monthly 1 15"]
    assert [one.code for one in payday_said("last before weekends", scope)] == ["monthly 31 before"]
    assert [one.code for one in payday_said("on the last day of the month", scope)] == ["monthly 31"]
    assert [one.code for one in payday_said("every 2 weeks from 4 dec", scope)] == ["days 14 2026-12-04"]


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    [
        ("pl", "czynsz 900 1.", "czynsz 90000 monthly 1"),
        ("pl", "prąd 90,50 1. i 15.", "prąd 9050 monthly 1 15"),
        ("pl", "karta miejska 90 zł 31.", "karta miejska 9000 monthly 31"),
        ("pl", "prąd ~90 10.", "prąd 9000 monthly 10"),
        ("de", "miete 900 1.", "miete 90000 monthly 1"),
        ("de", "strom 90 1. und 15.", "strom 9000 monthly 1 15"),
        ("de", "strom 90. 15.", "strom 9000 monthly 15"),
        ("de", "miete 900 am 1.", "miete 90000 monthly 1"),
        ("tr", "kira 900 1.", "kira 90000 monthly 1"),
        # one number is the amount, with a full stop or without
        ("de", "miete 15.", "miete 1500"),
        ("pl", "czynsz 15.", "czynsz 1500"),
    ],
)
def test_a_day_is_written_with_a_full_stop(tag: str, text: str, said: str) -> None:
    found = bill_said(text, replace(scope_of("us" if tag == "tr" else tag, SUNDAY), vocabulary=vocabulary_for(tag)))

    assert " ".join([found.name, str(found.amount), *(one.code for one in found.schedules)]) == said


@pytest.mark.parametrize(("tag", "text"), [("en", "rent 900 1."), ("de", "miete 900 32."), ("de", "miete 1. 900")])
def test_any_other_number_is_no_day(tag: str, text: str) -> None:
    assert bill_said(text, replace(US, vocabulary=vocabulary_for(tag))).schedules == ()


def test_every_two_weeks_count_from_the_last_paycheck() -> None:
    paid = replace(US, last_paycheck=date(2026, 11, 20))

    assert [one.code for one in payday_said("every 2 weeks", paid)] == ["days 14 2026-11-20"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Why.NO_WHEN),
        ("soon", Why.UNKNOWN_WHEN),
        ("28 days", Why.UNKNOWN_WHEN),
        ("2020-01-01", Why.PAST_DAY),
        ("every working day", Why.UNKNOWN_WHEN),
        ("2nd working day", Why.UNKNOWN_WHEN),
    ],
)
def test_a_payday_that_cannot_be(text: str, why: Why) -> None:
    with pytest.raises(Refused) as refused:
        payday_said(text, US)
    assert refused.value.why is why


WORDS = """
    rent 900 15.49 ~85 on the 1st 15th 31 32nd last and every 2 weeks week month friday from 4 dec 3/14 2/29 once
    yearly monthly in fun outside skip before after weekends , . 2026-12-04 off ahead about $ auto today of day 0 99999999999
""".split()


@given(st.one_of(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join), st.text(max_size=60)))
def test_whatever_is_said_is_read_or_refused(text: str) -> None:
    for read in (bill_said, payday_said):
        with suppress(Refused):
            assert read(text, US) is not None
