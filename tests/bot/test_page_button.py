"""`[Page]` under `/week`: it gives the address of the week's page, of one link for all weeks."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.buttons import WeekPage, encode
from tests.chat import Say, chat


@pytest.fixture
def say(tmp_path: Path) -> Iterator[Say]:
    with chat(tmp_path, PUBLIC_URL="https://budget.example") as said:
        said("12.50 fun tacos")
        yield said


def address(say: Say) -> str:
    """Return the address under the latest reply."""
    assert say.reply is not None
    (url,) = [one.url for row in say.reply.buttons for one in row if one.url]
    return url


def test_a_tap_puts_the_pages_address_under_the_week(say: Say) -> None:
    shown = say("/week")
    assert say.buttons == ["Picture", "Page"]

    assert say.tap("Page") == shown
    assert say.buttons == ["Picture", "Open the page"]
    assert address(say).startswith("https://budget.example/s/")
    assert "1." in say("/links")


def test_all_weeks_have_one_link_while_it_is_open(say: Say) -> None:
    say("/week")
    say.tap("Page")
    first = address(say)
    say("/week last")
    assert say.buttons == ["16 – 22 Nov ›", "Picture", "Page"]
    assert address(say) == f"{first}?week=2026-11-09", "one tap is enough where the link is open"
    say.tap("16 – 22 Nov ›")
    assert address(say) == first
    assert "2." not in say("/links")
    say.tap("Revoke 1")
    say.tap("Revoke")
    say("/week")
    say.tap("Page")
    assert address(say) != first, "a link that was revoked is not given again"


def test_in_a_group_each_page_is_asked_for(say: Say) -> None:
    """Who reads a group and may not use the bot is not given a link by a look alone."""
    say.group = True
    say("/week")
    say.tap("Page")
    say("/week")

    assert say.reply is not None
    assert not any(one.url for row in say.reply.buttons for one in row)


def test_a_link_that_ends_within_a_week_is_replaced(say: Say) -> None:
    say("/share 3d")
    say("/week")
    say.tap("Page")
    assert "2." in say("/links")


def test_a_link_of_sums_alone_is_not_the_page(say: Say) -> None:
    say("/share totals")
    say("/week")
    say.tap("Page")
    assert "everything" in say("/links").split("\n")[2]


def test_where_the_bot_has_no_public_address_no_page_is_offered(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        say("/week")
        assert say.buttons == ["Picture"]
        assert "settled" in say.tap_data(encode(WeekPage(date(2026, 11, 16))), "tap1")


def test_a_tap_in_a_chat_without_a_budget_makes_no_link(tmp_path: Path) -> None:
    with chat(tmp_path, PUBLIC_URL="https://budget.example") as say:
        assert "settled" in say.tap_data(encode(WeekPage(date(2026, 11, 16))), "tap1")
