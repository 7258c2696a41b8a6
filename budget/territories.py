"""What is usual in a territory: its locale, its currency and its time zone, with the words people use for it.

Sources: Unicode CLDR (main language, currency in use in 2026), the IANA time zone database (the zone where most people live).
"""

from typing import NamedTuple

from budget.locales import LOCALES


class Territory(NamedTuple):
    """A territory of ISO 3166: what is usual there. ``one_zone`` is whether all of it, or nearly all, has one time zone."""

    code: str
    locale: str
    currency: str
    zone: str
    one_zone: bool
    names: tuple[str, ...]


# code, locale, currency, zone (+ where there are others), names in small letters: of the territory, and of what is from there
_ROWS = """
AE ar_AE AED Asia/Dubai          | emirates, uae, united arab emirates, emirati
AL sq_AL ALL Europe/Tirane       | albania, albanian
AM hy_AM AMD Asia/Yerevan        | armenia, armenian
AR es_AR ARS America/Argentina/Buenos_Aires | argentina, argentine, argentinian
AT de_AT EUR Europe/Vienna       | austria, austrian, österreich
AU en_AU AUD Australia/Sydney +  | australia, australian, aussie
AZ az_AZ AZN Asia/Baku           | azerbaijan, azerbaijani
BA bs_BA BAM Europe/Sarajevo     | bosnia, bosnian
BD bn_BD BDT Asia/Dhaka          | bangladesh, bangladeshi, bengali
BE nl_BE EUR Europe/Brussels     | belgium, belgian
BG bg_BG EUR Europe/Sofia        | bulgaria, bulgarian
BO es_BO BOB America/La_Paz      | bolivia, bolivian
BR pt_BR BRL America/Sao_Paulo + | brazil, brazilian, brasil
BY be_BY BYN Europe/Minsk        | belarus, belarusian
CA en_CA CAD America/Toronto +   | canada, canadian
CH de_CH CHF Europe/Zurich       | switzerland, swiss, schweiz, suisse
CL es_CL CLP America/Santiago +  | chile, chilean
CN zh_CN CNY Asia/Shanghai       | china, chinese
CO es_CO COP America/Bogota      | colombia, colombian
CR es_CR CRC America/Costa_Rica  | costa rica, costa rican
CY el_CY EUR Asia/Nicosia        | cyprus, cypriot
CZ cs_CZ CZK Europe/Prague       | czechia, czech, czech republic
DE de_DE EUR Europe/Berlin       | germany, german, deutschland, deutsch
DK da_DK DKK Europe/Copenhagen   | denmark, danish
DO es_DO DOP America/Santo_Domingo | dominican republic, dominican
EC es_EC USD America/Guayaquil + | ecuador, ecuadorian
EE et_EE EUR Europe/Tallinn      | estonia, estonian
EG ar_EG EGP Africa/Cairo        | egypt, egyptian
ES es_ES EUR Europe/Madrid       | spain, spanish, españa, español
ET am_ET ETB Africa/Addis_Ababa  | ethiopia, ethiopian
FI fi_FI EUR Europe/Helsinki     | finland, finnish
FR fr_FR EUR Europe/Paris        | france, french, français
GB en_GB GBP Europe/London       | uk, united kingdom, britain, great britain, british, england, english, scotland, wales
GE ka_GE GEL Asia/Tbilisi        | georgia, georgian
GR el_GR EUR Europe/Athens       | greece, greek
GT es_GT GTQ America/Guatemala   | guatemala, guatemalan
HK en_HK HKD Asia/Hong_Kong      | hong kong
HR hr_HR EUR Europe/Zagreb       | croatia, croatian
HU hu_HU HUF Europe/Budapest     | hungary, hungarian
ID id_ID IDR Asia/Jakarta +      | indonesia, indonesian
IE en_IE EUR Europe/Dublin       | ireland, irish
IL he_IL ILS Asia/Jerusalem      | israel, israeli
IN en_IN INR Asia/Kolkata        | india, indian
IS is_IS ISK Atlantic/Reykjavik  | iceland, icelandic
IT it_IT EUR Europe/Rome         | italy, italian, italia, italiano
JP ja_JP JPY Asia/Tokyo          | japan, japanese
KE en_KE KES Africa/Nairobi      | kenya, kenyan
KH km_KH KHR Asia/Phnom_Penh     | cambodia, cambodian
KR ko_KR KRW Asia/Seoul          | korea, south korea, korean
KW ar_KW KWD Asia/Kuwait         | kuwait, kuwaiti
KZ kk_KZ KZT Asia/Almaty         | kazakhstan, kazakh
LI de_LI CHF Europe/Vaduz        | liechtenstein
LK si_LK LKR Asia/Colombo        | sri lanka, sri lankan
LT lt_LT EUR Europe/Vilnius      | lithuania, lithuanian
LU fr_LU EUR Europe/Luxembourg   | luxembourg
LV lv_LV EUR Europe/Riga         | latvia, latvian
MA ar_MA MAD Africa/Casablanca   | morocco, moroccan
MK mk_MK MKD Europe/Skopje       | macedonia, north macedonia, macedonian
MT mt_MT EUR Europe/Malta        | malta, maltese
MX es_MX MXN America/Mexico_City + | mexico, mexican, méxico
MY ms_MY MYR Asia/Kuala_Lumpur   | malaysia, malaysian
NG en_NG NGN Africa/Lagos        | nigeria, nigerian
NL nl_NL EUR Europe/Amsterdam    | netherlands, holland, dutch, nederland
NO nb_NO NOK Europe/Oslo         | norway, norwegian
NP ne_NP NPR Asia/Kathmandu      | nepal, nepalese, nepali
NZ en_NZ NZD Pacific/Auckland    | new zealand
PE es_PE PEN America/Lima        | peru, peruvian
PH en_PH PHP Asia/Manila         | philippines, philippine, filipino
PK ur_PK PKR Asia/Karachi        | pakistan, pakistani
PL pl_PL PLN Europe/Warsaw       | poland, polish, polska
PT pt_PT EUR Europe/Lisbon       | portugal, portuguese
PY es_PY PYG America/Asuncion    | paraguay, paraguayan
RO ro_RO RON Europe/Bucharest    | romania, romanian
RS sr_RS RSD Europe/Belgrade     | serbia, serbian
RU ru_RU RUB Europe/Moscow +     | russia, russian
SA ar_SA SAR Asia/Riyadh         | saudi arabia, saudi
SE sv_SE SEK Europe/Stockholm    | sweden, swedish
SG en_SG SGD Asia/Singapore      | singapore, singaporean
SI sl_SI EUR Europe/Ljubljana    | slovenia, slovenian
SK sk_SK EUR Europe/Bratislava   | slovakia, slovak
TH th_TH THB Asia/Bangkok        | thailand, thai
TR tr_TR TRY Europe/Istanbul     | turkey, türkiye, turkish
TW zh_TW TWD Asia/Taipei         | taiwan, taiwanese
TZ sw_TZ TZS Africa/Dar_es_Salaam | tanzania, tanzanian
UA uk_UA UAH Europe/Kyiv         | ukraine, ukrainian
US en_US USD America/New_York +  | us, usa, united states, america, american, u.s., u.s.a.
UY es_UY UYU America/Montevideo  | uruguay, uruguayan
VE es_VE VES America/Caracas     | venezuela, venezuelan
VN vi_VN VND Asia/Ho_Chi_Minh    | vietnam, vietnamese
ZA en_ZA ZAR Africa/Johannesburg | south africa, south african
"""


def _territory(row: str) -> Territory:
    what, _, names = row.partition("|")
    code, locale, currency, zone, *others = what.split()
    return Territory(code, locale, currency, zone, not others, tuple(name.strip() for name in names.split(",")))


TERRITORIES = {one.code: one for one in map(_territory, _ROWS.strip().splitlines())}
"""The territories by their code."""

CALLED = {name: one for one in TERRITORIES.values() for name in one.names}
"""The territories by the words for them, in small letters."""

# Of languages that several territories have in `LOCALES`: where most of those live who have their app in it. Not English, Arabic:
# they say nothing of where somebody lives.
_MAIN = {
    "bn": "BD", "de": "DE", "el": "GR", "es": "ES", "fr": "FR", "it": "IT", "ms": "MY", "nl": "NL", "pt": "PT", "sv": "SE",
    "sw": "KE", "zh": "CN",
}  # fmt: skip
_SCRIPTS = {"hans": "CN", "hant": "TW"}
_OTHER_TAGS = {"no": "nb_NO", "nn": "nn_NO", "iw": "he_IL", "in": "id_ID", "fil": "fil_PH", "tl": "fil_PH"}


def locale_of_language(tag: str) -> str | None:
    """Return the locale that a language tag (`de`, `pt-br`, `zh-hant`) speaks for, None where it says none."""
    language, *others = tag.strip().lower().replace("_", "-").split("-")
    for other in others:
        exact = f"{language}_{_SCRIPTS.get(other, other.upper())}"
        if exact in LOCALES:
            return exact
    if language in _OTHER_TAGS:
        return _OTHER_TAGS[language]
    if language in _MAIN:
        return f"{language}_{_MAIN[language]}"
    alike = [name for name in LOCALES if name.partition("_")[0] == language]
    return alike[0] if len(alike) == 1 else None
