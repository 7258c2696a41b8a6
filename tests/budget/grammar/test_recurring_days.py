"""Lines that say when they come again: the day of such an entry, and what begins on a day to come."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from budget.entries import Kind
from budget.errors import Why
from budget.grammar.lines import read_line
from budget.grammar.orders import bill_offered, bill_said
from budget.grammar.readings import About, Question, Understood, Unreadable
from budget.schedules import monthly
from tests.batches import at_once
from tests.budget.grammar.judge import examples_in, outcome_of, scope_of

# The scope's day is Wednesday, 25 November 2026.


@pytest.mark.parametrize(
    ("budget", "line", "minor", "day", "note"),
    [
        ("us", "gym 30 every friday", 30_00, (11, 20), "gym"),
        ("us", "30 gym every friday", 30_00, (11, 20), "gym"),
        ("us", "every friday gym 30", 30_00, (11, 20), "gym"),
        ("us", "gym every friday 30", 30_00, (11, 20), "gym"),
        ("us", "gym 30 on fridays", 30_00, (11, 20), "gym"),
        ("us", "gym 30 every wednesday", 30_00, (11, 25), "gym"),
        ("us", "maid 80 every other friday", 80_00, (11, 20), "maid"),
        ("us", "maid 80 every 2 fridays", 80_00, (11, 20), "maid"),
        ("us", "parking 60 every 1st", 60_00, (11, 1), "parking"),
        ("us", "loan 120 monthly 15", 120_00, (11, 15), "loan"),
        ("us", "loan 15.49 monthly 31", 15_49, (10, 31), "loan"),
        ("us", "loan 120 on the 15th of every month", 120_00, (11, 15), "loan"),
        ("us", "loan 120 on the last of every month", 120_00, (10, 31), "loan"),
        ("us", "loan 120 on the 15th before weekends", 120_00, (11, 13), "loan"),
        ("us", "loan 120 every 5th and 20th", 120_00, (11, 20), "loan"),
        ("us", "gym 30 every friday #fun", 30_00, (11, 20), "gym"),
        ("us", "gym 30 once a month on the 5th", 30_00, (11, 5), "gym"),
        ("us", "gym 30 once per week on friday", 30_00, (11, 20), "gym"),
        ("us", "vet 50 every year on 24 oct", 50_00, (10, 24), "vet"),
        ("us", "vet 50 every 24th of october", 50_00, (10, 24), "vet"),
        ("us", "vet 50 yearly on 10/24", 50_00, (10, 24), "vet"),
        ("de de", "Tierarzt 50 jährlich am 24. Oktober", 50_00, (10, 24), "Tierarzt"),
        ("us", "hoa 100 every 2 weeks from 13 nov", 100_00, (11, 13), "hoa"),
        ("us", "water 40 every 3 months from 31 oct", 40_00, (10, 31), "water"),
        # What names no day is of today, and stays in the note.
        ("us", "hulu 7.99 monthly", 7_99, (11, 25), "hulu monthly"),
        ("us", "hoa 100 every 2 weeks", 100_00, (11, 25), "hoa every 2 weeks"),
        ("us", "every friday and saturday lunch 30", 30_00, (11, 25), "every friday and saturday lunch"),
        ("us", "34.50 TGI Fridays", 34_50, (11, 25), "TGI Fridays"),
        ("us", "lunch 12 once on friday", 12_00, (11, 20), "lunch once"),
        ("us", "12 beer and 20th", 12_00, (11, 20), "beer and"),
        ("us", "party 12 the weekend before", 12_00, (11, 25), "party the weekend before"),
        ("us", "2 tickets 40 each on the 5th", 80_00, (11, 5), "tickets"),
        ("us", "two beers 4 each friday", 8_00, (11, 20), "two beers"),
        ("fr fr", "pizza 30 pour tous vendredi", 30_00, (11, 20), "pizza pour tous"),
        ("de de", "Fitness 30 jeden Freitag", 30_00, (11, 20), "Fitness"),
        ("fr fr", "gym 30 tous les vendredis", 30_00, (11, 20), "gym"),
        ("es es", "gimnasio 30 cada viernes", 30_00, (11, 20), "gimnasio"),
        ("it it", "palestra 30 ogni venerdì", 30_00, (11, 20), "palestra"),
        ("nl nl", "sportschool 30 elke vrijdag", 30_00, (11, 20), "sportschool"),
        ("pl pl", "basen 30 co piątek", 30_00, (11, 20), "basen"),
        ("ru ru", "бассейн 30 каждую пятницу", 30_00, (11, 20), "бассейн"),
        ("tr tr", "havuz 30 her cuma", 30_00, (11, 20), "havuz"),
    ],
)
def test_the_latest_day_of_what_comes_again(
    budget: str, line: str, minor: int, day: tuple[int, int], note: str
) -> None:
    reading = read_line(line, scope_of(budget))
    entry = reading.choices[0].entries[0] if isinstance(reading, Question) else None
    entry = reading.entry if isinstance(reading, Understood) else entry
    assert entry is not None, reading
    assert (entry.amount, entry.day, entry.note) == (minor, date(2026, *day), note)


@pytest.mark.parametrize(
    ("budget", "line", "number"),
    [
        ("us", "rent 900 on the 1 of every month", 1),
        ("us", "rent 900 the 15 of every month", 15),
        ("us", "rent 900 on the 5 of the month", 5),
        ("us", "rent 900 on the 5th of the month", 5),
        ("us", "rent 900 on the 1. of the month", 1),
        ("us", "rent 900 on the first of every month", 1),
        ("us", "rent 900 the first of the month", 1),
        ("us", "rent 900 every first", 1),
        ("us", "on the first of every month rent 900", 1),
        ("de de", "rent 900 am 1. jeden Monat", 1),
        ("de de", "rent 900 am 1. jedes Monats", 1),
        ("de de", "rent 900 am ersten jedes Monats", 1),
        ("de de", "rent 900 jeden Monat am 5.", 5),
        ("de de", "rent 900 jeden 5.", 5),
        ("es es", "rent 900 el 1 de cada mes", 1),
        ("es es", "rent 900 el día 1 de cada mes", 1),
        ("es es", "rent 900 cada 5 de mes", 5),
        ("es es", "rent 900 cada día 5", 5),
        ("es es", "rent 900 el 5 del mes", 5),
        ("fr fr", "rent 900 le 5 de chaque mois", 5),
        ("fr fr", "rent 900 le 5 du mois", 5),
        ("fr fr", "rent 900 tous les 5 du mois", 5),
        ("fr fr", "rent 900 le premier de chaque mois", 1),
        ("it it", "rent 900 il 1 di ogni mese", 1),
        ("it it", "rent 900 ogni 5 del mese", 5),
        ("it it", "rent 900 il 5 del mese", 5),
        ("nl nl", "rent 900 op de 1e van elke maand", 1),
        ("nl nl", "rent 900 op de 5 van de maand", 5),
        ("nl nl", "rent 900 elke 5e van de maand", 5),
        ("pl pl", "rent 900 1. każdego miesiąca", 1),
        ("pl pl", "rent 900 5 każdego miesiąca", 5),
        ("pl pl", "rent 900 co miesiąc 5.", 5),
        ("br pt-BR", "rent 900 dia 1 de cada mês", 1),
        ("br pt-BR", "rent 900 todo dia 5 do mês", 5),
        ("ru ru", "rent 900 1 числа каждого месяца", 1),
        ("ru ru", "rent 900 каждое 5 число", 5),
        ("ru ru", "rent 900 каждый месяц 5-го", 5),
        ("ru ru", "rent 900 каждый месяц 5 числа", 5),
        ("ua uk", "rent 900 кожного 5 числа", 5),
        ("tr tr", "rent 900 her ayın 5'i", 5),
        ("id id", "rent 900000 tanggal 5 setiap bulan", 5),
        ("jp ja", "rent 90000 毎月5日", 5),
        ("eg ar", "rent 900 يوم 5 من كل شهر", 5),
    ],
)
def test_a_number_beside_a_month_that_comes_again_is_a_day(budget: str, line: str, number: int) -> None:
    scope = scope_of(budget)
    reading = read_line(line, scope)
    assert isinstance(reading, Understood), reading
    assert (reading.entry.day, reading.entry.note) == (date(2026, 11, number), "rent")
    bill = bill_offered(line, scope, "rent")
    assert bill is not None
    assert (bill.amount, bill.schedules) == (reading.entry.amount, (monthly(number),))
    minor = 10**scope.money.currency.exponent
    assert reading.entry.amount in {900 * minor, 90_000 * minor, 900_000 * minor}


def test_a_price_with_a_dash_for_its_cents_is_no_rate() -> None:
    assert bill_offered("cake 30/- monthly", scope_of("us")) is None


@pytest.mark.parametrize(
    ("line", "minor"),
    [
        ("gym 30 every month", 30_00),
        ("bus 9 am 15", 15_00),
        ("flight 930 am 350", 350_00),
        ("beer of the month 20", 20_00),
    ],
)
def test_another_number_is_no_day_of_a_month(line: str, minor: int) -> None:
    reading = read_line(line, scope_of("us"))
    assert isinstance(reading, Understood)
    assert (reading.entry.amount, reading.entry.day) == (minor, date(2026, 11, 25))


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("hoa 100 every 2 weeks from 4 dec", "every 2 weeks from 4 dec"),
        ("hoa 100 from 4 dec every 2 weeks", "from 4 dec every 2 weeks"),
        ("gym 30 every friday from 4 dec", "every friday from 4 dec"),
        ("insurance 300 yearly on 3/14", "yearly on 3/14"),
        ("tuition 500 once on 12/24", "once on 12/24"),
        ("yearly on 3/14 insurance 300", "yearly on 3/14"),
        ("vet 50 yearly on 20 sep", "yearly on 20 sep"),
        ("vet 50 yearly on 24 oct 2027", "yearly on 24 oct 2027"),
        ("vet 50 yearly from 24 oct", "yearly from 24 oct"),
        ("rent 900 from dec 1", "from dec 1"),
        ("rent 900 starting 1st of december", "starting 1st of december"),
        ("from 12/1 rent 900", "from 12/1"),
    ],
)
def test_what_begins_on_a_day_to_come_is_not_paid(line: str, word: str) -> None:
    assert read_line(line, scope_of("us")) == Unreadable(Why.TO_COME, word)


@pytest.mark.parametrize(
    "line",
    [
        "trash 33 on the 5th and 20th",
        "trash 33 5th and 20th",
        "water 33 every tuesday and friday",
        "water 33 tuesdays and fridays",
    ],
)
def test_two_days_are_two_entries(line: str) -> None:
    assert read_line(line, scope_of("us")) == Unreadable(Why.TWO_DAYS)


@pytest.mark.parametrize(
    "line",
    [
        "3 beers 4 each on friday",
        "every 1st 2 tickets 30",
        "monthly on the 5th 2 tickets 30",
        "tickets 40 each on the 5th",
        "gym 2 monthly 30",
        "every friday gym $30?",
        "paid 1500 every 2 weeks from 4 dec",
        "-30 gym every friday",
        "miete 900 am 1. jeden monat",
        "miete 900 am 15",
        "rent 900 from march 1",
        "paid 1500 from dec 1",
        "gym 30 once a friday",
        "2 gyms 30 every month",
        "coffee 3 every month 5",
    ],
)
def test_what_is_not_plain_is_asked_about(line: str) -> None:
    assert isinstance(read_line(line, scope_of("us")), Question)


def test_a_paycheck_that_comes_again_is_asked_about() -> None:
    reading = read_line("paid 1500 every friday", scope_of("us"))
    assert isinstance(reading, Question)
    assert reading.about is About.INCOME
    first = reading.choices[0].entries[0]
    assert (first.kind, first.day) == (Kind.PAYCHECK, date(2026, 11, 20))


@pytest.mark.parametrize(
    ("budget", "line", "name", "codes"),
    [
        ("us", "yesterday netflix 15 monthly", "netflix", ["monthly 25"]),
        ("fr fr", "hier netflix 15 par mois", "netflix", ["monthly 25"]),
        ("ru ru", "вчера нетфликс 15 ежемесячно", "нетфликс", ["monthly 25"]),
        ("de de", "ich zahle 900 miete am 1.", "miete", ["monthly 1"]),
        ("de de", "miete 900 zum 15.", "miete", ["monthly 15"]),
        ("ru ru", "плачу 900 аренду 1 числа", "аренду", ["monthly 1"]),
        ("pl pl", "czynsz 900 każdego 10", "czynsz", ["monthly 10"]),
        ("pl pl", "czynsz 900 do 10 każdego miesiąca", "czynsz", ["monthly 10"]),
        ("fr fr", "loyer 900 avant le 10 de chaque mois", "loyer", ["monthly 10"]),
        ("br pt-BR", "aluguel 900 até dia 10 de cada mês", "aluguel", ["monthly 10"]),
        ("ua uk", "оренда 900 до 10 числа кожного місяця", "оренда", ["monthly 10"]),
        ("tr tr", "kira 900 her ay 1", "kira", ["monthly 1"]),
        ("us", "water 40 quarterly", "water", ["months 3 2026-11-25", "months 3 2026-12-25"]),
    ],
)
def test_a_bill_is_offered_as_it_is_said(budget: str, line: str, name: str, codes: list[str]) -> None:
    scope = scope_of(budget)
    reading = read_line(line, scope)
    assert isinstance(reading, Understood), reading
    bill = bill_offered(line, scope, reading.entry.note)

    assert bill is not None
    assert (bill.name, [one.code for one in bill.schedules]) == (name, codes)


def test_no_bill_is_offered_of_a_day_to_come() -> None:
    assert bill_offered("netflix 15 monthly tomorrow", scope_of("us")) is None


@pytest.mark.parametrize("examples", at_once("bills", examples_in(Path(__file__).parent / "examples" / "bills.jsonl")))
def test_bills_are_offered_as_people_say_them(examples: Sequence[dict[str, Any]]) -> None:
    wrong: list[tuple[dict[str, Any], object]] = []
    for example in examples:
        scope = scope_of(example["budget"])
        said = bill_offered(example["text"], scope)
        when = [] if said is None else [one.code for one in said.schedules]
        found: dict[str, Any] = {"bill": said.name if said is not None else None, "when": when}
        for entry in outcome_of(example["text"], scope).entries:
            found |= {"amount": scope.money.plain(entry.amount), "day": entry.day.isoformat()}
        wrong += [(example, found)] if {**example, **found} != example else []
        ordered = bill_said(example["text"], scope) if when else said
        wrong += [(example, ordered)] if ordered != said else []
    assert wrong == []
