"""A book of every earlier schema says the same after migrating to this one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, insert, select

from storage.engine import make_engine
from storage.schema import EXPECTED, upgrade
from storage.tables import metadata
from tests.chat import chat

VERSIONS = Path(__file__).parent.parent.parent / "storage" / "migrations" / "versions"
REVISIONS = sorted(path.name[:4] for path in VERSIONS.glob("0*.py"))
MONEY = (
    "12.50 fun tacos",
    "paid 1500",
    "-3 fun",
    "+40",
    "55.20 groceries yesterday",
    "7 other 2026-11-12",
    "90 repair",
)
PLAN = (
    "/bill rent 900 on the 1st",
    "/bill gym ~30 on the 22nd",
    "gym 29.99",
    "/payday every 2 weeks from 6 dec",
    "/limits fun 200",
    "/limits other none",
    "/limits predictable carry",
    "400 fun sofa",
)
ASKED = ("/week", "/week last", "/period", "/bills", "/limits", "/card", "/afford 80 fun", "/recent")
BASE = ("budgets", "categories", "keywords", "messages", "entries")
PLANNED = ("limits", "carries", "bills", "bill_rates", "bill_decisions", "spreads")

Rows = Mapping[str, list[dict[str, Any]]]


class Written:
    """A book as it was written, its rows, and what it says."""

    def __init__(self, path: Path, texts: tuple[str, ...]) -> None:
        with chat(path) as say:
            for text in texts:
                say(text)
            if "400 fun sofa" in texts:
                say.tap("Spread over weeks…")
                say.tap("4 weeks")
            self.said = {asked: say(asked) for asked in ASKED}
        engine = make_engine(f"sqlite:///{path / 'budget.db'}")
        with engine.connect() as db:
            self.rows: Rows = {
                name: [dict(row) for row in db.execute(select(metadata.tables[name])).mappings()]
                for name in (*BASE, *PLANNED)
            }
        engine.dispose()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[bool, Written]:
    """A book without a plan, and one with it."""
    return {
        planned: Written(tmp_path_factory.mktemp("written"), (*MONEY, *(PLAN if planned else ())))
        for planned in (False, True)
    }


def test_the_books_hold_what_is_compared(written: Mapping[bool, Written]) -> None:
    plain, planned = (written[planned].said for planned in (False, True))
    assert "Left to spend: $1,440.50, $102.89 a day" in plain["/period"]
    assert "Rent · $900.00" in planned["/bills"]
    assert "Other: no limit" in planned["/limits"]
    assert "$109.50 of $200" in planned["/week"]
    assert REVISIONS[-1] == EXPECTED


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_migrated_book_says_what_it_said(written: Mapping[bool, Written], tmp_path: Path, revision: str) -> None:
    url = f"sqlite:///{tmp_path / 'budget.db'}"
    upgrade(url, revision, keep=False)
    engine = make_engine(url)
    tables = MetaData()
    tables.reflect(engine)
    book = written[set(PLANNED) <= set(tables.tables)]
    with engine.begin() as db:
        for name in (*BASE, *PLANNED):
            table = tables.tables.get(name)
            rows = book.rows[name]
            if table is None or not rows:
                continue
            values = metadata.tables[name].c
            kept = [column.name for column in table.c if column.name in values]
            # Declared types: SQLite knows neither days nor moments.
            for column in kept:
                table.c[column].type = values[column].type
            db.execute(insert(table), [{column: row[column] for column in kept} for row in rows])
    engine.dispose()

    assert upgrade(url) == EXPECTED

    with chat(tmp_path) as say:
        assert {asked: say(asked) for asked in ASKED} == book.said
