"""What the bot does with a text or a tap, whichever door it came through.

A text is an entry or a command (`bot/commands.py`), a tap a button (`bot/handlers/`). Nothing here knows Telegram: a door makes a
`Message` or a `Tapped`, and delivers the `Reply`. `LedgerUnavailable` passes through: the doors know how a repeat is asked for.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot import buttons, replies
from bot.commands import COMMANDS, run
from bot.events import Administrates, Answer, Tapped
from bot.handlers import TAPS
from bot.handlers.asked import asked_of_week, looked_for
from bot.handlers.context import Call, Dependencies, Tap
from bot.handlers.notifications import nothing_spent_said, with_digest_offered
from bot.handlers.offers import with_bill_suggested
from bot.handlers.plan import bill_named_in
from bot.reply import Reply
from budget.bookkeeper import Message, Receipt
from budget.budgets import Budget
from budget.categories import as_compared
from budget.completing import completed, is_completable
from budget.entry_changes import Actor
from budget.errors import BeingForgotten, InvalidChoice, KeptByAnother, LedgerUnavailable, NotFound, Refused
from budget.examples import spent_in, spent_like
from budget.grammar import Afford, NameAlone, Treatment, looks_meant
from budget.grammar.commands import command_named, in_english, may_be_message, message_said, says_no, undoes_that
from budget.grammar.numbered import numbered_message
from budget.notifier import Notifier
from budget.offering import NOTHING
from budget.prompts import Prompt
from budget.receipts import is_chatter
from budget.replying import may_answer
from budget.states import Status
from languages import spoken
from words.markup import plain
from words.questions import more_choices
from words.voice import Voice

_COMMAND = re.compile(r"/(\w{1,32})(?:@([A-Za-z0-9_]{1,64}))?[.,:;!?]*(?:\s+(.*))?", re.DOTALL)

_OPENING, _CLOSING = "([{“„«¿¡「", ".,:;!…)]}”»、。，：！،؛」"
"""What may stand around the bot's name; a question mark behind it asks what stands before it."""
_MENTION = (
    rf"(?<![^\s{re.escape(_OPENING)}])[{re.escape(_OPENING)}]*@%s(?!\w)(?:[{re.escape(_CLOSING)}]+(?!\w)|[,:])?[^\S\n]*"
)
_ROWS_THAT_FIT = 8
"""Rows of buttons that a message of any platform holds: for a reply with no more the language need not be read."""


async def _nobody() -> bool:
    return False


def _nothing(_text: str) -> bool:
    return False


class Conversation:
    """Answers what people write and tap."""

    def __init__(self, dependencies: Dependencies) -> None:
        self._dependencies = dependencies
        self._bookkeeper = dependencies.bookkeeper
        self._forgetting = dependencies.forgetting
        self._now = dependencies.now
        self._voices = dependencies.voices
        self.name = ""
        """The bot's own name; an empty string until Telegram has told it."""

    async def voice_for(self, owner: int, language: str = "") -> Voice:
        """Return the voice of a chat's budget; one that has none yet is answered in the ``language`` of a person's app."""
        budget = await self._bookkeeper.known(owner)
        return self._voices(budget.language if budget is not None else spoken(language))

    def voice_without_budget(self, language: str = "") -> Voice:
        """Return the voice of a chat whose budget can't be read, in the ``language`` of a person's app."""
        return self._voices(spoken(language))

    # --- what people write ---

    async def said(self, message: Message) -> Reply | None:
        """Answer a message; None where nothing is to be said (chatter in a group)."""
        try:
            reply = await self._unless_being_forgotten(self._without_mention(message))
        except KeptByAnother:
            return None
        if reply is None or len(reply.buttons) <= _ROWS_THAT_FIT:
            return reply
        return _with_more(await self.voice_for(message.owner), reply)

    def _without_mention(self, message: Message) -> Message:
        """Return a message without the bot's own name; one that is nothing else asks for help."""
        if not self.name or "@" not in message.text:
            return message
        text, cut = re.subn(_MENTION % re.escape(self.name), "", message.text, flags=re.IGNORECASE)
        says = text.strip().strip(f"{_CLOSING}?؟？")
        return message._replace(text=text.strip() if says else "/help", addressed=True) if cut else message

    async def _unless_being_forgotten(self, message: Message) -> Reply | None:
        try:
            return await self._said(message)
        except BeingForgotten as forgotten:
            if await self._forgetting.delete_if_due(message.owner, self._now()):
                return await self._said(message)  # its day is over, and no sweep has come yet
            lines = message.text.split("\n")
            if message.may_be_talk and not message.text.startswith("/") and not any(map(looks_meant, lines)):
                return None
            await self._answer_once(message)
            return replies.being_forgotten(await self.voice_for(message.owner), forgotten.until, self._now())

    async def _said(self, message: Message) -> Reply | None:
        if message.reply_to is not None:
            corrected = await self._corrected(message, message.reply_to)
            if corrected is not None:
                return corrected
            message = await self._completed(message)
        elif (answered := await self._answered_right_behind(message)) is not None:
            return answered
        message = await self._with_its_slash(message)
        written = _COMMAND.fullmatch(message.text.strip())
        if written is None:
            return await self._entries(message)
        word, addressee, rest = written[1].lower(), written[2], (written[3] or "").strip()
        to_another = addressee and self.name and addressee.lower() != self.name.lower()
        command = COMMANDS.get(word)
        if message.forwarded and (command is None or command.entry is None):
            return (
                None
                if message.group
                else replies.forwarded_command(await self.voice_for(message.owner, message.language), word)
            )
        if command is not None and command.entry is not None and rest and not to_another:
            # It is meant for the bot, in a group too.
            return await self._entries(message._replace(text=command.entry + rest, group=False))
        if message.edited and message.table is None and await self.holds(message):
            return await self._entries(message)
        if to_another:
            return None
        if not addressee:
            await self._answer_once(message)
        return await self._command(message, word, rest)

    async def _answer_once(self, message: Message) -> None:
        """Raise `KeptByAnother` where another bot of the book answers a group's message that none of them keeps.

        Without an answer of the store this one answers, too.
        """
        heard = self._dependencies.heard
        if heard is None:
            return
        with suppress(LedgerUnavailable):
            if not await heard.is_ours(message):
                raise KeptByAnother(f"{message.number}")

    async def _command(self, message: Message, word: str, rest: str) -> Reply:
        """Carry out what is asked in English or the budget's language; before there is a budget, in that of the person's app."""
        budget = await self._bookkeeper.known(message.owner)
        language = budget.language if budget is not None else spoken(message.language)
        voice = self._voices(language)
        name = word if word in COMMANDS else command_named(word, language) or word
        if name not in COMMANDS:
            name, rest = self._said_with_slash(name, rest, budget, language)
        rest = in_english(name, rest, language, budget.has_name if budget is not None else _nothing)
        command, parts = COMMANDS.get(name), self._dependencies.acting(message.actor, message.language)
        try:
            call = Call(name, rest, message, voice, self.name, language)
            reply = await run(parts, call)
            return reply._replace(look=command is not None and command.only_looks(rest))
        except Refused as problem:
            return replies.refused(voice, problem, await parts.bookkeeper.money(message.owner))
        except NotFound as problem:
            return replies.unknown_category(voice, str(problem), await parts.bookkeeper.shown_budget(message.owner))

    @staticmethod
    def _said_with_slash(name: str, rest: str, budget: Budget | None, language: str) -> tuple[str, str]:
        """Return the command, and what follows it, of what asks for one without its slash: `/left`, `/delete 2`."""
        is_name, text = budget.has_name if budget is not None else _nothing, f"{name} {rest}".strip()
        said = message_said(text, language, is_name) or numbered_message(text, language, is_name)
        if said is None:
            return name, rest
        command, _, behind = said.removeprefix("/").partition(" ")
        return command, behind

    async def _corrected(self, message: Message, to: int) -> Reply | None:
        """Do what a reply says of an entry or a question; None for one that is a message of its own."""
        if message.text.startswith("/") and message.text.strip().lower() != "/undo":
            return None
        asked_for = None if message.text.startswith("/") else _asked_for(message.reply_buttons)  # /undo is no answer
        labels = partial(replies.question_labels, self._voices)
        try:
            receipt = await self._bookkeeper.correct(message, to, labels, _about(message.reply_buttons), asked_for)
        except InvalidChoice as problem:
            return replies.refused(
                await self.voice_for(message.owner), problem, await self._bookkeeper.money(message.owner)
            )
        if receipt is None:
            return None if asked_for is None else replies.prompt_is_over(await self.voice_for(message.owner))
        # What answers an edit is edited, too, and can't open a field.
        return self._replied(message, receipt, None if message.edited else asked_for)

    async def _completed(self, message: Message) -> Message:
        """Return a reply with the words that it belongs to, where it says the amount of a text in which none was read."""
        if message.forwarded or not is_completable(message.reply_text):
            return message
        budget = await self._looking(message).bookkeeper.shown_budget(message.owner)
        if message_said(message.reply_text, budget.language, budget.has_name) is not None:
            return message
        scope = budget.scope(budget.day_of(message.sent_at), lambda _note: None)
        return message._replace(text=completed(message.text, message.reply_text, scope))

    def _replied(self, message: Message, receipt: Receipt, again: Prompt | None = None) -> Reply:
        fresh = receipt.state.status is Status.DONE and not message.edited
        reply = replies.corrected(self._voices(receipt.budget.language), receipt, again)
        return reply._replace(fresh=fresh, corrects=receipt.corrects)

    async def _answered_right_behind(self, message: Message) -> Reply | None:
        """Answer the one question of the message right before this one by what one of its buttons says; None for any other message.

        A No closes it. Where none is open (a bill's and that of /forget wait for a tap alone) nothing changes, and that is said.
        """
        if message.may_be_talk or message.forwarded or not may_answer(message.text):
            return None
        budget = await self._bookkeeper.known(message.owner)
        no = budget is not None and says_no(message.text, budget.words)
        if budget is None or (no and budget.has_name(message.text)):
            return None
        if not no and not await self._bookkeeper.is_asked(message):
            return None
        receipt = await self._bookkeeper.correct(message, None, partial(replies.question_labels, self._voices))
        if receipt is not None:
            return self._replied(message, receipt)
        return replies.nothing_changes(self._voices(budget.language)) if no and not message.edited else None

    async def _with_its_slash(self, message: Message) -> Message:
        """Return a message with the slash that somebody left out of a command."""
        text = message.text.strip()
        if message.may_be_talk or message.forwarded or not may_be_message(text):
            return message
        budget = await self._bookkeeper.known(message.owner)
        language = budget.language if budget is not None else spoken(message.language)
        if undoes_that(text, language):
            return message  # it may mean what was undone just now
        said = message_said(text, language, budget.has_name if budget is not None else _nothing)
        return message if said is None else message._replace(text=said)

    async def moved(self, owner: int, to: int) -> Reply | None:
        """Let two chats have one budget, because a group became a supergroup; say what could not become part of it."""
        moved = await self._bookkeeper.move(owner, to)
        return replies.moved(await self.voice_for(to), moved) if moved is not None else None

    async def due(self, now: datetime) -> Sequence[int]:
        """Return the owners of budgets whose chats may be told something now."""
        return await self._notifier.due(now)

    async def told(self, owner: int, now: datetime) -> tuple[int, Reply] | None:
        """Return a chat and what it is told now, stored as said; None for nothing."""
        told = await self._notifier.decide(owner, now)
        if told is None:
            return None
        voice = self._voices(told.budget.language)  # not looked up: what is stored as said must not fail any more
        return told.chat, _with_more(voice, replies.told(voice, told))

    async def put_off(self, owner: int, now: datetime) -> None:
        """Look later at a chat for which it could not be decided what it is told."""
        await self._notifier.put_off(owner, now)

    async def blocked(self, owner: int) -> None:
        """Tell a chat nothing more until it writes `/start`."""
        await self._notifier.stop(owner)

    @property
    def _notifier(self) -> Notifier:
        if self._dependencies.notifier is None:
            raise ValueError("notifier")
        return self._dependencies.notifier

    async def category_names(self, owner: int) -> tuple[str, ...]:
        """Return the names of a chat's categories, as they are typed. A chat without a budget gets none by it."""
        budget, _ = await self._bookkeeper.recent(owner, 1)
        return tuple(as_compared(one.name) for one in budget.current)

    async def example(self, owner: int, language: str = "") -> str:
        """Return an expense to write in a chat, in the budget that it has, or would have for the ``language`` of a person's app."""
        budget = await self._bookkeeper.known(owner)
        if budget is not None:
            return spent_in(budget)
        begin = self._bookkeeper.beginnings(language)
        return spent_like(begin.money, begin.language)

    async def holds(self, message: Message) -> bool:
        """Whether anything that the message says is recorded, or was asked about."""
        return await self._bookkeeper.holds_something(message)

    async def _entries(self, message: Message) -> Reply | None:
        receipt = await self._bookkeeper.record(message)
        if receipt.command:
            return await self._said(message._replace(text=receipt.command))
        if receipt.follows:
            return self._replied(message, receipt)
        quiet = await nothing_spent_said(self._dependencies, self._voices(receipt.budget.language), receipt, message)
        if quiet is not None:
            return quiet
        reply = await self._to_receipt(receipt, message)
        if reply is None or receipt.holds:
            return reply
        await self._answer_once(message)
        return reply if message.forwarded or reply.buttons else reply._replace(refused=message.text.strip())

    async def _to_receipt(self, receipt: Receipt, message: Message) -> Reply | None:
        voice = self._voices(receipt.budget.language)
        named = await bill_named_in(self._dependencies, voice, receipt, message)
        if named is not None:
            return named
        looked = await looked_for(self._looking(message), voice, receipt, message, self.name)
        if looked is not None:
            return looked
        match receipt.readings:
            case [(_, (NameAlone() | Afford()) as asks)] if not receipt.state.entries:
                return await asked_of_week(self._looking(message), voice, receipt, message, asks)
            case _ if message.may_be_talk and is_chatter(receipt):
                return replies.doubtful() if Treatment.REACT in receipt.treatments else None
            case [] if not receipt.holds:
                return replies.empty(voice, receipt.budget)
            case _:
                reply = replies.recorded(voice, receipt)
                return await self._with_offer(voice, message, receipt, reply) if reply.fresh else reply

    def _looking(self, message: Message) -> Dependencies:
        """Return what looks for a message: a chat without a budget sees the one that its author's app would begin."""
        return self._dependencies.acting(message.actor, message.language)

    async def _with_offer(self, voice: Voice, message: Message, receipt: Receipt, reply: Reply) -> Reply:
        """Return a receipt that offers a bill, a card or the digest, each once; one that offers something already stays so."""
        if receipt.offers != NOTHING:
            return reply
        offering = await with_bill_suggested(self._dependencies, voice, message.owner, receipt, reply)
        if offering is reply:
            offering = await self._with_card_offered(voice, message, receipt, reply)
        if offering is reply:
            offering = await with_digest_offered(self._dependencies, voice, message, receipt, reply)
        return offering

    async def _with_card_offered(self, voice: Voice, message: Message, receipt: Receipt, reply: Reply) -> Reply:
        """Return a receipt that offers a card, once and after a few entries. Without an answer of the store it offers none."""
        cards = self._dependencies.cards
        if cards is None or receipt.budget.card is not None or not receipt.state.entries:
            return reply
        with suppress(LedgerUnavailable):
            if await cards.offer(message.owner):
                return replies.with_card_offered(voice, reply, receipt.message)
        return reply

    # --- what people tap ---

    async def tapped(self, tapped: Tapped, administrates: Administrates = _nobody) -> Answer:
        """Do what a button says. Its data comes from outside: what it does not name in this chat's budget is not there."""
        voice = await self.voice_for(tapped.owner, tapped.language)
        answer = await self._tapped(voice, tapped, administrates)
        return answer if answer.reply is None else replace(answer, reply=_with_more(voice, answer.reply))

    async def _tapped(self, voice: Voice, tapped: Tapped, administrates: Administrates) -> Answer:
        try:
            button = buttons.decode(tapped.data)
        except ValueError:
            return Answer(notice=replies.settled(voice), alert=False)
        act = f"tap {tapped.tap}"
        now = self._now()
        tap = Tap(tapped.owner, tapped.author, tapped.group, act, now, administrates, voice, tapped)
        parts = self._dependencies.acting(Actor(tapped.author, tapped.name, now), tapped.language)
        try:
            return await TAPS[type(button)](parts, button, tap)
        except BeingForgotten as forgotten:
            if await self._forgetting.delete_if_due(tapped.owner, self._now()):
                return Answer(notice=replies.settled(voice), alert=False)
            return Answer(notice=plain(replies.being_forgotten(voice, forgotten.until, self._now()).text))
        except Refused as problem:
            money = await self._bookkeeper.money(tapped.owner)
            return Answer(notice=plain(replies.refused(voice, problem, money).text))
        except NotFound:
            return Answer(notice=replies.settled(voice), alert=False)


def _about(data: tuple[str, ...]) -> int | None:
    """Return the message that all buttons of an answer are about, None where there are none, or several messages."""
    found = {getattr(button, "message", None) for button in buttons.decoded(data)} - {None}
    return found.pop() if len(found) == 1 else None


def _asked_for(data: tuple[str, ...]) -> Prompt | None:
    """Return what a message of the bot asks for, where it asks for one part of an entry."""
    for button in buttons.decoded(data):
        if isinstance(button, buttons.AskFor):
            return Prompt(button.message, button.line, button.part)
    return None


def _with_more(voice: Voice, reply: Reply) -> Reply:
    """Return a reply with what stands over the buttons that one message of a platform can't hold."""
    return reply._replace(more_choices=more_choices(voice))
