"""The help: how entries are written, and a page for each topic. What it lists stands in `bot/commands.py`."""

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.grammar.commands import command_named
from budget.grammar.pointing import Pointed


async def help_(deps: Dependencies, call: Call) -> Reply:
    """Show the help, or what one command does."""
    from bot.commands import COMMANDS, names_for  # the table knows its handlers

    if not call.rest:
        return replies.help_(call.voice, await deps.bookkeeper.shown_budget(call.owner))
    typed = call.rest.removeprefix("/").lower()
    name = typed if typed in COMMANDS else command_named(typed, call.language) or typed
    command = COMMANDS.get(name)
    if command is None or command.blurb is None:
        return replies.unknown_command(call.voice, name, names_for(call))
    return await about_command(deps, call, Pointed(name))


async def about_command(deps: Dependencies, call: Call, about: Pointed) -> Reply:
    """Say what a command does that the help lists, and how it is written."""
    from bot.commands import COMMANDS

    command, budget = COMMANDS[about.command], await deps.bookkeeper.shown_budget(call.owner)
    examples, blurb = command.examples_of(call.voice, about.change), command.blurb(call.voice) if command.blurb else ""
    return replies.help_about(call.voice, budget, command.name, blurb, examples)


async def _show(deps: Dependencies, _button: buttons.ShowHelp, tap: Tap) -> Answer:
    return Answer(replies.help_(tap.voice, await deps.bookkeeper.shown_budget(tap.owner)))


async def _topic(deps: Dependencies, button: buttons.HelpOn, tap: Tap) -> Answer:
    from bot.commands import commands_on

    shown = [one for one in commands_on(button.topic) if one.in_groups or not tap.group]
    about = [(one.name, one.blurb(tap.voice), one.examples_in(tap.voice)) for one in shown if one.blurb is not None]
    return Answer(replies.help_on(tap.voice, await deps.bookkeeper.shown_budget(tap.owner), button.topic, about))


TAPS: TapHandlers = {buttons.HelpOn: _topic, buttons.ShowHelp: _show}
