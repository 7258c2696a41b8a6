"""A message that asks for a look is read in one look and answered with others: what changes between them makes no answer untrue."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from budget.errors import LedgerUnavailable
from tests.chat import Say, chat

OLD, NEW = -77, -1_000_000_000_077
Change = Callable[[Say], Awaitable[object]]


def in_another_currency(say: Say) -> Awaitable[object]:
    return say.app.bookkeeper.relabel(NEW, "USD", "KWD")


def without_a_category(say: Say) -> Awaitable[object]:
    return say.app.bookkeeper.remove_category(NEW, "Fun", say.now)


def with_another_limit(say: Say) -> Awaitable[object]:
    return say.app.bookkeeper.set_limit(NEW, ["fun", "70"], say.now)


def merged(say: Say) -> Awaitable[object]:
    return say.app.bookkeeper.move(OLD, NEW)


def begun(say: Say) -> Awaitable[object]:
    return say.app.bookkeeper.begin(NEW, "")


def asked(say: Say, text: str) -> str:
    """Ask in the group; where that is to be repeated, as Telegram does, once more."""
    try:
        return say(text, number=50)
    except LedgerUnavailable:
        return say(text, number=50)


def group(say: Say, *texts: str) -> None:
    """Write in a group, and in the one that it becomes."""
    say.app.bot.name, say.group, say.owner = "budgetbot", True, OLD
    say("7 fun cinema")
    say.owner = NEW
    for text in texts:
        say(text)


@pytest.mark.parametrize("change", [in_another_currency, without_a_category, with_another_limit, merged, begun])
@pytest.mark.parametrize("text", ["fun", "can I afford 20 fun?", "what did I spend on fun?", "rent", "paid rent"])
def test_whenever_something_changes_the_answer_is_that_of_before_or_after(
    tmp_path: Path, text: str, change: Change
) -> None:
    texts = () if change is begun else ("5 fun tacos", "/bill rent 900 on the 1st")
    text = f"@budgetbot {text}"

    def answered(at: int | None) -> tuple[str, int]:
        """Return the answer where the change comes before a transaction that reads, which is counted from 0; None: before all."""
        folder = tmp_path / f"{at}"
        folder.mkdir()
        with chat(folder) as say:
            group(say, *texts)
            if at is None:
                say.runner.run(_done(change(say)))
            begins = 0

            def before(_db: object, _cursor: object, statement: str, *_: object) -> None:
                nonlocal begins
                if statement == "BEGIN":
                    begins += 1
                    if begins - 1 == at:
                        asyncio.run_coroutine_threadsafe(_done(change(say)), say.runner.get_loop()).result(9)

            event.listen(say.app.database.engine, "before_cursor_execute", before)
            return asked(say, text), begins

    (as_before, begins), (as_after, _) = answered(10**6), answered(None)

    assert begins > 1
    assert {answered(at)[0] for at in range(begins)} <= {as_before, as_after}


async def _done(change: Awaitable[object]) -> None:
    await change
