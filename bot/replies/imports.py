"""What a file holds, what is asked about it, and the files that were recorded."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from bot import buttons
from bot.replies.refusals import refusal
from bot.replies.wording import entry_written, some_of
from bot.reply import Button, Reply, in_rows, quoted, units
from budget.categories import last_resort
from budget.characters import visible
from budget.errors import Refused, Why
from budget.imports.proposals import ImportedFile, Proposal, Shown, Wish
from budget.imports.recording import entries_of
from budget.imports.rows import (
    CAME_IN,
    NO_NOTE,
    NO_WAY,
    OWN_FORMAT,
    SPENT,
    TWO_COLUMNS,
    WHOLE_COST,
    ImportQuestion,
    Left,
    RefusedRow,
    Topic,
)
from budget.money import Money
from words import days, file_labels, labels
from words import files as say
from words.entries import undone
from words.voice import Voice

_MOST_AMOUNTS = 2
"""Amounts that a button names."""
_LONGEST_LABEL = 40
_LONGEST_ROW = 200
_SEPARATOR = " | "
_WIDE = 60
"""Characters of a row that is shown whole."""
_ROOM = 3_500
"""UTF-16 units of the rows that are shown one by one."""


def proposal(voice: Voice, shown: Proposal, number: int, today: date) -> Reply:
    """Say what a file holds, or ask what no row of it settles. Nothing of it is recorded before a tap."""
    if shown.preview.questions:
        return _question(voice, shown, shown.preview.questions[0], number, today)
    said = [*_head(voice, shown, today), *_counted(voice, shown), *_new(voice, shown)]
    return Reply("\n".join(said), tuple(_buttons(voice, shown, number)), question=True)


def proposal_changed(voice: Voice, shown: Proposal, number: int, today: date, seen: Shown | None) -> Reply:
    """Say what a file holds now, that it was shown otherwise, and that nothing of it is recorded."""
    now, own = proposal(voice, shown, number, today), shown.budget.money.currency.code
    if seen is not None and seen.currency != own:
        said = say.shown_in_other(voice, seen.currency, own)
    else:
        said = say.shown_otherwise(voice)
    return now._replace(text=f"{said}\n{now.text}")


def _named(voice: Voice, of: str) -> str:
    return say.our_own_csv(voice) if of == OWN_FORMAT else of


def _head(voice: Voice, shown: Proposal, today: date) -> list[str]:
    preview, of = shown.preview, _named(voice, shown.preview.format)
    said = [] if preview.encoding.startswith("utf") else [_guessed(voice, preview.encoding)]
    if preview.days is None:
        return [say.nothing_in_it(voice, of), *said]
    of_days = days.day_span(voice, *preview.days, today)
    return [say.this_is(voice, of, len(preview.rows), of_days, shown.budget.money.currency.code), *said]


def _guessed(voice: Voice, encoding: str) -> str:
    return say.western(voice) if encoding == "cp1252" else say.guessed(voice, encoding)


def _counted(voice: Voice, shown: Proposal) -> list[str]:
    """Say of which rows nothing is recorded, and which may be in the book under another name."""
    found, preview = shown.comparison, shown.preview
    foreign = sum(one.why is Left.OTHER_CURRENCY for one in preview.left_out)
    other = len(preview.left_out) - foreign
    said = [
        (len(found.known), say.in_the_book(voice, len(found.known))),
        (len(found.twins), say.looks_typed(voice, len(found.twins))),
        (
            len(preview.refused),
            say.not_read(voice, len(preview.refused), some_of(voice, (str(n.line) for n in preview.refused))),
        ),
        (foreign, say.other_currencies(voice, foreign)),
        (other, say.left_out(voice, other)),
    ]
    return [sentence for number, sentence in said if number]


def _new(voice: Voice, shown: Proposal) -> list[str]:
    """Say what would be recorded."""
    if not shown.rows:
        return [say.nothing_new(voice)] if shown.preview.rows else []
    money, what = shown.budget.money, shown.shown
    out = [row for row in what.rows if not row.kind.is_money_in]
    came = [row for row in what.rows if row.kind.is_money_in]
    said = []
    if out:
        said.append(say.spent(voice, money.written(what.spent), len(out), shown.familiar))
    if came:
        extra = sum(row.kind.value == "extra" for row in came)
        said.append(say.money_in(voice, money.written(what.money_in), extra, len(came) - extra))
    if shown.transfers:
        said.append(say.look_like_transfers(voice, shown.transfers))
    if shown.mapped:
        called = {one.number: one.name for one in shown.budget.current}
        said.append(some_of(voice, (f"{quoted(name)} → {quoted(called[to])}" for name, to in shown.mapped.items())))
    if shown.unmapped:
        said += _unknown(voice, shown)
    return [*said, say.waits(voice)]


def _unknown(voice: Voice, shown: Proposal) -> Iterable[str]:
    """Say what becomes of the categories of a file that the budget does not know."""
    other = quoted(last_resort(shown.budget.categories).name)
    if not shown.wants(Wish.NEW_CATEGORIES):
        return [say.unknown_categories(voice, some_of(voice, map(quoted, shown.unmapped)), other)]
    added = shown.addable
    left = [called for called in shown.unmapped if called not in added]
    said = [say.new_categories(voice, some_of(voice, map(quoted, added)))] if added else []
    return [*said, say.not_added(voice, some_of(voice, map(quoted, left)), other)] if left else said


def _buttons(voice: Voice, shown: Proposal, number: int) -> Iterable[tuple[Button, ...]]:
    """Give the buttons under what a file holds: to record it first, to leave it last."""
    if shown.rows:
        record = buttons.RecordFile(number, *shown.as_shown)
        yield (Button(file_labels.record_rows(voice, len(shown.rows)), record),)
    looks = (
        (len(shown.comparison.twins), buttons.Rows.TYPED),
        (len(shown.preview.refused), buttons.Rows.REFUSED),
    )
    show = tuple(
        Button(file_labels.show_rows(voice, rows), buttons.ShowRows(number, part)) for rows, part in looks if rows
    )
    if show:
        yield show
    for wish, label in _wishes(voice, shown):
        if shown.wants(wish):
            yield (Button(file_labels.chosen(voice, label), buttons.NoLongerWant(number, wish)),)
        else:
            yield (Button(label, buttons.Want(number, wish)),)
    if shown.categories:
        place = next((n for n, called in enumerate(shown.categories) if called in shown.unmapped), 0)
        yield (Button(file_labels.map_categories(voice), buttons.AskCategory(number, place)),)
    last = [Button(file_labels.no(voice), buttons.DropFile(number))]
    if shown.preview.samples:
        last.insert(0, Button(file_labels.columns(voice), buttons.Want(number, Wish.COLUMNS)))
    yield tuple(last)


def _wishes(voice: Voice, shown: Proposal) -> Iterable[tuple[Wish, str]]:
    if shown.comparison.twins:
        yield Wish.NO_TYPED, file_labels.without_rows(voice, len(shown.comparison.twins))
    if shown.payday is not None:
        yield Wish.SINCE, file_labels.since_paycheck(voice)
    if shown.paychecks:
        amounts = [
            shown.budget.money.written(amount) for amount in dict.fromkeys(row.amount for row in shown.paychecks)
        ]
        some = [*amounts[:_MOST_AMOUNTS], *(["…"] if len(amounts) > _MOST_AMOUNTS else [])]
        yield Wish.PAYCHECKS, file_labels.are_paychecks(voice, len(shown.paychecks), voice.listed(some))
    if shown.transfers:
        yield Wish.NO_TRANSFERS, file_labels.no_transfers(voice)
    if shown.unmapped:
        yield Wish.NEW_CATEGORIES, file_labels.add_categories(voice)
    if (shown.comparison.new or shown.wants(Wish.TURNED)) and not shown.is_own:
        yield Wish.TURNED, file_labels.turn_signs(voice)


# --- what is asked ----------------------------------------------------------------------------------------------------------


def _question(voice: Voice, shown: Proposal, asked: ImportQuestion, number: int, today: date) -> Reply:
    example = quoted(asked.example)
    if asked.topic in {Topic.DECIMAL_MARK, Topic.DAY_ORDER}:
        said = [say.what_means(voice, asked.line, example), *_totals(voice, shown, asked, today)]
    elif asked.topic is Topic.WAY:
        said = [say.which_word(voice, example), *map(_row, shown.preview.samples)]
    elif asked.topic is Topic.SIGN:
        totals = [shown.budget.money.written(one.means) for one in asked.options if isinstance(one.means, int)]
        said = [say.spent_or_in(voice, asked.line, example)]
        if asked.options[-1].means:
            said.append(say.by_their_minus(voice, *totals))
    else:
        rows = shown.preview.samples or ((asked.example,),)
        said = [say.which_column(voice, asked.topic), *_shown_rows(rows, _columns(shown, asked))]
    offered = [
        Button(_option(voice, shown, asked, place, today), buttons.AnswerFile(number, asked.topic, place))
        for place in range(len(asked.options))
    ]
    no = Button(file_labels.no(voice), buttons.DropFile(number))
    if shown.wants(Wish.COLUMNS):  # chosen from what the file holds: there it can be left alone
        no = Button(file_labels.file_back(voice), buttons.NoLongerWant(number, Wish.COLUMNS))
    return Reply("\n".join(said), (*in_rows(offered, 2), (no,)), question=True)


def _totals(voice: Voice, shown: Proposal, asked: ImportQuestion, today: date) -> Iterable[str]:
    """Say what the amounts of a file come to by each answer, unless the example is the only one."""
    if [one.means for one in asked.options] == [one.minor for one in asked.totals]:
        return
    for place, (total, refused) in enumerate(asked.totals):
        way = quoted(_option(voice, shown, asked, place, today))
        said = say.come_to(voice, way, shown.budget.money.written(total))
        left = (say.not_read(voice, len(refused), some_of(voice, map(str, refused))),) if refused else ()
        yield voice.sentences(said, *left)


class _Column(NamedTuple):
    """A column that is asked about: its place, what it is called, and whether others have its name."""

    place: int
    called: str
    is_alone: bool


def _columns(shown: Proposal, asked: ImportQuestion) -> list[_Column]:
    """Return the columns that are asked about; a name that several have, or none, is told by the number from the left."""
    if asked.topic in {Topic.SHARE, Topic.WAY}:
        return []
    names = [_on_a_button(name) for name in shown.preview.heading]
    found = []
    for place in (int(one.answer) for one in asked.options if one.answer.isdecimal()):
        name, number = names[place], str(place + 1)
        is_alone = bool(name) and names.count(name) == 1
        found.append(_Column(place, name if is_alone else f"{name} ({number})" if name else number, is_alone))
    return found


def _on_a_button(name: str) -> str:
    return visible(name, joiners=True)[:_LONGEST_LABEL]


def _shown_rows(rows: Sequence[Sequence[str]], columns: Sequence[_Column]) -> list[str]:
    """Show the first rows; where a line has no room for one, or names are told by numbers, what each column has in them."""
    is_narrow = max(len(_SEPARATOR.join(row)) for row in rows) <= _WIDE
    if is_narrow and all(one.is_alone for one in columns):
        return [_row(row) for row in rows]
    said = [(one, [row[one.place] for row in rows if one.place < len(row) and row[one.place]]) for one in columns]
    return [f"{quoted(one.called)}: {_row(cells)}" for one, cells in said] or [_row(row) for row in rows]


def _row(cells: Sequence[str]) -> str:
    return f"<code>{quoted(_SEPARATOR.join(cells)[:_LONGEST_ROW])}</code>"


def _option(voice: Voice, shown: Proposal, asked: ImportQuestion, place: int, today: date) -> str:
    answer, means = asked.options[place]
    match asked.topic, answer:
        case Topic.SIGN, _:
            return {SPENT: file_labels.was_spent, CAME_IN: labels.came_in}[answer](voice)
        case Topic.AMOUNT_COLUMN, _ if answer == TWO_COLUMNS:
            return file_labels.two_columns(voice)
        case Topic.NOTE_COLUMN, _ if answer == NO_NOTE:
            return file_labels.no_note(voice)
        case Topic.WAY, _ if answer == NO_WAY:
            return file_labels.neither(voice)
        case Topic.SHARE, _ if answer == WHOLE_COST:
            return file_labels.whole_cost(voice)
    match means:
        case int():
            return shown.budget.money.written(means)
        case date():
            return days.day(voice, means, today)
        case _:
            called = {str(one.place): one.called for one in _columns(shown, asked)}
            return called.get(answer) or _on_a_button(means)


def file_category(voice: Voice, shown: Proposal, place: int, number: int) -> Reply:
    """Ask where a category of a file goes."""
    offered = [Button(one.name, buttons.MapCategory(number, place, one.number)) for one in shown.budget.current]
    back = Button(file_labels.file_back(voice), buttons.ImportFile(number))
    return Reply(
        say.where_does_it_go(voice, quoted(shown.categories[place])), (*in_rows(offered, 2), (back,)), question=True
    )


# --- rows one by one --------------------------------------------------------------------------------------------------------


def file_rows(voice: Voice, shown: Proposal, part: buttons.Rows, number: int, today: date) -> Reply:
    """Show the rows that can't be read, or those that somebody may have written, beside what was written."""
    said = _refused(voice, shown) if part is buttons.Rows.REFUSED else _typed(voice, shown, today)
    while len(said) > 1 and units(said) > _ROOM:
        said.pop()
    back = Button(file_labels.file_back(voice), buttons.ImportFile(number))
    return Reply("\n".join(said) or say.nothing_new(voice), ((back,),), question=True)


def _refused(voice: Voice, shown: Proposal) -> list[str]:
    money = shown.budget.money
    return [
        say.refused_line(voice, one.line, refusal(voice, _in_a_cell(one), one.word, money))
        for one in shown.preview.refused
    ]


def _in_a_cell(row: RefusedRow) -> Why:
    """Return why a row can't be read, as it is said of a cell. A bank has its own decimal mark: only our own CSV needs a point."""
    if row.why is not Why.NO_AMOUNT:
        return row.why
    return Why.NOT_A_NUMBER if row.word.strip() else Why.NO_CELL


def _typed(voice: Voice, shown: Proposal, today: date) -> list[str]:
    budget, twins = shown.budget, shown.comparison.twins
    entries = entries_of([one.row for one in twins], budget, by_note=shown.by_note, removed=shown.is_own)
    return [
        say.twin(
            voice,
            twin.row.line,
            entry_written(voice, entry, budget, today, short=True),
            entry_written(voice, twin.entry, budget, today, short=True),
        )
        for twin, entry in zip(twins, entries, strict=True)
    ]


# --- what else is said ------------------------------------------------------------------------------------------------------


def nothing_recorded(voice: Voice) -> Reply:
    """Say that a file has nothing that is new."""
    return Reply(say.nothing_new(voice))


def imports(voice: Voice, files: Sequence[ImportedFile], today: date) -> Reply:
    """List the latest files that were recorded; a tap shows one, to be undone or to be brought back."""
    if not files:
        return Reply(say.no_imports(voice))
    said = [say.imports(voice)]
    for place, one in enumerate(files, 1):
        of = _named(voice, one.format) or say.a_table(voice)
        file = say.one_import(voice, of, one.rows, days.day_span(voice, one.first, one.last, today))
        said.append(f"{place}. {undone(voice, file) if one.undone else file}")
    shown = [Button(labels.number(voice, place), buttons.ShowLine(one.message)) for place, one in enumerate(files, 1)]
    return Reply("\n".join(said), tuple(in_rows(shown, 5)), menu=True)


def row_refused(voice: Voice, line: int, problem: Refused, money: Money) -> Reply:
    """Say which line of a table's file can't be an entry; nothing of the table is recorded."""
    return Reply(say.row_refused(voice, line, refusal(voice, problem.why, problem.word, money)))


def file_dropped(voice: Voice) -> Reply:
    """Say that a file is left alone."""
    return Reply(say.dropped(voice))


def offer_is_over(voice: Voice) -> Reply:
    """Say that a file can't be imported by the button any more."""
    return Reply(say.offer_is_over(voice))


def file_too_large(voice: Voice) -> Reply:
    """Say that a file is larger than any that can be imported."""
    return Reply(say.too_large(voice))


def file_not_fetched(voice: Voice) -> Reply:
    """Say that a file can't be had from Telegram."""
    return Reply(say.not_fetched(voice))


def usage_import(voice: Voice) -> Reply:
    """Say how a table is sent."""
    return Reply(say.usage_import(voice))
