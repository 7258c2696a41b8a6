"""The questions before a budget is deleted, and what follows the answers."""

from collections.abc import Sequence
from datetime import datetime

from bot import buttons
from bot.replies.talk import listed, out_of_use
from bot.reply import Button, Reply, Style
from budget.states import OutOfUse, SetApart
from words import forgetting as say
from words import setting_labels
from words.voice import Voice


def forget(voice: Voice, nonce: str, *, group: bool) -> Reply:
    """Ask before everything is deleted."""
    said = [say.another_confirms(voice), say.who_answers_in_group(voice)] if group else [say.who_answers(voice)]
    return Reply(
        "\n".join([say.ask(voice), *said]),
        (
            (
                Button(setting_labels.delete_everything(voice), buttons.ConfirmForget(nonce), style=Style.DANGER),
                Button(setting_labels.keep_it(voice), buttons.KeepAll(nonce)),
            ),
        ),
        question=True,
    )


def another_must_confirm(voice: Voice, nonce: str) -> Reply:
    """Ask for a second person's word, in a group whose administrator has not asked."""
    return Reply(
        say.ask_another(voice),
        (
            (
                Button(setting_labels.confirm_deletion(voice), buttons.ConfirmForget(nonce), style=Style.DANGER),
                Button(setting_labels.keep_it(voice), buttons.KeepAll(nonce)),
            ),
        ),
        question=True,
    )


def closed(voice: Voice, nonce: str, until: datetime, now: datetime, *, group: bool) -> Reply:
    """Say that everything is closed, and when it goes."""
    at_once = () if group else (Button(setting_labels.delete_now(voice), buttons.DeleteNow(nonce), style=Style.DANGER),)
    return Reply(
        say.closed(voice, _hours_left(until, now)),
        ((Button(setting_labels.restore_budget(voice), buttons.RestoreBudget()), *at_once),),
        question=True,
    )


def _hours_left(until: datetime, now: datetime) -> int:
    return max(1, -int((now - until).total_seconds() // 3600))


def being_forgotten(voice: Voice, until: datetime, now: datetime) -> Reply:
    """Say that nothing is recorded because the budget goes, and how to keep it."""
    return Reply(
        say.being_forgotten(voice, _hours_left(until, now)),
        ((Button(setting_labels.restore_budget(voice), buttons.RestoreBudget()),),),
        question=True,
    )


def restored(voice: Voice, besides: Sequence[SetApart | OutOfUse] = ()) -> Reply:
    """Say that the budget is as it was, and what of it is not part of the one that is there by now, or out of use."""
    apart = [one for one in besides if isinstance(one, SetApart)]
    said = [say.restored_apart(voice) if apart else say.restored(voice)]
    said += (line for one in apart for line in listed(voice, one))
    said += (line for one in besides if isinstance(one, OutOfUse) for line in out_of_use(voice, one))
    return Reply("\n".join(said))


def nothing_to_restore(voice: Voice) -> Reply:
    """Say that nothing is closed any more, and what else brings a budget back."""
    return Reply(say.nothing_to_restore(voice))


def forgotten(voice: Voice) -> Reply:
    """Say that everything is deleted."""
    return Reply(say.forgotten(voice))


def kept(voice: Voice) -> Reply:
    """Say that nothing is deleted."""
    return Reply(say.kept(voice))


def nothing_kept(voice: Voice) -> Reply:
    """Say that there is nothing to forget."""
    return Reply(say.nothing_kept(voice))


def not_your_question(voice: Voice) -> str:
    """Say that somebody else has to answer."""
    return say.not_your_question(voice)


def forget_too_late(voice: Voice) -> Reply:
    """Say that a question has run out."""
    return Reply(say.too_late(voice))


def question_is_old(voice: Voice) -> str:
    """Say that a button of another time does nothing."""
    return say.question_is_old(voice)
