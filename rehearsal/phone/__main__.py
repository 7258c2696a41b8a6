"""Draws scripted chats: ``python -m rehearsal.phone [SCRIPT…] [--out DIR] [--theme light|dark|both] [--picture SCRIPT FILE]
[--page SCRIPT FILE]``.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rehearsal.phone import png
from rehearsal.phone.browser import NO_BROWSER, Browser, BrowserError, browser, chromium
from rehearsal.phone.heights import exchanges, font_of, measured, table
from rehearsal.phone.page import page
from rehearsal.phone.play import Played, play
from rehearsal.phone.script import SCRIPTS, ScriptError, read
from settings import SettingsError

_THEMES = ("light", "dark")
_LARGEST = 150_000
"""Bytes of a picture that is put somewhere else."""
_OUT = Path(".browser/phone")


def main(arguments: Sequence[str] | None = None) -> int:
    """Play scripts and draw what comes of them; return the exit status."""
    names = sorted(path.stem for path in SCRIPTS.glob("*.toml"))
    parser = argparse.ArgumentParser(
        prog="python -m rehearsal.phone",
        description="Play scripted chats with the bot, draw them as a phone shows them, and measure them.",
        epilog=f"Scripts that are here: {', '.join(names)}. Roboto and Noto Color Emoji are the fonts to install.",
    )
    parser.add_argument("scripts", nargs="*", default=names, metavar="SCRIPT", help="a script's name, or a file")
    parser.add_argument("--out", type=Path, default=_OUT, metavar="DIR", help=f"where it all goes ({_OUT})")
    parser.add_argument("--theme", choices=[*_THEMES, "both"], default="both")
    parser.add_argument("--picture", nargs=2, metavar=("SCRIPT", "FILE"), help="put a script's light screen there, too")
    parser.add_argument(
        "--page", nargs=2, metavar=("SCRIPT", "FILE"), help="put the top of its budget's page there, too"
    )
    asked = parser.parse_args(arguments)
    try:
        chats = {path.stem: _play(path) for path in map(_path, asked.scripts)}
        for option, wanted in (("--picture", asked.picture), ("--page", asked.page)):
            if wanted is not None and wanted[0] not in chats:
                raise ScriptError(f"{option}: {wanted[0]} is not among what is drawn")
    except (ScriptError, SettingsError) as problem:
        print(problem, file=sys.stderr)
        return 2
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, played in chats.items():
        (asked.out / f"{name}.html").write_text(page(played), encoding="utf-8")
        for refused in played.refused:
            _say(f"{name}: Telegram refuses {refused}")
    program = chromium()
    if program is None:
        _say(NO_BROWSER)
        return 0
    try:
        with tempfile.TemporaryDirectory() as profile, browser(program, Path(profile)) as window:
            for name, played in chats.items():
                _draw(window, name, played, asked.out, _THEMES if asked.theme == "both" else (asked.theme,))
            if asked.picture is not None:
                _put_picture(window, asked.out / f"{asked.picture[0]}.html", Path(asked.picture[1]))
            if asked.page is not None:
                html = asked.out / f"{asked.page[0]}-page.html"
                html.write_text(chats[asked.page[0]].page, encoding="utf-8")
                _put_picture(window, html, Path(asked.page[1]), top=True)
    except (BrowserError, OSError) as problem:
        _say(f"{program} can't be used: {problem}")
        return 1
    return 0


def _path(script: str) -> Path:
    """Return a script's file: its path, or its name among those that are here."""
    return SCRIPTS / f"{script}.toml" if "." not in script and "/" not in script else Path(script)


def _play(path: Path) -> Played:
    script = read(path)
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(play(script, Path(folder)))


def _draw(window: Browser, name: str, played: Played, out: Path, themes: Sequence[str]) -> None:
    """Leave the pictures of one chat, and say how high its messages are."""
    for theme in themes:
        window.open(out / f"{name}.html", theme)
        (out / f"{name}-{theme}.png").write_bytes(window.whole())
        (out / f"{name}-{theme}-screen.png").write_bytes(window.screen())
    _say(f"{name}: {out / name}-*.png, in {font_of(window)}")
    for line in table(exchanges(played.chat, measured(window))):
        _say(line)


def _put_picture(window: Browser, html: Path, file: Path, *, top: bool = False) -> None:
    """Put a light screen of a chat, or of the ``top`` of a page, into a file where it is small enough to be read beside text."""
    window.open(html, "light")
    picture = png.small(window.screen(top=top))
    if len(picture) < _LARGEST:
        file.write_bytes(picture)
        _say(f"{file}: {len(picture) / 1000:.0f} KB")
    else:
        _say(f"{file} stays as it was: the picture takes {len(picture) / 1000:.0f} KB of at most {_LARGEST / 1000:.0f}")


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
