"""The commands as a table: help, Telegram's menu, README's list and the answer to a near miss follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from bot import replies
from bot.handlers import choices, files, forgetting, links, looks, people, receipts
from bot.handlers.context import Call, CommandHandler, Dependencies
from bot.reply import Reply


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
    blurb: str
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
    return replies.start(await deps.bookkeeper.budget(call.owner))


async def _help(_deps: Dependencies, _call: Call) -> Reply:
    return replies.help_(LISTED)


_TABLE = (
    Command("week", "this week against its limits", looks.week, Looks.ALWAYS, examples=("last", "2026-03-14")),
    Command("chart", "this week as a picture", looks.chart),
    Command("period", "what is left since the last paycheck", looks.period, Looks.ALWAYS),
    Command("recent", "the latest entries", looks.recent, Looks.ALWAYS),
    Command("undo", "take the latest entry back", receipts.undo),
    Command("limits", "see and change weekly limits", choices.limits, Looks.ALONE, examples=("fun 150",)),
    Command("categories", "see and change categories", choices.categories, Looks.ALONE),
    Command("settings", "week start, time zone, numbers, currency", choices.settings, Looks.ALONE),
    Command("share", "a link to look at this budget", links.share),
    Command("links", "the open links; revoke them", links.links, Looks.ALONE),
    Command("export", "all entries as a CSV file", files.export),
    Command("import", "entries from a CSV file", files.import_),
    Command("forget", "delete everything of this chat", forgetting.forget),
    Command("invite", "let a partner use this bot", people.invite, in_groups=False),
    Command("members", "who may use this bot; remove somebody", people.members, in_groups=False),
    Command("help", "how to write to me", _help, Looks.ALWAYS),
    Command("start", "", _start),
    Command("add", "", receipts.record, entry=""),
    Command("spent", "", receipts.record, entry=""),
    Command("paid", "", receipts.record, entry="paid "),
)

COMMANDS: Mapping[str, Command] = {command.name: command for command in _TABLE}

LISTED: Mapping[str, str] = {command.name: command.blurb for command in _TABLE if command.blurb}
"""The commands that help and Telegram's menu list, each with its blurb."""


async def run(deps: Dependencies, call: Call) -> Reply:
    """Carry a command out, or say that there is none of that name. Raises `Refused`, `NotFound` and `LedgerUnavailable`."""
    command = COMMANDS.get(call.name)
    if command is None:
        return replies.unknown_command(call.name, LISTED)
    if call.message.group and not command.in_groups:
        return replies.in_private(call.name)
    return await command.handler(deps, call)
