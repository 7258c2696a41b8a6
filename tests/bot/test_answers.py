"""What one message can be answered by: two messages of Telegram's at most, and every line within reach."""

import json

import pytest

from bot.replies.links import shared
from bot.replies.refusals import refusal
from bot.replies.wording import some_of
from bot.reply import quoted
from bot.telegram.delivery import to_send, units
from budget.bills import MOST_BILLS, MOST_BILLS_EVER
from budget.currencies import currency_named
from budget.errors import Why
from budget.locales import locale_named
from budget.money import Money
from budget.share_links import Extent, ShareLink
from tests.chat import Say
from words.markup import plain
from words.voice import voice_of

NAMES = [f"{'Z' * 30}{letter * 10}" for letter in "abcdefghijklmnop"]
FULL = {
    "questions": "\n".join(f"see you at {n + 1} {'w' * 180}" for n in range(20)),
    "amounts": "\n".join(f"{n + 1} a 22.50 b 33.50 c 44.50 d 55.50 e 66.50 f 77.50 g {'w' * 140}" for n in range(20)),
    "notes": "\n".join(f"{n + 1}.50 {'💥' * 190}" for n in range(20)),
    "sums": "\n".join(f"1+2+3+4+5+6+7+8+9+10+11+12+13+14+15+16+17 {'&' * 160}" for n in range(20)),
    "unreadable": "\n".join(f"12,3456 {'q' * 190}" for n in range(20)),
    "incomes": "\n".join(f"paid 1500 {'e' * 190}" for n in range(20)),
    "over limits": "\n".join(f"500 {NAMES[n % 16]} {'v' * 150}" for n in range(20)),
    "no number": "\n".join("<" * 200 for n in range(20)),
}


@pytest.mark.parametrize(("characters", "copies"), [(256, True), (257, False)])
def test_a_button_copies_two_hundred_and_fifty_six_characters(say: Say, characters: int, copies: bool) -> None:
    budget = say.runner.run(say.app.bookkeeper.budget(say.owner))
    link = ShareLink(1, say.owner, Extent.FULL, say.now, say.now)

    shown = shared(voice_of("en"), budget, link, "x" * characters)

    assert any(button.copy for row in shown.buttons for button in row) is copies


@pytest.mark.parametrize(("number", "more"), [(10, False), (11, True)])
def test_of_many_names_the_first_ten_are_listed(number: int, more: bool) -> None:
    listed = some_of(voice_of("en"), map(str, range(number)))

    assert ("9" in listed, "10" in listed, "…" in listed) == (True, False, more)


def answered(say: Say) -> list[tuple[int, int]]:
    """Return the units and the buttons of each message of an answer, and hold them to what Telegram takes."""
    assert say.reply is not None
    calls = to_send(say.reply, 1, 1)
    assert 1 <= len(calls) <= 2
    sizes = []
    for call in calls:
        rows = call.params.get("reply_markup", {}).get("inline_keyboard", [])
        sizes.append((units(plain(call.params["text"])), sum(map(len, rows))))
        assert sizes[-1][0] <= 4096
        assert sizes[-1][1] <= 60
        assert len(json.dumps(call.params)) < 32_000
    return sizes


@pytest.fixture
def wide(say: Say) -> Say:
    """A chat with twenty categories of the longest names."""
    for name in NAMES:
        say(f"/categories add {name} 1")
    return say


@pytest.mark.parametrize("text", FULL.values(), ids=FULL.keys())
def test_twenty_long_lines_are_answered_by_two_messages_at_most(wide: Say, text: str) -> None:
    wide(text)
    answered(wide)
    wide.edit(text.replace("0", "0.00").replace("1", "1,2345"))
    answered(wide)


def test_every_question_is_answerable_and_no_line_is_dropped(wide: Say) -> None:
    wide(FULL["questions"])

    for line in range(20, 0, -1):
        label = f"{line}: Answer…"
        if label in wide.buttons:
            assert wide.tap(label).startswith(f"Did you spend ${line}.00 in")
            answered(wide)
            wide.tap("Fun")
        else:
            wide.tap(f"{line}: Fun" if line > 1 or f"{line}: Fun" in wide.buttons else "Fun")
        answered(wide)
    assert "Fun: $210.00 of $150" in wide.sums()


def test_a_question_leads_back_to_all_lines(wide: Say) -> None:
    before = wide(FULL["questions"]).count("\n")
    wide.tap("20: Answer…")

    assert wide.tap("‹ All lines").count("\n") == before
    wide.tap("20: Answer…")
    wide.tap("No, nothing")
    assert "20: Answer…" not in wide.buttons
    assert wide.tap_data("q:1:19", "late").startswith("That is settled")
    assert wide.tap_data("q:99:0", "never").startswith("That is settled")


def test_every_entry_can_move_to_another_category(wide: Say) -> None:
    wide("\n".join(f"{n + 1}.50 thing{n}" for n in range(20)))
    answered(wide)

    assert "Undo all" in wide.buttons
    for line in (1, 20):
        if f"{line}: Category…" in wide.buttons:
            wide.tap(f"{line}: Category…")
            wide.tap("Fun")
        else:
            wide.tap(f"{line}: Fun")
    assert "Fun: $22.00 of $150" in wide.sums()


def test_lines_that_do_not_fit_are_counted_and_keep_their_buttons(wide: Say) -> None:
    wide("\n".join(f"{n + 1}.50 {NAMES[n % 16]} {'💥' * 190}" for n in range(20)))
    said = wide.edit("\n".join("12,3456 " + "💥" * 590 for n in range(20)))
    answered(wide)

    assert "… and " in said
    assert wide.buttons[-2:] == ["Undo all", "Change…"], "where each line's Undo took more than two rows"
    wide.tap("Change…")
    answered(wide)
    assert wide.buttons == [*map(str, range(1, 21)), "‹ Back"]
    wide.tap("20")
    wide.tap("Delete")
    assert wide.buttons[-3:] == ["Restore 20", "Undo all", "Change…"]


def test_several_lines_without_a_category_have_a_button_each(say: Say) -> None:
    say("/settings language german")
    say("12,50 pillow\n8 flowers\n30 gift\n12 socks\n70 screw")
    assert say.buttons == [
        "5: Auf Wochen verteilen…",
        *(f"{n}: Kategorie…" for n in range(1, 6)),
        "Alles rückgängig",
        "Ändern…",
    ], "the largest alone is offered to be spread"

    say.tap("2: Kategorie…")
    assert "flowers · Spaß" in say.tap("Spaß")
    assert "2: Kategorie…" not in say.buttons
    say.tap("Ändern…")
    say.tap("3")
    assert "Auf Wochen verteilen…" in say.buttons, "any other can be spread, too"


def test_a_few_lines_are_said_in_full(say: Say) -> None:
    note = "word " * 39
    assert note.strip() in say(f"5 fun {note}")
    assert say("see you at 7\nsee you at 8\n5 tacos").count("Did you spend") == 2
    assert "Change…" in say.buttons
    assert not {"Answer…", "Category…"} & set(say.buttons)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", "short"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("word " * 30, "word " * 11 + "word…"),
        ("a" + " " + "x" * 100, "a " + "x" * 57 + "…"),
    ],
)
def test_a_long_quote_is_cut_after_a_word(text: str, expected: str) -> None:
    assert quoted(text) == expected


@pytest.mark.slow
def test_many_keywords_are_counted_and_shown_for_one_category(wide: Say) -> None:
    say = wide
    for n, name in enumerate(["Fun", "Other", *NAMES]):
        for part in range(4):
            words = " ".join(f"+{chr(0x20000 + n)}{chr(0x20100 + part * 10 + k) * 38}" for k in range(10))
            say(f"/categories {name} {words}")

    assert "and 3" in say("/categories")
    answered(say)
    assert say("/categories fun").startswith("Fun: $150 a week; bar, coffee, dining")
    answered(say)
    assert say("/categories nothing like that").startswith("There is no category “nothing like that”")


@pytest.mark.parametrize("limit", ["-3", "+5", "much", "fun"])
@pytest.mark.parametrize("command", ["/limits fun", "/categories add Gym"])
def test_a_wrong_limit_is_refused_as_a_limit(say: Say, command: str, limit: str) -> None:
    assert say(f"{command} {limit}") == f"“{limit}” is no weekly limit. Write an amount from zero up, like 80 or 12.50."


def test_a_name_of_several_words_without_its_limit_lacks_the_limit(say: Say) -> None:
    """It said that the emoji can't be a name."""
    assert say("/categories add 🐶 Pets").startswith("“Pets” is no weekly limit. Write an amount")
    assert say("/categories add 🐶 Pets 40").startswith("🐶 Pets: $40 a week")


COMMANDS = [
    "/limits",
    "/categories",
    "/categories add",
    "/categories remove",
    "/settings week",
    "/settings currency",
    "/share",
]
WRONG = [
    "-3",
    "+5",
    "3%",
    "1.2.3",
    "5-3",
    "much",
    "fun -3",
    "fun much",
    "fun 5 EUR",
    "99999999999",
    "0.001",
    "fun 99999999999",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_wrong_argument_of_a_command_is_answered_with_an_expense(say: Say, command: str) -> None:
    for wrong in WRONG:
        assert "12.50 fun tacos" not in say(f"{command} {wrong}"), wrong


@pytest.mark.parametrize("amount", ["", "much", "1,250", "1e3"])
def test_a_wrong_cell_is_refused_as_a_cell(amount: str) -> None:
    said = refusal(voice_of("en"), Why.NO_CELL, amount, Money(currency_named("USD"), locale_named("en_US")))
    assert said.endswith("no amount of a table. Write digits, with a point before the decimals: 1234.50.")
    assert amount in said


def test_all_bills_that_there_may_ever_be_are_six_messages_at_most(say: Say) -> None:
    say("1 fun")
    for n in range(MOST_BILLS_EVER):
        say(f"/bill {'Z' * 28}{n} 900 on the 1st")
        if n < MOST_BILLS_EVER - MOST_BILLS:
            say(f"/bill {'Z' * 28}{n} off")

    said = say("/bills all")

    assert said.count("on the 1st") == MOST_BILLS_EVER
    assert say.reply is not None
    calls = to_send(say.reply, 1, 1)
    assert len(calls) <= 6
    assert [units(plain(call.params["text"])) <= 4096 for call in calls] == [True] * len(calls)
    rows = [call.params.get("reply_markup", {}).get("inline_keyboard", []) for call in calls]
    assert [sum(map(len, some)) <= 100 for some in rows] == [True] * len(calls)  # more buttons Telegram refuses
    assert sum(len(row) for some in rows for row in some) == MOST_BILLS_EVER - MOST_BILLS
    assert "There are 50 bills already" in say("/bill One 900 on the 1st")
    say(f"/bill {'Z' * 28}{MOST_BILLS_EVER - 1} off")
    assert "more than 200 bills" in say("/bill One 900 on the 1st"), "to switch one off makes no room"
