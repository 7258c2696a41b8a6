"""The questions before a budget is deleted, and what follows the answers."""

from datetime import datetime

from bot import buttons
from bot.replies.wording import count
from bot.reply import Button, Reply


def forget(nonce: str, *, group: bool) -> Reply:
    """Ask before everything is deleted."""
    another = (
        "Unless you are an administrator here, another member who may use me has to confirm it, too.\n" if group else ""
    )
    return Reply(
        "This deletes everything that I keep of this chat: entries, categories, settings and share links. First I send all "
        "entries as a file. Links close at once; the rest goes a day later, and until then it can be restored.\n"
        f"{another}Only the person who asked can answer, within ten minutes.",
        ((Button("Delete everything", buttons.ConfirmForget(nonce)), Button("Keep it", buttons.KeepAll(nonce))),),
        question=True,
    )


def another_must_confirm(nonce: str) -> Reply:
    """Ask for a second person's word, in a group whose administrator has not asked."""
    return Reply(
        "This deletes everything of this group. Another member who may use me has to confirm it, within ten minutes of "
        "/forget. (If I know that an administrator wrote /forget, nobody else is needed.)",
        (
            (
                Button("Confirm: delete everything", buttons.ConfirmForget(nonce)),
                Button("Keep it", buttons.KeepAll(nonce)),
            ),
        ),
        question=True,
    )


def closed(nonce: str, *, group: bool) -> Reply:
    """Say that everything is closed, and goes in a day."""
    now = () if group else (Button("Delete now", buttons.DeleteNow(nonce)),)
    return Reply(
        "This budget is closed: everything of this chat is deleted in 24 hours, and its share links open nothing any more. "
        "Until then I record nothing here, and anybody who may use me here can restore it.",
        ((Button("Restore", buttons.RestoreBudget()), *now),),
        question=True,
    )


def being_forgotten(until: datetime, now: datetime) -> Reply:
    """Say that nothing is recorded because the budget goes, and how to keep it."""
    hours = max(1, -int((now - until).total_seconds() // 3600))
    return Reply(
        f"This budget is closed and will be deleted in {count(hours, 'hour')}, so nothing is recorded. "
        "After that a new one can begin here. Restore brings it back as it was.",
        ((Button("Restore", buttons.RestoreBudget()),),),
        question=True,
    )


def restored() -> Reply:
    """Say that the budget is as it was."""
    return Reply("It is restored, as it was. Its share links stay closed: /share makes new ones.")


def forgotten() -> Reply:
    """Say that everything is deleted."""
    return Reply("Everything of this chat is deleted.")


def kept() -> Reply:
    """Say that nothing is deleted."""
    return Reply("Nothing is deleted.")


def nothing_kept() -> Reply:
    """Say that there is nothing to forget."""
    return Reply("I keep nothing of this chat.")


def not_your_question() -> str:
    """Say that somebody else has to answer."""
    return "Only the person who wrote /forget can answer this. Nothing is deleted."


def forget_too_late() -> Reply:
    """Say that a question has run out."""
    return Reply("That was more than ten minutes ago. Nothing is deleted; /forget asks again.")


def question_is_old() -> str:
    """Say that a button of another time does nothing."""
    return "This question is old. Nothing is deleted; /forget asks again."
