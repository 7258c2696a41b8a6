"""The tables of a language that the grammar reads with: their shape, and how two languages make one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from unicodedata import category, normalize

Phrase = tuple[str, ...]
LONGEST = 3  # words of an everyday phrase
_SHORTEST_MISTYPED = 6  # letters
_DRAWN_OUT = range(3, 7)  # letters of a kind


def _beside(rows: tuple[str, ...]) -> Mapping[str, str]:
    """Return the keys that lie beside each key of a keyboard, whose rows are each half a key to the right of the one above."""
    places = {key: (row, at) for row, keys in enumerate(rows) for at, key in enumerate(keys)}
    near = ((0, -1), (0, 1), (-1, 0), (-1, 1), (1, -1), (1, 0))
    found = {place: key for key, place in places.items()}
    return MappingProxyType(
        {key: "".join(found.get((row + up, at + on), "") for up, on in near) for key, (row, at) in places.items()}
    )


_BESIDE = MappingProxyType(
    {**_beside(("qwertyuiop", "asdfghjkl", "zxcvbnm")), **_beside(("йцукенгшщзх", "фывапролджэ", "ячсмитьбю"))}
)


def phrases(text: str) -> frozenset[Phrase]:
    return frozenset(tuple(phrase.split()) for phrase in text.split(",") if phrase.strip())


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def inflected(stems: str, endings: str) -> frozenset[Phrase]:
    """Words as they agree with what they say something of: each stem with each ending, `-` for none."""
    tails = ["" if ending == "-" else ending for ending in endings.split()]
    return frozenset((stem + tail,) for stem in stems.split() for tail in tails)


def numbered(text: str, start: int = 0) -> Mapping[str, int]:
    """Number words from ``start``; the names of one number are joined by ``|``."""
    return MappingProxyType({name: n for n, names in enumerate(text.split(), start) for name in names.split("|")})


def misspelt(word: str) -> frozenset[str]:
    """How a word is often mistyped: with a letter left out, doubled or changed places with the next; the first stays."""
    places = range(1, len(word))
    return frozenset(
        {
            *(word[:n] + word[n + 1 :] for n in places),
            *(word[:n] + word[n] + word[n:] for n in places),
            *(word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in places[:-1]),
        }
    ) - {word}


def miskeyed(word: str) -> frozenset[str]:
    """How a word is mistyped with a letter that lies beside the right one; the first stays."""
    return frozenset(
        word[:n] + beside + word[n + 1 :] for n in range(1, len(word)) for beside in _BESIDE.get(word[n], "")
    )


def mistyped(names: Iterable[str], but: str = "") -> frozenset[str]:
    """How long names are often mistyped; not the words of ``but``, which mean something else."""
    slips = (form for name in names if len(name) >= _SHORTEST_MISTYPED for form in misspelt(name))
    return frozenset(slips).difference(names, but.split())


def with_slips(days: Mapping[str, int], but: str = "", shortest: int = _SHORTEST_MISTYPED) -> Mapping[str, int]:
    """Days, and how their names of so many letters are often mistyped; not as two of them may be."""
    slips: dict[str, set[int]] = {}
    for name, day in days.items():
        for form in misspelt(name) | miskeyed(name) | miskeyed(without_marks(name)) if len(name) >= shortest else ():
            slips.setdefault(form, set()).add(day)
    others = with_plain(frozenset(but.split()))
    sure = {form: min(some) for form, some in slips.items() if len(some) == 1 and without_marks(form) not in others}
    return MappingProxyType({**sure, **days})


def with_parts(
    days: Mapping[str, int], parts: str, but: str = "", shortest: int = _SHORTEST_MISTYPED
) -> Mapping[Phrase, int]:
    """Days counted from today, mistyped too, and what parts of them are called in one word: `gesternabend`, `gestern-abend`."""
    glued = {f"{name}{joint}{part}": day for name, day in days.items() for part in parts.split() for joint in ("", "-")}
    return MappingProxyType({(name,): day for name, day in {**glued, **with_slips(days, but, shortest)}.items()})


def stretched(words: frozenset[str]) -> frozenset[str]:
    """Words, and how they are drawn out: `nooo`, `neeein`, `nieee`. Two letters of a kind could be another word."""
    drawn = {
        word[:n] + word[n] * more + word[n:].lstrip(word[n])
        for word in words
        if len(word) > 1
        for n in range(len(word))
        if word[n] != word[n - 1 : n]
        for more in _DRAWN_OUT
    }
    return words | drawn


def known(words: str, phrases: str) -> frozenset[str]:
    """Everyday words and phrases of `Vocabulary.builtin`; a phrase has `LONGEST` words at most.

    A phrase is known without its `and`, too, for people write `fish & chips`.
    """
    whole = {" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip()}
    return frozenset({*words.split(), *whole, *(phrase.replace(" and ", " ") for phrase in whole)})


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """One language's words, folded. Phrases are tuples of words; a comment tells what each table decides.

    A language is written as ``replace(EMPTY, language=…, …)``, with the tables that it needs.
    """

    language: str
    own: frozenset[str]  # words that mean something else in English: beside this language English does not read them
    elisions: frozenset[str]  # short words glued to the next one: `l'essence`
    suffixes: frozenset[str]  # endings behind an apostrophe, words of their own: `Migros'tan`, `saat 8'de`
    inflections: tuple[tuple[str, str], ...]  # endings that a category's word may take: bare, inflected
    particles: frozenset[
        str
    ]  # short words of a language without blanks: where there are some, its texts are cut into words
    proclitics: frozenset[
        str
    ]  # ... without a mark: `و` (and), `ب` (for) before a number, or before a word that is known
    glued_articles: tuple[str, ...]  # articles that are part of the word: `القهوة` is `قهوة`
    compounds: Mapping[
        Phrase, str
    ]  # phrases that are read as one word, and as which: a month, a currency's code in capitals
    multipliers: Mapping[str, int]  # scale words that a number may bear, and how many zeros they are: `50 ribu`
    # days
    weekdays: Mapping[str, int]  # whole names: 0 is Monday
    weekday_shorts: Mapping[str, int]  # abbreviations, which are also everyday words (`sun`, `sat`)
    sure_shorts: frozenset[str]  # those that are no words: first in a line they are days before whatever follows
    named_shorts: frozenset[str]  # ... and those that are names or words besides: there they are asked about
    surnames: frozenset[str]  # shops that are called as people: behind a title they may be
    doubtful_days: frozenset[str]  # abbreviations that mean something else as well, so that they are asked about: `mar`
    months: Mapping[str, int]
    named_months: frozenset[str]  # ... those that are first names, behind who or with whom: `Kumpel Jan 20`
    relative_days: Mapping[Phrase, int]  # days from today; a day to come is refused
    parts_of_day: frozenset[str]  # after a day, they belong to it
    part_openers: frozenset[str]  # between a day and its part: `sábado por la noche`
    future_days: frozenset[str]
    future_or_thing: frozenset[str]  # those that are something to buy, too: `غدا` is tomorrow, and lunch
    parts_of_month: frozenset[str]  # before a month they say no day: `early november`
    next_words: frozenset[str]
    next_after: frozenset[Phrase]  # ... behind the weekday: `lundi prochain`
    last_words: frozenset[str]  # `last sunday`
    unclear_periods: frozenset[str]  # after a last word they are no day
    unclear_days: frozenset[str]  # ... of themselves: `先日`
    compared_with: frozenset[str]  # ... before a day counted from today they compare: `same as yesterday 4.50`
    unclear_phrases: frozenset[Phrase]  # ... which are asked about: `vor ein paar Tagen`, `the other day`
    sunday_first: frozenset[str]  # names of Sunday, where weeks may begin with it
    weeks: Mapping[Phrase, int]  # before a weekday: weeks from this one, `先週の月曜`, `geçen hafta pazartesi`
    last_after: frozenset[str]  # ... behind the weekday: `lundi dernier`
    earlier_after: frozenset[Phrase]  # ... the one before it: `sexta retrasada`, `friday before last`
    earlier_words: frozenset[str]  # ... and before the weekday: `vorletzten Freitag`
    ago_words: frozenset[str]
    more_words: frozenset[str]  # between a number and its unit: `3 more days`
    ago_openers: frozenset[Phrase]  # before the number: `vor 3 Tagen`, `il y a 3 jours`
    ago_units: Mapping[str, int]  # in days
    ago_minutes: Mapping[str, int]  # ... in minutes: `an hour ago` is today
    in_words: frozenset[str]  # `in 3 days`
    later_words: frozenset[str]  # ... behind it: `3日後`, `3 gün sonra`
    in_openers: frozenset[Phrase]  # ... of several words: `dentro de 3 días`
    small_numbers: Mapping[str, int]
    day_openers: frozenset[str]  # before a day: `on monday`
    number_openers: frozenset[Phrase]  # before a day's bare number: `le 24`
    first_day: frozenset[str]  # the day of a month that is said in a word: `on the first`
    ordinals: Mapping[
        str, int
    ]  # ... the others, where the days of a month are not counted: `third`, `dritten`, `trzeciego`
    first_of_things: frozenset[str]  # ... which may as well rank what follows: `on the first date 40`
    day_nouns: frozenset[str]  # behind a day's bare number: `3 числа`
    ordinal_endings: tuple[str, ...]  # of a day's number behind its opener, where it could be money as well: `de 21e`
    day_marks: tuple[str, ...]  # behind a day's number in a bill, beside its amount: `czynsz 900 1.`
    articles: frozenset[str]
    ordinal_names: frozenset[str]  # what is numbered, and no day: `18th birthday`
    of_words: frozenset[str]
    name_days: frozenset[str]  # weekdays with which names are made: behind an unknown word they ask
    weekday_names: frozenset[Phrase]  # names of things that hold a weekday
    meant_for: frozenset[str]  # before a weekday they may say for when something is meant: `cake 30 for sat`
    renewal_words: frozenset[str]  # before a day, and what is paid on it: `pass renews 12/1 for $9.99`
    due_words: frozenset[str]
    awaited_words: frozenset[str]  # before the day on which what was paid for comes: `bike service 60 collect thursday`
    awaited_phrases: frozenset[Phrase]  # ... of two words: `dress 95 pick up sat`
    through_words: frozenset[
        str
    ]  # before the last day of what was bought, which is not that on which it was: `pass 40 thru 11/18`
    range_words: frozenset[str]  # between the first and the last of some weekdays: `lunches mon to fri 50`
    value_words: frozenset[str]  # before the day on which a bank counts what it booked on another
    # numbers that are no money
    money_of: Mapping[str, str]  # countries behind an amount, and whose currency they mean: `40 canadian on gas`
    units: frozenset[str]
    packs: frozenset[str]  # ... unless they are what a price with cents is that of: `chips 4.99 pack`
    pack_words: frozenset[str]  # before how many things are in one, and its price: `box of 12 donuts 9.90`
    uncounted: frozenset[str]  # what is paid whole, and no number before its price counts: `коммуналка 6 780`
    poured: frozenset[str]  # what a number of litres or so is bought of, or so much money's worth: `gas 30 @ 3.29`
    unit_things: frozenset[Phrase]  # what begins with a unit and is bought: `gas 40 night out 30`
    count_nouns: frozenset[str]  # plurals that no ending shows
    named_thousands: frozenset[str]  # names that look like thousands: `401k`
    thousands_of: frozenset[str]  # after `4k` they say that it is no sum: `4k tv 499`
    containers: frozenset[str]  # plurals that are counted behind what is in them: `cat food 12 tins 9.80`
    plurals: tuple[tuple[str, str], ...]  # endings: singular, plural; they hold for category words
    count_endings: tuple[str, ...]  # what a counted noun ends with
    no_plurals: tuple[str, ...]  # ... but not with these
    pieces: frozenset[str]  # counters of things: a count behind the price may multiply it, `150円のパン3個`
    labels: frozenset[str]  # a whole number after one is no price: `bus 42`
    models: frozenset[str]  # things whose name ends with a small number: `iphone 15 case 12.99`
    paid_with: frozenset[Phrase]  # say how something was paid, and are no label: `par carte 50 pharmacie`
    unpaid_labels: frozenset[str]  # those that name nothing that is paid for: alone `pin 4711` and `episode 7` ask
    secrets: frozenset[str]  # first in a line, or right before a number of three digits or more: `wifi password 45211`
    not_words: frozenset[str]  # labels that after a number say that another one holds: `12 no 15`
    ending_words: frozenset[str]  # `card ending in 4417`
    numbered_names: frozenset[Phrase]  # names with a number: `forever 21`, `1099 income`
    courses: frozenset[str]  # subjects whose courses have numbers of three digits: `bio 101`
    ride_goods: frozenset[str]  # behind a labelled ride they have the price: `train 14 ticket 22`
    bought_labels: frozenset[str]  # labels that are also bought: `bus 3 coffee 4.50` asks
    let_labels: frozenset[str]  # ... or let: `room 120, parking 30` asks
    carriers: frozenset[str]  # behind one of the next words, before the number of a ride: `flight to rome 220 aa 1182`
    rides: frozenset[str]
    sold_labels: frozenset[str]  # ... where a word names which: `takeout order 30 beer 12` asks
    seatings: frozenset[str]  # first in a line they are for so many people: `table for 6`
    sold_alone: frozenset[str]  # ... and where none does: `flowers 20, card 5` asks
    sold_names: frozenset[Phrase]  # ... with that word: `lunch 12.50 gift card 25` asks
    streets: frozenset[str]  # `12 Oak Ave`
    street_openers: frozenset[str]  # before a street's name and the number of a house: `via Roma 12`
    street_endings: tuple[str, ...]  # ... at the end of its name: `Hauptstraße 12`
    bought_things: frozenset[str]  # beside a label they may have a price of their own: `flight 300 hotel 450`
    size_words: frozenset[str]
    sizes_before: frozenset[str]  # ... those that stand behind the size as well: `42 размер 4990`
    clock_words: frozenset[str]  # after a number
    clock_openers: frozenset[str]  # before a time: `a las 8`
    hour_parts: frozenset[Phrase]  # right before an hour, beside another number: `halb 8 kino 12`
    hours_first: frozenset[str]  # ... those that are one only where they begin the line: `в 19 пицца 650`
    percent_words: frozenset[str]
    per_words: frozenset[str]  # after a slash they leave the price a price: `10.99/mo`
    installments: frozenset[str]  # before `3/10` they say that it may be no day
    fraction_words: frozenset[str]  # `1/2 price` is no day
    times_words: frozenset[str]  # a unit, but not before a number: `10 times 2`
    scales: frozenset[str]
    number_words: Mapping[str, int]
    number_or_thing: frozenset[
        str
    ]  # number words that before digits are something bought: `مية` is a hundred, and water
    about_words: frozenset[str]
    almost_words: frozenset[str]  # ... and before a verb they say that nothing was bought: `almost bought shoes 80`
    seen_words: frozenset[str]  # before what was seen at a price: `saw shoes for 80`
    at_most: frozenset[Phrase]  # beside a week or a month they bound what may be spent: `groceries max 90 a week`
    with_words: frozenset[str]  # before a count: `with 3 friends`
    with_after: frozenset[str]  # ... those that stand behind what they join: `ali ile 120`
    amount_words: frozenset[str]  # before "of" they say that an amount follows: `refund of 45`
    for_words: frozenset[str]
    price_openers: frozenset[str]  # those before a price, and never before how many: `кроссовки за 7 990`
    at_words: frozenset[str]
    # sums
    plus_words: frozenset[str]
    tip_words: frozenset[str]
    total_words: frozenset[str]
    total_beside: frozenset[str]  # beside a total they say no more: `grand total 16.50`
    and_words: frozenset[str]
    or_words: frozenset[str]  # between two amounts of which only one was paid: `30 or 40 pizza`
    them_words: frozenset[str]  # what was named before, behind a verb of buying: `boots were 120 got them for 79`
    each_words: frozenset[str]
    each_not: frozenset[str]  # after "each" it is no quantity: `each way`
    each_openers: frozenset[str]  # between a count and a bare price: the price is that of each, `2 пива по 150`
    half_words: frozenset[str]
    share_names: frozenset[str]  # behind an owner and before what was paid of another price: `my part 12`
    mine: frozenset[str]  # right before what was paid of another price, at the line's end: `check 148 of which mine 52`
    double_words: frozenset[str]  # alone in a reply: `double it`
    half_more: frozenset[str]  # behind a price and `and`: half a unit more, `6 euros y medio`
    parts_behind: Mapping[
        str, int
    ]  # ... without a word between, in hundredths, 0 for what counts things as well: `8 buçuk`, `3 dreiviertel`
    part_names: Mapping[str, int]  # `third`, with its denominator
    half_of: frozenset[
        str
    ]  # half of what follows, without a word between: `połowa czynszu 925`, but not `pół chleba 3`
    half_behind: frozenset[str]  # those that stand right behind what they halve: `600'ün yarısı`, `12000円の半分`
    half_openers: frozenset[str]  # before "half" they make it none: `my other half`
    spread_words: frozenset[str]  # an expense is to count over several weeks: `spread it over 6 weeks`
    spread_over: frozenset[str]  # before the number of weeks
    split_words: frozenset[str]
    halved: frozenset[Phrase]  # say that two share: `went halves`, `a medias`
    way_words: frozenset[str]
    shared_among: frozenset[str]  # between a price and how many share it, without a verb: `3200円を4人で`
    us_words: frozenset[str]  # beside how many share: `нас трое`, `siamo in 4`
    sharing_ways: frozenset[str]  # those that share without a verb: `dinner 90 three ways`
    between_words: frozenset[str]  # before how many share: `300 between 3`
    halves_paid: frozenset[str]  # before "half" they say who paid it: `300 ann paid half`
    even_words: frozenset[str]  # after a verb of sharing: `split it`, `split in half`
    rate_words: frozenset[str]  # between a price and its unit: `40 per kg`
    each_heads: frozenset[
        str
    ]  # ... units that say that a price is that of each, and not how many they are: `$30 a head`
    times_after: Mapping[str, int]  # after a price: `2.50 twice`
    both_ways: frozenset[Phrase]  # after a price it may be that of each way
    included_words: frozenset[str]  # before a number that is part of the price: `72 incl 12 tip`
    off_words: frozenset[str]  # after a number that is taken off the price: `20 with 5 off`
    less_words: frozenset[str]  # ... and before it, where they are not bought as a voucher is: `student discount 10`
    former_phrases: frozenset[Phrase]  # before the price that a thing once had: `60 down from 80`
    former_openers: frozenset[str]  # before it, where what a thing costs now follows: `de 40 por 25`
    former_closers: frozenset[str]  # ... between the two
    minus_words: frozenset[str]  # ... or before it: `84 less 10`
    # talk, plans and balances
    talk_verbs: frozenset[str]
    marked_talk: frozenset[str]  # those that are talk before a mark as well: `I owe Sam $20`, not `call of duty $70`
    named_talk: frozenset[
        Phrase
    ]  # ... in which one is none, or means no day: `service call 90`, `drive thru last night`
    participles: frozenset[str]  # after a talk verb they tell what was spent: `j'ai dépensé 20`
    gone_words: frozenset[str]  # ... where somebody was: `sono stato al bar 12`
    was_words: frozenset[str]  # talk, unless what was bought stands before one: `lunch was 14`
    question_words: frozenset[str]  # a line that begins with one is talk: `who paid the 45`
    telling_questions: frozenset[str]  # ... but not right before a thing that is known: `did laundry 4.50`
    possessives: frozenset[str]  # words of talk that behind a verb say whose something is: `passed its MOT 54.85`
    doing_endings: tuple[str, ...]  # of what somebody does for money: `dog walking money 25`
    pay_names: frozenset[str]  # ... what was got for it
    past_endings: tuple[str, ...]  # of verbs that tell what was done
    past_verbs: frozenset[str]  # ... and those without such an ending: `read 3 books`
    price_verbs: frozenset[
        str
    ]  # right before an amount they tell a price or a wage, and not what was spent: `costs $80`
    booked_words: frozenset[str]  # before `for` and a number with decimals they tell a time: `table booked for 7.30`
    way_marks: frozenset[str]  # things passed on a way, whose number before those is how far: `3 blocks down`
    away_words: frozenset[str]
    headings: frozenset[str]  # behind the number of a road: `tire on 90 west 488.00`
    hour_verbs: frozenset[str]  # right before a number with decimals they tell a time: `flight lands 11.30`
    only_words: frozenset[
        str
    ]  # beside a verb of having they say that no more is there: `j'ai que 20 €`, `hab nur noch 20 €`
    most_openers: frozenset[Phrase]  # first in a line, right before a limit: `max 200 for gifts`
    ran_out: frozenset[str]  # before a verb of buying and a count they say why: `milk ran out bought 2`
    kept_in: frozenset[
        Phrase
    ]  # where money is: beside an amount alone they say how much is there: `on the card 3400`, `у меня 2000 рублей`
    from_now: frozenset[Phrase]  # something is so from now on: `rent is 950 now`
    rises: frozenset[Phrase]  # before what a bill costs from now on: `rent goes up to 950`
    talk_places: frozenset[str]  # right before a number
    measured: frozenset[Phrase]  # what is measured and never paid, right before a number: `blood pressure 120`
    errands: frozenset[
        str
    ]  # what is bought on a way, no place of talk behind a thing: `target run 92`, `did the big shop 112`
    void_words: frozenset[str]  # in a line they say that nothing was paid: `payment of $75 was declined`
    phone_words: frozenset[str]  # before a telephone's number: `call 18001234`
    void_phrases: frozenset[Phrase]  # ... of two or three words: `rent went up 50`, `going to buy shoes 80`
    denials: tuple[
        tuple[str, str], ...
    ]  # beginning and end, as they are compared, of verbs that say what was not done: `yemedim`, `ماكلتش`, `行かなかった`
    void_first: frozenset[str]  # ... where they begin or end it: `maybe shoes 60`, `rent 900 reminder`
    corrections: frozenset[Phrase]  # a line that begins so may correct another: `i meant 15`
    rating_words: frozenset[Phrase]  # between two numbers: `10 out of 10`
    amount_verbs: frozenset[str]  # before one of these it is an amount: `came to 61`, `chipped in 15`
    cost_verbs: frozenset[str]  # those that stand behind it: `hat 14 gekostet`
    cost_whom: frozenset[str]  # ... with whom it cost that: `hat mich 14 gekostet`
    plans: frozenset[Phrase]  # a line that begins so is a question
    record_openers: frozenset[Phrase]  # ... but not these, which ask to record what follows: `can you add 12 for lunch`
    record_asks: frozenset[
        Phrase
    ]  # ... with one of the verbs below at the line's end: `kannst du 12 für Kino eintragen`
    record_closers: frozenset[str]
    closing_questions: frozenset[str]  # words that end a question: `5000円使えるかな`, `500 harcayabilir miyim`
    afford_openings: frozenset[Phrase]  # with one of the verbs and an amount they ask whether money is there
    afford_verbs: frozenset[str]
    afford_last: frozenset[str]  # verbs that end such a question: `kann ich mir Schuhe für 80 leisten`
    afford_ends: frozenset[
        str
    ]  # ... of a language whose verbs end a sentence: `5000円使えるかな`, `500 harcayabilir miyim`
    balance_words: frozenset[str]
    accounts: frozenset[str]  # where money is that is left: `only 37 in the account`
    money_asked: frozenset[str]  # in a question without a number they ask what is left or spent
    asked_spans: Mapping[
        Phrase, str
    ]  # days that such a question is about: week, month, last month, …; unclear where no figures are of them
    how_much: frozenset[Phrase]  # ask for a sum
    look_words: frozenset[str]  # ask to see something: `show me last month`
    spending_words: frozenset[str]  # name what was spent: `expenses in october`
    threshold_words: frozenset[
        str
    ]  # right before an amount, where one of the next words begins the line: `anything over 20`
    any_words: frozenset[str]
    most_words: frozenset[str]  # beside a verb of spending they ask on what the most was spent
    list_words: frozenset[str]  # ask for entries one by one: `list last week`, `anything over 20?`
    largest_words: frozenset[Phrase]  # ask for the largest of them
    over_words: frozenset[Phrase]  # before an amount, or behind it, they ask for what cost more
    earned_words: frozenset[str]  # ask what came in: `how much did I earn this year?`
    latest_words: frozenset[str]  # beside a number of days they say that today ends them: `the last 7 days`
    since_words: frozenset[str]  # beside a day: from that day on
    spent_on: frozenset[str]  # in a question they stand before what was bought, or where
    spent_on_after: frozenset[str]  # ... or behind it, as words: `タコスにいくら使った`
    spent_on_endings: tuple[str, ...]  # ... or as its ending: `tacoya ne kadar harcadım`
    group_verbs: frozenset[str]  # words that make a short line with a number talk, in a group
    # which way the money went
    told_of: frozenset[str]  # after a label's number they tell of what is labelled: `train 9 cancelled`
    paid: frozenset[str]  # the verb that is both: `paid 1500`, `paid rent 900`
    paid_last: frozenset[str]  # ... which behind what was paid says that it was spent: `oppas betaald 60`
    paid_by: frozenset[str]  # verbs that behind a name and before the amount may tell what came in: `Петя заплатил 500`
    refunded_to: frozenset[str]  # behind a word of refund they say that it was paid to somebody: `terugbetaald aan mam`
    receiver_endings: tuple[str, ...]  # ... unless the name says to whom: `Диме скинул 500`
    bill_words: frozenset[str]  # beside the name of a bill they add nothing: `water bill 45`, `Strom 55 bezahlt`
    card_debts: frozenset[Phrase]  # cards that are paid for later: `credit card 200` may be recorded already
    paid_out: frozenset[Phrase]  # words of income that behind another word may have been paid: `maid salary 3000`
    auxiliaries: frozenset[str]  # behind who paid or gave, where the verb ends the sentence: `Tom hat 20 bezahlt`
    others: frozenset[str]  # who is not of the household: what they paid may be no spending, `boss paid lunch 14`
    others_paid: frozenset[str]  # ... with these verbs
    workplaces: frozenset[str]  # those of `others` to which people travel, and back: `taxi home from work 22`
    via_words: frozenset[str]  # before how money was sent, which says not for what: `paid via gusto 1911`
    they: frozenset[str]  # he, she and they, beside a verb of paying: `on zapłacił`, `er hat bezahlt`
    no_payers: frozenset[
        str
    ]  # before these verbs they are no name of somebody else: `wife paid dinner 40`, `finally paid rent`
    treated_by: frozenset[
        Phrase
    ]  # before who paid instead: `paid by Lisa`; behind a treat a little word, too: `on Lisa`
    treated_around: frozenset[Phrase]  # ... before and behind who it was: `von Lisa bezahlt`
    treats: frozenset[
        Phrase
    ]  # a treat behind whose it is, `his treat`, `'s treat`; alone what people are treated to: `round`
    treat_verbs: frozenset[str]  # verbs of treating, behind who did, or beside "me": `Anna postawiła`, `me invitó`
    hosts: frozenset[str]  # who treats besides `others`: `drinks on the house`
    not_hosts: frozenset[str]  # behind those words they say where or how: `lunch on campus`, `paid by card`
    owners: frozenset[str]  # before who gave something: `my dad sent 200`
    got_paid: frozenset[Phrase]
    income: frozenset[Phrase]
    arrived: frozenset[str]  # beside a word of income they add nothing: `給料25万入った`, `maaş yattı 42000`
    me: frozenset[str]  # `paid me`
    pay_verbs: frozenset[str]  # tell who pays what comes again: `ich zahle 900 miete am 1.`
    costs: frozenset[str]  # before "me" the money still went out: `lunch cost me 14`
    back_words: frozenset[str]  # `Tom paid back 20`
    brought: frozenset[
        str
    ]  # before a thing and those, they say that it was returned: `took the jeans back to Gap 38.50`
    self_words: frozenset[str]  # `i paid 45`
    refunds: frozenset[str]
    not_income: frozenset[str]  # words that a mistyped one of income looks like: `suelo`, not `sueldo`
    debts: frozenset[str]  # paid back: beside a word of refund they ask, `возврат долга 5000`
    came_in: Mapping[Phrase, str]  # phrases that ask, and which answer is likeliest: extra, refund, paycheck
    came_in_alone: frozenset[Phrase]  # the noun and the verb: `pay 450`
    came_in_first: frozenset[Phrase]  # ... only where they begin the line: `dd 1500`, but `van tax 27.50 dd`
    got: frozenset[str]
    from_words: frozenset[str]
    from_last: frozenset[str]  # ... behind who gave it, right before the amount: `田中から3000円`
    from_endings: tuple[
        str, ...
    ]  # ... at the end of who gave it, before an amount and a verb of getting: `mehmetten 800 aldım`
    from_after: frozenset[str]  # ... before which whatever is named is what was bought: `قميص من زارا`
    sellers: frozenset[str]  # ... before them a thing was bought: `wreath 34 from the scouts`
    counted_at: frozenset[str]  # behind them, and behind sellers, a number counts: `dry cleaning 3 shirts 13.50`
    branches: frozenset[str]  # before the number of one of many shops: `store 2214 kroger 54.80`
    inch_things: frozenset[str]  # what is measured in inches, where those are written as a little word: `55 in tv 329`
    tender_words: frozenset[str]  # below a total they say how it was paid: `VISA TEND 4.60`
    money_names: frozenset[str]  # ... unless it is money itself: `cash 40 from the market`
    trip_words: frozenset[str]  # beside them `return` is a ticket, and `back` the way home
    card_words: frozenset[str]  # after "credit" they make it no income
    spent_phrases: frozenset[Phrase]  # begin with words of what came in, and say what was spent: `came in at 61`
    arrivals: frozenset[str]  # beside a word of income they say that it came: `got my paycheck`, `pension arrived`
    gift_days: frozenset[str]  # behind an amount of somebody else's: `nan 50 for my birthday`
    gained_words: frozenset[str]  # verbs that right before an amount say that it was earned: `dashed 3 hours made 51`
    tips_earned: frozenset[str]  # alone, or beside words of a shift, they may have been earned: `tips 85`
    shift_words: frozenset[str]
    debits: frozenset[str]  # who says this has spent
    transfers: frozenset[str]  # may be no spending at all
    wires: frozenset[str]  # transfers, unless what was bought stands beside them: `pix 30 padaria`
    transfer_phrases: frozenset[Phrase]
    owed_phrases: frozenset[Phrase]  # say that what was paid was owed: `payé ce que je lui devais 40`
    # category and note
    no_names: frozenset[Phrase]  # in which a category's name names none: `the other day`
    linking_words: frozenset[str]  # between a thing and what is in it: in `café con leche` the first names the category
    behind_things: frozenset[
        str
    ]  # begin what is said of a thing: in `birthday dinner for mom` the word before names the category
    little_words: frozenset[str]
    verbs_first: frozenset[str]  # skipped where the first word is looked for
    tells: frozenset[str]  # says only that something was spent: no part of the note where it stands first
    count_verbs: frozenset[str]  # right before a number of things they count: `bought 3 books`
    not_numbers: frozenset[str]
    # what recurs: `every 2 weeks from 4 dec`, `on the last day of the month`
    every_words: frozenset[str]
    every_phrases: frozenset[Phrase]  # mean it, too: `раз в`, `una vez al`, `om de`
    every_numbers: Mapping[str, int]  # `every other week`
    every_weekdays: Mapping[str, int]  # one that comes again by itself: `fridays`, `le vendredi`
    working_days: frozenset[Phrase]  # behind `last` or `1st`: `last working day`
    once_words: frozenset[str]
    recurring_days: Mapping[str, int]  # units, in days
    recurring_months: Mapping[str, int]  # units, in months
    every_after: frozenset[str]  # ... behind the unit: `2週間ごと`, `iki haftada bir`
    adverbs: Mapping[str, str]  # `weekly`, with its unit
    every_second: Mapping[str, str]  # ... of every second one: `fortnightly`, `隔週`
    twice_a_month: frozenset[Phrase]  # ... of two days that are not named: `twice a month`, `semimonthly`
    dates_after: frozenset[str]  # behind a day's number: `1 числа`, the ending of `1ste`
    deadline_words: frozenset[str]  # before the day of what comes again: `by the 10th of every month`, `immer am 1.`
    last_day_words: frozenset[str]
    month_ends: frozenset[
        Phrase
    ]  # mean the last day of each month, where a bill is spoken of: `at the end of the month`
    month_starts: frozenset[Phrase]  # ... and the first day of the month: `the first day of the month`
    from_day_words: frozenset[str]  # before the first day
    from_day_after: frozenset[str]  # ... or behind it, before what comes again: `12月4日から2週間ごと`
    dated_shorts: Mapping[str, int]  # short names of days that are another word where no date stands beside them
    year_marks: frozenset[str]  # behind a year: `31 янв. 2027 г.`
    weekend_words: frozenset[str]
    weekend_heads: frozenset[str]  # they mean one with a week behind them: `fin de semana`
    before_words: frozenset[str]
    after_words: frozenset[str]
    tomorrow_words: frozenset[str]
    # replies to the bot
    openings: frozenset[str]  # before what is meant: `no, it was 15`
    filed_words: frozenset[str]  # between an amount and its category: `add 9.50 to fun for parking`
    changed_to: frozenset[
        str
    ]  # ... and before what an entry becomes, behind a verb of changing: `mets les 12 dans loisirs`
    part_openings: frozenset[
        str
    ]  # before what one part of an entry is to be, in a reply alone: `category: fun`, `move it to fun`
    put_words: frozenset[str]  # ... those of them that record, too: `pon 50 en ocio`
    not_openings: frozenset[str]  # ... which turn what follows round: `not delete`
    not_closings: frozenset[str]  # ... or what stands before them: `eğlence değil`
    but_words: frozenset[str]  # behind what is denied, before what holds instead: `not 12.50 but 15`
    wrong_words: frozenset[str]  # alone, or beside a part of an entry, they say that it is wrong: `wrong category`
    entry_parts: Mapping[str, str]  # what the parts of an entry are called: category, amount, day, note
    closings: frozenset[str]  # behind a word that says all: `delete it please`
    please_words: frozenset[str]  # behind anything
    courtesies: frozenset[str]  # alone they say nothing of an entry: `great`, `thanks`, `never mind`
    delete_words: frozenset[str]
    restore_words: frozenset[str]
    everything_words: frozenset[str]
    yes_words: frozenset[str]
    never_mind: frozenset[Phrase]  # a message that says no more closes what is asked
    again: frozenset[Phrase]  # a message that says no more records the entry right before it once more
    no_words: frozenset[str]
    answers: Mapping[
        str, str
    ]  # words that choose a button, and which: spent, refund, paycheck, extra, all, entries, new, adds
    builtin: Mapping[str, frozenset[str]]
    starters: Mapping[str, tuple[str, ...]]  # by key: the name of a category that a new budget has, and its keywords

    @property
    def spoken(self) -> str:
        """The language beside English, or English alone: the tag by which commands are looked up."""
        return self.language.rpartition("+")[2]

    @property
    def verbs_last(self) -> bool:
        """Whether verbs end a sentence, as in Japanese and Turkish."""
        return bool(self.particles or self.suffixes)

    def joined(self, other: "Vocabulary") -> "Vocabulary":
        """Return this vocabulary with another one's words; where both know a word, this one decides."""
        return _joined(self, other)


def _empty(of: object) -> object:
    text = str(of)
    return (
        MappingProxyType({})
        if text.startswith("collections.abc.Mapping")
        else ()
        if text.startswith("tuple")
        else frozenset()
    )


EMPTY = Vocabulary(**{one.name: "" if one.name == "language" else _empty(one.type) for one in fields(Vocabulary)})  # type: ignore[arg-type]
"""A language without words."""


@lru_cache(maxsize=64)
def _joined(english: Vocabulary, other: Vocabulary) -> Vocabulary:
    values: dict[str, object] = {"language": f"{english.language}+{other.language}"}
    for field in fields(Vocabulary):
        mine, theirs = getattr(english, field.name), getattr(other, field.name)
        if field.name == "builtin":
            values[field.name] = {
                key: (mine.get(key, frozenset()) - other.own) | with_plain(theirs.get(key, frozenset()))
                for key in dict.fromkeys((*mine, *theirs))
            }
        elif isinstance(mine, Mapping):
            kept = {key: value for key, value in mine.items() if not _is_own(key, other.own)}
            plain = {form: value for key, value in theirs.items() for form in _forms(key)}
            values[field.name] = MappingProxyType({**plain, **theirs, **kept})
        elif isinstance(mine, frozenset):
            values[field.name] = with_plain(theirs) | frozenset(one for one in mine if not _is_own(one, other.own))
        elif isinstance(mine, tuple):
            values[field.name] = tuple(dict.fromkeys(mine + theirs))
    joined = Vocabulary(**values)  # type: ignore[arg-type]
    if joined.particles:
        return joined  # each word of its tables is cut out of what people write
    joined = _with_income_mistyped(joined, other)
    drawn = stretched(with_plain(other.no_words))
    opening = stretched(with_plain(other.no_words & other.openings))
    return replace(joined, no_words=joined.no_words | drawn, openings=joined.openings | opening)


def _with_income_mistyped(joined: Vocabulary, other: Vocabulary) -> Vocabulary:
    """Return a vocabulary that asks about mistyped words of income and of refunds: `gehlat 2400`, `rembousement 20`."""
    if other.proclitics or other.suffixes:
        return joined  # a letter less is another word, `ücretim` and `ücreti`
    income = with_plain(frozenset(phrase[0] for phrase in other.income if len(phrase) == 1))
    some = dict.fromkeys(mistyped(income), "paycheck") | dict.fromkeys(mistyped(with_plain(other.refunds)), "refund")
    everyday = {word for words in joined.builtin.values() for word in words}
    everyday |= joined.not_income | joined.transfers
    asked: dict[Phrase, str] = {(form,): kind for form, kind in some.items() if form not in everyday}
    return replace(joined, came_in=MappingProxyType({**asked, **joined.came_in}))


def _is_own(word: str | Phrase, own: frozenset[str]) -> bool:
    return word in own or (isinstance(word, tuple) and len(word) == 1 and word[0] in own)


def with_plain(words: frozenset[Any]) -> frozenset[Any]:
    """Return words and phrases, and how they are written without diacritics."""
    return frozenset(form for word in words for form in _forms(word))


def _forms(word: str | Phrase) -> tuple[str | Phrase, ...]:
    """Return a word or a phrase as it is compared, and without diacritics where it has some."""
    if isinstance(word, tuple):
        whole, plain = tuple(without_dots(one.casefold()) for one in word), tuple(map(without_marks, word))
        return tuple(dict.fromkeys((whole, plain)))
    return tuple(dict.fromkeys((without_dots(word.casefold()), _with_last_mark(word), without_marks(word))))


def _with_last_mark(word: str) -> str:
    """Return a word with its last diacritic alone, which ends a verb: people write `preté` for `prêté`."""
    if word.isascii():
        return word
    marked = [at for at, letter in enumerate(word) if letter.isalpha() and without_marks(letter) != letter]
    if len(marked) < 2 or len(without_marks(word)) != len(word):
        return word
    return without_marks(word[: marked[-1]]) + word[marked[-1] :]


def without_dots(folded: str) -> str:
    """Return a casefolded text with one `i`: Turkish has two, whose capitals are `İ` and `I`, and people write either."""
    return folded.replace("i\u0307", "i").replace("ı", "i")


_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "ı": "i",
        "đ": "d",
        "œ": "oe",
        "æ": "ae",
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ـ": "",  # Arabic, as people write it
    }
)


_SOUND_MARKS = "\u3099\u309a"


def without_marks(word: str) -> str:
    """Return a word without diacritics; a kana keeps its sound mark, for `ゲット` is not `ケット`."""
    if word.isascii():
        return word
    decomposed = normalize("NFD", word.casefold().translate(_LETTERS))
    return normalize(
        "NFC", "".join(letter for letter in decomposed if letter in _SOUND_MARKS or category(letter) != "Mn")
    )


def spelled(word: str) -> str:
    """Return a folded word as it is compared: an Arabic one without vowels and hamzas, `ة` as `ه`; others as they are."""
    return without_marks(word) if any("\u0600" <= letter <= "\u06ff" for letter in word) else word
