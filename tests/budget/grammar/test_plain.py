"""A plain line is read as all the steps read it: on every line of the tables, and on every word of those in every place."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from budget.grammar import Scope, read_line, split_lines, vocabulary_for
from budget.grammar.lines import read_in_steps
from budget.grammar.plain import _telling, plain_picks
from languages import ENGLISH, FOLDERS
from tests.budget.grammar.judge import examples_in, scope_of
from tests.scale import LONG

ROOT = Path(__file__).parents[3]
FRAMES = (
    "12.50 {}", "{} 31.20", "25 {}", "{} 120", "9,90 fun {}", "fun {} 14", "{} 1,250.00 fun", "fun 46 {}", "zork 12.50 {}",
    "{} 2025 zork", "zork {} 18", "{} quux 13", "zork 1500 {} quux", "{} zork 105.00 quux", "{} {} 20", "11 {} fun",
)  # fmt: skip
"""Lines around a word; a word of a table meets one after another, with `make chaos` all of them."""
_SOME_WORD = re.compile(r"[^\W\d_]{2,21}")


def told(language: str) -> Iterator[tuple[str, str]]:
    """Each text of a language's tables, with the budget that it is written to."""
    english = sorted((Path(__file__).parent / "examples").glob("*.jsonl"))
    for table in english if language == ENGLISH else [ROOT / "languages" / FOLDERS[language] / "readings.jsonl"]:
        yield from ((row["budget"], row["text"]) for row in examples_in(table))


def ways(scope: Scope) -> Iterator[Scope]:
    """What else a line may be read against."""
    yield scope
    yield replace(scope, shared=True, forwarded=True, known=scope.names)
    yield replace(scope, heading=scope.today.replace(day=3), taught=lambda key: len(key) % 3 or None, known=scope.names)


def in_turn(n: int, scopes: list[Scope]) -> list[Scope]:
    """Return all of several with CHAOS, else one of them: the next for each line."""
    return scopes if LONG else [scopes[n % len(scopes)]]


@pytest.mark.slow  # the tables' own tests show that each line of the code is reached
@pytest.mark.parametrize("language", FOLDERS)
def test_lines_of_the_tables_mean_the_same(language: str) -> None:
    said = [
        (line, one)
        for n, (budget, text) in enumerate(told(language))
        for line in split_lines(text)
        for one in in_turn(n, [*ways(replace(scope_of(budget), vocabulary=vocabulary_for(language)))])
    ]
    plain = [(line, one) for line, one in said if plain_picks(line, one) is not None]
    assert [line for line, one in plain if read_line(line, one) != read_in_steps(line, one)] == []
    assert bool(plain) is (language not in {"ja", "tr", "id", "ar"}), (
        "theirs are parted by more than blanks, or in rupiahs"
    )


@pytest.mark.slow
@pytest.mark.parametrize("language", FOLDERS)
def test_words_of_the_tables_mean_the_same_in_every_place(language: str) -> None:
    texts = [*told(language)]
    scope = replace(scope_of(texts[0][0]), vocabulary=vocabulary_for(language))
    words = sorted({word for _, text in texts for word in _SOME_WORD.findall(text)})
    frames = (
        [(word, frame) for word in words for frame in FRAMES]
        if LONG
        else [(word, FRAMES[n % len(FRAMES)]) for n, word in enumerate(words)]
    )

    def own(word: str) -> Scope:
        """A budget of which one category has the word as its keyword, and another as its name."""
        fun, *others = scope.categories
        named = replace(fun, keywords=(word.lower(),)), *others[:-1], replace(others[-1], name=f"{word} things")
        return replace(scope, categories=named)

    said = [
        (frame.format(word, word), one)
        for n, (word, frame) in enumerate(frames)
        for one in in_turn(n // len(FRAMES), [scope, own(word)])
    ]
    plain = [(line, one) for line, one in said if plain_picks(line, one) is not None]
    assert [line for line, one in plain if read_line(line, one) != read_in_steps(line, one)] == []


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("12.50 fun tacos", True),
        ("tacos 12", True),
        ("groceries 1,250.00", True),
        ("2 coffees", False),  # may be a count
        ("coffee 5 yesterday", False),
        ("groceries milk 4.20", True),
        ("milk check 4.20", False),  # a phrase of what came in
        ("checks milk 4.20", False),  # whatever the form and the order
        ("paid 1500", False),
        ("groceries 25 usd", False),
        ("groceries 25 ALL", False),  # Albania's currency, in capitals
        ("groceries, 25", False),
        ("25", False),
        ("groceries 25?", False),
        (f"{'groceries' * 30} 25", False),
        ("groceries 1,234,56", False),
        ("groceries 1.234.56", False),
    ],
)
def test_a_line_is_plain_where_no_word_says_more(line: str, plain: bool) -> None:
    assert (plain_picks(line, scope_of("us")) is not None) is plain


def test_a_whole_amount_is_not_plain_where_thousands_are_left_out() -> None:
    assert plain_picks("bensin 25", scope_of("id")) is None
    assert plain_picks("food 25", scope_of("jp")) is None, "and in yen there are no cents"


def test_what_says_more_is_in_some_table() -> None:
    telling = _telling.__wrapped__(vocabulary_for("de"))  # not as it was kept

    assert {"gestern", "euro", "cent"} <= telling.alone
    assert telling.phrases.keys() - telling.alone, "there are phrases"
    assert {"tacos", "kino"}.isdisjoint(telling.alone | telling.phrases.keys())
    assert "straße" in telling.endings
