"""What belongs to no entry: greetings, help, and what went wrong."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from bot import buttons
from bot.replies.restoring import names_out_of_use
from bot.reply import Button, Reply, escape, in_rows, quoted
from budget.budgets import Budget
from budget.characters import isolated
from budget.examples import amount_like, category_in, in_budget, spent_in
from budget.states import OutOfUse, SetApart
from words import labels, topics
from words import talk as say
from words.markup import BETWEEN
from words.voice import Voice


def start(voice: Voice, budget: Budget) -> Reply:
    """Greet, and show the first thing to do."""
    names = voice.listed(escape(category.name) for category in budget.current)
    paid = say.paid(voice, amount_like(budget.money, "1500"))
    return Reply(say.start(voice, names, escape(spent_in(budget)), escape(paid)))


def glad() -> Reply:
    """Answer thanks and praise; it needs no words in any language."""
    return Reply("👍")


_TOPICS: Mapping[buttons.Topic, Callable[[Voice], str]] = {
    buttons.Topic.LEFT: topics.left,
    buttons.Topic.PLAN: topics.plan,
    buttons.Topic.ENTRIES: topics.entries,
    buttons.Topic.LIMITS: topics.limits,
    buttons.Topic.SHARING: topics.sharing,
    buttons.Topic.FILES: topics.files,
    buttons.Topic.SETTINGS: topics.settings,
}


def help_(voice: Voice, budget: Budget) -> Reply:
    """Say how to write entries, with a button for each topic."""
    amounts = {name: amount_like(budget.money, amount) for name, amount in say.HELP_AMOUNTS.items()}
    shown = [Button(named(voice), buttons.HelpOn(topic)) for topic, named in _TOPICS.items()]
    return Reply(say.help_(voice, escape(category_in(budget)), amounts), tuple(in_rows(shown, 2)), menu=True)


def help_on(
    voice: Voice, budget: Budget, topic: buttons.Topic, commands: Sequence[tuple[str, str, Sequence[str]]]
) -> Reply:
    """List the commands of a topic: each with its blurb and what may follow it."""
    said = [f"<b>{escape(_TOPICS[topic](voice))}</b>"]
    for name, blurb, examples in commands:
        typed = (f"<code>{escape(f'/{name} {in_budget(budget, words)}')}</code>" for words in examples)
        said.append(BETWEEN.join([say.command(voice, name, blurb), *map(isolated, typed)]))
    return Reply("\n".join(said), ((Button(topics.back(voice), buttons.ShowHelp()),),), menu=True)


def help_about(voice: Voice, budget: Budget, name: str, blurb: str, examples: Sequence[str]) -> Reply:
    """Say what one command does, and how it is written."""
    typed = (f"<code>{escape(in_budget(budget, one))}</code>" for one in examples)
    return Reply("\n".join([say.command(voice, name, blurb), *typed]))


_ALMOST = 0.7
"""How alike two names are for one to be meant by the other, from 0 to 1: `/refund` is no `/remind`."""


def unknown_command(voice: Voice, name: str, commands: Mapping[str, str]) -> Reply:
    """Say that there is no such command, and which one is written almost like it; ``commands`` are by what they are called."""
    nearest = get_close_matches(name, commands, n=1, cutoff=_ALMOST)
    if not nearest:
        return Reply(say.unknown_command(voice, escape(name)))
    return Reply(say.did_you_mean(voice, escape(name), commands[nearest[0]]))


def forwarded_command(voice: Voice, name: str) -> Reply:
    """The answer to a command that somebody else wrote."""
    return Reply(say.forwarded_command(voice, name))


def entry_missing(voice: Voice, name: str, budget: Budget) -> Reply:
    """Say what belongs behind a command that records."""
    example = amount_like(budget.money, "1500") if name == "paid" else spent_in(budget)
    return Reply(say.entry_missing(voice, escape(f"/{name} {example}")))


def takes_nothing(voice: Voice, name: str, rest: str, blurb: str) -> Reply:
    """Say that nothing can stand behind a command, and that it was not carried out."""
    return Reply(say.takes_nothing(voice, name, quoted(rest), blurb))


def usage_undo(voice: Voice) -> Reply:
    """Say that /undo takes the latest back, and no other."""
    return Reply(say.usage_undo(voice))


def nothing_to_undo(voice: Voice, nth: str = "") -> Reply:
    """Say that there is nothing to undo, or no ``nth`` entry."""
    return Reply(say.nothing_to_undo(voice, nth))


def empty(voice: Voice, budget: Budget) -> Reply:
    """Answer a message without any text."""
    return Reply(say.text_only(voice, escape(spent_in(budget))))


def moved(voice: Voice, moved: SetApart | OutOfUse) -> Reply:
    """Say of a group's budget that came along what could not become part of it, or is out of use."""
    if isinstance(moved, OutOfUse):
        return Reply("\n".join(out_of_use(voice, moved)), rings=True)
    return set_apart(voice, moved)


def out_of_use(voice: Voice, out: OutOfUse) -> list[str]:
    """Say what one budget has no room for, a line for names and a line for what is closed."""
    names = names_out_of_use(voice, out.names)
    return [*names, say.closed_by_merge(voice)] if out.closed else names


def set_apart(voice: Voice, apart: SetApart) -> Reply:
    """Say that a group's budget came along, and what could not become part of it."""
    head = say.set_apart(voice, apart.number, apart.money.currency.code)
    return Reply("\n".join([head, *listed(voice, apart)]), rings=True)


def listed(voice: Voice, apart: SetApart) -> list[str]:
    """List what was set apart, a line each, up to the first of many."""
    lines = [f"{apart.money.written(entry.amount)} {quoted(entry.note)}".rstrip() for entry in apart.entries]
    more = apart.number - len(apart.entries)
    return [*lines, say.and_more(voice, more)] if more else lines


def broken(voice: Voice) -> Reply:
    """Say honestly that something went wrong and that nothing was recorded."""
    return Reply(say.broken(voice), rings=True)


def let_go(voice: Voice, *, recorded: bool) -> Reply:
    """Say that a message ended the program each time it was tried."""
    return _let_go(voice, say.let_go_in_part(voice) if recorded else say.let_go(voice))


def given_up(voice: Voice, *, recorded: bool) -> Reply:
    """Say that a message could not be done for a day."""
    return _let_go(voice, say.given_up_in_part(voice) if recorded else say.given_up(voice))


def _let_go(voice: Voice, said: str) -> Reply:
    return Reply(said, ((Button(labels.try_again(voice), buttons.TryAgain()),),), rings=True)


def not_tried_again(voice: Voice) -> str:
    """Say why a message that was let go can't be tried again by a tap."""
    return say.not_tried_again(voice)


def doubtful() -> Reply:
    """Show in a group that a number was seen and nothing recorded: no message, for people talk there."""
    return Reply("", reaction="🤔")


def group_greeting(voice: Voice, bot: str, example: str) -> Reply:
    """Greet a group with an ``example`` of what to write, and say what the bot can and can't see there."""
    return Reply(f"{say.group_greeting(voice, escape(example))}\n{say.hidden_messages(voice, bot)}")
