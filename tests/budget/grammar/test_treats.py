"""What others pay for, what comes back, and what housemates owe: asked about, where it may be no spending."""

import pytest

from budget.grammar import About, Label, Question, Understood, read_line
from tests.budget.grammar.judge import outcome_of, scope_of

TREATED = [
    ("us", "lunch on lisa 22"),
    ("us", "lunch 22 on lisa"),
    ("us", "22 lunch on lisa"),
    ("us", "dinner on my boss 40"),
    ("us", "drinks on the house 12"),
    ("us", "drinks on the company 60"),
    ("us", "lunch on her sister 22"),
    ("us", "lunch paid by lisa 22"),
    ("us", "dinner paid for by my boss 40"),
    ("us", "copay covered by insurance 40"),
    ("us", "drinks courtesy of lisa 22"),
    ("us", "sam's treat 45"),
    ("us", "dinner 45 sam’s treat"),
    ("us", "dad's treat dinner 45"),
    ("us", "his treat 45"),
    ("us", "lunch, lisa paid 22"),
    ("us", "lunch 22 lisa paid"),
    ("us", "uber 23.50 work reimburses"),
    ("gb", "round on dave 24"),
    ("gb", "pints on the gaffer 18"),
    ("de de", "Essen von Lisa bezahlt 22"),
    ("de de", "Essen ging auf Lisa 22"),
    ("de de", "Essen auf Kosten von Lisa 22"),
    ("fr fr", "resto payé par Lisa 22"),
    ("es es", "comida pagada por Lisa 22"),
    ("es es", "invita Lisa comida 22"),
    ("es es", "cena 30 invita la empresa"),
    ("it it", "offre Lisa pranzo 22"),
    ("it it", "ha pagato Lisa il pranzo 22"),
    ("nl nl", "lunch betaald door Lisa 22"),
    ("pl pl", "zapłacił Tomek obiad 40"),
    ("ru ru", "обед за счёт Пети 500"),
    ("ua uk", "обід за рахунок Петра 200"),
    ("br pt-BR", "pagou o João o almoço 30"),
    ("id id", "makan siang dibayarin Budi 50rb"),
    ("jp ja", "リサのおごり 2000"),
    ("eg ar", "دفع أحمد 50"),
    ("eg ar", "دفع صديقي ثمن الغداء 50"),
    ("eg ar", "اشترى أحمد قهوة 20"),
]
PAID = [
    ("us", "drinks on me 46", "46.00"),
    ("us", "lunch on sunset blvd 22", "22.00"),
    ("in", "electricity bill 2,340 paid by upi", "2340.00"),
    ("us", "s treat 45", "45.00"),
    ("us", "atm fee 3", "3.00"),
    ("us", "wire transfer fee 25", "25.00"),
    ("us", "on lisa 45", "45.00"),
    ("us", "toys r us 24.99", "24.99"),
    ("gb", "2x4 timber 36.50", "36.50"),
    ("us", "lowes 2x4 timber $36.50", "36.50"),
    ("us", "lunch on campus 9", "9.00"),
    ("us", "dinner on amex 40", "40.00"),
    ("us", "dinner on my card 40", "40.00"),
    ("us", "lunch on the go 9", "9.00"),
    ("us", "dinner on broadway 40", "40.00"),
    ("us", "dinner paid by card 40", "40.00"),
    ("us", "spent 20 on pizza", "20.00"),
    ("us", "spent 50 on lisa", "50.00"),
    ("us", "my treat 45", "45.00"),
    ("us", "dog treats 12", "12.00"),
    ("us", "the kid's treat 5", "5.00"),
    ("us", "phone verizon paid 60", "60.00"),
    ("us", "lunch 22 already paid", "22.00"),
    ("fr fr", "resto payé par carte 22", "22.00"),
    ("es es", "invito a Lisa cena 22", "22.00"),
    ("jp ja", "俺のおごり 2000", "2000"),
    ("br pt-BR", "pagou a luz 90", "90.00"),
    ("eg ar", "دفع الإيجار 3000", "3000.00"),
    ("eg ar", "دفع قسط السيارة 2000", "2000.00"),
    ("eg ar", "دفعت لأحمد 50", "50.00"),
    ("us", "gave lisa 15 back", "15.00"),
    ("us", "paid lisa 15 back", "15.00"),
    ("us", "40 back massage", "40.00"),
    ("us", "taxi 20 back", "20.00"),
    ("us", "train 12 back from nyc", "12.00"),
    ("de de", "Taxi 20 zurück", "20.00"),
    ("id id", "gojek 20rb balik", "20000.00"),
    ("us", "roommate pizza 12", "12.00"),
    ("us", "paid roommate rent 450", "450.00"),
    ("us", "rent to roommate 450", "450.00"),
]
CAME_BACK = [
    ("us", "exchange 15 back"),
    ("us", "jeans 15 back"),
    ("us", "target 15 back"),
    ("us", "15 back"),
    ("de de", "20 zurück"),
    ("nl nl", "Lisa 20 terug"),
]


@pytest.mark.parametrize(("budget", "text"), TREATED)
def test_what_somebody_else_paid_for_is_asked_about(budget: str, text: str) -> None:
    reading = read_line(text, scope_of(budget))

    assert isinstance(reading, Question), reading
    assert [choice.label for choice in reading.choices] == [Label.SPENT, Label.NOT_SPENDING, Label.CAME_IN]


@pytest.mark.parametrize("text", ["lunch on lisa 22", "dinner paid by lisa 40", "sam's treat 45 dinner"])
def test_in_a_group_a_name_may_be_of_who_writes(text: str) -> None:
    assert len(outcome_of(text, scope_of("us"), group=True).entries) == 1


@pytest.mark.parametrize(("budget", "text", "amount"), PAID)
def test_what_was_spent_is_recorded_beside_the_same_words(budget: str, text: str, amount: str) -> None:
    scope = scope_of(budget)
    reading = read_line(text, scope)

    assert isinstance(reading, Understood), reading
    assert scope.money.plain(reading.entry.amount) == amount


@pytest.mark.parametrize(("budget", "text"), CAME_BACK)
def test_what_came_back_is_likeliest_a_refund(budget: str, text: str) -> None:
    reading = read_line(text, scope_of(budget))

    assert isinstance(reading, Question), reading
    assert reading.choices[0].label is Label.REFUND


def test_beside_the_price_of_what_was_exchanged_no_amount_is_joined_to_what_came_back() -> None:
    scope = scope_of("us")
    reading = read_line("exchange jeans 40 15 back", scope)

    assert isinstance(reading, Question), reading
    assert [scope.money.plain(choice.total) for choice in reading.choices] == ["25.00", "40.00", "15.00"]
    assert [entry.kind.value for entry in reading.choices[-1].entries] == ["refund"]


@pytest.mark.parametrize(
    "text", ["roommate rent 450", "roommate's rent 450", "tenant rent 900", "our roommate's share 40"]
)
def test_the_share_of_a_housemate_may_have_come_in(text: str) -> None:
    reading = read_line(text, scope_of("us"))

    assert isinstance(reading, Question), reading
    assert reading.about is About.EXTRA
    assert {Label.EXTRA, Label.SPENT} <= {choice.label for choice in reading.choices}


@pytest.mark.parametrize(
    ("budget", "text", "category"),
    [
        ("us", "🍺🍺 12", "fun"),
        ("us", "🍕🍺 30", "fun"),
        ("us", "🍺🍺🍺12", "fun"),
        ("us", "12🍺🍺", "fun"),
        ("us", "☕️☕️ 9", "fun"),
        ("us", "🍺🍺 12 with tom", "fun"),
        ("us", "👨‍👩‍👧 🍕🍕 30", "fun"),
        ("us", "🛒🛒 80", "predictable_necessities"),
        ("us", "2🍺 $12", "fun"),
        ("us", "🛒🍺 30", "other"),
        ("us", "🛒 🍺 30", "other"),
        ("jp ja", "🍺🍺 1200", "fun"),
    ],
)
def test_emoji_that_stand_together_name_their_category(budget: str, text: str, category: str) -> None:
    scope = scope_of(budget)
    reading = read_line(text, scope)

    assert isinstance(reading, Understood), reading
    assert [one.key for one in scope.categories if one.number == reading.entry.category] == [category]


@pytest.mark.parametrize(
    "text",
    [
        "client payment 2400",
        "cash job 350",
        "acme paid the invoice 1800",
        "ira distribution 1500",
        "insurance check 400",
    ],
)
def test_what_a_client_or_a_fund_paid_came_in(text: str) -> None:
    reading = read_line(text, scope_of("us"))

    assert isinstance(reading, Question), reading
    assert reading.choices[0].label is Label.EXTRA


@pytest.mark.parametrize("text", ["2x3 beers 7.00", "coffee 2x3 lunch 12.50", "2x4 36", "-2x4 timber 36.50"])
def test_what_may_be_a_count_and_its_price_is_no_size(text: str) -> None:
    assert isinstance(read_line(text, scope_of("us")), Question)
