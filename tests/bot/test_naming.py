"""A budget's name: said by `/settings name`, else the title of its group; product page page, section 6."""

import pytest

from budget.bookkeeper import Message
from budget.states import Version
from tests.chat import Say


def named(say: Say) -> str:
    return say.runner.run(say.app.bookkeeper.budget(say.owner)).name


def in_group(say: Say, text: str, title: str, number: int) -> None:
    version = Version(0, 9000 + number)
    message = Message(say.owner, number, say.owner, text, say.now, version, group=True, title=title)
    say.reply = say.runner.run(say.app.bot.said(message))


def test_a_name_is_said_shown_and_taken_away(say: Say) -> None:
    assert "Name:" not in say("/settings")
    assert "Name: Home <3 us" in say("/settings name  Home <3  us")
    assert named(say) == "Home <3 us"
    assert "Name: Home <3 us" in say("/settings")
    assert "Name:" not in say("/settings name none")
    assert named(say) == ""


@pytest.mark.parametrize("text", ["x" * 41, "a\u202eb", "a\u200bb", "a\ufe00b"])
def test_a_name_that_is_long_or_hides_something_is_refused(say: Say, text: str) -> None:
    assert "can't be a budget's name" in say(f"/settings name {text}")
    assert named(say) == ""


def test_a_name_has_forty_characters_at_most(say: Say) -> None:
    say(f"/settings name {'x' * 40}")

    assert named(say) == "x" * 40


@pytest.mark.parametrize(
    "command", ["/settings name %s", "/categories add %s 40", "/categories fun +%s", "/bill %s 40 monthly"]
)
def test_a_name_that_is_too_long_is_quoted_whole(say: Say, command: str) -> None:
    """Cut to what is allowed it would look as if that were refused."""
    name = "y" * 41

    assert say(command % name).startswith(f"“{name}” can't be")


def test_a_name_is_not_needed_to_be_told_what_to_write(say: Say) -> None:
    assert "/settings name home" in say("/settings name")


def test_a_text_that_records_nothing_brings_a_groups_new_title(say: Say) -> None:
    say.app.bot.name = "budgetbot"
    in_group(say, "5 fun", "The Joneses", 1)
    in_group(say, "@budgetbot hello", "The Smiths", 2)

    assert named(say) == "The Smiths"


def test_a_group_is_called_by_its_title(say: Say) -> None:
    in_group(say, "5 fun", "The Joneses", 1)
    assert named(say) == "The Joneses"

    in_group(say, "6 fun", f"Trip\u202e to  {'x' * 50}", 2)
    assert named(say) == f"Trip to {'x' * 32}"

    in_group(say, "/settings name Home", "Other", 3)
    in_group(say, "7 fun", "Another title", 4)
    assert named(say) == "Home", "what was said goes before the title"

    say.runner.run(say.app.bookkeeper.entitle(say.owner, "Another title"))
    in_group(say, "/settings name none", "Another title", 5)
    assert named(say) == "Another title"


def test_a_link_of_a_group_that_wrote_nothing_yet_is_called_by_its_title(say: Say) -> None:
    in_group(say, "/share", "The Joneses", 1)

    assert named(say) == "The Joneses"


def test_an_icon_stands_on_lines_and_buttons_and_need_not_be_written(say: Say) -> None:
    say("/categories fun 🎉")
    assert say("12.50 fun tacos") == "✓ $12.50 tacos\n$137.50 left of $150 · 🎉 Fun"
    say("/limits")
    assert say.buttons[0] == "🎉 Fun"
    say("/categories 🎉 fun 🍕")
    assert say("5 fun").endswith("· 🍕 Fun")
