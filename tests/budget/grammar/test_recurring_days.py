"""Lines that say when they come again: the day of such an entry, and what begins on a day to come."""

from datetime import date

import pytest

from budget.entries import Kind
from budget.errors import Why
from budget.grammar.lines import read_line
from budget.grammar.readings import About, Question, Understood, Unreadable
from tests.budget.grammar.judge import scope_of

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
    ("line", "word"),
    [
        ("hoa 100 every 2 weeks from 4 dec", "every 2 weeks from 4 dec"),
        ("hoa 100 from 4 dec every 2 weeks", "from 4 dec every 2 weeks"),
        ("gym 30 every friday from 4 dec", "every friday from 4 dec"),
        ("insurance 300 yearly on 3/14", "yearly on 3/14"),
        ("tuition 500 once on 12/24", "once on 12/24"),
        ("yearly on 3/14 insurance 300", "yearly on 3/14"),
    ],
)
def test_what_begins_on_a_day_to_come_is_not_paid(line: str, word: str) -> None:
    assert read_line(line, scope_of("us")) == Unreadable(Why.TO_COME, word)


@pytest.mark.parametrize("line", ["trash 33 on the 5th and 20th", "trash 33 5th and 20th"])
def test_two_days_of_a_month_are_two_entries(line: str) -> None:
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
