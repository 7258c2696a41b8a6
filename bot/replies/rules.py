"""What taps taught: which notes go to which category by themselves, each to be forgotten by a tap."""

from collections.abc import Sequence

from bot import buttons
from bot.reply import Button, Reply, escape, in_rows, quoted
from budget.budgets import Budget
from budget.ledger_values import Rule
from words import labels
from words import rules as say
from words.voice import Voice

_ON_A_PAGE = 10


def rules(voice: Voice, budget: Budget, found: Sequence[Rule], page: int = 0) -> Reply:
    """Show a page of what taps taught, the latest first."""
    if not found:
        return Reply(say.nothing_taught(voice))
    last = (len(found) - 1) // _ON_A_PAGE
    page = min(page, last)
    shown = list(enumerate(found, 1))[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]
    lines = [say.rule(voice, n, quoted(one.note), escape(budget.category(one.category).name)) for n, one in shown]
    forget = [Button(labels.forget(voice, n), buttons.ForgetRule(page, one.taught)) for n, one in shown if one.taught]
    ways = []
    if page:
        ways.append(Button(labels.newer(voice), buttons.ShowRules(page - 1)))
    if page < last:
        ways.append(Button(labels.older(voice), buttons.ShowRules(page + 1)))
    return Reply(
        "\n".join([say.taught(voice), *lines]), (*in_rows(forget, 3), *([tuple(ways)] if ways else [])), menu=True
    )
