"""What a person, a browser and Telegram may expect of a deployed bot. Every figure is written down here, none is calculated."""

import secrets

import pytest

from tests.acceptance.chats import Chat, Place

CATEGORIES = ["fun", "predictable_necessities", "unpredictable_necessities", "other"]
LIMITS = ["150.00", "100.00", "50.00", "100.00"]


def spent(chat: Chat) -> list[str]:
    """What a shared link shows as spent, category by category, and in all."""
    summary = chat.summary(chat.share())
    return [*(each["spent"] for each in summary["categories"]), summary["total"]["spent"]]


def test_an_expense_is_understood_and_shown_in_every_form(chat: Chat) -> None:
    assert chat("12.50 fun tacos") == "✓ $12.50 tacos\n$137.50 left of $150 · Fun"
    assert list(chat.buttons) == ["Undo", "Change…"]
    path = chat.share()

    summary = chat.summary(path)
    assert summary["currency"] == "USD"
    assert summary["week"]["start"] == f"{chat.now:%Y-%m-%d}"
    assert summary["week"]["days_left"] == 7
    assert [each["key"] for each in summary["categories"]] == CATEGORIES
    assert [each["spent"] for each in summary["categories"]] == ["12.50", "0.00", "0.00", "0.00"]
    assert [each["limit"] for each in summary["categories"]] == LIMITS
    assert [each["remaining"] for each in summary["categories"]] == ["137.50", "100.00", "50.00", "100.00"]
    assert summary["total"] == {"spent": "12.50", "limit": "400.00", "remaining": "387.50"}
    assert summary["pay_period"] is None

    text = chat.place.get(f"{path}.txt")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert text.text.splitlines() == [
        f"Amounts spent since today, {chat.now:%A}",
        "total: $12.50 / $400",
        "fun: $12.50 / $150",
        "predictable_necessities: $0.00 / $100",
        "unpredictable_necessities: $0.00 / $50",
        "other: $0.00 / $100",
    ]

    page = chat.place.get(path, "text/html")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert all(shown in page.text for shown in ("$12.50", "Fun", "tacos", "$387.50"))

    picture = chat.place.get(f"{path}.png")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG\r\n\x1a\n")


def test_a_paycheck_starts_a_pay_period(chat: Chat) -> None:
    assert chat("paid 1500").startswith("✓ Paycheck $1,500.00\nLeft to spend: $1,500.00, $107.14 a day")
    chat("12.50 fun tacos")
    chat("+40")

    period = chat.summary(chat.share())["pay_period"]
    assert period["paid_on"] == f"{chat.now:%Y-%m-%d}"
    assert (period["paycheck"], period["extra"], period["spent"]) == ("1500.00", "40.00", "12.50")
    assert (period["remaining"], period["per_day"]) == ("1527.50", "109.10")


def test_an_edit_corrects_the_entry(chat: Chat) -> None:
    chat("12.50 fun tacos")

    assert chat.edit("13.75 groceries tacos").startswith(
        "Corrected:\n✓ $13.75 groceries tacos\n$86.25 left of $100 · Predictable…\n"
    )
    assert spent(chat) == ["0.00", "13.75", "0.00", "0.00", "13.75"]


def test_undo_takes_back_and_restore_brings_again(chat: Chat) -> None:
    chat("12.50 fun tacos")

    assert chat.tap("Undo") == "$12.50 tacos undone\n$150.00 left of $150 · Fun"
    assert chat.tap("Restore").startswith("✓ $12.50 tacos")
    chat("7 other")
    assert chat("/undo").startswith("$7.00 undone")
    assert spent(chat) == ["12.50", "0.00", "0.00", "0.00", "12.50"]


def test_an_update_that_comes_again_changes_nothing(chat: Chat) -> None:
    receipt = chat("12.50 fun tacos")

    assert chat.repeat() == receipt
    assert chat.repeat() == receipt
    assert spent(chat) == ["12.50", "0.00", "0.00", "0.00", "12.50"]
    assert chat("3.50 coffee").startswith("✓ $3.50")
    assert chat("3.50 coffee").startswith("✓ $3.50"), "two coffees are two expenses"
    assert spent(chat) == ["19.50", "0.00", "0.00", "0.00", "19.50"]


def test_what_can_be_read_in_two_ways_is_asked_about(chat: Chat) -> None:
    assert chat("3 beers 18") == "Which is the amount in “3 beers 18”?"
    assert list(chat.buttons) == ["$18.00", "$3.00"]
    eighteen = chat.buttons["$18.00"]
    assert spent(chat) == ["0.00", "0.00", "0.00", "0.00", "0.00"], "nothing is recorded before the tap"

    assert chat.tap_data(eighteen).startswith("✓ $18.00 3 beers")
    assert chat.repeat().startswith("✓ $18.00 3 beers")
    assert spent(chat) == ["18.00", "0.00", "0.00", "0.00", "18.00"]


def test_several_lines_are_several_entries(chat: Chat) -> None:
    reply = chat("12 fun\n1e5 gas\n3.25 groceries milk\n2x3.50 fun beers\n-2.50 fun")

    assert reply.splitlines()[:4] == [
        "✓ 4 entries",
        "1 $12.00 · Fun",
        "✗ “1e5 gas”: “1e5” has an exponent. Write the number out.",
        "3 $3.25 groceries milk · Predictable…",
    ]
    assert spent(chat) == ["16.50", "3.25", "0.00", "0.00", "19.75"]


def test_what_is_no_clear_amount_is_refused_with_the_reason(chat: Chat) -> None:
    chat("1 fun")  # in an empty budget `5 EUR` asks whether it is in EUR
    for text, reason in {
        "12.5% fun": "“12.5%” is a percentage, not an amount.",
        "1,23,456 fun": "“1,23,456” is not grouped by three digits",
        "0 fun": "Zero is nothing to record.",
        "5 EUR fun": "“5 EUR” is not in USD",
        "nan fun": "“nan” is no amount that I can read.",
        "1e5 fun": "“1e5” has an exponent.",
        "5-3 fun": "I don't subtract: “5-3”.",
        "1000000.01 fun": "That is more than $1,000,000",
        "12 fun 2999-01-01": "“2999-01-01” has not come yet.",
        "12.505 fun": "Is the amount in “12.505 fun” $12,505.00?",
    }.items():
        reply = chat(text)
        assert reply.startswith(reason), text
        assert "✓" not in reply, text
    assert spent(chat) == ["1.00", "0.00", "0.00", "0.00", "1.00"]


def test_what_telegram_refuses_does_not_hold_the_chat_up(chat: Chat) -> None:
    chat("12.50 fun tacos")

    assert chat("/export") == "", "a file is sent by a call, which fails for a chat that Telegram does not know"
    assert chat("/chart") == ""
    assert "left this week" in chat("/week")


def test_who_may_not_use_the_bot_is_refused(place: Place) -> None:
    stranger = Chat(place, user=8_000_000_000_000_000 + secrets.randbelow(10**15))

    refusal = stranger("12.50 fun tacos")
    assert refusal.startswith("This bot is private.")
    assert stranger("/share") in {"", refusal}, "once by each replica"


def test_forgetting_takes_shared_links_along(place: Place) -> None:
    chat = Chat(place)
    chat("12.50 fun tacos")
    path = chat.share()
    assert place.get(path).status_code == 200

    chat("/forget")
    assert chat.tap("Delete everything").startswith("This budget is closed")
    later = dict(chat.buttons)

    assert place.get(path).status_code == 404
    assert chat("13 fun").startswith("This budget is closed")
    assert chat.tap("Restore").startswith("It is restored")
    assert chat("/recent").split("\n")[1].startswith("1 $12.50 tacos · Fun")
    assert place.get(path).status_code == 404, "a link that was closed stays so"

    assert chat.tap_data(later["Delete now"]) != "Everything of this chat is deleted.", "its question is over"
    chat("/forget")
    chat.tap("Delete everything")
    assert chat.tap("Delete now") == "Everything of this chat is deleted."
    assert chat("/recent").startswith("Nothing is recorded yet.")


@pytest.mark.parametrize("headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}])
def test_an_update_without_the_secret_is_refused(place: Place, headers: dict[str, str]) -> None:
    assert place.deliver({"update_id": 1}, headers).status_code == 403


def test_an_unknown_link_leads_nowhere(place: Place) -> None:
    answer = place.get(f"/s/{'x' * 43}", "application/json")

    assert answer.status_code == 404
    assert "application/" in answer.headers["content-type"]


def test_the_program_is_alive_ready_and_described(place: Place) -> None:
    assert place.get("/livez").status_code == 200
    ready = place.get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"status": "ready"})
    described = place.get("/openapi.json").json()
    assert {"/s/{token}", "/livez", "/readyz"} <= set(described["paths"])
