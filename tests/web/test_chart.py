"""The week's picture in a chat: sent by a call of its own, with a caption that says the same numbers."""

import asyncio
import json
import re
import struct
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from telegram.constants import MessageLimit
from telegram.request import BaseRequest, RequestData

from app.build import App, build_app, draw_for, http_app
from bot.buttons import RevokeLink
from bot.reply import Button, Picture, Reply
from bot.telegram.delivery import to_replace, to_send, units
from bot.terminal import Terminal
from budget.budgets import Budget
from budget.categories import Category
from budget.currencies import currency_named
from budget.daily import DailySums
from budget.locales import locale_named
from budget.money import Money
from budget.periods import Week
from budget.share_links import Extent, ShareLink
from budget.shared import SharedView
from budget.summary import Line, Summary
from languages import ENGLISH
from tests.chat import OWNER, SUNDAY, breaking, open_book, settings_for
from web.bars import category_bars
from web.chart import WIDEST, png, week_png, week_svg
from web.json import summary_json
from web.page import page_html
from web.rate_limits import PICTURES
from web.renderer import MOST_WAITING, Busy, Renderer
from web.text import summary_text
from words.voice import voice_of

VOICE = voice_of(ENGLISH)

SECRET = "webhook-secret"


class Calls(BaseRequest):
    """Telegram's network edge: records the calls, and answers as Telegram does."""

    def __init__(self) -> None:
        self.made: list[tuple[str, dict[str, Any], dict[str, Any]]] = []

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert method == "POST"
        assert request_data is not None
        files = {name: content[1] for name, content in (request_data.multipart_data or {}).items()}
        self.made.append((url.rpartition("/")[2], request_data.parameters, files))
        sent = {"message_id": 500, "date": 0, "chat": {"id": OWNER, "type": "private"}}
        return 200, json.dumps({"ok": True, "result": sent}).encode()


@pytest.fixture
def calls() -> Calls:
    return Calls()


@pytest.fixture
def app(tmp_path: Path, calls: Calls) -> App:
    settings = settings_for(
        tmp_path,
        TELEGRAM_BOT_TOKEN="123456:ABC",
        TELEGRAM_MODE="webhook",
        TELEGRAM_WEBHOOK_SECRET=SECRET,
        PUBLIC_URL="https://budget.example.org",
        ALLOWED_USERS=str(OWNER),
    )
    open_book(settings)
    return build_app(settings, request=calls, now=lambda: SUNDAY)


@pytest.fixture
async def said(app: App) -> Any:
    """Write to the bot by webhook; return the call in its answer."""
    numbers = iter(range(1, 100))

    async def say(text: str) -> dict[str, Any]:
        number = next(numbers)
        message = {
            "message_id": number,
            "date": int(SUNDAY.timestamp()),
            "chat": {"id": OWNER, "type": "private"},
            "from": {"id": OWNER, "is_bot": False, "first_name": "Ann"},
            "text": text,
        }
        answer = client.post(
            "/telegram",
            json={"update_id": number, "message": message},
            headers={"X-Telegram-Bot-Api-Secret-Token": SECRET},
        )
        assert answer.status_code == 200
        return json.loads(answer.content) if answer.content else {}

    client = TestClient(http_app(app))
    async with app.database:
        yield say


async def test_the_picture_is_sent_by_a_call_and_never_in_the_webhooks_answer(said: Any, calls: Calls) -> None:
    await said("12.50 fun tacos")

    assert await said("/chart") == {}

    ((_, params, files),) = [call for call in calls.made if call[0] == "sendPhoto"]
    assert next(iter(files.values())).startswith(b"\x89PNG")
    assert breaking(params["caption"]) == "<b>$387.50 left</b> · $12.50 of $400"
    assert params["parse_mode"] == "HTML"


async def test_the_picture_and_its_call_are_counted(said: Any, app: App) -> None:
    await said("/chart")
    await said("/week")

    counts = app.metrics.exposition(ready=True)

    assert 'budgetbot_updates_total{outcome="done"} 2' in counts
    assert 'budgetbot_replies_total{method="send_photo",outcome="sent"} 1' in counts
    assert 'budgetbot_replies_total{method="send_message",outcome="handed over"} 1' in counts
    assert f"budgetbot_telegram_last_contact_seconds {SUNDAY.timestamp()}" in counts


async def test_a_terminal_prints_the_weeks_bars_and_says_where_the_picture_is(app: App) -> None:
    out = StringIO()
    terminal = Terminal(app.bot, app.now, out, VOICE)
    async with app.database:
        await terminal.line("/chart")
        await terminal.line("/share 7d")
        await terminal.line("[1]")
        await terminal.line("1")

    chart, shared = out.getvalue().split("Whoever", 1)
    assert "$400.00 left this week" in chart
    assert "$150 Fun" in chart
    assert "The picture is on the web" in chart
    assert "https://budget.example.org/s/" in shared
    assert "[1] Revoke\nRevoke the link made" in shared
    assert "This link is revoked" in shared


async def test_a_share_links_buttons_copy_and_revoke(said: Any, calls: Calls) -> None:
    assert await said("/share") == {}

    ((_, answer, _),) = calls.made
    ((copy, revoke),) = answer["reply_markup"]["inline_keyboard"]
    assert answer["link_preview_options"] == {"is_disabled": True}
    assert copy["text"] == "Copy"
    assert copy["copy_text"]["text"] in answer["text"]
    assert copy["copy_text"]["text"].startswith("https://budget.example.org/s/")
    assert "callback_data" not in copy
    assert revoke == {"text": "Revoke", "callback_data": "x:1", "style": "danger"}


async def test_the_same_link_is_said_after_a_restart(app: App, calls: Calls) -> None:
    from budget.sharing import Sharing

    sent = datetime(2026, 11, 22, tzinfo=UTC)
    async with app.database:
        _, _, token = await app.sharing.share(OWNER, 1, sent, [], b"salt")
    again = build_app(app.settings, request=calls, now=lambda: SUNDAY)
    assert isinstance(again.sharing, Sharing)
    async with again.database:
        _, _, repeated = await again.sharing.share(OWNER, 1, sent, [], b"another salt")

    assert repeated == token


def test_words_too_long_for_a_caption_follow_the_picture() -> None:
    reply = Reply("word\n" * 300, ((Button("Tap", RevokeLink(1)),),), picture=Picture(b"png", ""))

    photo, words = to_send(reply, 1, 2)

    assert photo.method == "send_photo"
    assert "caption" not in photo.params
    assert (words.method, words.receipt_for) == ("send_message", None)
    assert units(words.params["text"]) > MessageLimit.CAPTION_LENGTH
    assert words.params["reply_markup"] is not None


def test_a_picture_under_its_caption_bears_the_buttons() -> None:
    (photo,) = to_send(Reply("words", ((Button("Tap", RevokeLink(1)),),), picture=Picture(b"png", "")), 1, None)

    assert photo.params["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "x:1"
    assert not photo.fits_an_answer


def test_a_text_cannot_become_a_picture_so_that_comes_as_a_new_message() -> None:
    (photo,) = to_replace(Reply("words", picture=Picture(b"png", "")), 1, 99)

    assert photo.method == "send_photo"


async def test_a_chat_that_asks_for_many_pictures_gets_the_numbers_in_words(said: Any, calls: Calls, app: App) -> None:
    for n in range(10):
        await said(f"{n + 1}.07 fun")
        assert await said("/chart") == {}
    await said("11.07 fun")

    answer = await said("/chart")  # words ride in the answer

    assert [method for method, _, _ in calls.made if method == "sendPhoto"] == ["sendPhoto"] * 10
    assert "The picture is on the web" in answer["text"]
    summary = await app.bookkeeper.summary(OWNER, SUNDAY)
    assert await draw_for(app.renderer, VOICE, OWNER + 1, summary) is not None, "another chat is not held up"


# --- what is drawn --------------------------------------------------------------------------------------------------------


def summary_of(current: int, removed: int) -> Summary:
    """Return a week with so many categories."""
    money = Money(currency_named("USD"), locale_named("en_US"))
    lines = [
        Line(Category(n, f"key_{n}", f"Name {n}", (), 100_00, n > current), 1_00 * n + 1)
        for n in range(1, current + removed + 1)
    ]
    return Summary(SUNDAY, SUNDAY.date(), money, Week(date(2026, 11, 16)), tuple(lines), None)


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize(
    ("current", "removed", "size"),
    [(0, 0, None), (4, 0, (720, 680)), (20, 0, None), (20, 1, None), (0, 21, None), (20, 5000, None)],
)
def test_a_picture_is_bounded_whatever_a_budget_holds(current: int, removed: int, size: tuple[int, int] | None) -> None:
    width, height = size_of(week_png(VOICE, summary_of(current, removed)))

    assert width <= 720
    assert height <= 1280
    assert size is None or (width, height) == size


def names_in(svg: str) -> list[str]:
    return re.findall(r'class="name"[^>]*>([^<]*)<', svg)


def test_twenty_categories_are_all_drawn() -> None:
    assert names_in(week_svg(VOICE, summary_of(15, 5))) == [
        *(f"Name {n}" for n in range(1, 16)),
        *(f"Name {n} (removed)" for n in range(16, 21)),
    ]


def test_of_more_the_rest_is_one_honest_line() -> None:
    summary = summary_of(18, 30)

    svg = week_svg(VOICE, summary)

    assert names_in(svg) == [*(f"Name {n}" for n in range(1, 19)), "Name 48 (removed)", "29 more categories"]
    rest = sum(line.spent for line in summary.lines[18:47])
    assert f">{summary.money.written(rest)} of $0<" in svg
    assert f">{summary.money.brief(rest, up=True)} over<" in svg


def test_what_is_left_is_the_largest_text_as_on_the_page() -> None:
    summary = summary_of(4, 0)

    svg = week_svg(VOICE, summary)

    texts = re.findall(r'<text class="([a-z]+)[^>]*>([^<]*)<', breaking(svg))
    assert texts[:3] == [
        ("quiet", "This week · 16 – 22 November · the last day"),
        ("hero", "$389.96 left"),
        ("quiet", "$10.04 of $400"),
    ]
    assert texts[3:6] == [("name", "Name 1"), ("quiet", "$98 left"), ("quiet", "$1.01 of $100")]


def test_a_large_sum_is_drawn_smaller_and_not_cut() -> None:
    money = Money(currency_named("IDR"), locale_named("id_ID"))
    line = Line(Category(1, "fun", "Fun", (), 99_000_000_000_00), 1_00)
    summary = Summary(SUNDAY, SUNDAY.date(), money, Week(date(2026, 11, 16)), (line,), None)

    size = re.search(r'class="hero"[^>]*style="font-size:([0-9.]+)px">([^<]*)<', week_svg(VOICE, summary))

    assert size is not None
    assert float(size[1]) < 28
    assert float(size[1]) * WIDEST * len(size[2]) <= 361


def test_the_line_of_the_rest_adds_up_limits_too() -> None:
    summary = summary_of(30, 0)

    *drawn, rest = category_bars(VOICE, summary, 20)

    assert rest.name == "11 more categories"
    assert [bar.name for bar in drawn] == [f"Name {n}" for n in range(12, 31)], "those with the largest amounts"
    assert rest.limit == "$1,100"
    assert rest.spent == summary.money.written(sum(line.spent for line in summary.lines[:11]))


def test_json_and_text_are_complete_and_the_pages_table_is_bounded() -> None:
    summary = summary_of(20, 300)
    owner = Budget(OWNER, summary.money, "UTC", 0, tuple(line.category for line in summary.lines))
    link = ShareLink(1, OWNER, Extent.TOTALS, SUNDAY, SUNDAY)

    page = page_html(VOICE, SharedView(link, owner, summary, None, sums=DailySums(())), "x" * 43).content.decode()

    assert len(json.loads(summary_json(summary))["categories"]) == 320
    assert summary_text(summary).count("\n") == 322
    assert page.count('<th scope="row"><bdi>') == 200
    assert "<bdi>121 more categories</bdi>" in page
    assert page.count('<svg class="b"') == 20
    rest = sum(line.spent for line in sorted(summary.lines[20:], key=lambda line: line.spent)[:121])
    assert f"<td>{summary.money.written(rest)}</td><td>$0</td>" in page


# --- who may have a picture drawn -----------------------------------------------------------------------------------------


async def test_pictures_wait_for_each_other_and_few_wait_at_all() -> None:
    renderer = Renderer(lambda: SUNDAY)
    asked = [renderer.png(VOICE, summary_of(n, 2)) for n in range(1, MOST_WAITING + 4)]

    got = await asyncio.gather(*asked, return_exceptions=True)

    assert [isinstance(each, Busy) for each in got] == [False] * MOST_WAITING + [True] * 3
    assert isinstance(await renderer.png(VOICE, summary_of(19, 2)), bytes), "there is room again"


async def test_what_is_refused_by_one_measure_takes_nothing_of_the_others() -> None:
    renderer = Renderer(lambda: SUNDAY)
    for n in range(PICTURES.burst):
        renderer.admit(f"from {n}", "link")

    for _ in range(2 * PICTURES.burst):
        with pytest.raises(Busy) as busy:
            renderer.admit("from 0", "link")

    assert busy.value.wait == 3
    for _ in range(PICTURES.burst - 1):
        renderer.admit("from 0")


@pytest.mark.parametrize(("one", "other"), [("薬", "車"), ("の", "を"), ("ك", "م"), ("a", "o")])
def test_letters_of_every_language_are_drawn_with_fonts_that_are_bundled(one: str, other: str) -> None:
    """A letter that no font has is drawn as a box, whichever it is."""
    pictures = {
        png(f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><text y="30">{letter}</text></svg>')
        for letter in (one, other)
    }

    assert len(pictures) == 2


async def test_a_name_that_can_not_be_drawn_is_said_below_the_picture(said: Any, calls: Calls) -> None:
    for change in ("/week", "/categories add ཁ་ཟས 50"):
        await said(change)
        assert await said("/chart") == {}
    drawn, named = [answer["caption"] for method, answer, _ in calls.made if method == "sendPhoto"]

    assert "fun" not in drawn.lower()
    assert "ཁ་ཟས" in named
