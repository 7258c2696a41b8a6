"""Sentences of a language that is written from the right: what is written from the left stays in its place."""

import re
import unicodedata

import pytest

from budget.characters import END, FROM_THE_RIGHT, ISOLATE, undirected
from languages import ENGLISH, RIGHT_TO_LEFT
from tests.languages.catalogues import read
from words import plan, talk
from words.direction import from_the_right
from words.voice import voice_of


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("المتبقي {left} من {limit}", "المتبقي \u2068{left}\u2069 من \u2068{limit}\u2069"),
        ("<b>المتبقي {left}</b>", "<b>المتبقي \u2068{left}\u2069</b>"),
        ("✓ {entry}", "\u200f✓ \u2068{entry}\u2069"),
        ("{entry}\nما المبلغ؟", "\u200f\u2068{entry}\u2069\nما المبلغ؟"),
        ("{bar} {left} · {n} يوم", "\u200f{bar} \u2068{left}\u2069 · {n} يوم"),  # a bar is drawn from the right
        ("/settings language تعرض", "\u200f\u2068/settings language\u2069 تعرض"),
        (
            "اكتب <code>{example} /week</code> أو /help",
            "اكتب \u2068<code>{example} /week</code>\u2069 أو \u2068/help\u2069",
        ),
        ("عند @BotFather", "عند \u2068@BotFather\u2069"),
        ("تراجع", "تراجع"),
        ("", ""),
    ],
)
def test_what_is_written_from_the_left_stands_in_isolates(sentence: str, shown: str) -> None:
    assert from_the_right(sentence) == shown
    assert undirected(shown) == sentence


@pytest.mark.parametrize("tag", sorted(RIGHT_TO_LEFT))
def test_every_line_of_a_catalogue_begins_from_the_right(tag: str) -> None:
    for message in read(tag):
        strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        for line in (line for text in strings if message.id for line in from_the_right(text).split("\n") if line):
            outside = re.sub(f"{ISOLATE}.*?{END}|<[^>]*>", "", line)
            first = next((one for one in outside if unicodedata.bidirectional(one) in {"L", "R", "AL"}), "")
            assert first, line
            assert unicodedata.bidirectional(first) != "L", line


@pytest.mark.parametrize("tag", [ENGLISH, *sorted(RIGHT_TO_LEFT)])
def test_what_is_to_be_typed_holds_nothing_unseen(tag: str) -> None:
    voice = voice_of(tag)
    typed = [talk.paid(voice, "1500"), *re.findall("<code>(.*?)</code>", plan.usage_bill(voice))]

    assert not any(mark in text for text in typed for mark in (ISOLATE, END, FROM_THE_RIGHT))
