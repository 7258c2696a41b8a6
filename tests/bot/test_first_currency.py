"""A first amount in another currency: an empty budget may get it, in the act that records the amount."""

from pathlib import Path

import pytest

from tests.chat import Say, chat
from tests.web.visitors import share, visitor

ASKS = "Shall this budget be in EUR? It is in USD now."


def plain(said: str) -> str:
    return said.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("text", "asked", "yes", "receipt"),
    [
        ("€12 lunch", "“€12 lunch”: shall this budget be in EUR? It is in USD now.", "Yes, EUR", "✓ €12.00 lunch"),
        ("12 euros fun", "“12 euros fun”: shall this budget be in EUR? It is in USD now.", "Yes, EUR", "✓ €12.00"),
        ("¥1200 lunch", "“¥1200 lunch”: shall this budget be in JPY? It is in USD now.", "Yes, JPY", "✓ ¥1,200 lunch"),
        ("paid 1500 CAD", "“paid 1500 CAD”: shall this budget be in CAD? It is in USD now.", "Yes, CAD", "✓ Paycheck $1,500.00"),
    ],
)  # fmt: skip
def test_a_yes_brings_the_budget_into_the_currency_and_records(
    say: Say, text: str, asked: str, yes: str, receipt: str
) -> None:
    assert plain(say(text)) == asked
    assert say.buttons == [yes, "No, keep USD"]
    question = say.reply
    said = plain(say.tap(yes))
    assert receipt in said

    say.reply = question
    assert "settled already" in say.tap(yes), "another tap changes nothing"
    assert f"Currency: {yes[-3:]}" in say("/settings")


def test_the_same_tap_twice_records_once(say: Say) -> None:
    say("€12 fun")
    assert say.reply is not None
    data = say.reply.buttons[0][0].data
    first = say.tap_data(data, "tap9")
    assert say.tap_data(data, "tap9") == first
    assert "Fun: €12.00" in say.sums()
    assert say("€12 fun", number=1) == first, "a repeat of the message, too"


def test_a_no_keeps_the_currency_and_records_nothing(say: Say) -> None:
    say("€12 lunch")
    assert say.tap("No, keep USD") == "Fine, nothing is recorded."
    assert "Currency: USD" in say("/settings")
    assert say.sums().endswith("Total: $0.00")


def test_limits_are_of_the_size_that_is_usual_in_the_currency(say: Say) -> None:
    say("¥1200 fun")
    assert "¥13,800 left of ¥15,000 · Fun" in plain(say.tap("Yes, JPY"))


def test_an_empty_budget_that_gets_another_currency_keeps_the_limits_that_somebody_set(say: Say) -> None:
    say("/limits fun 120")
    say("/categories add Gym 40")
    say("/settings currency yen")
    said = say("/limits")
    for limit in ("Fun: ¥120", "Gym: ¥40", "Predictable Necessities: ¥10,000", "Other: ¥10,000"):
        assert limit in said
    say("/settings currency usd")
    assert "Other: $100" in say("/limits")


@pytest.mark.parametrize(
    ("currency", "limit"),
    [("USD", "150.00"), ("JPY", "15000"), ("HUF", "15000.00"), ("VND", "1500000"), ("KWD", "150.000")],
)
def test_a_new_budget_has_limits_of_a_size_that_is_usual_in_its_currency(
    tmp_path: Path, currency: str, limit: str
) -> None:
    with chat(tmp_path, CURRENCY=currency) as say:
        assert visitor(say).get(share(say)).json()["categories"][0]["limit"] == limit
        say("5 fun")
        assert visitor(say).get(share(say)).json()["categories"][0]["limit"] == limit


def test_all_lines_of_a_message_begin_with_one_tap(say: Say) -> None:
    assert say("€12 fun\n€5 coffee").count("EUR?") == 2
    said = plain(say.tap("1: Yes, EUR"))
    assert "€17.00" in said
    assert "€5.00 coffee" in said


def test_a_line_that_says_more_is_asked_about_by_itself(say: Say) -> None:
    say("€12 fun\n3 beers €18 €3")
    said = plain(say.tap("1: Yes, EUR"))
    assert "€12.00" in said
    assert "Yes" not in " ".join(say.buttons)
    assert any("€" in label for label in say.buttons)


@pytest.mark.parametrize("text", ["12 fun\n€5 coffee", "€5 coffee\n£6 tea", "12 kr fun", "100 mexican pesos tacos"])
def test_without_one_currency_nothing_is_offered(say: Say, text: str) -> None:
    say(text)
    assert not any("Yes," in label for label in say.buttons)


def test_where_something_stands_another_currency_is_refused(say: Say) -> None:
    say("12 fun")
    assert "“€5” is not in USD" in say("€5 coffee")
    say("/undo")
    assert "shall this budget be in EUR?" in say("€5 coffee")


def test_two_questions_may_wait_and_each_is_answered(say: Say) -> None:
    say("€12 fun")
    first = say.reply
    say("€5 coffee")
    say.tap("Yes, EUR")
    say.reply = first
    assert "✓ €12.00" in plain(say.tap("Yes, EUR"))
    assert "Total: €17.00" in plain(say.sums())


def test_an_open_question_keeps_its_amounts_in_its_currency(say: Say) -> None:
    say("€12 fun")
    question = say.reply
    say("/settings currency yen")
    say.reply = question
    assert "✓ €12.00" in plain(say.tap("Yes, EUR"))
    assert "Currency: EUR" in say("/settings")


def test_what_was_recorded_meanwhile_is_asked_about(say: Say) -> None:
    say("€12 fun")
    question = say.reply
    say("5 fun")
    say.reply = question

    assert ASKS.split("?", maxsplit=1)[0] in say.tap("Yes, EUR"), "the question stays"
    assert say.asked is not None
    assert "There are entries in USD. Were they EUR all along?" in plain(say.asked.text)
    question, say.reply = say.reply, say.asked
    say.tap("Yes, they were EUR")
    say.reply = question
    assert "✓ €12.00" in plain(say.tap("Yes, EUR"))
    assert "Fun: €17.00" in plain(say.sums())


def test_a_reply_answers_yes_and_no_and_nothing_else(say: Say) -> None:
    say("€12 fun")
    say.reply_to("€13", 1)
    assert say.sums().endswith("Total: $0.00")
    assert "✓ €12.00" in plain(say.reply_to("yes", 1))


def test_an_edit_asks_about_what_it_says_now(say: Say) -> None:
    say("€12 fun")
    assert "“€13 fun”" in say.edit("€13 fun")
    assert "✓ €13.00" in plain(say.tap("Yes, EUR"))
    assert "✓ €14.00" in plain(say.edit("€14 fun"))


def test_a_line_that_says_nothing_stays_beside_the_question(say: Say) -> None:
    assert "see you there" in say("see you there\n€12 fun")
    assert "2: Yes, EUR" in say.buttons
