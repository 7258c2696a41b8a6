"""Which command a message is about that asks for none, in every language."""

import pytest

from budget.grammar.pointing import pointed
from languages import SPOKEN

ABOUT = {
    "en": {
        "settings currency": "change my currency to euro",
        "settings zone": "I moved, change the time zone",
        "settings language": "which language is this",
        "settings week": "start my week on monday",
        "categories rename": "rename other to misc",
        "categories": "I want a new category pets",
        "limits": "raise the limits of fun",
        "limits carry": "carry over fun",
        "bill skip": "skip rent this month",
        "bill": "delete the netflix bill",
        "bills": "show me all bills",
        "share": "share this with my wife",
        "export": "I want to export everything",
        "invite": "how do I invite my husband",
        "remind": "remind me in the evening",
        "digest": "send a weekly digest",
    },
    "de": {
        "settings currency": "ich will die Währung ändern",
        "settings zone": "meine Zeitzone stimmt nicht",
        "settings week": "Woche ab Montag",
        "categories rename": "sonstiges umbenennen",
        "categories": "eine Kategorie für Tiere",
        "limits": "das Limit für Spaß erhöhen",
        "share": "mit meiner Frau teilen",
        "bills": "welche Rechnungen gibt es",
    },
    "es": {
        "settings currency": "quiero cambiar la moneda",
        "categories": "una categoría para el perro",
        "limits": "subir el límite de ocio",
        "share": "compartir con mi mujer",
    },
    "fr": {
        "settings currency": "changer la devise",
        "categories": "une catégorie pour le chien",
        "limits": "augmenter le plafond",
        "share": "partager avec ma femme",
    },
    "it": {
        "settings currency": "voglio la valuta in dollari",
        "categories": "una categoria per il cane",
        "share": "condividi con mia moglie",
    },
    "nl": {
        "settings currency": "andere valuta graag",
        "categories": "een categorie voor de hond",
        "share": "delen met mijn vrouw",
    },
    "pl": {"settings currency": "zła waluta", "categories": "nowa kategoria dla psa", "share": "udostępnij żonie"},
    "pt-BR": {
        "settings currency": "mudar a moeda",
        "categories": "uma categoria para o cachorro",
        "share": "compartilhar com minha esposa",
    },
    "ru": {
        "settings currency": "не та валюта",
        "categories": "нужна категория для собаки",
        "share": "поделиться с женой",
    },
    "uk": {
        "settings currency": "не та валюта",
        "categories": "потрібна категорія для собаки",
        "share": "поділитися з дружиною",
    },
    "ja": {
        "settings currency": "通貨を変えたい",
        "categories": "ペットのカテゴリを作りたい",
        "share": "妻と共有したい",
    },
    "tr": {"settings currency": "para birimi yanlış", "categories": "köpek için kategori", "share": "eşimle paylaş"},
    "id": {"settings currency": "ganti mata uang", "categories": "kategori untuk anjing", "share": "bagikan ke istri"},
    "ar": {"settings currency": "اريد تغيير العملة", "categories": "اريد فئات للكلب", "share": "مشاركة مع زوجتي"},
}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_word_tells_which_command_is_meant(language: str) -> None:
    said = {text: pointed(text, language) for text in ABOUT[language].values()}

    assert {text: " ".join(filter(None, one or ())) for text, one in said.items()} == {
        text: command for command, text in ABOUT[language].items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "thanks",
        "give me more fun money",
        "lost my card",
        "close the door",
        "lunch with ann",
        "/share",
        "",
        "x" * 99,
    ],
)
def test_other_messages_are_about_no_command(text: str) -> None:
    assert pointed(text, "en") is None


def test_what_was_paid_is_about_no_payday() -> None:
    assert pointed("loyer payé", "fr") is None
    assert pointed("la paye du mois", "fr") == ("payday", "")
