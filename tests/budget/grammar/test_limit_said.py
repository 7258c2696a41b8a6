"""A weekly limit that is set in words; product page reading, sections 5.6 and 5.8: it is no entry."""

import pytest

from budget.grammar.limit_said import limit_said
from tests.chat import Say
from tests.languages.test_commands import budget_in


def said(text: str, language: str) -> str | None:
    budget = budget_in(language)
    return limit_said(text, language, budget.money, budget.category_called)


@pytest.mark.parametrize(
    ("language", "text", "command"),
    [
        ("en", "set the fun limit to 80 a week", "/limits Fun 80"),
        ("en", "weekly limit for fun $80.50", "/limits Fun $80.50"),
        ("en", "fun budget 80", "/limits Fun 80"),
        ("en", "change my fun limit to 80 please", "/limits Fun 80"),
        ("en", "raise the fun limit to 200", "/limits Fun 200"),
        ("en", "lower fun budget to 20", "/limits Fun 20"),
        ("en", "set fun to 80 a week", "/limits Fun 80"),
        ("en", "keep fun at 80 per week", "/limits Fun 80"),
        ("de", "setze Spaß auf 80 pro Woche", "/limits Spaß 80"),
        ("pl", "podnieś przyjemności do 80", "/limits Przyjemności 80"),
        ("ja", "楽しみを20000に上げて", "/limits 楽しみ 20000"),
        ("de", "setz das Limit für Spaß auf 80", "/limits Spaß 80"),
        ("de", "Spaßlimit 80 Euro", "/limits Spaß 80 Euro"),
        ("de", "Wochenlimit für fixe Ausgaben auf 120 setzen", "/limits Fixe Ausgaben 120"),
        ("es", "pon el límite de ocio en 80 a la semana", "/limits Ocio 80"),
        ("fr", "mets la limite des loisirs à 1 200 par semaine", "/limits Loisirs 1 200"),
        ("it", "metti il limite dello svago a 80 a settimana", "/limits Svago 80"),
        ("nl", "zet de weeklimiet van leuke dingen op 80", "/limits Leuke dingen 80"),
        ("pl", "ustaw limit na przyjemności 300 zł tygodniowo", "/limits Przyjemności 300 zł"),
        ("pt-BR", "coloca o limite de lazer em 200 por semana", "/limits Lazer 200"),
        ("ru", "поставь лимит развлечений 3000 в неделю", "/limits Развлечения 3000"),
        ("ru", "лимит на развлечения 3 тыс", "/limits Развлечения 3 тыс"),
        ("uk", "постав ліміт розваг 1000 на тиждень", "/limits Розваги 1000"),
        ("ja", "楽しみの上限を週5000円にして", "/limits 楽しみ 5000円"),
        ("ja", "楽しみの予算5千円", "/limits 楽しみ 5000円"),
        ("tr", "keyif limitini haftalık 1.000'e çıkar", "/limits Keyif 1.000"),
        ("id", "set limit hiburan 300rb seminggu", "/limits Hiburan 300 rb"),
        ("ar", "خلي حد الترفيه 500 في الاسبوع", "/limits ترفيه 500"),
        ("en", "raise fun to 200", "/limits Fun 200"),
        ("en", "set fun to 80", "/limits Fun 80"),
        ("en", "make fun 80 a week", "/limits Fun 80"),
        ("en", "make fun 80", "/limits Fun 80"),
        ("en", "fun 80 a week", "/limits Fun 80"),
        ("en", "weekly fun 80", "/limits Fun 80"),
        ("en", "cap fun at 60", "/limits Fun 60"),
        ("en", "drop other to 50", "/limits Other 50"),
        ("en", "max 60 for fun", "/limits Fun 60"),
        ("en", "at most 60 on fun", "/limits Fun 60"),
        ("en", "i want to spend at most 60 on fun", "/limits Fun 60"),
        ("en", "spend no more than 60 a week on fun", "/limits Fun 60"),
        ("de", "Spaß auf 80 setzen", "/limits Spaß 80"),
        ("de", "erhöhe Spaß auf 100", "/limits Spaß 100"),
        ("de", "höchstens 60 für Spaß", "/limits Spaß 60"),
        ("de", "Spaß 80 pro Woche", "/limits Spaß 80"),
        ("es", "sube ocio a 80", "/limits Ocio 80"),
        ("es", "como máximo 60 en ocio", "/limits Ocio 60"),
        ("es", "ocio 80 a la semana", "/limits Ocio 80"),
        ("fr", "passe loisirs à 80", "/limits Loisirs 80"),
        ("fr", "max 60 pour loisirs", "/limits Loisirs 60"),
        ("fr", "loisirs 80 par semaine", "/limits Loisirs 80"),
        ("it", "porta svago a 80", "/limits Svago 80"),
        ("it", "al massimo 60 per svago", "/limits Svago 60"),
        ("nl", "verhoog leuke dingen naar 80", "/limits Leuke dingen 80"),
        ("nl", "maximaal 60 voor leuke dingen", "/limits Leuke dingen 60"),
        ("pl", "zmień przyjemności na 80", "/limits Przyjemności 80"),
        ("pl", "maks 60 na przyjemności", "/limits Przyjemności 60"),
        ("pl", "przyjemności 80 tygodniowo", "/limits Przyjemności 80"),
        ("pt-BR", "muda lazer pra 80", "/limits Lazer 80"),
        ("pt-BR", "no máximo 60 em lazer", "/limits Lazer 60"),
        ("pt-BR", "lazer 80 por semana", "/limits Lazer 80"),
        ("ru", "подними развлечения до 8000", "/limits Развлечения 8000"),
        ("ru", "максимум 3000 на развлечения", "/limits Развлечения 3000"),
        ("ru", "развлечения 3000 в неделю", "/limits Развлечения 3000"),
        ("uk", "зміни розваги на 800", "/limits Розваги 800"),
        ("uk", "не більше 300 на розваги", "/limits Розваги 300"),
        ("ja", "楽しみを8000円にして", "/limits 楽しみ 8000円"),
        ("tr", "keyif en fazla 80", "/limits Keyif 80"),
        ("tr", "keyif'i 80'e çıkar", "/limits Keyif 80"),
        ("id", "ubah hiburan jadi 300rb", "/limits Hiburan 300 rb"),
        ("id", "maksimal 300rb untuk hiburan", "/limits Hiburan 300 rb"),
        ("id", "hiburan 300rb seminggu", "/limits Hiburan 300 rb"),
        ("ar", "خلي الترفيه 500", "/limits ترفيه 500"),
        ("ar", "ترفيه 500 في الأسبوع", "/limits ترفيه 500"),
        ("ar", "بحد أقصى 500 على الترفيه", "/limits ترفيه 500"),
        # anything else beside it
        ("en", "max 60 fun", None),
        ("en", "cut 30 fun", None),
        ("en", "set 80 fun", None),
        ("en", "raise fun 20", None),
        ("en", "lower fun by 20", None),
        ("en", "gym 45 a week", None),
        ("en", "fun 80 this week", None),
        ("de", "erhöhe Spaß um 20", None),
        ("fr", "augmente loisirs de 20", None),
        ("pl", "zwiększ przyjemności o 20", None),
        ("en", "raise the fun limit by 20", None),
        ("en", "raise fun limit 20", None),
        ("en", "set gas to 44 a week", None),
        ("en", "fun limit 80 this week", None),
        ("en", "fun limit 80 or 90", None),
        ("en", "fun limit 80 for 2 weeks", None),
        ("en", "limit movies 80", None),  # a keyword: the limit is that of its category
        ("en", "limit 80", None),
        ("en", "fun limit", None),
        ("en", "fun limit twenty", None),
        ("en", "fun limit 5pm", None),
        ("en", "80 fun", None),
        ("en", "fun limit 80" + " " * 80, None),
        ("en", "fun limit\n80", None),
        ("de", "Tempolimit 80", None),
        ("de", "-limit 80", None),
    ],
)
def test_a_limit_is_set_in_words(language: str, text: str, command: str | None) -> None:
    assert said(text, language) == command


def test_what_names_a_category_by_another_word_is_not_its_name() -> None:
    called = budget_in("ru").category_called
    assert [called(text) for text in ("развлечения", "развлечений", "кино", "развлечения и отдых", "")] == [
        "Развлечения",
        "Развлечения",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("set the fun limit to 80 a week", "Fun: $80 a week from now on."),
        ("raise the fun limit by 20", "Did you spend $20.00 in “raise the fun limit by 20”?"),
        ("the predictable necessities limit went up 20", "Did you spend $20.00 in"),
    ],
)
def test_a_limit_in_words_is_no_entry(say: Say, text: str, reply: str) -> None:
    assert reply in say(text)
    assert say.sums().endswith("Total: $0.00")


@pytest.mark.parametrize("text", ["fun 80 a week", "12.50 tacos\nfun 80 a week", "at most 60 on fun"])
def test_a_limit_is_asked_about_where_no_command_is_done(say: Say, text: str) -> None:
    say.group = True
    assert "$80.00 a week" not in say(text)
    assert say("/limits fun").startswith("Fun: $150 a week.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "set cinema to 60"),
        ("en", "at most 60 for beer"),
        ("de", "höchstens 60 für Bier"),
        ("fr", "60 maximum pour bière"),
        ("es", "pon cerveza en 60"),
        ("it", "metti birra a 60"),
        ("nl", "zet plezier op 60"),
        ("pl", "najwyżej 60 na rozrywkę"),
        ("pt-BR", "coloca cerveja em 60"),
        ("ru", "поставь пиво на 60"),
        ("uk", "постав пиво на 60"),
        ("tr", "birayı 60 yap"),
        ("tr", "120 olsun"),
        ("ja", "950に上げて"),
        ("ja", "ビールを20000に減らして"),
        ("id", "atur bir jadi 60"),
        ("ja", "ビールを6000にして"),
        ("ar", "بحد أقصى 60 للقهوة"),
        ("en", "correct coffee to 60"),
        ("de", "korrigiere Kaffee auf 60"),
        ("fr", "modifie le café à 60"),
        ("es", "corrige café a 60"),
        ("it", "modifica caffè a 60"),
        ("nl", "pas koffie aan naar 60"),
        ("pl", "popraw kawę na 60"),
        ("pt-BR", "altera café para 60"),
        ("ru", "исправь кофе на 60"),
        ("uk", "виправ каву на 60"),
        ("tr", "kahveyi 60 olarak düzelt"),
        ("id", "ganti kopi jadi 60"),
        ("ar", "صحح القهوة 60"),
        ("ja", "コーヒーを600円に修正"),
    ],
)
def test_an_amount_that_something_is_set_to_is_not_spent(say: Say, language: str, text: str) -> None:
    say(f"/settings language {language}")
    assert not say(text).startswith("✓")
    assert say.buttons


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "ganti oli 60"),
        ("id", "perbaiki motor 60"),
        ("nl", "pas foto 60"),
        ("it", "modifica gonna 60"),
        ("tr", "tamir düzeltme 60"),
        ("en", "fix bike 60"),
    ],
)
def test_what_is_changed_or_mended_may_be_paid_for(say: Say, language: str, text: str) -> None:
    say(f"/settings language {language}")
    assert say(text).startswith("✓")


def test_in_japanese_a_limit_with_other_words_asks(say: Say) -> None:
    say("/settings language ja")
    assert "映画の予算を3000円に設定して" in say("映画の予算を3000円に設定して")
    assert say.sums().endswith("$0.00")
