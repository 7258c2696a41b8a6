"""Japanese: numerals and dates within words, and words that no blanks part."""

from dataclasses import replace

import pytest

from budget.corrections import Correction, correction
from budget.grammar import Afford, Unreadable, lesson_keys, read_line, vocabulary_for
from budget.grammar.japanese import has_kanji_number, japanese_parts
from budget.grammar.orders import bill_offered, bill_said
from budget.grammar.unspaced import pieces
from budget.removals import Removal, removal
from languages.vocabulary import EMPTY
from tests.budget.grammar.judge import outcome_of, scope_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("コーヒー350円", ["WORD コーヒー", "NUMBER 350円"]),
        ("8万5千円", ["NUMBER 85000円"]),
        ("1.5万", ["NUMBER 15000"]),
        ("1千5百万", ["NUMBER 15000000"]),
        ("3億2千万500", ["NUMBER 320000500"]),
        ("1万2,000円", ["NUMBER 12000円"]),
        ("2千50円", ["NUMBER 2050円"]),
        ("千五百円", ["NUMBER 1500円"]),
        ("五千円ランチ", ["NUMBER 5000円", "WORD ランチ"]),
        ("1 万円", ["NUMBER 10000円"]),
        ("¥500ランチ", ["NUMBER ¥500", "WORD ランチ"]),
        ("150円×3個", ["NUMBER 150円×3"]),
        ("3個x150円", ["NUMBER 3×150円"]),
        ("350円+200円", ["NUMBER 350円+200円"]),
        ("ビール3杯1800円", ["WORD ビール", "MEASURE 3杯", "NUMBER 1800円"]),
        ("1500本屋", ["NUMBER 1500", "WORD 本屋"]),
        ("10%オフ", ["PERCENT 10%", "WORD オフ"]),
        ("19時半に", ["CLOCK 19時半", "WORD に"]),
        ("PS5ソフト500円", ["WORD PS5", "WORD ソフト", "NUMBER 500円"]),
        ("100均で330円", ["WORD 100均", "WORD で", "NUMBER 330円"]),
        ("11月24日ランチ900", ["DATE 11/24", "WORD ランチ", "NUMBER 900"]),
        ("2026年11月24日", ["DATE 2026-11-24"]),
        ("2026/11/24昼", ["DATE 2026-11-24", "WORD 昼"]),
        ("11/24(火)昼", ["DATE 11/24", "WORD 火曜", "WORD 昼"]),
        ("24日(火", ["ORDINAL 24日", "WORD 火曜"]),
        ("3日前に", ["NUMBER 3", "WORD 日", "WORD 前", "WORD に"]),
        ("千円札3", ["WORD 千円札", "NUMBER 3"]),
        ("☕350円", ["SYMBOL ☕", "NUMBER 350円"]),
    ],
)
def test_a_word_is_taken_apart_around_its_numbers(text: str, parts: list[str]) -> None:
    found = japanese_parts(text)

    assert found is not None
    assert [f"{part.kind} {part.plain}" for part in found] == parts
    assert "".join(text[part.start : part.end] for part in found) == text


@pytest.mark.parametrize(
    "text", ["coffee350", "5千8万円", "1百5千", "1万2万", "1.00005万", "2千円×5千8万", "350円.x", "PS5ソフト", "万円"]
)
def test_what_is_no_japanese_numeral_is_left_alone(text: str) -> None:
    assert japanese_parts(text) is None


def test_days_follow_the_order_of_the_locale() -> None:
    found = japanese_parts("11月24日", month_first=False)

    assert found is not None
    assert found[0].plain == "24/11"


def test_a_price_in_kanji_is_no_note_or_coin() -> None:
    assert has_kanji_number("ランチ千円")
    assert not has_kanji_number("千円札")


@pytest.mark.parametrize(
    ("text", "is_day"),
    [
        ("十一月三日", True),
        ("二十日", True),
        ("一日に", True),
        ("一日乗車券", False),
        ("土曜日", False),
        ("一日", True),
    ],
)
def test_a_day_in_kanji_is_known(text: str, is_day: bool) -> None:
    assert has_kanji_number(text) is is_day


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("スタバでコーヒー", "スタバ|で|コーヒー"),
        ("ドンキで", "ドンキ|で"),
        ("バスタオル", "バスタオル"),
        ("推しのライブ会場", "推しの|ライブ|会場"),
        ("今日は友達と", "今日|は|友達|と"),
        ("昨日東京", "昨日|東京"),
        ("おでん", "おでん"),
        ("もも肉", "もも肉"),
        ("でランチ", "で|ランチ"),
        ("Amazonで本", "Amazon|で|本"),
        ("本", "本"),
        ("lunch", "lunch"),
        ("あ" * 200, "あ" * 200),
    ],
)
def test_a_text_without_blanks_is_cut_into_words(text: str, wanted: str) -> None:
    start, words = 0, []
    for end in pieces(text, vocabulary_for("ja")):
        words.append(text[start:end])
        start = end

    assert "|".join(words) == wanted


def test_a_language_without_words_cuts_nothing() -> None:
    assert pieces("コーヒー", EMPTY) == (4,)


@pytest.mark.parametrize(
    ("reply", "amount", "note"),
    [
        ("いや、450円", 450, "コーヒー"),
        ("450円に修正してください", 450, "コーヒー"),
        ("450円 カフェラテ", 450, "カフェラテ"),
    ],
)
def test_a_reply_without_blanks_corrects(reply: str, amount: int, note: str) -> None:
    scope = replace(scope_of("jp"), vocabulary=vocabulary_for("ja"))
    (old,) = outcome_of("コーヒー350円", scope).entries

    corrected = correction(reply, old, scope)

    assert isinstance(corrected, Correction)
    assert (corrected.entry.amount, corrected.entry.note) == (amount, note)


@pytest.mark.parametrize(
    ("text", "note"),
    [("コンビニで540円", "コンビニ"), ("今日は友達と900円", "友達"), ("の500円", ""), ("500円でパン", "パン")],
)
def test_a_note_has_no_particles_at_its_ends(text: str, note: str) -> None:
    (entry,) = outcome_of(text, replace(scope_of("jp"), vocabulary=vocabulary_for("ja"))).entries

    assert entry.note == note


def test_a_note_is_taught_without_its_particles() -> None:
    vocabulary = vocabulary_for("ja")

    assert "ドンキ" in lesson_keys("ドンキで", vocabulary)
    assert lesson_keys("ドンキ", vocabulary) == ("ドンキ",)


@pytest.mark.parametrize("reply", ["削除して", "間違い、削除してください", "すみません削除"])
def test_a_reply_without_blanks_removes(reply: str) -> None:
    assert removal(reply, vocabulary_for("ja")) == Removal(undone=True, everything=False)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("家賃 80000 毎月27日", (27,)),
        ("家賃 80000 27日", (27,)),
        ("家賃 80000 毎月末", (31,)),
        ("電気代 8000 毎月", (25,)),
    ],
)
def test_a_bill_is_due_on_a_day_of_the_month(text: str, days: tuple[int, ...]) -> None:
    (schedule,) = bill_said(text, replace(scope_of("jp"), vocabulary=vocabulary_for("ja"))).schedules

    assert schedule.days == days


def test_a_bill_is_offered_of_a_line_without_blanks() -> None:
    scope = replace(scope_of("jp"), vocabulary=vocabulary_for("ja"))

    offered = bill_offered("家賃 80000 毎月27日", scope)

    assert offered is not None
    assert (offered.name, offered.amount) == ("家賃", 80000)
    assert bill_offered("ランチ 900", scope) is None


@pytest.mark.parametrize("text", ["1 万円 靴", "1　万 靴", "靴 1.0 万円"])
def test_a_blank_may_stand_before_a_scale(text: str) -> None:
    (entry,) = outcome_of(text, replace(scope_of("jp"), vocabulary=vocabulary_for("ja"))).entries

    assert (entry.amount, entry.note) == (10000, "靴")


@pytest.mark.parametrize(
    ("text", "amount"), [("5000円使える？", 5000), ("靴に8000円使えるかな", 8000), ("3000円足りますか", 3000)]
)
def test_a_question_whether_money_is_there_is_understood(text: str, amount: int) -> None:
    reading = read_line(text, replace(scope_of("jp"), vocabulary=vocabulary_for("ja")))

    assert isinstance(reading, Afford)
    assert reading.amount == amount


def test_a_question_of_another_sort_is_none_whether_money_is_there() -> None:
    reading = read_line("5000円かな", replace(scope_of("jp"), vocabulary=vocabulary_for("ja")))

    assert isinstance(reading, Unreadable)
