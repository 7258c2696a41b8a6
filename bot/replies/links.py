"""Share links: handed out, listed, revoked."""

from collections.abc import Sequence
from datetime import datetime

from bot import buttons
from bot.replies.wording import count, day_written
from bot.reply import Button, Reply, escape, in_rows
from budget.budgets import Budget
from budget.periods import zone_named
from budget.sharing import Extent, ShareLink


def shared(budget: Budget, link: ShareLink, address: str) -> Reply:
    """Give a share link out, and say what it means. It can't be shown again."""
    what = (
        "the week's categories and limits, the pay period, and every entry with its note"
        if link.extent is Extent.FULL
        else "sums only: the week's categories and limits, and the pay period; no single entry"
    )
    until = day_written(budget.day_of(link.expires), budget.day_of(link.created))
    copy = (Button("Copy", copy=address),) if len(address) <= _LONGEST_COPY else ()
    return Reply(
        f"Whoever has this link can look, without Telegram, and can't change anything. It shows {what}.\n"
        f"{escape(address)}\n"
        f"It works until {until}. Copy it now: I keep only its fingerprint, so /links can't show it again.",
        ((*copy, Button("Revoke", buttons.RevokeLink(link.number))),),
    )


_LONGEST_COPY = 256  # characters that a button of Telegram copies


def links(budget: Budget, open_: Sequence[ShareLink], now: datetime) -> Reply:
    """List the open links with their use, each with a button to revoke it."""
    if not open_:
        return Reply("There are no open links. /share makes one.")
    today = budget.day_of(now)
    said = ["<b>Open links</b>"]
    for n, link in enumerate(open_, 1):
        made, until = (day_written(budget.day_of(day), today) for day in (link.created, link.expires))
        what = "everything" if link.extent is Extent.FULL else "sums only"
        seen = "never opened"
        if link.last_opened is not None:
            moment = link.last_opened.astimezone(zone_named(budget.time_zone))
            seen = f"opened {count(link.opened, 'time')}, last {day_written(moment.date(), today)} at {moment:%H:%M}"
        said.append(f"{n}. {what}, made {made}, works until {until}: {seen}")
    shown = [Button(f"Revoke {n}", buttons.RevokeLink(link.number, listed=True)) for n, link in enumerate(open_, 1)]
    return Reply("\n".join(said), tuple(in_rows(shown, 4)))


def link_revoked() -> Reply:
    """Say that a link is closed for good."""
    return Reply("This link is revoked: it opens nothing any more. /share makes another.")


def link_shown_before() -> Reply:
    """Say that the link of a repeated message can't be shown again."""
    return Reply(
        "That link was made already, and can't be shown again. /share makes another, /links shows what is open."
    )
