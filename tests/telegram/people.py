"""People who write to the bot through a simulated Telegram, and keep account of what the ledger has to hold."""

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass

from tests.scale import LONG
from tests.telegram.running import RecordedEntry
from tests.telegram.simulated import SimulatedTelegram

SEED = int(os.environ.get("CHAOS_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
if not LONG:
    SEED = 1  # chance has its place in `make chaos`: a test says the same each time
TIMEOUT = 3600 if LONG else 240
"""Seconds after which a run that hangs is given up."""

CANARY = "canary-in-a-note"


@dataclass
class Person:
    """Somebody who writes, edits and taps in a chat, and keeps account of what the ledger has to hold."""

    telegram: SimulatedTelegram
    chat: int
    random: random.Random
    left: int
    """How many updates are still to come."""

    def __post_init__(self) -> None:
        self.due: RecordedEntry = {}

    async def live(self) -> None:
        while self.left > 0:
            acts = [self.several_lines, self.edits, self.undoes, self.is_asked, self.replies] if self.left > 3 else []
            await self.random.choice([self.writes, self.writes, *acts])()

    async def writes(self) -> None:
        amount = self.random.randrange(1, 10_000)
        self.owes(self.says(f"{written(amount)} fun {CANARY}"), [amount])

    async def several_lines(self) -> None:
        amounts = self.amounts()
        self.owes(self.says(lines(amounts)), amounts)

    async def edits(self) -> None:
        """Correct a message once or twice, which adds lines and takes lines out."""
        number = self.says(lines(self.amounts()))
        for _ in range(self.random.choice([1, 2])):
            amounts = self.amounts()
            self.telegram.edit(self.chat, number, lines(amounts))
            self.left -= 1
        self.owes(number, amounts)

    async def undoes(self) -> None:
        amount = self.random.randrange(1, 10_000)
        number = self.says(f"{written(amount)} gas {CANARY}")
        await self.taps(number, "Undo")
        if self.random.random() < 0.5:
            await self.taps(number, "Restore")
            self.owes(number, [amount])

    async def replies(self) -> None:
        """Correct an entry by a reply to the person's own message, and by one to any answer of the bot's."""
        amount, last = self.random.randrange(1, 10_000), self.random.randrange(1, 10_000)
        number = self.says(f"{written(amount)} fun {CANARY}")
        await self.telegram.until(lambda: self.telegram.answers_to(self.chat, number), TIMEOUT)
        to = self.random.choice([number, self.telegram.answers_to(self.chat, number)[0].number])
        for said in (written(self.random.randrange(1, 10_000)), f"no, {written(last)}"):
            self.left -= 1
            self.telegram.say(self.chat, said, more={"reply_to_message": self.telegram.shown_message(self.chat, to)})
            to = number
        self.owes(number, [last])

    async def is_asked(self) -> None:
        number = self.says("3 beers 18")
        amount = self.random.choice([300, 1800])
        await self.taps(number, f"${written(amount)}")
        self.owes(number, [amount])

    async def taps(self, number: int, label: str) -> None:
        """Tap a button as soon as any answer to a message has it, and wait until the tap is handled."""

        def bearing() -> list[int]:
            answers = self.telegram.answers_to(self.chat, number)
            return [shown.number for shown in answers if label in shown.buttons]

        await self.telegram.until(bearing, TIMEOUT)
        tap = self.telegram.tap(self.chat, self.random.choice(bearing()), label)
        self.left -= 1
        await self.telegram.until(lambda: self.telegram.taps[tap], TIMEOUT)
        await self.telegram.until(lambda: not self.waits(tap), TIMEOUT)

    def waits(self, tap: str) -> bool:
        updates = self.telegram.pending.values()
        return any(update.get("callback_query", {}).get("id") == tap for update in updates)

    def says(self, text: str) -> int:
        self.left -= 1
        return self.telegram.say(self.chat, text)

    def owes(self, number: int, amounts: Sequence[int]) -> None:
        self.due |= {(self.chat, number, line): amount for line, amount in enumerate(amounts)}

    def amounts(self) -> list[int]:
        return [self.random.randrange(1, 10_000) for _ in range(self.random.randrange(1, 5))]


def written(amount: int) -> str:
    return f"{amount // 100}.{amount % 100:02}"


def lines(amounts: Sequence[int]) -> str:
    return "\n".join(f"{written(amount)} fun {CANARY}" for amount in amounts)


def people(telegram: SimulatedTelegram, dice: random.Random, chats: Sequence[int], updates: int) -> list[Person]:
    """Return one for each chat, who will send so many updates in all."""
    return [Person(telegram, chat, random.Random(dice.random()), updates // len(chats)) for chat in chats]  # noqa: S311 - can be repeated


def due_to(everybody: Sequence[Person]) -> RecordedEntry:
    """Return what the ledger has to hold."""
    return {key: amount for person in everybody for key, amount in person.due.items()}


def by_message(entries: RecordedEntry) -> dict[tuple[int, int], list[int]]:
    """Return the amounts of each message: an edit leaves a line its address, wherever it stands."""
    amounts: dict[tuple[int, int], list[int]] = {}
    for (chat, message, _), amount in sorted(entries.items(), key=lambda one: (one[0][:2], one[1])):
        amounts.setdefault((chat, message), []).append(amount)
    return amounts
