"""Entries that are asked for one by one; product page chat, section 10: what is asked is answered, and is no entry."""

from dataclasses import replace

import pytest

from budget.budgets import Budget
from budget.currencies import currency_named
from budget.grammar.listing import Listed, listed_of, listing_said
from tests.chat import Say
from tests.languages.test_commands import SUNDAY, budget_in

_CURRENCIES = {"ja": "JPY", "id": "IDR"}


def begun(language: str) -> Budget:
    budget = budget_in(language)
    currency = currency_named(_CURRENCIES.get(language, "EUR"))
    return replace(budget, money=replace(budget.money, currency=currency))


def written(listed: Listed) -> str:
    """Write which entries are asked for in a few words."""
    asked, words = listed.asked, []
    stretch = "this week" if asked.stretch is None else str(asked.stretch)
    words += [stretch] if stretch != "day" else []
    words += [str(day) for day in (asked.day, asked.last) if day is not None]
    words += [asked.category.name] if asked.category is not None else []
    words += ["largest"] if listed.largest else []
    return " ".join([*words, *([f"over {listed.over}"] if listed.over is not None else [])])


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "what did i buy yesterday", "2026-11-21"),
        ("en", "what did i buy last week?", "last week"),
        ("en", "what have i bought this week", "this week"),
        ("en", "list expenses last week", "last week"),
        ("en", "list last month", "month 2026-10-01"),
        ("en", "list fun", "/recent Fun"),
        ("en", "list fun last week", "last week Fun"),
        ("en", "list expenses for fun", "/recent Fun"),
        ("en", "show me all entries of friday", "2026-11-20"),
        ("en", "biggest expense this month", "month 2026-11-01 largest"),
        ("en", "what was my biggest expense", "month 2026-11-01 largest"),
        ("en", "largest purchases last month", "month 2026-10-01 largest"),
        ("en", "most expensive thing this week", "this week largest"),
        ("en", "what's the most expensive thing i bought", "month 2026-11-01 largest"),
        ("en", "biggest fun expense", "month 2026-11-01 Fun largest"),
        ("en", "anything over 20 dollars this week", None),
        ("en", "anything over 20", "month 2026-11-01 over 2000"),
        ("en", "expenses over 50 last month", "month 2026-10-01 over 5000"),
        ("en", "show everything above $100 in october", None),
        ("en", "list all purchases over 50", "month 2026-11-01 over 5000"),
        ("en", "what did i spend more than 30 on this week", "this week over 3000"),
        ("en", "spent over 20 this week", None),
        ("en", "over 20 fun", None),
        ("en", "at least 20 on fun", None),
        ("en", "tacos over 20", None),
        ("en", "more than 20 for lunch", None),
        ("en", "list 20", None),
        ("en", "anything 20", None),
        ("en", "all 20 tacos", None),
        ("en", "everything bagel 3.50", None),
        ("en", "expenses in october", None),
        ("en", "what did i spend yesterday", None),
        ("en", "shopping list 12", None),
        ("en", "something 12.50", None),
        ("de", "was habe ich gestern gekauft", "2026-11-21"),
        ("de", "größte Ausgabe diesen Monat", "month 2026-11-01 largest"),
        ("de", "was war das teuerste diese Woche", "this week largest"),
        ("de", "alles über 20 Euro diese Woche", "this week over 2000"),
        ("de", "Ausgaben über 50 im Oktober", "month 2026-10-01 over 5000"),
        ("de", "was habe ich gestern ausgegeben", None),
        ("de", "Liste letzte Woche", "last week"),
        ("es", "qué compré ayer", "2026-11-21"),
        ("es", "mayores gastos este mes", "month 2026-11-01 largest"),
        ("es", "todo lo de más de 20 esta semana", "this week over 2000"),
        ("es", "gastos de más de 50 en octubre", "month 2026-10-01 over 5000"),
        ("fr", "qu'est-ce que j'ai acheté hier", "2026-11-21"),
        ("fr", "ma plus grosse dépense ce mois-ci", "month 2026-11-01 largest"),
        ("fr", "tout ce qui dépasse 20", "month 2026-11-01 over 2000"),
        ("fr", "dépenses de plus de 50 en octobre", "month 2026-10-01 over 5000"),
        ("it", "cosa ho comprato ieri", "2026-11-21"),
        ("it", "spese più grandi questo mese", "month 2026-11-01 largest"),
        ("it", "spese oltre 50 questa settimana", "this week over 5000"),
        ("nl", "wat heb ik gisteren gekocht", "2026-11-21"),
        ("nl", "grootste uitgave deze maand", "month 2026-11-01 largest"),
        ("nl", "alles boven 20 deze week", "this week over 2000"),
        ("pl", "co kupiłem wczoraj", "2026-11-21"),
        ("pl", "największe wydatki w tym miesiącu", "month 2026-11-01 largest"),
        ("pl", "wydatki powyżej 50 w tym tygodniu", "this week over 5000"),
        ("pt-BR", "o que comprei ontem", "2026-11-21"),
        ("pt-BR", "maiores gastos deste mês", "month 2026-11-01 largest"),
        ("pt-BR", "gastos acima de 50 esta semana", "this week over 5000"),
        ("ru", "что я купил вчера", "2026-11-21"),
        ("ru", "самые большие траты за месяц", "month 2026-11-01 largest"),
        ("ru", "траты больше 1000 за неделю", "this week over 100000"),
        ("uk", "що я купив вчора", "2026-11-21"),
        ("uk", "найбільші витрати за місяць", "month 2026-11-01 largest"),
        ("uk", "витрати понад 1000 за тиждень", "this week over 100000"),
        ("ja", "昨日何を買った", "2026-11-21"),
        ("ja", "今月一番高い支出", "month 2026-11-01 largest"),
        ("tr", "dün ne aldım", "2026-11-21"),
        ("tr", "bu ay en büyük harcamam", "month 2026-11-01 largest"),
        ("tr", "bu hafta 100 üzeri harcamalar", "this week over 10000"),
        ("id", "beli apa aja kemarin", "2026-11-21"),
        ("id", "pengeluaran terbesar bulan ini", "month 2026-11-01 largest"),
        ("ar", "ماذا اشتريت أمس", "2026-11-21"),
        ("ar", "أكبر مصروف هذا الشهر", "month 2026-11-01 largest"),
        ("ja", "今月の大きい支出", "month 2026-11-01 largest"),
        ("ja", "今週1000円以上のもの", "this week over 1000"),
        ("ar", "كل ما فوق 10 هذا الأسبوع", "this week over 1000"),
        ("ar", "المصاريف فوق 100 هذا الأسبوع", "this week over 10000"),
        ("en", "everything at least 20 last month", "month 2026-10-01 over 2000"),
        ("en", "list the last 5", None),
        ("en", "what was my biggest expense?", "month 2026-11-01 largest"),
        ("en", "costs over 12.50", "month 2026-11-01 over 1250"),
        ("en", "all purchases above 1,000 this year", "days 2026-01-01 2026-11-22 over 100000"),
        ("en", "list\nfun", None),
        ("en", "over", None),
        ("en", "list a b c d e f g h i j k l", None),
        ("en", "list sunday to tuesday", None),
        ("en", "anything over 20 or 30", None),
        ("en", "anything over ¥20", None),
        ("en", "list fun" + " x" * 60, None),
        ("ja", "1000円以上の支出", "month 2026-11-01 over 1000"),
        ("id", "pengeluaran di atas 50rb minggu ini", "this week over 5000000"),
    ],
)
def test_entries_are_asked_for_in_words(language: str, text: str, meant: str | None) -> None:
    scope = begun(language).scope(SUNDAY, lambda _note: None)
    command = listing_said(text, language, lambda: scope)
    if meant is None or meant.startswith("/"):
        assert command == meant
        return
    assert command == f"/recent {text}"
    listed = listed_of(text, scope, behind=True)
    assert listed is not None
    assert written(listed) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yesterday", "2026-11-21"),
        ("fun last month", "month 2026-10-01 Fun"),
        ("over 20", "month 2026-11-01 over 2000"),
        ("tacos", None),
        ("20", None),
    ],
)
def test_behind_the_command_days_are_enough(text: str, meant: str | None) -> None:
    listed = listed_of(text, begun("en").scope(SUNDAY, lambda _note: None), behind=True)
    assert (None if listed is None else written(listed)) == meant


def test_entries_are_listed_by_day_or_by_their_amounts(say: Say) -> None:
    for text in (
        "12.50 fun tacos",
        "4.20 milk yesterday",
        "65 shoes",
        "paid 1500 friday",
        "900 rent on nov 1",
        "gift 20 yesterday",
    ):
        say(text)

    assert say("what did i buy yesterday").split("\n") == [
        "$24.20 spent · Sat 21 Nov", "$20.00 gift · Other", "$4.20 milk · Predictable…",
    ]  # fmt: skip
    assert say("list fun this week").split("\n") == ["$12.50 spent · Fun, 16 – 22 Nov", "Today, Sun 22", "$12.50 tacos"]
    assert say("biggest expense this month").split("\n")[:3] == [
        "November 2026", "$900.00 rent · Predictable… · Sun 1 Nov", "$65.00 shoes · Other · Sun 22 Nov",
    ]  # fmt: skip
    assert say("anything over 20 this week").split("\n") == [
        "2 entries, $85.00 · 16 – 22 Nov", "$65.00 shoes · Other · Sun 22 Nov", "$20.00 gift · Other · Sat 21 Nov",
    ]  # fmt: skip
    assert say("expenses over 5000") == "0 entries, $0.00 · November 2026"
    assert say("/recent over 100") == "1 entry, $900.00 · November 2026\n$900.00 rent · Predictable… · Sun 1 Nov"
    assert say("/recent since the paycheck").startswith("$101.70 spent · 20 Nov – 22 Nov")
    assert say.sums().endswith("Total: $101.70")


def test_a_list_of_a_pay_period_needs_a_paycheck(say: Say) -> None:
    say("12.50 fun tacos")
    assert say("list everything since the paycheck").startswith("No paycheck yet.")


def test_of_many_entries_a_list_shows_some(say: Say) -> None:
    for _ in range(2):
        say("\n".join(f"{n + 1} fun game" for n in range(18)))
    said = say("list today").split("\n")
    assert (said[0], len(said), said[-1]) == ("$342.00 spent · Sun 22 Nov", 32, "…")
    assert say("list everything over 1 today").split("\n")[0] == "Sun 22 Nov"
    assert len(say("largest expenses today").split("\n")) == 7


@pytest.mark.parametrize("text", ["tacos over 20", "everything bagel 3.50", "list 20"])
def test_what_only_sounds_like_it_is_read_as_before(say: Say, text: str) -> None:
    assert "entries" not in say(text)
