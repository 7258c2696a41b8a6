"""The main job through the front door: what a person writes and taps, and what the bot says."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.reply import Reply
from budget import acts
from budget.bookkeeper import Message
from budget.states import Status, Version
from tests.chat import Say, chat


def test_a_receipt_says_what_was_understood_and_what_is_left(say: Say) -> None:
    assert say("12.50 fun tacos") == "✓ $12.50 tacos\n$137.50 left of $150 · Fun"
    assert say.buttons == ["Undo", "Change…"]


def test_the_week_shows_each_category_the_total_and_the_pay_period(say: Say) -> None:
    say("12.50 fun tacos")
    say("paid 1500 friday")

    assert say("/week") == (
        "$387.50 left this week\nThe last day\n\n"
        "$137.50 left · Fun\n▰▱▱▱▱▱▱▱▱▱ $12.50 of $150\n"
        "Untouched: $100 Predictable… · $50 Unpredictable… · $100 Other\n\n"
        "$1,487.50 left of the paycheck\n12 days to payday, Fri 4 Dec · $123.95 a day"
    )


def test_a_refund_lowers_its_category(say: Say) -> None:
    say("12.50 fun tacos")
    say("-2.50 fun tacos")

    assert "Fun: $10.00" in say.sums()


def test_a_repeat_changes_nothing_and_says_the_same(say: Say) -> None:
    receipt = say("12.50 fun tacos")

    assert say("12.50 fun tacos", number=1) == receipt
    assert "Fun: $12.50" in say.sums()


def test_two_coffees_are_two_expenses(say: Say) -> None:
    say("3.50 coffee")
    say("3.50 coffee")

    assert "Fun: $7.00" in say.sums()


def test_an_edit_corrects_in_place(say: Say) -> None:
    say("12.50 fun tacos")
    say.wait(minutes=1)

    assert say.edit("13.50 fun tacos").startswith("Corrected:\n✓ $13.50 tacos\n$136.50 left of $150 · Fun")
    assert "Fun: $13.50" in say.sums()


def test_an_edit_that_does_not_read_leaves_the_entry_and_says_so(say: Say) -> None:
    say("12.50 fun tacos")
    say.wait(minutes=1)

    reply = say.edit("12.50.3 fun tacos")

    assert "So this stays as it was: ✓ $12.50 tacos" in reply
    assert "Fun: $12.50" in say.sums()


def test_an_edit_that_takes_a_line_out_undoes_its_entry(say: Say) -> None:
    say("5 fun\n6 gas")
    say.wait(minutes=1)

    reply = say.edit("5 fun")

    assert "2 $6.00 gas · Predictable… undone" in reply
    assert "Total: $5.00" in say.sums()


def test_undo_and_restore(say: Say) -> None:
    say("12.50 fun tacos")

    assert say.tap("Undo") == "$12.50 tacos undone\n$150.00 left of $150 · Fun"
    assert say.tap("Restore").startswith("✓ $12.50 tacos")
    assert "Fun: $12.50" in say.sums()


def test_undo_by_command_takes_the_latest_back_and_offers_to_restore_it(say: Say) -> None:
    say("5 fun")
    say("6 fun")

    assert say("/undo").startswith("$6.00 undone")
    assert say.buttons == ["Restore"]
    assert say("/undo", number=3).startswith("$6.00 · Fun undone"), "a repeat undoes nothing more"
    assert say("/undo").startswith("$5.00 undone")
    assert say("/undo") == "There is nothing to undo."


def test_undo_takes_a_number_of_recent_and_all(say: Say) -> None:
    say("5 fun a\n6 fun b")
    say("7 fun c")

    assert say("/undo 2").startswith("✓ $5.00 in 1 entry\n1 $5.00 a · Fun\n2 $6.00 b · Fun undone")
    assert say("/undo 2", number=3).startswith("✓ $5.00 in 1 entry\n1 $5.00 a · Fun\n2 $6.00 b · Fun undone"), (
        "a repeat undoes nothing more"
    )
    assert say("/undo 3") == "There is no entry 3 to undo: /recent shows what there is."
    for rest in ("0", "9999"):
        assert say(f"/undo {rest}").startswith("I count back from 1 to 1,000"), rest
    for rest in ("fun", "-1", "1 2", "²"):
        assert say(f"/undo {rest}").startswith("/undo takes back the latest message."), rest
    assert say("/undo all").startswith("$7.00 c undone")
    assert "Fun: $5.00" in say.sums()


@pytest.mark.slow
def test_undo_and_history_go_back_a_thousand_entries(say: Say) -> None:
    for n in range(50):
        say("\n".join(f"{20 * n + line + 1} fun" for line in range(20)))

    assert say("/history 1000").startswith("This entry is as it was recorded: $1.00")
    assert say("/history 1001").startswith("I count back from 1 to 1,000")
    assert say("/undo 1001").startswith("I count back from 1 to 1,000")
    assert "1 $1.00 · Fun undone" in say("/undo 1000")


def test_recent_lists_fifty_entries_at_most(say: Say) -> None:
    for n in range(3):
        say("\n".join(f"{20 * n + line + 1} fun" for line in range(20)))

    assert say("/recent 50").split("\n")[-1].startswith("50 $11.00")
    assert say("/recent 51") == say("/recent 0")


def test_undo_closes_an_open_question(say: Say) -> None:
    say("5 fun")
    say("see you at 7")
    assert say("undo") == "Fine, nothing is recorded."
    assert say.tap_data("a:2:0:0", "late").startswith("That is settled already")

    say("6 fun\n3 beers 18")
    stays = "Fine, nothing changes. /undo takes the latest entry back.\n✓ $6.00\n"
    assert say("undo").startswith(stays), "what it recorded stays"
    assert say("undo", number=5).startswith(stays), "a repeat"
    assert say("/undo").startswith("$6.00 undone")
    assert say("/undo").startswith("$5.00 undone")

    say("7 fun\n3 beers 18")
    said = say("/undo all")
    assert said.startswith("$7.00 undone")
    assert "beers" not in said


@pytest.mark.parametrize("asks", ["edit: 3 beers 18", "with tip 14"])
def test_undo_under_a_question_about_what_was_recorded_says_that_it_stays(say: Say, asks: str) -> None:
    say("12.50 fun tacos")
    said = say.edit(asks.removeprefix("edit: ")) if asks.startswith("edit: ") else say(asks)
    assert said.split("\n")[0].endswith("?")
    assert say("/undo").startswith("Fine, nothing changes. /undo takes the latest entry back.\n✓ $12.50 tacos\n")
    assert say("/undo").startswith("$12.50 tacos undone\n")


def test_undo_of_one_price_takes_all_of_its_line(say: Say) -> None:
    say("coffee 5, lunch 12.50")
    say.tap("2 entries, $17.50")

    assert say("/undo 1").count("undone") == 2


def test_an_undone_entry_is_not_resurrected_by_a_repeat(say: Say) -> None:
    say("12.50 fun tacos")
    say.tap("Undo")

    assert say("12.50 fun tacos", number=1).startswith("$12.50 tacos · Fun undone")
    assert "Fun: $0.00" in say.sums()


def test_a_note_without_category_is_asked_once_and_remembered(say: Say) -> None:
    assert say("12.50 tacos").startswith("✓ $12.50 tacos")
    assert say.buttons == ["Fun", "Predictable", "Unpredictable", "Undo", "Change…"]

    assert say.tap("Fun").startswith("✓ $12.50 tacos\n$137.50 left of $150 · Fun")
    assert say("8 Tacos").startswith("✓ $8.00 Tacos")
    assert say.buttons == ["Undo", "Change…"]
    say.tap("Change…")
    say.tap("Category")
    assert say.tap("Other").startswith("✓ $8.00 Tacos")


def test_two_good_numbers_are_asked_about(say: Say) -> None:
    assert say("3 beers 18") == "Which is the amount in “3 beers 18”?"
    assert say.buttons == ["$18.00", "$3.00"]
    assert "Total: $0.00" in say.sums(), "nothing is recorded before the tap"

    say("3 beers 18", number=1)
    assert say.tap("$18.00").startswith("✓ $18.00 3 beers")
    assert "Total: $18.00" in say.sums()


def test_several_prices_are_recorded_and_undone_by_one_tap_each(say: Say) -> None:
    say("coffee 5, lunch 12.50, gas 40")
    assert say.buttons == ["3 entries, $57.50", "Only $5.00", "Only $12.50", "Only $40.00"]
    assert "Total: $0.00" in say.sums(), "nothing is recorded before the tap"

    say("coffee 5, lunch 12.50, gas 40", number=1)
    said = say.tap("3 entries, $57.50")
    assert "1 $5.00 coffee · Fun\n2 $12.50 lunch · Fun\n3 $40.00 gas · Predictable…" in said
    assert say.buttons == ["Undo", "Change…"]

    say.tap("Undo")
    assert "Total: $0.00" in say.sums()
    say("coffee 5, lunch 12.50, gas 40", number=1)
    say.tap("Restore")
    assert "Total: $57.50" in say.sums()


def test_each_entry_of_a_line_has_a_number_of_its_own(say: Say) -> None:
    say("5 fun\ngizmo 5, doohickey 12.50\n4 fun")
    said = say.tap("2: 2 entries, $17.50")
    assert said.split("\n")[1:5] == [
        "1 $5.00 · Fun",
        "2 $5.00 gizmo · Other",
        "3 $12.50 doohickey · Other",
        "4 $4.00 · Fun",
    ]
    assert say.buttons[:3] == ["2: Fun", "2: Predictable", "2: Unpredictable"]
    assert say.buttons[-5:] == ["Undo 1", "Undo 2+3", "Undo 4", "Undo all", "Change…"]
    assert "3 $12.50 doohickey · Predictable…" in say.tap("3: Predictable")
    assert "2 $6.00 gizmo · Other" in say.reply_to("2: 6", 1)
    assert "4 $9.00 · Fun" in say.reply_to("4: 9", 1)
    assert say.tap("Undo 2+3").count("undone") == 2
    assert "Restore 2+3" in say.buttons


def test_an_edit_of_several_prices_takes_the_further_entries_out(say: Say) -> None:
    say("5 fun\ncoffee 5, lunch 12.50")
    say.tap("2: 2 entries, $17.50")
    say.wait(minutes=1)
    say.edit("5 fun\nlunch 12.50")

    assert "Total: $17.50" in say.sums()


def test_an_answer_teaches_notes_alike(say: Say) -> None:
    say("see you at Gizmo 7")
    say.tap("Fun")

    assert say("Gizmo #4 9").startswith("✓ $9.00")
    assert say("see you at Gizmo 9").startswith("Did you spend $9.00")
    assert say.buttons[0] == "Fun"


def test_a_second_paycheck_is_asked_about(say: Say) -> None:
    assert say("paid 1500 yesterday").startswith("✓ Paycheck $1,500.00")
    assert "pay period" in say("paid 300")
    assert say.buttons == ["New pay period", "Adds to this one"]
    assert say.tap("Adds to this one").startswith("✓ Extra cash $300.00")


def test_a_question_is_answered_once(say: Say) -> None:
    say("3 beers 18")
    say.tap_data("a:1:0:0", "first")

    assert "settled" in say.tap_data("a:1:0:1", "second")
    assert say.tap_data("a:1:0:0", "first").startswith("✓ $18.00"), "the same tap again says the same"
    assert "Total: $18.00" in say.sums()


def test_a_number_in_small_talk_is_asked_about(say: Say) -> None:
    assert say("see you at 7").startswith("Did you spend $7.00 in “see you at 7”?")
    assert say.tap("No, nothing") == "Fine, nothing is recorded."
    assert "Total: $0.00" in say.sums()


def test_a_paycheck_starts_a_pay_period_and_extra_cash_adds_to_it(say: Say) -> None:
    assert say("paid 1500") == (
        "✓ Paycheck $1,500.00\nLeft to spend: $1,500.00, $107.14 a day until the payday expected Sun 6 Dec"
    )
    assert "Left to spend: $1,540.00" in say("+40")


def test_paid_with_a_category_is_spending_and_one_tap_makes_it_income(say: Say) -> None:
    assert say("paid 900 rent").startswith("✓ $900.00 rent")
    assert "It was income" in say.buttons
    assert say.tap("It was income").startswith("✓ Paycheck $900.00 rent")
    assert "Total: $0.00" in say.sums()


def test_a_doubtful_paycheck_starts_nothing_before_the_tap(say: Say) -> None:
    say("paid 1500 acme")

    assert "No paycheck yet" in say("/period")
    say("paid 1500 acme", number=1)
    say.tap("Paycheck $1,500.00")
    assert "$1,500.00" in say("/period")


def test_going_over_is_told_once_and_100_percent_is_not_over(say: Say) -> None:
    assert "Nothing left of $50" in say("50 doctor")
    assert "over the limit now" in say("0.01 doctor")
    assert "over the limit now" not in say("1 doctor")
    assert "$1.01 over" in say("/week")


def test_several_lines_are_several_entries_and_a_bad_one_is_quoted(say: Say) -> None:
    reply = say("12.50 fun tacos\n1e3 gas; 8 gas")

    assert reply.startswith("✓ $20.50 in 2 entries\n1 $12.50 tacos · Fun")
    assert "✗ “1e3 gas”: “1e3” has an exponent." in reply
    assert "3 $8.00 gas · Predictable…" in reply
    assert say.buttons == ["Undo 1", "Undo 3", "Undo all", "Change…"]
    say.tap("Undo all")
    assert "Total: $0.00" in say.sums()


def test_more_than_twenty_lines_are_refused_together(say: Say) -> None:
    assert say("\n".join(["1 fun"] * 21)).startswith("Those are 21 lines")
    assert "Total: $0.00" in say.sums()


def test_yesterdays_entry_counts_in_its_own_week(tmp_path: Path) -> None:
    with chat(tmp_path, WEEK_STARTS_ON="sunday") as say:
        assert "$138.00 left of $150 · Fun, 15 – 21 Nov" in say("12 fun yesterday")
        assert "Fun: $0.00" in say.sums()
        assert "Fun: $12.00" in say.sums(1)
        assert "$12.00 of $150" in say("/week 2026-11-18")


def test_one_no_of_several_lines_leaves_the_others_alone(say: Say) -> None:
    say("5 fun\nsee you at 7")
    assert "2: No, nothing" in say.buttons

    assert say.tap("2: No, nothing").startswith("✓ $5.00\n$145.00 left of $150 · Fun")
    assert say.buttons == ["Undo", "Change…"]


def test_questions_of_several_lines_are_told_apart(say: Say) -> None:
    say("3 beers 18\n2 shots 9")
    assert say.buttons == ["1: $18.00", "1: $3.00", "2: $9.00", "2: $2.00"]

    assert "Which is the amount in “2 shots”?" in say.tap("1: $18.00")


def test_equal_amounts_are_told_apart_by_their_notes(say: Say) -> None:
    say("4 fun 4.00")

    assert say.buttons == ["$4.00 “4”", "$4.00 “4.00”"]


def test_a_tapped_amount_without_a_category_still_offers_them(say: Say) -> None:
    say("3 widgets 18")
    say.tap("$18.00")

    assert say.buttons == ["Fun", "Predictable", "Unpredictable", "Undo", "Change…"]
    assert say.tap("Fun").startswith("✓ $18.00 3 widgets")


def test_an_edit_that_corrects_nothing_does_not_say_so(say: Say) -> None:
    say("5 fun")
    say.wait(minutes=1)
    assert say.edit("hello").startswith("I see no amount there.")

    say.wait(minutes=1)
    assert "Until then this counts: ✓ $5.00" in say.edit("3 beers 18", number=1)


def test_what_may_have_come_back_is_asked_about_as_such(say: Say) -> None:
    assert say("tacos -40").startswith("Did the $40.00 in “tacos -40” come back to you, or was it spent?")
    assert say.buttons == ["Spent $40.00", "Refund $40.00", "It came in"]
    assert say.tap("Refund $40.00").startswith("✓ Refund $40.00 tacos")


def test_the_day_is_the_messages_own_in_the_budgets_zone(tmp_path: Path) -> None:
    late = datetime.fromisoformat("2026-11-22T23:30:00+00:00")
    with chat(tmp_path, late, TIMEZONE="Pacific/Auckland") as say:
        say("5 fun")
        assert "✓ $5.00 · Sun 22 Nov" in say("5 fun yesterday")


def test_a_later_change_of_zone_does_not_move_history(tmp_path: Path) -> None:
    late = datetime.fromisoformat("2026-11-22T23:30:00+00:00")
    with chat(tmp_path, late) as say:
        say("5 fun")
        say("/settings zone Pacific/Auckland")
        assert "Fun: $0.00" in say.sums(), "in Auckland it is Monday"
        assert "Fun: $5.00" in say.sums(1)


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        say("3 beers 18")
    with chat(tmp_path) as say:
        assert "Fun: $12.50" in say.sums()
        assert say.tap_data("a:2:0:0", "later").startswith("✓ $18.00")


def test_a_categorys_name_alone_shows_where_it_stands(say: Say) -> None:
    say("12.50 fun tacos")

    assert say("fun") == "$137.50 left · Fun\n▰▱▱▱▱▱▱▱▱▱ $12.50 of $150"


def test_anything_else_shows_one_short_example(say: Say) -> None:
    assert say("hello there") == "I see no amount there. Write it like this: 12.50 fun tacos"


def test_recent_lists_the_latest_first_and_undoes_each(say: Say) -> None:
    assert say("/recent").startswith("Nothing is recorded yet.")
    say("5 fun a")
    say("6 fun b")

    assert say("/recent") == "Today, Sun 22\n1 $6.00 b · Fun\n2 $5.00 a · Fun"
    say.tap("2")
    say.tap("Delete")
    assert say("/recent") == "Today, Sun 22\n1 $6.00 b · Fun"


def test_notes_are_shown_as_text(say: Say) -> None:
    assert "\u2068<b>&amp tacos\u2069" in say("5 fun <b>&amp \u202etacos\u202c"), (
        "what steers the direction is kept, and not shown"
    )
    assert say.reply is not None
    assert "&lt;b&gt;&amp;amp" in say.reply.text


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        ("/limits fun 200", "Fun: $200 a week from now on."),
        ("/limits fun 0", "Fun: $0 a week from now on."),
        ("/limits predictable necessities 12.50", "Predictable Necessities: $12.50 a week from now on."),
        ("/limits pets 20", "There is no category “pets”."),
        ("/limits fun -5", "“-5” is no weekly limit."),
        ("/limits fun 1.250", "“1.250” can be read in two ways."),
        ("/limits fun 1,500 USD", "Fun: $1,500 a week from now on."),
        ("/limits un 80", "Unpredictable Necessities: $80 a week from now on."),
        (
            "/settings language de_DE",
            "Settings\nWeek starts on: Monday\nTime zone: UTC, 10:00\nNumbers: 1.234,50 $ (Germany)",
        ),
        ("/settings time zone Europe/Paris", "Settings\nWeek starts on: Monday\nTime zone: Paris, 11:00"),
        ("/settings week start friday", "Settings\nWeek starts on: Friday"),
        ("/week LAST", "$400.00 left of $400 · 9 – 15 Nov"),
        ("/categories fun +cinema -nosuch", "There is no keyword “nosuch” there."),
        ("/limits nosuch", "There is no category “nosuch”. There are: Fun"),
        ("/limits fun abc", "“abc” is no weekly limit. Write an amount from zero up, like 80 or 12.50."),
        ("/categories add Pets 40", "Pets: $40 a week; no keywords."),
        ("/categories add Fun 40", "“Fun” already means a category."),
        ("/categories add 7up 40", "7up: $40 a week; no keywords."),
        ("/categories rename fun = Play time", "Play time: $150 a week; bar, coffee, dining, entertainment"),
        ("/categories rename fun Play", "Play: $150 a week"),
        ("/categories remove fun", "Fun is removed, and its $150 a week"),
        ("/categories remove other", "“Other” has to stay"),
        ("/categories fun +cinema -bar", "Fun: $150 a week; cinema, coffee, dining"),
        ("/categories fun 🎉", "🎉 Fun: $150 a week; bar, coffee"),
        ("/categories nosuch 🎉", "There is no category “nosuch”."),
        ("/categories fun +gas", "“gas” already means a category."),
        (
            "/categories wat",
            "There is no category “wat”, and I can't read that as a change. Write it like one of these:",
        ),
        ("/categories add Gym", "Write its weekly limit behind the name: /categories add Gym 40"),
        ("/categories add Gym cheap", "“cheap” is no weekly limit."),
        ("/chart 2026-11-16", "$400.00 left this week"),
        ("/chart LAST", "$400.00 left of $400 · 9 – 15 Nov"),
        ("/chart fun", "I can't find the week “fun”. Write /chart, /chart last or /chart 2026-03-14."),
        ("/week fun", "I can't find the week “fun”."),
        ("/period last", "There is no pay period before this one."),
        ("/period 2", "I can't find the pay period “2”."),
        ("/recent 0", "I show 1 to 50 entries: /recent 50."),
        ("/recent 51", "I show 1 to 50 entries"),
        ("/recent fun", "Nothing is recorded in Fun yet."),
        ("/recent fun 20", "Nothing is recorded in Fun yet."),
        ("/recent nosuch", "There is no category “nosuch”."),
        ("/help week", "/week: this week against its limits\n/week last"),
        ("/help /limits", "/limits: see"),
        ("/help wek", "I don't know /wek. Did you mean /week?"),
        ("/links x", "I don't know what “x” means behind /links, so I did nothing. Write /links alone"),
        ("/export xml", "I can't write entries as “xml”."),
        ("/forget fun", "I don't know what “fun” means behind /forget"),
        ("/invite ben", "I don't know what “ben” means behind /invite"),
        ("/settings week thursday", "Settings\nWeek starts on: Thursday"),
        ("/settings week someday", "“someday” is no weekday."),
        ("/settings zone europe/berlin", "Settings\nWeek starts on: Monday\nTime zone: Berlin"),
        ("/settings zone Mars", "I don't know the time zone “Mars”."),
        (
            "/settings numbers de_DE",
            "Settings\nWeek starts on: Monday\nTime zone: UTC, 10:00\nNumbers: 1.234,50 $ (Germany)",
        ),
        ("/settings numbers xx", "I don't know the number style “xx”."),
        (
            "/settings currency eur",
            "Settings\nWeek starts on: Monday\nTime zone: UTC, 10:00\nNumbers: €1,234.50 (United States)",
        ),
        ("/settings currency gold", "I don't know the currency “gold”. Write its name or its code: euro, USD."),
        ("/settings colour", "Write a setting like one of these:"),
        ("/settings week starts on mondays", "Settings\nWeek starts on: Monday"),
        ("/settings zone new york", "Settings\nWeek starts on: Monday\nTime zone: New York, 05:00"),
        ("/settings time GMT+2", "Settings\nWeek starts on: Monday\nTime zone: GMT+2, 12:00"),
        ("/settings time 19:00", "Settings\nWeek starts on: Monday\nTime zone: Tokyo, 19:00"),
        ("/settings time 10 am", "Several places have 10 am now. Which one is yours?"),
        ("/settings time 9:30", "No large city has 9:30 now."),
        ("/settings zone us", "There are several time zones in “us”."),
        (
            "/settings numbers german",
            "Settings\nWeek starts on: Monday\nTime zone: UTC, 10:00\nNumbers: 1.234,50 $ (Germany)",
        ),
        (
            "/settings currency swiss francs",
            "Settings\nWeek starts on: Monday\nTime zone: UTC, 10:00\nNumbers: CHF 1,234.50 (United States)",
        ),
        ("/settings money peso", "“peso” can be several currencies."),
        ("/week whenever", "I can't find the week “whenever”."),
        ("/nonsense", "I don't know /nonsense. /help"),
        ("/wek", "I don't know /wek. Did you mean /week?"),
        ("/spend 5 coffee", "I don't know /spend. Did you mean /spent?"),
        ("/add 12.50 fun", "✓ $12.50"),
        ("/add\n5 fun\n6 gas", "✓ $11.00 in 2 entries\n1 $5.00 · Fun\n2 $6.00 gas"),
        ("/spent 14 sushi", "✓ $14.00 sushi"),
        ("/paid 1500", "✓ Paycheck $1,500.00"),
        ("/Paid@any_bot 1500", "✓ Paycheck $1,500.00"),
        ("/add", "Write it behind the command: /add 12.50 fun tacos"),
        ("/paid", "Write it behind the command: /paid 1500"),
        ("week", "$400.00 left this week"),
        ("Week", "$400.00 left this week"),
        ("left", "No paycheck yet."),
        ("balance", "No paycheck yet."),
        ("recent", "Nothing"),
        ("limits", "Weekly limits"),
        ("undo", "There is nothing to undo."),
        ("help", "Spent: 12.50 fun tacos"),
        ("/start", "I keep track of what you spend"),
        ("/help", "Spent: 12.50 fun tacos"),
        ("/invite", "Invitations are for the bot on Telegram."),
        ("/period", "No paycheck yet."),
        ("/WEEK", "$400.00 left this week"),
        ("/week@any_bot", "$400.00 left this week"),
    ],
)
def test_commands(say: Say, command: str, reply: str) -> None:
    assert say(command).startswith(reply)


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        ("/limits fun", "Fun: $150 a week. Tap a new limit"),
        ("/limits predictable necessities", "Predictable Necessities: $100 a week."),
        ("/settings time", "Time: 10:00 (UTC)\nWhat time is it for you?"),
        ("/settings Number format", "Numbers: $1,234.50 (United States)"),
    ],
)
def test_commands_in_a_budget_that_is_begun(say: Say, command: str, reply: str) -> None:
    say("/start")
    assert say(command).startswith(reply)


def test_a_plain_word_is_a_category_before_it_is_a_command(say: Say) -> None:
    say("/categories fun +left")

    assert say("left").endswith(" · Fun\n▱▱▱▱▱▱▱▱▱▱ $0.00 of $150")


def test_in_a_group_a_command_records_and_a_plain_word_is_talk(say: Say) -> None:
    def in_the_group(text: str, number: int) -> Reply | None:
        message = Message(say.owner, number, say.owner, text, say.now, Version(0, number), group=True)
        return say.runner.run(say.app.bot.said(message))

    assert in_the_group("week", 1) is None
    recorded = in_the_group("/add 45", 2)
    assert recorded is not None
    assert recorded.text.startswith("✓ <b>$45.00</b>\n")


def test_an_edit_of_an_entry_by_command_corrects_it(say: Say) -> None:
    say("/add 12.50 fun tacos")

    assert say.edit("/add 13 fun tacos").startswith("Corrected:\n✓ $13.00 tacos")
    assert "$12.50" not in say("/recent")


def test_more_keywords_than_a_category_holds_are_refused_before_any_is_looked_at(say: Say) -> None:
    words = " ".join(f"+word{n}" for n in range(101))

    assert say(f"/categories fun {words}").startswith("That would be more than a budget holds: 20 categories")
    assert "word" not in say("/categories").replace("words that mean", "")


def test_a_keyword_is_taken_out_as_it_was_put_in(say: Say) -> None:
    assert "kids" in say("/categories fun +Kids'")
    assert say("kids' tickets 5").startswith("✓ $5.00 kids' tickets")
    assert "kids" not in say("/categories fun -Kids'")


def test_a_currency_stays_once_something_is_written_in_it(say: Say) -> None:
    say("5 fun")

    assert say("/settings currency EUR").startswith("There are entries in USD")
    say("/settings")
    say.tap("Currency")
    assert say.tap("euro, EUR").startswith("There are entries in USD")
    assert "Currency: USD" in say.tap("No, keep USD")


def test_what_was_spent_in_a_removed_category_still_counts(say: Say) -> None:
    say("5 fun")
    say("/categories remove fun")

    week = say("/week")

    assert "$5.00 over · Fun (removed)\n" in week
    assert week.startswith("$245.00 left this week")
    assert say("6 fun").startswith("✓ $6.00 fun")


def test_a_limit_is_tapped(say: Say) -> None:
    say("/start")
    say("/limits")
    say.tap("Fun")

    assert say.tap("$200") == "Fun: $200 a week from now on."


def test_the_day_beside_one_of_several_numbers_counts_for_it(say: Say) -> None:
    assert say("room 42 300.50 yesterday tacos").startswith("✓ $300.50 room 42 tacos · Sat 21 Nov")


def test_settings_are_tapped(say: Say) -> None:
    say("/start")
    say("/settings")
    say.tap("Week start")

    assert "Week starts on: Thursday" in say.tap("Thursday")
    assert say.tap("Time zone").startswith("Time: 10:00 (UTC)\nWhat time is it for you?")
    assert "Time zone: Los Angeles, 02:00" in say.tap("02:00 Los Angeles")
    say.tap("Currency")
    assert "Currency: USD (US dollar)" in say.tap("‹ Settings")


def test_weeks_are_leafed_through_by_taps(say: Say) -> None:
    say("5 fun 2026-11-12")
    say("/week")

    assert "$5.00 of $150" in say.tap("‹ 9 – 15 Nov")
    assert say.buttons == ["16 – 22 Nov ›", "Picture"], "the book began in this week"
    assert say.tap("16 – 22 Nov ›").startswith("$400.00 left this week")


@pytest.mark.parametrize(
    "data", ["", "u", "u:1", "u:x:0", "u:1:0", "a:1:0:9", "c:1:0:99", "w:never", "l:99", "s:x", "💥"]
)
def test_a_button_that_is_not_ours_does_nothing(say: Say, data: str) -> None:
    assert "settled" in say.tap_data(data, "x")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@budget_bot 5 fun gum", "✓ $5.00 gum\n"),
        ("@Budget_Bot: 5 fun gum", "✓ $5.00 gum\n"),
        ("5 fun gum @budget_bot", "✓ $5.00 gum\n"),
        ("@budget_bot\n5 fun gum\n3 coffee", "✓ $8.00 in 2 entries\n"),
        ("5 fun gum @budget_bot\n3 coffee", "✓ $8.00 in 2 entries\n"),
        ("5 fun @budget_bot gum", "✓ $5.00 gum\n"),
        ("@budget_bot", "Spent: "),
        ("@budget_bot.", "Spent: "),
        ("(@budget_bot)", "Spent: "),
        ("@budget_bot?", "Spent: "),
        ("@budget_bot!!", "Spent: "),
        ("¿@budget_bot?", "Spent: "),
        ("5 fun gum @budget_bot.", "✓ $5.00 gum\n"),
        ("5 fun gum (@budget_bot)", "✓ $5.00 gum\n"),
        ("@budget_bot; 5 fun gum", "✓ $5.00 gum\n"),
        ("(@budget_bot) 5 fun gum", "✓ $5.00 gum\n"),
        ("@budget_bot:5 fun gum", "✓ $5.00 gum\n"),
        ("@budget_bot .50 fun gum", "✓ $0.50 gum\n"),
        ("how much is left, @budget_bot?", "$400.00 left this week\n"),
        ("@budget_bot help", "Spent: "),
        ("@budget_bot week", "$400.00 left this week\n"),
        ("@budget_bot how much is left?", "$400.00 left this week\n"),
        ("@budget_bot see you at 7", "Did you spend $7.00"),
        ("@budget_bot sounds good", "I see no amount there."),
        ("@budget_bot /invite", "Write /invite to me in private"),
        ("@budget_bot forget", "I see no amount there."),
        ("@budget_botany 5 fun gum", "✓ $5.00 @budget_botany gum\n"),
        ("write to me@budget_bot", ""),
        ("write to (me@budget_bot).", ""),
        ("@budget_botany sounds good", ""),
    ],
)
def test_what_names_the_bot_in_a_group_is_meant_for_it_and_its_name_is_no_note(say: Say, text: str, said: str) -> None:
    say.group = True
    say.app.bot.name = "budget_bot"

    answer = say(text)

    assert answer.startswith(said)
    assert bool(answer) is bool(said)


def test_small_talk_in_a_group_is_left_alone(say: Say) -> None:
    say.group = True

    assert say("see you at 7") == ""
    assert say("hello") == ""
    assert say("12 fun").startswith("✓ $12.00")
    assert say("12,345,6 fun").startswith("“12,345,6” is not grouped")


def test_a_short_line_in_a_group_is_asked_about(say: Say) -> None:
    say.group = True

    assert say("luigi 58").startswith("Did you spend $58.00 in “luigi 58”?")
    assert say.tap("Fun").startswith("✓ $58.00 luigi")
    assert say("luigi 61").endswith(" · Fun, as last time")


def test_an_edit_keeps_what_a_tap_has_settled(say: Say) -> None:
    say("12 tacos")
    say.tap("Fun")
    say.wait(minutes=1)
    assert "✓ $13.00 big tacos" in say.edit("13 big tacos")

    say("paid 900 rent")
    say.tap("It was income")
    say.wait(minutes=1)
    assert "✓ Paycheck $950.00 rent" in say.edit("paid 950 rent")

    say("3 beers 18")
    say.tap("$18.00")
    say.wait(minutes=1)
    assert "✓ $18.00 3 beers · Sat 21 Nov" in say.edit("3 beers 18 yesterday")

    say("paid 1500 acme")
    say.tap("Spent $1,500.00")
    say.wait(minutes=1)
    assert "✓ $1,600.00 acme" in say.edit("paid 1600 acme")


def test_an_edit_that_opens_a_question_keeps_the_entry_until_the_tap(say: Say) -> None:
    say("12 fun beers")
    say.wait(minutes=1)

    assert "Which is the amount" in say.edit("3 beers 18")
    assert "Fun: $12.00" in say.sums()
    say.edit("3 beers 18", number=1)
    assert "✓ $18.00 3 beers" in say.tap("$18.00")
    assert "Total: $18.00" in say.sums()


def test_an_edited_command_is_carried_out_and_one_over_an_entry_is_not(say: Say) -> None:
    say("/wek")
    say.wait(minutes=1)
    assert say.edit("/week").startswith("$400.00 left this week")

    say("5 fun")
    say.wait(minutes=1)
    assert "So this stays as it was: ✓ $5.00" in say.edit("/week")


def test_an_edit_that_adds_a_line_records_it(say: Say) -> None:
    say("5 fun")
    say.wait(minutes=1)

    assert "2 $6.00 gas · Predictable…" in say.edit("5 fun\n6 gas")
    assert "Total: $11.00" in say.sums()


def test_a_budget_holds_twenty_categories(say: Say) -> None:
    for letter in "ABCDEFGHIJKLMNOP":
        assert say(f"/categories add {letter}{letter}{letter}x 10").startswith(f"{letter * 3}x: $10")

    assert say("/categories add Onemore 10").startswith("That would be more than a budget holds: 20 categories")


def test_a_category_holds_fifty_keywords(say: Say) -> None:
    say("/categories fun " + " ".join(f"+word{n}" for n in range(44)))

    assert say("/categories fun +onemore").startswith("That would be more than a budget holds: 20 categories")


def test_a_keyword_that_is_not_there_cannot_be_taken_away(say: Say) -> None:
    assert say("/categories fun -cinema").startswith("There is no keyword “cinema” there.")


def test_a_removed_category_comes_back_by_adding_it(say: Say) -> None:
    say("5 fun")
    say("/categories remove fun")

    say("/categories add Fun 80")

    assert "Fun: $5.00 of $80" in say.sums()


def test_a_tap_that_moves_into_a_removed_category_is_settled(say: Say) -> None:
    say("5 tacos")
    assert say.reply is not None
    data = say.reply.buttons[0][0].data
    say("/categories remove fun")

    assert "settled" in say.tap_data(data, "late")


def test_half_a_surrogate_and_a_nul_are_stored_as_something_every_database_takes(say: Say) -> None:
    assert say("5 fun a\ud800b\0c").startswith("✓ $5.00 a?bc")


def test_what_is_exported_comes_back_by_importing_it_elsewhere(say: Say) -> None:
    assert say("/export") == "There is nothing to export yet."
    say("12.50 fun tacos")
    say("paid 1500 friday")
    say("5 gas")
    say.tap("Undo")
    assert say("/export") == "All your entries: 2 rows."
    assert say.reply is not None
    assert say.reply.document is not None
    table = say.reply.document.content.decode()

    say.owner += 1
    assert say.file(table).split("\n")[:3] == [
        "This is my own CSV, 2 rows, Fri 20 Nov – Sun 22 Nov, USD.",
        "Spent $12.50 (1 row, 1 of a known category).",
        "Money in $1,500.00 (0 extra, 1 of a paycheck).",
    ]
    assert say.buttons == ["Record 2", "No"]
    assert say.sums().endswith("Total: $0.00"), "nothing is recorded before the tap"
    say.tap("Record 2")
    assert "Total: $12.50" in say.sums()
    say("/export")
    assert say.reply is not None
    assert say.reply.document is not None
    assert say.reply.document.content.decode() == table


def test_an_import_is_undone_and_restored_as_a_whole(say: Say) -> None:
    rows = "".join(f"2026-11-{day:02},1.00,fun\n" for day in range(1, 23))
    say.import_("day,amount,category\n" + rows)

    assert say.tap("Undo all").startswith("22 imported entries, Sun 1 Nov – Sun 22 Nov, are undone.")
    assert "Total: $0.00" in say.sums()
    assert say.tap_data("r:1:*", "again").startswith("22 imported entries, Sun 1 Nov – Sun 22 Nov, are recorded.")
    assert "Total: $7.00" in say.sums()


@pytest.mark.slow
def test_many_entries_are_exported_page_by_page(say: Say) -> None:
    say.import_("day,amount\n" + "2026-11-22,0.01\n" * 1200)

    assert say("/export") == "All your entries: 1,200 rows."
    assert say.reply is not None
    assert say.reply.document is not None
    assert say.reply.document.content.count(b"\n") == 1201


def test_a_bad_row_is_told_by_its_line_and_the_others_are_recorded(say: Say) -> None:
    say.file("day,amount\n2026-11-22,-1\n2026-11-22,x\n")

    assert say.reply is not None
    assert "1 can't be read (line 3)." in say.reply.text
    assert say.tap("Show the 1") == "Line 3: “x” is no amount that I can read. Write it plainly, like 1234.50."
    say.tap("‹ The file")
    say.tap("Record 1")
    assert "Total: $1.00" in say.sums()
    assert say("/import").startswith("Send me a file from your bank")


def test_everything_is_forgotten_after_a_second_tap(say: Say) -> None:
    say("12.50 fun tacos")
    say("3 beers 18")
    say("/limits fun 99")
    say("/forget")
    assert say.tap("Keep it") == "Nothing is deleted."
    assert "Fun: $12.50 of $99" in say.sums()

    say("/forget")
    assert say.tap("Delete everything").startswith("This budget is closed: everything")
    assert say.tap("Delete now") == "Everything of this chat is deleted."

    assert "Fun: $0.00 of $150" in say.sums()
    assert say("/recent").startswith("Nothing is recorded yet.")


def test_a_question_that_was_declined_is_declined_again_by_a_repeat(say: Say) -> None:
    say("3 beers 18")
    assert say.reply is not None
    message = say._number
    bookkeeper = say.app.bookkeeper

    first = say.runner.run(bookkeeper.tap(say.owner, message, say.now, lambda tx: acts.decline(tx, 0, "t")))
    again = say.runner.run(bookkeeper.tap(say.owner, message, say.now, lambda tx: acts.decline(tx, 0, "t")))

    assert (first.state.status, again.state.status) == (Status.DONE, Status.REPEATED)
    assert again.state.questions == ()


def test_examples_are_in_the_budgets_own_currency_and_categories(tmp_path: Path) -> None:
    with chat(tmp_path, CURRENCY="IDR", LOCALE="id_ID") as say:
        say("/categories rename fun = Play")
        assert "125000 play tacos, coffee 30000, 2x35000 play beers yesterday" in say("/help")
        assert "/afford 800000 play" in say("/help afford")
        assert "/afford 800000 play" in say("/afford")
        assert "/limits play 1500000" in say("/limits")
        assert "/limits play none, /limits play 1500000 next week" in say("/limits")
        assert "/categories add Pets 400000\n/categories rename play = Play" in say("/categories")
        assert "/bill rent 9000000 on the 1st. Then also /bill rent 9500000, /bill rent on the 3rd" in say("/bill")
        assert say("/bills") == "There are no bills. /bill rent 9000000 on the 1st makes one."
        assert "paid 15000000" in say("/period")
        assert "125000 play tacos" in say("hello")
        say("/help")
        assert "/limits play 1500000" in say.tap("Limits and categories")


def test_the_button_of_entries_that_went_different_ways_has_each_with_its_sign(say: Say) -> None:
    say("scratchcard 5 won 10")
    assert say.buttons[:3] == ["2 entries, −$5.00 +$10.00", "Only $5.00", "Only $10.00"]
    said = say.tap("2 entries, −$5.00 +$10.00")
    assert "$5.00 scratchcard" in said
    assert "Extra cash $10.00" in said
    assert say.sums().endswith("Total: $5.00")


def test_a_total_of_another_sum_beside_a_question_is_said_and_not_offered(say: Say) -> None:
    said = say("3 beers 18\nlunch 6\ntotal 25")
    assert "$25.00" in said
    assert not [label for label in say.buttons if "25" in label]
    say.tap("1: $18.00")
    assert say.sums().endswith("Total: $24.00")
