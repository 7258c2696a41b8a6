"""Questions that a look answers: nothing of them is recorded, and none has a number."""

from datetime import date

import pytest

from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.grammar import Asked, Scope, Stretch, asked_of, vocabulary_for
from budget.locales import locale_named
from budget.money import Money
from languages import SPOKEN
from words.looks import days_asked
from words.voice import voice_of

CATEGORIES = tuple(Category(n, one.key, one.name, one.keywords, 100) for n, one in enumerate(STARTERS, 1))
FUN, NEEDS, *_ = CATEGORIES
MONEY = Money(currency_named("USD"), locale_named("en_US"))
BILLS = frozenset({"rent", "car insurance"})


def asked(text: str, language: str = "en") -> Asked | None:
    scope = Scope(MONEY, CATEGORIES, date(2026, 11, 22), lambda _: None, vocabulary=vocabulary_for(language))
    return asked_of(text, scope, BILLS)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("how much is left?", Asked()),
        ("How much is left", Asked()),
        ("left?", Asked()),
        ("rent?", Asked("rent")),
        ("what did I spend?", Asked()),
        ("what's my budget?", Asked()),
        ("what did I spend on fun?", Asked(category=FUN)),
        ("how much is left for groceries", Asked(category=NEEDS)),
        ("anything left in predictable necessities?", Asked(category=NEEDS)),
        ("how much is left of my paycheck?", Asked(paycheck=True)),
        ("is rent paid?", Asked("rent")),
        ("did we pay the car insurance", Asked("car insurance")),
        ("is the car insurance due?", Asked("car insurance")),
    ],
)
def test_a_question_is_about_what_it_names(text: str, about: Asked) -> None:
    assert asked(text) == about


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("de", "wie viel ist noch übrig?", Asked()),
        ("de", "wie viel ist vom Gehalt übrig?", Asked(paycheck=True)),
        ("es", "cuánto queda", Asked()),
        ("fr", "combien reste-t-il ?", Asked()),
        ("it", "quanto resta?", Asked()),
        ("nl", "hoeveel is er nog over?", Asked()),
        ("pl", "ile zostało?", Asked()),
        ("pt-BR", "quanto sobrou?", Asked()),
        ("ru", "сколько осталось?", Asked()),
        ("uk", "скільки залишилось?", Asked()),
        ("ja", "残りはいくら？", Asked()),
        ("tr", "ne kadar kaldı?", Asked()),
        ("id", "sisa berapa?", Asked()),
        ("ar", "كم بقي؟", Asked()),
    ],
)
def test_each_language_asks_in_its_words(language: str, text: str, about: Asked) -> None:
    assert asked(text, language) == about


YESTERDAY = Asked(stretch=Stretch.DAY, day=date(2026, 11, 21))
NOVEMBER = Asked(stretch=Stretch.MONTH, day=date(2026, 11, 1))
OCTOBER = Asked(stretch=Stretch.MONTH, day=date(2026, 10, 1))


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "how much did I spend yesterday?", YESTERDAY),
        ("en", "how much did I spend today?", YESTERDAY._replace(day=date(2026, 11, 22))),
        ("en", "how much did I spend on monday?", YESTERDAY._replace(day=date(2026, 11, 16))),
        ("en", "how much did I spend on groceries this month?", NOVEMBER._replace(category=NEEDS, thing="groceries")),
        ("en", "what did i spend on coffee?", NOVEMBER._replace(category=FUN, thing="coffee")),
        ("en", "how much is left for coffee?", Asked(category=FUN)),
        ("en", "how much did I spend in october?", OCTOBER),
        ("en", "what did we spend in december?", NOVEMBER._replace(day=date(2025, 12, 1))),
        ("en", "how much may I spend?", Asked()),
        ("en", "how much is left until friday?", Asked()),
        ("en", "how much can we spend tomorrow?", Asked()),
        ("en", "what did I spend on fun last week?", Asked(category=FUN, stretch=Stretch.LAST_WEEK)),
        ("en", "what did I spend on fun since payday?", Asked(category=FUN, stretch=Stretch.PERIOD)),
        ("en", "how much did I spend this pay period?", Asked(paycheck=True)),
        ("en", "how much have i spent since i got paid", Asked(paycheck=True)),
        ("en", "how much did i spend on fun since we got paid", Asked(category=FUN, stretch=Stretch.PERIOD)),
        ("en", "how much is left after bills", Asked(paycheck=True)),
        ("en", "left after bills", Asked(paycheck=True)),
        ("en", "what's left after all the bills?", Asked(paycheck=True)),
        ("en", "how much money is left after the rent?", Asked(paycheck=True)),
        ("en", "where did my money go this month", NOVEMBER),
        ("en", "how much came in this month", NOVEMBER._replace(earned=True)),
        ("en", "how much came in?", NOVEMBER._replace(earned=True)),
        ("en", "will i make it to friday", None),
        ("en", "what did ann spend this month", NOVEMBER._replace(thing="ann", who=True)),
        ("en", "how much did ben pay", NOVEMBER._replace(thing="ben", who=True)),
        ("en", "how much did we all spend this month", NOVEMBER),
        ("en", "what did they spend this month", NOVEMBER),
        ("en", "how are we doing this month?", NOVEMBER),
        ("de", "wie viel habe ich gestern ausgegeben?", YESTERDAY),
        ("id", "berapa habis buat bioskop minggu ini?", Asked(thing="bioskop")),
        ("it", "quanto ho speso di cinema ieri?", YESTERDAY._replace(thing="cinema")),
        ("de", "wie viel habe ich diesen Monat ausgegeben?", NOVEMBER),
        ("es", "¿cuánto gasté ayer?", YESTERDAY),
        ("es", "cuánto gasté este mes", NOVEMBER),
        ("fr", "combien j'ai dépensé hier ?", YESTERDAY),
        ("fr", "combien j'ai dépensé ce mois-ci ?", NOVEMBER),
        ("it", "quanto ho speso ieri?", YESTERDAY),
        ("it", "quanto ho speso questo mese?", NOVEMBER),
        ("nl", "hoeveel heb ik gisteren uitgegeven?", YESTERDAY),
        ("nl", "hoeveel heb ik deze maand uitgegeven?", NOVEMBER),
        ("pl", "ile wydałem wczoraj?", YESTERDAY),
        ("pl", "ile wydałam w tym miesiącu?", NOVEMBER),
        ("pt-BR", "quanto gastei ontem?", YESTERDAY),
        ("pt-BR", "quanto gastei este mês?", NOVEMBER),
        ("ru", "сколько я потратил вчера?", YESTERDAY),
        ("ru", "сколько потратили в октябре?", OCTOBER),
        ("uk", "скільки я витратив вчора?", YESTERDAY),
        ("uk", "скільки витратили цього місяця?", NOVEMBER),
        ("ja", "昨日いくら使った？", YESTERDAY),
        ("ja", "今月いくら使った？", NOVEMBER),
        ("tr", "dün ne kadar harcadım?", YESTERDAY),
        ("tr", "dün ne kadar harcadım", YESTERDAY),
        ("id", "bulan ini habis berapa", NOVEMBER),
        ("en", "this month how much did we spend", NOVEMBER),
        ("tr", "bu ay ne kadar harcadım?", NOVEMBER),
        ("id", "kemarin habis berapa?", YESTERDAY),
        ("id", "bulan ini habis berapa?", NOVEMBER),
        ("ar", "كم صرفت أمس؟", YESTERDAY),
        ("ar", "كم صرفت هذا الشهر؟", NOVEMBER),
    ],
)
def test_the_days_that_a_question_is_about_are_read(language: str, text: str, about: Asked) -> None:
    assert asked(text, language) == about


@pytest.mark.parametrize(
    "text",
    [
        "how are you?",
        "how much is 40 euros?",
        "is 5 left?",
        "we left early",
        "fun",
        "when am I paid?",
        "fun or groceries?",
        "who?",
        "",
        "what is left of all the things that we once thought we would do together this year?",
    ],
)
def test_other_texts_are_about_nothing(text: str) -> None:
    assert asked(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "how much did I spend last month?"),
        ("fr", "combien ai-je dépensé le mois dernier ?"),
        ("fr", "combien ai-je dépensé le mois passé ?"),
        ("es", "cuánto gasté el mes pasado?"),
        ("pt-BR", "quanto gastei no mês passado?"),
        ("it", "quanto ho speso nel mese scorso?"),
    ],
)
def test_the_last_month_is_not_this_one(language: str, text: str) -> None:
    assert asked(text, language) == Asked(stretch=Stretch.MONTH, day=date(2026, 10, 1))


@pytest.mark.parametrize(
    "text",
    [
        "how much did we spend the month before last?",
        "what did I spend the week before last?",
        "how much next week?",
        "how much in the past month?",
        "how much the last few days?",
        "how much for two weeks?",
        "how much between 1 and 5 november?",
        "how much did I spend from monday to friday?",
        "how much did I spend in march 2027?",
        "how much did I spend in 2030?",
        "how much did I spend in the last 9999 days?",
        "how much did I spend in the last 900 months?",
        "how much did I spend since then?",
        "how much did I spend in march and april?",
    ],
)
def test_days_that_can_not_be_told_are_no_other_days(text: str) -> None:
    found = asked(text)
    assert found is not None
    assert found.stretch is Stretch.UNCLEAR


THIS_YEAR = Asked(stretch=Stretch.DAYS, day=date(2026, 1, 1), last=date(2026, 11, 22))
LAST_YEAR = Asked(stretch=Stretch.DAYS, day=date(2025, 1, 1), last=date(2025, 12, 31))
SEVEN_DAYS = THIS_YEAR._replace(day=date(2026, 11, 16))
WEEKEND = THIS_YEAR._replace(day=date(2026, 11, 21))
FIFTH = Asked(stretch=Stretch.DAY, day=date(2026, 11, 5))
THREE_DAYS_AGO = Asked(stretch=Stretch.DAY, day=date(2026, 11, 19))
NEXT_WEEK = Asked(stretch=Stretch.UNCLEAR)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            """
            how much this year? | how much did I spend last year | how much the last 7 days | how much since monday?
            how much did I spend this weekend? | how much on 5 november | how much 3 days ago? | how much next week
            how much in october? | how much did I spend on tacos?
            """,
        ),
        (
            "de",
            """
            wie viel dieses Jahr? | was habe ich letztes Jahr ausgegeben? | wie viel die letzten 7 Tage? | wie viel seit Montag?
            wie viel habe ich am Wochenende ausgegeben? | wie viel am 5. November? | wie viel vor 3 Tagen? | wie viel nächste Woche?
            wie viel im Oktober? | wie viel habe ich für Tacos ausgegeben?
            """,
        ),
        (
            "es",
            """
            cuánto este año | cuánto gasté el año pasado | cuánto he gastado en los últimos 7 días | cuánto desde el lunes
            cuánto gasté este finde | cuánto gasté el 5 de noviembre | cuánto gasté hace 3 días | cuánto la próxima semana
            cuánto en octubre | cuánto gasté en tacos
            """,
        ),
        (
            "fr",
            """
            combien cette année ? | combien l'année dernière ? | combien les 7 derniers jours ? | combien depuis lundi ?
            combien ce week-end ? | combien le 5 novembre ? | combien il y a 3 jours ? | combien la semaine prochaine ?
            combien en octobre ? | combien j'ai dépensé en tacos ?
            """,
        ),
        (
            "it",
            """
            quanto ho speso quest'anno? | quanto l'anno scorso? | quanto negli ultimi 7 giorni? | quanto da lunedì?
            quanto nel weekend? | quanto ho speso il 5 novembre? | quanto 3 giorni fa? | quanto la prossima settimana?
            quanto a ottobre? | quanto ho speso in tacos?
            """,
        ),
        (
            "nl",
            """
            hoeveel dit jaar? | hoeveel vorig jaar? | hoeveel de laatste 7 dagen? | hoeveel sinds maandag?
            hoeveel dit weekend? | hoeveel op 5 november? | hoeveel 3 dagen geleden? | hoeveel volgende week?
            hoeveel in oktober? | hoeveel heb ik aan tacos uitgegeven?
            """,
        ),
        (
            "pl",
            """
            ile w tym roku? | ile w zeszłym roku? | ile przez ostatnie 7 dni? | ile od poniedziałku?
            ile wydałem w ten weekend? | ile wydałem 5 listopada? | ile 3 dni temu? | ile w przyszłym tygodniu?
            ile w październiku? | ile wydałem na tacos?
            """,
        ),
        (
            "pt-BR",
            """
            quanto este ano? | quanto gastei no ano passado? | quanto nos últimos 7 dias? | quanto desde segunda?
            quanto gastei nesse fds? | quanto em 5 de novembro? | quanto há 3 dias? | quanto na próxima semana?
            quanto em outubro? | quanto gastei com tacos?
            """,
        ),
        (
            "ru",
            """
            сколько в этом году? | сколько в прошлом году? | сколько я потратил за последние 7 дней? | сколько с понедельника?
            сколько потратили на выходных? | сколько 5 ноября? | сколько 3 дня назад? | сколько на следующей неделе?
            сколько в октябре? | сколько я потратил на tacos?
            """,
        ),
        (
            "uk",
            """
            скільки цього року? | скільки минулого року? | скільки я витратив за останні 7 днів? | скільки з понеділка?
            скільки на вихідних? | скільки 5 листопада? | скільки 3 дні тому? | скільки наступного тижня?
            скільки в жовтні? | скільки я витратив на tacos?
            """,
        ),
        (
            "ja",
            """
            今年いくら使った？ | 去年いくら使った？ | 過去7日間でいくら使った？ | 月曜からいくら使った？
            週末いくら使った？ | 11月5日にいくら使った？ | 3日前いくら使った？ | 来週いくら？
            10月いくら使った？ |
            """,
        ),
        (
            "tr",
            """
            bu yıl ne kadar harcadım? | geçen yıl ne kadar harcadım? | son 7 günde ne kadar harcadım? | pazartesiden beri ne kadar?
            hafta sonu ne kadar harcadım? | 5 kasımda ne kadar harcadım? | 3 gün önce ne kadar harcadım? | gelecek hafta ne kadar?
            ekim ne kadar? |
            """,
        ),
        (
            "id",
            """
            tahun ini habis berapa? | tahun lalu habis berapa? | 7 hari terakhir habis berapa? | sejak senin habis berapa?
            weekend ini habis berapa? | 5 november habis berapa? | 3 hari lalu habis berapa? | minggu depan berapa?
            oktober habis berapa? | habis berapa untuk tacos?
            """,
        ),
        (
            "ar",
            """
            كم صرفت هذه السنة؟ | كم صرفت السنة الماضية؟ | كم صرفت آخر 7 أيام؟ | كم صرفت منذ الاثنين؟
             | كم صرفت 5 نوفمبر؟ | كم صرفت قبل 3 أيام؟ | كم الأسبوع القادم؟
            كم في أكتوبر؟ | كم صرفت على tacos؟
            """,
        ),
    ],
)
def test_each_language_names_days_and_things(language: str, texts: str) -> None:
    meant = [THIS_YEAR, LAST_YEAR, SEVEN_DAYS, SEVEN_DAYS, WEEKEND, FIFTH, THREE_DAYS_AGO, NEXT_WEEK, OCTOBER]
    said = [one.strip() for row in texts.strip().splitlines() for one in row.split("|")]
    about = [asked(one, language) for one in said if one]
    assert [one and one._replace(thing=one.thing.lower()) for one in about] == [
        one for one, text in zip([*meant, NOVEMBER._replace(thing="tacos")], said, strict=True) if text
    ]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("how much did I spend the last two weeks?", THIS_YEAR._replace(day=date(2026, 11, 9))),
        ("how much over the last three months?", THIS_YEAR._replace(day=date(2026, 8, 23))),
        ("how much since 1 october?", THIS_YEAR._replace(day=date(2026, 10, 1))),
        ("how much since october?", THIS_YEAR._replace(day=date(2026, 10, 1))),
        ("how much did I spend in 2025", LAST_YEAR),
        ("how much did I spend in november 2025?", NOVEMBER._replace(day=date(2025, 11, 1))),
        ("how much did I spend last weekend?", LAST_YEAR._replace(day=date(2026, 11, 14), last=date(2026, 11, 15))),
        ("how much did I spend on fun in the last 30 days", THIS_YEAR._replace(category=FUN, day=date(2026, 10, 24))),
        ("how much did I spend in total?", Asked()),
        ("how much did I spend this week?", Asked()),
        ("how much did I spend on everything?", Asked()),
        ("how much can I spend a day?", Asked()),
        ("what did I spend on new shoes last month?", OCTOBER._replace(thing="new shoes")),
        ("how much on rent?", NOVEMBER._replace(bill="rent")),
        ("what did I spend on the rent in october?", OCTOBER._replace(bill="rent")),
        ("how much did I spend on rent this year?", THIS_YEAR._replace(bill="rent")),
        ("how much is rent?", Asked("rent")),
    ],
)
def test_days_are_read_as_they_are_said(text: str, about: Asked) -> None:
    assert asked(text) == about


@pytest.mark.parametrize(
    "text",
    [
        "how much is a taco on friday?",
        "how much is 1 taco?",
        "how much the 7 last last days?",
        "who spent 5 yesterday?",
    ],
)
def test_what_is_no_question_about_days_is_none(text: str) -> None:
    assert asked(text) is None


@pytest.mark.parametrize("language", SPOKEN)
def test_the_example_of_a_question_is_read(language: str) -> None:
    assert asked(days_asked(voice_of(language)), language) == OCTOBER


EARNED_THIS_YEAR = THIS_YEAR._replace(earned=True)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            """
            show me october | spending in october | october | october? | show me my spending in october | what did I earn this year?
            what do I spend most on? | over christmas | how much did I spend over easter?
            """,
        ),
        (
            "de",
            """
            zeig mir oktober | Ausgaben im Oktober | Oktober | im Oktober? | zeig meine Ausgaben im Oktober
            wie viel habe ich dieses Jahr verdient? | wofür gebe ich am meisten aus? | über Weihnachten
            wie viel habe ich an Ostern ausgegeben?
            """,
        ),
        (
            "es",
            """
            muéstrame octubre | gastos de octubre | octubre | ¿octubre? | muéstrame mis gastos en octubre | ¿cuánto gané este año?
            ¿en qué gasto más? | en navidad | ¿cuánto gasté en semana santa?
            """,
        ),
        (
            "fr",
            """
            montre-moi octobre | dépenses d'octobre | octobre | octobre ? | montre mes dépenses en octobre
            combien ai-je gagné cette année ? | où est-ce que je dépense le plus ? | à noël | combien j'ai dépensé à pâques ?
            """,
        ),
        (
            "it",
            """
            mostrami ottobre | spese di ottobre | ottobre | ottobre? | mostrami le mie spese di ottobre
            quanto ho guadagnato quest'anno? | per cosa spendo di più? | a natale | quanto ho speso a pasqua?
            """,
        ),
        (
            "nl",
            """
            laat oktober zien | uitgaven in oktober | oktober | oktober? | toon mijn uitgaven in oktober
            hoeveel heb ik dit jaar verdiend? | waar geef ik het meeste aan uit? | met kerst
            hoeveel heb ik met pasen uitgegeven?
            """,
        ),
        (
            "pl",
            """
            pokaż październik | wydatki w październiku | październik | październik? | pokaż moje wydatki w październiku
            ile zarobiłem w tym roku? | na co wydaję najwięcej? | w święta bożego narodzenia | ile wydałem na wielkanoc?
            """,
        ),
        (
            "pt-BR",
            """
            mostra outubro | gastos de outubro | outubro | outubro? | mostra meus gastos em outubro | quanto ganhei este ano?
            com o que eu gasto mais? | no natal | quanto gastei na páscoa?
            """,
        ),
        (
            "ru",
            """
            покажи октябрь | расходы за октябрь | октябрь | октябрь? | покажи мои траты в октябре
            сколько я заработал в этом году? | на что я трачу больше всего? | | сколько потратили на пасху?
            """,
        ),
        (
            "uk",
            """
            покажи жовтень | витрати за жовтень | жовтень | жовтень? | покажи мої витрати в жовтні
            скільки я заробив цього року? | на що я витрачаю найбільше? | | скільки витратили на великдень?
            """,
        ),
        (
            "ja",
            """
            10月を見せて | 10月の支出 | 10月 | 10月？ | 10月の支出を見せて | 今年いくら稼いだ？
            何に一番使ってる？ | クリスマス | お正月にいくら使った？
            """,
        ),
        (
            "tr",
            """
            ekimi göster | ekim harcamaları | ekim | ekim? | ekim harcamalarımı göster | bu yıl ne kadar kazandım?
            en çok neye harcıyorum? | noelde | bayramda ne kadar harcadım?
            """,
        ),
        (
            "id",
            """
            lihat oktober | pengeluaran oktober | oktober | oktober? | lihat pengeluaran saya oktober
            berapa penghasilan tahun ini? | paling banyak habis buat apa? | natal | lebaran habis berapa?
            """,
        ),
        (
            "ar",
            """
            أرني أكتوبر | مصاريف أكتوبر | أكتوبر | أكتوبر؟ | أرني مصاريفي في أكتوبر | كم كسبت هذه السنة؟
            على ماذا أصرف أكثر؟ | في الكريسماس | كم صرفت في العيد؟
            """,
        ),
    ],
)
def test_each_language_asks_to_see_days_without_a_question(language: str, texts: str) -> None:
    said = [one.strip() for row in texts.strip().splitlines() for one in row.split("|")]
    christmas = Asked(stretch=Stretch.DAYS, day=date(2025, 12, 24), last=date(2025, 12, 26))
    meant = [*[OCTOBER] * 5, EARNED_THIS_YEAR, NOVEMBER, christmas, Asked(stretch=Stretch.UNCLEAR)]
    read = {text: asked(text, language) for text in said if text}
    assert read == {text: about for text, about in zip(said, meant, strict=True) if text}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("last month", OCTOBER),
        ("spending since payday", Asked(paycheck=True)),
        ("show me last month", OCTOBER),
        ("show me last month please", OCTOBER),
        ("last month?", OCTOBER),
        ("this year", THIS_YEAR),
        ("yesterday?", YESTERDAY),
        ("spending yesterday", YESTERDAY),
        ("expenses on 5 november", FIFTH),
        ("spending in 2025", LAST_YEAR),
        ("fun in october", OCTOBER._replace(category=FUN)),
        ("show fun", Asked(category=FUN)),
        ("fun left", Asked(category=FUN)),
        ("left in fun", Asked(category=FUN)),
        ("coffee total", Asked(category=FUN)),
        ("find tacos", None),
        ("show me fun last month", OCTOBER._replace(category=FUN)),
        ("show me my spending", Asked()),
        ("expenses", Asked()),
        ("spending next week", NEXT_WEEK),
        ("how much do I earn?", NOVEMBER._replace(earned=True)),
        ("how much did I get paid last month?", OCTOBER._replace(earned=True)),
        ("what was my income in october", OCTOBER._replace(earned=True)),
        ("income this year?", EARNED_THIS_YEAR),
        ("what did I earn next week?", NEXT_WEEK._replace(earned=True)),
        ("what did I earn this pay period?", Asked(stretch=Stretch.PERIOD, earned=True)),
        ("what did I earn this week?", Asked(earned=True)),
        ("what did I spend most on last month?", OCTOBER),
        ("is rent paid this month?", Asked("rent")),
        ("how much is left of my salary?", Asked(paycheck=True)),
    ],
)
def test_days_alone_and_what_came_in_are_asked_for(text: str, about: Asked) -> None:
    assert asked(text) == about


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "friday",
        "next week",
        "tacos friday",
        "lunch last month",
        "show me the door",
        "12 october 5",
        "show",
    ],
)
def test_a_text_that_may_lack_its_amount_is_no_question(text: str) -> None:
    assert asked(text) is None


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("tr", "tacoya ne kadar harcadım?", NOVEMBER._replace(thing="taco")),
        ("tr", "tacoya ne kadar harcadım", NOVEMBER._replace(thing="taco")),
        ("tr", "tacoya kaç para gitti", NOVEMBER._replace(thing="taco")),
        ("id", "bulan ini berapa buat bakso", NOVEMBER._replace(thing="bakso")),
        ("id", "habis berapa di Indomaret bulan ini", NOVEMBER._replace(thing="Indomaret")),
        ("pl", "ile wydałem w Lidlu w tym miesiącu", NOVEMBER._replace(thing="Lidlu")),
        ("ru", "сколько я потратил в Ашане за месяц", NOVEMBER._replace(thing="Ашане")),
        ("uk", "скільки я витратив в АТБ за місяць", NOVEMBER._replace(thing="АТБ")),
        ("ar", "كم صرفت في كارفور هذا الشهر", NOVEMBER._replace(thing="كارفور")),
        ("it", "quanto ho speso al supermercato questo mese", NOVEMBER._replace(thing="supermercato")),
        ("de", "wie viel hab ich beim Bäcker ausgegeben", NOVEMBER._replace(thing="Bäcker")),
        ("ja", "先月タコスにいくら使った", OCTOBER._replace(thing="タコス")),
        ("tr", "tacoya ne kadar?", NOVEMBER._replace(thing="taco")),
        ("tr", "geçen ay kahveciye ne kadar harcadım?", OCTOBER._replace(thing="kahveci")),
        ("tr", "Migros'a ne kadar harcadım?", NOVEMBER._replace(thing="Migros")),
        ("tr", "bu ay toplam ne kadar harcadım?", NOVEMBER),
        ("ja", "タコスにいくら使った？", NOVEMBER._replace(thing="タコス")),
        ("ja", "先月タコスにいくら使った？", OCTOBER._replace(thing="タコス")),
        ("ja", "イオンで今月いくら使った？", NOVEMBER._replace(thing="イオン")),
        ("ja", "全部でいくら使った？", Asked()),
    ],
)
def test_a_thing_is_named_by_what_stands_behind_it(language: str, text: str, about: Asked) -> None:
    assert asked(text, language) == about
