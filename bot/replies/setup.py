"""The first minute: a card with what was guessed, to be set right by taps."""

from datetime import datetime

from bot import buttons
from bot.replies.settings import clock, picker, sample
from bot.reply import Button, Reply, Style, escape
from budget.budgets import Budget
from budget.characters import bounded_name
from budget.examples import amount_like, spent_in
from budget.people import LONGEST_PERSON, Guest
from languages import SPOKEN
from words import currency_names, days, labels, places, setting_labels
from words import setup as say
from words.voice import Voice


def set_up(voice: Voice, budget: Budget, now: datetime, head: str, add_to_group: str = "") -> Reply:
    """Show what was guessed, with a button to set each right, and one that begins.

    ``head`` greets; ``add_to_group`` is the address that adds the bot to a group, empty for no such button.
    """
    rows = [
        (Button(setting_labels.yes_start(voice), buttons.SetUpDone(), style=Style.PRIMARY),),
        tuple(
            Button(label, buttons.SetUpChoices(setting))
            for label, setting in (
                (setting_labels.currency(voice), buttons.Setting.CURRENCY),
                (setting_labels.time(voice), buttons.Setting.ZONE),
                (setting_labels.week(voice), buttons.Setting.WEEK),
                *([(setting_labels.language(voice), buttons.Setting.LANGUAGE)] if len(SPOKEN) > 1 else []),
            )
        ),
    ]
    if add_to_group:
        rows.append((Button(setting_labels.make_a_group(voice), url=add_to_group),))
    said = [head, say.is_this_right(voice), *_settings(voice, budget, now)]
    return Reply("\n".join(said), tuple(rows), question=True)


def _settings(voice: Voice, budget: Budget, now: datetime) -> list[str]:
    return [
        say.currency(voice, currency_names.name(voice, budget.money.currency.code), sample(budget.money)),
        say.time(voice, clock(budget.time_zone, now), escape(places.city(voice, budget.time_zone))),
        say.week(voice, days.weekday(voice, budget.week_starts_on)),
    ]


def set_up_choices(voice: Voice, budget: Budget, name: buttons.Setting, now: datetime) -> Reply:
    """Offer the usual values of a setting, from which the way leads back to the card."""
    back = Button(labels.back(voice), buttons.ShowSetUp())
    return picker(voice, budget, name, now, buttons.SetUpChoice, back)


def set_up_done(voice: Voice, budget: Budget, now: datetime) -> Reply:
    """Keep what is set, and show the first thing to do."""
    paid = say.paid_on_friday(voice, amount_like(budget.money, "1500"))
    begin = say.write_something(voice, escape(spent_in(budget)), escape(paid))
    return Reply("\n".join([*_settings(voice, budget, now), "", begin]))


def head_of(voice: Voice, guest: Guest | None, inviter: str, *, group: bool) -> str:
    """Greet a group, who claimed the bot, who was let in, or anybody else."""
    if group:
        return say.group(voice)
    if guest is None:
        return say.greeting(voice)
    if guest.first:
        return say.claimed(voice, escape(bounded_name(guest.name, LONGEST_PERSON)))
    return say.let_in(voice, escape(bounded_name(inviter, LONGEST_PERSON)))
