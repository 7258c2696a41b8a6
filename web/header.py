"""What stands above and below every page of a budget: its name of days, the ways to other days, the moment, the link's end."""

from datetime import date, datetime
from typing import NamedTuple

from budget.budgets import Budget
from budget.periods import zone_named
from budget.share_links import Extent, ShareLink
from web.markup import name, text
from words import days
from words import page as say
from words.voice import Voice


class Step(NamedTuple):
    """A way to other days: the query of its address, and what it says."""

    query: str
    said: str


def header(voice: Voice, budget: Budget, label: str, iso: str, earlier: Step | None, later: Step | None) -> str:
    """Return what the budget is called, and the heading of a page with its arrows, unless none leads anywhere.

    ``label`` is HTML; ``iso`` are its days, for machines, if it has any.
    """
    head = f'<time datetime="{iso}">{label}</time>' if iso else label
    called = f'<p class="called">{name(budget.name)}</p>' if budget.name else ""
    if earlier is None and later is None:
        return f"<header>{called}<h1>{head}</h1>"
    return (
        f'<header>{called}<nav aria-label="{text(say.fixed(voice)["other_days"])}">{_arrow(earlier, "‹", "prev")}'
        f"<h1>{head}</h1>{_arrow(later, '›', 'next')}</nav>"
    )


def views(voice: Voice, current: str, today: date, *, pays: bool) -> str:
    """Return the ways to the week, the pay period and the month of today, and the header's end; ``current`` is a query."""
    fixed = say.fixed(voice)
    found = [(f"week={today}", fixed["week"]), (f"month={today:%Y-%m}", fixed["month"])]
    if pays:
        found.insert(1, ("period=pay", fixed["pay_period"]))
    items = "".join(
        f'<li><a href="?{query}"{" aria-current=page" if query == current else ""}>{text(said)}</a></li>'
        for query, said in found
    )
    return f'<nav aria-label="{text(fixed["views"])}"><ul class="views">{items}</ul></nav></header>\n'


def skip(voice: Voice, link: ShareLink) -> str:
    """Return the first link of a page, for keyboards: it leads to the entries, where the link shows them."""
    if link.extent is Extent.TOTALS:
        return ""
    return f'<a class="skip" href="#entries">{text(say.fixed(voice)["to_the_entries"])}</a>\n'


def footer(voice: Voice, budget: Budget, link: ShareLink, as_of: datetime) -> str:
    """Return the end of a page."""
    now = as_of.astimezone(zone_named(budget.time_zone))
    said = [say.updated(voice, days.short_moment(voice, now))]
    if link.extent is Extent.TOTALS:
        said.append(say.fixed(voice)["sums_only"])
    said.append(say.works_until(voice, days.long_date(voice, budget.day_of(link.expires))))
    return f'<footer class="quiet"><p>{text(voice.sentences(*said))}</p></footer>\n'


def _arrow(step: Step | None, sign: str, rel: str) -> str:
    if step is None:
        return f'<span class="arrow" aria-hidden="true">{sign}</span>'
    return f'<a class="arrow" href="?{text(step.query)}" rel="{rel}" aria-label="{text(step.said)}">{sign}</a>'
