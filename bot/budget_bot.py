"""What the bot does with a text or a tap, whichever door it came through. A handler is one sentence: read, ask, reply.

Nothing here knows Telegram: a `Message` or a `Tapped` is made by a door, and a `Reply` is delivered by it. `LedgerUnavailable`
passes through: the doors know how a repeat is asked for.
"""

import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot import replies
from bot.replies import Reply
from budget.bookkeeper import Bookkeeper, Message, Receipt
from budget.categories import Category
from budget.errors import NotFound, Refused
from budget.exchange import RowRefused
from budget.grammar import NameAlone, Treatment
from budget.ledger import Budget
from budget.sharing import Sharing
from budget.summary import Summary

RECENT = 10

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap on a button: in whose budget, the button's data, and the tap's own id."""

    owner: int
    author: int
    data: str
    tap: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What follows a tap: a new text for the message that bore the button, or a short notice, or both."""

    reply: Reply | None = None
    notice: str = ""


Invite = Callable[[int], Awaitable[str]]
"""Makes an invitation in a user's name and returns its code."""


Draw = Callable[[Summary], Awaitable[bytes]]
"""Draws a week's picture (PNG)."""


class BudgetBot:
    """Answers what people write and tap; ``now`` gives the present moment.

    ``invite`` is there where one can invite, ``draw`` where a chat shows pictures; share links begin with ``public_url``.
    """

    def __init__(
        self,
        bookkeeper: Bookkeeper,
        now: Callable[[], datetime],
        invite: Invite | None = None,
        *,
        sharing: Sharing,
        public_url: str,
        draw: Draw | None = None,
    ) -> None:
        self._bookkeeper = bookkeeper
        self._now = now
        self._invite = invite
        self._sharing = sharing
        self._public_url = public_url
        self._draw = draw
        self.name = ""  # until Telegram has told it

    # --- what people write ---

    async def said(self, message: Message) -> Reply | None:
        """Answer a message; None where nothing is to be said (chatter in a group)."""
        command = _COMMAND.fullmatch(message.text.strip())
        if command is None or (message.edited and await self._holds_something(message)):
            return await self._entries(message)
        word, addressee, rest = command[1].lower(), command[2], (command[3] or "").strip()
        if addressee and self.name and addressee.lower() != self.name.lower():
            return None
        try:
            return await self._command(word, rest, message)
        except Refused as problem:
            return replies.refused(problem, (await self._bookkeeper.budget(message.owner)).money)
        except NotFound as problem:
            return replies.unknown_category(str(problem), await self._bookkeeper.budget(message.owner))

    async def _holds_something(self, message: Message) -> bool:
        receipt = await self._bookkeeper.receipt(message.owner, message.number, message.sent_at)
        return bool(receipt.written.held or receipt.written.asked)

    async def _entries(self, message: Message) -> Reply | None:
        receipt = await self._bookkeeper.record(message)
        match receipt.readings:
            case [(_, NameAlone(category))] if not receipt.written.held:
                return replies.standing(await self._bookkeeper.summary(message.owner, message.sent_at), category)
            case _ if message.group and _is_chatter(receipt):
                return None
            case []:
                return replies.empty()
            case _:
                return replies.receipt(receipt)

    async def _command(self, word: str, rest: str, message: Message) -> Reply:
        owner, desk, now = message.owner, self._bookkeeper, message.sent_at
        match word, rest.split():
            case "start", _:
                return replies.start(await desk.budget(owner))
            case "help", _:
                return replies.help_()
            case "week", []:
                return replies.week(await desk.summary(owner, now))
            case "week", [last] if last.lower() == "last":
                return replies.week(await desk.summary(owner, now, weeks_back=1))
            case "week", _:
                day = _day_written(rest)
                if day is None:
                    return replies.unknown_week(rest)
                return replies.week(await desk.summary(owner, now, day=day))
            case "period", _:
                return replies.period(await desk.summary(owner, now))
            case "recent", _:
                budget, held = await desk.recent(owner, RECENT)
                return replies.recent(budget, held, budget.day_of(now))
            case "undo", _:
                try:
                    return replies.receipt(await desk.undo_latest(owner, f"message {message.number}", now))
                except NotFound:
                    return replies.nothing_to_undo()
            case "limits", []:
                return replies.limits(await desk.budget(owner))
            case "limits", [_]:
                return replies.usage_limits()
            case "limits", words:
                return replies.limit_set(*await desk.set_limit(owner, words))
            case "categories", []:
                return replies.categories(await desk.budget(owner))
            case "categories", words:
                return await self._categories(owner, words)
            case "settings", []:
                return replies.settings(await desk.budget(owner))
            case "settings", [name, *value] if value:
                return await self._setting(owner, name.lower(), " ".join(value))
            case "settings", [name] if name.lower() in replies.SETTINGS:
                return replies.setting_choices(name.lower())
            case "settings", _:
                return replies.setting_usage()
            case "chart", _:
                summary = await desk.summary(owner, now)
                return replies.chart(summary, await self._draw(summary) if self._draw else None)
            case "share", words:
                return await self._share(message, words)
            case "links", _:
                return replies.links(*await self._sharing.links(owner, now), now)
            case "export", _:
                content, entries = await desk.export(owner)
                return replies.exported(f"budget-{now:%Y-%m-%d}.csv", content, entries)
            case "import", _:
                return await self._import(message)
            case "forget", _:
                return replies.forget()
            case "invite", _ if message.group:
                return replies.invite_in_private()
            case "invite", _:
                if self._invite is None:
                    return replies.no_invitations()
                return replies.invitation(await self._invite(message.author), self.name)
            case _:
                return replies.unknown_command(word)

    async def _share(self, message: Message, words: list[str]) -> Reply:
        owner, number, sent_at = message.owner, message.number, message.sent_at
        try:
            made = await self._sharing.share(owner, number, sent_at, words, secrets.token_bytes(32))
        except NotFound:
            return replies.link_shown_before()
        budget, link, token = made
        return replies.shared(budget, link, f"{self._public_url}/s/{token}")

    async def _import(self, message: Message) -> Reply:
        if message.table is None:
            return replies.usage_import()
        try:
            return replies.imported(await self._bookkeeper.bring_in(message, message.table))
        except RowRefused as problem:
            budget = await self._bookkeeper.budget(message.owner)
            return replies.row_refused(problem.row, problem, budget.money)

    async def _categories(self, owner: int, words: list[str]) -> Reply:
        desk = self._bookkeeper
        match words:
            case ["add", *name, limit] if name:
                budget, category = await desk.add_category(owner, " ".join(name), limit)
            case ["rename", *both] if "=" in both[1:-1]:
                at = both.index("=")
                budget, category = await desk.rename_category(owner, " ".join(both[:at]), " ".join(both[at + 1 :]))
            case ["rename", old, *new] if new:
                budget, category = await desk.rename_category(owner, old, " ".join(new))
            case ["remove", *name] if name:
                budget, category = await desk.remove_category(owner, " ".join(name))
            case [*name, last] if name and last[0] in "+-" and len(last) > 1:
                changes = [last]
                while name and name[-1][0] in "+-":
                    changes.insert(0, name.pop())
                if not name:
                    return replies.usage_categories()
                budget, category = await desk.set_keywords(owner, " ".join(name), changes)
            case _:
                return replies.usage_categories()
        return replies.category_changed(category, budget)

    async def _setting(self, owner: int, name: str, value: str) -> Reply:
        desk = self._bookkeeper
        match name:
            case "time" if value.lower().startswith("zone "):
                return await self._setting(owner, "zone", value[5:])
            case "week" if value.lower().startswith("start "):
                return await self._setting(owner, "week", value[6:])
            case "week":
                return replies.settings(await desk.change_settings(owner, week_starts_on=value))
            case "zone" | "timezone":
                return replies.settings(await desk.change_settings(owner, time_zone=value))
            case "numbers" | "language" | "locale":
                return replies.settings(await desk.change_settings(owner, locale=value))
            case "currency":
                return replies.settings(await desk.change_settings(owner, currency=value))
            case _:
                return replies.setting_usage()

    # --- what people tap ---

    async def tapped(self, tapped: Tapped) -> Answer:
        """Do what a button says. Its data comes from outside: what it does not name in this chat's budget is not there."""
        try:
            return await self._tapped(tapped)
        except Refused as problem:
            money = (await self._bookkeeper.budget(tapped.owner)).money
            return Answer(notice=replies.plain(replies.refused(problem, money).text))
        except (NotFound, ValueError):
            return Answer(notice=replies.settled())

    async def _tapped(self, tapped: Tapped) -> Answer:
        owner, desk, now, act = tapped.owner, self._bookkeeper, self._now(), f"tap {tapped.tap}"
        match tapped.data.split(":", 3):
            case ["u", message, "*"]:
                done = await desk.set_undone(owner, _id(message), None, act, now, undone=True)
            case ["r", message, "*"]:
                done = await desk.set_undone(owner, _id(message), None, act, now, undone=False)
            case ["u", message, line]:
                done = await desk.set_undone(owner, _id(message), _id(line), act, now, undone=True)
            case ["r", message, line]:
                done = await desk.set_undone(owner, _id(message), _id(line), act, now, undone=False)
            case ["a", message, line, choice]:
                done = await desk.answer(owner, _id(message), _id(line), _id(choice), act, now)
            case ["c", message, line, category]:
                done = await desk.recategorise(owner, _id(message), _id(line), _id(category), act, now)
            case ["i", message, line]:
                done = await desk.make_income(owner, _id(message), _id(line), act, now)
            case ["p", message, line]:
                return Answer(replies.pick_category(await desk.receipt(owner, _id(message), now), _id(line)))
            case ["n", message, line]:
                done = await desk.decline(owner, _id(message), _id(line), act, now)
                if not done.written.held and not done.written.asked:
                    return Answer(replies.declined())
            case ["f", "yes"]:
                await desk.forget(owner)
                return Answer(replies.forgotten())
            case ["f", "no"]:
                return Answer(replies.kept())
            case ["w", start]:
                day = _day_written(start)
                if day is None:
                    raise NotFound(start)
                return Answer(replies.week(await desk.summary(owner, now, day=day)))
            case ["x", link]:
                await self._sharing.revoke(owner, _id(link), now)
                return Answer(replies.link_revoked())
            case ["x", link, "list"]:
                await self._sharing.revoke(owner, _id(link), now)
                return Answer(replies.links(*await self._sharing.links(owner, now), now))
            case ["l", category]:
                budget = await desk.budget(owner)
                return Answer(replies.limit_choices(budget, _category(budget, _id(category))))
            case ["l", category, limit]:
                budget = await desk.budget(owner)
                name = _category(budget, _id(category)).name
                return Answer(replies.limit_set(*await desk.set_limit(owner, [name, limit])))
            case ["s", name] if name in replies.SETTINGS:
                return Answer(replies.setting_choices(name))
            case ["s", name, value]:
                return Answer(await self._setting(owner, name, value))
            case _:
                raise NotFound(tapped.data)
        return Answer(replies.receipt(done))


def _id(text: str) -> int:
    """Read a number of a button's data; raise ValueError for what no button of ours bears."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 19) or int(text) >= 2**63:
        raise ValueError(text)
    return int(text)


def _category(budget: Budget, number: int) -> Category:
    for category in budget.current:
        if category.number == number:
            return category
    raise NotFound(str(number))


def _day_written(text: str) -> date | None:
    """Read the day of `/week 2026-03-14`; None for anything else, and for days at the calendar's edges that have no week."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1970 <= day.year < 9999 else None


def _is_chatter(receipt: Receipt) -> bool:
    """Whether a group's message was not meant for the bot: no line of it asks for an answer."""
    if receipt.written.held or receipt.written.asked:
        return False
    return not any(one in {Treatment.RECORD, Treatment.ASK} for one in receipt.treatments)
