"""What lets people in and takes them out. Commands come in private only: `bot/commands.py` says so."""

from bot import buttons, replies
from bot.access import Access
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.errors import NotFound
from budget.people import Admission


async def members(deps: Dependencies, call: Call) -> Reply:
    """Show who may use the bot."""
    if deps.access is None:
        return replies.no_invitations(call.voice)
    user = call.message.author
    return replies.members(call.voice, await deps.access.members(user), user, deps.now())


async def invite(deps: Dependencies, call: Call) -> Reply:
    """Make an invitation."""
    if deps.access is None:
        return replies.no_invitations(call.voice)
    if deps.access.everyone:
        return replies.everyone_may(call.voice, call.bot)
    code = await deps.access.invite(call.message.author)
    return (
        replies.invitation(call.voice, code, call.bot) if code is not None else replies.too_many_invitations(call.voice)
    )


async def _show_members(deps: Dependencies, _button: buttons.ShowMembers, tap: Tap) -> Answer:
    access = _access(deps, tap)
    return Answer(replies.members(tap.voice, await access.members(tap.author), tap.author, tap.now))


async def _ask_to_remove(deps: Dependencies, button: buttons.AskToRemove, tap: Tap) -> Answer:
    return Answer(replies.ask_to_remove(tap.voice, await _access(deps, tap).guest(tap.author, button.user)))


async def _remove(deps: Dependencies, button: buttons.RemoveMember, tap: Tap) -> Answer:
    return Answer(replies.removed(tap.voice, *await _access(deps, tap).remove(tap.author, button.user)))


async def _withdraw(deps: Dependencies, button: buttons.WithdrawInvitation, tap: Tap) -> Answer:
    access = _access(deps, tap)
    await access.withdraw(tap.author, button.invitation)
    return Answer(replies.members(tap.voice, await access.members(tap.author), tap.author, tap.now))


async def _let_in(deps: Dependencies, button: buttons.LetIn, tap: Tap) -> Answer:
    """Let somebody in who wrote in this group: anybody who may use the bot may invite, and so may tap."""
    if deps.access is None or not tap.group:
        raise NotFound("a group")
    user, name = tap.tapped.asked_about or (button.user, "")
    name = name if user == button.user else ""
    admission, name = await deps.access.let_in(tap.author, button.user, name, tap.owner, button.asked)
    if admission is not Admission.WELCOME:
        return Answer(notice=replies.asked_before_removal(tap.voice))
    return Answer(replies.was_let_in(tap.voice, button.user, name, tap.tapped.name))


def _access(deps: Dependencies, tap: Tap) -> Access:
    """Return who may use the bot; in a group, and where one can't invite, nobody is told."""
    if deps.access is None or tap.group:
        raise NotFound("members")
    return deps.access


TAPS: TapHandlers = {
    buttons.ShowMembers: _show_members,
    buttons.AskToRemove: _ask_to_remove,
    buttons.RemoveMember: _remove,
    buttons.WithdrawInvitation: _withdraw,
    buttons.LetIn: _let_in,
}
