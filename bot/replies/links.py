"""Share links: handed out, listed, revoked."""

from collections.abc import Sequence
from datetime import date, datetime

from bot import buttons
from bot.reply import Button, Picture, Reply, Style, escape, in_rows
from budget.budgets import Budget
from budget.periods import zone_named
from budget.share_links import Extent, ShareLink
from words import days, labels, setting_labels
from words import links as say
from words.markup import plain
from words.voice import Voice


def shared(voice: Voice, budget: Budget, link: ShareLink, address: str) -> Reply:
    """Give a share link out, and say what it means. It can't be shown again."""
    what = say.shows_entries(voice) if link.extent is Extent.FULL else say.shows_sums(voice)
    until = days.day(voice, budget.day_of(link.expires), budget.day_of(link.created))
    copy = (Button(labels.copy(voice), copy=address),) if len(address) <= _LONGEST_COPY else ()
    revoke = Button(labels.revoke(voice), buttons.RevokeLink(link.number), style=Style.DANGER)
    return Reply(f"{what}\n{escape(address)}\n{say.works_until(voice, until)}", ((*copy, revoke),))


def shared_here(voice: Voice, given: Reply, png: bytes | None) -> Reply:
    """Say of a link that it opens on one computer alone, and how to change that; the week comes as a picture instead."""
    said = [given.text, say.opens_here_alone(voice)]
    if png is None:
        return given._replace(text="\n".join(said))
    text = "\n".join([*said, say.as_picture(voice)])
    # A picture can't become the text that says that the link is revoked: /links revokes it.
    copies = tuple(row for row in (tuple(one for one in row if one.copy) for row in given.buttons) if row)
    return given._replace(text=text, buttons=copies, picture=Picture(png, plain(text)))


_LONGEST_COPY = 256  # characters that a button of Telegram copies


def links(voice: Voice, budget: Budget, open_: Sequence[ShareLink], now: datetime) -> Reply:
    """List the open links with their use, each with a button to revoke it."""
    if not open_:
        return Reply(say.none(voice))
    today = budget.day_of(now)
    said = [say.open_links(voice)]
    for n, link in enumerate(open_, 1):
        made, until = (days.day(voice, budget.day_of(each), today) for each in (link.created, link.expires))
        use = _use(voice, budget, link, today)
        said.append(say.link(voice, n, made, until, use, full=link.extent is Extent.FULL))
    shown = [
        Button(labels.revoke(voice, n), buttons.RevokeLink(link.number, listed=True), style=Style.DANGER)
        for n, link in enumerate(open_, 1)
    ]
    return Reply("\n".join(said), tuple(in_rows(shown, 4)), menu=True)


def _use(voice: Voice, budget: Budget, link: ShareLink, today: date) -> str:
    opened = polled = ""
    if link.last_opened is not None:
        opened = say.opened(voice, link.opened_days, *_when(voice, budget, link.last_opened, today))
    if link.last_polled is not None:
        polled = say.polled(voice, *_when(voice, budget, link.last_polled, today))
    if opened and polled:
        return say.opened_and_polled(voice, opened, polled)
    return opened or polled or say.never_opened(voice)


def _when(voice: Voice, budget: Budget, at: datetime, today: date) -> tuple[str, str]:
    """Return the day and the time of a moment, as the budget's clock has it."""
    moment = at.astimezone(zone_named(budget.time_zone))
    return days.day(voice, moment.date(), today), f"{moment:%H:%M}"


def ask_to_revoke(voice: Voice, budget: Budget, link: ShareLink, now: datetime, *, listed: bool) -> Reply:
    """Ask before a link is closed for good."""
    made = days.day(voice, budget.day_of(link.created), budget.day_of(now))
    revoke = Button(labels.revoke(voice), buttons.RevokeNow(link.number, listed), style=Style.DANGER)
    keep = Button(setting_labels.keep(voice), buttons.ShowLinks())
    return Reply(say.ask_to_revoke(voice, made), ((revoke, keep),), question=True)


def link_revoked(voice: Voice) -> Reply:
    """Say that a link is closed for good."""
    return Reply(say.revoked(voice))


def link_shown_before(voice: Voice) -> Reply:
    """Say that the link of a repeated message can't be shown again."""
    return Reply(say.shown_before(voice))
