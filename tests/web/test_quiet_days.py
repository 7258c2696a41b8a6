"""Days of which somebody said that nothing was spent: a page names them, and no day that was only forgotten."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from budget.shared import MOST_ENTRIES
from tests.chat import SUNDAY
from tests.web.doors import Door, door_in
from tests.web.test_summary import page, words
from tests.web.visitors import share, visitor


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    with door_in(tmp_path, SUNDAY - timedelta(days=5), TIMEZONE="UTC") as door:  # a Tuesday
        yield door


def nothing_spent(door: Door) -> None:
    day = door.say.now.date()
    door.say.tap_data(f"e:n:{day}", f"quiet {day}")


def entries_on(door: Door, path: str) -> str:
    """Return the words of the entries on a page."""
    found = re.search(r'(?s)<section id="entries".*?</section>', page(door.say, path))
    assert found is not None
    return words(found[0])


def test_a_page_names_the_days_on_which_nothing_was_spent(door: Door) -> None:
    say = door.say
    say("12.50 fun tacos")  # Tuesday
    say.wait(days=1)
    nothing_spent(door)  # Wednesday
    say.wait(days=2)  # Thursday was forgotten
    say("paid 1500")
    nothing_spent(door)  # Friday
    say.wait(days=1)
    nothing_spent(door)
    say("3 gum other")  # Saturday, after all
    path = share(say)

    week = (
        "Entries Today, Sat 21 $3.00 gum · Other $3.00 Yesterday, Fri 20 Paycheck +$1,500.00 Nothing spent "
        "Wed 18 Nov Nothing spent Tue 17 Nov $12.50 tacos · Fun $12.50"
    )
    assert entries_on(door, path) == week
    assert entries_on(door, f"{path}?month=2026-11") == week
    assert entries_on(door, f"{path}?period=pay") == week.partition(" Wed 18")[0]
    assert "Nothing spent" not in entries_on(door, f"{path}?category=fun")
    assert "Nothing spent" not in entries_on(door, f"{path}?week=2026-11-10")
    assert visitor(say).get(f"{path}.json").json()["nothing_spent_on"] == ["2026-11-18", "2026-11-20"]


def test_of_entries_that_are_cut_no_earlier_quiet_day_is_named(door: Door) -> None:
    say = door.say
    say("1 other first")  # Tuesday
    say.wait(days=1)
    nothing_spent(door)  # Wednesday
    say.wait(days=1)
    for _ in range(MOST_ENTRIES // 20):
        say("\n".join(["1 gum other"] * 20))  # Thursday
    say.wait(days=1)
    nothing_spent(door)  # Friday
    assert entries_on(door, share(say)).count("Nothing spent") == 1


def test_a_week_of_quiet_days_alone_names_them(door: Door) -> None:
    door.say("1 other first")
    door.say.wait(days=7)
    nothing_spent(door)
    assert entries_on(door, share(door.say)) == "Entries Today, Tue 24 Nothing spent"
