import pytest

from budget.currencies import CURRENCIES, Currency, currency_named, mark_of
from budget.errors import InvalidChoice, Refused, Why
from budget.locales import locale_named
from budget.money import RAISED, Amount, Money, clean, divided


def money(currency: str = "USD", locale: str = "en_US") -> Money:
    return Money(currency_named(currency), locale_named(locale))


@pytest.mark.parametrize(
    ("currency", "locale", "minor", "written", "short", "bare"),
    [
        ("USD", "en_US", 123450, "$1,234.50", "$1,234.50", "1,234.50"),
        ("USD", "en_US", 15000, "$150.00", "$150", "150.00"),
        ("USD", "en_US", 1, "$0.01", "$0.01", "0.01"),
        ("USD", "en_US", 0, "$0.00", "$0", "0.00"),
        ("USD", "en_US", -123450, "-$1,234.50", "-$1,234.50", "-1,234.50"),
        ("EUR", "de_DE", 123450, "1.234,50 €", "1.234,50 €", "1.234,50"),
        ("EUR", "de_DE", -500, "-5,00 €", "-5 €", "-5,00"),
        ("EUR", "fr_FR", 123450, "1\u202f234,50 €", "1\u202f234,50 €", "1\u202f234,50"),
        ("EUR", "de_AT", 123450, "€ 1.234,50", "€ 1.234,50", "1.234,50"),
        ("CHF", "de_CH", 123450, "CHF 1’234.50", "CHF 1’234.50", "1’234.50"),
        ("CHF", "en_US", 500, "CHF 5.00", "CHF 5", "5.00"),
        ("GBP", "en_GB", 100000000, "£1,000,000.00", "£1,000,000", "1,000,000.00"),
        ("JPY", "ja_JP", 1234, "¥1,234", "¥1,234", "1,234"),
        ("KWD", "en_US", 1250, "KWD 1.250", "KWD 1.250", "1.250"),
        ("KWD", "ar_KW", 5000, "5.000 KWD", "5 KWD", "5.000"),
        ("SEK", "sv_SE", 123450, "1 234,50 kr", "1 234,50 kr", "1 234,50"),
    ],
)
def test_amounts_are_written_as_the_locale_does(
    currency: str, locale: str, minor: int, written: str, short: str, bare: str
) -> None:
    one = money(currency, locale)

    def with_plain_spaces(text: str) -> str:
        return text.replace("\xa0", " ")

    assert with_plain_spaces(one.written(minor)) == written
    assert with_plain_spaces(one.written(minor, short=True)) == short
    assert with_plain_spaces(one.written(minor, bare=True)) == bare


@pytest.mark.parametrize(
    ("currency", "minor", "plain"),
    [("USD", 123450, "1234.50"), ("USD", -1, "-0.01"), ("USD", 0, "0.00"), ("JPY", 500, "500"), ("KWD", 1250, "1.250")],
)
def test_programs_get_all_decimals_and_no_marks(currency: str, minor: int, plain: str) -> None:
    assert money(currency, "de_DE").plain(minor) == plain


@pytest.mark.parametrize(
    ("currency", "minor", "down", "up"),
    [
        ("USD", 33220, "$332", "$333"),
        ("USD", 1000, "$10", "$10"),
        ("USD", 1001, "$10", "$11"),
        ("USD", 999, "$9.99", "$9.99"),
        ("USD", 500, "$5", "$5"),
        ("USD", 0, "$0", "$0"),
        ("USD", 134450, "$1,344", "$1,345"),
        ("JPY", 1234, "¥1,234", "¥1,234"),
        ("KWD", 12345, "KWD 12", "KWD 13"),
    ],
)
def test_a_headline_is_in_whole_units_and_promises_no_more_than_there_is(
    currency: str, minor: int, down: str, up: str
) -> None:
    of = money(currency)
    assert (of.brief(minor).replace("\xa0", " "), of.brief(minor, up=True).replace("\xa0", " ")) == (down, up)


@pytest.mark.parametrize(("currency", "cap"), [("USD", 100_000_000), ("JPY", 10**9), ("IDR", 10**13), ("KWD", 10**9)])
def test_the_cap_is_what_a_million_dollars_are(currency: str, cap: int) -> None:
    assert money(currency).cap == cap


@pytest.mark.parametrize(
    ("token", "amounts", "unsure", "marked"),
    [
        ("12", [1200], False, False),
        ("12.50", [1250], False, True),
        ("12.", [1200], False, False),
        ("00.50", [50], False, True),
        ("5$50", [550], False, True),
        ("50¢", [50], False, True),
        ("$5", [500], False, True),
        ("5k", [500000], False, False),
        ("1.250", [125, 125000], True, True),
        ("12.345", [1234500], True, True),
        ("2x3", [600], False, False),
        ("2x3.50", [700], False, True),
        ("1.250+1.250", [250, 125125, 125125, 250000], True, True),
        ("0", [0], False, False),
        ("99999999", [9999999900], False, False),
    ],
)
def test_a_token_is_read_in_all_its_ways(token: str, amounts: list[int], unsure: bool, marked: bool) -> None:
    number = money().read(token)

    assert number is not None
    assert [amount.minor for amount in number.amounts] == amounts
    assert (number.unsure, number.marked) == (unsure, marked)


@pytest.mark.parametrize(
    "token",
    [
        "fun", "", "x", "+", ".", "12h", "a1", "1st", "4you", "2xfun", "fun+1", "$5$x", "a" * 65, "1" * 64 + "a",
        RAISED + "m", "m" + RAISED, "2x", "x2",
    ],
)  # fmt: skip
def test_a_word_is_no_number(token: str) -> None:
    assert money().read(token) is None


@pytest.mark.parametrize(
    ("token", "why"),
    [
        ("1.2345", Why.MORE_DECIMALS),
        ("0.001", Why.MORE_DECIMALS),
        ("3.33x3.33", Why.MORE_DECIMALS),
        ("1,23,456", Why.GROUPING),
        ("1.234.56", Why.GROUPING),
        ("1.2,3.4", Why.GROUPING),
        ("1,2.3'4", Why.GROUPING),
        ("1'2", Why.GROUPING),
        ("1\u066b234\u066b5", Why.GROUPING),
        ("1\u066b234.5", Why.GROUPING),
        ("1..5", Why.GROUPING),
        ("0,001", Why.GROUPING),
        ("1.250+1.250+1.250", Why.GROUPING),
        ("1e3", Why.EXPONENT),
        ("1.5E-3", Why.EXPONENT),
        ("5%", Why.PERCENT),
        ("%5", Why.PERCENT),
        ("5٪", Why.PERCENT),
        ("1/2", Why.DIVISION),
        ("1/", Why.DIVISION),
        ("1÷2", Why.DIVISION),
        ("5-3", Why.SUBTRACTION),
        ("5-", Why.SUBTRACTION),
        ("1++2", Why.UNFINISHED_SUM),
        ("1+", Why.UNFINISHED_SUM),
        ("05", Why.LEADING_ZERO),
        ("5" + RAISED, Why.RAISED_DIGITS),
        (RAISED, Why.RAISED_DIGITS),
        ("5.5¢", Why.UNIT),
        ("€5", Why.OTHER_CURRENCY),
        ("2€50", Why.OTHER_CURRENCY),
        ("$$5", Why.NOT_A_NUMBER),
        ("80kdong", Why.OTHER_CURRENCY),
        ("40loonies", Why.OTHER_CURRENCY),
        ("5EUR", Why.OTHER_CURRENCY),
        ("1" * 65, Why.TOO_LONG),
        ("1+" * 40 + "1", Why.TOO_LONG),
    ],
)
def test_what_is_a_number_but_no_amount_is_refused_with_the_reason(token: str, why: Why) -> None:
    with pytest.raises(Refused) as refused:
        money().read(token)

    assert refused.value.why is why


@pytest.mark.parametrize(
    ("currency", "locale", "token", "amounts"),
    [
        ("EUR", "de_DE", "1.250", [125000]),
        ("EUR", "de_DE", "1,250", [125, 125000]),
        ("KWD", "en_US", "1.250", [1250]),
        ("KWD", "de_DE", "1,250", [1250]),
        ("KWD", "de_DE", "1.250", [1250000]),
        ("KWD", "en_US", ".250", [250]),
        ("JPY", "en_US", "1.250", [1250]),
        ("USD", "en_US", "1\u066b25", [125]),
        ("USD", "en_US", "1\u066c250", [125000]),
        ("SEK", "sv_SE", "5kr", [500]),
        ("SEK", "sv_SE", "5k", [500000]),
        ("RUB", "ru_RU", "50коп", [50]),
        ("TRY", "tr_TR", "50krş", [50]),
        ("GEL", "en_US", "5₾", [500]),
    ],
)
def test_a_lone_separator_means_what_the_locale_and_the_currency_say(
    currency: str, locale: str, token: str, amounts: list[int]
) -> None:
    number = money(currency, locale).read(token)

    assert number is not None
    assert [amount.minor for amount in number.amounts] == amounts


@pytest.mark.parametrize(
    ("text", "minor"), [("150", 15000), ("$150", 15000), ("0", 0), ("0.00", 0), ("1,500", 150000), ("１５０", 15000)]
)
def test_a_limit_is_an_amount_or_zero(text: str, minor: int) -> None:
    assert money().read_limit(text) == minor


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("much", Why.NO_LIMIT),
        ("", Why.NO_LIMIT),
        ("1.250", Why.TWO_WAYS),
        ("12.345", Why.TWO_WAYS),
        ("1000001", Why.OVER_CAP),
        ("1e3", Why.EXPONENT),
        ("-5", Why.NO_LIMIT),
    ],
)
def test_a_limit_that_cannot_be_read_is_refused(text: str, why: Why) -> None:
    with pytest.raises(Refused) as refused:
        money().read_limit(text)

    assert refused.value.why is why


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("12.50", "12.50"),
        ("１２", "12"),
        ("٣", "3"),
        ("−5", "-5"),
        ("–5", "-5"),
        ("—fun", "—fun"),
        ("–", "–"),
        ("5²", "5" + RAISED),
        ("½", RAISED),
        ("①", RAISED),
        ("㋀", RAISED),
        ("\u200e5\u200b", "5"),
        ("ﬁsh", "fish"),
        ("m²", "m" + RAISED),
    ],
)
def test_a_word_becomes_plain_characters(word: str, plain: str) -> None:
    assert clean(word) == plain


@pytest.mark.parametrize(
    ("word", "own", "said"),
    [
        ("$", "USD", True),
        ("usd", "USD", True),
        ("US$", "USD", True),
        ("bucks", "AUD", True),
        ("$", "CAD", True),
        ("€", "USD", False),
        ("eur", "USD", False),
        ("CAD", "USD", False),
        ("cad", "USD", False),
        ("all", "USD", None),
        ("all", "ALL", None),
        ("ALL", "ALL", True),
        ("pounds", "GBP", True),
        ("pounds", "USD", None),
        ("ft", "HUF", True),
        ("ft", "USD", None),
        ("fun", "USD", None),
        ("", "USD", None),
    ],
)
def test_a_word_says_whose_money_it_is(word: str, own: str, said: bool | None) -> None:
    assert mark_of(word, currency_named(own)) is said


@pytest.mark.parametrize("currency", CURRENCIES.values(), ids=CURRENCIES)
def test_every_currency_is_read_by_its_code_on_either_side_glued_or_not(currency: Currency) -> None:
    for token in (f"5 {currency.code}", f"{currency.code} 5", f"5{currency.code}", f"{currency.code}5"):
        number = money(currency.code).read(token)

        assert number is not None, token
        assert [amount.minor for amount in number.amounts] == [5 * 10**currency.exponent]
        with pytest.raises(Refused) as refused:
            money("USD" if currency.code != "USD" else "EUR").read(token)
        assert refused.value.why is Why.OTHER_CURRENCY


@pytest.mark.parametrize("text", ["usd", " USD ", "Usd"])
def test_a_currency_is_found_by_its_code(text: str) -> None:
    assert currency_named(text).code == "USD"


@pytest.mark.parametrize("text", ["", "$", "XXX", "dollar"])
def test_an_unknown_currency_is_refused(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        currency_named(text)

    assert (refused.value.why, refused.value.word) == (Why.UNKNOWN_CURRENCY, text)


def test_zero_is_no_amount_of_an_entry() -> None:
    with pytest.raises(Refused, match="zero"):
        money().checked(Amount(0))


def test_an_amount_has_sixty_four_characters_at_most() -> None:
    assert money().read("1" * 64) is not None
    assert money().read_plain("1" * 62 + ".11") == int("1" * 64)
    with pytest.raises(ValueError, match="1"):
        money().read_plain("1" * 63 + ".11")


@pytest.mark.parametrize(
    ("minor", "by", "each"),
    [(0, 3, 0), (100, 3, 33), (200, 3, 67), (1, 2, 1), (5, 2, 3), (2499, 5000, 0), (2500, 5000, 1)],
)
def test_what_is_divided_is_rounded_half_up(minor: int, by: int, each: int) -> None:
    assert divided(minor, by) == each
