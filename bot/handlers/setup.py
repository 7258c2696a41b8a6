"""The first minute: `/start`, and the buttons of its card."""

from datetime import timedelta

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.handlers.settings import changed, in_use
from bot.reply import Reply
from budget.budgets import Budget
from budget.errors import InvalidChoice
from words.voice import Voice

_JUST_NOW = timedelta(minutes=1)
"""Since somebody was let in: the code that did it is answered as `/start` is."""


async def start(deps: Dependencies, call: Call) -> Reply:
    """Open the chat's budget, take up again what the bot says first, and greet.

    While nothing is recorded, show what was guessed of the person's settings, to be set right by taps.
    """
    budget, empty = await deps.bookkeeper.begin(call.owner, call.message.language)
    if deps.notifier is not None:  # after that: it opens a budget without a guess
        await deps.notifier.start(call.owner)
    voice = deps.voices(budget.language)
    if not empty:
        started = replies.start(voice, budget)
        welcome = "" if call.message.group else await _welcome(deps, voice, call.message.author)
        return started._replace(text=f"{welcome}\n{started.text}") if welcome else started
    return await _card(deps, voice, budget, call.message.author, group=call.message.group, bot=call.bot)


async def _welcome(deps: Dependencies, voice: Voice, author: int) -> str:
    """Greet somebody who was let in just now, and has a budget from before; empty for anybody else."""
    guest, inviter = await deps.access.how_in(author) if deps.access is not None else (None, "")
    if guest is None or deps.now() - guest.since > _JUST_NOW:
        return ""
    return replies.head_of(voice, guest, inviter, group=False)


async def _card(deps: Dependencies, voice: Voice, budget: Budget, author: int, *, group: bool, bot: str = "") -> Reply:
    guest, inviter = await deps.access.how_in(author) if deps.access is not None and not group else (None, "")
    invited = guest is not None and not guest.first
    address = f"https://t.me/{bot}?startgroup=start" if bot and invited else ""
    return replies.set_up(voice, budget, deps.now(), replies.head_of(voice, guest, inviter, group=group), address)


async def _show(deps: Dependencies, _button: buttons.ShowSetUp, tap: Tap) -> Answer:
    budget = await deps.bookkeeper.budget_of_tap(tap.owner)
    return Answer(await _card(deps, tap.voice, budget, tap.author, group=tap.group))


async def _choices(deps: Dependencies, button: buttons.SetUpChoices, tap: Tap) -> Answer:
    budget = await deps.bookkeeper.budget_of_tap(tap.owner)
    return Answer(replies.set_up_choices(tap.voice, budget, button.setting, tap.now))


async def _choice(deps: Dependencies, button: buttons.SetUpChoice, tap: Tap) -> Answer:
    try:
        budget = await changed(deps, tap.owner, button.setting, button.value, tapped=True)
    except InvalidChoice as problem:
        return Answer(await in_use(deps, tap.voice, tap.owner, button.value, problem))
    return Answer(await _card(deps, deps.voices(budget.language), budget, tap.author, group=tap.group))


async def _done(deps: Dependencies, _button: buttons.SetUpDone, tap: Tap) -> Answer:
    return Answer(replies.set_up_done(tap.voice, await deps.bookkeeper.budget_of_tap(tap.owner), tap.now))


TAPS: TapHandlers = {
    buttons.ShowSetUp: _show,
    buttons.SetUpChoices: _choices,
    buttons.SetUpChoice: _choice,
    buttons.SetUpDone: _done,
}
