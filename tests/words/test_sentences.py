"""Each sentence is whole, a literal that Babel finds, and has the fields that it names."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir

from budget.categories import Category
from budget.currencies import currency_named
from budget.entries import Kind
from budget.errors import Why
from budget.grammar import About
from budget.limits import DatedLimit
from budget.locales import locale_named
from budget.money import Money
from budget.people import Admission
from budget.summary import Line
from languages import ENGLISH
from words import entries, labels, page, people, questions, refusals
from words.voice import voice_of

SAYS = ("voice.say", "voice.typed")
ROOM = Path(__file__).parent.parent.parent / "words"
VOICE = voice_of(ENGLISH)
MONEY = Money(currency_named("USD"), locale_named("en_US"))


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(ROOM.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
                yield path.name, node


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_what_is_said_has_the_fields_that_it_names() -> None:
    said = [(where, call) for where, call in calls(*SAYS) if literal(call.args[0]) is not None]
    for where, call in said:
        sentence = literal(call.args[0]) or ""
        assert {word.arg for word in call.keywords} == fields(sentence), (where, sentence)
    for where, call in calls("voice.count"):
        one, many = literal(call.args[0]), literal(call.args[1])
        assert one is not None
        assert many is not None
        assert {word.arg for word in call.keywords} == fields(many) - {"n"}, (
            where,
            many,
        )  # a plural may leave its number unsaid
        assert fields(one) <= fields(many), (where, one)

    assert len(said) > 200


def test_what_babel_finds_is_all_that_is_said() -> None:
    keywords = {"say": None, "typed": None, "count": (1, 2), "marked": None}
    found = {
        one
        for _, _, message, _, _ in extract_from_dir(ROOM, keywords=keywords)
        for one in ((message,) if isinstance(message, str) else message)
    }
    written = {literal(call.args[0]) for _, call in calls(*SAYS, "voice.count", "marked")}
    written |= {literal(call.args[1]) for _, call in calls("voice.count")}

    assert found == written - {None}


def test_only_tables_are_said_by_name() -> None:
    by_name = {where for where, call in calls(*SAYS) if literal(call.args[0]) is None}

    assert by_name == {where for where, _ in calls("marked")}


@pytest.mark.parametrize("why", list(Why))
@pytest.mark.parametrize("word", ["", "word"])
def test_every_reason_of_a_refusal_has_its_sentence(why: Why, word: str) -> None:
    said = refusals.refusal(VOICE, why, word, word, MONEY)

    assert said[-1] in ".>?", said
    assert "{" not in said


def test_every_question_has_its_sentence_with_the_text_and_without() -> None:
    for about in About:
        for kind in Kind:
            assert "“lunch”" in questions.question(VOICE, about, kind, "lunch", "$3")
            assert "“" not in questions.question(VOICE, about, kind, "", "$3")


def test_every_kind_of_entry_and_every_admission_has_its_words() -> None:
    for kind in Kind:
        assert "$3" in entries.amount(VOICE, kind, "$3")
        assert "$3" in labels.kind(VOICE, kind, "$3")
        assert (page.kind(VOICE, kind) == "") == (kind is Kind.EXPENSE)
    for admission in set(Admission) - {Admission.WELCOME}:
        assert people.not_admitted(VOICE, admission)


def test_numbers_of_things_are_grouped() -> None:
    assert VOICE.count("{n} entry", "{n} entries", 1) == "1 entry"
    assert VOICE.count("{n} entry", "{n} entries", 12345) == "12,345 entries"


def test_a_language_without_a_catalogue_has_no_voice() -> None:
    with pytest.raises(KeyError, match="tlh"):
        voice_of("tlh")


@pytest.mark.parametrize(
    ("spent", "balance", "said"),
    [
        (2500, 0, "$25.00 of $100, $75.00 left"),
        (10000, 0, "$100.00 of $100, nothing left"),
        (12000, 0, "$120.00 of $100, $20.00 over"),
        (-500, 0, "−$5.00 of $100, $105.00 left"),
        (0, -4000, "$0.00 of $60 ($100 − $40 made up), $60.00 left"),
        (12000, 2550, "$120.00 of $125.50 ($100 + $25.50 carried), $5.50 left"),
    ],
)
def test_what_is_left_of_a_limit_is_said_in_one_place(spent: int, balance: int, said: str) -> None:
    line = Line(Category(1, "fun", "Fun", (), 10000), spent, balance=balance)
    assert entries.spent_of(VOICE, MONEY, line).replace("-$", "−$") == said


def test_of_what_is_only_watched_is_said_what_is_spent() -> None:
    watched = Category(1, "fun", "Fun", (), 0, limits=(DatedLimit(date(2026, 11, 23), None),))
    assert entries.spent_of(VOICE, MONEY, Line(watched, 500)) == "$5.00"


SPEAKING = ["bot/replies/*.py", "bot/handlers/*.py", "bot/commands.py", "bot/conversation.py", "bot/terminal.py"]
SPEAKING += [f"web/{name}.py" for name in ("page", "chart", "bars", "errors", "line", "listing", "markup", "sections")]
MARKUP = re.compile(r"<[^>]*>?|[^<]*>|^[^<]*=\"[^<]*$|[{}][^{}]*[{}]|data:.*|^ edge end$|^pace-below beside$")
"""Tags, parts of tags, names and rules of a style sheet, addresses."""


def test_replies_and_pages_hold_no_sentence_of_their_own() -> None:
    two_words = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}\b(?!:)")  # `img-src data:` is a header
    root = ROOM.parent
    for path in (found for pattern in SPEAKING for found in root.glob(pattern)):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                assert not two_words.search(MARKUP.sub("", node.value)), f"{path.name}:{node.lineno}: {node.value}"
