"""What belongs to no entry: greetings, help, and what went wrong."""

from collections.abc import Mapping

from words.voice import Voice


def start(voice: Voice, categories: str, spent: str, paid: str) -> str:
    """Greet, and show the first thing to do; ``spent`` and ``paid`` are entries to write."""
    return voice.say(
        "I keep track of what you spend, and of what is left since your last paycheck.\n"
        "Write what you spent, as you would say it: <code>{example}</code>\n"
        "When you are paid: <code>{paid}</code>\n"
        "Your categories: {categories}. /week shows them, /help tells more.",
        example=spent,
        paid=paid,
        categories=categories,
    )


def paid(voice: Voice, amount: str) -> str:
    """Write a paycheck, as the language's grammar reads it."""
    return voice.typed("paid {amount}", amount=amount)


def short_description(voice: Voice) -> str:
    """Say what the bot does, on its profile: 120 characters at most."""
    return voice.say("Text what you spent; see what is left of the week and of the paycheck.")


def description(voice: Voice) -> str:
    """Say what the bot does, before the first message: 512 characters at most."""
    return voice.say(
        "Text what you spent, like “12.50 fun tacos”, or “paid 1500” when you are paid. "
        "I keep it, show the week against your soft limits, and tell what is left until the next payday."
    )


HELP_AMOUNTS = {"lunch": "12.50", "coffee": "3", "beer": "3.50", "paycheck": "1500", "extra": "40"}
"""The amounts of the help's examples, in US dollars."""


def help_(voice: Voice, category: str, amounts: Mapping[str, str]) -> str:
    """Say how to write entries; ``amounts`` has `HELP_AMOUNTS` as they are written in the budget's currency, by name."""
    return voice.say(
        "<b>Spent</b>: <code>{lunch} {category} tacos</code>, <code>coffee {coffee}</code>, "
        "<code>2x{beer} {category} beers yesterday</code>\n"
        "<b>Paid</b>: <code>paid {paycheck}</code>, extra cash <code>+{extra}</code>, refund <code>-{lunch} {category}</code>\n"
        "A day stands first or last: <code>yesterday</code>, <code>friday</code>, <code>3 days ago</code>, "
        "<code>2026-03-14</code>\n"
        "Several entries: one on each line. To correct one, tap <b>Change…</b> or edit your message.",
        category=category,
        lunch=amounts["lunch"],
        coffee=amounts["coffee"],
        beer=amounts["beer"],
        paycheck=amounts["paycheck"],
        extra=amounts["extra"],
    )


def command(voice: Voice, name: str, blurb: str) -> str:
    """List a command."""
    return voice.say("{command}: {blurb}", command=f"/{name}", blurb=blurb)


def did_you_mean(voice: Voice, name: str, nearest: str) -> str:
    """Say that there is no such command, and which one is written almost like it."""
    return voice.say("I don't know {command}. Did you mean {nearest}?", command=f"/{name}", nearest=f"/{nearest}")


def unknown_command(voice: Voice, name: str) -> str:
    """Say that there is no such command."""
    return voice.say("I don't know {command}. /help shows what I do.", command=f"/{name}")


def forwarded_command(voice: Voice, name: str) -> str:
    """A command that was forwarded is not carried out."""
    return voice.say(
        "That command was forwarded, so I did nothing. Write {command} yourself, and I do it.", command=f"/{name}"
    )


def entry_missing(voice: Voice, command: str) -> str:
    """Say what belongs behind a command that records. ``command`` is the whole example."""
    return voice.say("Write it behind the command: <code>{command}</code>", command=command)


def takes_nothing(voice: Voice, name: str, rest: str, blurb: str) -> str:
    """Say that nothing can stand behind a command, and that it was not carried out."""
    return voice.say(
        "I don't know what “{rest}” means behind {command}, so I did nothing. Write {command} alone: {blurb}.",
        rest=rest,
        command=f"/{name}",
        blurb=blurb,
    )


def usage_undo(voice: Voice) -> str:
    """Say what may follow /undo."""
    return voice.say(
        "/undo takes back the latest message. <code>/undo 3</code> takes back the third entry of /recent, which has a button for "
        "each, too. A reply <code>delete</code> to a receipt takes back what it says."
    )


def nothing_to_undo(voice: Voice, nth: str = "") -> str:
    """Say that there is nothing to undo, or no ``nth`` entry."""
    if nth:
        return voice.say("There is no entry {nth} to undo: /recent shows what there is.", nth=nth)
    return voice.say("There is nothing to undo.")


def text_only(voice: Voice, example: str) -> str:
    """Answer a message without any text."""
    return voice.say("I read text only. Write it like this: <code>{example}</code>", example=example)


def set_apart(voice: Voice, n: int, currency: str) -> str:
    """Say that a group's budget came along, and what could not become part of it."""
    return voice.count(
        "This group's budget has come along. One entry was written down meanwhile in {currency}, which is not its currency: "
        "kept apart, and counted nowhere. Write it again in the budget's currency:",
        "This group's budget has come along. {n} entries were written down meanwhile in {currency}, which is not its currency: "
        "kept apart, and counted nowhere. Write it again in the budget's currency:",
        n,
        currency=currency,
    )


def closed_by_merge(voice: Voice) -> str:
    """Say that links or doors are closed since two budgets became one."""
    return voice.say("Of links and write doors only the latest are still open: /links and /doors list them.")


def and_more(voice: Voice, n: int) -> str:
    """Say how many are not listed."""
    return voice.say("… and {n} more", n=voice.number(n))


def broken(voice: Voice) -> str:
    """Say honestly that something went wrong and that nothing was recorded."""
    return voice.say(
        "Something went wrong on my side, and this was not recorded. It is logged. Please write it another way."
    )


def let_go(voice: Voice) -> str:
    """Say that a message ended the program each time it was tried."""
    return voice.say(
        "Something went wrong with this message each time I tried it, so I let it go: it was not recorded. "
        "Please write it another way."
    )


def let_go_in_part(voice: Voice) -> str:
    """Say that a message ended the program each time it was tried, and that some of it is recorded."""
    return voice.say(
        "Something went wrong with this message each time I tried it, so I let it go. Something of it is recorded: "
        "/recent shows what, and editing the message corrects it."
    )


def given_up(voice: Voice) -> str:
    """Say that a message could not be done for a day."""
    return voice.say(
        "I tried for a day to do this, and could not, so I let it go: it was not recorded. Please write it again."
    )


def given_up_in_part(voice: Voice) -> str:
    """Say that a message could not be done for a day, and that some of it is recorded."""
    return voice.say(
        "I tried for a day to do this, and could not, so I let it go. Something of it is recorded: "
        "/recent shows what, and editing the message corrects it."
    )


def not_tried_again(voice: Voice) -> str:
    """Say why a message that was let go can't be tried again by a tap."""
    return voice.say(
        "Only who wrote the message can have it tried again, while it is there. Else please write it again."
    )


def group_greeting(voice: Voice, example: str) -> str:
    """Greet a group, and say how to begin."""
    return voice.say(
        "This group has a budget now; everyone who may use me shares it. Write what was spent: "
        "<code>{example}</code>, then /week.",
        example=example,
    )


def hidden_messages(voice: Voice, bot: str) -> str:
    """Say what the bot can't see in a group; its name is empty until it is known."""
    if bot:
        return voice.say(
            "If I don't answer plain messages, Telegram hides them from me: reply to one of mine, make me an administrator, "
            "or turn privacy mode off at @BotFather for @{bot}.",
            bot=bot,
        )
    return voice.say(
        "If I don't answer plain messages, Telegram hides them from me: reply to one of mine, make me an administrator, "
        "or turn privacy mode off at @BotFather."
    )
