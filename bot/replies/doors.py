"""Write doors: handed out, listed, closed; and what came in."""

from collections.abc import Sequence
from datetime import date, datetime

from bot import buttons
from bot.replies.receipts import receipt
from bot.replies.wording import entry_written
from bot.reply import Button, Reply, Style, escape, in_rows, quoted
from budget import addresses
from budget.budgets import Budget
from budget.errors import Why
from budget.grammar import Unreadable
from budget.periods import zone_named
from budget.posting import Posted
from budget.write_doors import WriteDoor
from words import days, labels, setting_labels
from words import doors as say
from words.links import opens_here_alone
from words.receipts import refused_line
from words.voice import Voice

_QUOTES_ITSELF = frozenset({Why.NO_AMOUNT_CAME, Why.NOTHING_CAME, Why.UNREAD_CAME})


def door_made(voice: Voice, door: WriteDoor, token: str, address: str) -> Reply:
    """Hand a token out, and say what it means. It can't be shown again."""
    here = [opens_here_alone(voice)] if addresses.opens_here_alone(address) else []
    said = [
        say.may_record(voice),
        f"<code>{token}</code>",
        f"<code>{escape(address)}</code>",
        *here,
        say.copy_it_now(voice),
    ]
    close = Button(say.close(voice), buttons.CloseDoor(door.number), style=Style.DANGER)
    return Reply("\n".join(said), ((Button(labels.copy(voice), copy=token), close),))


def door_shown_before(voice: Voice) -> Reply:
    """Say that the token of a repeated message can't be shown again."""
    return Reply(say.shown_before(voice))


def doors_not_here(voice: Voice) -> Reply:
    """Say what a door needs."""
    return Reply(say.not_here(voice))


def ask_to_close(voice: Voice, door: WriteDoor, *, listed: bool) -> Reply:
    """Ask before a door is closed for good."""
    close = Button(say.close(voice), buttons.CloseNow(door.number, listed), style=Style.DANGER)
    keep = Button(setting_labels.keep(voice), buttons.ShowDoors())
    return Reply(say.ask_to_close(voice, _label(voice, door)), ((close, keep),), question=True)


def door_closed(voice: Voice) -> Reply:
    """Say that a door is closed for good."""
    return Reply(say.closed(voice))


def doors(voice: Voice, budget: Budget, open_: Sequence[WriteDoor], now: datetime) -> Reply:
    """List the open doors with their use, each with a button to close it."""
    if not open_:
        return Reply(say.none(voice))
    today = budget.day_of(now)
    said = [say.open_doors(voice)]
    for n, door in enumerate(open_, 1):
        made = days.day(voice, budget.day_of(door.made), today)
        said.append(say.door(voice, n, _label(voice, door), made, _use(voice, budget, door, today)))
    shown = [
        Button(say.close(voice, n), buttons.CloseDoor(door.number, listed=True), style=Style.DANGER)
        for n, door in enumerate(open_, 1)
    ]
    return Reply("\n".join(said), tuple(in_rows(shown, 4)), menu=True)


def _label(voice: Voice, door: WriteDoor) -> str:
    return escape(door.label) or say.unlabelled(voice)


def _use(voice: Voice, budget: Budget, door: WriteDoor, today: date) -> str:
    if door.last_used is None:
        return say.never_used(voice)
    moment = door.last_used.astimezone(zone_named(budget.time_zone))
    return say.used(voice, door.used, days.day(voice, moment.date(), today), f"{moment:%H:%M}")


def came_in(voice: Voice, door: WriteDoor, posted: Posted) -> Reply:
    """Say what came in through a door: its receipt, under the door's label. What is refused is quoted: nobody sees it else."""
    now = receipt(voice, posted.receipt)
    said = [f"<b>{_label(voice, door)}</b>", _said(voice, posted, now.text)]
    if posted.unknown:
        said.append(say.unknown_category(voice, quoted(posted.unknown)))
    if posted.same is not None:
        budget, today = posted.receipt.budget, posted.receipt.today
        said.append(say.same_by_hand(voice, entry_written(voice, posted.same.entry, budget, today)))
    return now._replace(text="\n".join(said))


def _said(voice: Voice, posted: Posted, text: str) -> str:
    match posted.receipt.readings:
        case [(line, Unreadable(why))] if line and why not in _QUOTES_ITSELF:
            return refused_line(voice, quoted(line), text)
        case _:
            return text
