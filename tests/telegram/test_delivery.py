"""How a reply becomes calls that Telegram takes."""

import re
from typing import Any

import pytest

from bot.buttons import LimitOf, UndoLines
from bot.events import Answer
from bot.reply import Button, Reply, Style, in_fitting_rows
from bot.telegram.delivery import Call, refused_in, split, to_answer, to_replace, to_send, units
from tests.telegram.simulated import Refusal, read_html
from words.markup import plain

LIMIT = 4096


@pytest.mark.parametrize(("text", "length"), [("", 0), ("a", 1), ("é", 1), ("💥", 2), ("👩‍👧", 5), ("\ud800", 1)])
def test_lengths_are_those_of_utf_16(text: str, length: int) -> None:
    assert units(text) == length


@pytest.mark.parametrize("line", ["x" * 99, "💥" * 60, "&lt;" * 90, "<b>a</b>" * 30, ""])
@pytest.mark.parametrize("lines", [1, 2, 41, 300])
def test_a_long_text_is_split_at_its_lines(line: str, lines: int) -> None:
    text = "\n".join([line or "x"] * lines)
    parts = list(split(text))

    assert "\n".join(parts) == text
    assert all(0 < units(plain(part)) <= LIMIT for part in parts)
    assert len(parts) <= 1 + units(plain(text)) // (LIMIT - units(plain(line)) - 1), "none is shorter than it must be"


@pytest.mark.parametrize(("length", "parts"), [(4096, 1), (4097, 2)])
def test_what_just_fits_is_not_split(length: int, parts: int) -> None:
    text = "x" * 2000 + "\n" + "y" * (length - 2001)

    assert len(list(split(text))) == parts


def test_the_first_part_is_threaded_and_the_last_has_the_buttons() -> None:
    reply = Reply("\n".join(["x" * 100] * 100), ((Button("Undo", UndoLines(1, 0)),),))
    first, middle, last = to_send(reply, 7, 5)

    assert first.params["reply_parameters"]["message_id"] == 5
    assert [call.receipt_for for call in (first, middle, last)] == [5, None, None]
    assert [call for call in (first, middle, last) if "reply_markup" in call.params] == [last]


def test_a_hundred_buttons_stand_under_a_message_and_the_others_follow() -> None:
    reply = Reply("Which?", tuple((Button(f"{n}", LimitOf(n)),) for n in range(250)))
    calls = to_send(reply, 7, None)

    sizes = [len(call.params["reply_markup"]["inline_keyboard"]) for call in calls]
    assert sizes == [100, 100, 50]
    assert [call.method for call in to_replace(reply, 7, 3)] == ["edit_message_text", "send_message", "send_message"]


def test_a_call_whose_refusal_matters_is_not_left_to_a_webhooks_answer() -> None:
    (edit,) = to_replace(Reply("Corrected"), 7, 3)
    (anew,) = to_send(Reply("Corrected"), 7, 1)

    assert edit.fits_an_answer
    assert not Call(edit.method, edit.params, otherwise=anew).fits_an_answer


def test_a_button_that_takes_something_away_looks_so() -> None:
    away = Button("Delete", UndoLines(1, 0), style=Style.DANGER)
    (call,) = to_send(Reply("Change?", ((away, Button("Open", url="https://a.example", style=Style.PRIMARY)),)), 7, 1)

    (row,) = call.params["reply_markup"]["inline_keyboard"]
    assert row[0] == {"text": "Delete", "style": "danger", "callback_data": "u:1:0"}
    assert row[1] == {"text": "Open", "style": "primary", "url": "https://a.example"}


@pytest.mark.parametrize(
    ("chat", "url", "opens"),
    [
        (7, "https://a.example/s/x", {"web_app": {"url": "https://a.example/s/x"}}),
        (7, "http://a.example/s/x", {"url": "http://a.example/s/x"}),
        (-7, "https://a.example/s/x", {"url": "https://a.example/s/x"}),
    ],
)
def test_a_page_opens_inside_telegram_where_telegram_allows_that(chat: int, url: str, opens: dict[str, Any]) -> None:
    page = Reply("The week", ((Button("Page", url=url, inside=True),),))

    for call in (*to_send(page, chat, None), *to_replace(page, chat, 3)):
        assert call.params["reply_markup"]["inline_keyboard"] == [[{"text": "Page"} | opens]]


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (["Undo 1", "Undo 2", "Undo all", "Change…"], [4]),
        (["Undo 1", "Restore 2", "Undo all", "Change…"], [2, 2]),
        (["Undo 1", "Undo 2", "Undo 3", "Undo all", "Change…"], [3, 2]),
        (["Fun", "Predictable", "Unpredictable"], [3]),
        (["مصاريف \u2068ثابتة\u2069", "مصاريف \u2068طارئة\u2069", "ترفيه"], [3]),  # isolates are not seen
        (["予測できる費用", "予測できない費用", "他"], [2, 1]),  # a character is two columns wide
        (["1", "2", "3", "4", "5", "6"], [3, 3]),
        (["1 wiederherstellen", "2 rückgängig", "Ändern…"], [2, 1]),
        (["What nobody can read on a phone", "x"], [1, 1]),
        ([], []),
    ],
)
def test_no_label_is_cut(labels: list[str], rows: list[int]) -> None:
    assert [len(row) for row in in_fitting_rows([Button(one) for one in labels], 4)] == rows


def test_a_payday_comes_with_an_effect_in_private_and_without_where_telegram_refuses_it() -> None:
    (paid,) = to_send(Reply("Paid", celebrates=True), 7, 1)
    (in_group,) = to_send(Reply("Paid", celebrates=True), -7, 1)

    assert paid.params["message_effect_id"].isdecimal()
    assert paid.otherwise is not None
    assert paid.otherwise.receipt_for == 1
    assert "message_effect_id" not in paid.otherwise.params | in_group.params


def test_a_notice_waits_to_be_closed_only_where_it_must_be_read() -> None:
    assert to_answer("1", Answer(notice="Gone.")).params["show_alert"] is True
    assert "show_alert" not in to_answer("1", Answer(notice="Done already.", alert=False)).params


def test_a_notice_is_cut_to_what_telegram_shows() -> None:
    assert len(to_answer("1", Answer(notice="x" * 500)).params["text"]) == 200


@pytest.mark.parametrize(
    "html", ["<b>", "</b>", "<b><i></b></i>", "<p>x</p>", "a < b", "a & b", "a > b", "&nbsp;", "<b"]
)
def test_the_simulated_telegram_refuses_wrong_html(html: str) -> None:
    with pytest.raises(Refusal):
        read_html(html)


def test_the_simulated_telegram_reads_right_html() -> None:
    assert read_html('<b>1 &lt; 2</b> &amp; <a href="https://x.y">so</a>') == "1 < 2 & so"


@pytest.mark.parametrize("text", ["£5 coffee", "<b>& ☕ コーヒー", "а" * 100])
def test_a_refusal_bears_the_text_that_it_refuses_out_of_sight(text: str) -> None:
    for call in (*to_send(Reply("No.", refused=text), 5, 3), *to_replace(Reply("No.", refused=text), 5, 4)):
        found = re.fullmatch(r'No\.<a href="([^"]+)">\u200b</a>', call.params["text"])

        assert found is not None
        assert refused_in(found[1]) == text


@pytest.mark.parametrize("text", ["", "a\nb", "/week", "x" * 201])
def test_a_refusal_of_what_no_amount_completes_bears_nothing(text: str) -> None:
    (call,) = to_send(Reply("No.", refused=text), 5, 3)

    assert call.params["text"] == "No."


@pytest.mark.parametrize(
    "url",
    ["https://t.me/#u:1:0", "https://example.com/", "https://t.me/#=%%", "https://t.me/#=a", "https://t.me/#=__8"],
)
def test_another_link_bears_no_text(url: str) -> None:
    assert refused_in(url) == ""
