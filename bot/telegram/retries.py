"""How long is waited after a failure: as Telegram asks (429), else longer with each attempt."""

from telegram.error import RetryAfter

from bot.telegram.poison import TriedTooSoon

PAUSES = (1, 2, 4, 8, 15, 30, 60)
"""Seconds between attempts, as Telegram itself would wait."""


def pause_after(problem: Exception, attempt: int) -> float:
    """Return the seconds to wait: what Telegram or the guard asks for, else longer with each attempt."""
    if isinstance(problem, TriedTooSoon):
        return problem.seconds
    if isinstance(problem, RetryAfter):
        after = problem.retry_after
        return float(after if isinstance(after, int) else after.total_seconds())
    return PAUSES[min(attempt, len(PAUSES) - 1)]
