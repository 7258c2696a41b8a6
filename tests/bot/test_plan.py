"""What the chat says of what is really left: sentences and figures of whole dialogues."""

from datetime import date
from pathlib import Path

from budget.grammar.orders import BillSaid
from budget.planning import Planner
from budget.schedules import monthly
from storage.ledger import SqlLedger
from tests.chat import OWNER, Say, chat
from tests.ledgers import BEGINNINGS
from tests.telegram.running import tables_in


def bill(say: Say, name: str, amount: int, day: int) -> None:
    planner = Planner(SqlLedger(say.app.database), BEGINNINGS)
    said = BillSaid(name, amount, schedules=(monthly(day),))
    say.runner.run(planner.set_bill(OWNER, said, say.now))


def test_left_to_spend_is_net_of_the_bills(say: Say) -> None:
    say("12.50 fun tacos")
    reply = say("paid 1500")
    assert (
        "Left to spend: $1,487.50, $106.25 a day until the payday expected Sun 6 Dec" in reply
    )  # without bills as ever

    bill(say, "rent", 90000, 1)

    sentence = "Left to spend: $587.50 after $900.00 of bills, $41.96 a day until the payday expected Sun 6 Dec"
    assert sentence in say("/period")
    bill(say, "netflix", 1549, 28)
    assert "Left to spend: $572.01 after $915.49 of bills, $40.85 a day" in say("/period")


def test_afford_says_what_would_be_left_and_records_nothing(say: Say) -> None:
    say("12.50 fun tacos")
    say("paid 1500")
    bill(say, "rent", 90000, 1)
    bill(say, "netflix", 1549, 28)
    before = say("/recent")
    yes = (
        "Yes. $492.01 would be left after the bills, $35.14 a day until Sun 6 Dec (now $40.85).\n"
        "Fun this week would be $92.50 of $150, $57.50 left."
    )
    no = "No: that is $27.99 more than the bills leave until Sun 6 Dec."

    assert say("/afford 80 fun") == say("can we buy that for 80 fun?") == yes
    assert say("can I afford 600?") == say("/afford 600") == no
    assert "Fun this week would be $212.50 of $150, $62.50 over." in say("/afford 200 fun")
    say("/limits fun none")
    assert "Fun this week would be $92.50." in say("/afford 80 fun")
    assert "amount" in say("/afford")
    assert "zero" in say("/afford 0").lower()
    assert "no category" in say("/afford 80 spaceships")
    assert say("/recent") == before
    say.group = True
    assert say("can I afford 600?") == no


def test_afford_changes_no_row(tmp_path: Path) -> None:
    questions = (
        "/afford 80 fun", "/afford 80", "/afford 5000", "/afford", "/afford 80 zzz", "/afford 1e9",
        "can I afford 600?", "can we buy that for 80 fun?", "afford 20", "can I afford 600? tomorrow",
    )  # fmt: skip
    with chat(tmp_path) as say:
        begun: tuple[str, ...] = (
            "paid 1500", "/bill rent 900 on the 1st", "/bill gym 30 in fun every friday", "/limits fun carry", "500 fun sofa",
        )  # fmt: skip
        for text in ("", *begun):
            if text:
                say(text)
            before = tables_in(tmp_path)
            for question in questions:
                say(question)
            assert tables_in(tmp_path) == before
        say("9 fun")
        before = tables_in(tmp_path)
        assert "So this stays as it was: ✓ $9.00 · Fun" in say.edit("can I afford 9?")
        assert tables_in(tmp_path) == before


def test_afford_reads_its_words_in_any_order(say: Say) -> None:
    yes, before = say("/afford 80 fun"), say("/recent")
    assert yes == "Yes. $70.00 of this week's limit for Fun would be left."
    for text in ("fun 80", "80 on fun", "fun $80", "80 for coffee", "for fun 80"):
        assert say(f"/afford {text}") == yes, text
    assert "of this week's limit for Predictable Necessities" in say("/afford predictable necessities 80")
    alone = say("/afford 80")
    for text in ("~80", "about 80", "80 bucks", "80 dollars", "USD 80"):
        assert say(f"/afford {text}") == alone, text
    for text in ("-80", "-80 fun", "fun -80"):
        assert not say(f"/afford {text}").startswith(("Yes", "No:")), text
    for text in ("shoes 80", "80 shoes"):
        assert say(f"/afford {text}").startswith("There is no category “shoes”."), text
    assert say("/recent") == before
    say("/settings language german")
    assert (
        say("/afford Spaß 80") == say("/afford 80 für Kaffee") == "Ja. Vom Limit dieser Woche für Spaß blieben $70.00."
    )


def test_without_bills_no_bill_is_named(say: Say) -> None:
    say("paid 1500")
    say("12.50 fun")
    assert say("/afford 80") == "Yes. $1,407.50 would be left, $100.53 a day until Sun 6 Dec (now $106.25)."
    assert say("/afford 1500") == "No: that is $12.50 more than is left until Sun 6 Dec."


def test_a_payday_that_is_past_has_no_days_left(say: Say) -> None:
    say("paid 1500")
    say("12.50 fun")
    say.wait(days=14)
    on_payday = "$1,487.50 left of the paycheck\nPayday today"
    assert say("/week").endswith(on_payday)
    assert say("/period").endswith(on_payday)
    bill(say, "phone", 2000, 6)
    on_payday = "$1,467.50 left after $20.00 of bills\nPayday today"
    assert say("/week").endswith(on_payday)
    assert say("/period").endswith(on_payday)
    assert say("/afford 80") == "Yes. $1,387.50 would be left after the bills (payday today)."
    say("/bill phone off")
    assert say("/afford 80 fun") == (
        "Yes. $1,407.50 would be left (payday today).\nFun this week would be $80.00 of $150, $70.00 left."
    )
    assert say("/afford 1500") == "No: that is $12.50 more than is left until Sun 6 Dec."
    say.wait(days=2)
    assert say("/afford 80 fun") == (
        "Yes. $1,407.50 would be left (payday was expected Sun 6 Dec).\n"
        "Fun this week would be $80.00 of $150, $70.00 left."
    )
    assert say("/afford 1500") == "No: that is $12.50 more than is left (payday was expected Sun 6 Dec)."
    bill(say, "rent", 90000, 8)
    bill(say, "gym", 3000, 9)
    assert say("/afford 80") == "Yes. $507.50 would be left after the bills (payday was expected Sun 6 Dec)."
    assert say("/afford 600") == "No: that is $12.50 more than the bills leave (payday was expected Sun 6 Dec)."
    assert say("/bills") == (
        "Bills due so far: $900.00 (payday was expected Sun 6 Dec)\nTue 8 Dec · Rent · $900.00\n"
        "The first one after that: Gym, $30.00, Wed 9 Dec"
    )
    say("1000 fun boat")
    assert say("/period").endswith(
        "\nLeft to spend: nothing; the bills take $412.50 more than there is (payday was expected Sun 6 Dec)."
    )
    say("rent 900")
    assert say("/bills") == (
        "Bills due so far: $0.00 (payday was expected Sun 6 Dec)\nThe first one after that: Gym, $30.00, Wed 9 Dec"
    )


def test_below_zero_the_bills_take_more_than_there_is(say: Say) -> None:
    say("paid 1500")
    say("12.50 fun")
    bill(say, "rent", 90000, 1)
    bill(say, "netflix", 1549, 28)

    say("600 other tv")

    assert "Left to spend: nothing; the bills until Sun 6 Dec take $27.99 more than there is." in say("/period")


def test_before_the_first_paycheck_the_weeks_limits_alone_tell(say: Say) -> None:
    say("12.50 fun tacos")

    assert say("/afford 80 fun") == "Yes. $57.50 of this week's limit for Fun would be left."
    assert say("/afford 138 fun") == "No: that is $0.50 more than this week's limit for Fun leaves."
    assert say("/afford 80") == "Yes. $307.50 of this week's limits would be left."
    assert say("/afford 400") == "No: that is $12.50 more than this week's limits leave."


def test_a_watched_category_has_no_limit_to_be_said(say: Say) -> None:
    assert say("/limits fun none").startswith("Fun has no limit from this week on.")
    assert "Fun: no limit · since Mon 16 Nov\n" in say("/limits")
    say("5 fun")

    week = say("/week")

    assert "$5.00 spent · Fun\nUntouched: " in week
    assert week.startswith("$250.00 left this week\nThe last day · $5.00 without a limit\n")
    say("12.50 groceries")
    assert say("/week").startswith("$237.50 left this week\nThe last day · $5.00 without a limit\n")


def test_a_week_that_makes_up_says_so(say: Say) -> None:
    planner = Planner(SqlLedger(say.app.database), BEGINNINGS)
    say.wait(days=-7)
    say.runner.run(planner.set_carry(OWNER, ["fun", "carry"], say.now))
    say("190 fun")
    say.wait(days=7)

    assert "$110.00 left · Fun\n▱▱▱▱▱▱▱▱▱▱ $0.00 of $110 ($150 − $40 made up)" in say("/week")
    say.wait(days=7)
    assert "$260.00 left · Fun\n▱▱▱▱▱▱▱▱▱▱ $0.00 of $260 ($150 + $110 carried)" in say("/week")
    assert say.now.date() == date(2026, 11, 29)


def test_what_is_only_watched_takes_nothing_of_the_limits(say: Say) -> None:
    say("5 fun")
    say("/limits fun none")
    told = "No paycheck yet. paid 1500 starts a pay period, and shows what is left of it."
    assert say("/afford 20 fun") == f"Fun this week would be $25.00.\n{told}"
    assert say("/afford 20") == "Yes. $230.00 of this week's limits would be left."
    for one in ("groceries", "unpredictable", "other"):
        say(f"/limits {one} none")
    assert say("/afford 20") == told
