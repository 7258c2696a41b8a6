"""What says that somebody got or earned an amount: `got 20`, `tips 85`, `night diff pay 210`."""

from budget.grammar.flow_values import Line


def is_got_from(line: Line, *, known: bool) -> bool:
    """Whether a verb of getting says no more than from whom: `mehmetten 800 aldım`, but not `marketten 80 aldım`."""
    vocabulary = line.vocabulary
    if known or len(line.before) != 1 or len(line.after) != 1 or line.after[0].folded not in vocabulary.got:
        return False
    whom = line.before[0].folded
    ending = next((one for one in vocabulary.from_endings if whom.endswith(one)), "")
    return bool(ending) and whom.removesuffix(ending) not in vocabulary.sellers


def only_got(line: Line, said: set[str]) -> bool:
    """Whether somebody got an amount, and nothing is said of what was bought with it: `got 20`, `got 50 for my birthday`."""
    vocabulary = line.vocabulary
    if said.isdisjoint(vocabulary.got):
        return False
    after = line.after[0].folded if line.after else ""
    opening = [word.folded for word in line.before]
    while (
        len(opening) > 1 and after in vocabulary.back_words and opening[-1] in vocabulary.owners | vocabulary.articles
    ):
        opening.pop()  # `got my 40 back`
    given = bool(opening) and opening[-1] in vocabulary.got  # `got 50 for my birthday`, `got 350 cash`
    last = bool(line.spoken) and line.spoken[-1].folded in vocabulary.got - vocabulary.tells
    if last and not said.isdisjoint(vocabulary.tips_earned | vocabulary.money_names):  # `tips at the bar got 25`
        return True
    meant = vocabulary.verbs_last and opening[-1:] and opening[-1] in vocabulary.meant_for
    if meant and len(line.after) == 1 and after in vocabulary.got:
        return True  # `sinema için 500 aldım`
    if given and after in vocabulary.back_words:  # `got 200 back on my taxes`
        return True
    if given and (after in vocabulary.for_words or after in vocabulary.money_names):
        return True
    if _got_back(line) or _got_for(line):
        return True
    bought = bool(line.before) and line.before[-1].folded in vocabulary.for_words  # `got it for 15`
    return not bought and said <= vocabulary.got | vocabulary.self_words | vocabulary.little_words


def _got_for(line: Line) -> bool:
    """Whether a line ends with what somebody got for something: `dropped off cans got 7.60`, but not `tacos got 12`."""
    *told, verb = [word.folded for word in line.before] or [""]
    done = any(word.endswith(line.vocabulary.past_endings) for word in told)
    return verb in line.vocabulary.got and not line.after and done


def _got_back(line: Line) -> bool:
    """Whether something came back, before the amount: `got tax back 300`, but not `got gas on the way back 40`."""
    vocabulary = line.vocabulary
    if len(line.before) < 2 or line.before[-1].folded not in vocabulary.back_words:
        return False
    before = [word.folded for word in line.before]
    opened = max((at for at, word in enumerate(before) if word in vocabulary.got), default=-1)
    between = set(before[opened + 1 : -1]) - vocabulary.articles - vocabulary.owners
    return between.isdisjoint(vocabulary.little_words | vocabulary.trip_words)


def gained(line: Line) -> bool:
    """Whether a verb right before an amount says that it was earned: `dashed 3 hours made 51`, `collected 312 in offering`."""
    return bool(line.before) and line.before[-1].folded in line.vocabulary.gained_words


def tips_earned(line: Line, said: set[str]) -> bool:
    """Whether `tips 85` may be what was earned: beside words of a shift alone."""
    vocabulary, tips = line.vocabulary, said & line.vocabulary.tips_earned
    return bool(tips) and said <= tips | vocabulary.shift_words | vocabulary.little_words | vocabulary.was_words


def names_pay(line: Line) -> bool:
    """Whether a line ends with which pay it is: `night diff pay 210`, `wool cheque 900`.

    Neither `to pay 40` nor `apple pay 12` does.
    """
    vocabulary, said = line.vocabulary, [word.folded for word in line.before[-2:]]
    pays = vocabulary.pay_verbs | vocabulary.money_names
    if (
        not line.after
        and len(said) > 1
        and said[1] in vocabulary.pay_names
        and said[0].endswith(vocabulary.doing_endings)
    ):
        return said[0] not in vocabulary.spending_words and not line.names.knows(said[0])  # `dog walking money 25`
    if line.after or len(said) < 2 or (said[1],) not in vocabulary.came_in_alone or said[1] not in pays:
        return False
    nobody = (
        vocabulary.self_words
        | vocabulary.little_words
        | vocabulary.bill_words
        | vocabulary.talk_verbs
        | vocabulary.labels
        | vocabulary.split_words
    )
    return said[0] not in nobody and tuple(said) not in vocabulary.spent_phrases and not line.names.knows(said[0])
