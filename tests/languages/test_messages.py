"""Each catalogue is whole: every sentence, with its fields, tags and commands, in all the plural forms of CLDR, and compiled."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

from languages import ENGLISH, SPOKEN, messages_of
from tests.chat import chat
from tests.languages.catalogues import compiled, problems, read, said
from words.voice import voice_of

TAGS = [tag for tag in SPOKEN if tag != ENGLISH]


def test_no_sentence_is_said_both_alone_and_of_a_number() -> None:
    firsts = [one[0] for one in said() if isinstance(one, tuple)]

    assert len(firsts) == len(set(firsts)), "gettext knows a pair by its first sentence alone"
    assert not {one for one in said() if isinstance(one, str)} & set(firsts)


@pytest.mark.parametrize("tag", TAGS)
def test_a_catalogue_has_every_sentence_and_no_other(tag: str) -> None:
    held = {message.id if isinstance(message.id, str) else tuple(message.id) for message in read(tag) if message.id}

    assert held == set(said()), "make messages"


@pytest.mark.parametrize("tag", TAGS)
def test_every_sentence_is_translated_with_its_fields_and_tags(tag: str) -> None:
    wrong = {str(message.id): list(problems(message)) for message in read(tag) if message.id}

    assert {sentence: found for sentence, found in wrong.items() if found} == {}


@pytest.mark.parametrize("tag", TAGS)
def test_numbers_of_things_have_the_forms_of_cldr(tag: str) -> None:
    catalogue = read(tag)

    assert catalogue.num_plurals == Catalog(locale=tag.replace("-", "_")).num_plurals
    for message in catalogue:
        if isinstance(message.id, tuple | list):
            assert len(message.string or ()) == catalogue.num_plurals


@pytest.mark.parametrize("tag", TAGS)
def test_the_compiled_catalogue_is_of_the_written_one(tag: str) -> None:
    assert messages_of(tag).read_bytes() == compiled(read(tag)), "make messages"


@pytest.mark.parametrize("tag", SPOKEN)
def test_a_field_with_a_full_stop_ends_its_sentence(tag: str) -> None:
    voice = voice_of(tag)
    for sentence in said():
        one = sentence if isinstance(sentence, str) else sentence[0]
        fields = {name for _, name, _, _ in Formatter().parse(one) if name is not None} - {"n"}
        filled = dict.fromkeys(fields, "10. Dez.")
        told = (
            voice.say(one, **filled, n=3) if isinstance(sentence, str) else voice.count(one, sentence[1], 3, **filled)
        )
        assert ".." not in told, one

    assert voice_of("de").say("“{word}”", word="hm..") == "„hm..“"


LINE_OPENERS = frozenset(
    {"{amount} left", "{amount} over", "Nothing left", "{amount} more than came in", "{spent} spent · {name}"}
)
"""Sentences that always open a line, of the chat, the page or its picture, beside those that begin in bold."""


@pytest.mark.parametrize("tag", TAGS)
def test_what_opens_a_line_begins_with_a_capital(tag: str) -> None:
    """German receipts said `Noch 45,80 €` and its weeks `noch 91,70 €`."""
    first = ((one, one.id if isinstance(one.id, str) else one.id[0]) for one in read(tag))
    openers = [one for one, said in first if said in LINE_OPENERS or said.startswith("<b>")]
    forms = (one.string or "" for one in openers)
    said = [text for form in forms for text in ([form] if isinstance(form, str) else form)]
    small = [text for text in said if text.removeprefix("<b>")[:1].islower()]

    assert len(said) > 20
    assert small == []


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_to_be_typed_is_typed_in_the_language(tag: str) -> None:
    english = re.compile(r"\b(every|weeks|weekends|once|before|yesterday|friday|monday)\b")
    typed = [
        example
        for message in read(tag)
        for said in ([message.string] if isinstance(message.string, str) else message.string or ())
        for example in re.findall(r"<code>(.*?)</code>", said)
    ]

    assert [example for example in typed if english.search(example)] == []


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("pt-BR", "uma vez em 24/12"),
        ("tr", "bir kez 24.12."),
        ("ja", "一回 12/24"),
        ("ru", "разово 24 дек"),
        ("uk", "одноразово 24 груд"),
        ("pl", "jednorazowo 24 gru"),
    ],
)
def test_a_bill_that_comes_once_is_read_as_its_example_says(tag: str, said: str, tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say(f"/settings language {tag}")
        say(f"/settings numbers {tag}")
        say(f"/bill ABC 90 {said}")

        assert "24" in say("/bills all")


@pytest.mark.parametrize(
    ("tag", "numbers", "amounts"), [("de", "german", "0,50, 5000."), ("pt-BR", "brazil", "0,50, 5000.")]
)
def test_examples_of_amounts_are_written_as_the_budget_writes_them(
    tag: str, numbers: str, amounts: str, tmp_path: Path
) -> None:
    with chat(tmp_path) as say:
        say(f"/settings language {tag}")
        say(f"/settings numbers {numbers}")

        assert say({"de": "20 Milliarden Kino", "pt-BR": "20 bilhões cinema"}[tag]).endswith(amounts)
