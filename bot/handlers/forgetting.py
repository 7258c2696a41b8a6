"""What deletes a budget: the question, its answers, and the way back."""

import secrets

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.handlers.files import whole_budget
from bot.reply import Reply
from budget.errors import BeingForgotten, NotFound, Refused
from budget.forgetting import Step


async def forget(deps: Dependencies, call: Call) -> Reply:
    """Ask before everything is deleted."""
    nonce = secrets.token_urlsafe(9)
    asked = await deps.forgetting.ask(call.owner, nonce, call.message.author, deps.now())
    return replies.forget(call.voice, nonce, group=call.message.group) if asked else replies.nothing_kept(call.voice)


async def _confirm(deps: Dependencies, button: buttons.ConfirmForget, tap: Tap) -> Answer:
    admin = tap.group and await tap.administrates()
    step = await deps.forgetting.answer(
        tap.owner, button.nonce, tap.author, tap.now, group=tap.group, administrates=admin
    )
    match step:
        case Step.CLOSE:
            return await _closed(deps, button.nonce, tap)
        case Step.ASK_ANOTHER:
            return Answer(replies.another_must_confirm(tap.voice, button.nonce))
        case Step.NOT_YOURS:
            return Answer(notice=replies.not_your_question(tap.voice))
        case Step.TOO_LATE:
            return Answer(replies.forget_too_late(tap.voice))


async def _closed(deps: Dependencies, nonce: str, tap: Tap) -> Answer:
    """Hand everything out, and say that it goes. The file is made of the closed budget, so that it holds all there was."""
    try:
        await deps.bookkeeper.budget_of_tap(tap.owner)
    except BeingForgotten as closed:
        until = closed.until
    else:
        return Answer(notice=replies.settled(tap.voice), alert=False)  # it was restored at this very moment
    table, whole = await _files(deps, tap)
    return Answer(replies.closed(tap.voice, nonce, until, tap.now, group=tap.group), before=table, second=whole)


async def _files(deps: Dependencies, tap: Tap) -> tuple[Reply | None, Reply | None]:
    """Return the entries as a table, for people, and the whole budget, which can be brought back; a refusal in place of either."""
    name, table = f"budget-{tap.now:%Y-%m-%d}", None
    try:
        content, entries = await deps.bookkeeper.export(tap.owner, closed=True)
        if entries:
            table = replies.exported(tap.voice, f"{name}.csv", content, entries)._replace(rings=tap.group)
        content, entries = await deps.bookkeeper.export(tap.owner, form="json", closed=True)
        return table, await whole_budget(tap.voice, f"{name}.json", content, entries)
    except Refused as problem:  # it is closed all the same, and that must be said
        said = replies.refused(tap.voice, problem, await deps.bookkeeper.money(tap.owner))
        return (said, None) if table is None else (table, said)


async def _keep(deps: Dependencies, button: buttons.KeepAll, tap: Tap) -> Answer:
    await deps.forgetting.keep(tap.owner, button.nonce)
    return Answer(replies.kept(tap.voice))


async def _restore(deps: Dependencies, _button: buttons.RestoreBudget, tap: Tap) -> Answer:
    try:
        besides = await deps.forgetting.restore(tap.owner, tap.now)
    except NotFound:
        return Answer(replies.nothing_to_restore(tap.voice))
    return Answer(replies.restored(tap.voice, besides))


async def _delete_now(deps: Dependencies, button: buttons.DeleteNow, tap: Tap) -> Answer:
    if tap.group:
        return Answer(notice=replies.question_is_old(tap.voice))
    await deps.forgetting.delete_now(tap.owner, button.nonce, tap.author, tap.now)
    return Answer(replies.forgotten(tap.voice))


async def _old(_deps: Dependencies, _button: buttons.OldForget, tap: Tap) -> Answer:
    return Answer(notice=replies.question_is_old(tap.voice))


TAPS: TapHandlers = {
    buttons.ConfirmForget: _confirm,
    buttons.KeepAll: _keep,
    buttons.DeleteNow: _delete_now,
    buttons.RestoreBudget: _restore,
    buttons.OldForget: _old,
}
