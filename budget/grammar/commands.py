"""Commands in a budget's language, brought into English: `letzte Woche`, `/limits Spaß keine`, `/digest Montag 8 Uhr`.

What handles a command knows the English words alone. English is understood in every budget. A message that asks for a command
without a slash has no digit, but for those of `budget.grammar.numbered`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from unicodedata import category as unicode_category

from budget.categories import folded
from budget.errors import InvalidChoice, Why
from budget.grammar.category_orders import category_order, renamed
from budget.grammar.command_tables import Said, bare, compared, said_in, words_of
from budget.grammar.elisions import without_elision
from budget.grammar.every import recurs
from budget.grammar.slots import SLOTS, SWITCHED_OFF, SlotReader, Slots
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import vocabulary_for
from budget.locales import locale_named
from budget.periods import WEEKDAYS
from budget.settings_said import currency_said, language_said
from budget.zones import zone_said
from languages import command_words_of
from languages.vocabulary import Phrase, Vocabulary, without_marks

IsName = Callable[[str], bool]
"""Whether a text is the name of a category or of a bill of the budget: then it is no other word."""

LONGEST_COMMAND = 80  # characters of a message that may ask for a command
_WITH_ARGUMENTS = "week chart period bills card undo limits settings digest remind payday bill".split()
"""Commands that may be followed by words also where they have no slash."""
_OF_NAMES = "limits recent categories bill".split()
"""Commands behind which the name of a category, or of a bill, may stand alone."""
_SHOWN = frozenset("period bills recent limits settings categories chart history audit rules members links".split())
"""Commands whose name is asked to be seen: `show me a chart`, `what categories do i have`."""


LEFT_OUT: Mapping[str, str] = MappingProxyType({"skip": "skip", SWITCHED_OFF: "off"})
"""Words beside a bill's name that say that it is not paid, this once or any more, and what is typed behind `/bill` for them."""


_SET: Mapping[str, Callable[[str, str], object]] = MappingProxyType(
    {
        "zone": zone_said,
        "currency": lambda value, _: currency_said(value, locale_named("en_US")),
        "language": lambda value, _: language_said(value),
    }
)
"""Settings that are set by their name alone, and what knows their values."""
_SET_ALONE = Slots(first=(*_SET, "week"))
_LONGEST_VALUE = 3  # words
_UNKNOWN = frozenset({Why.UNKNOWN_ZONE, Why.UNKNOWN_CURRENCY, Why.UNKNOWN_LANGUAGE})


def command_named(word: str, language: str) -> str | None:
    """Return the command that a word behind a slash is the name of, in English or the ``language``; None for none."""
    return said_in(language).slashed.get(compared(word))


def means(text: str, word: str, language: str) -> bool:
    """Whether a text says an English word of the tables, in English or the ``language``."""
    return tuple(map(compared, text.split())) in said_in(language).words[word]


def names_in(language: str) -> Mapping[str, str]:
    """Return the names of commands behind a slash in a language, English ones beside them, and the command of each."""
    return said_in(language).slashed


def message_said(text: str, language: str, is_name: IsName) -> str | None:
    """Return the command, with its slash, that a message without a slash asks for in a language; None for any other message.

    It has no digit, and is not the name of a category or a bill.
    """
    if not may_be_message(text) or is_name(text):
        return None
    said, words = said_in(language), _without_request(text.split(), language)
    whole = said.messages.get(bare(tuple(map(compared, words)), said.fillers, language))
    if whole is not None:
        return f"/{whole}"
    if _ends_in_undo(text, language):
        return "/undo"
    name, rest = said.names.get(compared(words[0])), " ".join(words[1:])
    if name in _OF_NAMES and is_name(rest):
        return f"/{name} {rest}"
    if name == "payday" and recurs(rest, vocabulary_for(language)):
        return f"/{name} {rest}" if tuple(folded(text).split()) not in vocabulary_for(language).income else None
    english = _translated(name, rest, language) if name in _WITH_ARGUMENTS and rest else None
    if english is not None:
        return f"/{name} {english}"
    return (
        _setting_said(words, language)
        or category_order(words, language, is_name)
        or _limit_taken_off(words, said, is_name, verbs_last=bool(vocabulary_for(language).suffixes))
        or _shown(words, said, language)
    )


def _ends_in_undo(text: str, language: str) -> bool:
    """Whether a text says behind its last comma that what was done last goes: `that was too much, remove it`."""
    said, (_, comma, rest) = said_in(language), text.rpartition(",")
    plain = bare(tuple(map(compared, rest.split())), said.fillers, language)
    return bool(comma) and len(plain) > 1 and said.messages.get(plain) == "undo"


def _without_request(words: list[str], language: str) -> list[str]:
    """Return the words of an order without those that ask for it: of `can you show last week` the third on."""
    plain = tuple(map(compared, words))
    asking = (phrase[:-1] for phrase in vocabulary_for(language).record_openers if 1 < len(phrase) <= len(words))
    return words[max((len(phrase) for phrase in asking if plain[: len(phrase)] == phrase), default=0) :]


def _shown(words: list[str], said: Said, language: str) -> str | None:
    """Return the command whose name is all that a message asks to see, behind words that ask: `what are my limits`."""
    vocabulary = vocabulary_for(language)
    asking = vocabulary.look_words | vocabulary.question_words | vocabulary.articles | vocabulary.me
    asking |= {word for word, number in vocabulary.small_numbers.items() if number == 1} | said.fillers
    kept = [word for word in map(compared, words) if word and word not in asking]
    name = said.names.get(kept[0]) if len(kept) == 1 else None
    return f"/{name}" if name in _SHOWN else None


def _limit_taken_off(words: list[str], said: Said, is_name: IsName, *, verbs_last: bool) -> str | None:
    """Return the command that takes off the limit of the category which a message names: `no limit for other`."""
    unlimited = {word for phrase in said.words["none"] if len(phrase) > 1 for word in phrase}
    limits = {word for word in unlimited if said.names.get(word) == "limits"}
    phrases = [phrase for word in ("none", "remove") for phrase in said.words[word]]
    plain = [*map(compared, words)]
    begun = plain[0] in {phrase[0] for phrase in phrases}
    if limits.isdisjoint(plain) or (begun and is_name(words[0])):
        return None
    if not begun and not (verbs_last and plain[-1] in {phrase[-1] for phrase in phrases}):
        return None
    beside = unlimited | {word for phrase in said.words["set"] for word in phrase}
    some = [*zip(words, plain, strict=True)][begun:]  # or `eğlence için limit yok`
    name = " ".join(word for word, one in some if one and one not in beside)
    return f"/limits {name} none" if name and is_name(name) else None


def _setting_said(words: list[str], language: str) -> str | None:
    """Return the command that sets what a message names with its new value: `time zone Vienna`, `Währung Dollar`.

    The value has to be known: `time` and `money` begin other messages, too. Behind the usual word for a currency it may be a name
    that only the sentences have: `Währung Schweizer Franken`.
    """
    setting, value = _new_value(words, language)
    if not value or len(value.split()) > _LONGEST_VALUE:
        return None
    if setting == "week":
        return f"/settings {setting} {value}" if value in WEEKDAYS else None
    try:
        _SET[setting](value, language)
    except InvalidChoice as problem:
        usual = command_words_of(language).words["currency"].partition(",")[0]
        if problem.why in _UNKNOWN and not (setting == "currency" and compared(words[0]) == compared(usual)):
            return None
    return f"/settings {setting} {value}"


def _new_value(words: list[str], language: str) -> tuple[str, str]:
    """Return the setting that a message names and its value, without what only says that it is set; empty texts for none.

    `week` alone asks for the week: `week monday` sets nothing.
    """
    said, vocabulary = said_in(language), vocabulary_for(language)
    words = _with_blanks(words, language) if vocabulary.particles else words
    beside = {phrase[0] for name in ("set", "to") for phrase in said.words[name] if len(phrase) == 1}
    beside |= said.fillers | said.verb_endings | vocabulary.articles | vocabulary.particles
    plain, end = [compared(word) for word in words], len(words)
    while end and plain[end - 1] in beside and plain[end - 1] not in said.weekdays:
        end -= 1
    for at in range(end):
        found = max(
            ((len(one), one, name) for name in _SET_ALONE.first for one in _begun(plain[at:end], name, said)),
            default=None,
        )
        if found is not None:
            break
        if plain[at] not in beside:
            return "", ""
    else:
        return "", ""
    length, phrase, setting = found
    if setting == "week" and said.names.get("".join(phrase)) == "week":
        return "", ""
    start = at + length
    if setting == "zone":  # `make time for London` sets none
        beside = {one[0] for one in said.words["to"] if len(one) == 1}
    while start < end and plain[start] in beside and plain[start] not in said.weekdays:
        start += 1
    english = SlotReader([*words[at : at + length], *words[start:end]], language).read(_SET_ALONE) or ""
    return setting, english.partition(" ")[2]


def _begun(words: Sequence[str], name: str, said: Said) -> list[Phrase]:
    return [phrase for phrase in said.words[name] if tuple(words[: len(phrase)]) == phrase]


def _with_blanks(words: Sequence[str], language: str) -> list[str]:
    """Return the words of a message that begins with the name of a setting, that name apart: `通貨をユーロにして`."""
    text, said = "".join(words), said_in(language)
    names = {"".join(phrase) for name in _SET_ALONE.first for phrase in said.words[name]}
    name = max((one for one in names if text.startswith(one)), key=len, default="")
    ends = {"".join(phrase) for phrase in said.words["set"]}
    value = text.removeprefix(name)
    while (end := next((one for one in ends if value.endswith(one) and value != one), "")) != "":
        value = value.removesuffix(end)
    return (
        [name, value.lstrip("".join(one for one in ends if len(one) == 1))] if name and value != text else list(words)
    )


def undoes_that(text: str, language: str) -> bool:
    """Whether a text says to undo what was done, by the command's name and a word that points at it: `undo that please`."""
    if not may_be_message(text):
        return False
    words, vocabulary = words_of(text.rpartition(",")[2]), vocabulary_for(language)
    while len(words) > 2 and words[0] in vocabulary.openings | vocabulary.no_words | vocabulary.little_words:
        words = words[1:]
    if len(words) < 2 or said_in(language).names.get(words[0]) != "undo":
        return False
    return vocabulary.closings.issuperset(words[1:]) and not vocabulary.please_words.issuperset(words[1:])


def says_no(text: str, vocabulary: Vocabulary, others: frozenset[str] = frozenset()) -> bool:
    """Whether a text says no more than no: `no`, `never mind`, or one of some ``others``."""
    words = words_of(text)
    behind = words[1:] if words[:1] and words[0] in vocabulary.no_words else words  # `no, leave it`
    meant = {("".join(phrase),) if vocabulary.particles else phrase for phrase in vocabulary.never_mind}
    return bool({words, behind} & meant) or (len(words) == 1 and words[0] in vocabulary.no_words | others)


def is_courtesy(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text says no more than thanks or praise, or only smiles: `thanks a lot`, `ok great`, `👍`."""
    courtesies = vocabulary.courtesies | vocabulary.yes_words | vocabulary.please_words | vocabulary.articles
    words = [without_marks(word) for word in spaced(" ".join(words_of(text)), vocabulary).split()]
    spoken = [word for word in words if any(map(str.isalnum, word))]
    if not spoken:
        return any(unicode_category(letter) == "So" for letter in text)
    others = vocabulary.articles.union(phrase[0] for phrase in vocabulary.never_mind)  # `forget`
    return courtesies.issuperset(spoken) and not others.issuperset(spoken)


@lru_cache(maxsize=64)
def bill_words(language: str) -> frozenset[str]:
    """Return what a bill is called, and several, as words are compared: `cancel the netflix bill`, `remove gym from my bills`."""
    return frozenset(word for word, name in said_in(language).names.items() if name in {"bill", "bills"})


def is_called_bills(text: str, language: str) -> bool:
    """Whether a text says no more than what bills are called: `bills`, `Rechnungen`."""
    return said_in(language).names.get(compared(text)) == "bills"


@lru_cache(maxsize=64)
def first_words(language: str) -> frozenset[str]:
    """Return the words with which what asks for a command begins, as they are compared."""
    said = said_in(language)
    return frozenset((*said.names, *(word for phrase in said.messages for word in phrase[:1])))


def may_be_message(text: str) -> bool:
    """Whether a message may ask for a command without a slash: it is short, and has words of letters alone."""
    return (
        0 < len(text) <= LONGEST_COMMAND
        and text[0] != "/"
        and text.isprintable()
        and not any(letter.isdecimal() for letter in text)
        and not text.isspace()
    )


def in_english(command: str, rest: str, language: str, is_name: IsName) -> str:
    """Return what follows a command with the words of a ``language`` in English; what is none of them stays as it is written."""
    if not rest or (command in _OF_NAMES and is_name(rest)):
        return rest
    english = _translated(command, rest, language)
    if english is None:
        return rest
    verb, _, names = english.partition(" ")
    named = renamed(names.split(), language, is_name) if verb == "rename" else None
    return english if named is None else f"{verb} {named}"


def without_word(text: str, word: str, language: str) -> Iterator[str]:
    """Yield what stands beside the words that say an English word of the tables: of `rent is paid` and `paid rent` the name."""
    vocabulary = vocabulary_for(language)
    whole = [without_elision(one, vocabulary) for one in text.split()]
    told = _told(whole, vocabulary.self_words, said_in(language).fillers)
    phrases = sorted(said_in(language).words[word], key=len, reverse=True)
    yield from _without_phrases(whole, phrases, vocabulary)
    if len(told) < len(whole):
        yield from _without_phrases(told, phrases, vocabulary)


def _without_phrases(words: Sequence[str], phrases: Sequence[Phrase], vocabulary: Vocabulary) -> Iterator[str]:
    said = tuple(map(compared, words))
    for phrase in phrases:
        if vocabulary.particles and (end := "".join(phrase)) and "".join(words).endswith(end):
            yield "".join(words)[: -len(end)]
        if 0 < len(phrase) < len(words):
            if said[-len(phrase) :] == phrase:
                yield " ".join(words[: -len(phrase)])
            if said[: len(phrase)] == phrase:
                yield " ".join(words[len(phrase) :])


def _told(words: Sequence[str], teller: Collection[str], fillers: Collection[str]) -> Sequence[str]:
    """Return `I paid the rent already` without who tells it, and without what adds nothing behind it; a question stays whole."""
    start, end = 0, len(words)
    while start < end and compared(words[start]) in teller:
        start += 1
    while end > start and compared(words[end - 1].rstrip(".!")) in fillers:
        end -= 1
    return words[start:end]


def _translated(command: str, rest: str, language: str) -> str | None:
    """Return what follows a command in English; None where no word of it is one of the command's."""
    slots = SLOTS.get(command)
    if slots is None:
        return None
    return SlotReader(rest.split(), language).read(slots)
