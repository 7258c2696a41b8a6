"""The commands as a table: help, Telegram's menu, README's list and the answer to a near miss follow from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from bot import replies
from bot.handlers import choices, files, forgetting, links, looks, people, plan, receipts
from bot.handlers.context import Call, CommandHandler, Dependencies
from bot.reply import Reply
from words import commands as blurbs
from words.voice import Voice


class Looks(Enum):
    """Whether a command only shows something: then nothing is lost where its reply does not arrive."""

    NEVER = auto()
    ALONE = auto()
    """Where nothing follows the command."""
    ALWAYS = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """A command. Without a ``blurb`` it works, and stands in no list."""

    name: str
    blurb: Callable[[Voice], str] | None
    handler: CommandHandler
    looks: Looks = Looks.NEVER
    in_groups: bool = True
    examples: tuple[str, ...] = ()
    """What may follow it, as README shows it."""
    entry: str | None = None
    """For a command that is an entry where something follows it: what its text begins with when it is read."""

    def only_looks(self, rest: str) -> bool:
        """Whether it only shows something, with what follows it."""
        return self.looks is Looks.ALWAYS or (self.looks is Looks.ALONE and not rest)


async def _start(deps: Dependencies, call: Call) -> Reply:
    return replies.start(call.voice, await deps.bookkeeper.budget(call.owner))


async def _help(_deps: Dependencies, call: Call) -> Reply:
    return replies.help_(call.voice, blurbs_in(call.voice))


_TABLE = (
    Command("week", blurbs.week, looks.week, Looks.ALWAYS, examples=("last", "2026-03-14")),
    Command("chart", blurbs.chart, looks.chart),
    Command("period", blurbs.period, looks.period, Looks.ALWAYS),
    Command("afford", blurbs.afford, plan.afford, Looks.ALWAYS, examples=("80 fun",)),
    Command("recent", blurbs.recent, looks.recent, Looks.ALWAYS),
    Command("undo", blurbs.undo, receipts.undo),
    Command("limits", blurbs.limits, choices.limits, Looks.ALONE, examples=("fun 150",)),
    Command("categories", blurbs.categories, choices.categories, Looks.ALONE),
    Command("settings", blurbs.settings, choices.settings, Looks.ALONE),
    Command("share", blurbs.share, links.share),
    Command("links", blurbs.links, links.links, Looks.ALONE),
    Command("export", blurbs.export, files.export, examples=("hledger",)),
    Command("import", blurbs.import_, files.import_),
    Command("forget", blurbs.forget, forgetting.forget),
    Command("invite", blurbs.invite, people.invite, in_groups=False),
    Command("members", blurbs.members, people.members, in_groups=False),
    Command("help", blurbs.help_, _help, Looks.ALWAYS),
    Command("start", None, _start),
    Command("add", None, receipts.record, entry=""),
    Command("spent", None, receipts.record, entry=""),
    Command("paid", None, receipts.record, entry="paid "),
)

COMMANDS: Mapping[str, Command] = {command.name: command for command in _TABLE}

LISTED = tuple(command.name for command in _TABLE if command.blurb is not None)
"""The commands that help and Telegram's menu list."""


def blurbs_in(voice: Voice) -> Mapping[str, str]:
    """Return the listed commands, each with its blurb."""
    return {command.name: command.blurb(voice) for command in _TABLE if command.blurb is not None}


async def run(deps: Dependencies, call: Call) -> Reply:
    """Carry a command out, or say that there is none of that name. Raises `Refused`, `NotFound` and `LedgerUnavailable`."""
    command = COMMANDS.get(call.name)
    if command is None:
        return replies.unknown_command(call.voice, call.name, LISTED)
    if call.message.group and not command.in_groups:
        return replies.in_private(call.voice, call.name)
    return await command.handler(deps, call)
