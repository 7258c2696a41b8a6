"""Whole budgets: handed out as a file, and put back."""

from collections.abc import Sequence
from typing import BinaryIO

from bot import buttons
from bot.replies.wording import some_of
from bot.reply import Button, Document, Reply, quoted
from budget.imports.own_json import RestoredBook
from budget.restoring import BookOffer
from words import file_labels, files
from words import restoring as say
from words.voice import Voice


def whole_exported(voice: Voice, name: str, file: BinaryIO, entries: int) -> Reply:
    """Hand a whole budget out as a file."""
    return Reply(say.whole_exported(voice, entries), document=Document(name, file, files.no_file_here(voice)))


def book_offer(voice: Voice, offer: BookOffer, number: int) -> Reply:
    """Say what a whole budget holds, and ask whether it is to be restored."""
    book = offer.whole.book
    said = [say.whole_budget(voice, len(offer.whole.entries), book.budget.money.currency.code)]
    if not offer.is_empty:
        return Reply("\n".join([*said, say.not_empty(voice)]))
    said += names_out_of_use(voice, offer.whole.out_of_use)
    if book.memory.links:
        said.append(say.links_stay_behind(voice))
    offered = (
        (Button(file_labels.restore(voice), buttons.RestoreBook(number)),),
        (Button(file_labels.no(voice), buttons.DropFile(number)),),
    )
    return Reply("\n".join([*said, files.waits(voice)]), offered, question=True)


def book_not_empty(voice: Voice) -> Reply:
    """Say that a whole budget can't be restored beside another one."""
    return Reply(say.not_empty(voice))


def book_restored(voice: Voice, whole: RestoredBook) -> Reply:
    """Say that a whole budget is restored."""
    return Reply("\n".join([say.restored(voice, len(whole.entries)), *names_out_of_use(voice, whole.out_of_use)]))


def names_out_of_use(voice: Voice, names: Sequence[str]) -> list[str]:
    """Say which names a budget has no room for; nothing where there are none."""
    return [say.out_of_use(voice, some_of(voice, map(quoted, names)))] if names else []
