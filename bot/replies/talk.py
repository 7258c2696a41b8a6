"""What belongs to no entry: greetings, help, and what went wrong."""

from collections.abc import Mapping
from difflib import get_close_matches

from bot import buttons
from bot.replies.wording import EXAMPLE
from bot.reply import Button, Reply, escape, quoted
from budget.budgets import Budget
from budget.states import SetApart


def usage_undo() -> Reply:
    """Say that /undo takes the latest back, and no other."""
    return Reply("/undo takes back the latest message alone. For any other entry, /recent has a button for each.")


def empty() -> Reply:
    """Answer a message without any text."""
    return Reply(f"I read text only. Write it like this: <code>{EXAMPLE}</code>")


def doubtful() -> Reply:
    """Show in a group that a number was seen and nothing recorded: no message, for people talk there."""
    return Reply("", reaction="🤔")


def nothing_to_undo() -> Reply:
    """Say that there is nothing to undo."""
    return Reply("There is nothing to undo.")


SHORT_DESCRIPTION = "Text what you spent; see what is left of the week and of the paycheck."


DESCRIPTION = (
    "Text what you spent, like “12.50 fun tacos”, or “paid 1500” when you are paid. "
    "I keep it, show the week against your soft limits, and tell what is left until the next payday."
)


def start(budget: Budget) -> Reply:
    """Greet, and show the first thing to do."""
    names = ", ".join(escape(category.name) for category in budget.current)
    return Reply(
        "I keep track of what you spend, and of what is left since your last paycheck.\n"
        f"Write what you spent, as you would say it: <code>{EXAMPLE}</code>\n"
        "When you are paid: <code>paid 1500</code>\n"
        f"Your categories: {names}. /week shows them, /help tells more."
    )


def help_(commands: Mapping[str, str]) -> Reply:
    """Say how to write entries, and list the commands."""
    listed = "\n".join(f"/{name}: {blurb}" for name, blurb in commands.items())
    return Reply(
        "<b>Spent</b>: <code>12.50 fun tacos</code>, <code>coffee 3</code>, <code>2x3.50 fun beers yesterday</code>\n"
        "<b>Paid</b>: <code>paid 1500</code>, extra cash <code>+40</code>, refund <code>-12.50 fun</code>\n"
        "A day stands first or last: <code>yesterday</code>, <code>friday</code>, <code>3 days ago</code>, "
        "<code>2026-03-14</code>\n"
        "Several entries: one on each line. To correct one, edit your message.\n\n"
        f"{listed}"
    )


def unknown_command(name: str, commands: Mapping[str, str]) -> Reply:
    """Say that there is no such command, and which one is written almost like it."""
    nearest = get_close_matches(name, commands, n=1)
    return Reply(
        f"I don't know /{escape(name)}. " + (f"Did you mean /{nearest[0]}?" if nearest else "/help shows what I do.")
    )


def entry_missing(name: str) -> Reply:
    """Say what belongs behind a command that records."""
    return Reply(f"Write it behind the command: <code>/{name} {'1500' if name == 'paid' else EXAMPLE}</code>")


def unknown_week(word: str) -> Reply:
    """Say how a week is asked for."""
    return Reply(
        f"I can't find the week “{quoted(word)}”. Write /week, <code>/week last</code> or <code>/week 2026-03-14</code>"
    )


def set_apart(apart: SetApart) -> Reply:
    """Say that a group's budget came along, and what could not become part of it."""
    code = apart.money.currency.code
    what = "One entry was" if apart.number == 1 else f"{apart.number} entries were"
    head = (
        f"This group's budget has come along. {what} written down meanwhile in {code}, which is not its currency: kept apart, "
        "and counted nowhere. Write it again in the budget's currency:"
    )
    lines = [head]
    lines += [f"{apart.money.written(entry.amount)} {quoted(entry.note)}".rstrip() for entry in apart.entries]
    if apart.number > len(apart.entries):
        lines.append(f"… and {apart.number - len(apart.entries)} more")
    return Reply("\n".join(lines), rings=True)


def broken() -> Reply:
    """Say honestly that something went wrong and that nothing was recorded."""
    return Reply(
        "Something went wrong on my side, and this was not recorded. It is logged. Please write it another way.",
        rings=True,
    )


def let_go(*, recorded: bool) -> Reply:
    """Say that a message ended the program each time it was tried."""
    why = "Something went wrong with this message each time I tried it, so I let it go"
    return _let_go(f"{why}. {_IN_PART}" if recorded else f"{why}: it was not recorded. Please write it another way.")


def given_up(*, recorded: bool) -> Reply:
    """Say that a message could not be done for a day."""
    why = "I tried for a day to do this, and could not, so I let it go"
    return _let_go(f"{why}. {_IN_PART}" if recorded else f"{why}: it was not recorded. Please write it again.")


def _let_go(text: str) -> Reply:
    return Reply(text, buttons=((Button("Try again", buttons.TryAgain()),),))


def not_tried_again() -> str:
    """Say why a message that was let go can't be tried again by a tap."""
    return "Only who wrote the message can have it tried again, while it is there. Else please write it again."


_IN_PART = "Something of it is recorded: /recent shows what, and editing the message corrects it."


def faceless(*, channel: bool) -> Reply:
    """Say why nothing is recorded of what is written in the name of a chat."""
    who = "a channel" if channel else "the group, as an anonymous administrator"
    return Reply(
        f"You write in the name of {who}, so I can't tell who you are, and record nothing of it. "
        "Write as yourself: choose your own name beside the line you type in, or stop being anonymous in this group."
    )


def group_greeting(bot: str) -> Reply:
    """Greet a group, and say what the bot can and can't see there."""
    return Reply(
        "This group has a budget now; everyone who may use me shares it. Write what was spent: "
        f"<code>{EXAMPLE}</code>, then /week.\n"
        "If I don't answer plain messages, Telegram hides them from me: reply to one of mine, make me an administrator, "
        f"or turn privacy mode off at @BotFather{f' for @{bot}' if bot else ''}."
    )
