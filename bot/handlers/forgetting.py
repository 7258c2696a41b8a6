"""What deletes a budget: the question, its answers, and the way back."""

import secrets
from dataclasses import replace

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.errors import Refused
from budget.forgetting import Step


async def forget(deps: Dependencies, call: Call) -> Reply:
    """Ask before everything is deleted."""
    nonce = secrets.token_urlsafe(9)
    asked = await deps.forgetting.ask(call.owner, nonce, call.message.author, deps.now())
    return replies.forget(nonce, group=call.message.group) if asked else replies.nothing_kept()


async def _confirm(deps: Dependencies, button: buttons.ConfirmForget, tap: Tap) -> Answer:
    admin = tap.group and await tap.administrates()
    step = await deps.forgetting.answer(
        tap.owner, button.nonce, tap.author, tap.now, group=tap.group, administrates=admin
    )
    match step:
        case Step.CLOSE:
            return await _closed(deps, button.nonce, tap)
        case Step.ASK_ANOTHER:
            return Answer(replies.another_must_confirm(button.nonce))
        case Step.NOT_YOURS:
            return Answer(notice=replies.not_your_question())
        case Step.TOO_LATE:
            return Answer(replies.forget_too_late())


async def _closed(deps: Dependencies, nonce: str, tap: Tap) -> Answer:
    """Hand everything out, and say that it goes. The file is made of the closed budget, so that it holds all there was."""
    before = None
    try:
        content, entries = await deps.bookkeeper.export(tap.owner, closed=True)
    except Refused as problem:  # it is closed all the same, and that must be said
        before = replies.refused(problem, await deps.bookkeeper.money(tap.owner))
    else:
        if entries:
            before = replace(replies.exported(f"budget-{tap.now:%Y-%m-%d}.csv", content, entries), rings=True)
    return Answer(replies.closed(nonce, group=tap.group), before=before)


async def _keep(deps: Dependencies, button: buttons.KeepAll, tap: Tap) -> Answer:
    await deps.forgetting.keep(tap.owner, button.nonce)
    return Answer(replies.kept())


async def _restore(deps: Dependencies, _button: buttons.RestoreBudget, tap: Tap) -> Answer:
    await deps.forgetting.restore(tap.owner, tap.now)
    return Answer(replies.restored())


async def _delete_now(deps: Dependencies, button: buttons.DeleteNow, tap: Tap) -> Answer:
    if tap.group:
        return Answer(notice=replies.question_is_old())
    await deps.forgetting.delete_now(tap.owner, button.nonce, tap.author, tap.now)
    return Answer(replies.forgotten())


async def _old(_deps: Dependencies, _button: buttons.OldForget, _tap: Tap) -> Answer:
    return Answer(notice=replies.question_is_old())


TAPS: TapHandlers = {
    buttons.ConfirmForget: _confirm,
    buttons.KeepAll: _keep,
    buttons.DeleteNow: _delete_now,
    buttons.RestoreBudget: _restore,
    buttons.OldForget: _old,
}
