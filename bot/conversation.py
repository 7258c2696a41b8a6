"""What the bot does with a text or a tap, whichever door it came through. A handler is one sentence: read, ask, reply.

Nothing here knows Telegram: a `Message` or a `Tapped` is made by a door, and a `Reply` is delivered by it. `LedgerUnavailable`
passes through: the doors know how a repeat is asked for.
"""

import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot import buttons, replies
from bot.access import Access
from bot.reply import Reply, plain
from budget.bookkeeper import Bookkeeper, Message, Receipt
from budget.budgets import Budget
from budget.categories import Category, as_compared, category_called
from budget.errors import BeingForgotten, NotFound, Refused
from budget.exchange import RowRefused
from budget.forgetting import Forgetting, Step
from budget.grammar import NameAlone, Treatment, Unreadable, looks_meant
from budget.sharing import Sharing
from budget.states import Status
from budget.summary import Summary

RECENT = 10

_LOOKS = frozenset({"help", "week", "period", "recent"})
"""Commands that only show something,"""
_LOOKS_ALONE = frozenset({"limits", "categories", "settings", "links"})
"""... and those that do where nothing follows them."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)

_ENTRIES = {"add": "", "spent": "", "paid": "paid "}
"""Commands that are entries, and what their text begins with when it is read."""
_PLAIN_WORDS = {
    "week": "/week",
    "left": "/period",
    "balance": "/period",
    "recent": "/recent",
    "limits": "/limits",
    "undo": "/undo",
    "help": "/help",
}
"""Words that are commands without a slash where they stand alone in a private chat, unless a category is named so."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap on a button: in whose budget, the button's data, and the tap's own id."""

    owner: int
    author: int
    data: str
    tap: str
    group: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What follows a tap: a new text for the message that bore the button, or a short notice, or both.

    ``before`` is sent ahead of them, as a message of its own.
    """

    reply: Reply | None = None
    notice: str = ""
    before: Reply | None = None


@dataclass(frozen=True, slots=True)
class _Tap:
    """A tap as its handler needs it: whose budget, who, where, the name of the act, which is done once, and the moment."""

    owner: int
    author: int
    group: bool
    act: str
    now: datetime
    administrates: "Administrates"


Administrates = Callable[[], Awaitable[bool]]
"""Asks whether the person who taps administrates the group."""


async def _nobody() -> bool:
    return False


Draw = Callable[[int, Summary], Awaitable[bytes | None]]
"""Draws a week's picture (PNG) for a chat; None where too many are asked for."""


class Conversation:
    """Answers what people write and tap; ``now`` gives the present moment.

    ``access`` is there where others can be let in, ``draw`` where a chat shows pictures; share links begin with ``public_url``.
    """

    def __init__(
        self,
        bookkeeper: Bookkeeper,
        now: Callable[[], datetime],
        access: Access | None = None,
        *,
        forgetting: Forgetting,
        sharing: Sharing,
        public_url: str,
        draw: Draw | None = None,
    ) -> None:
        self._bookkeeper = bookkeeper
        self._now = now
        self._access = access
        self._forgetting = forgetting
        self._sharing = sharing
        self._public_url = public_url
        self._draw = draw
        self.name = ""  # until Telegram has told it
        self._handlers: dict[type[buttons.Button], Callable[[Any, _Tap], Awaitable[Answer]]] = {
            buttons.UndoLines: self._set_undone,
            buttons.RestoreLines: self._set_undone,
            buttons.Answer: self._answer,
            buttons.Decline: self._decline,
            buttons.SetCategory: self._set_category,
            buttons.PickCategory: self._pick_category,
            buttons.MakeIncome: self._make_income,
            buttons.ShowLine: self._show_line,
            buttons.ConfirmForget: self._confirm_forget,
            buttons.KeepAll: self._keep_all,
            buttons.DeleteNow: self._delete_now,
            buttons.RestoreBudget: self._restore_budget,
            buttons.OldForget: self._old_forget,
            buttons.ShowMembers: self._show_members,
            buttons.AskToRemove: self._ask_to_remove,
            buttons.RemoveMember: self._remove_member,
            buttons.WithdrawInvitation: self._withdraw,
            buttons.Week: self._week,
            buttons.RevokeLink: self._revoke_link,
            buttons.LimitOf: self._limit_of,
            buttons.SetLimit: self._set_limit,
            buttons.WrittenLimit: self._set_written_limit,
            buttons.SettingChoices: self._setting_choices,
            buttons.SettingChoice: self._setting_choice,
        }

    # --- what people write ---

    async def said(self, message: Message) -> Reply | None:
        """Answer a message; None where nothing is to be said (chatter in a group)."""
        try:
            return await self._said(message)
        except BeingForgotten as closed:
            if await self._forgetting.delete_if_due(message.owner, self._now()):
                return await self._said(message)  # its day is over, and no sweep has come yet
            lines = message.text.split("\n")
            if message.group and not message.text.startswith("/") and not any(map(looks_meant, lines)):
                return None
            return replies.being_forgotten(closed.until, self._now())

    async def _said(self, message: Message) -> Reply | None:
        message = await self._with_its_slash(message)
        command = _COMMAND.fullmatch(message.text.strip())
        if command is None:
            return await self._entries(message)
        word, addressee, rest = command[1].lower(), command[2], (command[3] or "").strip()
        to_another = addressee and self.name and addressee.lower() != self.name.lower()
        if word in _ENTRIES and rest and not to_another:  # meant for the bot, in a group too
            return await self._entries(replace(message, text=_ENTRIES[word] + rest, group=False))
        if message.edited and message.table is None and await self.holds(message):
            return await self._entries(message)
        if to_another:
            return None
        try:
            reply = await self._command(word, rest, message)
            return replace(reply, look=word in _LOOKS or (word in _LOOKS_ALONE and not rest))
        except Refused as problem:
            return replies.refused(problem, await self._bookkeeper.money(message.owner))
        except NotFound as problem:
            return replies.unknown_category(str(problem), await self._bookkeeper.budget(message.owner))

    async def _with_its_slash(self, message: Message) -> Message:
        """Return a message with the slash that somebody left out of a command."""
        text = message.text.strip().lower()
        if message.group or text not in _PLAIN_WORDS:
            return message
        categories = (await self._bookkeeper.budget(message.owner)).current
        named = any(text in {as_compared(one.name), one.key, *one.keywords} for one in categories)
        return message if named else replace(message, text=_PLAIN_WORDS[text])

    async def moved(self, owner: int, to: int) -> Reply | None:
        """Let two chats have one budget, because a group became a supergroup; say what could not become part of it."""
        apart = await self._bookkeeper.move(owner, to)
        return replies.set_apart(apart) if apart is not None else None

    async def holds(self, message: Message) -> bool:
        """Whether anything that the message says is recorded, or was asked about."""
        return await self._bookkeeper.holds_something(message)

    async def _entries(self, message: Message) -> Reply | None:
        receipt = await self._bookkeeper.record(message)
        match receipt.readings:
            case [(_, NameAlone(category))] if not receipt.state.entries:
                return replies.standing(await self._bookkeeper.summary(message.owner, message.sent_at), category)
            case _ if message.group and _is_chatter(receipt):
                return None
            case []:
                return replies.empty()
            case _:
                fresh = receipt.state.status is Status.DONE and not message.edited and _holds(receipt)
                return replace(replies.receipt(receipt), fresh=fresh, nothing_new=_says_nothing_new(receipt))

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
            case "undo", [_, *_]:
                return replies.usage_undo()
            case "undo", _:
                try:
                    return replies.receipt(await desk.undo_latest(owner, message.number, now))
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
                await desk.budget(owner)  # its buttons change one that is there
                return replies.setting_choices(buttons.Setting(name.lower()))
            case "settings", _:
                return replies.setting_usage()
            case "chart", _:
                summary = await desk.summary(owner, now)
                return replies.chart(summary, await self._draw(owner, summary) if self._draw else None)
            case "share", words:
                return await self._share(message, words)
            case "links", _:
                return replies.links(*await self._sharing.links(owner, now), now)
            case "export", _:
                file, entries = await desk.export(owner)
                return replies.exported(f"budget-{now:%Y-%m-%d}.csv", file, entries)
            case "import", _:
                return await self._import(message)
            case "forget", _:
                nonce = secrets.token_urlsafe(9)
                asked = await self._forgetting.ask(owner, nonce, message.author, self._now())
                return replies.forget(nonce, group=message.group) if asked else replies.nothing_kept()
            case (("invite" | "members"), _) if message.group:
                return replies.in_private(word)
            case (("invite" | "members"), _):
                return await self._people(word, message.author)
            case word, _ if word in _ENTRIES:
                return replies.entry_missing(word)
            case _:
                return replies.unknown_command(word)

    async def _people(self, word: str, user: int) -> Reply:
        access = self._access
        if access is None:
            return replies.no_invitations()
        if word == "members":
            return replies.members(await access.members(user), user, self._now())
        if access.everyone:
            return replies.everyone_may(self.name)
        code = await access.invite(user)
        return replies.invitation(code, self.name) if code is not None else replies.too_many_invitations()

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
            return replies.row_refused(problem.line, problem, budget.money)

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
            case name:
                budget = await desk.budget(owner)
                try:
                    category = category_called(" ".join(name), budget.categories)
                except NotFound:
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

    async def tapped(self, tapped: Tapped, administrates: Administrates = _nobody) -> Answer:
        """Do what a button says. Its data comes from outside: what it does not name in this chat's budget is not there."""
        try:
            button = buttons.decode(tapped.data)
        except ValueError:
            return Answer(notice=replies.settled())
        tap = _Tap(tapped.owner, tapped.author, tapped.group, f"tap {tapped.tap}", self._now(), administrates)
        try:
            return await self._handlers[type(button)](button, tap)
        except BeingForgotten as closed:
            if await self._forgetting.delete_if_due(tapped.owner, self._now()):
                return Answer(notice=replies.settled())
            return Answer(notice=plain(replies.being_forgotten(closed.until, self._now()).text))
        except Refused as problem:
            money = await self._bookkeeper.money(tapped.owner)
            return Answer(notice=plain(replies.refused(problem, money).text))
        except NotFound:
            return Answer(notice=replies.settled())

    # ... about a whole budget

    async def _confirm_forget(self, button: buttons.ConfirmForget, tap: _Tap) -> Answer:
        admin = tap.group and await tap.administrates()
        step = await self._forgetting.answer(
            tap.owner, button.nonce, tap.author, tap.now, group=tap.group, administrates=admin
        )
        match step:
            case Step.CLOSE:
                return await self._closed(button.nonce, tap)
            case Step.ASK_ANOTHER:
                return Answer(replies.another_must_confirm(button.nonce))
            case Step.NOT_YOURS:
                return Answer(notice=replies.not_your_question())
            case Step.TOO_LATE:
                return Answer(replies.forget_too_late())

    async def _closed(self, nonce: str, tap: _Tap) -> Answer:
        """Hand everything out, and say that it goes. The file is made of the closed budget, so that it holds all there was."""
        before = None
        try:
            content, entries = await self._bookkeeper.export(tap.owner, closed=True)
        except Refused as problem:  # it is closed all the same, and that must be said
            before = replies.refused(problem, await self._bookkeeper.money(tap.owner))
        else:
            if entries:
                before = replies.exported(f"budget-{tap.now:%Y-%m-%d}.csv", content, entries)
        return Answer(replies.closed(nonce, group=tap.group), before=before)

    async def _keep_all(self, button: buttons.KeepAll, tap: _Tap) -> Answer:
        await self._forgetting.keep(tap.owner, button.nonce)
        return Answer(replies.kept())

    async def _restore_budget(self, _button: buttons.RestoreBudget, tap: _Tap) -> Answer:
        await self._forgetting.restore(tap.owner, tap.now)
        return Answer(replies.restored())

    async def _delete_now(self, button: buttons.DeleteNow, tap: _Tap) -> Answer:
        if tap.group:
            return Answer(notice=replies.question_is_old())
        await self._forgetting.delete_now(tap.owner, button.nonce, tap.author, tap.now)
        return Answer(replies.forgotten())

    async def _old_forget(self, _button: buttons.OldForget, _tap: _Tap) -> Answer:
        return Answer(notice=replies.question_is_old())

    # ... about people

    async def _show_members(self, _button: buttons.ShowMembers, tap: _Tap) -> Answer:
        access = self._access_of(tap)
        return Answer(replies.members(await access.members(tap.author), tap.author, tap.now))

    async def _ask_to_remove(self, button: buttons.AskToRemove, tap: _Tap) -> Answer:
        return Answer(replies.ask_to_remove(await self._access_of(tap).guest(tap.author, button.user)))

    async def _remove_member(self, button: buttons.RemoveMember, tap: _Tap) -> Answer:
        return Answer(replies.removed(*await self._access_of(tap).remove(tap.author, button.user)))

    async def _withdraw(self, button: buttons.WithdrawInvitation, tap: _Tap) -> Answer:
        access = self._access_of(tap)
        await access.withdraw(tap.author, button.invitation)
        return Answer(replies.members(await access.members(tap.author), tap.author, tap.now))

    def _access_of(self, tap: _Tap) -> Access:
        """Return who may use the bot; in a group, and where one can't invite, nobody is told."""
        if self._access is None or tap.group:
            raise NotFound("members")
        return self._access

    # ... about a message

    async def _show_line(self, button: buttons.ShowLine, tap: _Tap) -> Answer:
        done = await self._bookkeeper.receipt(tap.owner, button.message, tap.now)
        return Answer(replies.receipt(done) if button.line is None else replies.ask_again(done, button.line))

    async def _set_undone(self, button: buttons.UndoLines | buttons.RestoreLines, tap: _Tap) -> Answer:
        undone = isinstance(button, buttons.UndoLines)
        return Answer(
            replies.receipt(
                await self._bookkeeper.set_undone(
                    tap.owner, button.message, button.line, tap.act, tap.now, undone=undone
                )
            )
        )

    async def _answer(self, button: buttons.Answer, tap: _Tap) -> Answer:
        done = await self._bookkeeper.answer(tap.owner, button.message, button.line, button.choice, tap.act, tap.now)
        return Answer(replies.receipt(done))

    async def _decline(self, button: buttons.Decline, tap: _Tap) -> Answer:
        done = await self._bookkeeper.decline(tap.owner, button.message, button.line, tap.act, tap.now)
        if not done.state.entries and not done.state.questions:
            return Answer(replies.declined())
        return Answer(replies.receipt(done))

    async def _set_category(self, button: buttons.SetCategory, tap: _Tap) -> Answer:
        done = await self._bookkeeper.recategorise(
            tap.owner, button.message, button.line, button.category, tap.act, tap.now
        )
        return Answer(replies.receipt(done))

    async def _pick_category(self, button: buttons.PickCategory, tap: _Tap) -> Answer:
        return Answer(
            replies.pick_category(await self._bookkeeper.receipt(tap.owner, button.message, tap.now), button.line)
        )

    async def _make_income(self, button: buttons.MakeIncome, tap: _Tap) -> Answer:
        done = await self._bookkeeper.make_income(tap.owner, button.message, button.line, tap.act, tap.now)
        return Answer(replies.receipt(done))

    async def _week(self, button: buttons.Week, tap: _Tap) -> Answer:
        return Answer(replies.week(await self._bookkeeper.summary(tap.owner, tap.now, day=button.start)))

    async def _revoke_link(self, button: buttons.RevokeLink, tap: _Tap) -> Answer:
        await self._sharing.revoke(tap.owner, button.link, tap.now)
        if button.listed:
            return Answer(replies.links(*await self._sharing.links(tap.owner, tap.now), tap.now))
        return Answer(replies.link_revoked())

    async def _limit_of(self, button: buttons.LimitOf, tap: _Tap) -> Answer:
        budget = await self._bookkeeper.budget_of_tap(tap.owner)
        return Answer(replies.limit_choices(budget, _category(budget, button.category)))

    async def _set_limit(self, button: buttons.SetLimit, tap: _Tap) -> Answer:
        done = await self._bookkeeper.set_limit_of(tap.owner, button.category, button.limit, button.currency)
        if done is None:  # its minor units are others by now
            return await self._limit_of(buttons.LimitOf(button.category), tap)
        return Answer(replies.limit_set(*done))

    async def _set_written_limit(self, button: buttons.WrittenLimit, tap: _Tap) -> Answer:
        money = (await self._bookkeeper.budget_of_tap(tap.owner)).money
        try:
            limit = money.read_plain(button.limit)
        except ValueError:  # made in a currency with other decimals, or by nobody
            return await self._limit_of(buttons.LimitOf(button.category), tap)
        return await self._set_limit(buttons.SetLimit(button.category, limit, money.currency.code), tap)

    async def _setting_choices(self, button: buttons.SettingChoices, tap: _Tap) -> Answer:
        await self._bookkeeper.budget_of_tap(tap.owner)
        return Answer(replies.setting_choices(button.setting))

    async def _setting_choice(self, button: buttons.SettingChoice, tap: _Tap) -> Answer:
        owner, desk, value = tap.owner, self._bookkeeper, button.value
        match button.setting:
            case buttons.Setting.WEEK:
                return Answer(replies.settings(await desk.change_settings(owner, week_starts_on=value, tapped=True)))
            case buttons.Setting.ZONE:
                return Answer(replies.settings(await desk.change_settings(owner, time_zone=value, tapped=True)))
            case buttons.Setting.NUMBERS:
                return Answer(replies.settings(await desk.change_settings(owner, locale=value, tapped=True)))
            case buttons.Setting.CURRENCY:
                return Answer(replies.settings(await desk.change_settings(owner, currency=value, tapped=True)))


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
    if _holds(receipt):
        return False
    return not any(one in {Treatment.RECORD, Treatment.ASK} for one in receipt.treatments)


def _says_nothing_new(receipt: Receipt) -> bool:
    """Whether an edit left all as it was, and every line of it is understood: then there is nothing to say."""
    refused = any(isinstance(reading, Unreadable | NameAlone) for _, reading in receipt.readings)
    return receipt.unchanged and not refused


def _holds(receipt: Receipt) -> bool:
    return bool(receipt.state.entries or receipt.state.questions)
