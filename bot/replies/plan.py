"""What is said of what is really left: bills, paydays, whether something can be afforded."""

from bot.reply import Reply, escape
from budget.afford import Affordable
from budget.summary import Summary
from words import days
from words import plan as say
from words.voice import Voice


def afford(voice: Voice, answer: Affordable, summary: Summary) -> Reply:
    """Say whether an amount can be afforded, and what would be left."""
    money, today, line = summary.money, summary.today, answer.line
    missing, left = money.written(answer.missing), money.written(answer.left)
    if answer.until is None or answer.per_day is None or answer.per_day_now is None:
        category = escape(line.category.name) if line is not None and not line.is_watched else ""
        if answer.fits:
            return Reply(say.affordable_by_limits(voice, left, category), look=True)
        return Reply(say.not_affordable_by_limits(voice, missing, category), look=True)
    until = days.day(voice, answer.until, today)
    if not answer.fits:
        return Reply(say.not_affordable(voice, missing, until), look=True)
    said = [say.affordable(voice, left, money.written(answer.per_day), until, money.written(answer.per_day_now))]
    if line is not None:
        said.append(say.would_be(voice, money, escape(line.category.name), line))
    return Reply("\n".join(said), look=True)
