"""What programs poll behind a share link, each read by a library of its kind, and the recipes of docs/feeds.md."""

import io
import json
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import icalendar
import pytest
import yaml
from httpx2 import Response
from jinja2 import Environment
from PIL import Image
from prometheus_client.parser import text_string_to_metric_families

from budget.calendars import MOST_DUES
from tests.chat import OWNER, Say, chat
from tests.web.visitors import BROWSER, share, visitor

DOC = Path(__file__).parents[2] / "docs" / "feeds.md"
HOST = "https://budget.example.org"


@pytest.fixture
def filled(say: Say) -> Say:
    """A chat with bills of every state, paydays by a rule, and spending."""
    for text in (
        "paid 1500 friday",
        "158.95 fun dinner",
        "79.34 groceries",
        "/bill rent 900 monthly 1",
        "/bill gym ~30 weekly",
        "/bill Öl und Strom für unser großes Häuschen 120 every 3 months",
        "/payday 15 and last",
        "paid rent 900",
    ):
        say(text)
    return say


def walked(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def events(answer: Response) -> list[tuple[date, str]]:
    """The events of a calendar, each a whole day."""
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    found = []
    for event in walked(answer.content):
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        found.append((event["DTSTART"].dt, str(event["SUMMARY"])))
    return found


def gauges(answer: Response) -> dict[tuple[str, str], float]:
    """The samples of an answer by name and category."""
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    found = {}
    for family in text_string_to_metric_families(answer.text):
        assert family.type == "gauge"
        for sample in family.samples:
            found[sample.name, sample.labels.get("category", "")] = sample.value
    return found


def picture(answer: Response) -> Image.Image:
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    return Image.open(io.BytesIO(answer.content)).convert("RGB")


# --- the calendar ---------------------------------------------------------------------------------------------------------


def test_a_calendar_has_bills_and_paydays_of_thirteen_months(filled: Say) -> None:
    found = events(visitor(filled).get(f"{share(filled)}.ics"))
    days: dict[str, list[date]] = {}
    for day, summary in found:
        days.setdefault(summary, []).append(day)

    assert len(days["Rent · $900.00"]) + len(days["✓ Rent · $900.00"]) == 13
    assert all(day.day == 1 for day in days["Rent · $900.00"])
    assert len(days["Gym · ≈ $30.00"]) >= 56
    assert len(days["Payday"]) == 26
    assert {day.day for day in days["Payday"]} >= {15, 30, 31, 28}
    assert max(day for day, _ in found) <= filled.now.date() + timedelta(days=396)


def test_an_event_keeps_its_identity_and_the_lines_their_bounds(filled: Say) -> None:
    path = f"{share(filled)}.ics"
    first = visitor(filled).get(path).content
    filled.wait(minutes=30)
    second = visitor(filled).get(path).content

    def identities(content: bytes) -> set[str]:
        return {str(event["UID"]) for event in walked(content)}

    assert identities(first) == identities(second)
    assert len(identities(first)) == first.count(b"BEGIN:VEVENT")
    assert first.count(b"\n") == first.count(b"\r\n")
    assert all(len(line) <= 75 for line in first.split(b"\r\n"))
    filled("/settings name 油; ガス, 電気と水道、毎月の支払いのための我が家の家計簿")
    named = visitor(filled).get(path).content.replace(b"\r\n ", b"")  # unfolded
    assert "\r\nNAME:油\\; ガス\\, 電気と水道、毎月の支払いのための我が家の家計簿\r\n" in named.decode()


def test_a_bill_that_is_off_goes(filled: Say) -> None:
    path = f"{share(filled)}.ics"
    assert [summary for _, summary in events(visitor(filled).get(path)) if "Rent" in summary]
    filled("/bill rent off")

    assert not [summary for _, summary in events(visitor(filled).get(path)) if "Rent" in summary]


def test_without_a_rule_one_payday_is_expected(say: Say) -> None:
    path = f"{share(say)}.ics"
    assert events(visitor(say).get(path)) == []
    say("paid 1500 friday")
    assert events(visitor(say).get(path)) == [(date(2026, 12, 4), "Payday, expected")]
    say.wait(days=13)
    assert events(visitor(say).get(path)) == [(date(2026, 12, 4), "Payday was expected")]
    say("/payday 27th")
    found = events(visitor(say).get(path))
    assert found[:2] == [(date(2026, 11, 27), "Payday was expected"), (date(2026, 12, 27), "Payday")]


def test_a_rule_is_enough_before_the_first_paycheck(say: Say) -> None:
    say("/payday 15")
    found = events(visitor(say).get(f"{share(say)}.ics"))
    assert found[0] == (date(2026, 12, 15), "Payday")
    assert len(found) == 13


def test_a_calendar_is_bounded(say: Say) -> None:
    for n in range(8):
        say(f"/bill bill{chr(97 + n)} 5 every day")
    assert len(events(visitor(say).get(f"{share(say)}.ics"))) <= MOST_DUES + 27


def test_links_of_totals_and_wrong_tokens_have_no_calendar(filled: Say) -> None:
    for path in (f"{share(filled, 'totals')}.ics", f"/s/{'x' * 43}.ics", "/s/short.ics", "/s/short.prom"):
        assert visitor(filled).get(path).status_code == 404


# --- gauges ---------------------------------------------------------------------------------------------------------------


def test_the_gauges_are_what_the_json_says(filled: Say) -> None:
    path = share(filled, "totals")
    found = gauges(visitor(filled).get(f"{path}.prom"))
    said = visitor(filled).get(f"{path}.json").json()

    for category in said["categories"]:
        assert found["budget_week_spent", category["key"]] == float(category["spent"])
        left = Decimal(category["available"]) - Decimal(category["spent"])
        assert found["budget_week_left", category["key"]] == float(left)
    assert found["budget_total_spent", ""] == float(said["total"]["spent"])
    assert found["budget_pay_left_after_bills", ""] == float(said["pay_period"]["remaining_after_bills"])
    assert found["budget_pay_left_per_day", ""] == float(said["pay_period"]["per_day_after_bills"])
    assert (found["budget_pay_overdue", ""], said["pay_period"]["overdue"]) == (0, False)


def test_once_the_payday_is_past_no_gauge_is_of_its_days(filled: Say) -> None:
    path = share(filled)
    filled.wait(days=9)
    found = gauges(visitor(filled).get(f"{path}.prom"))
    said = visitor(filled).get(f"{path}.json").json()

    assert (found["budget_pay_overdue", ""], said["pay_period"]["overdue"]) == (1, True)
    assert found["budget_pay_left_after_bills", ""] == float(said["pay_period"]["remaining_after_bills"])
    assert not {"budget_pay_left_per_day", "budget_pay_days_left"} & {name for name, _ in found}


@pytest.mark.parametrize(("currency", "amount"), [("JPY", "1200"), ("KWD", "1.250")])
def test_gauges_have_the_currencys_own_decimals(tmp_path: Path, currency: str, amount: str) -> None:
    with chat(tmp_path, CURRENCY=currency) as say:
        say("/categories add 食費 30")
        say(f"{amount} 食費")
        answer = visitor(say).get(f"{share(say)}.prom")

    assert f'budget_total_spent{{currency="{currency}"}} {amount}\n' in answer.text
    assert gauges(answer)["budget_week_spent", "食費"] == float(amount)
    assert not any(name.startswith("budget_pay") for name, _ in gauges(answer))


def test_what_is_only_watched_has_nothing_left(filled: Say) -> None:
    filled("/limits fun none")
    filled.wait(days=8)
    found = gauges(visitor(filled).get(f"{share(filled)}.prom"))
    assert ("budget_week_spent", "fun") in found
    assert ("budget_week_left", "fun") not in found


# --- pictures ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size", [(800, 480), (480, 800), (100, 100), (1600, 1600), (1600, 100), (100, 1600), (600, 448)]
)
@pytest.mark.parametrize("more", ["", "&period=pay", "&category=fun"])
def test_a_picture_for_ink_is_black_and_white_and_of_its_size(filled: Say, size: tuple[int, int], more: str) -> None:
    address = f"{share(filled)}.png?size={size[0]}x{size[1]}{more}"
    for n, ink in enumerate(("&ink=1", "&ink=0", "")):
        drawn = picture(visitor(filled, f"203.0.113.{n}").get(address + ink))
        assert drawn.size == size
        colours = drawn.getcolors(2**24) or []
        if ink == "&ink=1":
            assert {colour for _, colour in colours} == {(0, 0, 0), (255, 255, 255)}
        else:
            assert len(colours) > 2


def test_ink_alone_is_of_the_usual_size(filled: Say) -> None:
    path = f"{share(filled)}.png"
    assert picture(visitor(filled).get(f"{path}?ink=1")).size == (800, 480)
    assert visitor(filled).get(f"{path}?ink=0").content == visitor(filled).get(path).content


WRONG = """size=99x480 size=800x1601 size=800 size=-1x9 size=9999x9999 size=８00x480 ink=2 size=800x480&ink=2 size=
size=800x480&size=800x480 size=800x480&ink=1&ink=1"""


@pytest.mark.parametrize("query", WRONG.split())
def test_a_size_that_can_not_be_is_refused(filled: Say, query: str) -> None:
    answer = visitor(filled).get(f"{share(filled)}.png?{query}")
    assert answer.status_code == 400
    assert "?size=800x480" in answer.json()["detail"]


# --- openings -------------------------------------------------------------------------------------------------------------


def opened(say: Say) -> str:
    say.runner.run(say.app.sharing.write_openings())
    _, (link,) = say.runner.run(say.app.sharing.links(OWNER, say.now))
    return str(link.opened)


def test_polling_is_one_opening_in_ten_minutes(filled: Say) -> None:
    path, program = share(filled), visitor(filled)
    for _ in range(3):
        for ending in (".json", ".prom", ".ics", ".txt"):
            program.get(path + ending)
        filled.wait(minutes=3)
    assert opened(filled) == "1"
    filled.wait(minutes=2)
    program.get(f"{path}.prom")
    assert opened(filled) == "2"
    visitor(filled, "203.0.113.9").get(f"{path}.prom")
    assert opened(filled) == "3", "another program"
    for _ in range(2):
        program.get(path, headers={"Accept": BROWSER})
    assert opened(filled) == "5", "a person who opens the page twice"


def test_agents_that_draw_cards_open_nothing(filled: Say) -> None:
    path = share(filled)
    for ending in ("", ".json", ".ics", ".prom", ".txt"):
        visitor(filled).get(path + ending, headers={"User-Agent": "TelegramBot (like TwitterBot)"})
    visitor(filled).head(f"{path}.prom")
    assert opened(filled) == "0"


# --- the recipes ----------------------------------------------------------------------------------------------------------


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", DOC.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def requested(say: Say, address: str, path: str) -> Response:
    """Send the request of a recipe, with a link in the place of its example."""
    assert address.startswith(f"{HOST}/s/TOKEN")
    return visitor(say).get(address.removeprefix(HOST).replace("/s/TOKEN", path))


def test_each_address_of_the_page_answers(filled: Say) -> None:
    path = share(filled)
    addresses = [found for block in blocks("sh") for found in re.findall(rf'{HOST}[^\s"]*', block)]
    assert len(addresses) == 3
    types = [requested(filled, address, path).headers["content-type"] for address in addresses]
    assert types == ["text/calendar; charset=utf-8", "image/png", "application/json"]
    assert picture(requested(filled, addresses[1], path)).size == (800, 480)


def test_home_assistants_sensors_are_numbers(filled: Say) -> None:
    (recipe,) = (yaml.safe_load(block) for block in blocks("yaml") if block.startswith("rest:"))
    (rest,) = recipe["rest"]
    value = requested(filled, rest["resource"], share(filled)).json()

    def shown(sensor: dict[str, Any], value_json: Any) -> str:
        return Environment(autoescape=False).from_string(sensor["value_template"]).render(value_json=value_json)  # noqa: S701 - as Home Assistant does

    states = {sensor["name"]: shown(sensor, value) for sensor in rest["sensor"]}
    assert states["Budget left this week"] == "161.71"
    assert states["Fun left this week"] == "-8.95"
    assert states["Left per day"] == value["pay_period"]["per_day_after_bills"]
    assert shown(rest["sensor"][2], json.loads('{"pay_period": null}')) == "None"
    assert shown(rest["sensor"][2], json.loads('{"pay_period": {"overdue": true}}')) == "None"
    for sensor in rest["sensor"]:
        assert (sensor["device_class"], sensor["state_class"]) == ("monetary", "total")
        assert sensor["unit_of_measurement"] == value["currency"]
    assert rest["scan_interval"] >= 600


def test_prometheus_scrapes_what_grafana_is_asked_for(filled: Say) -> None:
    (recipe,) = (yaml.safe_load(block) for block in blocks("yaml") if block.startswith("scrape_configs:"))
    (job,) = recipe["scrape_configs"]
    (target,) = job["static_configs"][0]["targets"]
    found = gauges(requested(filled, f"{job['scheme']}://{target}{job['metrics_path']}", share(filled)))
    named = set(
        re.findall(r"budget_[a-z_]+", DOC.read_text(encoding="utf-8").partition("## Prometheus")[2].partition("## ")[0])
    )

    assert len(named) >= 4
    assert named <= {name for name, _ in found}


def test_trmnls_markup_names_what_the_json_has(filled: Say) -> None:
    (markup,) = blocks("liquid")
    value = visitor(filled).get(f"{share(filled)}.json").json()
    for name in re.findall(r"{{ ([a-z_.]+) }}", markup):
        held = value
        for step in name.split("."):
            held = held[step]
        assert isinstance(held, str | int)


@pytest.mark.parametrize("ending", [".ics", ".prom", ".json", ".txt", ".html", ".png?size=100x100", ""])
def test_who_has_an_answer_is_told_that_nothing_changed(filled: Say, ending: str) -> None:
    path = share(filled)
    client = visitor(filled)
    first = client.get(f"{path}{ending}")
    tag = first.headers["etag"]
    filled.wait(minutes=1)  # another moment, and nothing else

    for named in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
        again = client.get(f"{path}{ending}", headers={"If-None-Match": named})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert again.headers["cache-control"] == "no-store"
        assert "content-type" not in again.headers
    assert client.head(f"{path}{ending}", headers={"If-None-Match": tag}).status_code == 304
    assert client.get(f"{path}{ending}", headers={"If-None-Match": '"x"'}).status_code == 200

    filled("7 fun")
    filled("paid gym 31")
    changed = client.get(f"{path}{ending}", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


@pytest.mark.parametrize("ending", [".ics", ".prom", ".json", ".txt", ".html", ".png", ".png?size=100x100", ""])
@pytest.mark.parametrize(
    "query", ["week=2026-13-01", "week=soon", "week=2026-11-02&week=2026-11-09", "month=2026-13", "period=x"]
)
def test_a_week_that_no_calendar_has_is_told_in_every_form(filled: Say, ending: str, query: str) -> None:
    answer = visitor(filled).get(f"{share(filled)}{ending}{'&' if '?' in ending else '?'}{query}")

    assert answer.status_code == 400
    assert query.partition("=")[0].replace("week", "2026-03-14").replace("month", "2026-11") in answer.text


def test_gauges_of_another_week_are_those_of_that_week(filled: Say) -> None:
    path = share(filled)
    held = gauges(visitor(filled).get(f"{path}.prom?week=2020-03-14"))

    assert held["budget_total_spent", ""] == 0
    assert gauges(visitor(filled).get(f"{path}.prom"))["budget_total_spent", ""] > 0


def test_a_link_for_totals_says_why_it_has_no_calendar(filled: Say) -> None:
    answer = visitor(filled).get(f"{share(filled, 'totals')}.ics")

    assert (answer.status_code, answer.json()["error"]) == (404, "No calendar")
    assert answer.json()["detail"].startswith("This link shows sums alone")
    unknown = visitor(filled).get(f"/s/{'A' * 43}.ics")
    assert unknown.json()["error"] == "Nothing here"
