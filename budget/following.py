"""What corrects the message right before it without being a reply: `make it 15`, `no that was yesterday`, `split it with Sam`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from budget.corrections import Correction, correction, said_of_note, without_openings
from budget.denials import begins_as_correction, compared, compared_words, corrects, orders, without_tail
from budget.entries import Entry, Kind, RecordedEntry
from budget.entry_changes import EntryChange
from budget.errors import Why
from budget.grammar import About, Evidence, Question, Reading, Scope, Understood, Unreadable
from budget.grammar.commands import means
from budget.messages import Message
from budget.named_entries import named_note, split_named, words_split
from budget.removals import (
    Removal,
    amount_to_remove,
    order_in,
    removal,
    removed_of,
    restored_name,
)
from budget.reply_shares import added_said, reckoned_said
from budget.replying import Found, stands_alone, words_said
from budget.spreading import Spreading, may_spread, spreading
from budget.states import StoredMessage
from languages.vocabulary import Vocabulary

_MOST_WORDS = 8
_FEW = 6  # latest entries of which one may be named
_NAMED_DAYS = 7  # days back of which an entry may be named by what is no entry by itself
_UNREAD = frozenset({Why.NO_AMOUNT, Why.ONLY_A_DAY})


def may_follow(message: Message, readings: Sequence[tuple[str, Reading]], vocabulary: Vocabulary) -> bool:
    """Whether a message of which nothing is recorded may correct what stands: it has one line, and begins as a correction does.

    In a group it is said to others.
    """
    if message.may_be_talk or message.forwarded:
        return False
    match readings:
        case [(text, Unreadable(why))] if (
            why in _UNREAD or begins_as_correction(text, vocabulary) or may_spread(text, vocabulary)
        ):
            pass
        case [(text, Question(About.SPENDING | About.AMOUNT | About.ENTRIES))]:
            pass
        case [(text, Question(About.INCOME | About.EXTRA))] if _opens_correction(text, vocabulary):
            pass
        case [(text, Understood(Entry(note="")))] if text.startswith("*") != text.endswith("*"):
            return True  # `*13`, as people correct what they wrote
        case [(text, Understood())] if _may_name_note(text, vocabulary) or added_said(text, vocabulary):
            return True  # `the lunch was 12`, `add 3 to that`
        case _:
            return False
    if removal(text, vocabulary) in {Removal(undone=True), Removal(undone=False)} or amount_to_remove(text, vocabulary):
        return True
    words = compared_words(text, vocabulary)
    if len(words) == 1 and readings[0][1] == Unreadable(Why.ONLY_A_DAY, text.strip()):
        return True  # `yesterday`
    tailed = without_tail(text, vocabulary) != text
    if not 1 < len(words) + tailed <= _MOST_WORDS:
        return False
    opens = vocabulary.openings | vocabulary.part_openings | vocabulary.no_words
    inside = vocabulary.split_words | vocabulary.half_words | vocabulary.double_words | vocabulary.not_openings
    opens |= {phrase[0] for phrase in vocabulary.again}
    ends = _ends_in_correction(words, vocabulary)
    says_was = tailed or ends or _says_it_should(text, vocabulary) or _may_name_note(text, vocabulary)
    says_was = says_was or bool(added_said(text, vocabulary))
    orders = corrects(text, vocabulary) or bool(order_in(text, vocabulary))
    orders = orders or may_spread(text, vocabulary)
    opened = words[0] in opens or (vocabulary.verbs_last and words[-1] in vocabulary.part_openings)
    return orders or says_was or opened or not inside.isdisjoint(words)


def _opens_correction(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text begins with a word that corrects, and that tells no more: `actually I was paid 1650`, not `I was paid 20`."""
    openings = vocabulary.openings - vocabulary.articles - vocabulary.self_words | vocabulary.no_words
    return not openings.isdisjoint(compared_words(text, vocabulary)[:1])


def _may_name_note(text: str, vocabulary: Vocabulary) -> bool:
    """Whether an entry may say what another one was, or should be: `gas was 43`, `make gas 44`, `correction: gas 45`."""
    words = compared_words(text, vocabulary)
    if len(words) <= _MOST_WORDS and (_ends_in_was(text, vocabulary) or _ends_in_correction(words, vocabulary)):
        return True
    if not 2 < len(words) <= _MOST_WORDS:
        return False
    return (
        words[0] in vocabulary.part_openings
        or words[0] in vocabulary.openings
        or not vocabulary.was_words.isdisjoint(words[1:])
    )


def _ends_in_correction(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether words that correct end a text: `48.20 i mean`, `5 olmalı`."""
    return any(words[-length:] in vocabulary.corrections for length in (1, 2) if length < len(words))


def _ends_in_was(text: str, vocabulary: Vocabulary) -> bool:
    """Whether `was` is the ending of a text's last number: `kahve 4,50'ydi`, `コーヒーは480円だった`."""
    if without_tail(text, vocabulary) == text:
        return False
    return bool(vocabulary.particles) or text.replace("’", "'").rpartition("'")[2] in vocabulary.openings


def says_again(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a message says no more than that the entry right before it is to be recorded once more: `same again`."""
    words = tuple(filter(None, map(compared, text.split())))
    while words and words[-1] in vocabulary.please_words:
        words = words[:-1]
    return words in vocabulary.again


def said_right_behind(text: str, scope: Scope, stored: StoredMessage) -> Found:
    """Return what a message says of the one before it; None where it says nothing of it, or that one asks something.

    What says that it corrects is done as a reply is: `make it 15`, `not 12.50 but 15`, `no, yesterday`. What only begins like an
    answer is asked about: `it was 15`.
    """
    if stored.questions or all(one.undone for one in stored.entries):
        return None
    old = {one.line: one.entry for one in stored.entries if not one.undone}
    found = words_said(text, scope, lambda _question: (), stored, group=False)
    if found is None or isinstance(found, Unreadable):
        return None
    expenses = [one for one in old.values() if one.kind is Kind.EXPENSE]
    if not found and len(expenses) > 1 and spreading(text, scope) is not None:
        return found  # `spread it over 6 weeks` of several: which one is asked
    if removal(text, scope.vocabulary) == Removal(undone=True) or any(isinstance(one, Spreading) for _, one in found):
        return found  # `remove that one`, `spread it over 6 weeks`
    meant = [
        (line, replace(one, sure=_says_so(one, text, old[line], scope)))
        for line, one in found
        if isinstance(one, Correction) and line in old and _is_meant(one, text, old[line], scope)
    ]
    return meant or None


def said_further_behind(
    text: str, reading: Reading, scope: Scope, recent: Callable[[int], Iterable[RecordedEntry]]
) -> tuple[RecordedEntry, Correction | Removal | Spreading] | None:
    """Return the entry of the latest whose note a text names, and what it says of it.

    It is asked about. `the lunch was 12` and `add 3 to lunch` mean one of today; `the hotel was 229`, and what is no entry by
    itself, one of the last days, too. `delete the lunch` takes the only one of that name back.
    """
    days = 0 if _is_of_today(text, reading, scope.vocabulary) else _NAMED_DAYS
    latest, since = [*recent(_FEW)], scope.today - timedelta(days=days)
    named, ordered = _without_first(text, latest, scope.vocabulary)
    for one in ordered:
        said = said_of_note(named, one.entry, scope) if one.entry.day >= since else None
        if said is not None:
            return one, replace(said, sure=False)
    split = split_named(text, [one.entry.note for one in latest], scope.vocabulary)
    if split is not None:
        at, told = split
        shared = correction(told, latest[at].entry, scope)
        return (latest[at], replace(shared, sure=False)) if isinstance(shared, Correction) else None
    if (over := spreading(text, scope)) is not None:
        expenses = [one for one in latest if one.entry.kind is Kind.EXPENSE]
        if not over.name:
            return (latest[0], over) if latest[:1] == expenses[:1] and latest else None
        place = named_note(over.name, [one.entry.note for one in expenses], scope.vocabulary)
        return None if place is None else (expenses[place], over)
    language = scope.vocabulary.spoken
    if means(order_in(text, scope.vocabulary), "switched off", language):
        return None  # `cancel netflix` takes nothing back that was paid
    place = removed_of(text, [one.entry for one in latest], scope)
    return None if place is None else (latest[place], Removal(undone=True))


def _is_of_today(text: str, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Whether what names an earlier entry can mean no day but today: what has a category of its own may well be bought daily."""
    if not isinstance(reading, Understood):
        return False
    return Evidence.NAMED in reading.evidence or not says_what_was(text, vocabulary)


def says_to_restore(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a message says no more than that what was deleted last comes back: `restore`, `bring it back`."""
    return removal(text, vocabulary) == Removal(undone=False)


def undone_last(changes: Sequence[EntryChange]) -> tuple[int, int] | None:
    """Return the message and the line of what the latest change undid, of several lines -1; None where it undid nothing."""
    latest = next(iter(changes), None)
    if latest is None or latest.was.undone or not latest.now.undone:
        return None
    together = {one.line for one in changes if one.message == latest.message and one.by == latest.by and one.now.undone}
    return latest.message, latest.line if len(together) == 1 else -1


def _without_first(
    text: str, latest: Sequence[RecordedEntry], vocabulary: Vocabulary
) -> tuple[str, Iterable[RecordedEntry]]:
    """Return a text without the word that means the earliest of several, and entries in that order: `the first lunch was 11`."""
    words = text.split()
    at = next((n for n, word in enumerate(words[:3]) if n and compared(word) in vocabulary.first_day), None)
    if at is None or compared(words[at - 1]) not in vocabulary.articles:
        return text, latest
    return " ".join([*words[:at], *words[at + 1 :]]), reversed(latest)


def says_what_was(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text may say what an entry was: `the wifi was 49.99`."""
    words = compared_words(text, vocabulary)
    return len(words) <= _MOST_WORDS and not vocabulary.was_words.isdisjoint(words[1:])


def said_among_others(
    text: str, scope: Scope, recent: Callable[[int], Iterable[RecordedEntry]]
) -> tuple[RecordedEntry, Correction] | None:
    """Return today's entry of which a group's message says what it was, `the wifi was 49.99`: it may be no second one."""
    for one in recent(_FEW):
        said = said_of_note(text, one.entry, scope) if one.entry.day == scope.today else None
        if said is not None and said.priced:
            return one, replace(said, sure=False)
    return None


def paycheck_corrected(
    text: str, reading: Reading, scope: Scope, recent: Callable[[int], Iterable[RecordedEntry]]
) -> tuple[RecordedEntry, Correction] | None:
    """Return the one paycheck of the last days, and what corrects its amount: `actually I was paid 1650`; None for others."""
    if not _opens_correction(text, scope.vocabulary):
        return None
    match reading:
        case Question(choices=choices):
            said = next((one for way in choices for one in way.entries if one.kind is Kind.PAYCHECK), None)
        case Understood(entry) if entry.kind is Kind.PAYCHECK:
            said = entry
        case _:
            return None
    if said is None:
        return None
    since = scope.today - timedelta(days=_NAMED_DAYS)
    paid = [one for one in recent(_FEW) if one.entry.kind is Kind.PAYCHECK and one.entry.day >= since]
    if len(paid) != 1 or said.amount == paid[0].entry.amount:
        return None
    new = replace(paid[0].entry, amount=said.amount, working=said.working)
    return paid[0], Correction(new, sure=False, fresh=((replace(said, note=""),),))


def undone_named(
    text: str, changes: Callable[[], Sequence[EntryChange]], vocabulary: Vocabulary
) -> tuple[int, int] | None:
    """Return the message and the line of what a text says to restore by its name: `restore the toll`; None for no such."""
    named = restored_name(text, vocabulary)
    if not named:
        return None
    latest: dict[tuple[int, int], EntryChange] = {}
    for one in changes():
        latest.setdefault((one.message, one.line), one)
    undone = [at for at, one in latest.items() if one.now.undone]
    place = named_note(named, [latest[at].now.entry.note for at in undone], vocabulary)
    return undone[place] if place is not None else None


def of_line(line: int, said: Correction | Removal | Spreading, stored: StoredMessage) -> Found:
    """Return what is said of a line's entry; nothing where to undo it would undo others of the line, too."""
    return [(line, said)] if not isinstance(said, Removal) or stands_alone(stored.entries, line) else []


def is_about_an_entry(text: str, scope: Scope) -> bool:
    """Whether a text without an amount says what an entry should be, whichever that is: `not fun`, `it was on monday`."""
    if corrects(text, scope.vocabulary) or _says_it_should(text, scope.vocabulary) or _moves(text, scope):
        return True
    if without_openings(text, scope.vocabulary) == text.strip():
        return False
    today = Entry(Kind.EXPENSE, 1, scope.today, scope.last_resort, "")
    said = correction(text, today, scope)
    return isinstance(said, Correction) and said.sure and said.entry != today


def _says_it_should(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words of a correction stand behind what it is about: `tacos should be other`."""
    words = compared_words(text, vocabulary)
    return any(words[at : at + 2] in vocabulary.corrections for at in range(1, len(words) - 2))


def _moves(text: str, scope: Scope) -> bool:
    """Whether words say into which category something is to go: `move tacos to other`."""
    words = compared_words(text, scope.vocabulary)
    match = scope.names.own(words, backwards=True) if words and words[0] in scope.vocabulary.part_openings else None
    little = scope.vocabulary.little_words | scope.vocabulary.filed_words
    return match is not None and match.words + 2 < len(words) and words[-match.words - 1] in little


def _is_meant(one: Correction, text: str, old: Entry, scope: Scope) -> bool:
    """Whether a correction changes an entry, and says no more: words that may be a note may be anything."""
    if one.entry == old and not one.others:
        return False
    if orders(text, scope.vocabulary):
        return False  # `cancel rent` is no note
    if _names_another(text, old, scope.vocabulary):
        return False
    told = without_openings(text, scope.vocabulary)
    if one.priced and one.entry != old and replace(one.entry, amount=old.amount, working=old.working) == old:
        return True
    only_note = replace(one.entry, note=old.note) == old and not one.others
    says = corrects(text, scope.vocabulary) and (not only_note or _names_note(text, scope.vocabulary))
    return one.sure or says or reckoned_said(told, old.amount, scope) is not None


def _names_another(text: str, old: Entry, vocabulary: Vocabulary) -> bool:
    """Whether `split the hostel 3 ways` names anything else than an entry."""
    named = words_split(compared_words(text, vocabulary), vocabulary)
    return bool(named) and split_named(text, [old.note], vocabulary) is None


def _names_note(text: str, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.entry_parts.get(compared(word)) == "note" for word in text.split())


def _says_so(one: Correction, text: str, old: Entry, scope: Scope) -> bool:
    """Whether a correction is sure, and its words say that it is one; `no` before a category (`no fun`) says less."""
    denies = compared(text.split(maxsplit=1)[0]) in scope.vocabulary.no_words and one.entry.category == old.category
    return one.sure and (denies or corrects(text, scope.vocabulary))
