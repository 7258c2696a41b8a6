"""Scripted chats, played and drawn: what a phone would show, and how high it is.

The drawing runs where a Chromium is at hand (`make phone` installs one).
"""

import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import resvg_py
from telegram import Bot, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import BadRequest, Forbidden, InvalidToken

from rehearsal.phone import png
from rehearsal.phone.browser import NO_BROWSER, Browser, browser, chromium
from rehearsal.phone.heights import exchanges, measured, table
from rehearsal.phone.markup import shown
from rehearsal.phone.page import page
from rehearsal.phone.play import Played, play
from rehearsal.phone.script import SCRIPTS, ScriptError, parse, read
from rehearsal.phone.telegram import Message, PhoneTelegram
from tests.telegram.simulated import TOKEN

ROOT = Path(__file__).parent.parent.parent
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
SQUARE = bytes(
    resvg_py.svg_to_bytes(
        svg_string='<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><defs><linearGradient id="g">'
        '<stop stop-color="#102030"/><stop offset="1" stop-color="#fedcba"/></linearGradient></defs>'
        '<rect width="60" height="40" fill="url(#g)"/><rect width="20" height="20" fill="#f00"/>'
        '<rect x="40" y="20" width="20" height="20" fill="#00f"/></svg>'
    )
)


def story(played: Played) -> list[tuple[str, str]]:
    """Return who says what in a chat, the latest state of each message."""
    return [(message.sender, message.text) for message in played.chat.in_order]


async def played(tmp_path: Path, text: str) -> Played:
    return await play(parse("test", text), tmp_path)


# --- playing ---


@pytest.mark.parametrize(
    ("steps", "senders"),
    [
        ("[[steps]]\nsay = '12.50 fun tacos'", "ann bot"),
        ("[[steps]]\nsay = '12.50 fun tacos'\n[[steps]]\ntap = 'undo'", "ann bot"),
        ("[[steps]]\nsay = '12.50 fun'\nas = 'a'\n[[steps]]\ndelete = 'a'", "bot"),
        ("[[steps]]\nsay = '12.50 fun'\n[[steps]]\nsay = '/chart'", "ann bot ann bot"),
        ("[[steps]]\nday = 2026-12-24\n[[steps]]\nsay = '12.50 fun'\nreply = 'a'", None),
    ],
)
async def test_a_script_is_played_in_its_order(tmp_path: Path, steps: str, senders: str | None) -> None:
    if senders is None:
        with pytest.raises(ScriptError, match="test, step 2: no message is named 'a'"):
            await played(tmp_path, steps)
        return

    found = await played(tmp_path, steps)

    assert " ".join(message.sender for message in found.chat.in_order) == senders
    assert found.refused == ()


async def test_an_edit_replaces_the_message_and_a_tap_the_receipt(tmp_path: Path) -> None:
    steps = "[[steps]]\nsay = '12.50 fun tacos'\nas = 'a'\n[[steps]]\nedit = 'a'\ntext = '13.50 fun tacos'\n"

    edited = await played(tmp_path, steps)
    (tmp_path / "another").mkdir()
    undone = await played(tmp_path / "another", f"{steps}[[steps]]\ntap = 'undo'")

    first = edited.chat.in_order[0]
    assert (first.text, first.edited) == ("13.50 fun tacos", True)
    assert "12.50 fun tacos" not in [text for sender, text in story(edited) if sender == "ann"]
    assert "13.50" in edited.chat.in_order[-1].text
    assert len(undone.chat.messages) == len(edited.chat.messages)
    assert "<s>" in undone.chat.in_order[-1].html
    assert [label for row in undone.chat.in_order[-1].labels for label in row if "Restore" in label]


async def test_in_a_group_each_writes_in_their_own_name(tmp_path: Path) -> None:
    found = await played(
        tmp_path,
        "group = 'Home'\npeople = {ann = 'Ann', ben = 'Ben', cat = 'Cat'}\nallowed = ['ann', 'ben']\n"
        "[[steps]]\njoin = true\n[[steps]]\nsay = '5 fun'\n[[steps]]\nuser = 'ben'\nsay = '6 fun'\n",
    )

    assert [sender for sender, _ in story(found)] == ["", "bot", "ann", "bot", "ben", "bot"]
    assert story(found)[0] == ("", "Ann added Budget")
    assert "139.00 left of $150" in found.chat.in_order[-1].text.replace("\xa0", " ")  # one budget
    assert found.chat.in_order[-1].cause == found.chat.in_order[-2].number
    assert ">4 members<" in page(found)


async def test_the_clock_follows_the_script_and_days_are_parted(tmp_path: Path) -> None:
    found = await played(
        tmp_path,
        "start = 2026-11-26T23:58:00\nsettings = {TIMEZONE = 'America/Los_Angeles'}\n"
        "[[steps]]\nsay = '5 fun'\n[[steps]]\nsay = '6 fun'\n[[steps]]\nsay = '7 fun'\n"
        "[[steps]]\nday = 2026-12-24\nat = 09:15:00\n[[steps]]\nsay = '8 fun'\n",
    )

    said = [message for message in found.chat.in_order if message.sender == "ann"]
    local = [f"{message.at.astimezone(ZoneInfo('America/Los_Angeles')):%d %H:%M}" for message in said]
    assert local == ["26 23:58", "26 23:59", "27 00:00", "24 09:15"]
    html = page(found)
    assert [html.count(f'class="day">{day}<') for day in ("November 26", "November 27", "December 24")] == [1, 1, 1]


async def test_a_stranger_sees_what_a_stranger_would_see(tmp_path: Path) -> None:
    found = await played(tmp_path, "allowed = []\n[[steps]]\nsay = '5 fun'")

    assert "5.00" not in story(found)[-1][1]


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.toml")), ids=lambda path: path.stem)
async def test_the_scripts_that_are_here_can_be_played(tmp_path: Path, path: Path) -> None:
    found = await play(read(path), tmp_path)

    assert found.refused == ()
    assert [message for message in found.chat.in_order if message.sender == "bot"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("steps = [", "no TOML"),
        ("colour = 1", "not known: colour"),
        ("people = {bot = 'Ann'}", "`people`"),
        ("people = {}", "`people`"),
        ("start = 2026-11-26T10:00:00Z", "without a zone"),
        ("allowed = ['ben']", "names nobody: ben"),
        ("steps = [1]", "step 1 is no table"),
        ("[[steps]]\nuser = 'ann'", "step 1 does nothing"),
        ("[[steps]]\nsay = 5", "step 1: `say` is no str"),
        ("[[steps]]\nsay = '5'\nuser = 'ben'", "step 1: nobody is 'ben'"),
        ("[[steps]]\nsay = '5'\nexpect = 1", "step 1: not known here: expect"),
        ("[[steps]]\ntap = '('", "step 1: "),
    ],
)
def test_a_wrong_script_is_refused_with_the_reason(text: str, says: str) -> None:
    with pytest.raises(ScriptError, match=says):
        parse("test", text)


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ("[[steps]]\nsay = '5 fun'\n[[steps]]\ntap = 'moon'", r"step 2: no button matches 'moon'; there are .*Undo"),
        ("[[steps]]\nedit = 'a'\ntext = '5'", "step 1: no message is named 'a'"),
        ("[[steps]]\njoin = true", "step 1: the bot joins groups only"),
    ],
)
async def test_a_step_that_nobody_could_take_is_said(tmp_path: Path, steps: str, says: str) -> None:
    with pytest.raises(ScriptError, match=says):
        await played(tmp_path, steps)


# --- what the bot may call ---


@pytest.fixture
def phone() -> PhoneTelegram:
    return PhoneTelegram({"ann": "Ann"}, "", "en", lambda: NOON)


@pytest.fixture
def bot(phone: PhoneTelegram) -> Bot:
    return Bot(TOKEN, request=phone, get_updates_request=phone)


def drawn(phone: PhoneTelegram) -> str:
    return page(Played(phone.chat, ZoneInfo("UTC"), ()))


async def test_pictures_files_reactions_and_pins_are_shown(phone: PhoneTelegram, bot: Bot) -> None:
    said, _ = phone.said("ann", "12 fun", None)
    await bot.send_photo(phone.number, SQUARE, caption="<b>So far</b>", parse_mode="HTML", disable_notification=True)
    await bot.send_document(phone.number, b"x" * 2048, filename="budget & co.csv")
    await bot.set_message_reaction(phone.number, said.number, "👍")
    await bot.pin_chat_message(phone.number, 2)

    photo = phone.chat.messages[2]
    assert (photo.photo, photo.text, photo.quiet) == (SQUARE, "So far", True)
    assert phone.chat.messages[said.number].reactions == ("👍",)
    html = drawn(phone)
    assert 'width="330" height="220"' in html
    assert "budget &amp; co.csv</b><small>2.0 KB" in html
    assert "<span>👍</span>" in html
    assert html.index("Pinned message") < html.index("<main>")
    assert phone.chat.in_order[-1].sender == ""  # the app itself says that it was pinned

    await bot.unpin_chat_message(phone.number)
    await bot.delete_message(phone.number, 2)

    assert "Pinned message" not in drawn(phone)
    assert 2 not in phone.chat.messages


async def test_edits_replace_the_text_the_picture_and_the_buttons(phone: PhoneTelegram, bot: Bot) -> None:
    other = png.small(SQUARE)
    buttons = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("A", callback_data="a")],
            [InlineKeyboardButton("B", url="https://e.org")],
        ]
    )
    await bot.send_message(phone.number, "before", reply_markup=buttons)
    await bot.send_photo(phone.number, SQUARE, caption="before")

    assert phone.chat.messages[1].labels == [["A"], ["B"]]
    await bot.edit_message_text("after", phone.number, 1)
    await bot.edit_message_media(InputMediaPhoto(other, caption="after"), phone.number, 2)

    assert (phone.chat.messages[1].text, phone.chat.messages[1].rows) == ("after", ())
    assert (phone.chat.messages[2].text, phone.chat.messages[2].photo) == ("after", other)
    assert "before" not in drawn(phone)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("after", phone.number, 1)


async def test_a_forced_reply_opens_by_itself_and_is_sent_as_one(phone: PhoneTelegram, bot: Bot) -> None:
    await bot.send_message(phone.number, "How much?", reply_markup=ForceReply(input_field_placeholder="12.50 <or so>"))

    assert "12.50 &lt;or so&gt;" in drawn(phone)
    said, update = phone.said("ann", "13.50", None)
    assert said.reply_to == 1
    assert update["message"]["reply_to_message"]["text"] == "How much?"
    assert "12.50 &lt;or so&gt;" not in drawn(phone)


async def test_a_reply_bears_the_buttons_and_links_of_what_it_replies_to(phone: PhoneTelegram, bot: Bot) -> None:
    """By these the bot knows which entry, and which part of it, is meant."""
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Undo", callback_data="u:1")]])
    text = '<a href="https://t.me/#a&amp;b">✎</a> $12.50 tacos'
    await bot.send_message(phone.number, text, parse_mode="HTML", reply_markup=buttons)

    _, update = phone.said("ann", "13.50", 1)

    to = update["message"]["reply_to_message"]
    assert to["entities"] == [{"type": "text_link", "offset": 0, "length": 1, "url": "https://t.me/#a&b"}]
    assert to["reply_markup"] == {"inline_keyboard": [[{"text": "Undo", "callback_data": "u:1"}]]}


async def test_a_notice_is_shown_until_the_next_act(phone: PhoneTelegram, bot: Bot) -> None:
    await bot.answer_callback_query("1", "It was <undone>")
    assert 'class="toast" dir="auto">It was &lt;undone&gt;' in drawn(phone)

    await bot.answer_callback_query("1", "Really?", show_alert=True)
    assert 'class="alert" dir="auto">Really?' in drawn(phone)


async def test_what_telegram_refuses_is_refused_and_kept(phone: PhoneTelegram, bot: Bot) -> None:
    for text in ("", "<b>open", "<blink>no</blink>", "x" * 4097):
        with pytest.raises(BadRequest):
            await bot.send_message(phone.number, text, parse_mode="HTML")
    with pytest.raises(BadRequest):
        await bot.send_photo(phone.number, b"GIF89a")
    with pytest.raises(Forbidden):
        await bot.send_message(5, "to a stranger")
    with pytest.raises(InvalidToken):  # what python-telegram-bot makes of 404
        await bot.send_dice(phone.number)

    assert len(phone.refused) == 7
    assert phone.chat.messages == {}


# --- the page ---


@pytest.mark.parametrize(
    ("telegram", "html"),
    [
        ("<b>a</b> <strong>b</strong> <em>c</em> <ins>d</ins>", "<b>a</b> <b>b</b> <i>c</i> <u>d</u>"),
        ("<del>a</del> <code>/b &lt;c&gt;</code>", "<s>a</s> <code>/b &lt;c&gt;</code>"),
        ("<pre>a\n b</pre>", "<pre>a\n b</pre>"),
        ("<blockquote expandable>a</blockquote>", "<blockquote class=expandable>a</blockquote>"),
        ('<a href="https://e.org/?a&amp;b">c</a>', '<a href="https://e.org/?a&amp;b">c</a>'),
        ('<a href="javascript:alert(1)">c</a>', "<a>c</a>"),
        ('<b onclick="x()">a</b>', "<b>a</b>"),
        ("&lt;script&gt; &amp;amp; \"'", "&lt;script&gt; &amp;amp; &quot;&#x27;"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("ask /week, 3/14 or @BotFather", 'ask <span class="link">/week</span>, 3/14 or <span class="link">@BotFather</span>'),
        ("see https://e.org/s/x.", 'see <span class="link">https://e.org/s/x</span>.'),
    ],
)  # fmt: skip
def test_telegrams_html_is_shown_and_everything_else_escaped(telegram: str, html: str) -> None:
    assert str(shown(telegram)) == html


async def test_what_people_write_is_escaped_wherever_it_is_shown(tmp_path: Path) -> None:
    found = await played(
        tmp_path,
        "people = {ann = '<b>Ann</b>'}\ngroup = '</title><script>alert(0)</script>'\n"
        "[[steps]]\nsay = '5 fun <script>alert(1)</script>'\n[[steps]]\nsay = '<img src=x>'\nreply = 'bot'",
    )

    html = page(found)

    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(1)") >= 2  # the message, and the receipt or its quote
    assert "<img" not in html
    assert "<b>Ann</b>" not in html


async def test_the_page_loads_nothing(tmp_path: Path) -> None:
    html = page(await played(tmp_path, "[[steps]]\nsay = '5 fun'\n[[steps]]\nsay = '/chart'"))

    assert html.count('src="') == html.count('src="data:') == 1
    assert html.count("url(") == html.count("url(data:")
    assert "<link" not in html


# --- the picture ---


def test_a_picture_is_made_small_and_keeps_its_colours() -> None:
    width, height, pixels = png.read(SQUARE)
    small = png.small(SQUARE)

    palette = small[small.index(b"PLTE") + 4 :][:768]
    data = zlib.decompress(small[small.index(b"IDAT") + 4 : small.index(b"IEND") - 8])
    found = [
        palette[3 * n : 3 * n + 3]
        for y in range(height)
        for n in data[y * (width + 1) + 1 : (y + 1) * (width + 1)]
    ]  # fmt: skip
    assert (width, height) == (60, 40)
    assert (pixels[0], pixels[-1]) == (found[0], found[-1]) == (b"\xff\0\0", b"\0\0\xff")
    assert all(
        abs(a - b) < 6 for one, other in zip(pixels, found, strict=True) for a, b in zip(one, other, strict=True)
    )


def test_another_kind_of_picture_is_not_made_small() -> None:
    with pytest.raises(ValueError, match="another kind"):
        png.small(png.small(SQUARE))


def test_without_a_browser_the_chat_is_written_and_the_reason_said(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text("[[steps]]\nsay = '5 fun'")
    done = subprocess.run(
        [sys.executable, "-m", "rehearsal.phone", str(tmp_path / "one.toml"), "--out", str(tmp_path / "out")],
        cwd=ROOT, env={"PATH": ""}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (0, f"{NO_BROWSER}\n", "")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["one.html"]


def test_a_script_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rehearsal.phone", "moon", "--out", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert "moon.toml can't be read" in done.stderr
    assert "Traceback" not in done.stderr


CHROMIUM = chromium()
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason=NO_BROWSER)


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory() as profile, browser(CHROMIUM, Path(profile)) as window:
        yield window


@needs_browser
async def test_heights_are_measured_in_css_pixels(
    phone: PhoneTelegram, bot: Bot, tmp_path: Path, window: Browser
) -> None:
    """A line is 21 px, a bubble adds 12, a row of buttons 42: the receipt of two lines that the product aims at takes 129."""
    said, _ = phone.said("ann", "54.20 groceries", None)
    phone.cause = said.number
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton(each, callback_data=each) for each in ("Undo", "Change…")]])
    receipt = "✓ <b>$54.20</b> groceries\n<b>$45.80 left</b> of $100 · Bills"
    await bot.send_message(phone.number, receipt, parse_mode="HTML", reply_markup=buttons)
    phone.said("ann", "/week", None)
    (tmp_path / "chat.html").write_text(drawn(phone))

    window.open(tmp_path / "chat.html", "light")
    first, second = exchanges(phone.chat, measured(window))

    assert (round(first.own), [(round(each.bubble), round(each.keyboard)) for each in first.replies]) == (
        33,
        [(54, 42)],
    )
    assert round(first.whole) == 129
    assert (round(second.whole), second.replies) == (33, ())
    assert table([first, second])[1:] == [
        "  54.20 groceries                    33     96    129  54 + 42",
        "  /week                              33      0     33  none",
        "  an entry takes 129 px in the mean, 129 to 129 of 1",
    ]


@needs_browser
async def test_a_chat_is_drawn_as_wide_as_a_phone_in_both_themes(tmp_path: Path, window: Browser) -> None:
    long = "W" * 150
    found = await played(tmp_path, f"[[steps]]\nsay = '5 fun {long}'\n" + "[[steps]]\nsay = '6 fun'\n" * 5)
    (tmp_path / "chat.html").write_text(page(found))
    walls = []

    for theme in ("light", "dark"):
        window.open(tmp_path / "chat.html", theme)
        screen, whole = window.screen(), window.whole()
        assert struct.unpack(">II", screen[16:24]) == (780, 1688)
        assert struct.unpack(">II", whole[16:24])[1] > 1688
        assert window.ask("document.documentElement.scrollWidth") == 390
        _, _, pixels = png.read(screen)
        walls.append(pixels[780 * 844 + 2])  # left of every bubble

    assert walls == [bytes.fromhex("d1dac7"), bytes.fromhex("0e1621")]


@needs_browser
def test_a_message_of_another_day_stands_under_its_date(tmp_path: Path, window: Browser) -> None:
    phone = PhoneTelegram({"ann": "Ann"}, "Home", "en", lambda: NOON)
    phone.chat.messages = {1: Message(1, "ann", NOON, "one"), 2: Message(2, "bot", NOON.replace(day=27), "two")}
    (tmp_path / "chat.html").write_text(drawn(phone))

    window.open(tmp_path / "chat.html", "light")

    tops = window.ask(
        "[...document.querySelectorAll('.day, .bubble')].map(e => [e.className, e.getBoundingClientRect().top])"
    )
    assert [name for name, _ in sorted(tops, key=lambda each: each[1])] == ["day", "bubble", "day", "bubble"]


AIMS = """
[[steps]]
say = "paid 1500"
[[steps]]
say = "12.80 other lunch"
[[steps]]
say = "%(groceries)s 54.20"
[[steps]]
say = "40 fun\\n30 car"
[[steps]]
say = "/week"
[[steps]]
say = "/recent"
"""


@needs_browser
@pytest.mark.parametrize("language", ["en", "de", "ar"])
async def test_an_entry_takes_129_pixels_and_a_week_370(tmp_path: Path, window: Browser, language: str) -> None:
    groceries, most = {"en": ("groceries", 96), "de": ("supermarkt", 114), "ar": ("بقالة", 96)}[language]
    script = f'language = "{language}"\n' + AIMS % {"groceries": groceries}
    found = await played(tmp_path, script)
    (tmp_path / "chat.html").write_text(page(found))

    window.open(tmp_path / "chat.html", "light")

    _, lunch, bought, _, week, recent = exchanges(found.chat, measured(window))
    assert lunch.answer == 96, "and the person's own bubble has 33"
    assert bought.answer <= most
    assert week.answer <= 370
    assert len(recent.replies) == 1
    assert all(len(one.replies) == 1 for one in exchanges(found.chat, measured(window))), "a message has one answer"
    assert all(one.quiet for one in exchanges(found.chat, measured(window)))


@needs_browser
@pytest.mark.parametrize("language", ["en", "de", "ar", "ja"])
async def test_an_entry_that_offers_its_categories_takes_171_pixels(
    tmp_path: Path, window: Browser, language: str
) -> None:
    found = await played(tmp_path, f'language = "{language}"\n[[steps]]\nsay = "/start"\n[[steps]]\nsay = "zork 5"')
    (tmp_path / "chat.html").write_text(page(found))

    window.open(tmp_path / "chat.html", "light")

    *_, zork = exchanges(found.chat, measured(window))
    assert (zork.own, zork.answer) == (33, 138)


@needs_browser
@pytest.mark.parametrize("language", ["en", "de", "ja"])
async def test_each_category_takes_one_line_of_the_card(tmp_path: Path, window: Browser, language: str) -> None:
    found = await played(tmp_path, f'language = "{language}"\n[[steps]]\nsay = "12.80 car"\n[[steps]]\nsay = "/card"')
    (tmp_path / "chat.html").write_text(page(found))

    window.open(tmp_path / "chat.html", "light")

    *_, made = exchanges(found.chat, measured(window))
    _, card = made.replies
    assert card.bubble == 12 + 21 * 8, "left, four categories, the moment, and two empty lines"


async def test_the_page_of_the_budget_comes_along(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    found = await played(tmp_path / "one", "[[steps]]\nsay = '12.50 fun tacos'")
    assert "week of 23 – 29 November</title>" in found.page.replace("\xa0", " ")
    assert "$387 left" in found.page
    assert all("/s/" not in message.html for message in found.chat.in_order), "no message asked for its link"

    (tmp_path / "none").mkdir()
    assert (await played(tmp_path / "none", "[[steps]]\nsay = '/help'")).page == ""


@needs_browser
def test_a_pages_picture_shows_its_top(tmp_path: Path, window: Browser) -> None:
    (tmp_path / "page.html").write_text(
        "<body style='margin:0;background:#111'><p style='margin:0;height:3000px;background:#fe0102'>"
    )
    window.open(tmp_path / "page.html", "light")
    window.ask("scrollTo(0, 3000)")

    window.screen(top=True)

    assert window.ask("scrollY") == 0
