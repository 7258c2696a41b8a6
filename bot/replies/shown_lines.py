"""The lines of a message as its receipt shows them, and the buttons that lead back to that."""

from collections.abc import Mapping
from typing import NamedTuple

from bot import buttons
from bot.reply import Button
from budget.bookkeeper import Receipt
from budget.edits import numbers_of
from budget.entries import PARTS, RecordedEntry
from budget.grammar import Reading
from budget.states import OpenQuestion
from words import labels
from words.voice import Voice


class Shown(NamedTuple):
    """What a receipt shows: addresses in the order of the text, and what is known of each. Lines that are gone come last."""

    lines: tuple[int, ...]
    numbers: Mapping[int, int]
    readings: Mapping[int, tuple[str, Reading]]
    held: Mapping[int, RecordedEntry]
    asked: Mapping[int, OpenQuestion]

    @classmethod
    def of(cls, receipt: Receipt) -> "Shown":
        held = {one.line: one for one in receipt.state.entries}
        asked = {one.line: one for one in receipt.state.questions}
        in_text = {*asked, *(line for line, one in held.items() if one.removed_by is None)}
        order = receipt.state.order or tuple(range(len(receipt.readings)))
        first: dict[
            int, int
        ] = {}  # of a line's entries the first: where that of before is gone, the line has its reading there
        for line in sorted(in_text):
            first.setdefault(line % PARTS, line)
        readings = {first.get(at, at): one for at, one in zip(order, receipt.readings, strict=False)}
        numbers = numbers_of(order, in_text, held.keys() - in_text)
        lines = sorted({*readings, *held, *asked}, key=lambda line: numbers[line])
        return cls(tuple(lines), numbers, readings, held, asked)

    def number(self, line: int) -> int:
        """Return the number that a line has for people; each entry of a line that has several has its own."""
        return self.numbers[line]

    def number_of(self, line: int) -> int | None:
        """Return the number that stands before the labels of a line's buttons, None where there is one line alone."""
        return self.number(line) if len(self.lines) > 1 else None


def back(voice: Voice, message: int) -> Button:
    """Return the button that leads back to the receipt of a message."""
    return Button(labels.back(voice), buttons.ShowLine(message))


def to_receipt(voice: Voice, receipt: Receipt) -> Button:
    """Return the button that leads back to a receipt from one of its lines."""
    label = labels.all_lines(voice) if len(Shown.of(receipt).lines) > 1 else labels.back(voice)
    return Button(label, buttons.ShowLine(receipt.message))
