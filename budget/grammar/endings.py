"""What ends a number and is no part of its digits: `5.-`, `20/-`, `12.50.`, `5...`."""

import re

from budget.money import Money

CLOSING = ")]}>»“”\"'’,;:!?|_…、。،؛؟"
DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})?")
_NO_CENTS = re.compile(r"(?<=[0-9])(?:[.,:][-–—]+|/[-=])([$€£₽]?)$")
"""`5.-` as it is written in Switzerland, Germany and Sweden, `20/-` in India."""
_TAG = re.compile(r"[^\W\d_]|[^\W\d_]{2}(?:[\w-]{0,37}\w)?")
NO_CENTS_END = frozenset("-–—=")


def with_no_cents(plain: str, money: Money) -> str:
    """Return `5.-`, `5,-€` and `20/-` with their cents: whoever writes them writes a price."""
    found = _NO_CENTS.search(plain)
    if found is None:
        return plain
    whole, mark = plain[: found.start()], found[1]
    if not money.currency.exponent or money.locale.decimal in whole:
        return whole + mark
    return f"{whole}{money.locale.decimal}{'0' * money.currency.exponent}{mark}"


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
