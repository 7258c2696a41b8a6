"""The first minute: `/start`, the card with what was guessed, and the first entry."""

from pathlib import Path

import pytest

from bot.events import Tapped
from budget.bookkeeper import Message
from budget.characters import undirected
from tests.chat import OWNER, SUNDAY, Say, breaking, chat
from words.markup import plain

CARD = (
    "I keep track of what you spend, and of what is left since your last paycheck.\n"
    "Is this right?\n"
    "Currency: US dollar, $1,234.50\n"
    "Time: 10:00 (UTC)\n"
    "Week starts Monday"
)


def start(say: Say, language: str) -> str:
    return first(say, "/start", language)


def first(say: Say, text: str, language: str) -> str:
    """Write the first message of a chat, by an app in a language."""
    message = Message(OWNER, 1, OWNER, text, say.now, language=language)
    say.reply = say.runner.run(say.app.bot.said(message))
    assert say.reply is not None
    return plain(say.reply.text).replace("\xa0", " ")


def test_a_new_budget_is_set_right_by_taps_and_begins_with_the_first_entry(say: Say) -> None:
    assert say("/start") == CARD
    assert say.buttons == ["Yes, start", "Currency", "Time", "Week", "Language"]
    assert say.tap("Currency").startswith("Currency: USD (US dollar)\n")
    assert "Currency: euro, €1,234.50" in say.tap("euro, EUR")
    assert say.tap("Time").startswith("Time: 10:00 (UTC)\nWhat time is it for you?")
    assert "Time: 11:00 (Berlin)" in say.tap("11:00 Berlin")
    say.tap("Week")
    assert "Week starts Sunday" in say.tap("Sunday")
    assert say.tap("Yes, start") == (
        "Currency: euro, €1,234.50\nTime: 11:00 (Berlin)\nWeek starts Sunday\n\n"
        "Now write something you bought today, as you would say it:\n12.50 fun tacos\nPaid lately? paid 1500 friday"
    )
    assert say.buttons == []
    assert say("12.50 fun tacos").startswith("✓ €12.50")


@pytest.mark.parametrize("setting", ["Currency", "Time", "Week"])
def test_the_way_back_changes_nothing(say: Say, setting: str) -> None:
    say("/start")
    say.tap(setting)
    assert say.tap("‹ Back") == CARD


def test_the_guess_is_the_language_of_the_app(say: Say) -> None:
    said = start(say, "de")

    assert "Währung: Euro, 1.234,50 €\nUhrzeit: 11:00 (Berlin)\nDie Woche beginnt am Montag" in said
    assert "12,50 Spaß Tacos" in say.tap("Ja, los")
    assert say("12,50 Spaß Tacos").startswith("✓ 12,50 €")


def test_the_guess_is_the_language_on_telegram_too(tmp_path: Path) -> None:
    """There a notifier starts with the chat, and must not open the budget before it."""
    with chat(tmp_path, TELEGRAM_BOT_TOKEN="123456:ABC", ALLOWED_USERS=str(OWNER)) as say:
        assert "Währung: Euro, 1.234,50 €\nUhrzeit: 11:00 (Berlin)" in start(say, "de")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("/help", "Ausgegeben: 12,50 Spaß Tacos, Kaffee 3,"),
        ("/week", "Noch 400,00 € diese Woche"),
        ("/limits", "Wochenlimits\nSpaß: 150 €"),
        ("/bill", "Schreib einen Namen, einen Betrag und wann es fällig ist: /bill Miete 900 am 1."),
        ("/nosuch", "/nosuch kenne ich nicht."),
        ("/limits nosuch 5", "Eine Kategorie „nosuch“ gibt es nicht."),
    ],
)
def test_who_looks_before_there_is_a_budget_is_answered_in_their_language(say: Say, text: str, answer: str) -> None:
    assert answer in first(say, text, "de")


def test_who_taps_before_there_is_a_budget_is_answered_in_their_language(say: Say) -> None:
    assert first(say, "/help", "de").startswith("Ausgegeben")
    limits = say.data_of("Limits, Kategorien")

    answer = say.runner.run(say.app.bot.tapped(Tapped(OWNER, OWNER, limits, "1", language="de")))

    assert answer.reply is not None
    assert plain(answer.reply.text).startswith("Limits, Kategorien\n")
    assert "/limits Spaß 150" in plain(answer.reply.text)


@pytest.mark.parametrize(
    "text",
    ["/bill Miete 900 am 1.", "/limits Spaß 100", "/categories neu Haustiere 40", "/digest Montag 8:00", "/card"],
)
def test_a_command_that_begins_a_budget_begins_it_as_an_entry_would(tmp_path: Path, text: str) -> None:
    with chat(tmp_path, TELEGRAM_BOT_TOKEN="123456:ABC", ALLOWED_USERS=str(OWNER)) as say:
        first(say, text, "de")

        budget = say.runner.run(say.app.bookkeeper.known(OWNER))
        assert budget is not None
        assert (budget.language, budget.money.currency.code, budget.time_zone) == ("de", "EUR", "Europe/Berlin")
        assert say("12,50 Spaß Tacos").startswith("✓ 12,50 €")


def test_what_is_set_for_the_bot_goes_before_the_language(tmp_path: Path) -> None:
    with chat(tmp_path, TIMEZONE="America/Los_Angeles") as say:
        assert "Währung: US-Dollar, $1,234.50\nUhrzeit: 02:00 (Los Angeles)" in start(say, "de")


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"CURRENCY": "USD"}, "Währung: US-Dollar, $1,234.50\nUhrzeit: 10:00 (UTC)"),
        ({"LOCALE": "en_US"}, "Währung: US-Dollar, $1,234.50\nUhrzeit: 10:00 (UTC)"),
        ({"TIMEZONE": "UTC"}, "Währung: US-Dollar, $1,234.50\nUhrzeit: 10:00 (UTC)"),
        ({"CURRENCY": "EUR"}, "Währung: Euro, 1.234,50\xa0€\nUhrzeit: 11:00 (Berlin)"),
        ({"CURRENCY": " "}, "Währung: Euro, 1.234,50\xa0€\nUhrzeit: 11:00 (Berlin)"),
    ],
)
def test_what_is_set_on_purpose_stays_also_where_it_is_what_counts_without(
    tmp_path: Path, environ: dict[str, str], said: str
) -> None:
    with chat(tmp_path, SUNDAY, **environ) as say:
        assert said.replace("\xa0", " ") in start(say, "de").replace("\xa0", " ")


def test_a_budget_that_is_there_is_not_guessed_again(say: Say) -> None:
    say("/settings zone tokyo")

    assert "Currency: US dollar, $1,234.50\nTime: 19:00 (Tokyo)" in start(say, "de")


def test_once_something_is_recorded_start_greets_in_the_budgets_own_terms(say: Say) -> None:
    say("/settings currency yen")
    say("1250 fun")

    assert say("/start").startswith(
        "I keep track of what you spend, and of what is left since your last paycheck.\n"
        "Write what you spent, as you would say it: 1250 fun tacos\nWhen you are paid: paid 150000\n"
    )
    assert say.buttons == []


def test_a_card_of_long_ago_changes_no_currency_of_what_is_recorded(say: Say) -> None:
    say("/start")
    card = say.reply
    say("5 fun")
    say.reply = card
    say.tap("Currency")

    assert say.tap("euro, EUR").startswith("There are entries in USD")


def test_a_group_is_told_that_all_of_it_share_the_budget(say: Say) -> None:
    say.group = True

    assert say("/start").startswith("This group has a budget now. Everyone who may use me shares it.\nIs this right?")
    answer = say.runner.run(say.app.bot.tapped(Tapped(OWNER, OWNER, "o:week:friday", "tap", group=True)))
    assert answer.reply is not None
    assert plain(answer.reply.text).startswith("This group has a budget now.")


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("/help", "2x350 fun beers"),
        ("/add", "/add 1250 fun tacos"),
        ("/paid", "/paid 150000"),
        ("", "1250 fun tacos"),
        ("hello", "1250 fun tacos"),
        ("/recent", "1250 fun tacos"),
    ],
)
def test_examples_are_of_the_budgets_own_size(say: Say, text: str, example: str) -> None:
    say("/settings currency JPY")

    assert example in say(text)


@pytest.mark.parametrize(
    ("language", "value", "setting", "offered"),
    [
        ("english", "currency KWD", "Currency", ["Kuwaiti dinar, KWD", "US dollar, USD"]),
        ("english", "currency EUR", "Currency", ["US dollar, USD", "euro, EUR"]),
        ("russian", "", "Валюта", ["российский рубль, RUB", "доллар США, USD"]),
        ("turkish", "currency KWD", "Para birimi", ["Kuveyt dinarı, KWD", "Türk lirası, TRY"]),
        ("english", "numbers norwegian", "Numbers", ["1 234,50 $ · Norway", "$1,234.50 · United States"]),
        ("indonesian", "", "Angka", ["$1.234,50 · Indonesia", "$1,234.50 · Amerika Serikat"]),
        ("english", "zone kathmandu", "Time zone", ["15:45 Kathmandu", "00:00 Honolulu"]),
    ],
)
def test_a_picker_offers_what_the_budget_has_and_what_is_usual_in_its_language(
    say: Say, language: str, value: str, setting: str, offered: list[str]
) -> None:
    say(f"/settings language {language}")
    say(f"/settings {value}")
    say("/settings")
    say.tap(setting)

    assert say.reply is not None
    labels = [breaking(undirected(button.label)) for row in say.reply.buttons for button in row]
    assert labels[:2] == offered
    assert len(labels) == len(set(labels))


def test_a_currency_of_the_gulf_is_named_in_arabic(say: Say) -> None:
    say("/settings language arabic")
    assert "العملة: SAR (ريال سعودي)" in undirected(say("/settings currency SAR"))


@pytest.mark.parametrize(
    ("language", "locale", "word", "code"),
    [
        ("german", "en_US", "Pfund", "GBP"),
        ("german", "en_US", "Hrywnja", "UAH"),
        ("german", "en_US", "Krone", "SEK"),
        ("german", "da_DK", "Krone", "DKK"),
        ("french", "en_US", "couronne", "SEK"),
        ("spanish", "en_US", "franco", "CHF"),
        ("polish", "en_US", "jen", "JPY"),
        ("russian", "en_US", "иена", "JPY"),
        ("french", "en_US", "livre", "GBP"),
        ("german", "en_US", "Dollar", "USD"),
    ],
)
def test_a_currency_is_known_by_the_word_that_a_language_has_for_it(
    tmp_path: Path, language: str, locale: str, word: str, code: str
) -> None:
    with chat(tmp_path, LOCALE=locale) as say:
        say("/settings currency THB")
        say(f"/settings language {language}")
        assert f"{code} (" in say(f"/settings currency {word}")


def test_a_word_of_several_currencies_of_which_none_is_usual_names_none(say: Say) -> None:
    say("/settings language german")
    assert "USD" not in say("/settings currency Dinar").split(".")[0]
    assert "USD (US-Dollar)" in say("/settings")
