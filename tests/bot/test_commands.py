"""The table of commands: what follows from it is what people see."""

import pytest

from bot.commands import COMMANDS, LISTED, blurbs_in
from languages import ENGLISH
from tests.chat import Say
from words.voice import voice_of

BLURBS = blurbs_in(voice_of(ENGLISH))


def test_help_lists_every_command_that_has_a_blurb(say: Say) -> None:
    listed = [line.partition(": ") for line in say("/help").splitlines() if line.startswith("/")]

    assert {name.removeprefix("/"): blurb for name, _, blurb in listed} == BLURBS


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
