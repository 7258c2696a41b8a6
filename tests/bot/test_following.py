"""What corrects the message right before it, or repeats it, without being a reply to it."""

import pytest

from budget.bookkeeper import Message, Receipt
from budget.entries import Entry, Kind, RecordedEntry
from budget.following import paycheck_corrected
from budget.grammar import Understood
from tests.budget.grammar.judge import scope_of
from tests.chat import Say, is_recorded

WHICH = "Which entry is that about? Reply with it to the entry's receipt, or tap Change… there."


@pytest.mark.parametrize(
    ("line", "said", "entry"),
    [
        ("tacos 12.50", "make it 15", "$15.00 tacos · Other"),
        ("125 fun tacos", "i meant 12.50", "$12.50 tacos · Fun"),
        ("125 fun tacos", "not 125, 12.50", "$12.50 tacos · Fun"),
        ("125 fun tacos", "not 125 but 12.50", "$12.50 tacos · Fun"),
        ("125 fun tacos", "no, 12.50", "$12.50 tacos · Fun"),
        ("125 fun tacos", "change the amount to 12.50", "$12.50 tacos · Fun"),
        ("8 fun darts", "no that was yesterday", "$8.00 darts · Fun · Sat 21 Nov"),
        ("8 fun darts yesterday", "no, friday", "$8.00 darts · Fun · Fri 20 Nov"),
        ("20 gas", "should be unpredictable", "$20.00 gas · Unpredictable Necessities"),
        ("20 gas", "not predictable, fun", "$20.00 gas · Fun"),
        ("40 gas", "no, the gas was 43", "$43.00 gas · Predictable Necessities"),
        ("paid 1500", "make it 1550", "Paycheck $1,550.00"),
    ],
)
def test_what_says_that_it_corrects_the_message_before_does(say: Say, line: str, said: str, entry: str) -> None:
    say(line)
    answer = say(said)
    assert answer.startswith("Corrected:\n")
    assert is_recorded(answer, entry)
    assert "\n2 " not in say("/recent")


@pytest.mark.parametrize(
    ("line", "said", "change"),
    [
        ("125 fun tacos", "oops 12.50", "To $12.50 tacos · Fun"),
        ("12.50 fun tacos", "it was 15", "To $15.00 tacos · Fun"),
        ("12.50 fun tacos", "it was 20 not 12.50", "To $20.00 tacos · Fun"),
        ("12.50 fun tacos", "13 not 12.50", "To $13.00 tacos · Fun"),
        ("12.50 fun tacos", "*13", "To $13.00 tacos · Fun"),
        ("12.50 fun tacos", "13*", "To $13.00 tacos · Fun"),
        ("12.50 fun tacos", "with tip 14", "To $14.00 with tip · Fun"),
        ("12.50 fun tacos", "put it under other", "To $12.50 tacos · Other"),
        ("12.50 fun tacos", "move it to other", "To $12.50 tacos · Other"),
        ("12.50 fun tacos", "change the note to burritos", "To $12.50 burritos · Fun"),
        ("60 fun dinner", "we split it", "To $60.00 ÷ 2 = $30.00 dinner · Fun"),
        ("20 fun pool", "that was last friday", "To $20.00 pool · Fun · Fri 20 Nov"),
        ("20 fun pool", "it was other", "To $20.00 pool · Other"),
        ("60 fun dinner", "split it with Sam", "To $60.00 ÷ 2 = $30.00 dinner · Fun"),
        ("60 fun dinner", "split 3 ways", "To $60.00 ÷ 3 = $20.00 dinner · Fun"),
        ("60 fun dinner", "half of that", "To $60.00 ÷ 2 = $30.00 dinner · Fun"),
        ("60 fun dinner", "add 3 to that", "To $60.00 + $3.00 = $63.00 dinner · Fun"),
        ("60 fun dinner", "add a 3 dollar tip", "To $60.00 + $3.00 = $63.00 dinner · Fun"),
        ("60 fun dinner", "add $3 to it please", "To $60.00 + $3.00 = $63.00 dinner · Fun"),
        ("12.50 fun tacos", "not fun", "To $12.50 tacos · Predictable Necessities"),
        ("12.50 fun tacos", "yesterday", "To $12.50 tacos · Fun · Sat 21 Nov"),
        ("12.50 fun tacos", "same but 6", "To $6.00 tacos · Fun"),
        ("12.50 fun tacos", "another 6", "To $6.00 tacos · Fun"),
        ("12.50 fun tacos", "same again but 6", "To $6.00 tacos · Fun"),
        ("84.20 fun tacos", "48.20 i mean", "To $48.20 tacos · Fun"),
        ("40 gas", "gas was 43", "To $43.00 gas · Predictable Necessities"),
        ("40 gas", "that gas stop was 43", "To $43.00 gas · Predictable Necessities"),
        ("82.50 groceries", "and the groceries were 85.20", "To $85.20 groceries · Predictable Necessities"),
        ("3 for a muffin", "the muffin was 3.50", "To $3.50 for a muffin · Fun"),
        ("12 lunch with Sara", "lunch was 14", "To $14.00 lunch with Sara · Fun"),
        ("80 weekly costco run", "that costco run was 82", "To $82.00 weekly costco run · Other"),
        ("40 gas", "correction: gas 44", "To $44.00 gas · Predictable Necessities"),
        ("40 gas", "make gas 44", "To $44.00 gas · Predictable Necessities"),
        ("40 gas", "change gas to 44", "To $44.00 gas · Predictable Necessities"),
        ("60 fun dinner", "actually 3 ways", "To $60.00 ÷ 3 = $20.00 dinner · Fun"),
    ],
)
def test_what_only_begins_like_a_correction_is_asked_about(say: Say, line: str, said: str, change: str) -> None:
    say(line)
    assert say(said).startswith("Shall I change this?\n")
    assert change in say.buttons
    assert is_recorded(say.tap(change), change.removeprefix("To "))
    assert "\n2 " not in say("/recent")


@pytest.mark.parametrize(
    ("line", "said", "answer"),
    [
        ("12.50 fun tacos", "it was great", "I see no amount there."),
        ("12.50 fun tacos", "no thanks for asking", "I see no amount there."),
        ("12.50 fun tacos", "not today", WHICH),  # it is of today, and no other day is said
        ("12.50 fun tacos", "i mean it tastes good", WHICH),  # a note that nobody asked for
        ("12.50 fun tacos", "cancel rent", WHICH),  # no such bill is there
        ("12.50 fun tacos", "delete groceries", WHICH),
        ("12.50 fun tacos", "wrong amount", WHICH),  # no other amount is said
        ("12.50 fun tacos\n5 coffee", "it was great", "I see no amount there."),
        ("12.50 fun tacos", "it was fun", WHICH),  # it is in Fun
        ("3 beers 18", "make it 20", "Did you spend $20.00"),  # that one asks which amount is meant
        ("12.50 fun tacos\n5 coffee", "make it 15", "Which of these do you mean?"),
        ("12.50 fun tacos", "it was 45 for the cab", "Did you spend $45.00"),
        ("12.50 fun tacos", "it was yesterday when we all went out to the show", "I see no amount there."),
    ],
)
def test_what_says_more_or_nothing_new_changes_nothing(say: Say, line: str, said: str, answer: str) -> None:
    say(line)
    before = say("/recent")
    say(line, number=1)  # the same again: what stands right before is as it was
    assert say(said, number=2).startswith(answer)
    assert say("/recent") == before


@pytest.mark.parametrize(
    "said",
    ["no that was yesterday", "it was on monday", "should be groceries", "sorry, groceries"],
)
def test_nothing_right_before_it_is_corrected(say: Say, said: str) -> None:
    say("12.50 fun tacos")
    say("week")
    say("limits")
    assert say(said) == WHICH


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("delete the bus", "$5.00 bus to town undone"),  # its note only begins so
        ("remove netflix please", "$15.99 netflix undone"),
        ("delete the netflix one", "$15.99 netflix undone"),
        ("no, delete netflix", "$15.99 netflix undone"),
        ("cancel netflix", WHICH),  # it may be paid no longer, and was paid
        ("delete lunch", WHICH),  # two are called so
        ("delete town", WHICH),
        ("delete gum", "I can't tell what that changes."),  # the tea of its line would go, too
    ],
)
def test_an_entry_is_taken_back_by_its_name_alone(say: Say, said: str, answer: str) -> None:
    say("4 gum, 5 tea")
    say.tap("2 entries, $9.00")
    for line in ("5 bus to town", "netflix 15.99", "lunch 9", "lunch 11"):
        say(line)
    assert say(said).startswith(answer)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("delete lunch 11", "$11.00 lunch undone"),
        ("remove the $9 lunch", "$9.00 lunch undone"),
        ("delete coffee 4", "$4.00 coffee"),
        ("delete friday's coffee", "$4.00 coffee · Fri 20 Nov undone"),
        ("delete the coffee from saturday", "$4.00 coffee · Sat 21 Nov undone"),
        ("delete the $7 tea", "$7.00 tea undone"),  # two are alike
        ("delete lunch 12", "Did you spend $12.00"),
        ("delete thursday's coffee", WHICH),
    ],
)
def test_an_amount_or_a_day_tells_entries_of_one_name_apart(say: Say, said: str, answer: str) -> None:
    for line in ("7 tea", "7 tea", "lunch 9", "lunch 11", "coffee 4 friday", "coffee 4 yesterday"):
        say(line)
    if answer == "$4.00 coffee":
        assert "undone" not in say(said)
    else:
        assert say(said).startswith(answer)


def test_what_was_recorded_twice_is_taken_back_once(say: Say) -> None:
    say("coffee 5")
    say("coffee 5")
    assert say("that was a duplicate").startswith("$5.00 coffee undone")
    assert "$5.00 coffee" in say("/recent")


def test_little_words_before_a_name_are_no_part_of_it(say: Say) -> None:
    say("6 for the beer")
    say("5 bus")
    assert say("delete beer").startswith("$6.00 for the beer undone")


def test_an_entry_is_taken_back_once(say: Say) -> None:
    say("5 bus")
    say("6 lunch")
    say("delete bus", number=9)
    say.tap("Restore")
    say("delete bus", number=9)
    assert "$5.00 bus" in say("/recent"), "a repeat takes nothing back"


def test_an_entry_of_yesterday_is_named_too(say: Say) -> None:
    say("80 fun shoes yesterday")
    say("90 fun boots friday")
    say("week")
    assert say("shoes were 85").startswith("Shall I change this?\n$80.00 shoes · Fun · Sat 21 Nov")
    assert say("move shoes to other").startswith("Shall I change this?\n$80.00 shoes · Fun · Sat 21 Nov")
    assert say("boots were 95").startswith("Shall I change this?\n$90.00 boots · Fun · Fri 20 Nov")
    assert "New entry: $95.00 boots · Other" in say.buttons, "of before, it may be a new one"


@pytest.mark.parametrize("said", ["tacos should be other", "tacos should be 15"])
def test_what_an_entry_should_be_is_asked_about(say: Say, said: str) -> None:
    say("12.50 fun tacos")
    say("week")
    say("limits")
    assert say(said).startswith("Shall I change this?\n$12.50 tacos · Fun")


def test_an_undone_entry_is_not_corrected(say: Say) -> None:
    say("12.50 fun tacos")
    say.tap("Undo")
    assert say("make it 15").startswith("Did you spend $15.00")


@pytest.mark.parametrize("said", ["delete that", "scratch that", "take that back"])
def test_what_takes_the_latest_back_needs_no_reply(say: Say, said: str) -> None:
    say("12.50 fun tacos")
    assert say(said).startswith("$12.50 tacos undone")


def test_the_same_with_another_amount_may_be_one_more(say: Say) -> None:
    say("12.50 fun tacos yesterday")
    say("same but 6")
    assert say.buttons == ["To $6.00 tacos · Fun · Sat 21 Nov", "New entry: $6.00 tacos · Fun", "No, leave it"]
    say.tap("New entry: $6.00 tacos · Fun")
    assert say("/recent").split("\n")[:2] == ["Today, Sun 22", "1 $6.00 tacos · Fun"]


@pytest.mark.parametrize("line", ["paid 1500", "same but tacos"])
def test_what_is_no_expense_is_not_the_same_again(say: Say, line: str) -> None:
    say("paid 40") if line == "paid 1500" else say("5 coffee")
    assert "New entry" not in str([say("same but 6" if line == "paid 1500" else line), *say.buttons])


@pytest.mark.parametrize("said", ["pizza was 15", "gas for the mower 4"])
def test_what_names_another_note_is_an_entry_of_its_own(say: Say, said: str) -> None:
    say("40 gas")
    assert say(said).startswith("✓ ")


def test_what_names_an_entry_of_the_day_with_others_in_between_is_asked_about(say: Say) -> None:
    say("15 fun lunch")
    say("4 fun coffee")
    assert say("the lunch was 12").startswith("Shall I change this?\n")
    assert say.buttons == ["To $12.00 lunch · Fun", "New entry: $12.00 the lunch · Fun", "No, leave it"]
    assert is_recorded(say.tap("To $12.00 lunch · Fun"), "$12.00 lunch · Fun")
    assert "Fun: $16.00" in say.sums()


def test_of_an_entry_of_another_day_it_is_one_more(say: Say) -> None:
    say("15 fun lunch yesterday")
    say("4 fun coffee")
    assert say("the lunch was 12").startswith("✓ $12.00")


@pytest.mark.parametrize("said", ["move tacos to other", "move the gas to fun"])
def test_what_is_to_go_elsewhere_is_asked_which_entry_it_is(say: Say, said: str) -> None:
    assert say(said) == WHICH


def test_a_star_before_an_amount_corrects_nothing_where_nothing_stands(say: Say) -> None:
    assert is_recorded(say("*13"), "$13.00 · Other")


def test_in_a_group_it_is_said_to_others(say: Say) -> None:
    say.group = True
    say("$12.50 tacos")
    assert say("make it 15") == ""
    assert say("same again") == ""
    assert say("/recent").count("tacos") == 1


def test_a_correction_of_a_correction_is_of_the_same_entry(say: Say) -> None:
    say("12.50 fun tacos")
    for amount in (13, 14, 15):
        assert is_recorded(say(f"make it {amount}"), f"${amount}.00 tacos · Fun")


def test_a_correction_counts_once_and_its_edit_instead(say: Say) -> None:
    say("12.50 fun tacos")
    say("make it 15")
    say("20 fun darts")
    assert is_recorded(say("make it 15", number=2), "$15.00 tacos · Fun")
    assert is_recorded(say.edit("make it 16", number=2), "$16.00 tacos · Fun")
    assert is_recorded(say.edit_again("make it 16", number=2), "$16.00 tacos · Fun")
    assert is_recorded(say.edit("4 coffee", number=2), "$4.00 coffee · Fun")
    assert [line for line in say("/recent").split("\n") if "·" in line] == [
        "1 $20.00 darts · Fun",
        "2 $4.00 coffee · Fun",
        "3 $16.00 tacos · Fun",
    ]


def test_a_no_closes_what_a_correction_asks(say: Say) -> None:
    say("60 fun dinner")
    say("split it with Sam")
    assert is_recorded(say("no"), "$60.00 dinner · Fun")


@pytest.mark.parametrize("said", ["same again", "again", "The same, please", "another one"])
def test_the_same_again_is_recorded_today(say: Say, said: str) -> None:
    say("4.50 coffee yesterday")
    assert is_recorded(say(said), "$4.50 coffee · Fun")
    assert is_recorded(say("again"), "$4.50 coffee · Fun")
    assert is_recorded(say("again", number=3), "$4.50 coffee · Fun")
    assert say("/recent").count("$4.50 coffee") == 3


def test_a_reply_has_the_same_again(say: Say) -> None:
    say.group = True
    say("$4.50 coffee")
    say("$12 darts fun")
    assert is_recorded(say.reply_to("same again", 1), "$4.50 coffee · Fun")
    assert say("/recent").count("$4.50 coffee") == 2


@pytest.mark.parametrize("line", ["paid 1500", "4.50 coffee\n5 lunch", "3 beers 18", "-5 fun", "hello"])
def test_the_same_again_needs_one_expense(say: Say, line: str) -> None:
    say(line)
    before = say("/recent")
    say(line, number=1)
    assert say("same again", number=2).startswith("I see no amount there.")
    assert say("/recent") == before


@pytest.mark.parametrize(
    ("language", "line", "correction", "again"),
    [
        ("de", "12,50 Fun Tacos", "nein, 15", "nochmal"),
        ("fr", "12,50 Fun tacos", "non, 15", "encore une fois"),
        ("es", "12,50 Fun tacos", "no, 15", "otra vez"),
        ("it", "12,50 Fun tacos", "no, 15", "di nuovo"),
        ("nl", "12,50 Fun tacos", "nee, 15", "nog een keer"),
        ("pl", "12,50 Fun tacos", "nie, 15", "jeszcze raz"),
        ("pt-BR", "12,50 Fun tacos", "não, 15", "de novo"),
        ("ru", "12,50 Fun tacos", "нет, 15", "ещё раз"),
        ("uk", "12,50 Fun tacos", "ні, 15", "ще раз"),
        ("tr", "12,50 Fun tacos", "hayır, 15", "bir daha"),
        ("id", "12,50 Fun tacos", "bukan, 15", "sekali lagi"),
        ("ar", "12.50 Fun tacos", "لا، 15", "مرة أخرى"),
        ("ja", "Fun tacos 12.50", "いいえ 15", "もう一回"),
    ],
)
def test_other_languages_correct_and_repeat(say: Say, language: str, line: str, correction: str, again: str) -> None:
    say(f"/settings language {language}")
    say(line)
    say(correction)
    say(again)
    assert say("/recent").count("15") == 2
    assert "12" not in say("/recent")


@pytest.mark.parametrize(
    ("language", "line", "said", "begins", "amount"),
    [
        ("tr", "kahve 95", "hayır 105'ti", "Düzeltildi:", "105"),
        ("tr", "kahve 95", "hayır 105’ti", "Düzeltildi:", "105"),
        ("ja", "コーヒー 450", "いや480円だった", "こう変更しますか？", "480"),
        ("ja", "コーヒー 450", "480円でした", "こう変更しますか？", "480"),
        ("ja", "コーヒー 450", "おいしかったでした", "金額が見当たりません", ""),
        ("de", "kaffee 3,40", "3,60 waren es", "Hast du in", "3,60"),
        ("tr", "kahve 95", "115 liraydı", "“115 liraydı” içindeki", "115"),
    ],
)
def test_what_was_may_end_a_correction(say: Say, language: str, line: str, said: str, begins: str, amount: str) -> None:
    say(f"/settings language {language}")
    say("/settings currency " + {"ja": "JPY", "tr": "TRY"}.get(language, "EUR"))
    say(line)
    answer = say(said)
    assert answer.startswith(begins)
    assert amount in answer + " ".join(say.buttons)


@pytest.mark.parametrize(
    ("language", "line", "said", "which"),
    [
        ("tr", "pasta 150", "pastayı sil", "$150.00 pasta geri alındı"),
        ("tr", "pasta 150", "pastayı sil lütfen", "$150.00 pasta geri alındı"),
        ("tr", "pasta 150", "netflix'i sil", "Hangi kayıttan söz ediliyor?"),
        ("ja", "6 ケーキ", "ケーキ消して", "$6.00 ケーキ を取り消しました"),
        ("ja", "6 Netflix", "Netflixを消して", "$6.00 Netflix を取り消しました"),
        ("ja", "6 ケーキ", "寿司を消して", "どの記録のことですか"),
        ("de", "Kuchen 4.50", "den Kuchen löschen", "$4.50 Kuchen rückgängig"),
        ("de", "Kuchen 4.50", "Netflix löschen", "Da sehe ich keinen Betrag."),
        ("ru", "пицца 12", "удали пиццу", "$12.00 пицца — отменено"),
        ("ar", "قهوة 4", "احذف القهوة", "\u200f\u2068\u200f\u2068$4.00"),
    ],
)
def test_what_deletes_may_end_a_line(say: Say, language: str, line: str, said: str, which: str) -> None:
    say(f"/settings language {language}")
    say(line)
    assert say(said).startswith(which)


@pytest.mark.parametrize("said", ["restore", "bring it back", "put that back please", "undo the undo"])
def test_what_was_deleted_last_comes_back_once(say: Say, said: str) -> None:
    say("8 fun darts")
    say("undo")
    say("12.50 lunch")

    assert is_recorded(say(said), "$8.00 darts · Fun")
    assert say("/recent").count("darts") == 1
    assert not is_recorded(say(said), "$8.00 darts · Fun")


def test_what_was_deleted_together_comes_back_together(say: Say) -> None:
    say("8 fun darts\n9 fun pool")
    say("/undo all")

    answer = say("bring it back")

    assert "1 $8.00 darts · Fun" in answer
    assert "2 $9.00 pool · Fun" in answer


def test_a_repeat_of_what_restores_says_the_same(say: Say) -> None:
    say("8 fun darts")
    say("undo")
    answer = say("bring it back", number=9)

    assert say("bring it back", number=9) == answer
    assert say("/recent").count("darts") == 1


@pytest.mark.parametrize(
    ("language", "deleted", "said"),
    [
        ("de", "lösch den Kaffee", "hol ihn zurück"),
        ("fr", "supprime le café", "remets-le"),
        ("es", "borra el café", "recupéralo"),
        ("it", "cancella il caffè", "rimettilo"),
        ("nl", "verwijder de koffie", "zet het terug"),
        ("pl", "usuń kawę", "przywróć to"),
        ("pt-BR", "apaga o café", "traz de volta"),
        ("ru", "удали кофе", "верни обратно"),
        ("uk", "видали каву", "поверни назад"),
        ("tr", "kahveyi sil", "geri getir"),
        ("id", "hapus kopi", "balikin"),
        ("ja", "コーヒーを消して", "やっぱり戻して"),
        ("ar", "احذف القهوة", "أرجعها"),
    ],
)
def test_what_was_deleted_comes_back_in_every_language(say: Say, language: str, deleted: str, said: str) -> None:
    coffees = {"de": "Kaffee", "fr": "café", "es": "café", "it": "caffè", "nl": "koffie", "pl": "kawa", "pt-BR": "café"}
    coffees |= {"ru": "кофе", "uk": "кава", "tr": "kahve", "id": "kopi", "ja": "コーヒー", "ar": "قهوة"}
    say(f"/settings language {language}")
    receipt = say(f"{coffees[language]} 3").splitlines()[0]
    say(deleted)
    assert say.sums().endswith("$0.00")
    assert say(said).splitlines()[0] == receipt


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "no, leave it"),
        ("de", "ne, lass es"),
        ("fr", "non, laisse"),
        ("es", "no, déjalo"),
        ("it", "no, lascia stare"),
        ("nl", "nee, laat maar"),
        ("pl", "nie, zostaw"),
        ("pt-BR", "não, deixa"),
        ("ru", "нет, оставь"),
        ("uk", "ні, залиш"),
        ("tr", "yok, kalsın"),
        ("id", "nggak, biarin aja"),
        ("ja", "いや、いいや"),
        ("ar", "لا، اتركها"),
    ],
)
def test_a_no_with_more_words_leaves_all_as_it_is(say: Say, language: str, said: str) -> None:
    say(f"/settings language {language}")
    say("12.50 tacos")
    assert "/undo" in say(said)


def test_a_denied_amount_that_does_not_stand_is_asked_about(say: Say) -> None:
    say("3.50 kebab")
    assert say("not 21 but 22").startswith("Shall I change this?")
    assert say("/recent").count("$3.50") == 1


@pytest.mark.parametrize("said", ["bring the shoes back 40", "put 20 back", "bring it"])
def test_what_says_more_restores_nothing(say: Say, said: str) -> None:
    say("8 fun darts")
    say("undo")
    say(said)
    assert "darts" not in say("/recent")


@pytest.mark.parametrize("said", ["add 12.50 fun tacos", "add 12.50 tacos to fun"])
def test_what_is_added_beside_a_name_is_an_entry(say: Say, said: str) -> None:
    say("60 fun dinner")
    assert "$12.50" in say(said)
    assert "12.50" in say("/recent")


def test_of_two_amounts_none_is_added(say: Say) -> None:
    say("60 fun dinner")
    say("add 3 and 4 to that")
    assert "$60.00 dinner" in say("/recent")


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("top 5 expenses", True),
        ("list all purchases over 50", True),
        ("show me all 5 of them", True),
        ("change netflix to 17.99", True),
        ("i get 2100 on friday", True),
        ("top 25", False),
        ("show tickets 45", False),
        ("add 5 for parking", False),
        ("i get gas 45", False),
        ("change for the bus 5.50", False),
    ],
)
def test_what_asks_to_see_or_to_change_is_asked_about(say: Say, line: str, asks: bool) -> None:
    assert say(line).startswith("✓") is not asks


@pytest.mark.parametrize("said", ["delete that one", "no, remove this one", "cancel that entry please"])
def test_what_points_at_the_entry_right_before_takes_it_back(say: Say, said: str) -> None:
    say("12.50 lunch")
    say("8 fun darts")
    assert say(said).startswith("$8.00 darts undone")
    assert "lunch" in say("/recent")


def test_of_several_right_before_it_is_asked_which_goes(say: Say) -> None:
    say("8 fun darts\n9 fun pool")
    assert say("delete that one").startswith("I can't tell what that changes.")
    assert say("/recent").count("· Fun") == 2


@pytest.mark.parametrize("said", ["change 25 to 52", "the 25 should be 52", "25 should be 52", "fix 25 to 52 please"])
def test_a_correction_names_the_amount_that_stands(say: Say, said: str) -> None:
    say("taxi 25")
    assert say(said).startswith("Shall I change this?")
    assert say.buttons[0] == "To $52.00 taxi · Other"


@pytest.mark.parametrize("said", ["change 26 to 52", "25 and 52"])
def test_another_amount_than_what_stands_is_one_of_two(say: Say, said: str) -> None:
    say("taxi 25")
    assert say(said).startswith("Which is the amount")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("delete the 25", "$25.00 taxi undone"),
        ("no, remove the 25 one please", "$25.00 taxi undone"),
        ("delete the 12.50", "$12.50 lunch undone"),
        ("delete 12.50", "$12.50 lunch undone"),
        ("remove $25", "$25.00 taxi undone"),
        ("delete the 8", "Did you spend $8.00"),  # of two
        ("delete the 26", "Did you spend $26.00"),
        ("delete the 25 taxi", "$25.00 taxi undone"),
        ("delete the 25 bus", "Did you spend $25.00"),
    ],
)
def test_an_entry_is_taken_back_by_its_amount_alone(say: Say, said: str, answer: str) -> None:
    say("taxi 25")
    say("lunch 12.50")
    say("8 beer")
    say("8 fun pool")
    assert say(said).startswith(answer)


def test_what_may_be_a_day_takes_nothing_back(say: Say) -> None:
    say("/settings language spanish")
    say("taxi 25")
    assert say("borra el 25").startswith("En «borra el 25», ¿gastaste $25.00?")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "debería ser 5"),
        ("fr", "ça devrait être 5"),
        ("it", "dovrebbe essere 5"),
        ("pl", "powinno być 5"),
        ("pt-BR", "era pra ser 5"),
        ("ru", "должно быть 5"),
        ("uk", "має бути 5"),
        ("id", "harusnya 5"),
        ("ar", "المفروض 5"),
    ],
)
def test_what_it_should_be_corrects_in_every_language(say: Say, language: str, said: str) -> None:
    say(f"/settings language {language}")
    say("12 pizza")
    assert "$5.00 pizza" in say(said).replace("\u2068", "").replace("\u2069", "").replace("\u200f", "")
    assert "$12.00" not in say("/recent")


@pytest.mark.parametrize(
    ("language", "line", "said", "change"),
    [
        ("de", "12 pizza", "sollte 5 sein", "$5.00 pizza"),
        ("nl", "12 pizza", "moet 5 zijn", "$5.00 pizza"),
        ("tr", "12 pizza", "5 olmalı", "$5.00 pizza"),
        ("ja", "12 pizza", "5ドルのはず", "$5.00 pizza"),
        ("tr", "4 kahve", "kahve 4,50'ydi", "$4.50 kahve"),
        ("ja", "4 コーヒー", "コーヒーは4.50だった", "$4.50 コーヒー"),
        ("ar", "4 قهوة", "القهوة كانت 4.50", "$4.50 قهوة"),
    ],
)
def test_what_may_correct_is_asked_about_in_every_language(
    say: Say, language: str, line: str, said: str, change: str
) -> None:
    say(f"/settings language {language}")
    say(line)
    say(said)
    assert change in say.buttons[0].replace("\u2068", "").replace("\u2069", "").replace("\u200f", "")


@pytest.mark.parametrize(
    ("language", "said"), [("de", "sollte ich 5 ausgeben"), ("es", "debería comprar 5"), ("tr", "kahve 5 lütfen")]
)
def test_a_plan_or_a_wish_corrects_nothing_in_any_language(say: Say, language: str, said: str) -> None:
    say(f"/settings language {language}")
    say("12 pizza")
    say(said)
    assert "$12.00 pizza" in say("/recent")


@pytest.mark.parametrize(
    ("language", "spent", "moves", "category"),
    [
        ("en", "cinema 12.50", "move cinema to other", "Other"),
        ("de", "kino 12,50", "verschieb kino zu sonstiges", "Sonstiges"),
        ("es", "cine 12,50", "mueve cine a otros", "Otros"),
        ("fr", "ciné 12,50", "déplace ciné dans autres", "Autres"),
        ("it", "cinema 12,50", "sposta cinema in altro", "Altro"),
        ("nl", "bios 12,50", "zet bios bij overig", "Overig"),
        ("pl", "kino 12,50", "przenieś kino do inne", "Inne"),
        ("pt-BR", "cinema 12,50", "passa cinema pra outros", "Outros"),
        ("ru", "кино 1250", "перенеси кино в прочее", "Прочее"),
        ("uk", "кіно 1250", "перемісти кіно в інше", "Інше"),
        ("ja", "映画 1250", "映画をその他に移動", "その他"),
        ("tr", "sinema 1250", "sinemayı diğere taşı", "Diğer"),
        ("id", "bioskop 12500", "pindahkan bioskop ke lainnya", "Lainnya"),
        ("ar", "سينما 50", "انقل سينما الى أخرى", "أخرى"),
    ],
)
def test_an_entry_that_is_named_is_moved_in_every_language(
    say: Say, language: str, spent: str, moves: str, category: str
) -> None:
    say(f"/settings language {language}")
    say(spent)
    say(moves)
    assert category in say.buttons[0]
    say.tap(say.buttons[0])
    assert category in say("/recent")


def test_a_list_of_which_a_line_is_undone_is_corrected_by_name(say: Say) -> None:
    say("milk 4.29\nbread 3.50\neggs 5.99 yesterday")
    say.tap("Undo 2")
    assert say("the eggs were 4.99").startswith("Shall I change this?\n$5.99 eggs")
    say("no")
    assert "bread" not in say("the bread was 4").split("\n")[1], "what is undone is not corrected"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("dinner was saturday actually", "To $56.00 dinner · Fun · Sat 21 Nov"),
        ("the hotel was 229", "To $229.00 hotel · Other · Fri 20 Nov"),
    ],
)
def test_what_was_written_of_days_before_is_named_too(say: Say, said: str, answer: str) -> None:
    for line in ("hotel 219 on friday", "dinner 56 friday", "coffee 4"):
        say(line)
    say(said)
    assert say.buttons[0] == answer


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("move the field trip to fun", "To $18.00 field trip money for emma · Fun"),
        ("put the school lunch under unpredictable", "To $40.00 school lunch account · Unpredictable Necessities"),
        ("move emma to fun", None),
        ("move the rent to fun", None),
    ],
)
def test_part_of_a_note_names_what_is_moved(say: Say, said: str, answer: str | None) -> None:
    for line in ("field trip money for emma 18", "school lunch account 40", "pens 3"):
        say(line)
    answered = say(said)
    assert answered == WHICH if answer is None else say.buttons[0] == answer


def test_part_of_a_note_names_what_is_deleted(say: Say) -> None:
    for line in ("new tires 480", "coffee 3"):
        say(line)
    assert say("delete the tires").startswith("$480.00 new tires undone")


def test_without_a_category_a_new_entry_has_none(say: Say) -> None:
    say("1,200 laptop")
    say("laptop was 1,250")
    assert say.buttons[1] == "New entry: $1,250.00 laptop · Other"
    say.tap(say.buttons[1])
    assert "Fun" in say.buttons


def test_undo_that_behind_an_undoing_brings_back(say: Say) -> None:
    say("86 groceries")
    say("14 diapers")
    say("delete the diapers")
    assert say("undo that").startswith("✓ $14.00 diapers")
    assert say("undo that", number=4).startswith("✓ $14.00 diapers"), "a repeat says so again"
    assert say("undo it please").startswith("$14.00 diapers undone")
    assert say("undo that").startswith("✓ $14.00 diapers")
    say("week")
    assert say("undo that").startswith("$14.00 diapers undone"), "behind anything else it takes back"
    say("5 coffee")
    assert say("undo that").startswith("$5.00 coffee undone")
    assert say("undo").startswith("$86.00 groceries undone")


@pytest.mark.parametrize("said", ["restore the toll", "bring the toll back", "bring back the toll please"])
def test_what_is_undone_is_restored_by_its_name(say: Say, said: str) -> None:
    for line in ("12 parking", "3.50 toll", "5 coffee", "undo", "undo"):
        say(line)
    assert say(said).startswith("✓ $3.50 toll")
    assert "coffee" not in say("/recent")
    assert not say("restore the parking").startswith("✓"), "that stands"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("undo the refund", "Refund $150.00 for the hotel undone"),
        ("delete my paycheck", "Paycheck $1,000.00 undone"),
        ("delete the salary please", "Paycheck $1,000.00 undone"),
        ("delete the extra", WHICH),
    ],
)
def test_a_kind_names_the_one_entry_of_it(say: Say, said: str, answer: str) -> None:
    for line in ("paid 1000", "refund for the hotel 150", "coffee 4"):
        say(line)
    assert say(said).startswith(answer)


def test_a_kind_names_no_entry_of_another(say: Say) -> None:
    say("paid 1000")
    say("coffee 4")
    assert say("undo the refund") == WHICH
    say("refund 10 fun")
    say("refund 20 fun")
    assert say("undo the refund") == WHICH, "either may be meant"


@pytest.mark.parametrize(
    "said", ["actually i was paid 1650", "no my salary was 1650", "no wait, i got paid 1650", "actually paycheck 1650"]
)
def test_a_paycheck_is_corrected_by_what_it_was(say: Say, said: str) -> None:
    for line in ("paid 1600 friday", "gas 40", "groceries 20"):
        say(line)
    assert say(said).startswith("Shall I change this?\nPaycheck $1,600.00 · Fri 20 Nov")
    assert say.buttons[0] == "To Paycheck $1,650.00 · Fri 20 Nov"
    assert say.buttons[1] == "New entry: Paycheck $1,650.00"


def test_a_paycheck_of_a_week_ago_is_corrected_though_a_new_one_may_be_due(say: Say) -> None:
    for line in ("paid 1600 11/15", "gas 40"):
        say(line)
    assert say("actually paycheck 1650").startswith("Shall I change this?\nPaycheck $1,600.00 · Sun 15 Nov")


def test_what_reads_as_a_paycheck_for_sure_corrects_the_one_before() -> None:
    def held(_most: int) -> list[RecordedEntry]:
        return [RecordedEntry(1, 0, Entry(Kind.PAYCHECK, 160_000, scope_of("us").today, None), 7)]

    said = Understood(Entry(Kind.PAYCHECK, 165_000, scope_of("us").today, None))
    found = paycheck_corrected("actually paycheck 1650", said, scope_of("us"), held)
    assert found is not None
    assert found[1].entry.amount == 165_000


def test_of_two_paychecks_none_is_corrected_by_what_it_was(say: Say) -> None:
    for line in ("paid 300 thursday", "paid 1600 friday"):
        say(line)
    say.tap(say.buttons[0])
    say("gas 40")
    assert "Shall I change" not in say("actually i was paid 1650")


def test_what_somebody_else_wrote_corrects_nothing(say: Say) -> None:
    say("15 fun lunch")
    forwarded = Message(say.owner, 2, say.owner, "it was 12", say.now, forwarded=True)
    receipt = say.runner.run(say.app.bookkeeper.record(forwarded))
    assert not receipt.follows
    assert "15.00 lunch" in say("/recent", number=3)


def test_undo_that_of_a_door_that_repeats_it_says_so_again(say: Say) -> None:
    def does(number: int, text: str) -> Receipt:
        return say.runner.run(say.app.bookkeeper.record(Message(say.owner, number, say.owner, text, say.now)))

    assert does(1, "undo that").command == "/undo", "nothing stands before it"
    does(2, "86 groceries")
    does(3, "14 diapers")
    does(4, "delete the diapers")
    back, again = does(5, "undo that"), does(5, "undo that")
    assert [one.undone for one in back.state.entries] == [one.undone for one in again.state.entries] == [False]
    assert does(9, "undo that").command == "/undo", "nothing is known of what stands right before it"


def test_what_is_paid_without_a_correction_is_a_paycheck(say: Say) -> None:
    for line in ("paid 1600 friday", "gas 40"):
        say(line)
    assert "Shall I change" not in say("i was paid 20")


@pytest.mark.parametrize(
    ("said", "button"),
    [("wifi was 49.99 sorry", "To $49.99 wifi"), ("no wait dinner was 54", "To $54.00 dinner")],
)
def test_a_group_is_asked_whether_what_was_is_what_stands(say: Say, said: str, button: str) -> None:
    say.group = True
    for line in ("wifi 39.99", "dinner 45"):
        say(line)
    assert say(said).startswith("Shall I change this?")
    assert say.buttons[0].startswith(button)
    say.tap(say.buttons[0])
    before = say("/recent", number=9)
    say(said, number=3)
    assert say("/recent", number=10) == before, "a repeat records nothing"


@pytest.mark.parametrize(
    ("said", "begins"), [("lunch was 12", "✓ $12.00 lunch"), ("dinner was great", ""), ("it was 12", "")]
)
def test_what_a_group_says_of_nothing_that_stands_is_as_before(say: Say, said: str, begins: str) -> None:
    say.group = True
    say("dinner 45")
    assert say(said).startswith(begins)
    assert "Shall I change" not in say(said)


def test_the_beginning_of_a_note_names_what_was(say: Say) -> None:
    say("electricity bill 61.20")
    assert say("the electricity was 62.10").startswith("Shall I change this?\n$61.20 electricity bill")
    assert say.buttons[1].startswith("New entry: $62.10 the electricity")
    say("no")
    assert say("electricity was 63").startswith("✓ $63.00"), "without `the` it is one more"


def test_the_first_of_several_is_the_earliest(say: Say) -> None:
    for line in ("lunch 10", "lunch 12", "coffee 4"):
        say(line)
    assert say("the first lunch was 11").startswith("Shall I change this?\n$10.00 lunch")


def test_what_is_reckoned_may_be_an_entry_of_its_own(say: Say) -> None:
    say("25 tickets")
    say("half of 60 fun")
    assert "New entry: $60.00 ÷ 2 = $30.00 · Fun" in say.buttons


@pytest.mark.parametrize(
    ("said", "button"),
    [
        ("split the hostel 3 ways", "To $96.00 ÷ 3 = $32.00 hostel 3 nights · Other"),
        ("split the museum with Sam", "To $12.00 ÷ 2 = $6.00 museum · Fun"),
        ("we split the ramen", "To $15.00 ÷ 2 = $7.50 ramen · Fun"),
    ],
)
def test_what_is_split_by_its_name_is_that(say: Say, said: str, button: str) -> None:
    say("hostel 3 nights 96")
    say("museum 12\nramen 15")
    say(said)
    assert say.buttons == [button, "No, leave it"]


def test_no_wait_undo_that_means_the_undoing_too(say: Say) -> None:
    say("seeds 6")
    say("compost 12")
    say("delete the compost")
    assert say("no wait, undo that").startswith("✓ $12.00 compost")


def test_a_paycheck_of_before_is_corrected_right_behind_another_entry(say: Say) -> None:
    say("got paid 1500 on monday")
    say("groceries 70")
    assert say("sorry, i was paid 1520").startswith("Shall I change this?\nPaycheck $1,500.00")
    say.tap(say.buttons[0])
    assert say("no my pay was 1510").startswith("Shall I change this?\nPaycheck $1,520.00")
