"""Commands with a number and without a slash, and lines that ask whether they are one; product page reading, section 5.6."""

import pytest

from budget.errors import NotFound
from budget.grammar.numbered import names_command, numbered_message
from languages import SPOKEN, command_words_of
from tests.chat import OWNER, Say


def is_name(text: str) -> bool:
    return text in {"fun", "spaß", "games", "recent", "Category A"}


@pytest.mark.parametrize(
    ("text", "language", "command"),
    [
        ("undo 2", "en", "/undo 2"),
        ("Undo 02", "en", "/undo 2"),
        ("delete 3", "en", "/undo 3"),
        ("scratch 5", "en", None),  # a ticket
        ("recent 50", "en", None),  # a category of that name
        ("latest 50", "en", "/recent 50"),
        ("last 5", "en", "/recent 5"),
        ("show me the last 5", "en", "/recent 5"),
        ("my 3 latest purchases", "en", "/recent 3"),
        ("what were my last 10 expenses?", "en", "/recent 10"),
        ("the last 5.50", "en", None),
        ("last 5 of 10", "en", None),
        ("expenses 45", "en", None),
        ("letzte 5", "de", "/recent 5"),
        ("zeig mir die letzten 5 einträge", "de", "/recent 5"),
        ("meine letzten 10 Ausgaben", "de", "/recent 10"),
        ("muéstrame los últimos 5", "es", "/recent 5"),
        ("montre-moi les 5 derniers", "fr", "/recent 5"),
        ("le mie ultime 10 spese", "it", "/recent 10"),
        ("laat de laatste 5 zien", "nl", "/recent 5"),
        ("moje ostatnie 10 wydatków", "pl", "/recent 10"),
        ("me mostra os últimos 5", "pt-BR", "/recent 5"),
        ("мои последние 10 трат", "ru", "/recent 10"),
        ("мої останні 10 витрат", "uk", "/recent 10"),
        ("10 pengeluaran terakhir saya", "id", "/recent 10"),
        ("وريني آخر 5", "ar", "/recent 5"),
        ("son 5'i göster", "tr", "/recent 5"),
        ("son 10 harcamam", "tr", "/recent 10"),
        ("kahve 5'i", "tr", None),
        ("enséñame los 3 más recientes", "es", "/recent 3"),
        ("affiche les 3 plus récents", "fr", "/recent 3"),
        ("最新の5件を見せて", "ja", "/recent 5"),
        ("最近の支出10件", "ja", "/recent 10"),
        ("ラーメン5個", "ja", None),
        ("limits fun 80", "en", "/limits fun 80"),
        ("limits fun $80.50", "en", "/limits fun $80.50"),
        ("budget fun 80", "en", "/limits fun 80"),
        ("budget fun 80", "de", "/limits fun 80"),
        ("budget airline 80", "en", None),
        ("löschen 2", "de", "/undo 2"),
        ("undo 2", "de", "/undo 2"),
        ("undo 250", "en", None),
        ("köpek kategorisi ekle 1000", "tr", "/categories add köpek 1000"),
        ("犬カテゴリーを追加 3000", "ja", "/categories add 犬 3000"),
        ("aggiungi una categoria cane 30", "it", "/categories add cane 30"),
        ("adiciona uma categoria cachorro 30", "pt-BR", "/categories add cachorro 30"),
        ("undo 2.50", "en", None),
        ("undo last 2", "en", None),
        ("limits 80", "en", None),
        ("limits golf 80", "en", None),
        ("week 2", "en", None),
        ("undo two", "en", None),
        ("undo", "en", None),
        ("12.50 fun", "en", None),
        ("undo 2\nundo 3", "en", None),
        ("add category pets 40", "en", "/categories add pets 40"),
        ("Create a new category: pets 40", "en", "/categories add pets 40"),
        ("category add pets 40", "en", "/categories add pets 40"),
        ("add category pets 40 a week", "en", "/categories add pets 40"),
        ("add a category pets with a limit of 40", "en", "/categories add pets 40"),
        ("add category 2 fast 40", "en", "/categories add 2 fast 40"),
        ("add category pets 40 or 50", "en", "/categories add pets 40 or 50"),
        ("neue Kategorie Tiere mit 40 pro Woche", "de", "/categories add Tiere 40"),
        ("Kategorie neu Tiere 40", "de", "/categories add Tiere 40"),
        ("lege eine Kategorie Tiere 40 an", "de", "/categories add Tiere 40"),
        ("voeg categorie huisdieren 40 toe", "nl", "/categories add huisdieren 40"),
        ("evcil hayvan 40 kategorisini ekle", "tr", "/categories add evcil hayvan 40"),
        ("カテゴリのペット40を追加して", "ja", "/categories add ペット 40"),
        ("カテゴリ「ペット」40を追加して", "ja", "/categories add ペット 40"),
        ("Schuhe 40 neu", "de", None),
        ("12.50 趣味 追加", "ja", None),
        ("rename fun to fun2", "en", "/categories rename fun = fun2"),
        ("rename fun -> fun2", "en", "/categories rename fun = fun2"),
        ("rename hobby to fun2", "en", None),
        ("rename fun2", "en", None),
        ("remove category fun2", "en", "/categories remove fun2"),
        ("new fun 12", "en", None),
        ("category 12", "en", None),
        ("category fun 12", "en", None),
        ("Category A new 12", "en", None),  # a category of that name
        ("remove please 12", "en", None),
        ("undo" + " " * 90 + "2", "en", None),
    ],
)
def test_a_word_and_a_number_ask_for_a_command(text: str, language: str, command: str | None) -> None:
    assert numbered_message(text, language, is_name) == command


@pytest.mark.parametrize(
    ("line", "language", "asks"),
    [
        ("week 2", "en", True),
        ("undo last 2", "en", True),
        ("last week 3", "en", True),
        ("limits 80", "en", True),
        ("limits fun 80", "en", True),
        ("Hilfe 5", "de", True),
        ("fun budget this week 120", "en", True),
        ("add category pets 30", "en", True),
        ("neue Kategorie Tiere 30", "de", True),
        ("set a limit for movies 80", "en", True),
        ("ustaw limit na kino 80", "pl", True),
        ("hotel on a budget 80", "en", False),
        ("the budget hotel 80", "en", False),
        ("1.25 Category A bread", "en", False),  # a category of that name
        ("bills 80", "en", False),
        ("recent 80", "en", False),  # a category of that name
        ("weekend 20", "en", False),
        ("history book 20", "en", False),
        ("lunch 12", "en", False),
        ("12.50", "en", False),
        ("week" + " " * 90 + "2", "en", False),
    ],
)
def test_a_line_may_ask_for_a_command(line: str, language: str, asks: bool) -> None:
    assert names_command(line, language, is_name) == asks


@pytest.mark.parametrize("language", SPOKEN)
def test_every_language_undoes_by_number(language: str) -> None:
    for word in command_words_of(language).names.get("undo", "").split(", "):
        if len(word.split()) == 1:
            assert numbered_message(f"{word} 2", language, is_name) == "/undo 2", word


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("undo 2", "$5.00 a undone"),
        ("delete 2", "$5.00 a undone"),
        ("recent 50", "Today, Sun 22\n1 $6.00 b · Fun\n2 $5.00 a · Fun"),
        ("limits fun 80", "Fun: $80 a week from now on."),
        ("undo 9", "There is no entry 9"),
        ("undo last 2", "Did you spend $2.00 in “undo last 2”?"),
        ("week 2", "Did you spend $2.00 in “week 2”?"),
        ("set a limit for movies 80", "Fun: $150 a week. Tap a new limit"),
        ("limits 80", "Did you spend $80.00 in “limits 80”?"),
        ("fun budget this week 120", "Did you spend $120.00 in “fun budget this week 120”?"),
        ("add category pets 30", "pets: $30 a week; no keywords."),
        ("week 2 3", "“week 2 3”?"),
        ("limits fun 80\nhello", "Did you spend $80.00 in “limits fun 80”?"),
    ],
)
def test_nothing_is_spent_on_a_command(say: Say, text: str, said: str) -> None:
    say("5 fun a")
    say("6 fun b")
    assert said in say(text)
    assert "Other: $0.00" in say.sums()
    assert ("Fun: $11.00" in say.sums()) == ("undone" not in said)


def test_what_was_taught_is_spent(say: Say) -> None:
    say("week 20")
    say.tap("Fun")
    assert say("week 21").startswith("✓ $21.00 week")
    say("bills 80")
    assert "Other: $80.00" in say.sums()


def test_in_a_group_a_commands_word_with_a_number_is_no_entry_either(say: Say) -> None:
    say.group = True
    say("5 fun a")
    say("undo 2")
    assert "Total: $5.00" in say.sums()


def test_an_edit_to_a_command_with_a_number_does_nothing(say: Say) -> None:
    say("5 fun a")
    say("6 fun b")
    say.wait(minutes=1)
    say.edit("undo 2")
    assert "Total: $11.00" in say.sums()


def test_a_command_with_a_number_begins_no_budget(say: Say) -> None:
    assert say("undo 2") == "There is no entry 2 to undo: /recent shows what there is."
    assert say("recent 5").startswith("Nothing is recorded yet.")
    with pytest.raises(NotFound):
        say.runner.run(say.app.bookkeeper.budget_of_tap(OWNER))
