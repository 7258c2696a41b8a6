"""The currencies a budget can be kept in, with their decimals and the marks people write for them.

Decimals are those of ISO 4217 (CLDR disagrees, for the Iraqi dinar for one); a budget keeps the exponent it began with.
"""

from dataclasses import dataclass

from budget.errors import InvalidChoice, Why


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 ``code``, its ``exponent`` (decimals: one unit is 10**exponent minor units) and its display ``symbol``."""

    code: str
    exponent: int
    symbol: str


_CODES = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP
CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD
IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR
MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF
XPF YER ZAR ZMW ZWG
""".split()
_NO_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())
_THREE_DECIMALS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())

_SYMBOLS = {
    "ARS": "$", "AUD": "$", "BBD": "$", "BMD": "$", "BND": "$", "BRL": "R$", "BSD": "$", "BZD": "$", "CAD": "$",
    "CLP": "$", "CNY": "¥", "COP": "$", "CRC": "₡", "CZK": "Kč", "DKK": "kr", "DOP": "$", "EUR": "€", "FJD": "$",
    "GBP": "£", "GEL": "₾", "IDR": "Rp", "GHS": "₵", "GYD": "$", "HKD": "$", "HUF": "Ft", "ILS": "₪", "INR": "₹", "ISK": "kr",
    "JMD": "$", "JPY": "¥", "KRW": "₩", "KYD": "$", "KZT": "₸", "LRD": "$", "MNT": "₮", "MXN": "$", "NAD": "$",
    "NGN": "₦", "NOK": "kr", "NZD": "$", "PHP": "₱", "PLN": "zł", "PYG": "₲", "RUB": "₽", "SBD": "$", "SEK": "kr",
    "SGD": "$", "SRD": "$", "THB": "฿", "TRY": "₺", "TTD": "$", "TWD": "$", "UAH": "₴", "USD": "$", "UYU": "$",
    "VND": "₫", "XCD": "$", "ZAR": "R",
}  # fmt: skip

CURRENCIES: dict[str, Currency] = {
    code: Currency(code, 0 if code in _NO_DECIMALS else 3 if code in _THREE_DECIMALS else 2, _SYMBOLS.get(code, code))
    for code in _CODES
}

# Names and marks in lower case -> the codes they may stand for.
_NAMES: dict[str, frozenset[str]] = {
    "dollar": frozenset(code for code, symbol in _SYMBOLS.items() if symbol == "$"),
    "euro": frozenset({"EUR"}),
    "pound": frozenset({"EGP", "FKP", "GBP", "GIP", "LBP", "SDG", "SHP", "SSP", "SYP"}),
    "yen": frozenset({"JPY"}),
    "yuan": frozenset({"CNY"}),
    "rupee": frozenset({"INR", "LKR", "MUR", "NPR", "PKR", "SCR"}),
    "ruble": frozenset({"BYN", "RUB"}),
    "peso": frozenset({"ARS", "CLP", "COP", "CUP", "DOP", "MXN", "PHP", "UYU"}),
    "franc": frozenset({"BIF", "CDF", "CHF", "DJF", "GNF", "KMF", "RWF", "XAF", "XOF", "XPF"}),
    "krona": frozenset({"ISK", "SEK"}),
    "krone": frozenset({"DKK", "NOK"}),
    "zloty": frozenset({"PLN"}),
    "forint": frozenset({"HUF"}),
    "shekel": frozenset({"ILS"}),
    "baht": frozenset({"THB"}),
    "rupiah": frozenset({"IDR"}),
    "lira": frozenset({"TRY"}),
    "ringgit": frozenset({"MYR"}),
    "dirham": frozenset({"AED", "MAD"}),
    "riyal": frozenset({"OMR", "QAR", "SAR", "YER"}),
    "naira": frozenset({"NGN"}),
    "hryvnia": frozenset({"UAH"}),
    "tenge": frozenset({"KZT"}),
    "shilling": frozenset({"KES", "SOS", "TZS", "UGX"}),
    "taka": frozenset({"BDT"}),
    "bitcoin": frozenset(),
    "dinar": frozenset({"BHD", "DZD", "IQD", "JOD", "KWD", "LYD", "RSD", "TND"}),
    "dong": frozenset({"VND"}),
    "rand": frozenset({"ZAR"}),
    "rial": frozenset({"IRR", "OMR", "YER"}),
    "koruna": frozenset({"CZK"}),
    "riel": frozenset({"KHR"}),
    "cedi": frozenset({"GHS"}),
    "birr": frozenset({"ETB"}),
    "kwacha": frozenset({"MWK", "ZMW"}),
    "quetzal": frozenset({"GTQ"}),
    "boliviano": frozenset({"BOB"}),
    "lempira": frozenset({"HNL"}),
    "manat": frozenset({"AZN", "TMT"}),
    "loonie": frozenset({"CAD"}),
}
_PLN = _NAMES["zloty"]
_KRONER = _NAMES["krona"] | _NAMES["krone"] | _NAMES["koruna"]
_MARKS: dict[str, frozenset[str]] = {
    **{name + plural: codes for name, codes in _NAMES.items() for plural in ("", "s")},
    "lei": frozenset({"MDL", "RON"}),
    "reais": frozenset({"BRL"}),
    "rmb": frozenset({"CNY"}),
    "rur": frozenset({"RUB"}),  # the code until 1998, which banks still write
    "ntd": frozenset({"TWD"}),
    "btc": frozenset(),
    "eth": frozenset(),
    "kronor": frozenset({"SEK"}),
    "kroner": frozenset({"DKK", "NOK"}),
    "shekalim": frozenset({"ILS"}),
    "buck": _NAMES["dollar"],
    "bucks": _NAMES["dollar"],
    "bux": _NAMES["dollar"],
    "quid": frozenset({"GBP"}),
    "sterling": frozenset({"GBP"}),
    "us$": frozenset({"USD"}),
    "a$": frozenset({"AUD"}),
    "au$": frozenset({"AUD"}),
    "c$": frozenset({"CAD"}),
    "ca$": frozenset({"CAD"}),
    "nz$": frozenset({"NZD"}),
    "hk$": frozenset({"HKD"}),
    "s$": frozenset({"SGD"}),
    "nt$": frozenset({"TWD"}),
    "mx$": frozenset({"MXN"}),
    "rs.": _NAMES["rupee"],
    "kr.": frozenset({"DKK", "ISK", "NOK", "SEK"}),
    "sfr": frozenset({"CHF"}),
    "sfr.": frozenset({"CHF"}),
    "fr.": frozenset({"CHF"}),
    "fr": frozenset({"CHF"}),
    "元": frozenset({"CNY"}),
    "円": frozenset({"JPY"}),
    "원": frozenset({"KRW"}),
    "руб": frozenset({"RUB"}),
    "руб.": frozenset({"RUB"}),
    "грн": frozenset({"UAH"}),
    "zl": frozenset({"PLN"}),
    # French, Spanish, Italian and Portuguese
    **dict.fromkeys("dólar dólares dolar dolares dollaro dollari".split(), _NAMES["dollar"]),
    **dict.fromkeys("franco francos franchi".split(), _NAMES["franc"]),
    **dict.fromkeys("balle balles".split(), frozenset({"EUR", "CHF"})),
    **dict.fromkeys("pavo pavos euri eurini".split(), frozenset({"EUR"})),
    **dict.fromkeys("libra libras sterlina sterline".split(), frozenset({"GBP"})),
    **dict.fromkeys("real conto contos pila pilas".split(), frozenset({"BRL"})),
    "rs": _NAMES["rupee"] | {"BRL"},
    "piastres": frozenset({"CAD"}),
    "varos": frozenset({"MXN"}),
    "soles": frozenset({"PEN"}),
    "colones": frozenset({"CRC"}),
    "quetzales": _NAMES["quetzal"],
    **dict.fromkeys("koruny korun korunas".split(), _NAMES["koruna"]),
    **dict.fromkeys(
        "złoty złote złotych złotego złotówka złotówki złotówek zlote zlotych zlotego zlotowka".split(), _PLN
    ),
    **dict.fromkeys("zlotowki zlotowek zeta zetów zetow".split(), _PLN),
    **dict.fromkeys("рубль рубля рублей рубли рублика рубликов деревянных р".split(), _NAMES["ruble"]),
    **dict.fromkeys("гривня гривні гривень гривню гривен гривна гривны гривнів гривасів".split(), _NAMES["hryvnia"]),
    **dict.fromkeys("грн. грв".split(), _NAMES["hryvnia"]),
    **dict.fromkeys("євро евро".split(), _NAMES["euro"]),
    **dict.fromkeys(
        "доллар доллара долларов долар долари доларів бакс бакса баксов баксів баксы долара".split(), _NAMES["dollar"]
    ),
    **dict.fromkeys("dolary dolarów dolarow dolara dolarach".split(), _NAMES["dollar"]),
    **dict.fromkeys("eurootje eurootjes piek pegels ekkies".split(), _NAMES["euro"]),
    **dict.fromkeys("рублі рублів".split(), _NAMES["ruble"]),
    **dict.fromkeys("funt funta funty funtów фунт фунта фунтов фунти фунтів".split(), _NAMES["pound"]),
    **dict.fromkeys("frank franki franków франк франка франков франки франків".split(), frozenset({"CHF"})),
    **dict.fromkeys("злотый злотых злотий злотих".split(), _PLN),
    "тенге": _NAMES["tenge"],
    **dict.fromkeys("yenes ienes jenów jeny иен иены йен йены єн єни ين".split(), _NAMES["yen"]),
    **dict.fromkeys("rubel rubli rublos rublo roubles rouble rubla roebel roebels".split(), _NAMES["ruble"]),
    **dict.fromkeys("kronen couronnes koron крон крони кроны".split(), _KRONER),
    "franken": frozenset({"CHF"}),
    # Turkish
    **dict.fromkeys(
        "tl liraya liradan liralik lirasi liradir lirayi liram kağit kâğit papel lr".split(), _NAMES["lira"]
    ),
    "avro": _NAMES["euro"],
    "sterlin": _NAMES["pound"],
    # Japanese
    "えん": _NAMES["yen"],
    **dict.fromkeys("ドル 米ドル".split(), frozenset({"USD"})),
    "ユーロ": _NAMES["euro"],
    "ポンド": _NAMES["pound"],
    "ウォン": frozenset({"KRW"}),
    "人民元": _NAMES["yuan"],
    "台湾ドル": frozenset({"TWD"}),
    "バーツ": _NAMES["baht"],
    # Indonesian
    **dict.fromkeys("rp. perak".split(), frozenset({"IDR"})),
    # Arabic, with and without hamzas and the like
    **dict.fromkeys("دولار دولارات دولارا".split(), _NAMES["dollar"]),
    **dict.fromkeys("يورو اورو أورو".split(), _NAMES["euro"]),
    **dict.fromkeys("جنيه جنيهات جنيها جنية ج".split(), _NAMES["pound"]),
    **dict.fromkeys("ريال ريالات ريالا".split(), _NAMES["riyal"]),
    **dict.fromkeys("درهم دراهم درهما".split(), _NAMES["dirham"]),
    **dict.fromkeys("دينار دنانير دينارا".split(), _NAMES["dinar"]),
    "دإ": frozenset({"AED", "JOD"}),  # `د.إ` and `د.أ`, which are compared alike
    **dict.fromkeys("ليرة ليره ليرات".split(), frozenset({"LBP", "SYP", "TRY"})),
    **dict.fromkeys("شيكل شيقل شواكل شواقل".split(), _NAMES["shekel"]),
}
for _code, _symbol in _SYMBOLS.items():
    _MARKS[_symbol.lower()] = _MARKS.get(_symbol.lower(), frozenset()) | {_code}

# Marks that are also weights, lengths or letters (`5 pounds of potatoes`): they count only where they are the budget's own.
_ONLY_OWN = frozenset(
    "pound pounds r ft fr sfr balle balles pavo pavos euri eurini libra libras real conto contos pila pilas soles franco "
    "р piek zeta kağit kâğit papel lr perak ج".split()
)
# Codes that are everyday words in small letters: `5 all done` is no Albanian money. In capitals every code counts.
_EVERYDAY = frozenset("ALL AMD ANG BAM BOB COP CUP GEL LAK MAD MOP MUR NAD PEN RON SOS TOP TRY".split())
# Marks that are everyday words where these currencies are used: `kopi 20rb dong`.
_LITTLE_WORDS = {"dong": frozenset({"IDR"})}


def currency_named(code: str) -> Currency:
    """Return the currency of an ISO 4217 code in any letter case; raise `InvalidChoice` for an unknown one."""
    try:
        return CURRENCIES[code.strip().upper()]
    except KeyError:
        raise InvalidChoice(Why.UNKNOWN_CURRENCY, code) from None


def codes_called(word: str) -> frozenset[str]:
    """Return the codes of the currencies that a word or a sign in small letters may stand for: `€`, `euros`, `dollar`."""
    return _MARKS.get(word, frozenset())


_MINOR_UNITS = frozenset(
    "¢ cent cents ct cts penny pennies pence öre øre centime centimes centavo centavos grosz groszy kopek kopeks paise "
    "fils rappen rp sen fen céntimo céntimos centimo centimos centesimo centesimi cêntimo cêntimos grosze копейка копейки "
    "копеек копійка копійки копійок коп kuruş kurus krş قرش قروش هللة هلله هللات فلس سنت سنتات سنتيم".split()
)
_OWN_MINOR_UNITS: dict[str, str] = {
    "GBP": "p penny pennies pence", "CHF": "rappen rp centime centimes", "INR": "paise paisa", "NOK": "øre", "DKK": "øre",
    "SEK": "öre", "PLN": "grosz grosze groszy gr", "RUB": "kopek kopeks копейка копейки копеек коп",
    "UAH": "kopek kopeks копійка копійки копійок коп", "BRL": "centavo centavos",
    "MXN": "centavo centavos cent cents", "PHP": "centavo centavos cent cents",
    "EUR": "cent cents eurocent eurocents ct cts centime centimes céntimo céntimos centimo centimos centesimo centesimi cêntimo "
    "cêntimos",
    "PKR": "paise paisa", "MYR": "sen", "CNY": "fen", "TRY": "kuruş kurus krş", "EGP": "قرش قروش piastre piastres",
    "SAR": "هللة هلله هللات halala halalas",
    "AED": "فلس fils", "MAD": "سنتيم centime centimes", "DZD": "سنتيم centime centimes",
}  # fmt: skip
_CENTS = "¢ cent cents penny pennies سنت سنتات"  # of what is called a dollar, and of the rand
_SCALES = frozenset(
    "hundred hundreds thousand thousands grand million millions mil mio billion billions bn lakh lakhs lac lacs crore crores "
    "tausend tsd mille".split()
)
_INDIAN = {"lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "crore": 7, "crores": 7, "cr": 7}


MONEY_WORDS = frozenset(_MARKS).union(
    _MINOR_UNITS,
    *(units.split() for units in _OWN_MINOR_UNITS.values()),
    _SCALES,
    {code.lower() for code in CURRENCIES if code not in _EVERYDAY},
)
"""The folded words that may be part of an amount, in one budget or another."""


def is_only_own(word: str, own: Currency) -> bool:
    """Whether a folded word names the budget's own currency and no other: `złotych`, but not `dollars`."""
    return _MARKS.get(word) == frozenset({own.code})


def changes_number(word: str, own: Currency) -> bool:
    """Whether a folded word right after a number makes it another amount: `50 cents`, `5 thousand`."""
    return word in _SCALES or is_minor_unit(word, own)


def is_minor_unit(word: str, own: Currency) -> bool:
    """Whether a folded word is the hundredth part of some currency: `cents`, `¢`."""
    return (word in _MINOR_UNITS and own.code not in _MARKS.get(word, ())) or is_own_minor_unit(word, own)


def glued_mark(word: str, own: Currency) -> str:
    """Return the budget's own symbol for what stands for it only where it is glued to a number: `20e`; else an empty text."""
    return own.symbol if word.lower() in _GLUED.get(own.code, "").split() else ""


_GLUED = {"EUR": "e eu", "EGP": "ج.م ج.م.", "SAR": "ر.س ر.س.", "AED": "د.إ د.إ."}


def is_own_minor_unit(word: str, own: Currency) -> bool:
    """Whether a folded word is the hundredth part of the budget's own currency: `50p` are 0.50 in pounds."""
    if own.exponent != 2:
        return False
    known = _OWN_MINOR_UNITS.get(own.code)
    if known is None:
        known = _CENTS if own.symbol == "$" or own.code == "ZAR" else ""
    return word in known.split()


def indian_scale(word: str) -> int | None:
    """Return how many zeros an Indian scale word stands for: five for a lakh, seven for a crore."""
    return _INDIAN.get(word)


def cap_of(own: Currency) -> int:
    """Return the largest amount of one entry in whole units: what 1,000,000 USD are, rounded up to a power of ten."""
    return int(10 ** _CAP_DIGITS.get(own.code, 7))


_CAP_DIGITS = {
    code: digits
    for digits, codes in (
        (6, "USD EUR GBP CHF KWD BHD OMR JOD GIP FKP SHP KYD BMD BSD PAB CUP"),
        (
            8,
            "INR RUB PHP THB CZK TWD TRY EGP PKR BDT LKR NPR DZD RSD ISK JMD KES UYU DOP HTG MKD INR UAH NIO AFN ETB MUR MDL",
        ),
        (9, "JPY HUF CLP KRW ARS CRC KZT NGN XAF XOF XPF AMD DJF KMF LRD RWF YER VUV IQD SDG AOA MMK BIF COP"),
        (10, "MNT TZS UGX KHR PYG MGA CDF MWK ZMW SYP SOS UZS"),
        (11, "IDR VND LAK GNF LBP IRR SLE STN VES ZWG"),
    )
    for code in codes.split()
}
"""Digits, from 2026's rates; where they are not listed a unit is worth between ten cents and a dollar."""


def usual_scale(own: Currency) -> int:
    """Return how many of a currency's units are about what one US dollar is, as a power of ten: 100 for the yen."""
    return int(10 ** max(0, _CAP_DIGITS.get(own.code, 7) - 7))


def is_currency_name(word: str) -> bool:
    """Whether a folded word is a currency's name, and not its sign: after another word it says whose (`canadian dollars`)."""
    return len(word) >= 3 and word.isalpha() and word in _MARKS and word not in _ONLY_OWN


def mark_of(word: str, own: Currency) -> bool | None:
    """Tell what a word beside a number says: True, the budget's own currency; False, another one; None, no currency at all.

    A code in capitals always counts (`5 CAD`), one in small letters where it is no everyday word (`5 eur`, but not `5 all`).
    """
    lower = word.lower()
    codes = _MARKS.get(lower)
    if codes is not None:
        if own.code in codes:
            return True
        return None if lower in _ONLY_OWN or own.code in _LITTLE_WORDS.get(lower, ()) else False
    upper = word.upper()
    if upper in CURRENCIES and (word == upper or upper not in _EVERYDAY):
        return upper == own.code
    return None
