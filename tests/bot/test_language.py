"""A budget's language: chosen in people's words, kept with the budget, and what the categories of a new budget are called in it."""

import re
from datetime import date

import pytest
from babel import Locale

from budget.categories import STARTERS, starters_in
from budget.characters import END, ISOLATE, undirected
from budget.currencies import CURRENCIES
from budget.errors import InvalidChoice, Why
from budget.grammar import Scope
from budget.grammar.commands import in_english
from budget.grammar.orders import bill_said, payday_said
from budget.grammar.vocabulary import vocabulary_for
from budget.locales import LOCALES
from budget.money import Money
from budget.settings_said import language_said
from budget.territories import locale_of_language
from languages import ENGLISH, FOLDERS, NAMES, SPOKEN, spoken, vocabulary_of
from tests.chat import Say
from words import plan, refusals, setup, talk
from words.voice import voice_of

OTHERS = [tag for tag in SPOKEN if tag != ENGLISH]


@pytest.mark.parametrize(
    ("tag", "found"), [("", ENGLISH), ("xx", ENGLISH), ("en-GB", ENGLISH), *[(one, one) for one in SPOKEN]]
)
def test_the_language_of_an_app_finds_the_nearest(tag: str, found: str) -> None:
    assert spoken(tag) == spoken(tag.upper()) == found


@pytest.mark.parametrize("tag", SPOKEN)
def test_a_language_is_called_by_its_tag_and_its_own_name(tag: str) -> None:
    assert language_said(tag) == language_said(NAMES[tag]) == language_said(NAMES[tag].upper()) == tag


@pytest.mark.parametrize("text", ["klingon", "xx", "", "tlh_KL"])
def test_an_unknown_language_is_refused(text: str) -> None:
    with pytest.raises(InvalidChoice):
        language_said(text)


@pytest.mark.parametrize("tag", OTHERS)
def test_a_budget_speaks_another_language_and_english_again(say: Say, tag: str) -> None:
    categories = {one.key: one.name for one in starters_in(tag)}

    said = say(f"/settings language {NAMES[tag]}")
    assert NAMES[tag] in said
    assert said.partition("\n")[0] == voice_of(tag).say("<b>Settings</b>").removeprefix("<b>").removesuffix("</b>")
    assert all(name in say("/categories") for name in categories.values())
    assert "Play" in say("/categories rename fun Play")
    assert "churro" in say("/categories other +churro")
    say("/categories remove unpredictable_necessities")
    assert "English" in say("/settings language english")
    held = say("/categories")
    assert all(name in held for name in ("Play", "Predictable Necessities", "Other", "churro"))
    assert "Unpredictable" not in held


@pytest.mark.parametrize("tag", SPOKEN)
def test_the_examples_of_a_language_are_read_as_they_are_meant(say: Say, tag: str) -> None:
    voice = voice_of(tag)
    say(f"/settings language {NAMES[tag]}")
    paycheck = "✓ " + undirected(voice.say("Paycheck {amount}", amount="$1,500.00"))
    *entries, yesterday, friday, days_ago, iso = re.findall(
        "<code>(.*?)</code>", talk.help_(voice, starters_in(tag)[0].name, talk.HELP_AMOUNTS)
    )

    assert undirected(say(talk.paid(voice, "1500"))).startswith(paycheck)
    say.wait(days=20)
    assert undirected(say(setup.paid_on_friday(voice, "1500"))).startswith(paycheck)
    say.wait(days=21)
    assert len(entries) == 6
    for entry in entries:
        assert undirected(say(entry)).startswith("✓ "), entry
    for day in (yesterday, friday, days_ago, iso):
        assert undirected(say(f"{day} 5 netflix")).startswith("✓ $5.00 netflix · "), day


@pytest.mark.parametrize("tag", SPOKEN)
def test_the_examples_of_bills_and_paydays_are_read(tag: str) -> None:
    voice, locale = voice_of(tag), locale_of_language(tag) or "en_US"
    money = Money(CURRENCIES["EUR"], LOCALES[locale])
    scope = Scope(money, (), date(2026, 11, 22), vocabulary=vocabulary_for(tag))

    first, *others = _typed(plan.usage_bill(voice))
    new = bill_said(first.removeprefix("/bill "), scope)
    assert new.is_new
    assert others
    for typed in others:
        assert bill_said(in_english("bill", typed.removeprefix("/bill "), tag, _nothing), scope).name == new.name
    *said, auto = (
        in_english("payday", typed.removeprefix("/payday "), tag, _nothing)
        for typed in _typed(plan.usage_payday(voice))
    )
    assert auto == "auto"
    for typed in said:
        assert payday_said(typed, scope)
    for why in (Why.NO_WHEN, Why.UNKNOWN_WHEN):
        for typed in _typed(refusals.refusal(voice, why, "", "", money)):
            assert payday_said(typed, scope)


def _nothing(_name: str) -> bool:
    return False


def test_limits_and_bills_may_have_a_scale_word(say: Say) -> None:
    say("/settings language indonesian")
    say("/settings currency IDR")

    assert "Rp 500,000" in say("/limits hiburan 500rb")
    assert "Rp 1,500,000" in say("/limits hiburan Rp1.5jt")
    assert "500xy" in say("/limits hiburan 500xy")
    assert "Rp 1,450,000.00" in say("/afford 50rb hiburan")
    assert "Rp 900,000.00" in say("/bill sewa 900 rb tanggal 1")
    assert "Rp 950,000.00" in say("/bill sewa 950rb")
    assert "Rp" not in say("/bill kos 900 xy tanggal 1").partition("\n")[0]


def test_an_example_keeps_its_direction_beside_a_sentence_from_the_right(say: Say) -> None:
    say("/settings language arabic")

    say("مساعدة")
    say.tap("الحدود والفئات")
    assert say.answer.reply is not None
    assert f"{ISOLATE}<code>/limits ترفيه 150</code>{END}" in say.answer.reply.text


def test_replies_are_read_in_arabic(say: Say) -> None:
    say("/settings language arabic")

    say("قهوة 15")
    assert "$20.00 قهوة" in undirected(say.reply_to("لأ، 20", 2))
    assert undirected(say.reply_to("إحذف", 2)).startswith("$20.00 قهوة")


def _typed(sentence: str) -> list[str]:
    return re.findall("<code>(.*?)</code>", sentence)


@pytest.mark.parametrize("tag", [tag for tag in FOLDERS if tag != ENGLISH])
def test_what_a_new_budget_has_is_named_in_every_language(tag: str) -> None:
    starters = vocabulary_of(tag).starters

    assert list(starters) == [one.key for one in STARTERS]
    words = [word for name, *keywords in starters.values() for word in (name, *keywords)]
    assert len({word.casefold() for word in words}) >= len(starters)


@pytest.mark.parametrize("tag", OTHERS)
def test_every_language_is_known_by_its_english_name(tag: str) -> None:
    name = Locale.parse(tag.replace("-", "_")).get_language_name("en") or ""
    assert language_said(name) == tag


@pytest.mark.parametrize("note", ["إيجار", "ايجار", "الإيجار", "الايجار"])
def test_a_bill_in_arabic_is_known_with_its_article_and_without(say: Say, note: str) -> None:
    say("/settings language arabic")
    say("/bill إيجار 900 يوم 1")

    assert "900.00" in undirected(say(f"دفعت {note}"))
    assert undirected(say(f"{note} 900")).startswith(f"✓ فاتورة $900.00 {note}")


@pytest.mark.parametrize(
    ("language", "zone", "said"),
    [
        ("german", "Zeitzone Köln", "Zeitzone: Berlin"),
        ("russian", "пояс Варшава", "Часовой пояс: Варшава"),
        ("italian", "fuso Roma", "Fuso orario: Roma"),
        ("japanese", "時間帯 大阪", "タイムゾーン: 東京"),
        ("arabic", "التوقيت القاهرة", "المنطقة الزمنية: القاهرة"),
    ],
)
def test_a_city_is_a_time_zone_as_its_people_call_it(say: Say, language: str, zone: str, said: str) -> None:
    say(f"/settings language {language}")

    assert said in undirected(say(f"/settings {zone}"))


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("german", "Währung Schweizer Franken", "Währung: CHF (Schweizer Franken)"),
        ("italian", "valuta franco svizzero", "CHF (franco svizzero)"),
        ("russian", "валюта доллар США", "Валюта: USD (доллар США)"),
        ("japanese", "通貨 日本円", "通貨: JPY（日本円）"),
        ("japanese", "数字 ドイツ", "1.234,50"),
        ("russian", "числа Франция", "Франция"),
        ("german", "Zahlen Italien", "Italien"),
    ],
)
def test_currencies_and_countries_are_known_by_what_the_bot_calls_them(
    say: Say, language: str, typed: str, said: str
) -> None:
    say(f"/settings language {language}")

    assert said in say(f"/settings {typed}")


@pytest.mark.parametrize(
    ("language", "words"), [("english", "bar, coffee"), ("japanese", "カフェ、外食"), ("arabic", "خروجة، سينما")]
)
def test_a_list_has_its_languages_commas(say: Say, language: str, words: str) -> None:
    say(f"/settings language {language}")

    assert words in undirected(say("/categories"))


@pytest.mark.parametrize(
    ("tag", "reply"),
    [
        ("de", "lösch das"), ("de", "lösch es bitte"), ("de", "weg damit"), ("it", "toglilo"), ("nl", "verwijder dit"),
        ("nl", "haal weg"), ("nl", "weg ermee"), ("ja", "これ削除"), ("tr", "bunu sil"), ("ru", "удали это"), ("id", "hapus aja"),
    ],
)  # fmt: skip
def test_a_reply_that_takes_an_entry_away_is_understood_as_people_say_it(say: Say, tag: str, reply: str) -> None:
    say(f"/settings language {tag}")
    say("12.50 tacos")

    say.reply_to(reply, 2)

    assert say.sums().endswith("Total: $0.00")


@pytest.mark.parametrize(
    ("tag", "reply"),
    [
        ("pl", "jednak 15"), ("pl", "miało być 15"), ("pt-BR", "aliás 15"), ("pt-BR", "quis dizer 15"), ("tr", "15 demek istedim"),
        ("ru", "на самом деле 15"), ("ru", "имел в виду 15"), ("id", "sebenarnya 15"), ("de", "ich meinte 15"), ("fr", "plutôt 15"),
    ],
)  # fmt: skip
def test_a_reply_that_corrects_an_amount_is_understood_as_people_say_it(say: Say, tag: str, reply: str) -> None:
    say(f"/settings language {tag}")
    say("12.50 tacos")

    say.reply_to(reply, 2)

    assert say.sums().endswith("Total: $15.00")


@pytest.mark.parametrize(("language", "gap"), [("german", ". "), ("japanese", "。")])
def test_sentences_stand_as_the_language_parts_them(say: Say, language: str, gap: str) -> None:
    say(f"/settings language {language}")

    said = say("0 fun")
    assert gap in said
    assert ("。 " in said) is False


@pytest.mark.parametrize(("currency", "advice"), [("EUR", "it with its decimals"), ("JPY", "its digits alone")])
def test_an_amount_is_written_with_decimals_where_its_currency_has_some(say: Say, currency: str, advice: str) -> None:
    say(f"/settings currency {currency}")

    assert say("12.345 coffee").endswith(f"Tap, or write {advice}.")
