"""How numbers and short dates are written in each supported locale.

Source: Unicode CLDR, Latin digits; ``tests/budget/test_locales.py`` compares every row with it. The table is ours because CLDR
libraries cost more at start-up than everything else together, and read ``12,50`` as 1250.
"""

from dataclasses import dataclass

from budget.errors import InvalidChoice, Why


@dataclass(frozen=True, slots=True)
class Locale:
    """The marks of one locale: ``decimal`` and ``group`` in numbers, the symbol's side, and the order of ``3/14``."""

    name: str
    decimal: str
    group: str
    symbol_first: bool
    symbol_spaced: bool
    month_first: bool


# decimal mark, grouping mark, symbol before the number, space between, month before day
_ROWS: tuple[tuple[str, str, bool, bool, bool, str], ...] = (
    (".", ",", True, False, True, "en_US en_PH fil_PH ja_JP ko_KR mt_MT si_LK zh_CN zh_SG zh_TW zu_ZA"),
    (".", ",", True, False, False, "en_AU en_CA en_GB en_HK en_IE en_IL en_IN en_KE en_MY en_NG en_NZ en_SG am_ET"),
    (".", ",", True, False, False, "bn_IN cy_GB es_DO es_GT es_MX es_US ga_IE hi_IN mr_IN ms_MY ta_IN te_IN th_TH ur_PK zh_HK"),
    (".", ",", True, True, False, "es_PE sw_KE sw_TZ"),
    (".", ",", True, True, True, "ne_NP"),
    (".", ",", False, True, False, "ar_AE ar_EG ar_KW ar_SA he_IL"),
    (".", ",", False, False, False, "bn_BD km_KH"),
    (".", "’", True, True, False, "de_CH de_LI en_CH it_CH"),
    (",", ".", False, True, False, "de_DE de_LU ar_MA az_AZ bs_BA ca_ES da_DK el_CY el_GR es_ES fr_LU gl_ES hr_HR is_IS it_IT"),
    (",", ".", False, True, False, "mk_MK ro_RO sl_SI sr_RS vi_VN"),
    (",", ".", False, True, True, "eu_ES"),
    (",", ".", True, False, False, "es_AR es_BO es_CL es_CO es_EC es_VE id_ID tr_TR"),
    (",", ".", True, True, False, "de_AT es_PY es_UY nl_BE nl_NL pt_BR"),
    (",", "\xa0", False, True, False, "be_BY bg_BG cs_CZ et_EE fi_FI hy_AM ka_GE kk_KZ lv_LV nb_NO nn_NO pl_PL pt_PT ru_RU"),
    (",", "\xa0", False, True, False, "sk_SK sq_AL sv_FI sv_SE uk_UA"),
    (",", "\xa0", False, True, True, "fr_CA hu_HU lt_LT"),
    (",", "\xa0", True, False, False, "af_ZA es_CR"),
    (",", "\xa0", True, False, True, "en_ZA"),
    (",", "\u202f", False, True, False, "fr_BE fr_CH fr_FR"),
)  # fmt: skip

LOCALES: dict[str, Locale] = {
    name: Locale(name, decimal, group, symbol_first, symbol_spaced, month_first)
    for decimal, group, symbol_first, symbol_spaced, month_first, names in _ROWS
    for name in names.split()
}


def locale_named(name: str) -> Locale:
    """Return the locale written ``en_US``, ``en-us`` or ``EN_us.UTF-8``; raise `InvalidChoice` for one that is not in the table."""
    language, _, territory = name.strip().partition(".")[0].replace("-", "_").partition("_")
    try:
        return LOCALES[f"{language.lower()}_{territory.upper()}"]
    except KeyError:
        raise InvalidChoice(Why.UNKNOWN_LOCALE, name) from None
