"""Whether the money came from somebody: `50 from Anna`, `Anna sent me 50`; `50 from Amazon` did not."""

from budget.grammar.flow_values import Line
from budget.grammar.gains import is_got_from
from budget.grammar.others import gave, is_from_others, is_gift, is_of_others, is_others
from budget.grammar.words import Kind
from languages.vocabulary import LONGEST

_WHO_FROM = 2  # words: a name, and from


def from_others(line: Line, said: set[str], known: bool) -> bool:
    """Whether words around the amount say that somebody gave it: `Jake venmo'd me 12`, `got 20 from mom`."""
    vocabulary = line.vocabulary
    given = line.before[:-1] if line.before and line.before[-1].folded in vocabulary.back_words else line.before
    if len(given) > 2 and vocabulary.small_numbers.get(given[-1].folded) == 1:
        given = given[:-1]  # `mom slipped me a 20`
    if len(given) >= 2 and given[-1].folded in vocabulary.me:
        verb = given[-2].folded
        spends = said & (vocabulary.paid | vocabulary.cost_verbs)
        bought = line.names.knows(verb)  # `кофе мне 120`
        joins = verb in vocabulary.costs or verb in vocabulary.and_words
        if len(verb) > 1 and not (joins or spends or bought):  # neither `toys r us` nor `bios voor Tim en mij`
            return True
    ahead = line.before
    if len(ahead) > _WHO_FROM and ahead[-1].folded in vocabulary.money_names:
        ahead = ahead[:-1]  # `太郎からPayPay 3500円`
    who = ahead if ahead and ahead[-1].folded in vocabulary.from_last else line.after
    last = bool(who) and who[-1].folded in vocabulary.from_last and not known
    told = vocabulary.money_names.issuperset(word.folded for word in line.before) and len(who) == _WHO_FROM
    last = last and (who is ahead or told)  # `PayPay 3000円 太郎から`, but not `gömlek 850 Zara'dan`
    last = last or is_of_others(line) or is_from_others(line) or is_gift(line) or is_got_from(line, known=known)
    return last or gave(line) or bool(said & vocabulary.got and said & vocabulary.from_words)


def came_back(line: Line) -> bool:
    """Whether an amount came back: `jeans 15 back`, but neither `gave Lisa 15 back` nor `40 back massage`."""
    vocabulary, after = line.vocabulary, line.after
    if (not after and _ends_with_back(line)) or _is_brought_back(line):
        return True
    if not after or after[0].folded not in vocabulary.back_words:
        return False
    behind = vocabulary.for_words | vocabulary.from_words | vocabulary.day_openers
    if len(after) > 1 and after[1].folded not in behind:
        return False
    gives = vocabulary.paid | vocabulary.paid_by | vocabulary.verbs_first  # no debit: `doppelt abgebucht 20 zurück`
    gives |= vocabulary.trip_words  # `taxi 20 back`
    return all(word.folded not in gives for word in line.before)


def _ends_with_back(line: Line) -> bool:
    """Whether a thing came back, before its amount: `security dep back 800`, but neither `taxi back 20` nor `paid Sam back 40`."""
    vocabulary, before = line.vocabulary, [word.folded for word in line.before]
    if len(before) < 2 or before[-1] not in vocabulary.back_words or line.names.knows(before[-2]):
        return False
    gives = vocabulary.paid | vocabulary.paid_by | vocabulary.debits | vocabulary.verbs_first | vocabulary.trip_words
    return gives.union(vocabulary.little_words).isdisjoint(before)


def _is_brought_back(line: Line) -> bool:
    """Whether a thing was returned: `took the jeans back to Gap 38.50`, but neither `took a cab back 18` nor `sent mom back 20`."""
    vocabulary, said = line.vocabulary, [word.folded for word in line.spoken]
    at = next((n for n, word in enumerate(said[:3]) if word in vocabulary.brought), -1)
    back = next((n for n, word in enumerate(said) if word in vocabulary.back_words), -1)
    if at < 0 or back < at + 2:
        return False
    thing, whom = said[at + 1 : back], vocabulary.trip_words | vocabulary.way_words | vocabulary.count_nouns
    if not whom.union(vocabulary.others, vocabulary.me).isdisjoint(thing):
        return False
    return said[at] not in vocabulary.paid_by or thing[0] in vocabulary.articles | vocabulary.owners


def is_credited(said: set[str]) -> bool:
    """Whether a bank's reference says that an account was credited: `UPI/CR/1234/RAVI`."""
    return any("/cr/" in word for word in said)


def says_spent(line: Line, at: int, end: int) -> bool:
    """Whether what stands beside words of what came in makes them words of spending: `credit card`, `biaya transfer`."""
    said = tuple(word.folded for word in line.spoken[at : at + LONGEST])
    led = tuple(word.folded for word in line.spoken[max(0, end - LONGEST) : end])
    phrases = line.vocabulary.spent_phrases
    spent = any(said[:length] in phrases or led[-length:] in phrases for length in range(2, LONGEST + 1))
    ahead = line.names.everyday_word([word.folded for word in line.spoken[:end]], backwards=True)
    behind = line.names.everyday_word(said)
    spent = spent or any(named is not None and " " in named[0] for named in (ahead, behind))  # `amazon prime`
    return spent or (end < len(line.spoken) and line.spoken[end].folded in line.vocabulary.card_words)


def from_somebody(line: Line) -> bool:
    """Whether `from` says who gave the money: not where what was bought stands before it, `groceries from Aldi`."""
    at = next(n for n, word in enumerate(line.spoken) if word.folded in line.vocabulary.from_words)
    vocabulary, before = line.vocabulary, line.spoken[:at]
    if before and is_of_amount(line, at + 1):
        return False
    goods = vocabulary.bought_things | vocabulary.trip_words
    bought = any(line.names.knows(word.folded) or word.folded in goods for word in before)
    if line.spoken[at].folded in vocabulary.from_after:  # `قميص من زارا`
        told = vocabulary.little_words | vocabulary.self_words
        bought = bought or any(word.folded not in told for word in before)
    behind = [word.folded for word in line.spoken[at + 1 : at + 1 + LONGEST]]
    shop = line.spoken[at].folded in vocabulary.from_after and line.names.everyday(behind) is not None
    bought = bought or shop  # `من الصيدلية 450`
    rides = any(word.folded in vocabulary.trip_words for word in before)
    home = rides and not is_others(line, at + 1, vocabulary.others - vocabulary.workplaces)  # `taxi home from work`
    bought = (bought or _from_seller(line, at)) and (home or not is_others(line, at + 1, vocabulary.others))
    money = vocabulary.money_names - vocabulary.card_words
    bought = bought and before[-1].folded not in money if before else bought  # `lunch money from Tom`
    paid = at > 1 and pays(line)  # `paid back the loan from mom`
    paid = paid or tuple(word.folded for word in line.spoken[max(0, at - 1) : at + 1]) in line.vocabulary.former_phrases
    return not bought and not paid and not names_nobody(line, at + 1)


def is_of_amount(line: Line, end: int) -> bool:
    """Whether a word that ends before a place says how much, and not from whom: `Überweisung von 50 an Max`."""
    if end != len(line.before) or not line.after:
        return False
    return all(word.folded not in line.vocabulary.from_words | line.vocabulary.of_words for word in line.after)


def names_nobody(line: Line, at: int) -> bool:
    """Whether a day, oneself or nothing stands behind `from`: `rent 900 from dec 1`; but `cash 40 from April` names somebody."""
    behind, vocabulary = line.spoken[at : at + 2], line.vocabulary
    ours = [word.folded for word in line.spoken[at : at + 3]]
    if ours and ours[-1] in vocabulary.me and (len(ours) == 1 or ours[-2] in vocabulary.of_words):
        return True  # `gift $25 from both of us`
    if any(word.folded in vocabulary.months for word in behind):
        return any(word.kind > Kind.WORD for word in behind)
    return all(word.kind > Kind.WORD for word in line.spoken[at:]) or behind[0].folded in vocabulary.weekdays


def _from_seller(line: Line, at: int) -> bool:
    """Whether a thing comes from who sells it: `wreath 34 from the scouts`, but not `34 from …` or `cash 40 from the market`."""
    vocabulary = line.vocabulary
    who = [word.folded for word in line.spoken[at + 1 : at + 4]]
    if vocabulary.sellers.isdisjoint(who):
        return False
    said = {word.folded for word in line.spoken[:at]} - vocabulary.little_words
    money = vocabulary.money_names | vocabulary.amount_words | vocabulary.shift_words | vocabulary.back_words
    return bool(said - vocabulary.self_words) and said.isdisjoint(money)


def pays(line: Line) -> bool:
    """Whether the line begins with who paid, as in `i paid`."""
    spoken = [word.folded for word in line.spoken if word.folded not in line.vocabulary.self_words]
    return bool(spoken) and spoken[0] in line.vocabulary.paid and (spoken[1:2] or [""])[0] not in line.vocabulary.me
