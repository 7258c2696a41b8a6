"""Buttons as values: each survives the way through Telegram, and nothing else is a button."""

import ast
import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import buttons
from bot.buttons import Setting, decode, encode
from bot.buttons.codec import LONGEST
from bot.buttons.forms import Named
from bot.handlers import TAPS as HANDLERS
from bot.reply import fits_among
from budget.categories import STARTERS
from budget.currencies import CURRENCIES, cap_of, currency_named
from budget.locales import LOCALES, locale_named
from budget.money import Money
from budget.periods import WEEKDAYS
from budget.prompts import Part
from tests.chat import Say, breaking, chat
from tests.telegram.running import rows_in

ROOT = Path(__file__).parent.parent.parent
KINDS: tuple[type[buttons.Button], ...] = get_args(buttons.Button)
NUMBERS = st.one_of(st.integers(0, 2**63 - 1), st.integers(2**61, 2**62), st.integers(0, 100))
OF_TYPE: dict[object, st.SearchStrategy[object]] = {
    int: NUMBERS,
    int | None: st.none() | NUMBERS,
    bool: st.booleans(),
    date: st.dates(date(1970, 1, 1), date(9998, 12, 31)),
    Setting: st.sampled_from(Setting),
    Part: st.sampled_from(Part),
    buttons.WithEntry: st.sampled_from(buttons.WithEntry),
    buttons.RecentList: st.builds(
        buttons.RecentList,
        st.integers(0, 2**36 - 1),
        st.integers(0, buttons.MOST_SKIPPED),
        st.integers(1, buttons.MOST_SHOWN),
        st.none() | NUMBERS,
        st.integers(0, buttons.MOST_BEFORE),
    ),
    buttons.EntryAt: st.builds(buttons.EntryAt, NUMBERS, st.integers(0, 10**8 - 1)),
    buttons.CategoryAt: st.builds(buttons.CategoryAt, NUMBERS),
    buttons.Topic: st.sampled_from(buttons.Topic),
}
OF_FIELD: dict[tuple[type[buttons.Button], str], st.SearchStrategy[object]] = {
    **dict.fromkeys(((buttons.Relabel, "was"), (buttons.Relabel, "to")), st.sampled_from(sorted(CURRENCIES))),
    (buttons.SetLimit, "currency"): st.sampled_from(sorted(CURRENCIES)),
    (buttons.LaterLimit, "currency"): st.sampled_from(sorted(CURRENCIES)),
    (buttons.RecordFile, "currency"): st.sampled_from(sorted(CURRENCIES)),
    (buttons.RecordFile, "rows"): st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
    **dict.fromkeys(
        ((buttons.AddBill, "currency"), (buttons.AskWhenDue, "currency")), st.sampled_from(sorted(CURRENCIES))
    ),
    **dict.fromkeys(((buttons.AddBill, "amount"), (buttons.AskWhenDue, "amount")), st.integers(0, 10**10 - 1)),
    **dict.fromkeys(((buttons.AddBill, "name"), (buttons.AskWhenDue, "name")), st.text("aé ", min_size=1, max_size=7)),
    (buttons.EstimateBill, "currency"): st.sampled_from(sorted(CURRENCIES)),
    **{
        (kind, "amount"): st.integers(0, 10**10 - 1) for kind in (buttons.EstimateBill, buttons.PayBill)
    },  # ten digits at most
    (buttons.RestoreCategory, "currency"): st.sampled_from(sorted(CURRENCIES)),
    **dict.fromkeys(  # a limit has at most ten digits
        ((buttons.LaterLimit, "limit"), (buttons.LaterLimit, "before")), st.none() | st.integers(0, 10**10 - 1)
    ),
    (buttons.WrittenLimit, "limit"): st.from_regex(r"[0-9]{1,9}(\.[0-9]{1,3})?( [A-Z]{3})?", fullmatch=True),
    **{
        (kind, "when"): st.sampled_from(["monthly 1 15 before", "~months 120 2026-11-26 after", "days 14 2026-11-26"])
        for kind in (
            buttons.MakeBill,
            buttons.BillOutside,
            buttons.BillInside,
            buttons.AddBill,
            buttons.RestoreOffering,
        )
    },
    (buttons.PaydayBy, "when"): st.sampled_from(["monthly 1 15 before", "months 120 2026-11-26 after"]),
    **{
        (kind, name): st.integers(0, 200_000)
        for kind in (
            buttons.MakeBill,
            buttons.BillOutside,
            buttons.BillInside,
            buttons.RestoreOffering,
            buttons.RestoreSuggesting,
        )
        for name in ("line", "name_place")
    },
    **{  # albums have the largest numbers of messages: 15 digits
        (kind, "message"): st.integers(0, 10**15)
        for kind in (
            buttons.MakeBill,
            buttons.BillOutside,
            buttons.BillInside,
            buttons.PaydayBy,
            buttons.PayBill,
            buttons.RestoreOffering,
            buttons.RestoreSuggesting,
        )
    },
    (buttons.RestoreSuggesting, "day"): st.integers(1, 31),
    (buttons.RestoreSaying, "said"): st.integers(1, 3),
    (buttons.SetDigest, "weekday"): st.integers(0, 6),
    (buttons.TakeDigest, "weekday"): st.integers(0, 6),
    (buttons.SetDigest, "minutes"): st.integers(5 * 60, 23 * 60 - 1),
    (buttons.SetReminder, "minutes"): st.integers(5 * 60, 23 * 60 - 1),
    (buttons.OldForget, "word"): st.sampled_from(["yes", "no"]),
    **dict.fromkeys(
        ((buttons.SettingChoice, "value"), (buttons.SetUpChoice, "value")),
        st.from_regex(r"[A-Za-z0-9_+/-]{1,40}", fullmatch=True),
    ),
}


def of(kind: type[buttons.Button]) -> st.SearchStrategy[buttons.Button]:
    hints = get_type_hints(kind)
    ways = {field.name: OF_TYPE.get(hints[field.name]) for field in fields(kind)}
    ways |= {name: way for (of_kind, name), way in OF_FIELD.items() if of_kind is kind}
    if issubclass(kind, Named):
        ways = dict.fromkeys(ways, st.from_regex(r"[A-Za-z0-9_-]{1,48}", fullmatch=True))
    given_ = {name: way for name, way in ways.items() if way is not None}
    return st.builds(kind, **given_)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
@settings(max_examples=50)
def test_every_button_survives_the_way_through_64_bytes(kind: type[buttons.Button], data: st.DataObject) -> None:
    button = data.draw(of(kind))

    written = encode(button)

    assert len(written.encode()) <= 64
    assert decode(written) == button


FORGED = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from([*"urancpifwxlsqmydtRM", "yes", "no", "list", "*", "0", "5", "05", "-1"])
        | st.sampled_from(["٥", "+5", " 5", "5_0", "1e3", str(2**63), "9" * 60, "20261123", "2026-W48-1", "EUR", "currency", ""])
        | st.sampled_from(["1.0.a.", "1.0.a.7", "01.0.a.", "A.0.a.", "5.0"]),
        max_size=5,
    ).map(":".join),
)  # fmt: skip


@pytest.mark.slow
@given(FORGED)
@settings(max_examples=1000)
def test_whatever_comes_in_is_a_button_in_its_one_form_or_none(data: str) -> None:
    try:
        button = decode(data)
    except ValueError:
        return
    assert encode(button) == data


@pytest.mark.parametrize(
    ("data", "button"),
    [
        ("u:5:0", buttons.UndoLines(5, 0)),
        ("u:5:*", buttons.UndoLines(5)),
        ("r:5:2", buttons.RestoreLines(5, 2)),
        ("r:5:*", buttons.RestoreLines(5)),
        ("a:1:0:1", buttons.Answer(1, 0, 1)),
        ("n:1:0", buttons.Decline(1, 0)),
        ("c:1:0:7", buttons.SetCategory(1, 0, 7)),
        ("p:1:0", buttons.PickCategory(1, 0)),
        ("v:1:*", buttons.ChangeLine(1)),
        ("v:1:0", buttons.ChangeLine(1, 0)),
        ("v:1:0:a", buttons.AskFor(1, 0, Part.AMOUNT)),
        ("i:1:0", buttons.MakeIncome(1, 0)),
        ("f:yes", buttons.OldForget("yes")),
        ("f:no", buttons.OldForget("no")),
        ("w:2026-11-23", buttons.Week(date(2026, 11, 23))),
        ("w:p:2026-11-23", buttons.WeekPicture(date(2026, 11, 23))),
        ("x:3", buttons.RevokeLink(3)),
        ("x:3:list", buttons.RevokeLink(3, listed=True)),
        ("o:x:3", buttons.CloseDoor(3)),
        ("o:x:3:list", buttons.CloseDoor(3, listed=True)),
        ("o:x:y:3", buttons.CloseNow(3)),
        ("o:x:y:3:list", buttons.CloseNow(3, listed=True)),
        ("o:x", buttons.ShowDoors()),
        ("l:7", buttons.LimitOf(7)),
        ("l:r:7:5000:USD", buttons.RestoreCategory(7, 5000, "USD")),
        ("l:r:7:*:USD", buttons.RestoreCategory(7, None, "USD")),
        ("l:7:50.000", buttons.WrittenLimit(7, "50.000")),
        ("l:7:50 KWD", buttons.WrittenLimit(7, "50 KWD")),
        ("R:td3tk0.a.a.", buttons.ShowRecent(buttons.RecentList(1775532384, 10, 10, None))),
        ("R:td3tk0.a.22.", buttons.ShowRecent(buttons.RecentList(1775532384, 10, 10, None, 1))),
        (
            "R:td3tk0.0.a.7:1y2p0ij32e8e7.0:u",
            buttons.RecentEntry(
                buttons.RecentList(1775532384, 0, 10, 7), buttons.EntryAt(2**63 - 1, 0), buttons.WithEntry.UNDO
            ),
        ),
        ("s:week", buttons.SettingChoices(Setting.WEEK)),
        ("s:currency:EUR", buttons.SettingChoice(Setting.CURRENCY, "EUR")),
        ("s:zone:America/New_York", buttons.SettingChoice(Setting.ZONE, "America/New_York")),
    ],
)
def test_what_earlier_versions_sent_is_understood(data: str, button: buttons.Button) -> None:
    assert decode(data) == button


@pytest.mark.parametrize(
    "data",
    [
        "", "u", "u:1", "u:x:0", "u:05:0", "u:5:00", "u:-5:0", "u:+5:0", "u: 5:0", "u:٥:0", "u:1_0:0", f"u:{2**63}:0", "u:5:0:0",
        "U:5:0", "a:1:0:*", "f:maybe", "f", "w:never", "w:20261123", "w:2026-W48-1", "w:9999-12-31", "w:0001-01-01",
        "b:p:1:1:9999-12-31", "b:f:1:9999-12-31", "y:9999-12-31:14", "x:3:lists",
        "l:x", "l:7:", "l:7:50:usd", "l:7:5.0:USD", "l:7:50:USD:1", "s:x", "s:colour:EUR", "s:zone:", "s:zone:a b", "💥", "u:5:0 ",
        "\ud800", "l:7:" + "9" * 61, "t:1", "l:n:7:1:2:2026-11-30:usd", "l:n:7:1:2:9999-11-29:USD", "l:n:7:-1:2:2026-11-30:USD",
        "l:r:7:5000:usd", "l:r:7:-1:USD",
    ],
)  # fmt: skip
def test_what_no_button_bears_is_refused(data: str) -> None:
    with pytest.raises(ValueError):
        decode(data)


@pytest.mark.parametrize("number", [-1, 2**63])
def test_no_button_holds_a_number_that_is_none_of_ours(number: int) -> None:
    with pytest.raises(ValueError):
        buttons.UndoLines(number, 0)


# --- one way in, one way out ----------------------------------------------------------------------------------------------


def test_every_kind_of_button_has_a_handler() -> None:
    assert set(HANDLERS) == set(KINDS)


@pytest.mark.slow
def test_no_data_of_a_button_is_written_anywhere_else() -> None:
    looks_like_data = re.compile(r"[a-z]:(?:\d|\*|yes|no|week|zone|numbers|currency|$)")
    for path in [*ROOT.glob("bot/**/*.py"), *ROOT.glob("budget/**/*.py"), *ROOT.glob("app/*.py"), ROOT / "main.py"]:
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        encodes = [call for call in calls if isinstance(call, ast.Attribute) and ast.unparse(call) == "buttons.encode"]
        assert len(encodes) == (path.name == "reply.py"), path.name
        # It is sent, and read again where somebody replies to the message that bears it.
        assert source.count("callback_data") == (path.name in {"delivery.py", "updates.py"}), path.name
        if path.parent.name == "buttons":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                assert not looks_like_data.fullmatch(str(node.values[0].value)), f"{path.name}:{node.lineno}"
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not looks_like_data.match(node.value), f"{path.name}:{node.lineno}"


# --- limits are minor units -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("currency", ["KWD", "BHD", "USD", "JPY"])
def test_a_plain_limit_reads_back_in_every_locale(currency: str) -> None:
    for locale in LOCALES:
        money = Money(currency_named(currency), locale_named(locale))
        unit = 10**money.currency.exponent
        for minor in (0, 1, unit, 50 * unit, 1250 * unit + unit // 2, cap_of(money.currency) * unit):
            assert money.read_plain(money.plain(minor)) == minor


@pytest.mark.parametrize(
    "text", ["", "50", "50.0", "50.0000", "050.000", "50,000", "1 000.000", "-1.000", "+1.000", "٥.000", "5.0.00", "50 KWD", ".500"]
)  # fmt: skip
def test_no_other_form_of_a_limit_is_plain(text: str) -> None:
    with pytest.raises(ValueError):
        Money(currency_named("KWD"), locale_named("de_DE")).read_plain(text)


@pytest.mark.parametrize("currency", ["KWD", "BHD", "JPY"])
@pytest.mark.parametrize("locale", ["de_DE", "en_US", "fr_FR", "de_CH"])
def test_each_limit_that_is_offered_sets_what_it_says(tmp_path: Path, currency: str, locale: str) -> None:
    with chat(tmp_path, CURRENCY=currency, LOCALE=locale) as say:
        say("/start")
        say("/limits")
        said = say.tap("Fun")
        money = Money(currency_named(currency), locale_named(locale))
        assert breaking(money.written(STARTERS[0].limit_in(money.currency), short=True)) in said
        choices = say.reply
        for label in say.buttons:
            say.reply = choices
            assert say.tap(label) == f"Fun: {label} a week from now on."


def test_an_old_button_for_a_limit_is_read_as_it_was_written_or_asks_again(tmp_path: Path) -> None:
    with chat(tmp_path, CURRENCY="KWD", LOCALE="de_DE") as say:
        say("/start")
        say("/limits")
        assert say.reply is not None
        fun = say.reply.buttons[0][0].data.removeprefix("l:")

        assert say.tap_data(f"l:{fun}:50.000", "1") == "Fun: 50 KWD a week from now on."
        for text in ("50", "50 KWD", "50,000", "50.00"):
            assert say.tap_data(f"l:{fun}:{text}", text).startswith("Fun: 50 KWD a week. Tap a new limit"), text
        assert say.tap_data(f"l:{fun}:2000000.000", "2").startswith("That is more than")


def test_a_limit_of_no_category_of_ones_own_or_beyond_the_cap_is_not_set(say: Say) -> None:
    say("/start")
    before = say("/limits")
    assert say.reply is not None
    fun = say.reply.buttons[0][0].data

    assert "settled" in say.tap_data("l:99:5000:USD", "1")
    assert say.tap_data(f"{fun}:{2**62}:USD", "2").startswith("That is more than $1,000,000")
    assert say("/limits") == before


def test_a_limit_made_in_another_currency_asks_again(tmp_path: Path) -> None:
    with chat(tmp_path, CURRENCY="JPY") as say:
        say("/start")
        say("/limits")
        say.tap("Fun")
        choices, label = say.reply, say.buttons[0]
        say("/settings currency KWD")
        before = say("/limits")
        say.reply = choices

        assert "Tap a new limit" in say.tap(label)
        assert say("/limits") == before


TAPS = [
    "v:1:*", "v:1:0:a", "l:n:1:1:*:2026-12-07:USD", "l:r:1:*:USD", "?", "?:plan",
    "b:r:1", "b:f:1:2026-12-04", "b:p:1:1:2026-12-01", "b:n:1", "b:w:1:0", "y:2026-12-04:14", "z:1", "d:1:0", "d:1:0:4",
    "r:1:0:4:monthly 1", "r:s:1:0:4:22", "r:1:0:3", "b:k:1:0", "b:q:1:1:2026-12-01:90000", "b:d:1:2026-12-01:90000",
    "b:p:1:2026-12-01", "b:a:1:2026-12-01", "b:t:1:2026-12-01", "b:s:1:2026-12-01", "b:u:1:2026-12-01:2026-12-02",
    "b:c:1:*", "b:c:1:1", "g:0:480", "g:o:1:0", "g", "e:1200", "e",
    "e:n:2026-12-01", "e:l", "b:m:1:0:4:monthly 1", "b:o:1:0:4:monthly 1", "b:i:1:0:4:monthly 1",
    "b:a:9412:USD:monthly 1:electric", "b:h:9412:USD:electric", "b:e:1:1:900", "b:e:1:1:900:USD",
    "y:r:1:monthly 1",
    "y:c:1:2026-11-22", "y:n:1:payday:0",
    "l:1", "l:1:5000:USD", "l:1:50.00", "l:1:many", "l:1:9000000000000000000:USD",
    "o", "o:y", "o:week", "o:week:monday", "o:currency:XXX", "s:r:USD:EUR",
    "s", "s:week", "s:week:monday", "s:zone:Europe/Berlin", "s:numbers:de_DE", "s:currency:JPY", "s:currency:XXX", "s:week:someday",
    "u:1:*", "r:1:0", "a:1:0:0", "n:1:0", "c:1:0:1", "p:1:0", "i:1:0", "q:1:*", "q:1:0", "w:2026-11-16", "x:1", "x:1:list",
    "x:y:1", "x",
    "w:p:2026-11-16", "w:g:2026-11-16", "o:x", "o:x:1", "o:x:1:list", "o:x:y:1", "o:x:y:1:list",
    "t", "f:y:nonce", "f:n:nonce", "f:d:nonce", "f:r", "f:yes", "m:l", "m:a:5", "m:r:5", "m:i:5:1", "m:w:invitation",
    "h:1:0", "j:y:1", "j:n:1", "j:r:1", "j:r:1:USD:0123456789ab", "j:b:1",
    "j:s:1:r", "j:w:1:since", "j:x:1:turned", "j:a:1:day column:0", "j:q:1:0", "j:m:1:0:1", "k:0", "k:0:5", "g:1",
    "R:td3tk0.0.a.", "R:td3tk0.0.a.:1.0:u", "M:td3tk0.0.a.:1.0:1", "", "nonsense",
]  # fmt: skip


@pytest.mark.parametrize("data", TAPS)
def test_a_tap_opens_no_budget(tmp_path: Path, data: str) -> None:
    """Its chat may have moved, or everything of it may have been deleted."""
    with chat(tmp_path) as say:
        before = rows_in(tmp_path)
        assert say.tap_data(data, "1")
        assert rows_in(tmp_path) == before


def test_every_kind_of_button_is_among_those_taps() -> None:
    assert {type(decode(data)) for data in TAPS[:-2]} == set(KINDS)


# --- settings -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("setting", Setting)
def test_each_setting_that_is_offered_sets_what_it_says(say: Say, setting: Setting) -> None:
    say("/start")
    say(f"/settings {setting}")
    choices = say.reply
    *labels, back = say.buttons
    assert back == "‹ Settings"
    for label in labels:
        say.reply = choices
        said = say.tap(label)
        match setting:
            case Setting.WEEK:
                assert f"Week starts on: {label}" in said
            case Setting.ZONE:
                clock, _, place = label.partition(" ")
                assert f"Time zone: {place}, {clock}" in said
            case Setting.NUMBERS:
                sample, _, country = label.partition(" · ")
                assert f"Numbers: {sample} ({country})".replace("\xa0", " ") in said.replace("\xa0", " ")
            case Setting.CURRENCY:
                name, _, code = label.partition(", ")
                assert f"Currency: {code} ({name})" in said
            case Setting.LANGUAGE:
                assert label in said


@pytest.mark.parametrize("setting", Setting)
@pytest.mark.parametrize("language", ["german", "arabic", "french"])
def test_what_a_setting_offers_is_shown_whole(say: Say, language: str, setting: Setting) -> None:
    say("/start")
    say(f"/settings language {language}")
    say(f"/settings {setting}")

    assert say.reply is not None
    for row in say.reply.buttons:
        assert len(row) == 1 or all(fits_among(button.label, len(row)) for button in row)


def test_every_value_of_a_setting_fits_a_button() -> None:
    for setting, values in {
        Setting.WEEK: [name.capitalize() for name in WEEKDAYS],
        Setting.NUMBERS: list(LOCALES),
        Setting.CURRENCY: list(CURRENCIES),
        Setting.ZONE: ["America/Argentina/ComodRivadavia", "Etc/GMT+12", "America/Port-au-Prince"],
    }.items():
        for value in values:
            assert decode(encode(buttons.SettingChoice(setting, value))) == buttons.SettingChoice(setting, value)


def test_a_buttons_data_has_sixty_four_bytes_at_most() -> None:
    """Telegram's bound, in bytes of UTF-8."""
    room = LONGEST - len(encode(buttons.AskWhenDue(12_50, "USD", "")))
    longest = buttons.AskWhenDue(12_50, "USD", "é" * (room // 2) + "a" * (room % 2))

    assert len(encode(longest).encode()) == LONGEST == 64
    assert decode(encode(longest)) == longest
    with pytest.raises(ValueError, match="USD"):
        encode(buttons.AskWhenDue(12_50, "USD", f"{longest.name}a"))
    of_letters = buttons.AskWhenDue(12_50, "USD", "a" * room)
    assert decode(encode(of_letters)) == of_letters
    with pytest.raises(ValueError, match="USD"):
        decode(f"{encode(of_letters)}a")


def test_a_list_has_its_bounds() -> None:
    most = buttons.RecentList(2**36 - 1, buttons.MOST_SKIPPED, buttons.MOST_SHOWN, None)

    assert decode(encode(buttons.ShowRecent(most))) == buttons.ShowRecent(most)
    assert buttons.EntryAt(1, 10**8 - 1).line == 10**8 - 1
    for change in ({"at": 2**36}, {"skip": buttons.MOST_SKIPPED + 1}, {"most": buttons.MOST_SHOWN + 1}, {"most": 0}):
        with pytest.raises(ValueError):
            replace(most, **change)
    with pytest.raises(ValueError):
        buttons.EntryAt(1, 10**8)
