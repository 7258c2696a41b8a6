"""What changes entries: taking the latest message back, and the buttons under a receipt."""

from collections.abc import Callable

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import MOST_BACK, NUMBER, Call, Dependencies, Tap, TapHandlers
from bot.handlers.offers import beside, shown
from bot.handlers.settings import in_use
from bot.reply import Reply
from budget import acts, undoing
from budget.bookkeeper import Receipt
from budget.errors import InvalidChoice, NotFound
from budget.ledger import MessageTransaction
from budget.states import MessageState

_Restores = buttons.RestoreLines | buttons.RestoreOffering | buttons.RestoreSuggesting | buttons.RestoreSaying
_SetsUndone = buttons.UndoLines | _Restores


async def undo(deps: Dependencies, call: Call) -> Reply:
    """Close the question of the latest message, else undo its entries; `all` does both, `3` undoes the third of `/recent`."""
    desk, owner, message, now = deps.bookkeeper, call.owner, call.message.number, call.message.sent_at
    rest = call.rest.lower().removeprefix("#")
    try:
        if rest in {"", "all", "last"}:
            done = await desk.undo_latest(owner, message, now, everything=rest == "all")
        elif not NUMBER.fullmatch(rest):
            return replies.usage_undo(call.voice)
        elif 1 <= int(rest) <= MOST_BACK:
            done = await desk.undo_recent(owner, message, now, int(rest))
        else:
            return replies.counts_back(call.voice, call.name, MOST_BACK)
    except NotFound:
        return replies.nothing_to_undo(call.voice, rest if rest.isdecimal() else "")
    if not done.holds:
        return replies.declined(call.voice)._replace(corrects=done.corrects)
    stands = any(not one.undone for one in done.state.entries)
    reply = replies.nothing_undone if stands and not rest.isdecimal() else replies.receipt
    return reply(call.voice, done)._replace(corrects=done.corrects)


async def record(deps: Dependencies, call: Call) -> Reply:
    """Say what belongs behind a command that records: with an entry behind it, it is read as an entry."""
    return replies.entry_missing(call.voice, call.name, await deps.bookkeeper.shown_budget(call.owner))


async def done_by_tap(
    deps: Dependencies, tap: Tap, message: int, act: Callable[[MessageTransaction], MessageState]
) -> Receipt:
    """Do what a tap asks of a message: `Bookkeeper.tap`."""
    return await deps.bookkeeper.tap(tap.owner, message, tap.now, act)


async def _show_line(deps: Dependencies, button: buttons.ShowLine, tap: Tap) -> Answer:
    done = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    if button.line is None:
        return Answer(shown(tap, done))
    return Answer(beside(tap, done, replies.ask_again(tap.voice, done, button.line)))


async def _set_undone(deps: Dependencies, button: _SetsUndone, tap: Tap) -> Answer:
    undone = isinstance(button, buttons.UndoLines)
    done = await done_by_tap(
        deps, tap, button.message, lambda tx: undoing.set_undone(tx, button.line, tap.act, undone=undone)
    )
    return _answered(tap, done)


def _answered(tap: Tap, done: Receipt) -> Answer:
    """Show what is so now. The button may stand under what `/undo` or a reply was answered: then the receipt says the same."""
    receipt = shown(tap, done)
    return Answer(receipt, also=receipt._replace(corrects=done.message))


async def _answer(deps: Dependencies, button: buttons.Answer, tap: Tap) -> Answer:
    try:
        done = await done_by_tap(
            deps, tap, button.message, lambda tx: acts.answer(tx, button.line, button.choice, tap.act)
        )
    except InvalidChoice as problem:
        return await _asks_to_relabel(deps, button, tap, problem)
    return _answered(tap, done)


async def _asks_to_relabel(deps: Dependencies, button: buttons.Answer, tap: Tap, problem: InvalidChoice) -> Answer:
    """Ask whether all was in a choice's currency all along: something was recorded while the question was open.

    Raises `NotFound` where another tap has closed it meanwhile.
    """
    done = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    asked = next((one for one in done.state.questions if one.line == button.line), None)
    if asked is None:
        raise NotFound(f"question {button.line}")
    asks = await in_use(deps, tap.voice, tap.owner, str(asked.choices[button.choice].currency), problem)
    return Answer(shown(tap, done), before=asks)


async def _decline(deps: Dependencies, button: buttons.Decline, tap: Tap) -> Answer:
    done = await done_by_tap(deps, tap, button.message, lambda tx: acts.decline(tx, button.line, tap.act))
    if not done.holds:
        return Answer(replies.declined(tap.voice))
    return _answered(tap, done)


async def _set_category(deps: Dependencies, button: buttons.SetCategory, tap: Tap) -> Answer:
    done = await done_by_tap(
        deps, tap, button.message, lambda tx: acts.recategorise(tx, button.line, button.category, tap.act)
    )
    return _answered(tap, done)


def is_undone(done: Receipt, line: int | None) -> bool:
    """Whether the entry of a line (of all lines for None) was undone elsewhere, so that an old button can't change it yet."""
    found = [one.undone for one in done.state.entries if line in {None, one.line}]
    return bool(found) and all(found)


async def _pick_category(deps: Dependencies, button: buttons.PickCategory, tap: Tap) -> Answer:
    done = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    if is_undone(done, button.line):
        return Answer(shown(tap, done))
    return Answer(beside(tap, done, replies.pick_category(tap.voice, done, button.line)))


async def _change_line(deps: Dependencies, button: buttons.ChangeLine, tap: Tap) -> Answer:
    done = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    if is_undone(done, button.line):
        return Answer(shown(tap, done))
    if button.line is None:
        return Answer(beside(tap, done, replies.pick_line(tap.voice, done)))
    return Answer(beside(tap, done, replies.pick_part(tap.voice, done, button.line)))


async def _ask_for(deps: Dependencies, button: buttons.AskFor, tap: Tap) -> Answer:
    """Ask for a part of an entry below its receipt, which is shown whole again."""
    done = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    if is_undone(done, button.line):
        return Answer(shown(tap, done))
    return Answer(shown(tap, done), before=replies.prompt(tap.voice, done, button))


async def _move_to_tag(deps: Dependencies, button: buttons.MoveToTag, tap: Tap) -> Answer:
    done = await done_by_tap(deps, tap, button.message, lambda tx: acts.move_to_tag(tx, button.line, tap.act, tap.now))
    return _answered(tap, done)


async def _make_income(deps: Dependencies, button: buttons.MakeIncome, tap: Tap) -> Answer:
    done = await done_by_tap(deps, tap, button.message, lambda tx: acts.make_income(tx, button.line, tap.act))
    return _answered(tap, done)


async def _try_again(_deps: Dependencies, _button: buttons.TryAgain, tap: Tap) -> Answer:
    """Answer a tap with which no message came, or another person's: a door takes the others for the message itself."""
    return Answer(notice=replies.not_tried_again(tap.voice))


TAPS: TapHandlers = {
    buttons.UndoLines: _set_undone,
    buttons.RestoreLines: _set_undone,
    buttons.RestoreOffering: _set_undone,
    buttons.RestoreSuggesting: _set_undone,
    buttons.RestoreSaying: _set_undone,
    buttons.Answer: _answer,
    buttons.Decline: _decline,
    buttons.SetCategory: _set_category,
    buttons.PickCategory: _pick_category,
    buttons.ChangeLine: _change_line,
    buttons.AskFor: _ask_for,
    buttons.MoveToTag: _move_to_tag,
    buttons.MakeIncome: _make_income,
    buttons.ShowLine: _show_line,
    buttons.TryAgain: _try_again,
}
