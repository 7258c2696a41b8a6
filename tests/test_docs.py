"""The documents hold: every example is read, every name, file, command and link is there, every figure is the bench's."""

import ast
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from pkgutil import iter_modules, resolve_name
from types import FunctionType
from typing import NamedTuple

import pytest

import budget.grammar
import main
from bot.commands import COMMANDS, LISTED
from budget.entries import Entry, Kind
from budget.grammar import (
    About,
    Afford,
    Asked,
    CheckedTotal,
    Choice,
    DayHeading,
    Label,
    NameAlone,
    Offer,
    Question,
    Reading,
    Scope,
    Stretch,
    Understood,
    Unreadable,
    asked_of,
    read,
    text_in_group,
)
from budget.grammar.listing import listed_of, listing_said
from settings import example_env
from tests.batches import at_once
from tests.budget.grammar.judge import BUDGETS, scope_of
from tests.chat import Say

ROOT = Path(__file__).parent.parent
README, SECURITY, CONTRIBUTING = (ROOT / f"{name}.md" for name in ("README", "SECURITY", "CONTRIBUTING"))
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAPERS = [README, CONTRIBUTING, SECURITY, *DOCS]
ARCHITECTURE, DECISIONS, GRAMMAR, PERFORMANCE = (
    ROOT / "docs" / f"{name}.md" for name in ("architecture", "decisions", "grammar", "performance")
)


def text_of(paper: Path) -> str:
    return paper.read_text(encoding="utf-8")


def name_of(paper: Path) -> str:
    return paper.name


def tables(paper: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Yield a paper's tables: the heading's cells, and the rows'."""
    rows: list[list[str]] = []
    for line in [*text_of(paper).splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line[1:].removesuffix("|").split("|")])
        elif rows:
            yield rows[0], rows[2:]
            rows = []


# --- the grammar's tables -------------------------------------------------------------------------------------------------

KINDS = {Kind.EXPENSE: "", Kind.REFUND: "refund ", Kind.PAYCHECK: "paycheck ", Kind.EXTRA: "extra cash "}
OFFERS = {
    Offer.NOTHING: "", Offer.BUILT_IN: "", Offer.CATEGORIES: " + categories", Offer.TAUGHT: " + as last time",
    Offer.INCOME: " + it was income",
}  # fmt: skip
TREATMENTS = {"RECORD": "records it", "ASK": "is asked", "REACT": "records nothing", "SILENT": "hears nothing"}


def entry_said(entry: Entry, scope: Scope) -> str:
    amount = KINDS[entry.kind] + scope.money.plain(entry.amount)
    category = [one.name for one in scope.categories if one.number == entry.category]
    day = [entry.day.isoformat()] if entry.day != scope.today else []
    working = f" = {entry.working}".replace("\xa0", " ") if entry.working else ""
    return " · ".join((amount + working, *category, *([entry.note] if entry.note else []), *day))


def choice_said(choice: Choice, about: About, scope: Scope) -> str:
    total = scope.money.plain(choice.total)
    match choice.label:
        case Label.AMOUNT:
            return total
        case Label.ENTRIES:
            return f"{len(choice.entries)} entries, {total}"
        case Label.ONLY:
            return f"only {total}"
        case Label.IN_ALL:
            return f"{total} in all"
        case Label.SHARE:
            return f"{total}, my share"
        case Label.DAY:
            return choice.entries[0].day.isoformat()
        case Label.CATEGORY if about is About.CATEGORY:
            return next(one.name for one in scope.categories if one.number == choice.entries[0].category)
        case Label.EXTRA:
            return "extra cash"
        case label:
            return label.value.replace("_", " ")


def reading_said(reading: Reading, scope: Scope) -> str:
    money = scope.money
    match reading:
        case Understood(entry, offer, _):
            return entry_said(entry, scope) + OFFERS[offer]
        case Question(About.SPENDING, choices):
            return f"asks whether {money.plain(choices[0].total)} was spent"
        case Question(about, choices):
            return "asks: " + " / ".join(choice_said(choice, about, scope) for choice in choices)
        case Unreadable(why, _):
            return f"refused: {why.name.lower().replace('_', ' ')}"
        case NameAlone(category):
            return f"shows {category.name}"
        case Afford(amount, number):
            of = next((f" of {one.name}" for one in scope.categories if one.number == number), "")
            return f"answers whether {money.plain(amount)}{of} can be afforded"
        case DayHeading(day):
            return f"the day of the next lines, {day}"
        case CheckedTotal(said, summed):
            return f"checked, {money.plain(said)} for {money.plain(summed)}"


class Row(NamedTuple):
    heading: str
    text: str
    meaning: str


def grammar_rows() -> Iterator[Row]:
    for heading, rows in tables(GRAMMAR):
        if heading[0].startswith(("one writes", "one forwards")):
            for row in rows:
                yield Row(heading[0], row[0].strip("`").replace("⏎", "\n"), row[1] if len(row) > 1 else "")


def meaning(heading: str, text: str) -> str:
    money = re.search(r"\((\w+ \w+)\)", heading)
    budget = next(key for key, said in BUDGETS.items() if said == (money[1] if money else "en_US USD"))
    scope = replace(scope_of(budget), forwarded=heading == "one forwards")
    readings = read(text, scope)
    if heading == "one writes in a group":
        return " ⏎ ".join(TREATMENTS[treatment.name] for treatment in text_in_group(readings, scope))
    return " ⏎ ".join(reading_said(reading, scope) for _, reading in readings)


@pytest.mark.parametrize("rows", at_once("grammar", list(grammar_rows())))
def test_texts_in_the_grammar_are_read_as_it_says(rows: Sequence[Row]) -> None:
    assert [(row, said) for row in rows if (said := meaning(row.heading, row.text)) != row.meaning] == []


def days_said(asked: Asked) -> str:
    match asked.stretch:
        case Stretch.MONTH:
            return f", month {asked.day:%Y-%m}"
        case Stretch.DAYS:
            return f", {asked.day} to {asked.last}"
        case Stretch.DAY:
            return f", {asked.day}"
        case stretch:
            return "" if stretch is None else f", {stretch.value}"


def answer_said(asked: Asked | None) -> str:
    if asked is None:
        return "nothing"
    if asked.stretch is Stretch.UNCLEAR:
        return "a hint"
    if asked.stretch is None and not asked.earned:
        return (
            "the pay period"
            if asked.paycheck
            else f"{asked.category.name} this week"
            if asked.category
            else "this week"
        )
    on = asked.thing or (asked.category.name if asked.category else "")
    return ("came in" if asked.earned else f"spent on {on}" if on else "spent") + days_said(asked)


def test_questions_in_the_grammar_are_answered_as_it_says() -> None:
    scope = scope_of("us")
    rows = [row for heading, rows in tables(GRAMMAR) if heading[0] == "one asks" for row in rows]
    said = [[text, answer_said(asked_of(text.strip("`"), scope, ()))] for text, _ in rows]

    assert said == rows
    assert len(rows) > 10


def listed_said(text: str) -> str:
    scope = scope_of("us")
    command = listing_said(text, "en", lambda: scope)
    listed = None if command is None else listed_of(text, scope)
    if listed is None:
        return "nothing" if command is None else command.removeprefix("/recent ")
    asked, over = listed.asked, listed.over
    which = "the largest" if listed.largest else asked.category.name if asked.category is not None else ""
    which = which if over is None else f"{scope.money.plain(over)} and more"
    return (which + days_said(asked)).removeprefix(", ")


def test_entries_are_listed_as_the_grammar_says() -> None:
    rows = [row for heading, rows in tables(GRAMMAR) if heading[0] == "one asks for entries" for row in rows]

    assert [[text, listed_said(text.strip("`"))] for text, _ in rows] == rows
    assert len(rows) > 5


def test_every_rule_of_the_grammar_has_its_table() -> None:
    rules = re.split(r"^## (?=\d)", text_of(GRAMMAR), flags=re.MULTILINE)[1:]

    assert [int(rule.partition(".")[0]) for rule in rules] == list(range(1, len(rules) + 1))
    assert [rule.splitlines()[0] for rule in rules if "| one " not in rule] == []
    assert len(list(grammar_rows())) > 100


# --- what the papers name -------------------------------------------------------------------------------------------------

MADE = {".env", "budget.db", "copy.db", "bench/latest.json"}
"""Files that a paper may name without a check: a person or a program makes them."""


def anchors_of(paper: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text_of(paper), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_every_link_of_a_paper_leads_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", text_of(paper))
    for link in (first or second for first, second in links):
        target, _, anchor = link.partition("#")
        if target.startswith("https://"):
            continue
        found = (paper.parent / target) if target else paper
        assert found.exists(), link
        assert not anchor or anchor in anchors_of(found), link


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_every_file_that_a_paper_names_is_there(paper: Path) -> None:
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|toml|yaml|md|lock))`", text_of(paper))

    assert [name for name in named if name not in MADE and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_every_make_target_that_a_paper_names_is_there(paper: Path) -> None:
    makefile = text_of(ROOT / "Makefile")
    named = set(re.findall(r"(?:`|^|\| )make ([a-z-]+)", text_of(paper), re.MULTILINE))

    assert [target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_every_verb_that_a_paper_names_is_there(paper: Path) -> None:
    named = set(re.findall(r"main\.py ([a-z]+)", text_of(paper)))

    with pytest.raises(SystemExit) as ended:
        main.main(["--no-such-option"])
    assert ended.value.code == 2
    for verb in named:
        with pytest.raises(SystemExit) as ended:
            main.main([verb, "--help"])
        assert ended.value.code == 0, verb


@pytest.mark.parametrize("paper", PAPERS, ids=name_of)
def test_every_setting_that_a_paper_names_is_there(paper: Path) -> None:
    settings = set(re.findall(r"^#?([A-Z_]+)=", example_env(), re.MULTILINE))
    prefixed = re.findall(
        r"`((?:TELEGRAM|ALLOWED|DATABASE|PUBLIC|TRUSTED|METRICS|SECRETS|LOG)_[A-Z_]+)", text_of(paper)
    )

    assert set(prefixed) <= settings


# --- README ---------------------------------------------------------------------------------------------------------------


def test_the_readme_is_short() -> None:
    assert len(text_of(README).splitlines()) <= 120


def test_what_one_writes_in_the_readme_is_recorded() -> None:
    rows = next(rows for heading, rows in tables(README) if heading[0] == "one writes")
    scope = scope_of("us")
    kinds = []
    for written, _ in rows[:-1]:
        for text in re.findall(r"`([^`]*)`", written):
            ((_, reading),) = read(text, scope)
            assert isinstance(reading, Understood), text
            kinds.append(reading.entry.kind)

    # A bill's entry is made of an expense that pays it: no line by itself is one.
    assert set(kinds) == set(Kind) - {Kind.BILL}


def test_an_amount_may_be_written_as_the_readme_says() -> None:
    (said,) = re.findall(r"An amount may be written (.*?), in digits", text_of(README), re.DOTALL)
    for amount in re.findall(r"`([^`]*)`", said):
        ((_, reading),) = read(f"{amount} fun", scope_of("us"))
        assert isinstance(reading, Understood), amount
        assert reading.entry.note == "", amount


def test_the_readmes_commands_are_those_of_the_bot(say: Say) -> None:
    (said,) = re.findall(r"^Commands: (.*?)\.$", text_of(README), re.MULTILINE | re.DOTALL)
    named = re.findall(r"`/([^`]*)`", said)

    examples = [f"{name} {words}" for name in LISTED for words in COMMANDS[name].examples]
    assert sorted(named) == sorted([*LISTED, *examples])
    for command in named:
        assert "I don't know" not in say(f"/{command}"), command


# --- operating and scale --------------------------------------------------------------------------------------------------


def test_what_one_sees_when_something_fails_is_what_is_said() -> None:
    rows = next(rows for heading, rows in tables(ROOT / "docs" / "operating.md") if heading[0] == "what one sees")
    program = "".join(text_of(path) for room in ("app", "bot", "storage") for path in (ROOT / room).rglob("*.py"))
    program += text_of(ROOT / "main.py")
    said = [sentence for row in rows for sentence in re.findall(r'"([^"…]+?)(?: …)?"', row[0])]

    assert len(said) >= 3
    assert [sentence for sentence in said if sentence not in program] == []


def test_what_one_update_takes_is_what_the_latest_bench_says() -> None:
    figures = json.loads(text_of(ROOT / "bench" / "latest.json"))["figures"]
    values = {(one["name"], one["what"]): one["value"] for one in figures}
    scale = text_of(ROOT / "docs" / "scale.md")
    on_sqlite, on_postgresql = (
        values["G3", what]
        for what in ("updates/s, 16 at once / one commit each", "... on PostgreSQL, which runs beside it")
    )
    in_sqlite, in_postgresql = (
        values["G9", f"bytes for an entry, its message and indexes, 5,000 chats, {name}"]
        for name in ("SQLite", "PostgreSQL")
    )

    assert f"{values['G1', 'record an expense / dispatch without a database']:,.0f} thousand instructions" in scale
    assert f"{round(on_sqlite, -1):.0f} updates a second on a SQLite file" in scale
    assert f"{round(on_postgresql, -1):.0f} on PostgreSQL" in scale
    assert f"{in_sqlite:.0f} bytes in SQLite and {in_postgresql:.0f} in PostgreSQL" in scale


# --- architecture ---------------------------------------------------------------------------------------------------------


NAMED = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def test_the_steps_of_every_way_are_where_they_are_said_to_be() -> None:
    steps = [row for heading, rows in tables(ARCHITECTURE) if heading[:2] == ["step", "where"] for row in rows]
    for _, where, name in steps:
        module = ast.parse(text_of(ROOT / where.strip("`")))
        found = {node.name for node in module.body if isinstance(node, NAMED)}
        assert name.strip("`") in found, (where, name)

    assert len(steps) > 25


def test_every_word_of_the_glossary_has_its_name_in_the_code() -> None:
    words = next(rows for heading, rows in tables(ARCHITECTURE) if heading[0] == "word")
    for _, _, where in words:
        place = where.strip("`")
        named = resolve_name(place)  # raises where there is no such name
        if isinstance(named, type | FunctionType) and not _is_package(place.rpartition(".")[0]):
            assert place.startswith(named.__module__), f"{place} is only imported there"

    assert [word for word, _, _ in words] == sorted(word for word, _, _ in words)


def _is_package(name: str) -> bool:
    found = sys.modules.get(name)
    return found is not None and hasattr(found, "__path__")


def test_the_rooms_are_those_of_the_repository() -> None:
    rooms = next(rows for heading, rows in tables(ARCHITECTURE) if heading[0] == "room")
    named = {room.split("/")[0] for row in rooms for room in re.findall(r"`([\w/]+)/`", row[0])}
    there = {path.parent.name for path in ROOT.glob("[a-z]*/*.py")} | {"tests"}

    assert there <= named


# --- decisions ------------------------------------------------------------------------------------------------------------


def test_the_steps_of_the_grammar_name_each_of_its_modules_once() -> None:
    said, _, _ = str(budget.grammar.__doc__).partition("The reader never")
    modules = (module.name for module in iter_modules(budget.grammar.__path__))

    assert sorted(re.findall("`([a-z_]+)`", said)) == sorted(modules)


def test_decisions_are_short_and_held() -> None:
    entries = re.split(r"^## ", text_of(DECISIONS), flags=re.MULTILINE)[1:]
    for number, entry in enumerate(entries, 1):
        heading, *lines = entry.strip().splitlines()
        assert re.fullmatch(rf"{number}\. Why .+ and not .+\?", heading)
        assert 3 <= len([line for line in lines if line]) <= 6, heading
        assert re.search(r"`tests/[\w/]+\.py`", entry), heading

    assert len(entries) >= 20


# --- performance ----------------------------------------------------------------------------------------------------------


def bench_rows() -> list[list[str]]:
    """Return the table of docs/performance.md as the latest bench has it."""
    figures = json.loads(text_of(ROOT / "bench" / "latest.json"))["figures"]
    return [
        [
            one["name"],
            one["what"],
            f"{_figure(one['value'])} {one['unit']}".strip(),
            _figure(one["floor"]),
            _figure(one["ratio"]) if one["floor"] is not None else "",
            f"{'≥' if one['at_least'] else '≤'} {one['aim']}" if one["aim"] is not None else "",
            ("met" if one["met"] else "missed") if one["aim"] is not None else "",
        ]
        for one in figures
    ]


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value >= 100 or value == 0 else f"{value:.3g}"


def test_the_figures_are_those_of_the_latest_bench() -> None:
    rows = next(rows for heading, rows in tables(PERFORMANCE) if heading[0] == "measure")

    assert rows == bench_rows(), "\n".join("| " + " | ".join(row) + " |" for row in bench_rows())


def test_the_figures_beside_the_code_are_there() -> None:
    rows = next(rows for heading, rows in tables(PERFORMANCE) if heading[0] == "what it does")
    for what, figure, where in rows:
        assert figure in " ".join(re.sub(r"\s*#", " ", text_of(ROOT / where.strip("`"))).split()), what
