"""As much of PromQL as the alerts of `deploy/alerts.yaml` use, over two scrapes: one before, and one now.

What is not known raises `ValueError`, so that no rule passes unread. (https://prometheus.io/docs/prometheus/latest/querying/)
"""

import math
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prometheus_client.parser import text_string_to_metric_families

Labels = frozenset[tuple[str, str]]
Vector = dict[Labels, float]
"""Each series by its labels, without its name."""

_TOKEN = re.compile(
    r'\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<word>[A-Za-z_:][\w:]*)|(?P<text>"[^"]*")|(?P<sign>[=!]~|[=!<>]=|[-+*/<>(){}\[\],=]))'
)
_ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": lambda a, b: a / b if b else math.nan,
}
_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_LEVELS = (("or",), ("and",), tuple(_COMPARISONS), ("+", "-"), ("*", "/"))
"""Operators that bind ever more tightly."""
_WORDS = frozenset({"and", "or", "by", "sum", "rate", "increase", "time", "histogram_quantile", "le"})


@dataclass(frozen=True, slots=True)
class Scrape:
    """What one scrape of a target found at a moment; ``text`` is None where it did not answer."""

    at: float
    text: str | None

    def series(self, name: str) -> Vector:
        if name == "up":
            return {frozenset({("job", "budgetbot")}): float(self.text is not None)}
        return {
            frozenset({**sample.labels, "job": "budgetbot"}.items()): sample.value
            for family in text_string_to_metric_families(self.text or "")
            for sample in family.samples
            if sample.name == name
        }


def names_in(expression: str) -> set[str]:
    """Return the metrics that an expression names."""
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\bby\s*\([^)]*\)", "", expression)
    return set(re.findall(r"\b[a-z_][a-z_0-9]*\b", bare)) - _WORDS


def fires(expression: str, before: Scrape, now: Scrape) -> bool:
    """Whether an alert's expression holds for any series."""
    found = _Reader(expression, before, now).whole()
    if not isinstance(found, dict):
        raise ValueError(f"it is a number: {expression}")  # noqa: TRY004 - no mistake of the caller's types
    return bool(found)


class _Reader:
    def __init__(self, expression: str, before: Scrape, now: Scrape) -> None:
        self._before, self._now = before, now
        self._tokens: list[str] = []
        place = 0
        while place < len(expression.rstrip()):
            token = _TOKEN.match(expression, place)
            if token is None:
                raise ValueError(f"can't read {expression[place:]!r}")
            self._tokens.append(token[0].strip())
            place = token.end()

    def whole(self) -> Vector | float:
        found = self._operation(0)
        if self._tokens:
            raise ValueError(f"can't read {self._tokens}")
        return found

    def _next(self, *expected: str) -> str:
        token = self._tokens.pop(0)
        if expected and token not in expected:
            raise ValueError(f"{token!r} where {expected} was expected")
        return token

    def _operation(self, level: int) -> Vector | float:
        if level == len(_LEVELS):
            return self._value()
        left = self._operation(level + 1)
        while self._tokens and self._tokens[0] in _LEVELS[level]:
            left = _combined(self._next(), left, self._operation(level + 1))
        return left

    def _value(self) -> Vector | float:
        token = self._next()
        match token:
            case "(":
                found = self._operation(0)
                self._next(")")
                return found
            case "time":
                self._next("(")
                self._next(")")
                return self._now.at
            case "sum":
                inner = self._argument()
                return {frozenset(): sum(inner.values())} if inner else {}
            case "increase":
                return self._argument()
            case _:
                return self._plain(token)

    def _plain(self, token: str) -> Vector | float:
        if token[0].isdigit():
            return float(token)
        if not token[0].isalpha() or token in _WORDS:
            raise ValueError(f"can't read {token!r}")
        return self._selected(token)

    def _argument(self) -> Vector:
        self._next("(")
        inner = self._operation(0)
        self._next(")")
        if not isinstance(inner, dict):
            raise ValueError("a number where series were expected")  # noqa: TRY004 - likewise
        return inner

    def _selected(self, name: str) -> Vector:
        """Return the series of a name; of a range, how much each has increased."""
        tests: list[tuple[str, str, str]] = []
        if self._tokens and self._tokens[0] == "{":
            while self._next("{", ",", "}") != "}":
                tests.append((self._next(), self._next("=", "!=", "=~", "!~"), self._next().strip('"')))
        found = _matching(self._now.series(name), tests)
        if self._tokens and self._tokens[0] == "[":
            while self._next() != "]":
                pass
            earlier = self._before.series(name)
            return {labels: value - earlier[labels] for labels, value in found.items() if labels in earlier}
        return found


def _matching(series: Vector, tests: list[tuple[str, str, str]]) -> Vector:
    def is_meant(labels: Labels) -> bool:
        given = dict(labels)
        return all(
            bool(re.fullmatch(re.escape(text) if sign in {"=", "!="} else text, given.get(label, "")))
            == (sign[0] == "=")
            for label, sign, text in tests
        )

    return {labels: value for labels, value in series.items() if is_meant(labels)}


def _combined(sign: str, left: Vector | float, right: Vector | float) -> Vector | float:
    """Apply an operator; series are matched by all their labels, and a comparison leaves those for which it holds."""
    if sign in {"and", "or"}:
        if not isinstance(left, dict) or not isinstance(right, dict):
            raise ValueError(f"{sign} of a number")
        return {**right, **left} if sign == "or" else {one: left[one] for one in left if one in right}
    if isinstance(left, dict):
        pairs = {
            one: (value, right[one] if isinstance(right, dict) else right)
            for one, value in left.items()
            if not isinstance(right, dict) or one in right
        }
    elif isinstance(right, dict):
        pairs = {one: (left, value) for one, value in right.items()}
    else:
        return _ARITHMETIC[sign](left, right)
    if sign in _COMPARISONS:
        # Where a number is compared with series, the series' values stay; nobody looks at them here.
        return {one: a for one, (a, b) in pairs.items() if _COMPARISONS[sign](a, b)}
    return {one: _ARITHMETIC[sign](a, b) for one, (a, b) in pairs.items()}
