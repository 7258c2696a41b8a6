"""What tells of money and is not spent: prices, wages, plans, times; what came in; days that may be none."""

import pytest

from budget.grammar import About, Label, Question, Treatment, Understood, in_group, read_line
from tests.budget.grammar.judge import scope_of


@pytest.mark.parametrize(
    ("budget", "about", "text"),
    [
        # money that came in
        ("us", About.EXTRA, "my check came 1450"),
        ("us", About.EXTRA, "my check 1450"),
        ("us", About.EXTRA, "retirement check 1450"),
        ("us", About.EXTRA, "cashed check 200"),
        ("us", About.EXTRA, "got a loan 1000"),
        ("us", About.EXTRA, "borrowed 50"),
        ("us", About.EXTRA, "got 20"),
        ("us", About.EXTRA, "i just got 20 today"),
        ("us", About.EXTRA, "child support 400"),
        ("us", About.EXTRA, "got cash 40"),
        ("us", About.EXTRA, "got some cash 40 for my birthday"),
        ("us", About.EXTRA, "venmo cashout 80"),
        ("in", About.EXTRA, "UPI/CR/1234/RAVI 500"),
        ("us", About.EXTRA, "cash sales 640"),
        ("us", About.EXTRA, "takings 640"),
        ("us", About.EXTRA, "raffle prize 100"),
        ("us", About.EXTRA, "i receive 2100 a month"),
        ("de de", About.EXTRA, "ich verdiene 2100 im Monat"),
        ("fr fr", About.EXTRA, "je reçois 2100 par mois"),
        ("es es", About.EXTRA, "gano 2100 al mes"),
        ("it it", About.EXTRA, "ricevo 2100 al mese"),
        ("nl nl", About.EXTRA, "ik verdien 2100 per maand"),
        ("pl pl", About.EXTRA, "zarabiam 2100 miesięcznie"),
        ("br pt-BR", About.EXTRA, "recebo 2100 por mês"),
        ("ru ru", About.EXTRA, "зарабатываю 70000 в месяц"),
        ("ua uk", About.EXTRA, "заробляю 30000 на місяць"),
        ("tr tr", About.EXTRA, "ayda 45000 kazanıyorum"),
        ("id id", About.EXTRA, "digaji 5000000 sebulan"),
        ("jp ja", About.EXTRA, "毎月210000円もらってる"),
        ("eg ar", About.EXTRA, "أستلم 2100 كل شهر"),
        # of which year something is
        ("us", About.SPENDING, "the 2019 trip for hours"),
        ("us", About.SPENDING, "my 2015 honda"),
        # how old somebody is, and what is measured
        ("us", About.SPENDING, "dad turns 70 on the 30th"),
        ("us", About.SPENDING, "my blood sugar was 112"),
        # what is counted, of many words
        ("us", About.SPENDING, "I bought 2 of those for my sister and one for mom"),
        ("de de", About.SPENDING, "der 2019 Urlaub"),
        ("fr fr", About.SPENDING, "le 2019 voyage"),
        # what may be paid for already
        ("us", About.REFUND, "credit card 200"),
        ("us", About.REFUND, "my credit card 200"),
        ("de de", About.REFUND, "Kreditkarte 200"),
        ("fr fr", About.REFUND, "carte de crédit 200"),
        ("es es", About.REFUND, "tarjeta de crédito 200"),
        ("it it", About.REFUND, "carta di credito 200"),
        ("br pt-BR", About.REFUND, "fatura do cartão 200"),
        ("nl nl", About.REFUND, "creditcard 200"),
        ("pl pl", About.REFUND, "karta kredytowa 200"),
        ("ru ru", About.REFUND, "кредитка 200"),
        ("ua uk", About.REFUND, "кредитна картка 200"),
        ("tr tr", About.REFUND, "kredi kartı 200"),
        ("id id", About.REFUND, "kartu kredit 200rb"),
        ("eg ar", About.REFUND, "بطاقة ائتمان 200"),
        ("jp ja", About.REFUND, "クレジットカード 20000"),
        # plans
        ("us", About.SPENDING, "going to buy shoes 80"),
        ("us", About.SPENDING, "forgot to pay 300"),
        ("us", About.SPENDING, "rent still to pay 900"),
        ("us", About.SPENDING, "four weeks until christmas and 300 still to save"),
        # what corrects something that was said before
        ("us", About.SPENDING, "no bread was 3.50"),
        ("us", About.SPENDING, "no, tacos 15"),
        ("us", About.SPENDING, "no i mean i paid 45 for gas"),
        ("de de", About.SPENDING, "nein, Brot 3,50"),
        ("fr fr", About.SPENDING, "non, le pain 3,50"),
        ("es es", About.SPENDING, "no, pan 3,50"),
        # what was put somewhere else
        ("us", About.REFUND, "banked 600"),
        ("us", About.REFUND, "took 600 to the bank"),
        ("us", About.SPENDING, "the shoes cost $80, should I get them"),
        ("de de", About.SPENDING, "ich werde Schuhe kaufen 80"),
        ("it it", About.SPENDING, "sto per comprare scarpe 80"),
        ("pl pl", About.SPENDING, "zamierzam kupić buty 80"),
        ("ua uk", About.SPENDING, "збираюсь купити кросівки 80"),
        # prices and wages
        ("us", About.SPENDING, "he makes $20 an hour"),
        ("us", About.SPENDING, "bitcoin hit $100k lol"),
        ("us", About.SPENDING, "it costs like 45 to get in"),
        ("us", About.SPENDING, "rent costs $900"),
        ("us", About.SPENDING, "I think it costs about $300 which is way too much honestly"),
        ("us", About.SPENDING, "the new phone everybody talks about now goes for $900 at that store"),
        ("de de", About.SPENDING, "das kostet 80€"),
        ("fr fr", About.SPENDING, "ça coûte 80€"),
        ("es es", About.SPENDING, "cuesta 80€"),
        ("it it", About.SPENDING, "costa 80€"),
        ("br pt-BR", About.SPENDING, "custa R$80"),
        ("nl nl", About.SPENDING, "het kost 80€"),
        ("pl pl", About.SPENDING, "kosztuje 80 zł"),
        ("ru ru", About.SPENDING, "зарабатывает 200 руб в час"),
        ("ua uk", About.SPENDING, "коштує 80 грн"),
        ("tr tr", About.SPENDING, "80 TL tutuyor"),
        ("id id", About.SPENDING, "harganya 80rb"),
        ("eg ar", About.SPENDING, "سعره 80 جنيه"),
        ("jp ja", About.SPENDING, "時給1200円"),
        # times and versions
        ("us", About.SPENDING, "flight lands 11.30"),
        ("us", About.SPENDING, "movie starts 7.30"),
        ("us", About.SPENDING, "version 3.12 is out"),
        ("us", About.SPENDING, "dinner around 7 tonight"),
        ("us", About.SPENDING, "lunch about 7 this morning"),
        ("de de", About.SPENDING, "Essen etwa 19 heute"),
        # days that may be none
        ("us", About.DAY, "birthday gift 40 for sat"),
        ("de de", About.DAY, "Kuchen 30 für Samstag"),
        ("fr fr", About.DAY, "cadeau 40 pour samedi"),
        ("es es", About.DAY, "regalo 40 para el sábado"),
        ("it it", About.DAY, "regalo 40 per sabato"),
        ("br pt-BR", About.DAY, "presente 40 para sábado"),
        ("nl nl", About.DAY, "cadeau 40 voor zaterdag"),
        ("pl pl", About.DAY, "prezent 40 na sobotę"),
        ("ru ru", About.DAY, "подарок 40 на субботу"),
        ("ua uk", About.DAY, "подарунок 40 на суботу"),
        ("id id", About.DAY, "kado 40rb untuk sabtu"),
        ("us", About.DAY, "got gas 41.80 at the shell on 5th"),
        # a rate and how much of it
        ("us", About.AMOUNT, "parking $5/hr 3 hours"),
        ("us", About.AMOUNT, "gym $30/mo 2 months"),
        ("de de", About.AMOUNT, "parken 5€/Std 3 Stunden"),
        ("fr fr", About.AMOUNT, "parking 5€/h 3 heures"),
    ],
)
def test_what_may_not_be_spent_is_asked_about(budget: str, about: About, text: str) -> None:
    reading = read_line(text, scope_of(budget))

    assert isinstance(reading, Question), reading
    assert reading.about is about


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("paid child support 400", "400.00"),
        ("got 20 gas", "20.00"),
        ("got a gift 35", "35.00"),
        ("gas 40 credit card", "40.00"),
        ("paid my credit card bill 200", "200.00"),
        ("credit card payment 500", "500.00"),
        ("going to the movies 24", "24.00"),
        ("went to buy milk 3", "3.00"),
        ("hit the bar $40", "40.00"),
        ("got $20 worth of gas", "20.00"),
        ("the repair cost $120", "120.00"),
        ("lunch costs 12.50", "12.50"),
        ("we got dinner for all of us at the thai place for $84 and it was good", "84.00"),
        ("lunch about 14 today", "14.00"),
        ("drinks around 20 last night", "20.00"),
        ("40 gas on 5th", "40.00"),
        ("gym $30/mo 2 miles away", "30.00"),
        ("cake 30 friday", "30.00"),
        ("no frills 45.20", "45.20"),
        ("spent 12 on lunch and forgot to write it down", "12.00"),
        ("we went out and bought gloves for the kids 43", "43.00"),
        ("2 tonne sand 120", "120.00"),
        ("Walmart 54.10, ck 3021", "54.10"),
        ("rent 900 mo", "900.00"),
        ("shoes 60 pair", "60.00"),
        ("i have just spent 55 at the pharmacy", "55.00"),
        ("i have bought shoes 55", "55.00"),
        ("the 2000 rent", "2000.00"),
        ("paid the 2019", "2019.00"),
        ("sales tax 80", "80.00"),
        ("no name chips 3", "3.00"),
        ("bank fee 12", "12.00"),
        ("tickets sold out 60", "60.00"),
    ],
)
def test_what_was_spent_is_recorded_beside_such_words(text: str, amount: str) -> None:
    scope = scope_of("us")
    reading = read_line(text, scope)

    assert isinstance(reading, Understood), reading
    assert scope.money.plain(reading.entry.amount) == amount


@pytest.mark.parametrize(
    ("budget", "text"),
    [
        ("us", "parking pass 40 thru 11/18"),
        ("us", "insurance 40 until dec 31"),
        ("fr fr", "abonnement 40 jusqu'au 20 novembre"),
        ("es es", "abono 40 hasta el 20/11"),
        ("it it", "abbonamento 40 fino al 20/11"),
        ("nl nl", "abonnement 40 tot 20/11"),
        ("id id", "parkir 40rb sampai 20/11"),
        ("eg ar", "اشتراك 40 حتى 20/11"),
    ],
)
def test_the_last_day_of_what_was_bought_is_not_that_on_which_it_was(budget: str, text: str) -> None:
    scope = scope_of(budget)
    reading = read_line(text, scope)

    assert isinstance(reading, Understood), reading
    assert reading.entry.day == scope.today
    assert text.rpartition(" ")[2] in reading.entry.note


@pytest.mark.parametrize(
    ("budget", "text"),
    [
        ("us", "I weigh 160.5 now"),
        ("us", "baby weighed 8.2 today"),
        ("de de", "ich wiege 82,5"),
        ("es es", "pesa 8,2 ya"),
        ("fr fr", "je pèse 82,5"),
        ("it it", "pesa 8,2"),
        ("nl nl", "ik weeg 82,5"),
        ("pl pl", "ważę 82,5"),
        ("ru ru", "я вешу 82,5"),
        ("ua uk", "важу 82,5"),
    ],
)
def test_a_group_does_not_record_what_somebody_weighs(budget: str, text: str) -> None:
    scope = scope_of(budget)

    assert in_group(text, read_line(text, scope), scope) is Treatment.REACT


@pytest.mark.parametrize(
    "text",
    [
        "bitcoin hit $100k lol",
        "he makes $20 an hour",
        "I think it costs about $300 which is way too much honestly",
        "the concert tickets were 45.50 each and I think we should go",
        "she paid 40 and he paid 30 so we are even now I guess",
    ],
)
def test_a_group_hears_nothing_of_longer_talk(text: str) -> None:
    scope = scope_of("us")

    assert in_group(text, read_line(text, scope), scope) is Treatment.REACT


@pytest.mark.parametrize(
    ("budget", "text", "likeliest"),
    [
        ("ru ru", "мама скинула 5000", Label.EXTRA),
        ("ua uk", "мама скинула 5000", Label.EXTRA),
        ("ru ru", "Диме скинул 500", Label.SPENT),
        ("ru ru", "скинул Диме 500", Label.SPENT),
        ("es es", "me devolvieron 20", Label.REFUND),
        ("es es", "me devolvió Ana 20", Label.REFUND),
        ("mx es", "me regresaron 20", Label.REFUND),
        ("br pt-BR", "me devolveram 20", Label.REFUND),
        ("it it", "mi hanno ridato 20", Label.REFUND),
        ("pl pl", "oddali mi 50", Label.REFUND),
        ("ua uk", "мені віддали 500", Label.REFUND),
        ("tr tr", "50 geri verdiler", Label.REFUND),
        ("id id", "dikembaliin 50rb", Label.REFUND),
        ("jp ja", "1200円返ってきた", Label.REFUND),
        ("eg ar", "رجعوا لي 50", Label.REFUND),
    ],
)
def test_the_likeliest_way_of_the_money_is_offered_first(budget: str, text: str, likeliest: Label) -> None:
    reading = read_line(text, scope_of(budget))

    assert isinstance(reading, Question)
    assert reading.choices[0].label is likeliest


@pytest.mark.parametrize(
    ("budget", "text", "note"),
    [
        ("us", "book for 12.50 at store", "book at store"),
        ("us", "lunch at subway for 12 with Ann", "lunch at subway with Ann"),
        ("us", "shoes from zara on 20 nov at 49.90", "shoes from zara"),
        ("us", "ticket on 11/20 for concert 40", "ticket for concert"),
        ("us", "for 12.50", ""),
        ("us", "3 for $10 fun", "3 for"),
        ("de de", "gestern für 12,50 im Kino gegessen", "im Kino gegessen"),
        ("de de", "Brot für 3 € beim Bäcker", "Brot beim Bäcker"),
        ("ru ru", "хлеб за 50 в ларьке", "хлеб в ларьке"),
        ("es es", "pan a 3,20 en la tienda", "pan en la tienda"),
        ("fr fr", "pain pour 3 € chez Paul", "pain chez Paul"),
        ("jp ja", "本を1200円で買った", "本を買った"),
        ("jp ja", "スタバでコーヒーを500円で飲んだ", "スタバでコーヒーを飲んだ"),
        ("jp ja", "コンビニで 540円 おにぎり", "コンビニで おにぎり"),
        ("jp ja", "ランチ900円で田中さんと", "ランチ 田中さん"),
    ],
)
def test_what_opens_the_amount_goes_with_it(budget: str, text: str, note: str) -> None:
    """Notes had holes: `book for at store`, `本を で買った`."""
    reading = read_line(text, scope_of(budget))

    assert isinstance(reading, Understood)
    assert reading.entry.note == note


@pytest.mark.parametrize(
    ("budget", "text", "note"),
    [
        ("us", "oh, I forgot: yesterday bread 1.20", "bread"),
        ("de de", "Ach, vergessen: gestern Brötchen 1,20", "Brötchen"),
        ("de de", "hab vergessen, Brötchen 1,20 gestern", "Brötchen"),
        ("fr fr", "j'ai oublié, hier pain 1,20", "pain"),
        ("es es", "se me olvidó: ayer pan 1,20", "pan"),
        ("es es", "me olvidé, ayer pan 1,20", "pan"),
        ("it it", "dimenticavo: ieri pane 1,20", "pane"),
        ("nl nl", "ik was vergeten: gisteren brood 1,20", "brood"),
        ("pl pl", "zapomniałem: wczoraj chleb 1,20", "chleb"),
        ("br pt-BR", "esqueci: ontem pão 1,20", "pão"),
        ("ru ru", "забыл: вчера хлеб 60", "хлеб"),
        ("ua uk", "забула, вчора хліб 35", "хліб"),
        ("tr tr", "unuttum: dün ekmek 25", "ekmek"),
        ("id id", "lupa: kemarin roti 12000", "roti"),
        ("jp ja", "忘れてた、昨日パン 120", "パン"),
        ("eg ar", "نسيت: أمس خبز 1.20", "خبز"),
    ],
)
def test_a_note_does_not_say_that_it_was_forgotten(budget: str, text: str, note: str) -> None:
    scope = scope_of(budget)
    match read_line(text, scope):
        case Understood(entry):
            assert (entry.note, (scope.today - entry.day).days) == (note, 1)
        case other:
            pytest.fail(str(other))
