"""Which way the money went: spent, a refund, a paycheck, extra cash, or a question (docs/grammar.md, 6)."""

from collections.abc import Sequence
from itertools import pairwise

from budget.errors import Refused, Why
from budget.grammar.flow_values import MAYBE_SPENT, SPENT, Flow, Line, is_minus
from budget.grammar.gains import gained, names_pay, only_got, tips_earned
from budget.grammar.naming import Names
from budget.grammar.others import is_given, others_paid
from budget.grammar.parts import Part
from budget.grammar.readings import About, Label
from budget.grammar.senders import (
    came_back,
    from_others,
    from_somebody,
    is_credited,
    is_of_amount,
    names_nobody,
    pays,
    says_spent,
)
from budget.grammar.vocabulary import came_in_by_opener, card_names, only_income
from budget.grammar.words import Kind, Word
from languages.vocabulary import Vocabulary

_SIGNS = frozenset("-–—+")
_LIKELY = {
    "extra": (Label.EXTRA, Label.REFUND, Label.PAYCHECK, Label.SPENT),
    "refund": (Label.REFUND, Label.EXTRA, Label.PAYCHECK, Label.SPENT),
    "paycheck": (Label.PAYCHECK, Label.EXTRA, Label.REFUND, Label.SPENT),
    "either": (Label.EXTRA, Label.SPENT, Label.REFUND, Label.PAYCHECK),
}


def flow_of(part: Part, vocabulary: Vocabulary, names: Names, *, named: bool, known: bool, shared: bool) -> Flow:
    """Return which way the money of a part went; ``named`` by an own word, ``known`` by any. Raises `Refused`.

    Where one writes alone (not ``shared``), what somebody with a name paid may be no spending.
    """
    spoken = [word for word in part.words if word.kind is not Kind.SYMBOL]
    before = tuple(word for word in spoken if word.place < part.at)
    line = Line(part, before, tuple(spoken[len(before) :]), vocabulary, named, names, shared)
    if not spoken and not part.sign:
        return SPENT
    said = {word.folded for word in spoken}
    for decide in (_paycheck, _signed, _refund, _came_in, others_paid, _paid, _income, _card_debt, _taken_off):
        flow = decide(line, said, known)
        if flow is not None:
            return flow
    if _costs_moving(line, said):
        return MAYBE_SPENT if part.amount.working else SPENT  # but not `atm 60 + 3 fee`
    if (
        said & vocabulary.transfers
        or (_is_wired(said, vocabulary) and not known)
        or line.first_of(vocabulary.transfer_phrases | vocabulary.owed_phrases) is not None
    ):
        return MAYBE_SPENT
    return SPENT


def _costs_moving(line: Line, said: set[str]) -> bool:
    """Whether an amount is what it cost to move money: `atm fee 3`, `biaya transfer 6500`."""
    moves = line.vocabulary.transfers | line.vocabulary.wires
    return not said.isdisjoint(moves) and any(
        not moves.isdisjoint(phrase) and line.first_of(frozenset({phrase})) for phrase in line.vocabulary.spent_phrases
    )


def _is_wired(said: set[str], vocabulary: Vocabulary) -> bool:
    """Whether words tell of a transfer: `отдал Диме 200`, but not `отдал за билеты 500`."""
    wires = said & vocabulary.wires
    return bool(wires) and not (wires <= vocabulary.amount_verbs and said & vocabulary.for_words)


def _paycheck(line: Line, _said: set[str], _known: bool) -> Flow | None:
    """A word of income and an amount, and nothing else."""
    vocabulary, before, after = line.vocabulary, [one.folded for one in line.before], [one.folded for one in line.after]
    if not before and not vocabulary.arrived.isdisjoint(
        after
    ):  # `2300 Gehalt eingegangen`; but `2300 Gehalt` may be paid
        before, after = after, before
    if not vocabulary.arrived.issuperset(after) or not only_income(before, vocabulary):
        return None
    if line.part.sign:
        raise Refused(Why.INCOME_SIGNED, " ".join(word.raw for word in line.before or line.after))
    return Flow((Label.PAYCHECK,), About.INCOME, _indexes(line.spoken), income_word=True)


def _indexes(words: Sequence[Word]) -> frozenset[int]:
    return frozenset(word.place for word in words)


def _signed(line: Line, said: set[str], known: bool) -> Flow | None:
    """A sign: `-5 coffee` came back, `+40` came in; what stands apart or within the line is asked about."""
    sign, first = line.part.sign, not line.before
    if not sign:
        return _loose_dash(line)
    if said & line.vocabulary.paid and not line.named:
        raise Refused(Why.INCOME_SIGNED, line.part.words[0].raw)
    if sign == "-":
        if first and not line.part.loose_sign:
            return Flow((Label.REFUND,), About.REFUND, _refund_words(line))
        if said & line.vocabulary.refunds:
            return Flow((Label.REFUND,), About.REFUND, _refund_words(line))
        return Flow((Label.SPENT, Label.REFUND, Label.CAME_IN), About.REFUND)
    if line.named:
        return Flow((Label.REFUND,), About.REFUND)
    if known:
        return Flow((Label.EXTRA, Label.REFUND), About.EXTRA)
    if any(phrase[0] in said for phrase in line.vocabulary.income if len(phrase) == 1):
        return Flow((Label.PAYCHECK, Label.EXTRA), About.INCOME)
    return Flow((Label.EXTRA,)) if first else Flow((Label.EXTRA, Label.REFUND, Label.SPENT), About.EXTRA)


def _loose_dash(line: Line) -> Flow | None:
    """`- fun 12.50` and `+ fun 40` may be a list's dash or a sign; `lunch - 12.50` is a dash between words."""
    first = next(
        (word for word in line.part.words if word.kind is Kind.WORD or word.plain in _SIGNS),
        line.part.words[0],
    )
    leads = first.place == sum(word.place < first.place for word in line.part.words)
    apart = first.kind is Kind.SYMBOL and first.plain in _SIGNS
    glued = first.kind is Kind.WORD and first.plain[0] in {"+", "-"}
    is_sign = first.folded in line.vocabulary.plus_words or first.folded in line.vocabulary.minus_words
    said = is_sign and len(line.before) == 1
    if is_minus(line):
        return Flow((Label.SPENT, Label.REFUND, Label.CAME_IN), About.REFUND)
    if (apart or glued or said) and leads and line.part.at > first.place:
        return Flow((Label.SPENT, Label.REFUND, Label.CAME_IN), About.REFUND)
    return None


def _refund_words(line: Line) -> frozenset[int]:
    return frozenset(word.place for word in line.spoken if word.folded in line.vocabulary.refunds)


def _refund(line: Line, said: set[str], _known: bool) -> Flow | None:
    """`refund` first, last or beside the amount is one; elsewhere in the line it is asked about."""
    if not said & line.vocabulary.refunds:
        return None
    if line.first_of(line.vocabulary.income) is not None:
        return Flow(
            (Label.PAYCHECK, Label.REFUND, Label.EXTRA), About.INCOME, income_word=True
        )  # `Gutschrift Lohn 2310`
    if _is_reimbursed(line, said):
        return None
    if not said.isdisjoint(line.vocabulary.debts | line.vocabulary.refunded_to):
        return Flow((Label.SPENT, Label.REFUND, Label.CAME_IN), About.REFUND)  # `terugbetaling lening 400`
    refunds = line.vocabulary.refunds
    if any(
        (one.folded in line.vocabulary.talk_verbs and other.folded in refunds)
        or (one.folded in refunds and other.folded in line.vocabulary.talk_verbs)
        for one, other in pairwise(line.spoken)
    ):
        return Flow((Label.SPENT, Label.REFUND, Label.CAME_IN), About.REFUND)  # `landlord will refund`
    if _is_got_back(line):
        return Flow((Label.REFUND,), About.REFUND, _indexes(line.before))
    beside = (*line.before[:1], *line.before[-1:], *line.after[:1], *line.spoken[-1:])
    if any(word.folded in line.vocabulary.refunds for word in beside):
        return Flow((Label.REFUND,), About.REFUND, _refund_words(line))
    return Flow((Label.REFUND, Label.SPENT, Label.CAME_IN), About.REFUND)


def _is_got_back(line: Line) -> bool:
    """Whether somebody got a refund of an amount: `got a refund of 12`, but not `asked for a refund of 12`."""
    vocabulary, said = line.vocabulary, [word.folded for word in line.before]
    if len(said) < 2 or said[-1] not in vocabulary.of_words or vocabulary.got.isdisjoint(said):
        return False
    told = vocabulary.refunds | vocabulary.got | vocabulary.owners | vocabulary.of_words | vocabulary.self_words
    told |= {one for one, number in vocabulary.small_numbers.items() if number == 1}
    return told.issuperset(said)


def _is_reimbursed(line: Line, said: set[str]) -> bool:
    """Whether a word of refund is in a longer phrase of what came in: `rimborso spese`, `masraf iadesi` are paid by an employer."""
    openers, refunds = came_in_by_opener(line.vocabulary), line.vocabulary.refunds
    longer = [
        phrase
        for word in said
        for _, phrase, _ in openers.get(word, ())
        if phrase[1:] and not refunds.isdisjoint(phrase)
    ]
    return bool(longer) and line.first_of(frozenset(longer)) is not None


def _came_in(line: Line, said: set[str], known: bool) -> Flow | None:
    """Words of money that came in ask, and so does `from Sarah`; who was debited has spent."""
    vocabulary = line.vocabulary
    spends = bool((said & vocabulary.debits) - vocabulary.paid)
    told = _told_to_come_in(line, said, spends=spends, known=known)
    if told is not None and told.labels == _LIKELY["refund"] and not said & vocabulary.from_words:
        return told  # `me devolvieron 20`
    if told is None and _costs_moving(line, said):
        return None
    if from_others(line, said, known) or only_got(line, said) or is_credited(said):
        return Flow(_LIKELY["extra"])
    if told is None and came_back(line):
        return Flow(_LIKELY["refund"])
    if told is not None:
        return told
    if tuple(word.folded for word in line.spoken) in vocabulary.came_in_alone:
        return Flow(_LIKELY["paycheck"], income_word=True)
    if is_given(line):
        return MAYBE_SPENT._replace(income_word=True)
    if tips_earned(line, said) or gained(line):
        return Flow(_LIKELY["extra"], income_word=True)
    if names_pay(line) or _is_invoiced(said, vocabulary):
        return Flow(_LIKELY["either"], income_word=True)
    if said & vocabulary.from_words and not spends and from_somebody(line):
        return Flow(_LIKELY["extra"])
    return None


def _is_invoiced(said: set[str], vocabulary: Vocabulary) -> bool:
    """Whether an invoice was sent to somebody, or somebody paid it: `invoice #204 sent $1,500`, `invoice paid 850 from acme`."""
    invoices = vocabulary.labels & vocabulary.bill_words & vocabulary.debits
    if (
        not said.isdisjoint(invoices)
        and not said.isdisjoint(vocabulary.paid)
        and not said.isdisjoint(vocabulary.from_words)
    ):
        return True
    sent = (vocabulary.paid_by & vocabulary.debits) - vocabulary.tells  # not `دفعت فاتورة النت 420`: paid
    return not said.isdisjoint(invoices) and not said.isdisjoint(sent)


def _told_to_come_in(line: Line, said: set[str], *, spends: bool, known: bool) -> Flow | None:
    """Return what a word of money that came in tells: `payout`, `stimulus check`."""
    vocabulary = line.vocabulary
    openers = came_in_by_opener(vocabulary)
    if openers.keys().isdisjoint(said):  # in this order the few words are looked up, not the many phrases
        return None
    for _, phrase, likely in sorted(one for word in said for one in openers.get(word, ())):
        found = line.first_of(frozenset({phrase}))
        at = found[0] if found is not None else 0
        way_back = phrase == ("return",) or phrase[-1] in vocabulary.back_words
        invoiced = spends and vocabulary.labels.issuperset(said & vocabulary.debits)  # `invoice #88 1,200 received`
        billed = (
            found is not None and at == 0 and said & vocabulary.debits <= vocabulary.bill_words
        )  # `credit 15 on my bill`
        if (
            found is None
            or (spends and not invoiced and not billed and len(phrase) == 1)
            or (way_back and said & vocabulary.trip_words)
        ):
            continue
        if phrase[0].isdecimal() and len(phrase) == 1 and line.spoken[at].plain == phrase[0]:
            continue  # `500 ml mleka`, but `500+ 500` is a benefit
        if phrase[-1] in vocabulary.from_words | vocabulary.of_words and is_of_amount(line, at + len(phrase)):
            continue  # `virement de 50 à luc`
        if phrase[-1] in vocabulary.from_words and names_nobody(line, at + len(phrase)):
            continue
        did = phrase[0].endswith(vocabulary.past_endings) or phrase[0] in vocabulary.past_verbs  # `refereed 2 games 70`
        first = phrase in vocabulary.came_in_first and (at or (known and not did))  # `dd netflix 10.99`
        gives = at > 0 and line.spoken[0].folded in vocabulary.paid_by  # `sent roommate 600 rent`
        if first or (likely == "either" and (gives or pays(line))):
            continue
        if not says_spent(line, at, at + len(phrase)):
            return Flow(_LIKELY["either" if invoiced else likely], income_word=True)
    return None


def _taken_off(line: Line, said: set[str], _known: bool) -> Flow | None:
    """What was taken off a price is not spent: `discount 10`, `10 off`; a voucher may have been bought."""
    vocabulary = line.vocabulary
    if said.isdisjoint(vocabulary.off_words) or any(word.kind is Kind.PERCENT for word in line.part.words):
        return None  # `20% off 12.50`
    if not said.isdisjoint(vocabulary.through_words):
        return MAYBE_SPENT  # `up to 50 off at Zara`
    beside = vocabulary.little_words | vocabulary.owners
    behind = bool(line.after) and line.after[0].folded in vocabulary.off_words
    alone = vocabulary.brought.issuperset(word.folded for word in line.before)  # `take 5 off the last one`
    alone = alone or vocabulary.closings.issuperset(word.folded for word in line.after[1:])
    alone = alone or line.after[1].folded in vocabulary.day_openers | vocabulary.behind_things  # `$5 off at Publix`
    behind = behind and alone  # not `train 34.50 off peak`
    last = line.before[-1].folded if line.before else ""
    less = last in vocabulary.less_words and said.isdisjoint(vocabulary.with_words | vocabulary.after_words)
    less = less and tuple(word.folded for word in line.before[-2:]) not in vocabulary.spent_phrases  # `scratch off 5`
    return MAYBE_SPENT if behind or less or said <= vocabulary.off_words | beside else None


def _card_debt(line: Line, said: set[str], _known: bool) -> Flow | None:
    """A card alone may be paid for what is recorded already: `credit card 200`, but neither `gas 40 credit card` nor a bill."""
    vocabulary = line.vocabulary
    if said.isdisjoint(card_names(vocabulary)):
        return None
    beside = vocabulary.self_words | vocabulary.owners | vocabulary.articles
    phrase = tuple(word.folded for word in line.spoken if word.folded not in beside)
    return MAYBE_SPENT if phrase in vocabulary.card_debts else None


def _paid(line: Line, said: set[str], known: bool) -> Flow | None:
    """`paid` with words and an amount is spent, with an offer; where it could be either it is asked about."""
    vocabulary = line.vocabulary
    if not said & vocabulary.paid:
        return None
    if vocabulary.owed_phrases and line.first_of(vocabulary.owed_phrases) is not None:
        return MAYBE_SPENT  # `payé à Luc ce que je lui devais 40`
    got = line.first_of(vocabulary.got_paid)
    if got is not None and not (
        known and got[1][-1] in vocabulary.paid_last and (line.after or got[0])
    ):  # `kos 1,2jt udah dibayar`, `rent got paid 900`
        at, phrase = got
        whole = (
            at + len(phrase) == len(line.spoken)
            and not line.after
            and said <= vocabulary.self_words | _flat(vocabulary)
        )
        labels = (Label.PAYCHECK,) if whole else (Label.PAYCHECK, Label.EXTRA, Label.SPENT)
        return Flow(labels, About.INCOME, _indexes(line.before) if whole else frozenset(), income_word=True)
    opening = 0
    while opening < len(line.before) and line.before[opening].folded in vocabulary.self_words:
        opening += 1
    at = next(n for n, word in enumerate(line.spoken) if word.folded in vocabulary.paid)
    verb = line.spoken[at]
    beside = line.before[at + 1 :]
    if len(beside) == 1 and beside[0].folded in vocabulary.in_words:  # `paid in 850`, but not `paid in cash 40`
        return Flow(_LIKELY["extra"], income_word=True)
    others = [word for word in line.spoken if word is not verb and word.folded not in vocabulary.self_words]
    if not others:
        return Flow((Label.PAYCHECK, Label.SPENT), About.INCOME, income_word=True)
    if all(word.folded in vocabulary.back_words for word in others):
        return Flow((Label.SPENT, Label.EXTRA), About.INCOME, income_word=True)  # `paid back 40`
    if at != opening or verb in line.after:
        return _paid_within(line, at, known)
    gone = frozenset({verb.place})
    behind = line.after[1:] if len(line.after) > 1 and line.after[0].folded in vocabulary.money_names else line.after
    led = vocabulary.for_words | vocabulary.articles | {"to"}  # `paid 35 cash for …`, `pagato 32 il parrucchiere`
    via = bool(line.before[at + 1 :]) and line.before[at + 1].folded in vocabulary.via_words
    bought = (len(line.before) > at + 1 and not via) or known or (not via and behind[0].folded in led)
    if bought:
        return Flow((Label.SPENT,), About.INCOME, gone, offers_income=True, income_word=True)
    return Flow((Label.SPENT, Label.PAYCHECK, Label.EXTRA), About.INCOME, gone, income_word=True)


def _flat(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word for phrase in vocabulary.got_paid for word in phrase)


def _paid_within(line: Line, at: int, known: bool) -> Flow:
    """`water bill 45 paid` is spent; `Mike paid 20` may have come in."""
    between = {word.folded for word in line.before[at + 1 :]}
    between |= {word.folded for word in line.after}  # `Mike paid 20 back`
    if not between and line.spoken[at].folded in line.vocabulary.paid_last:
        return Flow((Label.SPENT,), income_word=True)
    beside = line.vocabulary.back_words | line.vocabulary.money_names  # `Mrs T paid cash 300`
    shop = at > 1 and line.spoken[at - 2].folded in line.vocabulary.at_words  # `20% off at Kohls, paid 31.05`
    if 0 < at < len(line.before) and between <= beside and not known and not shop:
        return Flow((Label.EXTRA, Label.SPENT, Label.PAYCHECK), About.INCOME, income_word=True)
    whom = [word.folded for word in line.after[1:3]]
    own = line.vocabulary.me | line.vocabulary.owners
    if (
        not line.before
        and at == 0
        and whom[1:]
        and whom[0] in line.vocabulary.for_words | {"to"}
        and whom[1] not in own
    ):
        return Flow((Label.SPENT,), income_word=True)  # `60 paid to auto`
    if not line.before and at == 0 and not known:
        return Flow((Label.SPENT, Label.PAYCHECK, Label.EXTRA), About.INCOME, income_word=True)  # `1500 paid acme`
    return Flow((Label.SPENT,), income_word=True)


def _income(line: Line, said: set[str], _known: bool) -> Flow | None:
    """A word of income among others: `maid salary 3000`, `salary 1500 acme`."""
    vocabulary = line.vocabulary
    found = line.first_of(vocabulary.income)
    if found is None:
        return None
    at, phrase = found
    if says_spent(line, at, at + len(phrase)):
        return None  # `payroll tax 200`
    gone = _indexes(line.before[:1]) if at == 0 and line.before else frozenset[int]()
    beside = vocabulary.self_words | vocabulary.little_words | vocabulary.arrivals | vocabulary.months.keys()
    beside |= {line.spoken[at].folded}
    first = at == 0 or said <= beside or phrase not in vocabulary.paid_out
    labels = (Label.PAYCHECK, Label.SPENT, Label.EXTRA) if first else (Label.SPENT, Label.PAYCHECK, Label.EXTRA)
    return Flow(labels, About.INCOME, gone, income_word=True)
