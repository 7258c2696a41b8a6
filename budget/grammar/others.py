"""What others paid or gave, by who begins the line: `dad sent 200`, `boss paid lunch 14`, `Sam bought me lunch 14`."""

from itertools import pairwise

from budget.grammar.readings import About
from budget.grammar.ways import MAYBE_SPENT, Flow, Line

_LONGEST_NAME = 2  # words


def gave(line: Line) -> bool:
    """Whether somebody else gave the amount: `dad sent 200 for books`, but neither `i sent 200` nor `water bill sent 40`."""
    vocabulary = line.vocabulary
    who = line.before[:-1]
    verb = line.before[-1].folded if line.before else ""
    while len(who) > 1 and who[-1].folded in vocabulary.self_words:
        who = who[:-1]  # `Luc a envoyé 50`
    while len(who) > 1 and who[0].folded in vocabulary.articles | vocabulary.owners:
        who = who[1:]
    if verb not in vocabulary.paid_by and not (verb in vocabulary.auxiliaries and _gave_last(line)):
        return False
    names = [word.folded for word in who]
    nobody = vocabulary.self_words | vocabulary.little_words | vocabulary.no_payers
    known = len(names) != 1 or names[0] in nobody or line.names.knows(names[0])
    return not known or _is_somebody(names, line)


def _gave_last(line: Line) -> bool:
    """Whether a verb of paying or giving ends the line: `Tom hat 20 bezahlt`."""
    vocabulary = line.vocabulary
    return len(line.after) == 1 and line.after[0].folded in vocabulary.paid | vocabulary.paid_by


def others_paid(line: Line, said: set[str], _known: bool) -> Flow | None:
    """What others paid may be no spending: `boss paid lunch 14`, `lunch with the boss, he paid 18`, `Sam bought me lunch 14`."""
    vocabulary = line.vocabulary
    if said.isdisjoint(vocabulary.others_paid | vocabulary.auxiliaries):
        return None
    spoken = [word.folded for word in line.spoken]
    told = any(who in vocabulary.others and verb in vocabulary.others_paid for who, verb in pairwise(spoken))
    if len(spoken) > 2 and (told or (not line.shared and _somebody_paid(line, spoken))):
        return MAYBE_SPENT._replace(about=About.EXTRA, income_word=True)
    return None


def _somebody_paid(line: Line, spoken: list[str]) -> bool:
    """Whether a line begins with who paid for something: `Sam paid dinner 84.10`, but neither `wife paid …` nor `rent paid …`."""
    vocabulary = line.vocabulary
    beside = vocabulary.self_words | vocabulary.little_words | vocabulary.auxiliaries | vocabulary.me
    verbs = vocabulary.others_paid - beside
    if (
        spoken[1] in vocabulary.auxiliaries | vocabulary.me
        and spoken[-1] in vocabulary.paid | vocabulary.paid_by | verbs
    ):
        at = end = 1  # `Sam hat das Essen bezahlt`
    else:
        at = end = next((n for n, word in enumerate(spoken) if word in verbs), 0)
    while end > 1 and spoken[end - 1] in beside:
        end -= 1  # `Sam a payé`, `Sam me invitó`
    who, bought = spoken[:end], spoken[at + 1 :]
    if len(who) > 1 and who[0] in vocabulary.owners | vocabulary.articles:
        who = who[1:]
    if not bought or not _is_somebody(who, line):
        return False
    if spoken[at] not in vocabulary.paid or bought[0] in vocabulary.me:
        return bought[0] in vocabulary.me or line.names.names.keys().isdisjoint(spoken)
    opens = vocabulary.articles | vocabulary.owners | vocabulary.for_words
    thing = bought[0] in opens or any(line.names.knows(word) or word in vocabulary.bought_things for word in bought)
    return thing and line.names.names.keys().isdisjoint(spoken)


def _is_somebody(who: list[str], line: Line) -> bool:
    """Whether one word or two may be somebody's name: nothing that is bought or owed, and nobody of the household."""
    vocabulary = line.vocabulary
    nobody = vocabulary.no_payers | vocabulary.little_words | vocabulary.self_words | vocabulary.bill_words
    things = vocabulary.bought_things | vocabulary.amount_words | vocabulary.money_names | vocabulary.tells
    return 0 < len(who) <= _LONGEST_NAME and not any(
        word in nobody or word in things or line.names.knows(word) or not word[0].isalpha() for word in who
    )
