"""The commands as a table: help, Telegram's menu, README's list and the answer to a near miss follow from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from bot import replies
from bot.buttons import Topic
from bot.handlers import (
    card,
    choices,
    doors,
    files,
    forgetting,
    imports,
    links,
    looks,
    notifications,
    people,
    plan,
    receipts,
    recent,
    rules,
    settings,
    setup,
    topics,
)
from bot.handlers.context import Call, CommandHandler, Dependencies
from bot.reply import Reply
from budget.grammar.commands import names_in
from words import card as say_card
from words import choices as say_choices
from words import doors as say_doors
from words import entries as say_entries
from words import files as say_files
from words import forgetting as say_forgetting
from words import history as say_history
from words import links as say_links
from words import looks as say_looks
from words import notifications as say_notifications
from words import people as say_people
from words import plan as say_plan
from words import rules as say_rules
from words import settings as say_settings
from words import topics as say_topics
from words.choices import CATEGORY_CHANGES
from words.commands import AFFORD, ALL, AUTO, BARS, DIGEST, FUN, LAST, LIMIT, OFF, SUMS, example
from words.plan import BILL, CARRY, NEXT_WEEK
from words.settings import CHANGES
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
    """What may follow it, as README and its help show it."""
    more_examples: tuple[str, ...] = ()
    """What else may follow it, as its help shows it."""
    by_administrators: bool = False
    """Whether a group's menu lists it to administrators alone: others may type it, and are asked for another's word."""
    alone: bool = False
    """Whether nothing can follow it."""
    entry: str | None = None
    """For a command that is an entry where something follows it: what its text begins with when it is read."""

    def examples_in(self, voice: Voice) -> tuple[str, ...]:
        """What may follow it, as README and the help's pages show it, in a language."""
        return tuple(example(voice, words) for words in self.examples)

    def all_examples_in(self, voice: Voice) -> tuple[str, ...]:
        """What may follow it, each example with the command."""
        return tuple(f"/{self.name} {example(voice, words)}" for words in (*self.examples, *self.more_examples))

    def examples_of(self, voice: Voice, change: str) -> tuple[str, ...]:
        """What may follow it to change something, each example with the command; all of them where none is of this change."""
        shown = zip((*self.examples, *self.more_examples), self.all_examples_in(voice), strict=True)
        return tuple(said for english, said in shown if change in english.split()) or self.all_examples_in(voice)

    def only_looks(self, rest: str) -> bool:
        """Whether it only shows something, with what follows it."""
        return self.looks is Looks.ALWAYS or (self.looks is Looks.ALONE and not rest)


_TABLE = (
    Command("week", say_looks.week_blurb, looks.week, Looks.ALWAYS, examples=(LAST, "2026-03-14")),
    Command("chart", say_looks.chart_blurb, looks.chart, Looks.ALWAYS, more_examples=(LAST, "2026-03-14")),
    Command("period", say_looks.period_blurb, looks.period, Looks.ALWAYS, more_examples=(LAST,)),
    Command("afford", say_plan.afford_blurb, plan.afford, Looks.ALWAYS, examples=(AFFORD,)),
    Command("bill", say_plan.bill_blurb, plan.bill, examples=(BILL,)),
    Command("bills", say_plan.bills_blurb, plan.bills, Looks.ALWAYS, examples=(ALL,)),
    Command("payday", say_plan.payday_blurb, plan.payday, Looks.ALONE, examples=(AUTO,)),
    Command("card", say_card.card_blurb, card.card, examples=(BARS, OFF)),
    Command("recent", say_entries.recent_blurb, recent.recent, Looks.ALWAYS, more_examples=("50", FUN)),
    Command("undo", say_entries.undo_blurb, receipts.undo),
    Command("history", say_history.history_blurb, looks.history, Looks.ALWAYS, examples=("3",)),
    Command("audit", say_looks.audit_blurb, looks.audit, Looks.ALWAYS, alone=True),
    Command(
        "limits",
        say_choices.limits_blurb,
        choices.limits,
        Looks.ALONE,
        examples=(LIMIT, CARRY),
        more_examples=(FUN, NEXT_WEEK),
    ),
    Command(
        "categories",
        say_choices.categories_blurb,
        choices.categories,
        Looks.ALONE,
        more_examples=(FUN, *CATEGORY_CHANGES),
    ),
    Command("rules", say_rules.rules_blurb, rules.rules, Looks.ALONE, alone=True),
    Command(
        "settings",
        say_settings.settings_blurb,
        settings.settings,
        Looks.ALONE,
        more_examples=tuple(CHANGES.values()),
    ),
    Command("digest", say_notifications.digest_blurb, notifications.digest, Looks.ALONE, examples=(DIGEST,)),
    Command("remind", say_notifications.remind_blurb, notifications.remind, Looks.ALONE, examples=("20:00",)),
    Command("share", say_links.share_blurb, links.share, more_examples=("7d", SUMS)),
    Command("links", say_links.links_blurb, links.links, Looks.ALONE, alone=True),
    Command("door", say_doors.door_blurb, doors.door, examples=("iPhone",)),
    Command("doors", say_doors.doors_blurb, doors.doors, Looks.ALONE, alone=True),
    Command("export", say_files.export_blurb, files.export, examples=("hledger", "json")),
    Command("import", say_files.import_blurb, imports.import_),
    Command("imports", say_files.imports_blurb, imports.imports, Looks.ALWAYS, alone=True),
    Command("forget", say_forgetting.forget_blurb, forgetting.forget, alone=True, by_administrators=True),
    Command("invite", say_people.invite_blurb, people.invite, in_groups=False, alone=True),
    Command("members", say_people.members_blurb, people.members, Looks.ALWAYS, in_groups=False, alone=True),
    Command("help", say_topics.help_blurb, topics.help_, Looks.ALWAYS, more_examples=("week",)),
    Command("start", None, setup.start),
    Command("add", None, receipts.record, entry=""),
    Command("spent", None, receipts.record, entry=""),
    Command("paid", None, receipts.record, entry="paid "),
    Command("refund", None, receipts.record, entry="refund "),
)

_ON: Mapping[Topic, tuple[str, ...]] = {
    Topic.LEFT: ("week", "period", "afford", "chart", "card"),
    Topic.PLAN: ("bill", "bills", "payday"),
    Topic.ENTRIES: ("recent", "undo", "history", "audit"),
    Topic.LIMITS: ("limits", "categories", "rules"),
    Topic.SHARING: ("share", "links", "invite", "members", "door", "doors"),
    Topic.FILES: ("export", "import", "imports"),
    Topic.SETTINGS: ("settings", "digest", "remind", "forget", "help"),
}
_DAILY = ("week", "period", "bills", "afford", "recent", "undo", "limits", "card", "settings", "help")
"""What Telegram's menu lists: what is used daily. The help leads to all others."""

COMMANDS: Mapping[str, Command] = {command.name: command for command in _TABLE}

LISTED = tuple(command.name for command in _TABLE if command.blurb is not None)
"""The commands that the help lists."""


def commands_on(topic: Topic) -> tuple[Command, ...]:
    """Return the commands of a topic of the help."""
    return tuple(COMMANDS[name] for name in _ON[topic])


def blurbs_in(voice: Voice) -> Mapping[str, str]:
    """Return the listed commands, each with its blurb."""
    return {command.name: command.blurb(voice) for command in _TABLE if command.blurb is not None}


def menu_in(voice: Voice, *, administrators: bool = False) -> Mapping[str, str]:
    """Return the commands that Telegram's menu lists, each with its blurb; more of them to a group's ``administrators``."""
    return {
        name: blurb
        for name, blurb in blurbs_in(voice).items()
        if name in _DAILY or (administrators and COMMANDS[name].by_administrators)
    }


def names_for(call: Call) -> Mapping[str, str]:
    """Return what commands are called, in English and the budget's language, and the command of each name.

    They are those that the help lists, and those that record an entry.
    """
    known = [command.name for command in _TABLE if command.name in LISTED or command.entry is not None]
    said = {name: command for name, command in names_in(call.language).items() if command in LISTED}
    return {**said, **dict(zip(known, known, strict=True))}


async def run(deps: Dependencies, call: Call) -> Reply:
    """Carry a command out, or say that there is none of that name. Raises `Refused`, `NotFound` and `LedgerUnavailable`."""
    command = COMMANDS.get(call.name)
    if command is None:
        return replies.unknown_command(call.voice, call.name, names_for(call))
    if call.message.group and not command.in_groups:
        return replies.in_private(call.voice, call.name)
    if command.alone and call.rest and command.blurb is not None:
        return replies.takes_nothing(call.voice, call.name, call.rest, command.blurb(call.voice))
    return await command.handler(deps, call)
