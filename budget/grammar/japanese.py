"""Japanese numerals, ``8万5千円``, and numbers written together with the words around them: ``11月24日ランチ900円``."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple


class JapanesePart(NamedTuple):
    """A piece of a word: its place, its plain text, and the name of its `Kind`."""

    start: int
    end: int
    plain: str
    kind: str


_SECTIONS = {"億": 100_000_000, "万": 10_000, "": 1}
_SCALES = {"千": 1_000, "百": 100, "十": 10}
_KANJI = str.maketrans("〇一二三四五六七八九", "0123456789")
_NUMERAL = r"[0-9][0-9,]*(?:\.[0-9]+)?(?:[ ]?[億万千百]+(?:[0-9][0-9,]*(?:\.[0-9]+)?)?)*"
_YEN = "円|えん"
# A word that counts, unless it begins another word: `3本`, but not `1500本屋`.
_COUNTERS = (
    "日間|日目|日分|日(?!用|本)|週間|週(?!刊)|時間|分間|分(?!割)|秒|(?:ヶ|か|カ|ケ|ヵ|箇|個)月(?:分|間)?|月分?(?!謝|額|極)"
    "|年(?:間|分)?(?!賀|会|末)|人(?:前|分)?(?!形|参|間)|名様?(?!古屋|刺)|個(?:目|入り)?(?!室|人)|本(?!屋|代|棚)|枚|杯(?!分)"
    "|回(?:目|分)?(?!転|数)|階(?!段)|列(?!車)|番線|番(?!組)|号(?:室|車)?|台(?!所)|冊(?!子)|匹|足(?!袋|湯)|着(?!物|付)|歳|才|泊|缶(?!ビ|コ|チ|詰)"
    "|袋|箱(?!根)|皿|件|次会|駅分|丁目|丁(?!度|寧)|束(?!縛)|房|株(?!価|式|主)|斤|合(?!計|宿|コン|鍵)|玉(?!ねぎ|子|葱)|切れ|錠|膳|組(?!合)|度目?|周年|均一?|均|つ|ポイント|pt|キロ|グラム|リットル|ギガ"
    "|ロール|パック|セット|ケース|ダース|センチ|メートル|インチ|カロリー|km|kg|kWh|ml|cm|mm|GB|kcal|cc|g|m|L|l"
)
_FEW = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_ONES = "[一二三四五六七八九]"
_KANJI_DAY = rf"(?<![一二三四五六七八九十百千万])(?:[二三]?十{_ONES}?日|{_ONES}日(?=に)|^{_ONES}日$)"
"""A day in kanji. `一日` may be a whole day, unless `に` says when; alone it is asked about."""
_TERM = rf"¥?(?:{_NUMERAL})(?:{_YEN})?"
_TOKEN = rf"""
    (?P<WORD>100(?:円ショップ|円均一?|均一?)|100円寿司|(?<=[円0-9])/(?:月額?|日|年|週|時間?|回|人)(?![0-9])|[A-Za-z][A-Za-z-]*[0-9][A-Za-z0-9-]*)
  | (?P<DATE>(?:(?P<year>[0-9]{{4}})年)?(?P<month>{_FEW})月(?P<day>{_FEW})日(?!間))
  | (?P<SLASHED>(?:[0-9]{{4}}/)?[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/]))
  | (?P<AGO>[0-9]{{1,3}})(?P<unit>日|週間)(?P<ago>前|後)
  | (?P<MONTHLY>(?<![^\s])月(?=[0-9]))
  | (?P<DAILY>(?<![0-9月])1日(?=[0-9]|平均))
  | (?P<ORDINAL>(?:[今当]月の?)?(?:[0-9]{{1,2}}日|{_KANJI_DAY}))(?!間|目|分|用|本|以|市|町|前|後)
  | (?P<CLOCK>[0-9]{{1,2}}時(?:[0-9]{{1,2}}分|半)?(?!間|計|給)|[0-9]{{1,2}}:[0-9]{{2}})
  | (?P<PERCENT>[0-9.]+(?:%|パーセント|割))
  | (?P<COUNTED>¥?(?:{_NUMERAL})(?:{_YEN})?(?:{_COUNTERS})?(?:[×x*✕+](?:{_NUMERAL})(?:{_YEN}|{_COUNTERS})?)+)
  | (?P<MEASURE>(?:{_NUMERAL})(?:{_COUNTERS}|円(?:札|玉(?!ねぎ|葱|子))(?=.)))
  | (?P<NUMBER>(?:^[+-])?{_TERM}|[一二三四五六七八九十百千万]+円)
    """
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_WEEKDAY = re.compile(r"[(（]?([月火水木金土日])(?:曜日?)?[)）]?(?=$|[^\w])|[(（]([月火水木金土日])(?:曜日?)?[)）]")
_LETTER = r"[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff]"
_FACTOR = rf"([+-]?)(¥?)((?:{_NUMERAL}))({_YEN})?(?:{_COUNTERS})?"
_KANJI_PRICE = re.compile(r"[一二三四五六七八九十百千万]+円(?!玉|札|ショップ|均)")
_KANJI_DATE = re.compile(rf"(?:{_FEW})月(?:{_FEW})日|{_KANJI_DAY}")


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    """Return a pattern compiled. These three take a thirtieth of a start together, and only Japanese is read with them."""
    return re.compile(pattern, re.VERBOSE)


def has_kanji_number(text: str) -> bool:
    """Whether a word without digits names a price or a day: `千円`, `十一月三日`."""
    return _KANJI_PRICE.search(text) is not None or ("日" in text and _KANJI_DATE.search(text) is not None)


def japanese_parts(text: str, *, month_first: bool = True) -> list[JapanesePart] | None:
    """Take a word apart around its numbers.

    None where the word is not Japanese, or where a numeral's parts do not fall in size: ``5千8万``.
    """
    if _compiled(_LETTER).search(text) is None and "¥" not in text:
        return None
    parts: list[JapanesePart] = []
    at = 0
    for found in _compiled(_TOKEN).finditer(text):
        if found.start() < at or (found.lastgroup == "NUMBER" and not _stands_alone(text, found)):
            continue
        if found.start() > at:
            parts += _between(text, at, found.start())
        some = list(_read(text, found, month_first=month_first))
        if any(not part.plain for part in some):
            return None
        parts += some
        at = parts[-1].end
    if "." in text[at:] or not any(part.kind not in {"WORD", "SYMBOL"} for part in parts):
        return None  # `350円.x` may be an address
    return parts + (_between(text, at, len(text)) if at < len(text) else [])


def _stands_alone(text: str, found: "re.Match[str]") -> bool:
    """Whether a price in kanji is one, and not part of a name: `千円札`."""
    return found[0][0] not in "一二三四五六七八九十百千万" or _KANJI_PRICE.match(text, found.start()) is not None


def _between(text: str, start: int, end: int) -> list[JapanesePart]:
    piece = text[start:end]
    plain = piece.strip("()[]「」『』【】・/:=!-")
    kind = "WORD" if any(letter.isalnum() for letter in plain) else "SYMBOL"
    return [JapanesePart(start, end, plain or piece, kind)]


def _read(text: str, found: "re.Match[str]", *, month_first: bool) -> Iterator[JapanesePart]:
    start, end = found.span()
    match found.lastgroup:
        case "DATE" | "SLASHED" | "ORDINAL":
            yield JapanesePart(
                start, end, _day(found, month_first=month_first), "ORDINAL" if found["ORDINAL"] else "DATE"
            )
            weekday = _WEEKDAY.match(text, end)
            if weekday is not None:
                yield JapanesePart(end, weekday.end(), f"{weekday[1] or weekday[2]}曜", "WORD")
        case "ago":
            yield JapanesePart(start, found.end("AGO"), found["AGO"], "NUMBER")
            yield JapanesePart(found.start("unit"), found.end("unit"), found["unit"], "WORD")
            yield JapanesePart(found.start("ago"), end, found["ago"], "WORD")
        case "MONTHLY":
            yield JapanesePart(start, end, "月額", "WORD")  # `月4900円のジム` is no Monday
        case "MEASURE" if found[0][-1] in "札玉":
            yield JapanesePart(start, end, _price(found[0]) + found[0][-1], "MEASURE")  # `1万円札で払った`
        case "DAILY":
            yield JapanesePart(start, end, "1日間", "MEASURE")  # `1日600円で3日間` is no first of the month
        case "COUNTED" if _counts_only(found[0]):
            yield JapanesePart(start, end, found[0], "MEASURE")
        case "COUNTED":
            yield JapanesePart(start, end, _sum(found[0]), "NUMBER")
        case "NUMBER":
            yield JapanesePart(start, end, _price(found[0]), "NUMBER")
        case "PERCENT" if found[0].endswith("割") and found[0][:-1].isdecimal():
            yield JapanesePart(start, end, f"{int(found[0][:-1]) * 10}%", "PERCENT")
        case kind:
            yield JapanesePart(start, end, found[0], kind or "WORD")


def _day(found: "re.Match[str]", *, month_first: bool) -> str:
    """Return a day as other words of the line write it: `11/24`, `2026-11-24`, `24日`."""
    if found["ORDINAL"] is not None:
        return f"{_few(found[0][:-1].lstrip('今当月の'))}日"
    if found["DATE"] is None:
        return found[0].replace("/", "-") if found[0].count("/") == 2 else found[0]
    year, month, day = found["year"], _few(found["month"]), _few(found["day"])
    if year:
        return f"{year}-{month}-{day}"
    return f"{month}/{day}" if month_first else f"{day}/{month}"


def _few(text: str) -> str:
    """Return the digits of a month or a day: `11` of `十一`."""
    return text if text.isascii() else _value(_with_ones(text).translate(_KANJI))


def _counts_only(text: str) -> bool:
    """Whether a product is of things alone: `2L×6本`, but neither `150円×3個` nor `150×3個`."""
    first = re.split(r"[×x*✕+]", text)[0]
    found = _compiled(_FACTOR).match(first)
    counted = found is not None and found.end() == len(first) and not first[-1].isdecimal()
    return (
        counted and "円" not in text and "¥" not in text and "えん" not in text and found is not None and not found[4]
    )


def _sum(text: str) -> str:
    """Return `150円×3個` as `Money.read` takes it: `150円×3`; an empty text where a numeral is none."""
    pieces = re.split(r"([×x*✕+])", text)
    read = [piece.replace("✕", "×").replace("x", "×") if n % 2 else _price(piece) for n, piece in enumerate(pieces)]
    return "".join(read) if all(read) else ""


def _price(text: str) -> str:
    """Return a numeral with its mark, its counter left out; an empty text where its parts do not fall in size."""
    if text[0] in "一二三四五六七八九十百千万":
        whole = _value(_with_ones(text.removesuffix("円")).translate(_KANJI))
        return f"{whole}円" if whole else ""
    found = _compiled(_FACTOR).match(text)
    whole = _value(found[3]) if found is not None else ""
    return f"{found[1]}{found[2]}{whole}{'円' if found[4] else ''}" if found is not None and whole else ""


def _with_ones(text: str) -> str:
    """Return `千五百` as `一千五百`: a scale without a digit is one of it."""
    return re.sub(r"(?<![一二三四五六七八九])(?=[十百千])", "一", text)


def _value(text: str) -> str:
    """Return the digits of a numeral, plain ones as they are; an empty text where its parts do not fall in size."""
    if not re.search(r"[億万千百十]", text):
        return text
    text, total, last = text.replace(" ", ""), Fraction(0), 10**12
    for digits, scale in re.findall(r"([0-9][0-9,.千百十]*)([億万]?)", text):
        size, section = _SECTIONS[scale], _section(digits, scaled=bool(scale))
        if size >= last or section is None:
            return ""
        total, last = total + section * size, size
    return str(total.numerator) if total.denominator == 1 and total else ""


def _section(text: str, *, scaled: bool) -> Fraction | None:
    """Return the value of `5千8百20`; None where its parts do not fall in size."""
    total, last = Fraction(0), 10**4
    for digits, scale in re.findall(r"([0-9][0-9,]*(?:\.[0-9]+)?)([千百十]?)", text):
        size = _SCALES.get(scale, 1)
        rest = last < 10**4 and not scale
        grouped = "," not in digits or _GROUPED.fullmatch(digits) is not None  # neither `3,5万` nor `12,5千`
        if not grouped or size >= last or (rest and (scaled or len(digits) >= len(str(last)))):
            return None
        total, last = total + Fraction(digits.replace(",", "")) * size, size
    return total
