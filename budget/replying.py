"""What a reply to a receipt, to a question or to one's own message does, over an open transaction.

It is carried out once: the act bears the reply's number, and its row keeps the version, so that an edit of it counts once, too.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from budget import acts, undoing
from budget.answers import Chosen, Declined, Labels, answer_of
from budget.budgets import Budget
from budget.categories import compared, folded
from budget.corrections import Correction, addressed, correction, is_of_its_own, said_of_note
from budget.denials import denied_category, opened_words, wrong_part
from budget.edits import numbers_of
from budget.entries import PARTS, Kind, RecordedEntry
from budget.errors import Why
from budget.grammar import MOST_LINES, About, Choice, Label, Scope, Unreadable, asked_of, read_line
from budget.grammar.numbered import names_command
from budget.keeping import close_questions
from budget.ledger import MessageTransaction
from budget.named_entries import named_note
from budget.plan_acts import spread
from budget.prompts import Prompt, answered, gives_up
from budget.removals import Removal, order_in, removal, removed_by_name
from budget.spreading import Spreading, spreading
from budget.states import Layout, MessageState, OpenQuestion, Status, StoredMessage, Submission


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a reply: the message that it changed, or that asks, and its state."""

    tx: MessageTransaction
    state: MessageState
    problem: Unreadable | None = None
    """Why nothing is changed."""
    which: bool = False
    """Nothing is changed because several entries or choices could be meant."""
    corrected: bool = False
    """An entry says something else now."""


_Found = tuple[int, Correction | Removal | Spreading | Chosen | Declined]
Found = Sequence[_Found] | Unreadable | None
"""What a reply says of the lines of a message: nothing where several are meant, None where it is a message of its own."""
LabelsOf = Callable[[OpenQuestion], Labels]
_NO_LAYOUT = Layout(0, ())
_LONGEST_ANSWER = 40  # characters of an answer that is no reply
_MOST_ANSWERED = 3  # words of it
_NUMBERED = re.compile(r"#?([0-9]{1,2})\s+([^\d\s].*)")


def reply(
    tx: MessageTransaction,
    submission: Submission,
    replied: Sequence[int],
    read: Callable[[StoredMessage], Found],
) -> Outcome | None:
    """Do what a reply says; None for one that is a message of its own. ``replied`` are the messages that it may be about.

    ``submission`` is the reply itself, without lines. ``read`` reads it beside what it is about: `words_said`, `part_said`.
    """
    own = tx.stored()
    target = acts.replied_to(tx)
    if target is None:
        target = target_of(tx, replied) if own.version is None else None
    stored = target.stored() if target is not None else StoredMessage()
    if target is None:
        return None
    if own.version is not None and submission.version <= own.version:
        status = Status.REPEATED if submission.version == own.version else Status.STALE
        return _as_it_stands(tx, own, target, status)
    if not (stored.entries or stored.questions):
        return None
    if own.version is None and (answer := _answered(tx, target, submission, replied, read)) is not None:
        return answer
    found = read(stored)
    if own.questions and (isinstance(found, Unreadable) or not found):
        own = _asking_no_longer(tx, own, submission)
    if found is None:
        return None if own.version is None else _as_it_stands(tx, own, target, Status.DONE)
    if isinstance(found, Unreadable):
        return Outcome(target, acts.state_of(target), problem=found)
    if not found:
        return Outcome(target, acts.state_of(target), which=True)
    _note(tx, own, target, submission)
    if len(found) > 1 or any(isinstance(one, Correction) and not one.sure for _, one in found):
        changes = [(address, one) for address, one in found if isinstance(one, Correction)]
        asked = [_asked(address, one, stored, last=one is changes[-1][1]) for address, one in changes]
        tx.put_questions(asked)
        return Outcome(tx, acts.state_of(tx))
    line, one = found[0]
    state = _carried_out(target, line, one, act=_act(tx, submission))
    return Outcome(target, state, corrected=isinstance(one, Correction) and not _stands(one, line, stored))


def _stands(one: Correction, line: int, stored: StoredMessage) -> bool:
    """Whether an entry says already what a reply says of it."""
    return any(held.entry == one.entry and not held.undone for held in stored.entries if held.line == line)


def _answered(
    tx: MessageTransaction,
    target: MessageTransaction,
    submission: Submission,
    replied: Sequence[int],
    read: Callable[[StoredMessage], Found],
) -> Outcome | None:
    """Answer what an earlier reply asked of the ``target``; None where it asks nothing, or this says something else."""
    for message in replied:
        asking = tx.at(message)
        asked = [one for one in asking.stored().questions if one.about is About.CORRECTION]
        found = read(StoredMessage(questions=tuple(asked))) if asked else None
        if isinstance(found, Unreadable) or not found:
            continue
        _note(tx, StoredMessage(), target, submission)
        line, one = found[0]
        state = _carried_out(asking, line, one, act=_act(tx, submission))
        is_new = isinstance(one, Chosen) and any(held.message == message for held in state.entries)
        return Outcome(asking if is_new else target, state, corrected=isinstance(one, Chosen) and not is_new)
    return None


def words_said(
    text: str, scope: Scope, labels: LabelsOf, stored: StoredMessage, *, group: bool, asks: bool = False
) -> Found:
    """Return what a reply says of a message. In a ``group`` words alone are talk; what ``asks`` is answered by itself."""
    return _Said(stored, text, scope, labels, group=group, asks=asks).found


def part_said(asked: Prompt, text: str, scope: Scope, stored: StoredMessage) -> Found:
    """Return what the answer to a question for one part says; None where the entry is not there."""
    old = next((one.entry for one in stored.entries if one.line == asked.line), None)
    if old is None:
        return None
    if gives_up(text, asked.part, scope.vocabulary):
        return [(asked.line, Correction(old))]
    said = answered(text, asked.part, old, scope)
    return said if isinstance(said, Unreadable) else [(asked.line, said)]


def no_said(stored: StoredMessage) -> Found:
    """Return what a No that is no reply says of the one question of a message: nothing is recorded, whatever is asked."""
    return [(one.line, Declined()) for one in stored.questions]


def may_answer(text: str) -> bool:
    """Whether a text that is no reply may answer the question right before it: it is a few words, or a number without any."""
    if not 0 < len(text) <= _LONGEST_ANSWER or not text.isprintable() or len(text.split()) > _MOST_ANSWERED:
        return False
    return not (any(map(str.isdecimal, text)) and any(map(str.isalpha, text)))


def answer_said(text: str, scope: Scope, labels: LabelsOf, stored: StoredMessage) -> Found:
    """Return how a text that is no reply answers the one question of a message: as a button of it says; else None.

    An amount that is not offered is an entry of its own.
    """
    for question in stored.questions:
        answer = answer_of(text, question, scope, labels(question))
        if isinstance(answer, Chosen) and any(map(str.isdecimal, text)):
            offered = question.choices[answer.choice].entries
            return [(question.line, answer)] if answer.entries == offered else None
        return None if answer is None else [(question.line, answer)]
    return None


def asks_something(text: str, scope: Scope, budget: Budget) -> bool:
    """Whether a text asks for something by itself: a command, a look, a bill."""
    words = frozenset(map(compared, text.split()))
    return (
        names_command(text.strip(), budget.language, budget.has_name)
        or asked_of(text, scope, budget.bill_names) is not None
        or any(words.issuperset(name.split()) for name in budget.bill_names)
    )


def asks_one(tx: MessageTransaction, before: Sequence[int]) -> Sequence[int]:
    """Return the latest message where it asks one question, or the one that this message said no to; else none.

    It is one of those right ``before``: what else was said or asked meanwhile is likelier meant.
    """
    latest = acts.replied_to(tx)
    if latest is None:
        latest = tx.latest("")
        if latest is None or latest.message not in before or len(latest.stored().questions) != 1:
            return ()
    return (latest.message,)


def target_of(tx: MessageTransaction, replied: Sequence[int]) -> MessageTransaction | None:
    """Return the first message of some that is stored; a correction stands for what it corrected."""
    for message in replied:
        named = tx.at(message)
        target = acts.replied_to(named) or named
        if target.stored().version is not None:
            return target
    return None


def _as_it_stands(tx: MessageTransaction, own: StoredMessage, target: MessageTransaction, status: Status) -> Outcome:
    asks = tx if own.questions else target
    return Outcome(asks, acts.state_of(asks)._replace(status=status))


def _act(tx: MessageTransaction, submission: Submission) -> str:
    edited_at, update = submission.version
    return f"message {tx.message} {edited_at} {update}"


def _note(tx: MessageTransaction, own: StoredMessage, target: MessageTransaction, submission: Submission) -> None:
    """Keep the reply's version, and which message it is about; what an earlier state of it asked is asked no longer."""
    if own.version is None:
        tx.add(submission)
        target.note_act(f"message {tx.message}")
    else:
        tx.set_version(submission.version, _NO_LAYOUT)
    if own.questions:
        tx.remove_questions([one.line for one in own.questions])


def _asking_no_longer(tx: MessageTransaction, own: StoredMessage, submission: Submission) -> StoredMessage:
    """Close what a reply asked, because its edit says nothing of the kind."""
    close_questions(tx, submission.version, own)
    return own._replace(questions=())


def _asked(line: int, one: Correction, stored: StoredMessage, *, last: bool) -> OpenQuestion:
    """Ask whether an entry shall be changed; beside the ``last`` whether the reply is a message of its own, instead."""
    old = next(held.entry for held in stored.entries if held.line == line)
    changes = [Choice(Label.CHANGE, (new, old)) for new in (one.entry, *one.others)]
    fresh = [Choice(Label.NEW_ENTRY, entries) for entries in one.fresh] if last else []
    return OpenQuestion(line, About.CORRECTION, (*changes, *fresh))


def _carried_out(
    target: MessageTransaction, line: int, one: Correction | Removal | Spreading | Chosen | Declined, act: str
) -> MessageState:
    match one:
        case Correction(entry):
            return acts.change(target, line, entry)
        case Spreading(weeks):
            return spread(target, line, weeks, act)
        case Removal(undone):
            return undoing.set_undone(target, None if line < 0 else line, act, undone=undone)
        case Chosen(choice, entries):
            return acts.answer(target, line, choice, act, entries)
        case _:
            return acts.decline(target, line, act)


def stands_alone(entries: Sequence[RecordedEntry], line: int) -> bool:
    """Whether no other entry of a message is of the same line: those are undone together."""
    return sum(one.line % PARTS == line % PARTS for one in entries) == 1


class _Said:
    """What a reply says of a message's lines."""

    def __init__(
        self, stored: StoredMessage, text: str, scope: Scope, labels: LabelsOf, *, group: bool, asks: bool
    ) -> None:
        self._stored, self._scope, self._labels = stored, scope, labels
        self._group, self._asks_something = group, asks
        self._line, self._text = addressed(text, scope.vocabulary)
        in_text = [one for one in stored.entries if one.removed_by is None]
        order = stored.layout.addresses if stored.layout is not None else ()
        self._numbers = numbers_of(order, {*(one.line for one in in_text), *(one.line for one in stored.questions)})
        named = removed_by_name(self._text, [one.entry.note for one in in_text], scope.vocabulary)
        if named is not None and self._line is None and stands_alone(in_text, in_text[named].line):
            self._line, self._text = self._numbers[in_text[named].line], order_in(self._text, scope.vocabulary)
        self._entries = [one for one in in_text if self._is_meant(one.line)]
        self._questions = [one for one in stored.questions if self._is_meant(one.line)]
        from_file = stored.layout is None and len(stored.entries) > MOST_LINES
        self.found = (
            self._removed() if removal(self._text, self._scope.vocabulary) else None if from_file else self._said()
        )

    def _is_meant(self, line: int) -> bool:
        return self._line is None or self._numbers[line] == self._line

    def _removed(self) -> Sequence[_Found]:
        """Return what `delete` takes, nothing where several lines could be meant."""
        asked = removal(self._text, self._scope.vocabulary)
        changing = [one for one in self._entries if asked is not None and one.undone != asked.undone] or self._entries
        bases = {one.line % PARTS for one in changing}
        if asked is not None and asked.everything and self._entries:
            return [(-1, asked)]
        if asked is not None and len(bases) == 1 and not (self._questions and self._line is None):
            return [(bases.pop(), asked)]
        if asked is not None and not asked.undone and self._entries == changing and not self._questions:
            return [(-1, asked)]  # `restore`, where all are undone
        if asked is not None and asked.undone and not bases and len(self._questions) == 1:
            (question,) = self._questions
            return [(question.line, Declined())] if question.about is not About.CORRECTION else []
        return []

    def _said(self) -> Sequence[_Found] | Unreadable | None:
        """Return what may be meant: one answer, or a correction for each entry; None where it is a message of its own."""
        answers = [(one.line, answer_of(self._text, one, self._scope, self._labels(one))) for one in self._questions]
        answered = [(line, answer) for line, answer in answers if answer is not None]
        declined = answered and all(isinstance(one, Declined) for _, one in answered)
        if len(answered) == 1 or (declined and self._questions[0].about is About.CORRECTION):
            return answered[:1]  # a reply asks one question, whatever the entries that it may mean
        if self._line is not None and not self._entries and not self._questions:
            return []
        if (spread_over := spreading(self._text, self._scope)) is not None:
            return self._spread(spread_over)
        if is_of_its_own(self._text, self._scope):
            return None
        named = [
            (one.line, said) for one in self._entries if (said := said_of_note(self._text, one.entry, self._scope))
        ]
        if len(named) == 1:
            return named
        denied = self._denied()
        read = [(one.line, correction(self._text, one.entry, self._scope)) for one in denied or self._entries]
        corrections = [(line, one) for line, one in read if isinstance(one, Correction)]
        if (numbered := self._numbered()) is not None:
            line, one = numbered
            others = tuple(other.entry for at, other in corrections if at == line and other.entry != one.entry)
            doubtful = (line, replace(one, sure=False, others=others))
            return [doubtful if at == line else (at, other) for at, other in corrections]
        if corrections and not denied and self._is_talk(corrections):
            return [] if self._tells_nothing() else None
        if corrections:
            return [] if len(corrections) > 1 and self._all_stand(corrections) else self._meant(corrections)
        problem = next((one for _, one in read if isinstance(one, Unreadable)), None)
        if problem is not None:
            return None if problem.why is Why.PLAN and self._asks() else problem
        return [] if answered or self._narrows() else None

    def _spread(self, said: Spreading) -> Sequence[_Found] | None:
        """Return the one expense that is to count over several weeks: the one that is named; None where it names another."""
        found = [one for one in self._entries if one.entry.kind is Kind.EXPENSE and not one.undone]
        if said.name:
            place = named_note(said.name, [one.entry.note for one in found], self._scope.vocabulary)
            return None if place is None else [(found[place].line, said)]
        return [(found[0].line, said)] if len(found) == 1 else []

    def _asks(self) -> bool:
        """Whether it is a question without an amount, answered as where it is no reply. In a group people ask each other."""
        return not self._group and (
            not any(map(str.isdecimal, self._text)) or asked_of(self._text, self._scope, ()) is not None
        )

    def _numbered(self) -> tuple[int, Correction] | None:
        """Return what `3 fun` says of the third line: the number may be the line's as well as an amount."""
        found = _NUMBERED.fullmatch(self._text)
        lines = [one for one in self._entries if found is not None and self._numbers[one.line] == int(found[1])]
        if self._line is not None or found is None or len(lines) != 1 or len(self._entries) == 1:
            return None
        one = correction(found[2], lines[0].entry, self._scope)
        stands = isinstance(one, Correction) and _stands(one, lines[0].line, self._stored)
        return (lines[0].line, one) if isinstance(one, Correction) and one.sure and not stands else None

    def _denied(self) -> list[RecordedEntry]:
        """Return the entries in the category that `not fun` denies."""
        category = denied_category(self._text, self._scope)
        return [one for one in self._entries if category is not None and one.entry.category == category]

    def _is_talk(self, corrections: Sequence[tuple[int, Correction]]) -> bool:
        """Whether words are said of an entry in a group, or of several entries: without an amount they are no correction.

        A category's name alone is one, also where the entry is in it (`it was other`), and so is `wrong category`.
        """
        if len(self._entries) == 1 and (
            self._names_category() or wrong_part(self._text, self._scope.vocabulary) is not None
        ):
            return False
        held = {one.line: one.entry for one in self._entries}
        words = all(not one.priced and (not one.sure or held[line] == one.entry) for line, one in corrections)
        return words and (self._group or len(self._entries) > 1)

    def _tells_nothing(self) -> bool:
        """Whether words that are said of several entries are nothing else either: `thanks`, `all yesterday`."""
        if self._group or all(one.undone for one in self._entries):
            return False
        if wrong_part(self._text, self._scope.vocabulary) is not None:
            return True
        reading = read_line(self._text, self._scope)
        return not self._asks_something and isinstance(reading, Unreadable) and reading.why is Why.NO_AMOUNT

    def _all_stand(self, corrections: Sequence[tuple[int, Correction]]) -> bool:
        """Whether every entry says already what is said of it, so that there is nothing to choose: `wrong`, `not food`."""
        return all(not one.others and not one.fresh and _stands(one, line, self._stored) for line, one in corrections)

    def _names_category(self) -> bool:
        words = opened_words(self._text, self._scope.vocabulary)
        match = self._scope.names.own(words) if words else None
        return match is not None and match.words == len(words)

    def _meant(self, corrections: Sequence[tuple[int, Correction]]) -> Sequence[tuple[int, Correction]]:
        """Return the only correction of several that is sure: `lunch 15` is said of the lunch."""
        sure = [one for one in corrections if one[1].sure]
        return sure if len(sure) == 1 else corrections

    def _narrows(self) -> bool:
        """Whether it is so short that it must have been meant as an answer."""
        return bool(self._questions) and len(folded(self._text).split()) <= 2 and not self._group
