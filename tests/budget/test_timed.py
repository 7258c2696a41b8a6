"""Commands with a time or days and without a slash."""

from dataclasses import replace

import pytest

from budget.grammar import vocabulary_for
from budget.timed import timed_message
from tests.budget.grammar.judge import scope_of
from tests.chat import Say

BUDGETS = {"en": "us", "de": "de", "fr": "fr", "ja": "jp", "pt-BR": "br", "es": "es", "it": "it", "pl": "pl"}


@pytest.mark.parametrize(
    ("language", "text", "command"),
    [
        ("en", "remind me at 21:00", "/remind 21:00"),
        ("en", "remind me every day at 9 pm", "/remind 9 pm"),
        ("en", "reminder 9pm", "/remind 9 pm"),
        ("en", "set a reminder for 8pm", "/remind 8 pm"),
        ("en", "remind me every evening at 8", "/remind 8 pm"),
        ("en", "remind me at 8 in the evening", "/remind 8 pm"),
        (
            "en",
            "my payday is the last friday of the month",
            "/payday the last friday of the month",
        ),  # which says why not
        ("en", "remind me at 3 am", None),  # at night nothing is said
        ("en", "remind me to pay rent at 9", None),
        ("en", "remind me", None),
        ("en", "digest monday 8am", "/digest monday 8 am"),
        ("en", "digest 12", None),
        ("de", "Erinnerung täglich um 21 Uhr", "/remind 21"),
        ("de", "erinnere mich um 21 Uhr abends", "/remind 21"),
        ("es", "recuérdame a las 9 de la noche", "/remind 9 pm"),
        ("es", "recuérdame pagar la luz 50", None),
        ("fr", "rappelle-moi à 21h", "/remind 21"),
        ("it", "ricordami alle 9 di sera", "/remind 9 pm"),
        ("nl", "herinner me om 9 uur 's avonds", "/remind 9 pm"),
        ("pl", "przypomnij mi o 21", "/remind 21"),
        ("pt-BR", "me lembra todo dia às 9 da noite", "/remind 9 pm"),
        ("pt-BR", "me lembra de pagar 90", None),
        ("ru", "напомни в 9 вечера", "/remind 9 pm"),
        ("uk", "нагадай о 9 вечора", "/remind 9 pm"),
        ("id", "ingatkan jam 9 malam", "/remind 9 pm"),
        ("ar", "ذكرني الساعة 9 مساء", "/remind 9 pm"),
        ("tr", "her akşam 9'da bana hatırlat lütfen", "/remind 9 pm"),
        ("tr", "pazartesi 8'de özet", "/digest monday 8"),
        ("tr", "kahve 9 özet", None),
        ("tr", "pazar 18'de özet gönder", "/digest sunday 18"),
        ("ja", "日曜18時にまとめを送って", "/digest sunday 18"),
        ("en", "send me the digest sundays at 18:00", "/digest sunday 18:00"),
        ("en", "send mom 18", None),
        ("es", "mándame el resumen los domingos a las 18", "/digest sunday 18"),
        ("de", "schick mir den Rückblick sonntags um 18 Uhr", "/digest sunday 18"),
        ("ru", "присылай сводку в воскресенье в 18", "/digest sunday 18"),
        ("en", "remind me every evening at 9", "/remind 9 pm"),
        ("en", "remind us at 9pm", "/remind 9 pm"),
        ("en", "weekly summary on monday at 8", "/digest monday 8"),
        ("en", "send me a summary every sunday at 9 am", "/digest sunday 9 am"),
        ("en", "remind me every morning at 8", "/remind 8 am"),
        ("de", "erinner mich jeden Abend um 9", "/remind 9 pm"),
        ("fr", "rappelle-moi tous les soirs à 9h", "/remind 9 pm"),
        ("es", "recuérdame todas las noches a las 9", "/remind 9 pm"),
        ("nl", "herinner me elke avond om 9", "/remind 9 pm"),
        ("ru", "напоминай каждый вечер в 9", "/remind 9 pm"),
        ("uk", "нагадуй щовечора о 9", "/remind 9 pm"),
        ("ja", "毎晩9時にリマインドして", "/remind 9 pm"),
        ("ja", "夜9時にリマインドして", "/remind 9 pm"),
        ("ja", "月曜の朝8時にまとめ", "/digest monday 8 am"),
        ("ja", "ラーメン 9 まとめ", None),
        ("en", "payday on the 25th", "/payday on the 25th"),
        ("en", "my payday is the 25th", "/payday the 25th"),
        ("en", "payday 1st and 15th", "/payday 1st and 15th"),
        ("en", "i get paid every 2 weeks", "/payday every 2 weeks"),
        ("en", "I'm paid on the last day of the month", "/payday on the last day of the month"),
        ("en", "im paid 1850 every second friday, last time was nov 20", "/payday every second friday"),
        ("en", "i get paid $1,850.00 every other friday", "/payday every other friday"),
        ("en", "we get paid 2400 on the 25th of every month", "/payday on the 25th of every month"),
        ("en", "i get paid 480 weekly", "/payday weekly"),
        ("en", "i get paid 20 on the 5th", None),  # may be either
        ("en", "i get paid 1850", None),
        ("de", "ich werde jeden Freitag 480 Euro bezahlt", "/payday jeden Freitag"),
        ("de", "mein Gehalt kommt am 25., 2.450 Euro", "/payday am 25."),
        ("es", "me pagan 1200 euros cada dos semanas", "/payday cada dos semanas"),
        ("fr", "je suis payé 1800 € le 28 de chaque mois", "/payday le 28 de chaque mois"),
        ("pl", "dostaję wypłatę 4500 zł 10. każdego miesiąca", "/payday 10. każdego miesiąca"),
        ("de", "ich kriege 2100 jeden Monat am 28.", "/payday jeden Monat am 28."),
        ("fr", "je touche 2100 tous les mois le 28", "/payday tous les mois le 28"),
        ("it", "prendo 2100 ogni mese il 28", "/payday ogni mese il 28"),
        ("it", "prendo un caffè 1,20", None),
        ("nl", "ik krijg elke maand op de 28e 2100 salaris", "/payday elke maand op de 28e"),
        ("pl", "dostaję 2100 28. każdego miesiąca", "/payday 28. każdego miesiąca"),
        ("ru", "получаю 70000 28 числа каждого месяца", "/payday 28 числа каждого месяца"),
        ("uk", "отримую 30000 щомісяця 28 числа", "/payday щомісяця 28 числа"),
        ("tr", "her ayın 28'inde 45000 maaş alıyorum", "/payday her ayın 28'inde"),
        ("tr", "ekmek alıyorum 25", None),
        ("id", "gaji saya 5000000 tiap tanggal 28", "/payday tiap tanggal 28"),
        ("ar", "راتبي 2100 كل شهر يوم 28", "/payday كل شهر يوم 28"),
        ("it", "prendo lo stipendio di 1500 il 27 di ogni mese", "/payday il 27 di ogni mese"),
        ("en", "payday 25", None),  # may be what was paid
        ("en", "payday 1500 on friday", None),
        ("en", "i get paid 25 on friday", None),
        ("en", "i get paid on friday", None),  # once is no rule
        ("en", "payday today", None),
        ("en", "i get paid well", None),
        ("en", "paid every friday", None),
        ("en", "add a bill netflix 15.99 on the 5th", "/bill netflix 15.99 on the 5th"),
        ("en", "new bill: gym 40 every friday", "/bill gym 40 every friday"),
        ("en", "create a bill for rent 900 on the 1st", "/bill rent 900 on the 1st"),
        ("en", "add rent 900 on the 1st", None),
        ("en", "add a bill netflix 15.99", "/bill netflix 15.99"),
        ("en", "new bill 40", None),  # may have been paid
        ("en", "new bill", None),
        ("en", "add", None),
        ("en", "bill 40", None),
        ("en", "12.50 fun tacos", None),
        ("en", "remind me at 21:00\n5 fun", None),
        ("de", "mein Gehalt kommt am 25.", "/payday am 25."),
        ("de", "ich werde jeden Freitag bezahlt", "/payday jeden Freitag"),
        ("de", "neue Rechnung Miete 900 am 1.", "/bill Miete 900 am 1."),
        ("es", "añade una factura gimnasio 30 cada viernes", "/bill gimnasio 30 cada viernes"),
        ("es", "me pagan el 25 de cada mes", "/payday el 25 de cada mes"),
        ("fr", "mon salaire tombe le 25", "/payday le 25"),
        ("it", "mi pagano il 27", "/payday il 27"),
        ("nl", "ik krijg elke vrijdag betaald", "/payday elke vrijdag"),
        ("pl", "dostaję wypłatę co 2 tygodnie", "/payday co 2 tygodnie"),
        ("pt-BR", "recebo todo dia 5", "/payday todo dia 5"),
        ("pt-BR", "recebo 20 dia 5", None),
        ("ru", "зарплата приходит 10 числа", "/payday 10 числа"),
        ("uk", "мені платять кожні 2 тижні", "/payday кожні 2 тижні"),
        ("ja", "給料日は毎月25日", "/payday 毎月 25日"),
        ("tr", "maaş günüm ayın 15'i", "/payday ayın 15'i"),
        ("id", "gajian tanggal 25", "/payday tanggal 25"),
        ("ar", "أقبض كل جمعة", "/payday كل جمعة"),
    ],
)
def test_a_time_or_days_ask_for_a_command(language: str, text: str, command: str | None) -> None:
    scope = replace(scope_of(BUDGETS.get(language, "us")), vocabulary=vocabulary_for(language))
    assert timed_message(text, language, lambda: scope) == command


def test_paydays_are_set_as_people_tell_them(say: Say) -> None:
    assert say("i get paid on the 25th") == "Paydays: on the 25th."
    assert say("payday 25").startswith("✓ Paycheck $25.00")


def test_a_reminder_is_set_as_people_ask_for_it(say: Say) -> None:
    assert say("remind me at 9 pm") == say("/remind 9 pm")
