"""A bot at home, without an address that others reach."""

import asyncio
from pathlib import Path

from app.doctor import examine
from tests.chat import chat, settings_for

TOKEN = "123456:ABC"


def test_a_link_says_that_it_opens_here_alone_and_the_week_comes_as_a_picture(tmp_path: Path) -> None:
    with chat(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, ALLOWED_USERS="1") as say:
        said = say("/share")

        assert "http://localhost:0/s/" in said
        assert "This address opens only on the computer that runs the bot." in said
        assert "whoever runs the bot sets PUBLIC_URL to an address that is reached from outside" in said
        assert say.reply is not None
        assert say.reply.picture is not None
        assert say.reply.picture.png.startswith(b"\x89PNG")
        assert say.buttons == ["Copy"], "a picture can't become the text that tells of a revoked link"
        assert "Never opened" in say("/links") or "never opened" in say("/links")


def test_a_terminal_says_so_and_keeps_its_buttons(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        said = say("/share")

        assert "This address opens only on the computer that runs the bot." in said
        assert "picture" not in said
        assert say.buttons == ["Copy", "Revoke"]


def test_an_address_that_is_reached_from_outside_is_given_alone(tmp_path: Path) -> None:
    with chat(tmp_path, PUBLIC_URL="https://budget.example.org") as say:
        assert "opens only on" not in say("/share")


def test_the_doctor_notes_who_can_open_links(tmp_path: Path) -> None:
    async def seen(**environ: str) -> str:
        found = {one.what: one async for one in examine(settings_for(tmp_path, **environ))}
        assert found["share links"].well
        return found["share links"].seen

    assert asyncio.run(seen()).startswith("they open on this computer alone; for others set PUBLIC_URL")
    assert asyncio.run(seen(PUBLIC_URL="https://budget.example.org")) == "they begin with https://budget.example.org"
