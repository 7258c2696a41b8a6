"""What the dispatcher is made of."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.access import Access
from bot.conversation import Conversation
from bot.marks import Marks
from bot.telegram.memory import Taps
from bot.telegram.offers import Offers
from bot.telegram.poison import PoisonGuard
from bot.telegram.questions import Questions
from bot.telegram.sender import LONGEST_CALL, Answers, UpdateObserver


async def _is_no_other(_bot: int) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Parts:
    """What handles updates."""

    bot: Conversation
    access: Access
    answers: Answers
    offers: Offers
    observer: UpdateObserver
    guard: PoisonGuard
    questions: Questions
    longest_call: float = LONGEST_CALL
    marks: Marks = field(default_factory=Marks)
    taps: Taps | None = None
    is_ours: Callable[[int], Awaitable[bool]] = _is_no_other
    """Whether another bot, by Telegram's number, keeps its messages in the same book."""
