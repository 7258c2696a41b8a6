"""What ends a number and is no part of its digits: `5.-`, `20/-`, `12.50.`, `5...`."""

import re

from budget.currencies import is_own_minor_unit, mark_of
from budget.money import Money

CLOSING = ")]}>»“”\"'’,;:!?|_…、。،؛؟"
DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})?")
_NO_CENTS = re.compile(r"(?<=[0-9])(?:[.,:][-–—]+|/[-=])([$€£₽]?)$")
"""`5.-` as it is written in Switzerland, Germany and Sweden, `20/-` in India."""
_MARKED = re.compile(r"\W[0-9][0-9,]*[-–—]")
"""`¥900-` as it is written in Japan."""
_GLUED_CENTS = re.compile(r"([^\W\d_]{1,7})\.?([0-9]{2})([^\W\d_]{0,7})\.?")
_TAG = re.compile(r"[^\W\d_]|[^\W\d_]{2}(?:[\w-]{0,37}\w)?")
NO_CENTS_END = frozenset("-–—=")


def with_no_cents(plain: str, money: Money) -> str:
    """Return `5.-`, `5,-€` and `20/-` with their cents: whoever writes them writes a price."""
    found = _NO_CENTS.search(plain)
    if found is None:
        ended = not money.currency.exponent and _MARKED.fullmatch(plain) is not None
        return plain.rstrip("-–—") if ended else plain  # `¥900-`
    whole, mark = plain[: found.start()], found[1]
    if not money.currency.exponent or money.locale.decimal in whole:
        return whole + mark
    return f"{whole}{money.locale.decimal}{'0' * money.currency.exponent}{mark}"


def with_glued_cents(whole: str, behind: str, money: Money) -> str:
    """Return `18zł50gr` and `12tl50` with the decimal mark between; empty for anything else behind a number."""
    found = _GLUED_CENTS.fullmatch(behind) if whole.isdecimal() and money.currency.exponent == 2 else None
    if found is None or not mark_of(found[1], money.currency):
        return ""
    cents = not found[3] or is_own_minor_unit(found[3].lower(), money.currency)
    return f"{whole}{money.locale.decimal}{found[2]}{found[1]}" if cents else ""


def closed(bare: str) -> str:
    """Return a word without what closes it: `5...`, `20*`, `12.50.`; the full stop of `14.03.` is part of a day."""
    rest = bare.rstrip(CLOSING + "*")
    if rest.endswith("..") or (rest.endswith(".") and not may_be_day(rest)):
        rest = rest.rstrip(".").rstrip(CLOSING + "*")
    return rest or bare


def is_tag(text: str) -> bool:
    """Whether a text behind ``#`` is a tag, and no number or reference: `trip2`, `my-trip`."""
    return _TAG.fullmatch(text) is not None


def may_be_day(word: str) -> bool:
    """Whether ``14.03.`` may be a day, and not an amount that ends a sentence."""
    found = DOTTED.fullmatch(word)
    return found is not None and 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12


def ends_sentence(dotted: "re.Match[str]", money: Money) -> bool:
    """Whether `3.10.` is an amount at the end of a sentence: where the point is the decimal mark, and days are not dotted."""
    return (
        money.locale.decimal == "." and not money.locale.name.endswith("_CH") and not dotted[3] and len(dotted[2]) == 2
    )
