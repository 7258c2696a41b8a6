"""What a line means of which the day is known."""

from dataclasses import replace

from budget.entries import Entry, Kind
from budget.errors import Refused, Why
from budget.grammar import words as lexer
from budget.grammar.flow import flow_of
from budget.grammar.flow_values import SPENT, Flow, is_way_back
from budget.grammar.notes import Naming, Writer
from budget.grammar.parts import Part, Pick, Picks
from budget.grammar.prices import picks_of
from budget.grammar.readings import About, Choice, Evidence, Label, Offer, Question, Scope, Understood
from budget.grammar.roles import Reader
from budget.grammar.spans import Way

_EARLY_PAYCHECK = 6  # days: a second paycheck within them is asked about while no gap is known


def read_way(line: str, way: Way, scope: Scope) -> Understood | Question:
    words = way.words
    if not any(word.kind > lexer.Kind.WORD for word in words):
        raise Refused(Why.ONLY_A_DAY, way.said)
    reader = Reader(scope.money, scope.vocabulary, scope.names)
    return picked_way(line, way, picks_of(words, reader, scope.names), scope)


def picked_way(line: str, way: Way, picks: Picks, scope: Scope, flow: Flow | None = None) -> Understood | Question:
    """Read a line of which the ways to read its amounts are known, and which way its money went where ``flow`` says so."""
    day = scope.heading if scope.heading is not None and not way.said else way.day
    writer = Writer(line, day, scope)
    if not way.said and scope.heading is None:
        picks = picks._replace(evidence=picks.evidence | Evidence.UNDATED)
    if len(picks.picks) == 1 and len(picks.picks[0].parts) == 1:
        return _certain(writer, picks, scope, flow)
    return _choices(writer, picks, scope)


def _certain(writer: Writer, picks: Picks, scope: Scope, flow: Flow | None) -> Understood | Question:
    """Read a line with one amount."""
    (part,) = picks.picks[0].parts
    scope.money.checked(part.amount)
    named = writer.named(part)
    flow = flow or _flow(part, named, scope)
    evidence = picks.evidence | (Evidence.NAMED if named.sure or flow.income_word else Evidence.NOTHING)
    if named.sure and named.offer is Offer.NOTHING:
        evidence |= Evidence.CATEGORY
    talk = Evidence.TALK in picks.evidence
    if len(named.categories) > 1:
        entries = (writer.entry(part, Label.SPENT, flow, one) for one in named.categories)
        return Question(About.CATEGORY, tuple(Choice(Label.CATEGORY, (entry,)) for entry in entries), evidence)
    if len(flow.labels) > 1:
        return Question(flow.about, tuple(writer.choice(part, label, flow, named) for label in flow.labels), evidence)
    label = flow.labels[0]
    entry = writer.entry(part, label, flow, named.likeliest)
    if label is Label.PAYCHECK and not picks.doubtful:
        return _paycheck(entry, scope, evidence)
    understood = Understood(
        entry, _offer(named, flow) if entry.kind.is_spending else Offer.NOTHING, named.tag, evidence
    )
    if talk:
        return as_question(understood, scope)
    if picks.doubtful:
        return Question(About.AMOUNT, (Choice(Label.AMOUNT, (entry,)),), evidence)
    return understood


def _flow(part: Part, named: Naming, scope: Scope) -> Flow:
    own = any(one.own for one in named.categories)
    known = bool(named.categories)
    return flow_of(part, scope.vocabulary, scope.names, named=own, known=known, shared=scope.shared)


def _offer(named: Naming, flow: Flow) -> Offer:
    if flow.offers_income:
        return Offer.INCOME
    return named.offer


def _paycheck(entry: Entry, scope: Scope, evidence: Evidence) -> Understood | Question:
    """Ask about a second paycheck that comes before half the usual gap has passed; on the same day they add up.

    What adds to the latest paycheck counts from its day on: on an earlier day it would stand in the pay period before.
    """
    last = scope.last_paycheck
    days = abs((entry.day - last).days) if last is not None else 0
    early = days <= _EARLY_PAYCHECK if scope.usual_gap is None else 2 * days < scope.usual_gap
    if days == 0 or not early:
        return Understood(entry, evidence=evidence)
    adds = replace(entry, kind=Kind.EXTRA, day=max(entry.day, last) if last is not None else entry.day)
    choices = (Choice(Label.NEW_PERIOD, (entry,)), Choice(Label.ADDS, (adds,)))
    return Question(About.PERIOD, choices, evidence)


def _choices(writer: Writer, picks: Picks, scope: Scope) -> Question:
    """Make one question of several ways to read the amounts. Raises the first refusal where no way can be read."""
    choices: dict[tuple[Entry, ...], Choice] = {}
    refusals: list[Refused] = []
    evidence = picks.evidence
    for pick in picks.picks:
        try:
            entries, shown = _picked(writer, pick, scope)
        except Refused as refused:
            refusals.append(refused)
            continue
        evidence |= shown
        choices.setdefault(entries, Choice(pick.label, entries))
    if not choices:
        raise refusals[0]
    several = any(choice.label in {Label.ENTRIES, Label.IN_ALL} for choice in choices.values())
    return Question(About.ENTRIES if several else About.AMOUNT, tuple(choices.values()), evidence)


def _picked(writer: Writer, pick: Pick, scope: Scope) -> tuple[tuple[Entry, ...], Evidence]:
    entries, evidence = [], Evidence.NOTHING
    refund = False  # a refund of several things: the word stands before the first
    for part in pick.parts:
        scope.money.checked(part.amount)
        named = writer.named(part)
        flow = SPENT if is_way_back(part, pick.parts, scope.vocabulary) else _flow(part, named, scope)
        if named.sure or flow.income_word:
            evidence |= Evidence.NAMED
        refund = refund or flow.labels[0] is Label.REFUND
        label = Label.REFUND if refund and flow.labels[0] is Label.SPENT else flow.labels[0]
        entries.append(writer.entry(part, label, flow, named.likeliest))
    return tuple(entries), evidence


def as_question(reading: Understood, scope: Scope) -> Question:
    """Ask about what was understood: whether it is an entry at all, and in which category."""
    entry = reading.entry
    if not entry.kind.is_spending:
        label = Label.PAYCHECK if entry.kind is Kind.PAYCHECK else Label.EXTRA
        last = scope.last_resort
        spent = replace(entry, kind=Kind.EXPENSE, category=last)
        ways = (Choice(label, (entry,)), Choice(Label.SPENT, (spent,)), Choice(Label.NOT_SPENDING, ()))
        return Question(About.INCOME, ways, reading.evidence)
    last = scope.last_resort
    others = [one.number for one in scope.categories if not one.removed and one.number not in {last, entry.category}]
    numbers = dict.fromkeys((*([entry.category] if entry.category != last else []), *others, last))
    choices = tuple(Choice(Label.CATEGORY, (replace(entry, category=number),)) for number in numbers)
    came_in = Choice(Label.CAME_IN, (replace(entry, kind=Kind.EXTRA, category=None),))
    return Question(About.SPENDING, (*choices, came_in, Choice(Label.NOT_SPENDING, ())), reading.evidence)
