"""From raw rows to rows that can be recorded: the decimal mark, the order of days and the sign are decided over the whole file.

What no row settles becomes a question. Until all are answered there are no rows: nothing is guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from budget.budgets import Budget
from budget.categories import compared
from budget.entries import LONGEST_NOTE, Kind
from budget.errors import Refused, Why
from budget.imports.balances import Step, Told, told_by
from budget.imports.bounds import MOST_ROWS
from budget.imports.currency_columns import is_own_currency
from budget.imports.days import Order, OrderChoice, Parts, day_of, day_order, has_year, in_order, instant_of
from budget.imports.numbers import (
    MARKS,
    Figure,
    MarkChoice,
    decimal_mark,
    figure_of,
    is_other_currency,
    possible_values,
    value_of,
    written_by,
)
from budget.imports.rows import (
    CAME_IN,
    SPENT,
    UNSURE,
    Answers,
    Flow,
    ImportedRow,
    ImportQuestion,
    Left,
    LeftOut,
    Option,
    RawRow,
    RefusedRow,
    Topic,
    Total,
    as_note,
)
from budget.imports.signs import Signed, told_by_words
from budget.money import Amount

_LONGEST_ID = 64  # characters of an identity as it is kept; a longer one is kept as its hash
_LONGEST_CATEGORY = 100
_EARLIEST = 1970
_SIDES = {"CR": Flow.IN, "DR": Flow.OUT}


@dataclass(frozen=True, slots=True)
class Usual:
    """What a format settles: ``decimal`` and ``order`` as it is usual, or for certain where ``fixed``."""

    decimal: str = ""
    order: Order | None = None
    fixed: bool = False
    hint: Order | None = None
    """The order that the language of a heading has for days and months."""
    each: bool = False
    """Whether each amount may have either decimal mark."""
    card: bool = False
    """Whether it is a card's statement: then a minus may be what came in."""


class Settled(NamedTuple):
    """What became of the rows of a file."""

    rows: tuple[ImportedRow, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    questions: tuple[ImportQuestion, ...] = ()
    sign: str = ""
    """What amounts without a minus are held for, where that holds for every row."""


class _Row(NamedTuple):
    """A raw row with its amount and its day taken apart; ``place`` is that in the file, counted from 0."""

    place: int
    raw: RawRow
    figure: Figure
    day: date | Parts


class _Conventions(NamedTuple):
    """How the numbers, the days and the signs of a file are to be read."""

    mark: MarkChoice
    order: OrderChoice
    flipped: bool
    minus_in_debit: bool
    minus_in_credit: bool
    flows: Mapping[int, Flow]
    """What balances tell of the rows at some places."""


def settled(raws: Iterable[RawRow], budget: Budget, today: date, answers: Answers, usual: Usual) -> Settled:
    """Read the rows of a file. Raises `Refused` for more than a file may have."""
    refused: list[RefusedRow] = []
    left: list[LeftOut] = []
    rows: list[_Row] = []
    for number, raw in enumerate(raws):
        if number == MOST_ROWS:
            raise Refused(Why.TOO_MANY_ROWS)
        read = _taken_apart(number, raw, budget, today)
        if isinstance(read, _Row):
            rows.append(read)
        elif isinstance(read, LeftOut):
            left.append(read)
        else:
            refused.append(read)
    conventions, questions = _decided(rows, budget, today, answers, usual)
    if questions:
        return Settled((), tuple(refused), tuple(left), questions)
    imported: list[ImportedRow] = []
    for row in rows:
        made = _made(row, conventions, budget, today)
        if isinstance(made, ImportedRow):
            imported.append(made)
        elif isinstance(made, LeftOut):
            left.append(made)
        else:
            refused.append(made)
    imported = _with_one_spelling(imported)
    unsure = bool(rows) and not conventions.flows and all(row.raw.flow is Flow.UNSURE for row in rows)
    sign = (SPENT if conventions.flipped else CAME_IN) if unsure else ""
    return Settled(tuple(imported), tuple(sorted(refused)), tuple(sorted(left)), sign=sign)


def _taken_apart(place: int, raw: RawRow, budget: Budget, today: date) -> _Row | LeftOut | RefusedRow:
    own = budget.money.currency
    if raw.left is not None:
        return LeftOut(raw.line, raw.left)
    if raw.currency and is_other_currency(raw.currency, own) and not is_own_currency(raw.currency, budget.money):
        return LeftOut(raw.line, Left.OTHER_CURRENCY, raw.currency[:10].rstrip())
    if raw.refused is not None:
        return RefusedRow(raw.line, raw.refused, raw.amount[:40])
    figure = figure_of(raw.amount)
    if figure is None:
        return RefusedRow(raw.line, Why.NO_AMOUNT, raw.amount[:40])
    own_mark = is_own_currency(figure.mark, budget.money) if figure.mark else True
    if own_mark is None:  # 12 %, 12k
        return RefusedRow(raw.line, Why.NO_AMOUNT, raw.amount[:40])
    if not own_mark:
        return LeftOut(raw.line, Left.OTHER_CURRENCY, figure.mark)
    day = day_of(raw.day, budget.day_of, today) or instant_of(raw.day, budget.day_of)
    if day is None:
        return _without_day(raw)
    return _Row(place, raw, figure, day)


def _without_day(raw: RawRow) -> RefusedRow:
    day = raw.day.strip()
    if not day:
        return RefusedRow(raw.line, Why.NO_DAY)
    return RefusedRow(raw.line, Why.IMPOSSIBLE_DAY if has_year(day) else Why.NO_WHOLE_DAY, day[:40])


def _decided(
    rows: Sequence[_Row], budget: Budget, today: date, answers: Answers, usual: Usual
) -> tuple[_Conventions, tuple[ImportQuestion, ...]]:
    questions: list[ImportQuestion] = []
    figures = ((row.raw.line, row.figure.digits) for row in rows)
    known = usual.decimal if usual.fixed else answers.get(Topic.DECIMAL_MARK, "")
    mark = decimal_mark(figures, budget.money, known=known, usual=usual.decimal, each=usual.each)
    if mark.doubt is not None:
        questions.append(_about_marks(mark.doubt, rows, budget))
    parts = [(row.raw.line, row.day) for row in rows if isinstance(row.day, Parts)]
    said = answers.get(Topic.DAY_ORDER)
    order = day_order(
        parts, today, known=Order(said) if said in set(Order) else None, usual=usual.order, hint=usual.hint
    )
    if order.doubt is not None:
        line, one = order.doubt
        days = {candidate: in_order(one, candidate, today) for candidate in order.candidates}
        options = tuple(Option(candidate, day) for candidate, day in days.items() if day is not None)
        example = next(row.raw.day.strip() for row in rows if row.raw.line == line)
        questions.append(ImportQuestion(Topic.DAY_ORDER, line, example, options))
    balances = Told(None, {}) if usual.card else _balances(rows, mark, order, budget, today)
    sides = _sides(rows)
    balances = balances._replace(flows={**balances.flows, **sides})
    unsure = [row for row in rows if row.raw.flow is Flow.UNSURE and row.place not in balances.flows]
    flipped, question = _sign(unsure, answers, usual, balances.spent)
    if question is not None:
        totals = _totals(unsure, mark, budget)
        question = question._replace(
            options=tuple(Option(one, total) for one, total in zip((SPENT, CAME_IN), totals, strict=True))
        )
        questions.append(question)
    in_debit, in_credit = (_has_minus(rows, flow) for flow in (Flow.DEBIT, Flow.CREDIT))
    return _Conventions(mark, order, flipped, in_debit, in_credit, balances.flows), tuple(questions)


def _about_marks(doubt: tuple[int, str], rows: Sequence[_Row], budget: Budget) -> ImportQuestion:
    """Ask for the decimal mark, with what all amounts come to by each. A mark by which the example can't be read is shown."""
    line, digits = doubt
    values = possible_values(digits, budget.money.currency, indian=budget.money.is_indian)
    is_read = len(values) == len(MARKS)
    options = [Option(mark, values[mark] if is_read else written_by(mark, budget.money.currency)) for mark in MARKS]
    totals = [_total(rows, MarkChoice(mark), budget) for mark in MARKS]
    return ImportQuestion(Topic.DECIMAL_MARK, line, digits, tuple(options), tuple(totals))


def _total(rows: Sequence[_Row], mark: MarkChoice, budget: Budget) -> Total:
    """Return what amounts come to by a decimal mark, their signs aside, and which can't be read then."""
    minor, refused = 0, []
    for row in rows:
        try:
            minor += _amount(row.figure, mark, budget)
        except Refused:
            refused.append(row.raw.line)
    return Total(minor, tuple(refused))


def _has_minus(rows: Sequence[_Row], flow: Flow) -> bool:
    """Whether most amounts of one way have a minus, so that the minus belongs to that way: the others were taken back."""
    minus = [row.figure.negative for row in rows if row.raw.flow is flow]
    return sum(minus) * 2 > len(minus)


def _balances(rows: Sequence[_Row], mark: MarkChoice, order: OrderChoice, budget: Budget, today: date) -> Told:
    """Return what balances tell of rows whose sign the format does not say: others have none."""
    steps: list[Step] = []
    days: list[date] = []
    for row in rows:
        held = figure_of(row.raw.balance)
        if held is None or not mark.mark:
            continue
        with suppress(Refused):
            amount, balance = (_signed(figure, mark, budget) for figure in (row.figure, held))
            steps.append(Step(row.place, amount, balance))
            days.append(_day(row, order, today))
    latest_first = days[0] > days[-1] if days and days[0] != days[-1] else None
    return told_by(steps, latest_first=latest_first) or Told(None, {})


def _signed(figure: Figure, mark: MarkChoice, budget: Budget) -> int:
    amount = _amount(figure, mark, budget)
    return -amount if figure.negative else amount


def _sides(rows: Sequence[_Row]) -> dict[int, Flow]:
    """Return which way the money went at the places of rows that say it by ``CR`` or ``DR`` behind the amount, or by a plus.

    Where only one of both is ever written, an amount with neither went the other way. So it did where some have a plus, some have
    nothing and none has a minus (Sberbank).
    """
    unsure = [row for row in rows if row.raw.flow is Flow.UNSURE]
    if (pluses := _pluses(unsure)) is not None:
        return pluses
    said = {row.figure.side for row in unsure} & _SIDES.keys()
    usual = _SIDES[next(iter(_SIDES.keys() - said))] if len(said) == 1 else None
    flows = {row.place: _SIDES.get(row.figure.side, usual) for row in unsure}
    return {place: flow for place, flow in flows.items() if flow is not None}


def _pluses(unsure: Sequence[_Row]) -> dict[int, Flow] | None:
    """Return which way the money went by place where a plus alone tells it; None where it does not."""
    signs = {row.figure.side for row in unsure if row.figure.digits.strip("0.,")}
    if signs != {"", "+"} or any(row.figure.negative for row in unsure):
        return None
    return {row.place: Flow.IN if row.figure.side else Flow.OUT for row in unsure}


def _sign(
    unsure: Sequence[_Row], answers: Answers, usual: Usual, by_balance: bool | None
) -> tuple[bool, ImportQuestion | None]:
    """Tell whether amounts without a minus are spent, where the format does not say.

    The words of the rows may tell it, then that money goes out more often than it comes in: where amounts below zero are more
    than the others, they are what is spent. Else balances may tell, or the person is asked, as about what may be the statement of
    a card, which may have it the other way round, and where words and balances contradict each other.
    """
    if (said := answers.get(Topic.SIGN)) in {SPENT, CAME_IN}:
        return said == SPENT, None
    above = [row for row in unsure if not row.figure.negative]
    if not above:
        return False, None
    if said == UNSURE:
        return False, _asked(above[0])
    signed = [
        Signed(row.figure.negative, row.figure.side == "+", row.raw.types, (row.raw.note, *row.raw.texts))
        for row in unsure
    ]
    spent, doubtful = told_by_words(signed, card=usual.card)
    if spent is None and not doubtful:
        spent = False if len(above) * 2 < len(unsure) else by_balance
    elif not usual.card and by_balance not in {None, spent}:
        spent = None
    if spent is not None:
        return spent, None
    return False, _asked(above[0])


def _asked(row: _Row) -> ImportQuestion:
    return ImportQuestion(Topic.SIGN, row.raw.line, as_note(f"{row.raw.amount} {row.raw.note}"), ())


def _totals(unsure: Sequence[_Row], mark: MarkChoice, budget: Budget) -> tuple[int, int]:
    """Return what the amounts whose sign is asked about come to, in minor units: those without a minus, and those with one."""
    totals = [0, 0]
    for row in unsure:
        if mark.mark:
            with suppress(Refused):
                totals[row.figure.negative] += _amount(row.figure, mark, budget)
    return totals[0], totals[1]


def _made(row: _Row, conventions: _Conventions, budget: Budget, today: date) -> ImportedRow | LeftOut | RefusedRow:
    raw, line = row.raw, row.raw.line
    try:
        amount = _amount(row.figure, conventions.mark, budget)
        if amount == 0:
            return LeftOut(line, Left.ZERO)
        day = _day(row, conventions.order, today)
    except Refused as refusal:
        return RefusedRow(line, refusal.why, refusal.word)
    kind = raw.kind or _kind(row, conventions)
    note = as_note(raw.note) if raw.kind is None else raw.note
    if len(note) > LONGEST_NOTE:
        return RefusedRow(line, Why.LONG_NOTE)
    signed = -amount if kind.is_money_out else amount
    code = budget.money.currency.code
    category = as_note(raw.category)[:_LONGEST_CATEGORY] or None
    return ImportedRow(line, kind, signed, day, code, note, category, identity(raw.bank_id))


def _with_one_spelling(rows: Iterable[ImportedRow]) -> list[ImportedRow]:
    """Return rows with each category as it is spelt first: names that a budget takes for one are one (`zoo`, `Zoo`)."""
    first: dict[str, str] = {}
    return [
        row if row.category is None else replace(row, category=first.setdefault(compared(row.category), row.category))
        for row in rows
    ]


def _amount(figure: Figure, choice: MarkChoice, budget: Budget) -> int:
    currency, indian = budget.money.currency, budget.money.is_indian
    mark = choice.of(figure.digits, currency, indian=indian)
    value = value_of(figure.digits, mark, currency, indian=indian)
    return budget.money.checked(Amount(value)).minor if value else 0


def _day(row: _Row, choice: OrderChoice, today: date) -> date:
    day, written = row.day, row.raw.day.strip()[:40]
    if isinstance(day, Parts):
        parts = day
        found = in_order(parts, choice.order or Order.DAY_FIRST, today)
        if found is None:
            raise Refused(Why.IMPOSSIBLE_DAY, written)
        others = {in_order(parts, order, today) for order in (Order.DAY_FIRST, Order.MONTH_FIRST)}
        if choice.mixed and len(others - {None}) > 1:
            raise Refused(Why.TWO_ORDERS, written)
        day = found
    if day > today:
        raise Refused(Why.FUTURE_DAY, written)
    if day.year < _EARLIEST:
        raise Refused(Why.LONG_AGO, written)
    return day


def _kind(row: _Row, conventions: _Conventions) -> Kind:
    """Return the kind of a row. Money in is extra: a paycheck is never guessed."""
    flow = conventions.flows.get(row.place, row.raw.flow)
    below = row.figure.negative and not (row.place in conventions.flows and row.figure.side in _SIDES)
    if flow in {Flow.OUT, Flow.DEBIT}:
        is_back = below != (flow is Flow.DEBIT and conventions.minus_in_debit)
        return Kind.REFUND if is_back else Kind.EXPENSE
    turned = (flow is Flow.UNSURE and conventions.flipped) or (flow is Flow.CREDIT and conventions.minus_in_credit)
    return Kind.EXPENSE if below != turned else Kind.EXTRA


def identity(bank_id: str) -> str | None:
    """Return a bank's identity of a row as it is kept; None for none."""
    plain = " ".join(bank_id.split())
    if len(plain) > _LONGEST_ID:
        return "sha256:" + sha256(plain.encode("utf-8", "replace")).hexdigest()[:48]
    return plain or None
