"""Bills of which a line says that they are due."""

import pytest

from budget.grammar.dues import bills_due, name_due
from tests.budget.grammar.judge import scope_of

MONTHLY_OR_ONCE = ["monthly 1", "once 1 2026-12-01"]


@pytest.mark.parametrize(
    ("budget", "line", "name", "minor", "schedules"),
    [
        ("us", "rent 900 due 12/1", "rent", 90000, MONTHLY_OR_ONCE),
        ("us", "rent due 40 12/1", "rent", 4000, MONTHLY_OR_ONCE),
        ("us", "due 12/1 rent 900", "rent", 90000, MONTHLY_OR_ONCE),
        ("us", "$900 rent due 12/1", "rent", 90000, MONTHLY_OR_ONCE),
        ("us", "rent 900 due on the 1st", "rent", 90000, MONTHLY_OR_ONCE),
        ("us", "rent 900 due on the 1st of december", "rent", 90000, MONTHLY_OR_ONCE),
        ("us", "car insurance is due 12/15 412.50", "car insurance", 41250, ["monthly 15", "once 1 2026-12-15"]),
        ("us", "rent 900 due friday", "rent", 90000, ["days 7 2026-11-27", "once 1 2026-11-27"]),
        ("us", "rent 900 due every friday", "rent", 90000, ["days 7 2026-11-27"]),
        ("us", "rent due tomorrow 900", "rent", 90000, ["monthly 26", "once 1 2026-11-26"]),
        ("us", "electric 94.12 due 11/20", "electric", 9412, ["monthly 20"]),  # five days ago
        ("us", "rent due at the end of the month 900", "rent", 90000, ["monthly 31", "once 1 2026-11-30"]),
        ("us", "rent 900 due end of month", "rent", 90000, ["monthly 31", "once 1 2026-11-30"]),
        ("de de", "Miete fällig am Monatsende 900", "Miete", 90000, ["monthly 31", "once 1 2026-11-30"]),
        ("us", "hoa 100 every 2 weeks from 4 dec", "hoa", 10000, ["days 14 2026-12-04"]),
        ("us", "300 insurance yearly on 3/14", "insurance", 30000, ["months 12 2027-03-14"]),
        ("us", "trash 33 on the 5th and 20th", "trash", 3300, ["monthly 5 20"]),
        ("de de", "Miete 900 fällig am 1.12.", "Miete", 90000, MONTHLY_OR_ONCE),
        ("es es", "alquiler 900 vence el 1/12", "alquiler", 90000, MONTHLY_OR_ONCE),
        ("fr fr", "loyer 900 échéance 1/12", "loyer", 90000, MONTHLY_OR_ONCE),
        ("it it", "affitto 900 scade il 1/12", "affitto", 90000, MONTHLY_OR_ONCE),
        ("nl nl", "huur 900 vervalt 1/12", "huur", 90000, MONTHLY_OR_ONCE),
        ("pl pl", "czynsz 900 termin do 1.12.", "czynsz", 90000, MONTHLY_OR_ONCE),
        ("br pt-BR", "aluguel 900 vence 01/12", "aluguel", 90000, MONTHLY_OR_ONCE),
        ("ru ru", "аренда 900 до 1 декабря", "аренда", 90000, MONTHLY_OR_ONCE),
        ("ua uk", "оренда 900 до 1 грудня", "оренда", 90000, MONTHLY_OR_ONCE),
        ("jp ja", "家賃 80000円 期限 12月1日", "家賃", 80000, MONTHLY_OR_ONCE),
        ("tr tr", "kira 900 vadesi 1 aralık", "kira", 90000, MONTHLY_OR_ONCE),
        ("id id", "sewa 900rb jatuh tempo 1 des", "sewa", 90000000, MONTHLY_OR_ONCE),
        ("eg ar", "ايجار 900 تستحق 1/12", "ايجار", 90000, MONTHLY_OR_ONCE),
    ],
)
def test_what_is_due_may_be_a_bill(budget: str, line: str, name: str, minor: int, schedules: list[str]) -> None:
    scope = scope_of(budget)
    found = bills_due(line, scope)
    assert [one.schedules[0].code for one in found] == schedules
    assert {(one.name, one.amount, one.currency) for one in found} == {(name, minor, scope.money.currency.code)}


@pytest.mark.parametrize(
    ("line", "about"),
    [("water ~60 due 12/1", True), ("water about 60 on the 5th and 20th", True), ("water 60 due 12/1", False)],
)
def test_what_is_due_may_be_an_estimate(line: str, about: bool) -> None:
    assert {one.about for one in bills_due(line, scope_of("us"))} == {about}


@pytest.mark.parametrize(
    "line",
    [
        "rent 900",
        "rent due 40",
        "due 12/1",
        "rent due 12/1",
        "rent 900 40 due 12/1",
        "900 due 12/1",
        "rent 900 due 2/30",
    ],
)
def test_where_a_part_is_missing_or_unclear_there_is_no_bill(line: str) -> None:
    assert bills_due(line, scope_of("us")) == ()


@pytest.mark.parametrize(
    ("note", "name"),
    [("rent due", "rent"), ("due rent", "rent"), ("car insurance is due", "car insurance"), ("due", ""), ("rent", "")],
)
def test_a_note_says_what_is_due(note: str, name: str) -> None:
    assert name_due(note, scope_of("us")) == name
