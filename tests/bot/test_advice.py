"""A refusal says what to write instead, and never the example of something else; product page chat, section 10."""

from pathlib import Path

import pytest

from tests.chat import Say, breaking, chat

AMOUNT = "Write the amount like 12.50."
DAY = "Write a day like yesterday, friday, 3 days ago or 2026-03-14."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("50 %", f"“50 %” is a percentage, not an amount. {AMOUNT}"),
        ("0 fun", f"Zero is nothing to record. {AMOUNT}"),
        ("1.2345 fun", f"“1.2345” has more than the 2 decimals of USD. {AMOUNT}"),
        ("3.50+ fun", f"A part of “3.50+” is missing. {AMOUNT}"),
        ("007 fun", f"“007” starts with a zero, so I can't be sure that it is an amount. {AMOUNT}"),
        ("12 fun 31 feb", f"There is no day “31 feb”. {DAY}"),
        ("12 fun tomorrow", f"“tomorrow” has not come yet. I record what has happened. {DAY}"),
        ("friday", f"I read “friday” as a day, and see no amount beside it. {AMOUNT}"),
        (
            "how do I change the colour?",
            "That sounds like a question or a plan, so nothing is recorded. /help shows what I do.",
        ),
        ("lunch", "I see no amount there. Write it like this: 12.50 fun tacos"),
        ("hello", "I see no amount there. Write it like this: 12.50 fun tacos"),
        ("paid", "I see no amount there. Write it like this: paid 1500"),
        ("Got paid", "I see no amount there. Write it like this: Got paid 1500"),
        ("salary friday", "I see no amount there. Write it like this: salary friday 1500"),
        ("bonus", "I see no amount there. Write it like this: bonus 40"),
        ("+", "I see no amount there. Write it like this: +40"),
        ("refund", "I see no amount there. Write it like this: refund 12.50"),
        ("refund fun", "I see no amount there. Write it like this: refund fun 12.50"),
        ("lend me", "I see no amount there. Write it like this: 12.50 fun tacos"),
        (f"paid {'x' * 60}", "I see no amount there. Write it like this: 12.50 fun tacos"),
    ],
)
def test_what_to_write_is_of_what_was_written(say: Say, text: str, said: str) -> None:
    assert say(text) == said


def test_what_is_said_to_write_is_understood(say: Say) -> None:
    for text, understood in (
        ("paid", "✓ Paycheck $1,500.00"),
        ("+", "✓ Extra cash $40.00"),
        ("refund", "✓ Refund $12.50"),
    ):
        example = say(text).partition("like this: ")[2]
        assert say(example).startswith(understood)


def test_a_bad_line_of_several_says_what_to_write_too(say: Say) -> None:
    assert "\n✗ “50 %”: “50 %” is a percentage, not an amount. Write the amount like 12.50.\n" in say("5 fun\n50 %")
    assert "\n✗ “paid”: I see no amount there. Write it like this: paid 1500\n" in say("5 fun\npaid")


def test_an_edit_that_does_not_read_says_what_to_write_too(say: Say) -> None:
    say("5 fun")
    assert say.edit("50 %").startswith(
        "“50 %” is a percentage, not an amount. Write the amount like 12.50.\nSo this stays"
    )
    say("5 fun\n6 fun")
    assert say.edit("50 %").startswith(
        "“50 %” is a percentage, not an amount. Write the amount like 12.50.\nSo this stays"
    )


def test_it_is_said_in_the_budgets_language_and_currency(tmp_path: Path) -> None:
    with chat(tmp_path, CURRENCY="EUR", LOCALE="de_DE") as say:
        say("/settings language german")
        assert say("Gehalt") == "Da sehe ich keinen Betrag. Schreib es so: Gehalt 1500"
        assert say("50 %") == "„50 %“ ist ein Prozentsatz, kein Betrag. Schreib den Betrag wie 12,50."
        assert breaking(say("12 morgen")).endswith(
            "Schreib einen Tag wie gestern, Freitag, vor 3 Tagen oder 2026-03-14."
        )


PAYDAYS = (
    "Paydays follow from your paychecks: the usual gap between them, else two weeks.\n"
    "Write when paychecks come: /payday every 2 weeks, /payday 1st and 15th, /payday last before weekends. "
    "/payday auto goes by the paychecks so far."
)
SETTINGS = "/settings: week start, time zone, numbers, currency\n/settings"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("how do I change the currency?", f"{SETTINGS} currency euro"),
        ("start the week on monday", f"{SETTINGS} week thursday"),
        ("share with my wife", "/share: a link to look at this budget\n/share 7d\n/share 2w totals"),
        ("rename hobbies to misc", "/categories: see and change categories\n/categories rename fun = Play"),
        ("carry over fun", "/limits: see and change weekly limits\n/limits fun carry"),
        ("skip rent this month", "/bill: what is due again and again: make or change it\n/bill rent 900 on the 1st"),
        ("remind me about fun", "/remind: a reminder on days without an entry\n/remind 20:00"),
        ("that was too much, remove it", "There is nothing to undo."),
        ("will i make it to friday", "That sounds like a question or a plan"),
        ("what bills are coming up", "There are no bills. /bill rent 900 on the 1st makes one."),
        ("how long until payday", PAYDAYS),
        ("payday is the 25th", "Paydays: on the 25th."),
        ("remind me tomorrow", "/remind: a reminder on days without an entry\n/remind 20:00"),
    ],
)
def test_a_message_about_a_command_leads_to_it(say: Say, text: str, said: str) -> None:
    assert say(text).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("skip rent", "Rent of Tue 1 Dec is skipped."),
        ("skip the rent this month", "Rent of Tue 1 Dec is skipped."),
        ("cancel rent", "Rent is off. What was paid stays."),
        ("rent cancelled", "Rent is off. What was paid stays."),
        ("skip the rent bill this month", "Rent of Tue 1 Dec is skipped."),
        ("cancel the rent bill", "Rent is off. What was paid stays."),
        ("delete the rent bill please", "Rent is off. What was paid stays."),
        ("remove rent from my bills", "Rent is off. What was paid stays."),
        ("delete rent", "Which entry is that about?"),
        ("delete the bill", "Which entry is that about?"),
        ("is rent paid", "Rent, $900.00, is due Tue 1 Dec."),
        ("skip lunch", "/bill: what is due again and again"),
        ("cancel lunch", "Which entry is that about?"),
    ],
)
def test_a_bill_is_left_out_in_words(say: Say, text: str, said: str) -> None:
    say("/bill rent 900 on the 1st")

    assert say(text).startswith(said)


@pytest.mark.parametrize("said", ["bring rent back", "restore the rent", "bring back rent please"])
def test_a_bill_that_is_off_is_brought_back_in_words(say: Say, said: str) -> None:
    say("/bill rent 900 on the 1st")
    say("cancel rent")

    assert say(said).startswith("✓ Bill: Rent · $900.00 · on the 1st")
    assert "Bill: Rent" not in say(said), "it is on"


def test_what_groups_say_of_commands_is_left_alone(say: Say) -> None:
    say.group = True

    assert say("we should share that") == ""
