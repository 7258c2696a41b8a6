"""Commands that show something, with what may stand behind them; and what a group's receipt says of talk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.commands import COMMANDS
from bot.replies import chart
from bot.reply import Drawn
from bot.telegram.delivery import to_replace
from budget.bookkeeper import Message
from tests.chat import OWNER, SUNDAY, Say, breaking, chat
from tests.telegram.simulated import TOKEN
from words.voice import voice_of


@pytest.fixture
def say(tmp_path: Path) -> Iterator[Say]:
    with chat(tmp_path) as said:
        yield said


def test_recent_shows_as_many_as_asked_for_and_of_one_category(say: Say) -> None:
    for n in range(25):
        say(f"{n + 1} {'fun' if n % 5 else 'gas'} thing{n + 1}")

    assert say("/recent").count("thing") == 10
    assert say("/recent 25").count("thing") == 25
    assert say("/recent gas").startswith("Recent in Predictable Necessities\nToday, Sun 22\n1 $21.00")
    assert say("/recent gas").count("thing") == 5
    assert say("/recent gas 2").count("thing") == 2
    assert say("/recent 2 predictable necessities").count("thing") == 2
    assert say.buttons == ["1", "2", "Older ›"]


@pytest.mark.parametrize(
    ("language", "label"), [("english", "‹ 9 – 15 Nov"), ("german", "‹ 9. – 15."), ("japanese", "‹ 9〜15")]
)
def test_a_week_that_has_no_room_for_its_month_on_its_button_is_named_by_its_days(
    say: Say, language: str, label: str
) -> None:
    say("5 fun 2026-11-12")
    say(f"/settings language {language}")
    say("/week")

    assert say.buttons[0] == label


def test_a_week_between_two_others_has_two_rows_of_buttons(tmp_path: Path) -> None:
    with chat(tmp_path, PUBLIC_URL="https://bot.example.org") as online:
        online("5 fun 2026-11-02")
        online("/week")
        online.tap("‹ 9 – 15 Nov")

        assert online.reply is not None
        assert [[breaking(button.label) for button in row] for row in online.reply.buttons] == [
            ["‹ 2 – 8 Nov", "16 – 22 Nov ›"],
            ["Picture", "Page"],
        ]


def test_recent_cuts_notes_where_many_are_asked_for(say: Say) -> None:
    for _ in range(21):
        say(f"5 fun {'word ' * 39}")

    assert "…" not in say("/recent 20")
    assert "…" in say("/recent 21")


def test_the_pay_period_before_ends_where_this_one_begins(say: Say) -> None:
    say("paid 1500 2026-11-02")
    say("+40 gift 2026-11-03")
    say("100 fun 2026-11-10")
    say("paid 1600 2026-11-16")
    say("7 fun")

    assert say("/period last") == (
        "Pay period before this one: Mon 2 Nov – Sun 15 Nov\nCame in: $1,500.00 + $40.00 extra\nSpent: $100.00\n"
        "Left at its end: $1,440.00"
    )
    say("3000 gas 2026-11-11")
    assert say("/period last period").endswith("$1,560.00 more than came in")
    say("paid 1600 2026-11-17")
    say.tap("New pay period")
    assert say("/period last").startswith("Pay period before this one: Mon 16 Nov\n"), "one day is said once"


def test_a_chart_of_another_week_shows_that_week(say: Say) -> None:
    say("12.50 fun")
    say("9.75 fun 7 days ago")

    for words in ("last", "last week", "2026-11-15"):
        shown = say(f"/chart {words}")
        assert "$9.75" in shown
        assert "$12.50" not in shown


@pytest.mark.parametrize(
    ("words", "week"),
    [
        ("16 nov", "16 – 22 Nov"),
        ("nov 3", "2 – 8 Nov"),
        ("10/27", "26 Oct – 1 Nov"),
        ("wednesday", "23 – 29 Nov"),
        ("2 weeks ago", "16 – 22 Nov"),
        ("last friday", "23 – 29 Nov"),
        ("16 nov 2025", "10 – 16 Nov 2025"),
        ("3/14", "9 – 15 Mar"),
        ("march 14", "9 – 15 Mar"),
        ("12/24", "22 – 28 Dec 2025"),
    ],
)
def test_the_week_of_a_day_is_found_however_the_day_is_said(say: Say, words: str, week: str) -> None:
    say.wait(days=8)

    assert f" · {week}\n" in say(f"/week {words}")


def test_the_week_of_a_day_is_found_as_the_budget_writes_days(say: Say) -> None:
    say("/settings numbers german")
    assert "9 – 15 Mar" in say("/week 14.3.")
    assert "9 – 15 Mar" in say("/chart 14.03.")


@pytest.mark.parametrize("words", ["16 nov 5", "soon", "14.3", "3", "31 feb", "fun", "16 nov " + "x" * 40])
def test_what_is_no_day_is_no_week(say: Say, words: str) -> None:
    assert say(f"/week {words}").startswith("I can't find the week “")


def test_a_day_is_said_in_the_language_of_the_budget(tmp_path: Path) -> None:
    with chat(tmp_path, CURRENCY="EUR", LOCALE="de_DE", TIMEZONE="Europe/Berlin") as say:
        say("/settings language german")
        assert " · 2. – 8. Nov.\n" in say("/woche 3. November")


def test_a_limit_is_chosen_by_a_tap_after_its_category_is_named(say: Say) -> None:
    say("/start")
    say("/limits fun")
    assert "$200" in say.buttons

    assert say.tap("$200") == "Fun: $200 a week from now on."


def test_in_a_group_talk_beside_an_entry_is_told_with_its_reason(say: Say) -> None:
    say.group = True

    said = say("5 fun\nTemperature is 21.5 here\nsee you at 7\nabc 3-2")

    assert "✗ “Temperature is 21.5 here”: That sounds like talk, so it is not recorded." in said
    assert "I see no amount" not in said


def test_the_picture_of_a_week_is_sent_below_it(say: Say) -> None:
    say("12.50 fun")
    say("9.75 fun 7 days ago")
    say("/week last")
    assert say.buttons[-1] == "Picture"

    shown = say.tap("Picture")

    assert "$9.75 of $150" in shown
    assert "$12.50" not in shown
    assert "The picture is on the web" in shown, "this chat shows none"
    summary = say.runner.run(say.app.bookkeeper.summary(say.owner, say.now, weeks_back=1))
    (call,) = to_replace(chart(voice_of("en"), summary, Drawn(b"png", True)), say.owner, 5)
    assert call.method == "send_photo", "the week stays as it is"


def test_a_question_is_answered_by_the_look_that_it_asks_for(say: Say) -> None:
    say("paid 1500")
    say("12.50 fun tacos")

    assert say("how much is left?") == say("/week")
    assert say("how much is left of the paycheck?") == say("/period")
    assert say("fun") == "$137.50 left · Fun\n▰▱▱▱▱▱▱▱▱▱ $12.50 of $150"
    assert say("what did I spend on fun?") == "$137.50 left · Fun, 16 – 22 Nov\n▰▱▱▱▱▱▱▱▱▱ $12.50 of $150"
    say("how much is left?")
    assert say.buttons == ["Picture"], "the book has no earlier week"
    assert say("/recent").count("$") == 2, "nothing was recorded"


def test_a_question_about_days_is_answered_by_what_was_spent_on_them(say: Say) -> None:
    assert say("what did I spend on fun since payday?").startswith("No paycheck yet.")
    for text in (
        "12.50 fun tacos",
        "30 groceries yesterday",
        "9 fun 10 days ago",
        "40 medicine oct 12",
        "paid 1500 2 days ago",
    ):
        say(text)
    say("/bill rent 900 on the 22nd")
    say("rent 900")

    assert say("how much did I spend yesterday?") == "$30.00 spent · Sat 21 Nov\n$30.00 Predictable…"
    assert say("how much did I spend today?") == (
        "$912.50 spent · Sun 22 Nov\n$12.50 Fun · $900.00 Bills\n$357.50 left this week"
    )
    assert say("how much did I spend last month?") == "$40.00 spent · October 2026\n$40.00 Unpredictable…"
    assert say("how much did I spend on fun this month?") == (
        "$21.50 spent · Fun, November 2026\n$137.50 left · Fun, 16 – 22 Nov"
    )
    assert say("what did I spend on fun last week?") == "$9.00 spent · Fun, 9 – 15 Nov"
    assert say("what did I spend on fun since payday?").startswith("$12.50 spent · Fun, 20 Nov – 22 Nov\n")
    assert say("how much did we spend in december?") == "$0.00 spent · December 2025"
    say("/limits fun none")
    assert say("how much did I spend on fun today?") == "$12.50 spent · Fun, Sun 22 Nov"
    assert say("/recent").count("$") == 6, "nothing was recorded"


def test_a_question_is_never_answered_with_other_days(say: Say) -> None:
    for line in (
        "12.50 fun tacos",
        "5 groceries milk yesterday",
        "7 fun 10 nov",
        "/bill rent 900 monthly on 1st",
    ):
        say(line)
    say("paid rent 900 1 nov")
    assert say("how much did I spend this year?").startswith(
        "$924.50 spent · 1 Jan – 22 Nov\n$905.00 Predictable… · $19.50 Fun"
    )
    assert say("how much did I spend last year?") == "$0.00 spent · 1 Jan 2025 – 31 Dec 2025"
    assert say("how much the last 7 days?").startswith("$17.50 spent · 16 Nov – 22 Nov\n")
    assert say("how much on fun since 9 november?").startswith("$19.50 spent · Fun, 9 Nov – 22 Nov\n")
    assert say("how much on 10 november") == "$7.00 spent · Tue 10 Nov\n$7.00 Fun"
    assert say("how much did I spend on rent?") == "$900.00 spent · Rent, November 2026"
    assert say("how much did I spend on rent last month?") == "$0.00 spent · Rent, October 2026"
    assert say("how much did I spend on tacos?") == "$12.50 spent · tacos, November 2026"
    assert say("how much did I spend on shoes?").startswith("Nothing is found by “shoes”: no entry of those days, ")
    hint = "I can't tell which days you mean. I can say what was spent on a day, in this week or the last one, "
    assert say("how much next week?").startswith(hint)
    assert say("how much did I spend the week before last?").startswith(hint)


def test_days_alone_things_and_what_came_in_are_asked_for(say: Say) -> None:
    say("paid 1500 2 days ago\n12.50 fun tacos\n8 taco stand\n4 big taco: stand\n30 groceries 3 october")

    assert say("show me last month") == "$30.00 spent · October 2026\n$30.00 Predictable…"
    assert say("spending in october") == say("last month") == say("October?") == say("show me last month")
    assert say("what do I spend most on?").startswith("$24.50 spent · November 2026\n$12.50 Fun · $12.00 Other\n")
    assert say("how much did I spend on tacos?") == "$24.50 spent · tacos, November 2026"
    assert say("how much did I spend on tacos this week?") == "$24.50 spent · tacos, 16 – 22 Nov"
    assert say("how much did I spend on taco stand?") == "$12.00 spent · taco stand, November 2026"
    assert say("how much did I earn this year?") == "Came in: $1,500.00 · 1 Jan – 22 Nov"
    assert say("how much did I earn this week?") == "Came in: $1,500.00 · 16 – 22 Nov"
    assert say("how much did I spend over christmas?") == "$0.00 spent · 24 Dec 2025 – 26 Dec 2025"
    assert say("yesterday") == "I read “yesterday” as a day, and see no amount beside it. Write the amount like 12.50."
    assert say("45 shoes last month").startswith("Is “last month” a day?")


def test_a_keyword_is_summed_by_itself_above_its_category(say: Say) -> None:
    say("3 coffee\n4.50 coffee with ann\n12 lunch")

    week = "\n$130.50 left · Fun, 16 – 22 Nov"
    assert say("what did I spend on coffee?") == (
        f"$7.50 spent · coffee, November 2026\n$19.50 spent · Fun, November 2026{week}"
    )
    assert say("how much did I spend on bars this week?") == f"$19.50 spent · Fun, 16 – 22 Nov{week}"
    assert say("what did I spend on fun this month?") == f"$19.50 spent · Fun, November 2026{week}"


def test_a_thing_is_found_in_notes_without_blanks(say: Say) -> None:
    say("/settings language japanese")
    say("タコスとビール 12.50\nビール 8\nタコスの日 4")

    assert say("タコスにいくら使った？") == "支出 $16.50 · タコス、2026年11月"
    assert say("ビールにいくら使った？") == "支出 $20.50 · ビール、2026年11月"


def test_days_that_begin_and_end_today_are_one_day(say: Say) -> None:
    say("12.50 fun tacos\npaid 1500")
    assert say("how much did I spend on fun since payday?").startswith("$12.50 spent · Fun, 22 Nov\n")


def test_whether_a_bill_is_paid_is_said(say: Say) -> None:
    say("/bill rent 900 on the 20th")

    assert say("is rent paid?") == "Rent, $900.00, is due Sun 20 Dec."
    say.wait(days=28)
    say("rent 910")
    say.wait(days=1)
    assert say("did I pay rent") == "Rent was paid Sun 20 Dec: $910.00.\nRent, $900.00, is due Wed 20 Jan 2027."
    say.wait(days=32)
    assert say("is rent paid?") == "Rent, $900.00, was due Wed 20 Jan."


def test_a_question_about_nothing_that_is_kept_is_refused_as_before(say: Say) -> None:
    assert say("how are you?").startswith("That sounds like a question or a plan")
    say.group = True
    assert say("how much is left?") == ""


def test_what_only_looks_waits_for_no_writer(tmp_path: Path) -> None:
    """`/digest` and `/remind` alone waited for the lock: they were asked for in a transaction that writes."""
    known = {"TELEGRAM_BOT_TOKEN": "77:ABC", "TELEGRAM_MODE": "polling", "ALLOWED_USERS": "*"}
    with chat(tmp_path, SUNDAY, **known, PUBLIC_URL="https://x.example") as say:
        say("12.50 fun tacos")
        with closing(sqlite3.connect(tmp_path / "budget.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            said = {name: say(f"/{name}") for name, command in COMMANDS.items() if command.only_looks("")}
    assert len(said) > 10
    assert all(said.values())
    assert said["digest"].startswith("No weekly digest.")


LOOKS = [
    *(f"/{name}" for name, command in COMMANDS.items() if command.only_looks("")), "/undo", "/undo 2",
    "/export", "/export json", "/import", "/forget", "/card off", "/limits play", "/limits play 50",
    "/limits fun much", "/categories fun", "/categories play", "/categories remove play", "/settings currency",
    "/settings zone", "/settings language", "/settings colour", "/settings zone 25:61", "/bill", "/bill rent",
    "/bill rent 900", "/bill rent skip", "/payday now", "/digest soon", "/remind noon", "/week last", "/history 3",
    "how much is left?", "what did I spend on fun?", "how much did I spend yesterday?", "is rent paid?", "/share nonsense",
    "fun", "hello", "5 fun 2026-13-40", "hello\nsee you", "0 fun", "12 %", "can I afford 80 for fun?",
]  # fmt: skip
"""What only shows something, and what is refused."""


@pytest.mark.parametrize("text", LOOKS)
def test_in_a_chat_without_a_budget_a_look_begins_none_and_offers_no_dead_button(tmp_path: Path, text: str) -> None:
    with chat(
        tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_MODE="polling", ALLOWED_USERS="*", PUBLIC_URL="https://b.org"
    ) as say:
        assert say(text)
        shown = say.reply
        for label in say.buttons:
            say.reply = shown
            say.tap(label)
            assert say.answer.reply is not None, label

        assert say.runner.run(say.app.bookkeeper.known(OWNER)) is None


@pytest.mark.parametrize("text", [*LOOKS, "see you at 7", "rent is due, says Bob"])
def test_in_a_group_without_a_budget_neither_a_look_nor_chatter_begins_one(tmp_path: Path, text: str) -> None:
    with chat(
        tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_MODE="polling", ALLOWED_USERS="*", PUBLIC_URL="https://b.org"
    ) as say:
        say.group, say.title = True, "Home"
        say(text)
        assert say.runner.run(say.app.bookkeeper.known(OWNER)) is None
        say.edit(text)
        assert say.runner.run(say.app.bookkeeper.known(OWNER)) is None


@pytest.mark.parametrize("text", ["5 fun", "3 beers 18", "12.50", "€12", "hello\n5 fun", "paid 1500", "+40"])
def test_what_is_recorded_or_asked_about_begins_a_budget(tmp_path: Path, text: str) -> None:
    with chat(tmp_path) as say:
        say("hello")
        assert say.runner.run(say.app.bookkeeper.known(OWNER)) is None
        say(text)
        assert say.runner.run(say.app.bookkeeper.known(OWNER)) is not None


def test_what_is_said_before_there_is_a_budget_is_in_the_language_and_the_money_of_the_app(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        shown = say.runner.run(say.app.bot.said(Message(OWNER, 1, OWNER, "spaß", say.now, language="de")))
        assert shown is not None
        assert "€" in shown.text
        assert "Spaß" in shown.text


@pytest.mark.parametrize("text", ["/limits", "/settings", "/settings currency"])
def test_in_a_chat_without_a_budget_a_look_says_what_it_would_start_with(tmp_path: Path, text: str) -> None:
    with chat(tmp_path) as say:
        shown = say(text).removesuffix(
            "\nNothing is kept here yet: this is what a budget starts with. /start begins it."
        )
        assert say.buttons == []
        say("/start")
        assert all(line in say(text.split(" ", maxsplit=1)[0]) for line in shown.split("\n"))
        assert say.buttons != []


def test_of_a_chat_without_a_budget_the_language_of_the_app_says_what_it_would_start_with(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        shown = say.runner.run(say.app.bot.said(Message(OWNER, 1, OWNER, "/settings", say.now, language="de")))
        assert shown is not None
        assert "EUR" in shown.text


def test_a_week_of_another_year_says_the_year(say: Say) -> None:
    assert say("/week 2025-11-20").startswith("$400.00 left of $400 · 17 – 23 Nov 2025\n")
    assert say("/week 2026-11-12").startswith("$400.00 left of $400 · 9 – 15 Nov\n")
    assert "$137.50 left of $150 · Fun, 17 – 23 Nov 2025" in say("12.50 fun 2025-11-20")
