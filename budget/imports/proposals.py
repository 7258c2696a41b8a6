"""What of a file would be recorded: its preview against the book, with what the person said about it.

The same function makes what is shown and, in the locked transaction of the tap, what is recorded.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple, Protocol

from budget.budgets import Budget
from budget.categories import Category, folded, new_category
from budget.entries import Entry
from budget.errors import InvalidChoice
from budget.imports.duplicates import NEAR, Comparison, HeldEntry, compare
from budget.imports.naming import categories_by_note
from budget.imports.recording import categories_in
from budget.imports.rows import CAME_IN, OWN_FORMAT, SPENT, Answers, ImportedRow, Preview, Topic
from budget.imports.transfers import transfers_in
from budget.periods import Days

MOST_TYPED = 10_000
"""Entries of the book that are looked through for those that somebody wrote by hand."""
_COLUMNS = frozenset(
    {Topic.DAY_COLUMN, Topic.AMOUNT_COLUMN, Topic.OUT_COLUMN, Topic.IN_COLUMN, Topic.NOTE_COLUMN, Topic.SHARE}
)


class Wish(StrEnum):
    """What the person wants of a file, beside the answers to its questions."""

    TURNED = "turned"
    PAYCHECKS = "paychecks"
    SINCE = "since"
    NO_TYPED = "no-typed"
    NO_TRANSFERS = "no-transfers"
    NEW_CATEGORIES = "new-categories"
    COLUMNS = "columns"


Said = Mapping[str, str]
"""What was said about a file: answers by their `Topic`, each `Wish` that is on, and where its categories go (`mapping_of`)."""
_DIGITS = 12
DIGEST = re.compile(rf"[0-9a-f]{{{_DIGITS}}}")
_TO = "to "
_BEFORE = "before columns"
"""Under it is kept what was said before somebody began to choose the columns, so that it can hold again."""


def answers_in(said: Said) -> Answers:
    """Return the answers to the file's questions."""
    topics = set(Topic)
    return {Topic(what): value for what, value in said.items() if what in topics}


def with_columns_anew(said: Said, *, is_choosing: bool) -> dict[str, str | None]:
    """Return what changes where the columns are to be chosen anew; who is choosing already begins once more."""
    changed: dict[str, str | None] = {Wish.COLUMNS: "1"} | {topic: None for topic in Topic if "column" in topic}
    if not is_choosing:
        kept = {what: value for what, value in said.items() if what in {*Topic, Wish.COLUMNS}}
        changed[_BEFORE] = json.dumps(kept)
    return changed


def with_columns_of_before(said: Said) -> dict[str, str | None]:
    """Return what changes where the columns stay what they were before somebody began to choose them. A repeat changes nothing."""
    before: Mapping[str, str] = json.loads(said.get(_BEFORE, "{}"))
    return {what: before.get(what) for what in (*Topic, Wish.COLUMNS)}


def mapping_of(called: str) -> str:
    """Return under which name it is said where a category of a file goes; what is said is a category's key."""
    return f"{_TO}{called}"


def _mapped(said: Said, budget: Budget) -> dict[str, int]:
    """Return where the person lets categories of a file go: the numbers of the budget's by the file's words."""
    numbers = {category.key: category.number for category in budget.current}
    found = ((what.removeprefix(_TO), numbers.get(key)) for what, key in said.items() if what.startswith(_TO))
    return {called: number for called, number in found if number is not None}


def with_lasting(said: Said, of_heading: Said) -> Answers:
    """Return the answers with what holds for every file of the heading: its signs, and its columns unless they are chosen anew.

    Rows may contradict the signs (`turns`). Columns that are read otherwise than before would make other notes, and rows known by
    none.
    """
    lasting = {Topic.SIGN, Topic.WAY} | (_COLUMNS if Wish.COLUMNS not in said else frozenset())
    kept = {topic: value for topic, value in answers_in(of_heading).items() if topic in lasting}
    return {**kept, **answers_in(said)}


def turns(told: Preview, remembered_so: Preview) -> bool:
    """Whether the rows of a file, both ways among them, tell other signs than are remembered: then it is asked anew."""
    both = len({row.kind.is_money_in for row in told.rows}) > 1
    return both and [row.kind for row in told.rows] != [row.kind for row in remembered_so.rows]


def is_turned(preview: Preview, of_heading: Said) -> bool:
    """Whether signs that the format settles were turned round in the file of this heading before."""
    return not preview.sign and Wish.TURNED in of_heading


def to_remember(preview: Preview, said: Said, of_heading: Said) -> Said:
    """Return what holds for the next file of a heading, beside what held for this one.

    Signs that were turned round stay so: by the answer to their question, where it is one, which holds however many amounts of
    the next file have a minus. What was said of the sign of some rows holds for no other.
    """
    kept = {str(topic): value for topic, value in remembered(said, of_heading).items()}
    if not preview.sign:
        kept.pop(Topic.SIGN, None)
    turned = Wish.TURNED in of_heading
    if Wish.TURNED in said:
        if preview.sign:
            kept[Topic.SIGN] = CAME_IN if preview.sign == SPENT else SPENT
        else:
            turned = not turned
    return {**kept, Wish.TURNED: "1"} if turned else kept


def remembered(said: Said, of_heading: Said) -> Answers:
    """Return the answers with those that hold for the file's heading; columns that are to be chosen anew are left out."""
    anew = _COLUMNS if Wish.COLUMNS in said else frozenset()
    kept = {topic: value for topic, value in answers_in(of_heading).items() if topic not in anew}
    return {**kept, **answers_in(said)}


def heading_key(preview: Preview) -> str:
    """Return the key under which the answers about a file's heading are kept; an empty text for a file that is no table."""
    heading = preview.known_by
    if not heading:
        return ""
    return sha256("\x1f".join(map(folded, heading)).encode("utf-8", "replace")).hexdigest()[:32]


class Shown(NamedTuple):
    """How a file was shown: in which currency, and a digest of its rows, new or not, and of what was chosen of them."""

    currency: str
    rows: str


class ImportedFile(NamedTuple):
    """A file that was recorded: the message that brought it, its format, how many rows of it, and their first and last day.

    Listed, it says whether all of them are undone.
    """

    message: int
    format: str
    rows: int
    first: date
    last: date
    undone: bool = False


class Held(Protocol):
    """What a proposal asks of the book (`budget.ledger.BudgetView`)."""

    budget: Budget

    def imported_in(self, days: Days, bank_ids: Collection[str]) -> Sequence[HeldEntry]:
        """Return the imported entries of some days, and those of some banks' identities, as they were first recorded."""

    def typed_in(self, days: Days, most: int) -> Sequence[Entry]:
        """Return entries of some days that came from no file."""

    def taught(self, notes: Iterable[str]) -> Mapping[str, int]:
        """Return the category numbers that were taught for these folded notes."""


_NOTHING = Comparison((), (), ())
_CHOOSING = frozenset({Wish.SINCE, Wish.NO_TYPED, Wish.NO_TRANSFERS, Wish.NEW_CATEGORIES})
"""Wishes that choose which rows are recorded, and where. The others change what the rows are."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file holds, and what of it would be recorded now (``rows``).

    ``payday`` is the day of the latest paycheck where some of the new rows are older and some are not. ``categories`` are what
    the file calls its categories that the budget does not know, ``familiar`` the rows of a category that it knows, by the file's
    word or ``by_note``. ``paychecks`` are the rows that are offered as such. ``mapped`` says where
    the person lets some of ``categories`` go.
    """

    budget: Budget
    preview: Preview
    said: Said
    comparison: Comparison = _NOTHING
    rows: tuple[ImportedRow, ...] = ()
    transfers: int = 0
    payday: date | None = None
    categories: tuple[str, ...] = ()
    familiar: int = 0
    by_note: Mapping[str, int] = field(default_factory=dict)
    paychecks: tuple[ImportedRow, ...] = ()
    mapped: Mapping[str, int] = field(default_factory=dict)

    @property
    def unmapped(self) -> tuple[str, ...]:
        """The file's categories that neither the budget knows nor the person has mapped."""
        return tuple(called for called in self.categories if called not in self.mapped)

    @property
    def addable(self) -> Mapping[str, tuple[str, str]]:
        """The names and keys of those of them that can be added, in their order: as many as there is room for."""
        found: dict[str, tuple[str, str]] = {}
        budget, known = self.budget, list(self.budget.categories)
        for called in self.unmapped:
            with suppress(InvalidChoice):
                name, key = new_category(called, known, budget.money, budget.bill_names)
                held = next((one for one in known if one.key == key), Category(0, key, name, (), 0))
                known = [*(one for one in known if one.key != key), replace(held, removed=False)]
                found[called] = name, key
        return found

    @property
    def shown(self) -> Preview:
        """The preview of what would be recorded alone."""
        return Preview(self.preview.format, rows=self.rows)

    @property
    def as_shown(self) -> Shown:
        """How the file is shown: what would be recorded of it is the same as long as this is; wishes are forgotten in a day."""
        wanted = sorted(wish for wish in self.said if wish in _CHOOSING), sorted(self.mapped.items())
        chosen = repr(wanted) if any(wanted) else ""
        rows = sha256(f"{self.preview.rows!r}{chosen}".encode("utf-8", "replace")).hexdigest()
        return Shown(self.budget.money.currency.code, rows[:_DIGITS])

    @property
    def is_own(self) -> bool:
        """Whether the file is one that `/export` wrote."""
        return self.preview.format == OWN_FORMAT

    def wants(self, wish: Wish) -> bool:
        """Whether a wish is on."""
        return wish in self.said


def propose(held: Held, preview: Preview, said: Said, paid_on: date | None = None) -> Proposal:
    """Return what of a file would be recorded. ``paid_on`` is the day of the latest paycheck."""
    from budget.imports.paychecks import paychecks_in  # a fiftieth of what all imports cost: its words are compiled

    if Wish.TURNED in said:
        preview = preview.turned()
    paychecks: Sequence[ImportedRow] = paychecks_in(preview.rows)
    if Wish.PAYCHECKS in said:
        preview = preview.with_paychecks(frozenset(row.line for row in paychecks))
    if preview.days is None:
        return Proposal(held.budget, preview, said)
    first, last = preview.days
    days = Days(first - NEAR, last + NEAR + timedelta(days=1))
    ids = frozenset(row.bank_id for row in preview.rows if row.bank_id is not None)
    typed = (HeldEntry(one) for one in held.typed_in(days, MOST_TYPED))
    comparison = compare(preview.rows, [*held.imported_in(days, ids), *typed], either_way=Wish.TURNED in said)
    rows: Sequence[ImportedRow] = comparison.new
    lines = {row.line for row in rows}
    paychecks = tuple(row for row in paychecks if row.line in lines)  # what the book holds is no choice any more
    older = paid_on is not None and min((row.day for row in rows), default=paid_on) < paid_on <= last
    if Wish.SINCE in said and paid_on is not None:
        rows = [row for row in rows if row.day >= paid_on]
    if Wish.NO_TYPED in said:
        typed_rows = {twin.row for twin in comparison.twins}
        rows = [row for row in rows if row not in typed_rows]
    transfers = list(transfers_in(rows))
    if Wish.NO_TRANSFERS in said:
        moved = {row for pair in transfers for row in pair}
        rows = [row for row in rows if row not in moved]
    is_own = preview.format == OWN_FORMAT
    categories = categories_in(rows, held.budget, removed=is_own)
    by_note = categories_by_note(comparison.new, held.budget, held.taught)
    known = {name for name, category in categories.items() if category is not None}
    mapped = {
        called: number for called, number in _mapped(said, held.budget).items() if called in categories.keys() - known
    }
    return Proposal(
        held.budget,
        preview,
        said,
        comparison,
        tuple(rows),
        len(transfers),
        paid_on if older else None,
        tuple(name for name in categories if name not in known),
        sum(
            row.kind.is_spending
            and (row.note in by_note if row.category is None else row.category in known | mapped.keys())
            for row in rows
        ),
        by_note,
        paychecks,
        mapped,
    )
