"""The words of a language that the grammar knows, as data.

A budget is read with English and at most one other language: `Vocabulary.joined` makes one vocabulary of two. What no category
may be named (`reserved`) follows from the tables, so a new language cannot forget to reserve its words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from types import MappingProxyType

from budget.grammar import builtin

Phrase = tuple[str, ...]


def _phrases(text: str) -> frozenset[Phrase]:
    return frozenset(tuple(phrase.split()) for phrase in text.split(","))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(text: str, start: int = 0) -> Mapping[str, int]:
    """Number words from ``start``; the names of one number are joined by ``|``."""
    return MappingProxyType({name: n for n, names in enumerate(text.split(), start) for name in names.split("|")})


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """One language's words, folded. Phrases are tuples of words; a comment tells what each table decides."""

    language: str
    # days
    weekdays: Mapping[str, int]  # whole names: 0 is Monday
    weekday_shorts: Mapping[str, int]  # abbreviations, which are also everyday words (`sun`, `sat`)
    months: Mapping[str, int]
    relative_days: Mapping[Phrase, int]  # days from today
    parts_of_day: frozenset[str]  # after a day, they belong to it
    future_days: frozenset[str]
    next_words: frozenset[str]
    last_words: frozenset[str]  # `last sunday`
    unclear_periods: frozenset[str]  # after a last word they are no day
    ago_words: frozenset[str]
    ago_units: Mapping[str, int]  # in days
    in_words: frozenset[str]  # `in 3 days`
    small_numbers: Mapping[str, int]
    day_openers: frozenset[str]  # before a day: `on monday`
    articles: frozenset[str]
    ordinal_names: frozenset[str]  # what is numbered, and no day: `18th birthday`
    of_words: frozenset[str]
    weekday_names: frozenset[Phrase]  # names of things that hold a weekday
    due_words: frozenset[str]
    # numbers that are no money
    units: frozenset[str]
    count_nouns: frozenset[str]  # plurals that no ending shows
    plurals: tuple[tuple[str, str], ...]  # endings: singular, plural; they hold for category words
    count_endings: tuple[str, ...]  # what a counted noun ends with
    no_plurals: tuple[str, ...]  # ... but not with these
    labels: frozenset[str]  # a whole number after one is no price: `bus 42`
    not_words: frozenset[str]  # labels that after a number say that another one holds: `12 no 15`
    ending_words: frozenset[str]  # `card ending in 4417`
    bought_labels: frozenset[str]  # labels that are also bought: `bus 3 coffee 4.50` asks
    streets: frozenset[str]  # `12 Oak Ave`
    bought_things: frozenset[str]  # beside a label they may have a price of their own: `flight 300 hotel 450`
    size_words: frozenset[str]
    clock_words: frozenset[str]  # after a number
    percent_words: frozenset[str]
    per_words: frozenset[str]  # after a slash they leave the price a price: `10.99/mo`
    fraction_words: frozenset[str]  # `1/2 price` is no day
    times_words: frozenset[str]  # a unit, but not before a number: `10 times 2`
    scales: frozenset[str]
    number_words: Mapping[str, int]
    about_words: frozenset[str]
    with_words: frozenset[str]  # before a count: `with 3 friends`
    amount_words: frozenset[str]  # before "of" they say that an amount follows: `refund of 45`
    for_words: frozenset[str]
    at_words: frozenset[str]
    # sums
    plus_words: frozenset[str]
    tip_words: frozenset[str]
    total_words: frozenset[str]
    and_words: frozenset[str]
    each_words: frozenset[str]
    each_not: frozenset[str]  # after "each" it is no quantity: `each way`
    half_words: frozenset[str]
    split_words: frozenset[str]
    way_words: frozenset[str]
    # talk, plans and balances
    talk_verbs: frozenset[str]
    was_words: frozenset[str]  # talk, unless what was bought stands before one: `lunch was 14`
    question_words: frozenset[str]  # a line that begins with one is talk: `who paid the 45`
    talk_places: frozenset[str]  # right before a number
    amount_verbs: frozenset[str]  # before one of these it is an amount: `came to 61`, `chipped in 15`
    plans: frozenset[Phrase]  # a line that begins so is a question
    afford_openings: frozenset[Phrase]  # with one of the verbs and an amount they ask whether money is there
    afford_verbs: frozenset[str]
    balance_words: frozenset[str]
    group_verbs: frozenset[str]  # words that make a short line with a number talk, in a group
    # which way the money went
    paid: frozenset[str]  # the verb that is both: `paid 1500`, `paid rent 900`
    got_paid: frozenset[Phrase]
    income: frozenset[Phrase]
    me: frozenset[str]  # `paid me`
    costs: frozenset[str]  # before "me" the money still went out: `lunch cost me 14`
    back_words: frozenset[str]  # `Tom paid back 20`
    self_words: frozenset[str]  # `i paid 45`
    refunds: frozenset[str]
    came_in: Mapping[Phrase, str]  # phrases that ask, and which answer is likeliest: extra, refund, paycheck
    got: frozenset[str]
    from_words: frozenset[str]
    trip_words: frozenset[str]  # beside them `return` is a ticket
    card_words: frozenset[str]  # after "credit" they make it no income
    debits: frozenset[str]  # who says this has spent
    transfers: frozenset[str]  # may be no spending at all
    transfer_phrases: frozenset[Phrase]
    # category and note
    little_words: frozenset[str]
    verbs_first: frozenset[str]  # skipped where the first word is looked for
    tells: frozenset[str]  # says only that something was spent: no part of the note where it stands first
    count_verbs: frozenset[str]  # right before a number of things they count: `bought 3 books`
    not_numbers: frozenset[str]
    builtin: Mapping[str, frozenset[str]]

    def joined(self, other: "Vocabulary") -> "Vocabulary":
        """Return this vocabulary with another one's words; where both know a word, this one decides."""
        return _joined(self, other)


@lru_cache(maxsize=64)
def _joined(first: Vocabulary, second: Vocabulary) -> Vocabulary:
    values: dict[str, object] = {"language": f"{first.language}+{second.language}"}
    for field in fields(Vocabulary):
        mine, theirs = getattr(first, field.name), getattr(second, field.name)
        if field.name == "builtin":
            keys = dict.fromkeys((*mine, *theirs))
            values[field.name] = {key: mine.get(key, frozenset()) | theirs.get(key, frozenset()) for key in keys}
        elif isinstance(mine, Mapping):
            values[field.name] = MappingProxyType({**theirs, **mine})
        elif isinstance(mine, frozenset):
            values[field.name] = mine | theirs
        elif isinstance(mine, tuple):
            values[field.name] = tuple(dict.fromkeys(mine + theirs))
    return Vocabulary(**values)  # type: ignore[arg-type]


@lru_cache(maxsize=64)
def day_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words of which every day that is written in words has one: most words are told apart from days by them."""
    return frozenset(
        {
            *vocabulary.weekdays,
            *vocabulary.weekday_shorts,
            *vocabulary.months,
            *(word for phrase in vocabulary.relative_days for word in phrase if word not in vocabulary.articles),
            *vocabulary.future_days,
            *vocabulary.next_words,
            *vocabulary.last_words,
            *vocabulary.ago_words,
            *vocabulary.in_words,
        }
    )


@lru_cache(maxsize=64)
def words_between(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words that may stand between an amount and what it bought: `64 on dinner`, `lunch was 14`."""
    return vocabulary.little_words | vocabulary.was_words | vocabulary.amount_verbs | vocabulary.costs


@lru_cache(maxsize=64)
def verbs_last(vocabulary: Vocabulary) -> frozenset[str]:
    """Return verbs that may stand between a category's word and the amount: `rent paid 900`, `gas was 40`."""
    return vocabulary.paid | vocabulary.was_words | vocabulary.amount_verbs


def reserved(vocabularies: Iterable[Vocabulary]) -> frozenset[str]:
    """Return the words that the grammar reads as something else, and so can name no category."""
    words = {"k", "x"}  # in every language: thousands, times
    for one in vocabularies:
        words |= {*one.weekdays, *one.weekday_shorts, *one.months, *one.future_days, *one.next_words, *one.last_words}
        words |= {*one.ago_words, *one.ago_units, *one.day_openers, *one.not_numbers, *one.percent_words, *one.paid}
        words |= {*one.refunds, *one.got, *one.scales, *one.total_words}
        words |= {" ".join(phrase) for phrase in one.relative_days}
        words |= {phrase[0] for phrase in one.income if len(phrase) == 1}
    return frozenset(words)


ENGLISH = Vocabulary(
    language="en",
    weekdays=_numbered(
        "monday tuesday|tuseday wednesday|wensday|wednsday thursday|thrusday|thursady friday|firday saturday|saterday "
        "sunday"
    ),
    weekday_shorts=_numbered("mon tue|tues wed|weds thu|thur|thurs fri sat sun"),
    months=_numbered(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct "
        "november|nov december|dec",
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(_phrases("today,tonight,this morning,this afternoon,this evening"), 0),
            **dict.fromkeys(_phrases("yesterday,last night,yest,yday,yesturday,yesterdy,ystrday"), -1),
            **dict.fromkeys(_phrases("day before yesterday,the day before yesterday"), -2),
        }
    ),
    parts_of_day=_words("morning afternoon evening night noon"),
    future_days=_words("tomorrow tmrw tomorow tommorow tommorrow"),
    next_words=_words("next"),
    last_words=_words("last"),
    unclear_periods=_words("week month year"),
    ago_words=_words("ago"),
    ago_units=MappingProxyType({"day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7}),
    in_words=_words("in"),
    small_numbers=MappingProxyType({**_numbered("one|a|an two three four five six seven eight nine ten", 1)}),
    day_openers=_words("on"),
    articles=_words("the"),
    ordinal_names=_words(
        "birthday bday grade street st ave avenue floor anniversary century class hand place hole party"
    ),
    of_words=_words("of"),
    weekday_names=_phrases(
        "ruby tuesday,black friday,cyber monday,giving tuesday,super tuesday,fat tuesday,shrove tuesday,good friday,"
        "easter sunday,easter monday,palm sunday,ash wednesday,sunday times,sunday roast,sunday school,sunday best,"
        "casual friday,tgi friday,tgi fridays,friday's,happy friday,bloody sunday,blue monday,wacky wednesday"
    ),
    due_words=_words("due"),
    units=_words(
        "mi mile miles km kms kilometer kilometers kilometre kilometres m meter meters metre metres cm mm ft feet foot inch "
        "inches yd yard yards g gr gram grams kg kgs kilo kilos mg lb lbs oz ounce ounces l ltr ltrs lt liter liters litre "
        "litres ml cl dl gal gals gallon gallons qt quart quarts pint-size pound pounds stone dozen hour hours hr hrs h min "
        "mins minute minutes sec secs second seconds day days week weeks month months year years yr yrs night nights people "
        "person persons guest guests adult adults friend friends kid kids coworker coworkers colleague colleagues gb "
        "mb tb kwh mph kmh mpg degrees degree ° °c °f star stars times px mp "
        "cal kcal calories steps reps laps pages points pts players aa aaa watt watts volt volts sqft piece pieces pcs pc "
        "acre acres ct count rolls roll fl sq ppl pax sheet sheets cup cups tbsp tsp pack packs pk ply gig gigs"
    ),
    count_nouns=_words("people men women children kids feet teeth pieces pcs fish sheep mice geese"),
    plurals=(("y", "ies"), ("", "s"), ("", "es")),
    count_endings=("s",),
    no_plurals=("ss", "us", "is", "'s", "’s"),
    labels=_words(
        "bus line route room gate flight train tram order check invoice apt apartment flat unit platform table terminal "
        "channel locker seat visa card ref no nr number receipt highway hwy exit suite ward pier acct account a/c chapter "
        "episode season mastercard amex ending pump zip code pin row section aisle lane lot bay stall ext zone vol"
    ),
    not_words=_words("no"),
    ending_words=_words("ending ends"),
    bought_labels=_words("bus train tram flight"),
    streets=_words("st street ave avenue rd road blvd boulevard broadway"),
    bought_things=_words(
        "hotel hostel motel airbnb taxi cab uber lyft snack snacks food drink drinks meal meals souvenir souvenirs"
    ),
    size_words=_words("size sz"),
    clock_words=_words("am pm a.m p.m o'clock oclock"),
    percent_words=_words("% ‰ ٪ percent pct"),
    per_words=_words("mo month mth wk week yr year day night hr hour pp person"),
    fraction_words=_words("price off term way share"),
    times_words=_words("times"),
    scales=_words(
        "hundred hundreds thousand thousands grand million millions mil mio billion billions bn lakh lakhs lac lacs crore "
        "crores tausend tsd mille"
    ),
    number_words=MappingProxyType(
        {
            **_numbered(
                "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
                "nineteen twenty",
                2,
            ),
            **{f"{name}": n * 10 for n, name in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)},
            "fiver": 5,
            "tenner": 10,
            "hundred": 100,
            "grand": 1000,
            "thousand": 1000,
        }
    ),
    about_words=_words("about around approx approximately roughly almost nearly circa ca"),
    with_words=_words("with of w/"),
    amount_words=_words(
        "refund total payment charge bill cost fee purchase sum deposit fine price amount rent transfer"
    ),
    for_words=_words("for"),
    at_words=_words("at @ à"),
    plus_words=_words("+ plus"),
    tip_words=_words("tip tips gratuity"),
    total_words=_words("total subtotal sum"),
    and_words=_words("and & n"),
    each_words=_words("each ea apiece"),
    each_not=_words("way direction month week day year night time"),
    half_words=_words("half"),
    split_words=_words("split splitting shared divided"),
    way_words=_words("ways way people persons of friends"),
    talk_verbs=_words(
        "meet call see have need am is are will meeting i'm i’m im it's it’s he's he’s she's she’s we're we’re "
        "want wants wanna gonna thinking planning might should would could didn't didn’t don't don’t not never its be owe owes "
        "i'll i’ll we'll we’ll they're they’re needs please"
    ),
    was_words=_words("was were"),
    question_words=_words(
        "who who's whose what what's when where why which how anyone anybody someone somebody does did"
    ),
    talk_places=_words("at by around until till before after in to ran run walked jogged hiked biked cycled slept"),
    amount_verbs=_words("came comes out throw threw chip chipped kick kicked pitch pitched put all buy paid sent"),
    plans=_phrases(
        "remind me,remind us,remember to,don't forget,dont forget,afford,can i,can we,can you,can u,could u,would u,will u,"
        "can someone,can somebody,can anyone,could i,could we,could you,could someone,"
        "would you,will you,how much,how many,what if,should i,should we,do i have,do we have,would it,may i"
    ),
    afford_openings=_phrases("can i,can we,could i,could we,should i,should we,may i"),
    afford_verbs=_words("afford buy spend get order pay"),
    balance_words=_words("balance bal avl available limit due balance:"),
    group_verbs=_words(
        "am is are was were be will meet call see have has need lands land landing arrives arrive leaves leave starts start "
        "ends opens open closes close come comes coming go goes going get gets says said score scored moved moves changed "
        "delayed postponed began begins finished lost beat wins takes took weighs arrived landed left it's it’s its"
    ),
    paid=_words("paid"),
    got_paid=_phrases("got paid,was paid,get paid,been paid"),
    income=_phrases(
        "paid,payday,pay day,paycheck,paycheque,pay check,salary,wage,wages,payroll,pension,income,stipend,direct deposit,"
        "got paid,was paid"
    ),
    me=_words("me us"),
    costs=_words(
        "on cost costs bought buy got get getting ran set charged charge for with to from treated saved fed drove"
    ),
    back_words=_words("back"),
    self_words=_words("i we just i've we've ive"),
    refunds=_words("refund refunded"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(
                _phrases(
                    "received,recieved,sent me,sent us,sent you,paid you,paid me,paid us,gave me,gave us,sold,won,cash back,"
                    "cashback,bonus,"
                    "credit,credits,deposit,deposits,deposited,owed me"
                ),
                "extra",
            ),
            **dict.fromkeys(_phrases("returned,return,reimbursed,reimbursement,paid back to me"), "refund"),
            **dict.fromkeys(_phrases("social security,credited,net pay,direct dep,dd"), "paycheck"),
        }
    ),
    got=_words("got"),
    from_words=_words("from"),
    trip_words=_words(
        "train bus coach tram ferry flight ticket tickets fare rail trip express single journey taxi cab metro"
    ),
    card_words=_words("card cards union limit score check report"),
    debits=_words(
        "bill invoice receipt debited charged bought spent purchased purchase ordered order sent paid buy "
        "withdrawn delivery takeout takeaway"
    ),
    transfers=_words("atm withdrawal withdrawals withdrew withdraw"),
    transfer_phrases=_phrases("to savings,into savings,to saving,to checking,to my savings"),
    little_words=_words(
        "a an and as at be by de do el en for from go he i in is it la le me my no of on or our she so the to un up us we with "
        "you n & this that some just i'm im w w/"
    ),
    verbs_first=_words(
        "bought spent spend paid got had ordered grabbed forgot picked ate drank pick get buy grab bring order drink"
    ),
    tells=_words("bought spent spend paid had ordered grabbed forgot"),
    count_verbs=_words("bought ordered got had grabbed up get buy bring grab ate drank order"),
    not_numbers=_words("nan inf infinity"),
    builtin=builtin.ENGLISH,
)

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType({ENGLISH.language: ENGLISH})


@lru_cache(maxsize=64)
def vocabulary_for(language: str) -> Vocabulary:
    """Return English, with one other language's words where its table exists."""
    other = VOCABULARIES.get(language)
    return ENGLISH if other is None or other is ENGLISH else ENGLISH.joined(other)
