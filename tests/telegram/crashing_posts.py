"""A program that ends at every point of a post through a write door, and then repeats it: `… crashing_posts FOLDER`.

The points are those of `tests.telegram.crashing`, chosen as there. For each that is tried, a process takes the post and ends;
this one takes it again, with the same key, and tells the chat later what it was not told. What came of it is printed as a
line of JSON.
"""

import asyncio
import json
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from app.build import build_app, http_app
from budget.messages import Message
from budget.write_doors import TELL_WITHIN
from tests.chat import open_book
from tests.telegram.crashing import ANN, Points, Telegram, held, in_a_process, in_this_process, settings_of, tried

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)


async def open_door(folder: Path) -> None:
    """Make a door, and leave its token in the folder."""
    app = build_app(settings_of(folder), request=Telegram(Points(None)), now=lambda: AT)
    async with app.database:
        if app.wire is None or app.wire.doorkeeper is None:
            raise TypeError
        _, token = await app.wire.doorkeeper.make(Message(ANN, 1, ANN, "/door", AT), "Phone", b"salt")
    (folder / "token").write_text(token)


async def post(folder: Path, points: Points) -> None:
    """Post an entry with a key; leave the answer in the folder."""
    app = build_app(settings_of(folder), request=Telegram(points), now=lambda: AT)
    async with app.database:
        points.watch(app.database.engine)
        headers = {
            "Authorization": f"Bearer {(folder / 'token').read_text()}",
            "Content-Type": "text/plain",
            "Idempotency-Key": "key",
        }
        async with httpx.AsyncClient(transport=httpx.ASGITransport(http_app(app)), base_url="http://x") as client:
            answer = await client.post("/entries", content="12.50 fun tacos", headers=headers)
    (folder / "answer.json").write_text(json.dumps([answer.status_code, answer.json()]))


async def tell_later(folder: Path, points: Points) -> None:
    """Tell the chat what it was not told, once the process that took the post has had its time."""
    app = build_app(settings_of(folder), request=Telegram(points), now=lambda: AT + TELL_WITHIN + timedelta(seconds=1))
    async with app.database:
        if app.wire is None or app.wire.posts is None:
            raise TypeError
        await app.wire.posts.tick()


def main(folder: Path) -> None:
    """Print what came of the post for each point."""
    warm = folder / "warm"
    warm.mkdir()
    for each in (warm, folder):  # what is imported and compiled here, no process does again; its threads have ended
        open_book(settings_of(each))
        asyncio.run(open_door(each))
    asyncio.run(post(warm, Points(None)))
    asyncio.run(tell_later(warm, Points(None)))
    book, answer = folder / "budget.db", folder / "answer.json"
    shutil.copy(book, folder / "before.db")

    def posting(points: Points) -> None:
        asyncio.run(post(folder, points))

    def telling(points: Points) -> None:
        asyncio.run(tell_later(folder, points))

    names = in_a_process(folder, posting) or []
    first: list[Any] = json.loads(answer.read_text())
    for number in tried(names, set()):
        shutil.copy(folder / "before.db", book)
        if in_a_process(folder, posting, number) is not None:
            raise RuntimeError(f"point {number} was not met again")
        passed = in_this_process(posting)
        later = in_this_process(telling)
        status, content = json.loads(answer.read_text())
        told = [*names[:number], *passed, *later].count("after sendMessage")
        said = {"held": held(folder), "status": status, "same": content == first[1], "told": told}
        print(json.dumps({"point": names[number], "number": number} | said))  # noqa: T201 - this is its output


if __name__ == "__main__":
    main(Path(sys.argv[1]))
