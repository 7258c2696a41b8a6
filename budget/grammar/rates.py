"""Phrases that say when something comes again: `5 per month`, `10.99/mo`, `at the end of the month`."""

from collections.abc import Sequence

from budget.grammar.every import last_day_words, month_end
from budget.grammar.vocabulary import recurring_units
from budget.grammar.words import Kind, Word
from languages.vocabulary import Vocabulary


def with_rates_as_schedules(words: Sequence[Word], vocabulary: Vocabulary) -> Sequence[Word]:
    """Return `5 per month` and `5/month` as `5 every month`."""
    units = recurring_units(vocabulary)
    every = min(vocabulary.every_words)
    found: list[Word] = []
    for at, word in enumerate(words):
        number, _, per = word.raw.partition("/")
        unit = _unit(per.lower(), vocabulary) if at and word.kind is Kind.NUMBER and per else ""
        if unit:
            behind = word._replace(start=word.start + len(number), kind=Kind.WORD)
            added = [behind._replace(raw="/", folded=every), behind._replace(raw=per, folded=unit)]
            found += [word._replace(raw=number, plain=word.plain.partition("/")[0]), *added]
        elif _is_rate(words, at, vocabulary) and words[at + 1].folded in units:
            found.append(word._replace(folded=every))
        else:
            found.append(word)
    return found


def with_month_ends(words: Sequence[Word], vocabulary: Vocabulary) -> Sequence[Word]:
    """Return `rent 900 at the end of the month` as `rent 900 last`."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        length = month_end(words, at, vocabulary)
        if length:
            raw = " ".join(word.raw for word in words[at : at + length])
            found.append(words[at]._replace(raw=raw, folded=min(last_day_words(vocabulary))))
        else:
            found.append(words[at])
        at += length or 1
    return found


def _unit(per: str, vocabulary: Vocabulary) -> str:
    """Return the unit of a rate that is written in short: `month` of `mo`; an empty text for none, and for what may be two.

    What costs so much a day is rather counted than paid each day: `parking 12/day`.
    """
    per = per.rstrip(".")
    if not per or per not in vocabulary.per_words:
        return ""
    lengths = {**vocabulary.recurring_months, **{unit: -days for unit, days in vocabulary.recurring_days.items()}}
    units = [unit for unit, length in lengths.items() if unit.startswith(per) and length != -1]
    return min(units) if len({lengths[unit] for unit in units}) == 1 else ""


def _is_rate(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    behind_amount = at > 1 and words[at - 1].kind is Kind.NUMBER
    return behind_amount and words[at].folded in vocabulary.rate_words and at + 1 < len(words)
