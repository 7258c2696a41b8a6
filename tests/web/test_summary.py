"""The shared summary through the front door: a visitor opens what the chat recorded."""

import html
import re
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.chat import Say, breaking, chat
from tests.web.test_recorded import as_before
from tests.web.visitors import BROWSER, share, visitor

PAGE = 40 * 1024  # bytes


def spend(say: Say) -> None:
    """Spend in each category, with a paycheck on Friday."""
    say("358.95 fun dinner\n79.34 groceries\npaid 1500 friday")


def page(say: Say, path: str) -> str:
    return visitor(say).get(path, headers={"Accept": BROWSER}).text


def words(page: str) -> str:
    """The words of a page, as a reader sees them."""
    body = re.sub(r"(?s)<style>.*?</style>|<script.*?</script>|<svg role=.*?</svg>.*?</svg>|<svg.*?</svg>", " ", page)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


# --- forms ----------------------------------------------------------------------------------------------------------------


def test_the_json_is_as_promised(say: Say) -> None:
    say("12.50 fun tacos")
    say("paid 1500 friday")

    answer = visitor(say).get(share(say))

    assert answer.headers["content-type"] == "application/json"
    promised = {
        "currency": "USD",
        "as_of": "2026-11-22T10:00:00Z",
        "week": {"start": "2026-11-16", "end": "2026-11-22", "days_left": 1},
        "categories": [
            {"key": "fun", "name": "Fun", "spent": "12.50", "limit": "150.00", "remaining": "137.50"},
            {
                "key": "predictable_necessities",
                "name": "Predictable Necessities",
                "spent": "0.00",
                "limit": "100.00",
                "remaining": "100.00",
            },
            {
                "key": "unpredictable_necessities",
                "name": "Unpredictable Necessities",
                "spent": "0.00",
                "limit": "50.00",
                "remaining": "50.00",
            },
            {"key": "other", "name": "Other", "spent": "0.00", "limit": "100.00", "remaining": "100.00"},
        ],
        "total": {"spent": "12.50", "limit": "400.00", "remaining": "387.50"},
        "pay_period": {
            "paid_on": "2026-11-20",
            "paycheck": "1500.00",
            "extra": "0.00",
            "spent": "12.50",
            "remaining": "1487.50",
            "next_payday": "2026-12-04",
            "per_day": "123.95",
        },
    }
    assert as_before(answer.json(), promised) == promised


def test_before_the_first_paycheck_there_is_no_pay_period(say: Say) -> None:
    assert visitor(say).get(share(say)).json()["pay_period"] is None


@pytest.mark.parametrize(("currency", "amount", "said"), [("JPY", "1200", "1200"), ("KWD", "1.25", "1.250")])
def test_money_has_the_currencys_own_decimals(tmp_path: Path, currency: str, amount: str, said: str) -> None:
    with chat(tmp_path, CURRENCY=currency) as say:
        say(f"{amount} fun")
        assert visitor(say).get(share(say)).json()["total"]["spent"] == said


def test_below_zero_per_day_is_rounded_down_too(say: Say) -> None:
    say("paid 10\n20.01 fun")

    period = visitor(say).get(share(say)).json()["pay_period"]

    assert (period["remaining"], period["per_day"]) == ("-10.01", "-0.72")


def test_the_text_is_as_promised_line_for_line(tmp_path: Path) -> None:
    with chat(tmp_path, WEEK_STARTS_ON="thursday") as say:
        spend(say)
        answer = visitor(say).get(f"{share(say)}.txt")

    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == (
        "Amounts spent since last Thursday\n"
        "total: $438.29 / $400\n"
        "fun: $358.95 / $150\n"
        "predictable_necessities: $79.34 / $100\n"
        "unpredictable_necessities: $0.00 / $50\n"
        "other: $0.00 / $100\n"
    )


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("", "Amounts spent since today, Sunday"),
        ("?week=2026-11-22", "Amounts spent since today, Sunday"),
        ("?week=2026-11-21", "Amounts spent from Sunday, 15 November 2026, to Saturday, 21 November 2026"),
        ("?week=2027-01-01", "Amounts spent from Sunday, 27 December 2026, to Saturday, 2 January 2027"),
    ],
)
def test_the_heading_says_which_week(tmp_path: Path, query: str, heading: str) -> None:
    with chat(tmp_path, WEEK_STARTS_ON="sunday") as say:
        assert visitor(say).get(f"{share(say)}.txt{query}").text.splitlines()[0] == heading


def test_a_week_is_that_of_its_day(say: Say) -> None:
    say("5 fun 2026-11-12")

    shown = visitor(say).get(f"{share(say)}?week=2026-11-15").json()

    assert shown["week"] == {"start": "2026-11-09", "end": "2026-11-15", "days_left": 0}
    assert shown["total"]["spent"] == "5.00"


def test_the_picture_is_as_sharp_as_a_phone_and_is_drawn_once(say: Say) -> None:
    spend(say)
    path = share(say)

    answer = visitor(say).get(f"{path}.png")

    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert struct.unpack(">I", answer.content[16:20]) == (720,)
    assert visitor(say).get(f"{path}.png").content == answer.content


def test_accept_chooses_and_a_suffix_decides(say: Say) -> None:
    path, somebody = share(say), visitor(say)

    def kind(suffix: str, accept: str | None) -> str:
        answer = somebody.get(path + suffix, headers={} if accept is None else {"Accept": accept})
        assert answer.headers["vary"] == "Accept"
        return answer.headers["content-type"].partition(";")[0]

    assert kind("", None) == "application/json"
    assert kind("", "*/*") == "application/json"
    assert kind("", BROWSER) == "text/html"
    assert kind("", "text/plain") == "text/plain"
    assert kind(".json", BROWSER) == "application/json"
    assert kind(".txt", BROWSER) == "text/plain"
    assert kind(".html", "application/json") == "text/html"
    assert kind(".png", BROWSER) == "image/png"


@pytest.mark.parametrize("suffix", ["", ".json", ".txt", ".html", ".png"])
def test_head_is_get_without_the_body_and_counts_as_no_opening(say: Say, suffix: str) -> None:
    path, somebody = share(say), visitor(say)

    head = somebody.head(path + suffix)

    assert "never opened" in say("/links")
    got = somebody.get(path + suffix)
    assert head.status_code == 200
    assert head.content == b""
    assert dict(head.headers) == dict(got.headers)
    assert ("opened on 1 day" if suffix == ".html" else "polled by a program") in say("/links")


# --- the page -------------------------------------------------------------------------------------------------------------


def test_the_page_says_what_is_left_first(say: Say) -> None:
    spend(say)

    shown = words(page(say, share(say)))

    for said in (
        "16 – 22 November Week Pay period Month $39 over this week · the last day · spent $438.29 of $400 $39 over pace",
        "$39 over pace Payday in 12 days $1,061 left $88 a day Fun $209 over $358.95 of $150 Predictable Necessities $20 left",
        "$20 left $79.34 of $100 Untouched: Unpredictable Necessities $50 · Other $100",
        "Fun $358.95 $150 $208.95 over",
        "Predictable Necessities $79.34 $100 $20.66",
        "Total $438.29 $400 $38.29 over",
        "Left to spend $1,061.71 Per day $88.47 Paycheck, Fri 20 Nov $1,500.00 Spent since $438.29",
        "Next payday, expected Fri 4 Dec",
        "Updated Sun 10:00. The link works until 22 December 2026",
    ):
        assert said in shown


def test_the_line_says_each_day_and_how_far_the_pace_is(tmp_path: Path) -> None:
    with chat(tmp_path, datetime(2026, 11, 26, 20, 10, tzinfo=UTC)) as say:
        say("10 fun monday\n20 other tuesday\n37.80 fun")
        shown = breaking(page(say, share(say)))

    assert "23 Nov $10.00, 24 Nov $30.00, 25 Nov $30.00, 26 Nov $67.80" in shown
    assert shown.count("$160 under pace") == 2  # beside the line's end, and below it where letters are large
    assert "$332 left this week · 4 days, $83 a day · spent $67.80 of $400" in words(shown)


@pytest.mark.parametrize(
    ("spent", "said"), [("228.57", "on pace"), ("228.58", "$0.01 over pace"), ("300", "$72 over pace")]
)
def test_the_pace_is_told_to_the_cent_where_it_is_near(tmp_path: Path, spent: str, said: str) -> None:
    with chat(tmp_path, datetime(2026, 11, 26, 20, 10, tzinfo=UTC)) as say:
        say(f"{spent} fun")
        assert f">{said}<" in page(say, share(say))


def test_the_usual_week_is_compared_up_to_the_same_weekday(tmp_path: Path) -> None:
    with chat(tmp_path, datetime(2026, 11, 26, 20, 10, tzinfo=UTC)) as say:
        path = share(say)
        assert "Usual" not in page(say, path)
        say("171 fun 2026-11-16\n50 fun 2026-11-20\n170 fun 2026-11-10\n172 fun 2026-11-05\n67.80 fun")
        shown, past = words(page(say, path)), words(page(say, f"{path}?week=2026-11-16"))

    assert "Usual week by Thu $171 $103 less this time" in shown
    assert "Usual week $171 $50 more this time" in past


def test_what_nothing_was_spent_on_and_what_has_no_limit_take_one_line_each(say: Say) -> None:
    say("/limits fun none")
    say("/limits other 0")
    say("5 fun\n3 other")

    shown = words(page(say, share(say)))

    assert "Fun $5.00 Other $3 over $3.00 of $0 Untouched: Predictable Necessities $100" in shown


def test_without_any_limit_the_page_says_what_is_spent(say: Say) -> None:
    for name in ("fun", "predictable", "unpredictable", "other"):
        say(f"/limits {name} none")
    say("25.50 fun\n2 other saturday")
    path = share(say)

    shown = page(say, path)

    assert "16 – 22 November Week Month $27 this week · the last day · spent $27.50" in words(shown)
    assert "20 Nov $0.00, 21 Nov $2.00, 22 Nov $27.50" in breaking(shown), "the line is of what the headline says"

    say.wait(days=20)
    say("9 fun")
    shown = page(say, f"{path}?month=2026-12")

    assert "$9 this month · 20 days · spent $9.00" in words(shown)
    assert "11 Dec $0.00, 12 Dec $9.00" in breaking(shown)


def test_an_empty_book_says_how_it_begins(say: Say) -> None:
    shown = words(page(say, share(say)))

    assert "Nothing is recorded yet. Write to the bot, for example: 12.50 fun tacos" in shown
    assert "Week by week" not in shown


def test_the_page_shows_the_weeks_entries_by_day(say: Say) -> None:
    say("12.50 fun tacos\n-2 fun\n2x3.50 fun beers yesterday\npaid 1500\n+40\n9 fun 2026-11-10")

    shown = words(page(say, share(say)))

    assert (
        "Entries Today, Sun 22 $10.50 Extra cash +$40.00 Paycheck +$1,500.00 Fun · Refund -$2.00 tacos · Fun $12.50 "
        "Yesterday, Sat 21 $7.00 beers · Fun · 2 × $3.50 $7.00" in shown
    )
    assert "Tue 10 Nov" not in shown


def test_the_entries_of_a_group_say_who_spent(say: Say) -> None:
    say("3 fun alone")
    say.group, say.title, say.name = True, "Home", "Ann"
    say("12.50 fun tacos")
    say.name = "<b>Ben"
    say("5 fun\npaid 1500")
    told = breaking(page(say, share(say)))
    assert (
        '<span class="what"><bdi>tacos</bdi>, <bdi>Ann</bdi> <span class="quiet">· <bdi>Fun</bdi></span></span>' in told
    )
    assert '<span class="what"><bdi>Fun</bdi>, <bdi>&lt;b&gt;Ben</bdi></span>' in told
    assert '<span class="what"><bdi>alone</bdi> <span class="quiet">· <bdi>Fun</bdi></span></span>' in told
    assert "Ann" not in page(say, share(say, "totals"))


def test_many_entries_are_folded_and_all_are_there(say: Say) -> None:
    say("\n".join(f"{n}.25 fun n{n}" for n in range(1, 21)))
    say("1 fun early yesterday")

    shown = page(say, share(say))

    assert len(re.findall(r"<li><span class=\"what\"><bdi>n\d+<", shown)) == 20
    assert "<summary>8 more</summary>" in shown
    assert re.findall(r'<details class="day"( open)?>', shown) == [" open", ""]


def test_a_link_for_totals_shows_no_entry_and_no_note(say: Say) -> None:
    say("12.50 fun tacos")

    totals = page(say, share(say, "totals"))

    assert "$12.50" in totals
    assert "tacos" not in totals
    assert "Entries" not in totals
    assert "This link shows sums, not single entries." in words(totals)


def weeks_in(page: str) -> list[str]:
    return re.findall(r'href="(\?[^"]*)"', page.partition("</header>")[0])


def test_the_page_leads_to_earlier_and_later_weeks(say: Say) -> None:
    path = share(say)
    say("5 fun 2026-11-03")

    now, earlier = page(say, path), page(say, f"{path}?week=2026-11-04")

    views = ["?week=2026-11-22", "?month=2026-11"]
    assert weeks_in(now) == ["?week=2026-11-09", *views]
    assert weeks_in(earlier) == ["?week=2026-11-09", *views], "the book began in that week"
    assert "Pay period" not in earlier


def test_the_page_shows_the_last_eight_weeks_since_the_book_began(say: Say) -> None:
    say("40 fun 2026-11-20\n-15 fun 2026-11-20\n7 fun 2026-11-04")
    path = share(say)

    assert "Week by week 2 – 8 Nov $7.00 9 – 15 Nov $0.00 16 – 22 Nov $25.00" in words(page(say, path))

    say("30 fun 2026-01-01")
    assert "Week by week 28 Sep – 4 Oct $0.00 5 – 11 Oct $0.00" in words(page(say, path))


def test_a_removed_category_with_spending_stays_on_the_page(say: Say) -> None:
    say("12.50 fun")
    say("/categories remove fun")

    assert "Fun (removed) $12.50 $0 $12.50 over" in words(page(say, share(say)))


@pytest.mark.parametrize(
    ("days", "when", "a_day"),
    [(13, "Payday in 1 day", True), (14, "Payday today", False), (15, "Payday was expected", False)],
)
def test_the_chat_and_the_page_say_the_same_around_payday(say: Say, days: int, when: str, a_day: bool) -> None:
    say("paid 1061.71")
    path = share(say)
    say.wait(days=days)

    chat, shown = say("/period"), words(page(say, path))

    assert when in shown
    assert ("was expected" in chat, "Payday today" in chat) == (days > 14, days == 14)
    assert ("$1,061.71 a day" in chat, "Per day $1,061.71" in shown) == (a_day, a_day)


def test_the_pay_period_says_when_a_paycheck_is_late_or_spent(say: Say) -> None:
    say("paid 100")
    path = share(say)
    say("150 fun")
    assert "Left to spend nothing, $50.00 over" in words(page(say, path))

    say.wait(days=15)
    assert "Payday was expected Sun 6 Dec" in words(page(say, path))
    assert "Per day" not in page(say, path)
    assert "Payday was expected Sun 6 Dec $50 over" in words(page(say, path))
    say("/bill rent 900 on the 7th")
    assert "Bills due so far $900.00" in words(page(say, path))
    assert "Bills until payday" not in page(say, path)


def test_the_title_and_the_address_tell_no_amount(say: Say) -> None:
    spend(say)

    assert "<title>Budget, week of 16 – 22 November</title>" in breaking(page(say, share(say)))


def test_the_page_loads_nothing_from_anywhere(say: Say) -> None:
    spend(say)

    path = share(say)
    shown = page(say, path)

    assert not re.search(r"<script (?!data-tag=)|<img|<iframe|@import|url\((?!#over)|\bon\w+=|\bstyle=", shown)
    addresses = re.findall(r'(?:href|src)="(?![?#])([^"]*)', shown)
    assert addresses[0].startswith("data:image/svg+xml,%3Csvg")
    assert addresses[1:] == [f"{path.removeprefix('/s/')}.webmanifest", "../icon-180.png"], "for a home screen alone"


HOSTILE = [
    "<script>alert()</script>",
    '"\'><img src="x" onerror=alert()>',
    "{{ config }} {% raw %} ${x}",
    "&amp &lt &#39 b",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "🎉👩‍👩‍👧‍👦 مرحبا 你好",
    "]]> <!-- --> </svg></style></title>",
    "\x1b[31mred\x07",
    "x" * 200,
    "🎉" * 200,
]


@pytest.mark.parametrize("note", HOSTILE)
def test_a_hostile_note_is_shown_as_text(say: Say, note: str) -> None:
    say(f"5 fun {note}")

    shown = page(say, share(say))

    note = re.sub("[\x00-\x1f]", "\ufffd", note)
    assert f"<bdi>{html.escape(note)}</bdi>" in shown
    assert not re.search(r"<(?:script(?! data-tag=)|img)", shown)
    assert len(shown.encode()) < PAGE


@pytest.mark.parametrize("name", ["A<b>", "B&amp", "D🎉", "E" * 40, "F]]>", "你好 世界", "Жизнь"])
def test_a_hostile_name_is_shown_as_text_everywhere(say: Say, name: str) -> None:
    assert "a week" in say(f"/categories add {name} 40")
    path, somebody = share(say), visitor(say)

    assert somebody.get(path).json()["categories"][-1]["name"] == name
    assert f'<th scope="row"><bdi>{html.escape(name)}</bdi></th>' in page(say, path)
    assert "/ $40" in somebody.get(f"{path}.txt").text
    assert somebody.get(f"{path}.png").status_code == 200


def test_a_page_stays_small_with_all_that_a_budget_holds(say: Say) -> None:
    for n in range(16):
        say(f"/categories add {chr(65 + n)}{'&' * 39} 40")
    for n in range(6):
        say("\n".join(f"1234.56 other {n}{k} " + "&" * 190 for k in range(20)))

    shown = page(say, share(say))

    assert len(shown.encode()) < PAGE
    assert "are listed; the sums count all." in shown


def test_an_ordinary_page_is_far_below_the_limit(say: Say) -> None:
    say("\n".join(f"{n}.50 fun tacos and more" for n in range(1, 21)))

    assert len(page(say, share(say)).encode()) < 16 * 1024


# --- what is not there ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("accept", [None, BROWSER, "text/plain"])
@pytest.mark.parametrize("suffix", ["", ".json", ".txt", ".html", ".png"])
def test_unknown_expired_and_revoked_are_the_same(say: Say, suffix: str, accept: str | None) -> None:
    expired = share(say, "1d")
    revoked = share(say)
    say.tap("Revoke")
    say.reply = say.asked
    say.tap("Revoke")
    say.wait(days=1)
    paths = [expired, revoked, f"/s/{'A' * 43}", "/s/x", "/s/" + "A" * 44]

    def answer(path: str) -> tuple[int, dict[str, str], str]:
        got = visitor(say).get(path + suffix, headers={} if accept is None else {"Accept": accept})
        request = got.headers["x-request-id"]
        headers = {name: value.replace(request, "ID") for name, value in got.headers.items()}
        assert request in got.text
        return got.status_code, headers, got.text.replace(request, "ID")

    first, *others = [answer(path) for path in paths]

    assert first[0] == 404
    assert others == [first] * 4


@pytest.mark.parametrize(
    "query",
    ["?week=", "?week=2026-02-30", "?week=20261122", "?week=2026-W47-1", "?week=last", "?week=0001-01-01",
     "?week=1969-12-31", "?week=9999-01-01", "?week=9999-12-31",
     "?week=2026-11-22&week=2026-11-15", "?week=2026-11-22%00", "?week=٢٠٢٦-11-22"],
)  # fmt: skip
@pytest.mark.parametrize("suffix", [".json", ".txt", ".html", ".png"])
def test_a_bad_week_is_said_in_the_form_that_was_asked_for(say: Say, query: str, suffix: str) -> None:
    answer = visitor(say).get(share(say) + suffix + query)

    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith(
        {".txt": "text/plain", ".html": "text/html"}.get(suffix, "application/json")
    )
    assert "?week=2026-03-14" in answer.text


@pytest.mark.parametrize("day", ["1970-01-01", "9998-12-31"])
@pytest.mark.parametrize("suffix", [".json", ".txt", ".html", ".png"])
def test_the_first_and_the_last_week_are_shown(say: Say, day: str, suffix: str) -> None:
    assert visitor(say).get(f"{share(say)}{suffix}?week={day}").status_code == 200


def test_a_summary_follows_the_budgets_zone(tmp_path: Path) -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    with chat(tmp_path, late, TIMEZONE="Pacific/Auckland") as say:
        shown = visitor(say).get(share(say)).json()

    assert shown["as_of"] == "2026-11-22T23:30:00Z"
    assert shown["week"] == {"start": "2026-11-23", "end": "2026-11-29", "days_left": 7}
