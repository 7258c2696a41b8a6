"""Japanese numerals: ``8万5千円`` and numbers written together with the words around them."""

import re

_SCALES = {"億": 100_000_000, "万": 10_000, "千": 1_000}
_NUMBER = re.compile(r"[¥￥]?((?:[0-9][0-9,]*(?:\.[0-9]+)?[億万千])*)([0-9][0-9,]*)?(円)?((?:[×x*][1-9][0-9]?)?)")
_DATE = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日")
_STARTS = re.compile(r"[¥￥]?[0-9]")
_TERM = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)([億万千])")
_COUNTERS = frozenset("人個本枚杯時分日月年回階番台冊匹足歳才泊号名缶袋箱皿")


def japanese_parts(text: str) -> list[tuple[int, int, str, str]] | None:
    """Take a word apart around its first number: each part's place, its plain text and the name of its kind.

    None where the word is not Japanese: no 円, no scale, and no letter outside ASCII beside the number.
    """
    dated = _DATE.match(text)
    if dated is not None:
        plain = f"{dated[1]}-{dated[2]}-{dated[3]}" if dated[1] else f"{dated[2]}/{dated[3]}"
        rest = text[dated.end() :]
        more = japanese_parts(rest) or ([(0, len(rest), rest, "WORD")] if rest else [])
        shifted = ((dated.end() + first, dated.end() + end, one, kind) for first, end, one, kind in more)
        return [(0, dated.end(), plain, "DATE"), *shifted]
    begins = _STARTS.search(text)
    found = _NUMBER.match(text, begins.start()) if begins is not None else None
    if found is None:
        return None
    before, after = text[: found.start()], text[found.end() :]
    japanese = found[1] or found[3] or (not before.isascii()) or (not after.isascii())
    if not japanese or "." in after:
        return None
    amount = _value(found[1], found[2])
    if amount is None:
        return None
    counted = after[:1] in _COUNTERS and not found[3]
    parts = [(found.start(), found.end(), f"{amount}{found[4].replace('x', '×')}", "MEASURE" if counted else "NUMBER")]
    if found[3] and not found[4]:
        parts = [(found.start(), found.end(), f"{amount}円", "NUMBER")]
    if before:
        parts.insert(0, (0, found.start(), before, "WORD"))
    if not after:
        return parts
    following = japanese_parts(after[1:]) if counted and len(after) > 1 else japanese_parts(after)
    if following is None:
        return [*parts, (found.end(), len(text), after, "WORD")]
    skipped = found.end() + (1 if counted and len(after) > 1 else 0)
    return [*parts, *((first + skipped, end + skipped, plain, kind) for first, end, plain, kind in following)]


def _value(scaled: str, rest: str | None) -> str | None:
    """Return the digits of a numeral whose parts fall in size; None where they do not."""
    total, last = 0, 10**12
    for digits, scale in _TERM.findall(scaled):
        size = _SCALES[scale]
        if size >= last:
            return None
        whole, _, decimals = digits.replace(",", "").partition(".")
        total += int(whole) * size
        total += int(decimals.ljust(8, "0")[:8]) * size // 10**8 if decimals else 0
        last = size
    if not scaled:
        return rest
    return str(total + int((rest or "0").replace(",", "")))
