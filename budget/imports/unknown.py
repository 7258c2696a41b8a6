"""Tables of an unknown heading: three rows are shown, and what no cell tells is asked column by column.

Which column is a currency, or says which way the money went (``S``/``H``, ``debit``/``credit``), its cells tell. A day, an amount
and a note are asked about where several columns may be it. Two columns of money whose headings say so (``Debit``, ``Credit``) are
money out and money in: the preview says what both come to, and the signs can be turned round.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from budget.categories import folded
from budget.currencies import CURRENCIES, mark_of
from budget.errors import Why
from budget.imports.cells import is_amount, is_day
from budget.imports.currency_columns import currency_columns, currency_in_words
from budget.imports.directions import Words, are_signs, direction_of, is_own_transfer, is_true, transfer_flags, words_of
from budget.imports.footers import is_balance, is_summary, is_total
from budget.imports.headings import ABROAD, BALANCE, BESIDE, CATEGORIES, days_named, paid_on
from budget.imports.likely import PAYERS, different_days, note_named, running_balance, without_idle
from budget.imports.numbers import is_below_zero, is_some
from budget.imports.rows import (
    NO_NOTE,
    NO_WAY,
    NOTHING,
    TWO_COLUMNS,
    Answers,
    Flow,
    ImportQuestion,
    Left,
    Option,
    RawRow,
    Topic,
    joined,
)
from budget.imports.signs import type_columns
from budget.imports.statuses import is_not_carried_out, is_pending, status_columns
from budget.imports.tables import Record
from budget.imports.ways import COSTS, NAMES, OUTS, WAYS

SAMPLES = 3
_CURRENCY_NAMED = re.compile(
    rf"[(（\[] ?([A-Z]{{3}}|[^\w\s]|[A-Z]{{1,3}}\$|zł|kr|Kč|Ft|円) ?[)）\]]|(?: (?:in )?|^)({'|'.join(CURRENCIES)})\$?$"
)
_NUMBERED = re.compile(r"(?=(?:\D*\d){3})\S+")
"""What numbers of references, accounts and identities look like."""
_DIGITS, _LETTERS = re.compile("[0-9]+"), re.compile(r"[^\W\d_]+")
_DECIMALS = re.compile(r"[.,][0-9]{1,2}(?![0-9])")
_LOOKED_AT = 200  # rows that tell what a column may be
_TOLD = 100  # characters of a cell that may tell which way the money went


class Columns:
    """The columns of a table of unknown heading, and what the person said about them."""

    def __init__(
        self, heading: Sequence[str], records: Sequence[Record], answers: Answers, own: str = "", *, anew: bool = False
    ) -> None:
        """``own`` is the budget's currency. With ``anew`` each column is asked about, whatever the cells tell."""
        self._heading = heading
        self._own = own
        self._all = records = self._without_summary(records)
        self._records = [record for record in records if record.refused is None]
        dated = [record for record in self._records if any(map(is_day, (cell.strip() for cell in record.cells)))]
        self._payments = dated or self._records  # totals and summaries do not tell what a column holds
        self._answers = answers
        self._anew = anew
        self._all_days = self._columns(is_day) or days_named(heading)
        self._days = self._all_days if anew else different_days(paid_on(heading, self._all_days), self._cells)
        self._money = [column for column in self._columns(is_amount) if column not in self._all_days]
        self._amounts = self._money if anew else self._likely_amounts()
        self._taken = {*self._all_days, *self._money}
        filled = list(self._filled())
        self._currencies = currency_columns(heading, [one for one in filled if one[0] not in self._taken])
        signed = any(is_below_zero(cell) for column, cells in filled if column in self._amounts for cell in cells)
        self._direction = None if anew else direction_of(heading, filled, signed=signed)
        self._flags = transfer_flags(heading, filled)
        self._pair = None if anew or Topic.AMOUNT_COLUMN in answers else self._pair_named()
        is_told = anew or signed or self._direction is not None or self._pair is not None
        self._words = None if is_told else words_of(heading, filled, len(self._payments))
        if self._words is not None and (out := answers.get(Topic.WAY, "")) in map(folded, self._words.words):
            self._direction = self._words.direction(out)

    def _without_summary(self, records: Sequence[Record]) -> Sequence[Record]:
        """Return the rows without the first one where a table without a heading begins with a summary of itself."""
        first, *others = records or [Record(0, [])]
        below = [record.cells for record in others if record.refused is None]
        self._summary = (
            first if self._is_headless and first.refused is None and is_summary(first.cells, below) else None
        )
        return others if self._summary is not None else records

    def _likely_amounts(self) -> list[int]:
        """Return the columns of money without balances, without numbers (of a cheque, an account) beside exact amounts.

        Of two the one is taken whose heading names the budget's currency where that is one of them: the other is what was paid
        abroad.
        """
        money = [column for column in self._money if not BALANCE.search(self._name(column))] or self._money
        money = [column for column in money if not BESIDE.search(self._name(column))] or money
        money = without_idle(money, self._cells, lambda column: self._name(column) in NAMES)
        exact = [column for column in money if any(_DECIMALS.search(cell) for cell in self._cells(column))]
        likely = [one for one in money if one in exact or not any(self._are_beside(one, other) for other in exact)]
        own = [one for one in likely if self._is_in_own_currency(one)]
        if len(own) == 1 and all(one in own or self._are_beside(one, own[0]) for one in likely):
            return own
        return likely

    @property
    def _balance(self) -> int | None:
        """The column of balances, None where there is none, or where there are several."""
        found = [column for column in self._money if BALANCE.search(self._name(column))]
        if not found:
            return running_balance(self._money, self._cells)
        return found[0] if len(found) == 1 else None

    def _is_in_own_currency(self, column: int) -> bool:
        """Whether the heading of a column names the budget's currency."""
        own, named = CURRENCIES.get(self._own), self._currency_named(column)
        return own is not None and bool(named) and bool(mark_of(named, own))

    def _cells(self, column: int) -> list[str]:
        return [_cell(record.cells, column) for record in self._payments[:_LOOKED_AT]]

    def _are_beside(self, column: int, other: int) -> bool:
        """Whether some row has something in both columns: then they are not money out and money in. Zero is nothing."""
        pairs = zip(self._cells(column), self._cells(other), strict=True)
        return any(is_some(one) and is_some(two) for one, two in pairs)

    def question(self) -> ImportQuestion | None:
        """Return the first question about the columns that is open; None once all is known, or where there is nothing to choose."""
        if not self._days or not self._amounts:
            return None
        if self._chosen(Topic.DAY_COLUMN, self._days) is None:
            return self._ask(Topic.DAY_COLUMN, self._days)
        amount = self._chosen(Topic.AMOUNT_COLUMN, self._amounts)
        if amount is None and not self._is_double:
            more = (Option(TWO_COLUMNS, TWO_COLUMNS),) if len(self._amounts) > 1 else ()
            return self._ask(Topic.AMOUNT_COLUMN, self._amounts, more)
        if self._is_double:
            out, into = self._of_money()
            if out is None:
                return self._ask(Topic.OUT_COLUMN, self._amounts)
            if into is None:
                return self._ask(Topic.IN_COLUMN, [column for column in self._amounts if column != out])
        if self._words is not None and self._is_way_open(amount):
            return self._ask_way(self._words)
        if self._answers.get(Topic.NOTE_COLUMN) != NO_NOTE and self._texts and self._note is None:
            return self._ask(Topic.NOTE_COLUMN, self._texts, (Option(NO_NOTE, NO_NOTE),))
        return None

    def _way_named(self, amount: int | None) -> Flow | None:
        """Return which way all money of a column went, by what the heading calls it; None where that does not say it.

        A minus that most of its amounts have belongs to the column. Short words alone say nothing: ``In USD`` is no way.
        """
        name = "" if amount is None else self._name(amount)
        if name.isascii() and len(name) <= len("out"):
            return None
        if name in COSTS or name in OUTS:
            return Flow.DEBIT
        return Flow.CREDIT if name in NAMES else None

    @property
    def _is_double(self) -> bool:
        said = self._answers.get(Topic.AMOUNT_COLUMN) == TWO_COLUMNS and len(self._amounts) > 1
        return said or self._pair is not None

    def _of_money(self) -> tuple[int | None, int | None]:
        """Return the columns of money out and of money in, as far as they are known."""
        if self._pair is not None:
            return self._pair
        out = self._chosen(Topic.OUT_COLUMN, self._amounts)
        return out, self._chosen(Topic.IN_COLUMN, [column for column in self._amounts if column != out])

    def _name(self, column: int) -> str:
        """Return what the heading calls a column, without a currency in it."""
        return _CURRENCY_NAMED.sub("", self._heading[column]).casefold().strip("# ")

    def _pair_named(self) -> tuple[int, int] | None:
        """Return the two columns whose headings say money out and money in; None where several do, or one holds other things.

        One of them may be empty: nothing came in.
        """
        names = [self._name(column) for column in range(len(self._heading))]
        pairs = {
            (out, into)
            for way in WAYS
            for out, name in enumerate(names)
            for into, other in enumerate(names)
            if name in way.out and other in way.into
        }
        found = next(iter(pairs), ())
        if len(pairs) != 1 or set(self._amounts).isdisjoint(found):
            return None
        others = set(found) - set(self._amounts)
        is_empty = all(not _cell(record.cells, column) for record in self._payments for column in others)
        return next(iter(pairs)) if is_empty else None

    @property
    def _texts(self) -> list[int]:
        """Columns that may be the note: those with text that are nothing else, and never what became of a payment."""
        told_by = self._direction.column if self._direction is not None else None
        others = () if self._anew else (*self._currencies, *self._flags, told_by, self._category)
        taken = {*self._taken, *status_columns(self._heading), *others}
        texts = [column for column in self._columns(bool) if column not in taken]
        return texts if self._anew else [one for one in texts if self._may_say_what(one)] or texts

    @property
    def _note(self) -> int | None:
        """The column of the note: the one that was said, the only one that it may be, or the one whose heading says it."""
        chosen = self._chosen(Topic.NOTE_COLUMN, self._texts)
        return chosen if chosen is not None or self._anew else note_named(self._heading, self._texts, self._cells)

    def _may_say_what(self, column: int) -> bool:
        """Whether a text may say what was paid: no numbers of references alone, and not the same in every row."""
        cells = [cell for cell in self._cells(column) if cell]
        is_same = len(cells) > 1 and len(cells) == len(self._payments[:_LOOKED_AT]) and len(set(cells)) == 1
        return not is_same and not all(map(_NUMBERED.fullmatch, cells))

    @property
    def _category(self) -> int | None:
        return next((n for n, name in enumerate(self._heading) if name.casefold().strip("# ") in CATEGORIES), None)

    @property
    def _payer(self) -> int | None:
        """The column of who paid, unless the note was chosen: beside it the one of who was paid names oneself."""
        if Topic.NOTE_COLUMN in self._answers:
            return None
        return next((n for n, name in enumerate(self._heading) if folded(name) in PAYERS), None)

    def rows(self) -> Iterator[RawRow]:
        """Read the rows, once no question is open."""
        day = self._chosen(Topic.DAY_COLUMN, self._days)
        amount = self._chosen(Topic.AMOUNT_COLUMN, self._amounts)
        out, into = self._of_money()
        note = None if self._answers.get(Topic.NOTE_COLUMN) == NO_NOTE else self._note
        money = out if self._is_double else amount
        currency, named = self._currency_of(money), self._currency_named(money)
        way = self._way_named(amount) if self._direction is None else None
        statuses, balance, types = status_columns(self._heading), self._balance, type_columns(self._heading)
        texts = [column for column in self._columns(bool) if column not in self._taken]
        if self._summary is not None:
            yield RawRow(self._summary.line, "", "", left=Left.BALANCE)
        for record in self._records:
            cells, line = record.cells, record.line
            if (left := self._left(cells, [*statuses, day], (out, into) if self._is_double else (amount,))) is not None:
                yield RawRow(line, "", "", left=left)
                continue
            code = named if named in CURRENCIES else _cell(cells, currency) or named
            about = (joined(_cell(cells, note)), _cell(cells, self._category), code)
            if self._is_double:
                yield _of_two(line, _cell(cells, day), _cell(cells, out), _cell(cells, into), about)
            elif way is not None:
                yield RawRow(line, _cell(cells, day), _cell(cells, amount), way, *about)
            elif self._direction is None:
                held = _cell(cells, balance)
                kinds, said = (tuple(_cell(cells, column)[:_TOLD] for column in some) for some in (types, texts))
                yield RawRow(
                    line,
                    _cell(cells, day),
                    _cell(cells, amount),
                    Flow.UNSURE,
                    *about,
                    balance=held,
                    types=kinds,
                    texts=said,
                )
            else:
                flow = self._direction.flows.get(folded(_raw(cells, self._direction.column)), Flow.UNSURE)
                payer = _cell(cells, self._payer) if flow is Flow.CREDIT else ""
                yield RawRow(line, _cell(cells, day), _cell(cells, amount), flow, joined(payer) or about[0], *about[1:])

    def _left(self, cells: Sequence[str], told_by: Sequence[int | None], money: Sequence[int | None]) -> Left | None:
        """Return why a row is no payment: by what became of it, or without a day as a total, or with neither day nor amount."""
        day = _cell(cells, told_by[-1])
        if is_day(day):
            told_by = told_by[:-1]
        if is_pending(cells) or any(is_not_carried_out(_cell(cells, column)) for column in told_by):
            return Left.PENDING
        if self._is_transfer(cells):
            return Left.TRANSFER
        known = [column for column in money if column is not None]
        is_nothing = bool(known) and not any(_cell(cells, column) for column in known)
        if is_day(day):
            return Left.BALANCE if is_balance(cells) or (is_nothing and is_total(cells)) else None
        return Left.BALANCE if is_nothing or is_total([day] if day else cells) else None

    def _is_transfer(self, cells: Sequence[str]) -> bool:
        """Whether a column that says the way of the money, or one of its own, says that it was moved between own accounts."""
        way = self._direction
        said = way is not None and folded(_raw(cells, way.column)) in way.transfers
        own = any(is_own_transfer(_cell(cells, column)) for column in type_columns(self._heading))
        return said or own or any(is_true(_cell(cells, column)) for column in self._flags)

    def refused(self) -> Iterator[RawRow]:
        """Give the rows that can't be read at all."""
        for record in self._all:
            if record.refused is not None:
                yield RawRow(record.line, "", "", refused=record.refused)

    def samples(self) -> tuple[tuple[str, ...], ...]:
        """Return the first rows, to be shown."""
        return tuple(tuple(cell.strip() for cell in record.cells) for record in self._payments[:SAMPLES])

    @property
    def _is_headless(self) -> bool:
        return all(name == str(n) for n, name in enumerate(self._heading, 1))

    @property
    def shape(self) -> tuple[str, ...]:
        """How days are written in each column of a table without a heading, and which columns hold money; none with a heading."""
        if not self._is_headless:
            return ()
        first = {column: next(cell for cell in self._cells(column) if is_day(cell)) for column in self._all_days}
        days = {column: _DIGITS.sub("0", _LETTERS.sub("a", cell)) for column, cell in first.items()}
        return tuple(days.get(n, "#" if n in self._money else "") for n in range(len(self._heading)))

    def _columns(self, fits: Callable[[str], bool]) -> list[int]:
        """Return the columns of which most cells fit that are not empty; those of which some do where no column has more."""
        some = self._payments[:_LOOKED_AT]
        most, any_fits = [], []
        for column in range(len(self._heading)):
            cells = [cell for record in some if (cell := _cell(record.cells, column))]
            fitting = sum(fits(cell) for cell in cells)
            if fitting:
                any_fits.append(column)
            if fitting * 2 > len(cells):
                most.append(column)
        return most or any_fits

    def _filled(self) -> Iterator[tuple[int, list[str]]]:
        """Give the columns in which something stands, with their cells that are not empty."""
        for column in range(len(self._heading)):
            raw = [cell for record in self._payments if (cell := _raw(record.cells, column))]
            cells = raw if are_signs(raw) else [cell for cell in raw if cell.strip(NOTHING)]
            if cells:
                yield column, cells

    def _currency_of(self, amount: int | None) -> int | None:
        """Return the column with the currency of an amount: the next one behind it, else the nearest before it.

        Before it the one of what was paid abroad is none: its amount stands beside it.
        """
        behind = [column for column in self._currencies if amount is not None and column > amount]
        own = [column for column in self._currencies if not ABROAD.search(self._name(column))] or self._currencies
        return min(behind, default=max(own, default=None))

    def _currency_named(self, amount: int | None) -> str:
        """Return the currency that an amount's heading names: ``Betrag (EUR)``, ``Gutschrift in CHF``."""
        name = "" if amount is None else self._heading[amount]
        found = _CURRENCY_NAMED.search(name)
        named = (found[1] or found[2]) if found is not None else ""
        return named if named and mark_of(named, CURRENCIES["USD"]) is not None else currency_in_words(name)

    def _chosen(self, topic: Topic, candidates: Sequence[int]) -> int | None:
        """Return the column that was said, or the only one that it may be where the person does not choose."""
        said = self._answers.get(topic, "")
        if said.isascii() and said.isdecimal() and int(said[:4]) in self._possible(topic):
            return int(said[:4])
        return candidates[0] if len(candidates) == 1 and not self._anew else None

    def _possible(self, topic: Topic) -> Collection[int]:
        """Return the columns that may be said: more than are likely, for the person may have chosen among all."""
        if topic is Topic.NOTE_COLUMN:
            return self._columns(bool)
        return self._all_days if topic is Topic.DAY_COLUMN else self._money

    def _ask(self, topic: Topic, candidates: Sequence[int], more: tuple[Option, ...] = ()) -> ImportQuestion:
        first = self._payments[0]
        options = tuple(Option(str(column), self._heading[column]) for column in candidates)
        return ImportQuestion(topic, first.line, " | ".join(cell.strip() for cell in first.cells)[:200], options + more)

    def _is_way_open(self, amount: int | None) -> bool:
        """Whether nothing says which way the money of the only column of money went, and nobody said that its words do not."""
        is_told = self._is_double or self._direction is not None or self._way_named(amount) is not None
        return not is_told and self._answers.get(Topic.WAY) != NO_WAY

    def _ask_way(self, words: Words) -> ImportQuestion:
        options = [Option(folded(word), word) for word in words.words]
        return ImportQuestion(
            Topic.WAY, self._payments[0].line, self._heading[words.column], (*options, Option(NO_WAY, NO_WAY))
        )


def _of_two(line: int, day: str, out: str, into: str, about: tuple[str, str, str]) -> RawRow:
    """Return the row of two columns of money, of which one is filled."""
    if is_some(out) and is_some(into):
        return RawRow(line, day, f"{out} | {into}", refused=Why.BOTH_WAYS)
    if is_some(into):
        return RawRow(line, day, into, Flow.CREDIT, *about)
    return RawRow(line, day, out or into, Flow.DEBIT, *about)


def _raw(cells: Sequence[str], column: int | None) -> str:
    return cells[column].strip() if column is not None and column < len(cells) else ""


def _cell(cells: Sequence[str], column: int | None) -> str:
    cell = _raw(cells, column)
    return cell if cell.strip(NOTHING) else ""
