"""The table of commands: what follows from it is what people see."""

import pytest

from bot.commands import COMMANDS, LISTED, blurbs_in, menu_in
from languages import ENGLISH
from tests.chat import Say
from words.voice import voice_of

BLURBS = blurbs_in(voice_of(ENGLISH))


def test_help_leads_by_topics_to_every_command_that_has_a_blurb(say: Say) -> None:
    said = say("/help")
    topics = say.buttons
    pages = []
    for topic in topics:
        pages.append(say.tap(topic))
        assert pages[-1].split("\n")[0] == topic
        assert say.buttons == ["‹ Help"]
        assert say.tap("‹ Help") == said
        assert say.buttons == topics

    listed = [line.split(" · ")[0].partition(": ") for page in pages for line in page.split("\n")[1:]]
    assert sorted((name.removeprefix("/"), blurb) for name, _, blurb in listed) == sorted(BLURBS.items())
    assert max(page.count("\n") for page in [said, *pages]) <= 6  # a phone shows it at once
    assert "/bill: what is due again and again: make or change it · /bill rent 900 on the 1st" in pages[1].split("\n")


def test_the_help_of_a_group_leaves_out_what_works_in_private_alone(say: Say) -> None:
    say.group = True
    say("/help")
    assert "/invite" not in say.tap("Share and invite")
    assert "/share" in say.tap_data("?:sharing", "tap9")


def test_the_menu_lists_ten_commands() -> None:
    daily = menu_in(voice_of(ENGLISH))
    assert len(daily) == 10
    assert {"week", "bills", "help"} < set(daily)
    assert set(menu_in(voice_of(ENGLISH), administrators=True)) == {*daily, "forget"}


def test_a_name_is_one_that_telegram_takes() -> None:
    for name, command in COMMANDS.items():
        assert name == command.name
        assert name.isascii()
        assert name.islower()
        assert len(name) <= 32
        assert len(BLURBS.get(name, "")) <= 256


@pytest.mark.parametrize("name", LISTED)
def test_a_name_with_a_letter_too_many_is_a_near_miss(say: Say, name: str) -> None:
    assert say(f"/{name}e") == f"I don't know /{name}e. Did you mean /{name}?"


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if not command.in_groups])
def test_what_works_in_private_alone_says_so_in_a_group(say: Say, name: str) -> None:
    say.group = True

    assert f"Write /{name} to me in private" in say(f"/{name}")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_a_command_that_only_looks_is_marked_as_a_look(say: Say, name: str) -> None:
    say(f"/{name}")
    assert say.reply is not None
    assert say.reply.look == COMMANDS[name].only_looks("")

    say(f"/{name} fun")
    assert say.reply is not None
    assert say.reply.look == COMMANDS[name].only_looks("fun") or COMMANDS[name].entry is not None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/week.", "$400.00 left this week"),
        ("/week!", "$400.00 left this week"),
        ("/week, last", "$400.00 left of $400 · 9 – 15 Nov"),
        ("/left", "No paycheck yet."),
        ("/balance", "No paycheck yet."),
        ("/last week", "$400.00 left of $400 · 9 – 15 Nov"),
        ("/delete 2", "There is no entry 2 to undo"),
        ("/refund 5 fun", "✓ Refund $5.00"),
        ("/spent: 5 fun", "✓ $5.00"),
        ("/budget", "Weekly limits"),
        ("/dance", "I don't know /dance. /help shows what I do."),
        ("/weeks", "I don't know /weeks. Did you mean /week?"),
        ("/udno", "I don't know /udno. Did you mean /undo?"),
        ("12+12=24 lunch", "“12+12=24” is not an amount that I read."),
        ("11-24 coffee 4", "Is “11-24” a day?"),
        ("31-12 coffee 4", "Is “31-12” a day?"),
        ("45-31 coffee 4", "I don't subtract: “45-31”."),
        ("9-5 coffee", "I don't subtract: “9-5”."),
    ],
)
def test_what_is_not_done_is_told_the_true_reason(say: Say, typed: str, said: str) -> None:
    assert say(typed).startswith(said)
