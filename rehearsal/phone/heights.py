"""How much of a phone each message and its answer take, in CSS pixels of a screen of 390 × 844.

Measured are the bubbles with their keyboards; the 5 pixels between two messages are left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from rehearsal.phone.browser import Browser
from rehearsal.phone.script import BOT
from rehearsal.phone.telegram import Chat, Message

_MEASURE = """[...document.querySelectorAll('.message')].map(message => {
    const bubble = message.querySelector('.bubble').getBoundingClientRect().height;
    return [message.dataset.number, bubble, message.getBoundingClientRect().height - bubble];
})"""
# A text has the same width in a missing font and in the font that replaces it.
_FONT = """['monospace', 'Roboto, monospace'].map(font => {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `32px ${font}`;
    return pen.measureText('iiiWWW').width;
})"""


@dataclass(frozen=True, slots=True)
class Height:
    """The height of a message: its bubble, and the buttons under it."""

    bubble: float
    keyboard: float

    @property
    def whole(self) -> float:
        return self.bubble + self.keyboard


@dataclass(frozen=True, slots=True)
class Exchange:
    """A person's message and all that the bot answered to it."""

    text: str
    own: float
    replies: tuple[Height, ...]
    quiet: bool
    """Whether no answer made a sound."""

    @property
    def answer(self) -> float:
        return sum(reply.whole for reply in self.replies)

    @property
    def whole(self) -> float:
        return self.own + self.answer

    @property
    def is_command(self) -> bool:
        return self.text.startswith("/")


def measured(browser: Browser) -> dict[int, Height]:
    """Return the heights of an open page's messages, by their numbers."""
    return {int(number): Height(bubble, keyboard) for number, bubble, keyboard in browser.ask(_MEASURE)}


def font_of(browser: Browser) -> str:
    """Return the font that an open page is drawn in."""
    without, asked = browser.ask(_FONT)
    return "Inter, for Roboto is not installed" if without == asked else "Roboto"


def exchanges(chat: Chat, heights: Mapping[int, Height]) -> list[Exchange]:
    """Return what was said and answered, in order."""
    found = []
    for message in chat.in_order:
        if message.sender in {BOT, ""}:
            continue
        answers = [each for each in chat.in_order if each.cause == message.number and each.sender == BOT]
        found.append(_exchange(message, answers, heights))
    return found


def _exchange(message: Message, answers: Sequence[Message], heights: Mapping[int, Height]) -> Exchange:
    replies = tuple(heights[each.number] for each in answers)
    return Exchange(message.text, heights[message.number].whole, replies, all(each.quiet for each in answers))


def table(found: Sequence[Exchange]) -> list[str]:
    """Return the heights as lines to be read."""
    lines = [f"  {'a person writes':<32} {'own':>4} {'answer':>6} {'in all':>6}  the answer's bubbles + keyboards"]
    for each in found:
        text = each.text.replace("\n", " ⏎ ")
        text = text if len(text) <= 32 else f"{text[:31]}…"
        replies = ", ".join(f"{reply.bubble:.0f} + {reply.keyboard:.0f}" for reply in each.replies) or "none"
        quiet = ", quiet" if each.replies and each.quiet else ""
        lines.append(f"  {text:<32} {each.own:>4.0f} {each.answer:>6.0f} {each.whole:>6.0f}  {replies}{quiet}")
    expenses = [each.whole for each in found if each.replies and not each.is_command]
    if expenses:
        lines.append(
            f"  an entry takes {mean(expenses):.0f} px in the mean, {min(expenses):.0f} to {max(expenses):.0f} of {len(expenses)}"
        )
    return lines
