"""What others paid or gave, by who begins the line: `dad sent 200`, `boss paid lunch 14`, `Sam bought me lunch 14`."""

from functools import lru_cache
from itertools import pairwise

from budget.grammar.flow_values import MAYBE_SPENT, Flow, Line
from budget.grammar.readings import About
from budget.grammar.vocabulary import openers_of
from languages.vocabulary import LONGEST, Vocabulary

_LONGEST_NAME = 2  # words
_OWNED = "'s"
_NEAR = 4  # words behind who paid
_TREATS = "fun"  # the key of the category with what people are treated to


def gave(line: Line) -> bool:
    """Whether somebody else gave the amount: `dad sent 200 for books`, but neither `i sent 200` nor `water bill sent 40`."""
    vocabulary = line.vocabulary
    who = line.before
    while len(who) > 1 and who[-1].folded in vocabulary.articles | vocabulary.owners:
        who = who[:-1]  # `papà mi ha dato i 50`
    verb = who[-1].folded if who else ""
    who = who[:-1]
    if len(line.before) > 2 and line.before[2].folded in vocabulary.for_words:
        who, verb = line.before[:1], line.before[1].folded  # `Оля отдала за билеты 400`
    while len(who) > 1 and who[-1].folded in _before_giving(vocabulary):
        who = who[:-1]  # `Luc a envoyé 50`, `Luc a enfin payé 50`
    while len(who) > 1 and who[0].folded in vocabulary.articles | vocabulary.owners:
        who = who[1:]
    if verb not in vocabulary.paid_by and not (verb in vocabulary.auxiliaries and _gave_last(line)):
        return False
    names = [word.folded for word in who]
    if names and names[0].endswith(vocabulary.receiver_endings):
        return False
    if len(names) <= _LONGEST_NAME and names[:1] and names[0] in vocabulary.others and verb in vocabulary.paid_by:
        return True  # `insurance sent 1000`, `temen kos transfer 900rb`
    nobody = vocabulary.self_words | vocabulary.little_words | vocabulary.no_payers
    known = len(names) != 1 or names[0] in nobody or line.names.knows(names[0])
    return not known or _is_somebody(names, line)


@lru_cache(maxsize=64)
def _before_giving(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that may stand between who gave something and the verb."""
    return vocabulary.self_words | vocabulary.no_payers | vocabulary.little_words - vocabulary.and_words


def is_others(line: Line, at: int, others: frozenset[str]) -> bool:
    """Whether one of those ``others`` stands here from whom nothing is bought: `за бензин от коллеги 500`."""
    vocabulary = line.vocabulary
    little = vocabulary.articles | vocabulary.owners
    who = next((word.folded for word in line.spoken[at:] if word.folded not in little), "")
    return who in others


def is_of_others(line: Line) -> bool:
    """Whether an amount is of somebody, and nothing is said of what was bought.

    As in `50 balles de mamie`, `50 del abuelo`, `de mamie pour mon anniv 50`.
    """
    vocabulary = line.vocabulary
    said = line.before or line.after
    if not said or said[0].folded not in vocabulary.of_words:
        return False
    behind = line.after if line.before else ()
    if behind and behind[0].folded not in vocabulary.for_words | vocabulary.little_words:
        return False  # but `do vô 20 pelo boletim`
    little = vocabulary.owners | vocabulary.articles
    at = next((n for n, word in enumerate(said) if n and word.folded not in little), len(said))
    named = at < len(said) and said[at].folded in vocabulary.others
    return named and not any(line.names.knows(word.folded) for word in (*said[at + 1 :], *behind))


def is_given(line: Line) -> bool:
    """Whether a verb of giving ends a line that begins with somebody else, who gave or was given: `Oma 50 geschenkt`."""
    vocabulary = line.vocabulary
    who = [word.folded for word in line.before if word.folded not in vocabulary.articles | vocabulary.owners]
    given = [word.folded for word in line.after]
    return len(who) == len(given) == 1 and who[0] in vocabulary.others and given[0] in vocabulary.paid_by


def is_from_others(line: Line) -> bool:
    """Whether somebody stands before what says from whom: `おばあちゃんから誕生日に5000円`."""
    vocabulary = line.vocabulary
    return any(
        who.folded in vocabulary.others and behind.folded in vocabulary.from_last
        for who, behind in pairwise(line.before)
    )


def is_gift(line: Line) -> bool:
    """Whether somebody else and a day on which gifts are given stand beside an amount: `nan 50 for my birthday`.

    Not where the day is theirs: `mom 50 for her birthday`.
    """
    vocabulary, after = line.vocabulary, {word.folded for word in line.after}
    *whose, who = [word.folded for word in line.before] or [""]
    told = after & vocabulary.for_words and after & vocabulary.gift_days
    beside = vocabulary.little_words | vocabulary.for_words | vocabulary.gift_days
    return bool(told) and after <= beside and who in vocabulary.others and vocabulary.owners.issuperset(whose)


def _gave_last(line: Line) -> bool:
    """Whether a verb of paying or giving ends the line: `Tom hat 20 bezahlt`."""
    vocabulary = line.vocabulary
    return len(line.after) == 1 and line.after[0].folded in vocabulary.paid | vocabulary.paid_by


def others_paid(line: Line, said: set[str], _known: bool) -> Flow | None:
    """What others paid may be no spending: `boss paid lunch 14`, `lunch with the boss, he paid 18`, `Sam bought me lunch 14`."""
    vocabulary = line.vocabulary
    if _is_treated(line, said) or _somebody_treated(line, said):
        return MAYBE_SPENT._replace(about=About.EXTRA, income_word=True)
    if said.isdisjoint(vocabulary.others_paid | vocabulary.auxiliaries) or said & vocabulary.cost_verbs:
        return None  # `les rideaux ont coûté 79`
    spoken = [word.folded for word in line.spoken]
    told = any(who in vocabulary.others and verb in vocabulary.others_paid for who, verb in pairwise(spoken))
    told = told or _relative_paid(line)
    if _they_paid(line, spoken):
        return MAYBE_SPENT._replace(about=About.EXTRA, income_word=True)
    somebody = len(spoken) > 2 and not line.shared and (_somebody_paid(line, spoken) or _paid_last(line))
    told = told and (len(spoken) > 2 or vocabulary.paid.isdisjoint(spoken))  # not `boss paid 400`
    if told or somebody:
        return MAYBE_SPENT._replace(about=About.EXTRA, income_word=True)
    return None


def _relative_paid(line: Line) -> bool:
    """Whether a line begins with somebody else, a name behind what they are: `aunt Jo gave Sam $50`."""
    who = [word for word in line.spoken[:4] if word.folded not in line.vocabulary.owners | line.vocabulary.articles][:3]
    if len(who) < 3 or who[0].folded not in line.vocabulary.others:
        return False
    named = who[1].raw[:1].isupper() and not line.names.knows(who[1].folded)
    return named and who[2].folded in line.vocabulary.others_paid


def _somebody_treated(line: Line, said: set[str]) -> bool:
    """Whether a verb says that somebody else treated: `Anna postawiła 20`, `Ana me invitó 20`, but not `угостил Аню 400`."""
    vocabulary = line.vocabulary
    if said.isdisjoint(vocabulary.treat_verbs):
        return False
    beside = vocabulary.auxiliaries | vocabulary.me | vocabulary.self_words | vocabulary.owners | vocabulary.articles
    for n, word in enumerate(spoken := [word.folded for word in line.spoken]):
        if word in vocabulary.treat_verbs:
            who = [one for one in spoken[:n] if one not in beside]
            if vocabulary.verbs_last:
                who = [one for one in who if not line.names.knows(one)]  # `ali bira ısmarladı 100`
            to_me = any(one in vocabulary.me for one in spoken[max(0, n - 1) : n + 2])
            if to_me or (not line.shared and _is_somebody(who, line)):
                return True
    return False


def _they_paid(line: Line, spoken: list[str]) -> bool:
    """Whether he, she or they paid: `ужин с Пашей он заплатил 400`, `er hat das Essen bezahlt`."""
    vocabulary = line.vocabulary
    verbs = vocabulary.paid | vocabulary.others_paid
    for n, word in enumerate(spoken):
        following = spoken[n + 1 : n + 1 + _NEAR]  # `она в кафе заплатила`
        if word in vocabulary.they - vocabulary.articles and following:  # `él pagó`, but `el pago`
            last = following[0] in vocabulary.auxiliaries and spoken[-1] in verbs
            if last or not verbs.isdisjoint(following):
                return True
    return False


def _is_treated(line: Line, said: set[str]) -> bool:
    """Whether words say who paid instead: `lunch on lisa 22`, `dinner paid by my boss 40`, `sam's treat 45`."""
    vocabulary, spoken = line.vocabulary, [word.folded for word in line.spoken]
    if not said.isdisjoint(phrase[-1] for phrase in vocabulary.treats):
        for n, (whose, treat) in enumerate(pairwise(spoken)):
            who, owned, _ = whose.rpartition(_OWNED)
            if (whose, treat) in vocabulary.treats and _may_be_who(spoken[max(0, n - 1) : n], line):
                return True
            if owned and (_OWNED, treat) in vocabulary.treats and _is_host([who], line):
                return True
    around = zip(spoken, spoken[1:], spoken[2:], strict=False) if vocabulary.treated_around else ()
    if any((opened, closed) in vocabulary.treated_around and _is_host([who], line) for opened, who, closed in around):
        return True
    if said.isdisjoint(openers_of(vocabulary.treated_by)):
        return False
    return any(_is_treated_at(line, spoken, at) for at in range(len(spoken) - 1))


def _is_treated_at(line: Line, spoken: list[str], at: int) -> bool:
    """Whether words that say who paid begin here; `on` does so only behind a treat: `lunch on lisa`, but not `50 on lisa`."""
    vocabulary, some = line.vocabulary, spoken[at : at + LONGEST]
    length = next((n for n in range(len(some), 0, -1) if tuple(some[:n]) in vocabulary.treated_by), 0)
    if not length or (length == 1 and some[0] in vocabulary.little_words and not _is_treat(spoken[:at], line)):
        return False
    who = spoken[at + length : at + length + 2]
    article = who[:1] and who[0] in vocabulary.articles
    if len(who) > 1 and who[0] in vocabulary.articles | vocabulary.owners:
        who = who[1:]
    if article and length == 1:
        return who[0] in vocabulary.others | vocabulary.hosts
    on_street = who[1:] and who[1] in vocabulary.streets  # `lunch on Sunset Blvd`
    return bool(who) and not on_street and _is_host(who[:1], line)


def _is_treat(said: list[str], line: Line) -> bool:
    """Whether words end with what people are treated to: `lunch`, `ice cream`."""
    found = line.names.everyday_word(said, backwards=True)
    if found is None:
        return tuple(said[-1:]) in line.vocabulary.treats
    return line.names.builtin.get(found[0]) == _TREATS


def _may_be_who(said: list[str], line: Line) -> bool:
    """Whether a treat is no own one, as `私のおごり` is."""
    return said == [] or said[0] not in line.vocabulary.self_words


def _is_host(who: list[str], line: Line) -> bool:
    """Whether a word may be who pays for others: a name only where nobody else writes."""
    vocabulary, name = line.vocabulary, who[0]
    if name in vocabulary.others | vocabulary.hosts:
        return True
    no_name = not name or name in vocabulary.not_hosts or line.names.names.keys() & {name}
    glued = any(name.startswith(article) for article in vocabulary.glued_articles)
    return not line.shared and not no_name and not glued and _is_somebody(who, line)


def _paid_last(line: Line) -> bool:
    """Whether a line ends with who paid: `lunch, Lisa paid 22`, `gas 30 Jim paid`, but not `phone Verizon paid 60`."""
    *bought, who, verb = [word.folded for word in line.spoken]
    if verb not in line.vocabulary.paid | line.vocabulary.others_paid:
        return False
    if len(line.after) == _LONGEST_NAME and line.names.knows(bought[-1]):
        return _is_host([who], line)
    company = line.vocabulary.with_words - line.vocabulary.of_words
    while bought[-1:] and bought[-1] in line.vocabulary.articles | line.vocabulary.owners:
        bought.pop()
    end = next((n for n, word in enumerate(bought) if word in company), len(bought))  # `lunch with Ben, Ben paid, 40`
    beside = len(bought) == end + 1 or line.spoken[-2].stop  # but not `lunch with Ben paid 40`
    return not beside and _is_treat(bought[:end], line) and _is_host([who], line)


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
    between = (beside | vocabulary.no_payers) - vocabulary.and_words
    while end > 1 and spoken[end - 1] in between:
        end -= 1  # `Sam a payé`, `Sam me invitó`, `Sam finally paid`
    if spoken[end - 1] in vocabulary.and_words or line.spoken[end - 1].stop:
        return False  # `went out and bought gloves 43`, `its late, paid 5 for a cab`
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
