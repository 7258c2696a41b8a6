"""Rules for every answer: headers, errors and the access log; and the limits on guessing, opening and drawing."""

import asyncio
import json
import logging
import re
import secrets
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.build import App, http_app
from app.version import VERSION
from budget.sharing import Sharing
from storage import care
from storage.schema import EXPECTED
from storage.share_links import SqlShares
from tests.chat import SUNDAY, Say, chat
from tests.web.visitors import BROWSER, share, visitor
from web.guard import MOST_TARGET

SECRET = "metrics-token-16+"
HEADERS = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex, nofollow",
    "cache-control": "no-store",
    "vary": "Accept",
}
ROUTES = [
    ("GET", "/s/{token}", 200),
    ("GET", "/s/{token}.json", 200),
    ("GET", "/s/{token}.txt", 200),
    ("GET", "/s/{token}.html", 200),
    ("GET", "/s/{token}.png", 200),
    ("HEAD", "/s/{token}", 200),
    ("GET", "/s/{token}?week=never", 400),
    ("GET", "/s/unknown", 404),
    ("GET", "/s/{token}/", 404),
    ("GET", "/s/", 404),
    ("GET", "/", 404),
    ("GET", "/telegram", 404),
    ("POST", "/s/{token}", 405),
    ("OPTIONS", "/s/{token}", 405),
    ("DELETE", "/livez", 405),
    ("BREW", "/livez", 405),
    ("GET", "/livez", 200),
    ("GET", "/readyz", 200),
    ("GET", "/openapi.json", 200),
    ("GET", "/robots.txt", 200),
    ("GET", "/metrics", 401),
]


class FailingShares(SqlShares):
    """Shares that fail when a link is opened."""

    async def look(self, token_hash: str, now: datetime, *_: object, **__: object) -> None:
        raise RuntimeError(f"hash {token_hash}, {now}")


class CountingShares(SqlShares):
    """Shares that count how often a link is looked up."""

    lookups = 0

    async def look(self, *asked: Any, **more: Any) -> Any:
        self.lookups += 1
        return await super().look(*asked, **more)


def with_shares(say: Say, shares: SqlShares) -> App:
    return replace(say.app, sharing=Sharing(say.app.bookkeeper, shares, b"key"))


# --- headers --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("accept", [None, BROWSER, "text/plain"])
@pytest.mark.parametrize(("method", "path", "status"), ROUTES)
def test_every_answer_has_the_headers(tmp_path: Path, method: str, path: str, status: int, accept: str | None) -> None:
    with chat(tmp_path, METRICS_TOKEN=SECRET, PUBLIC_URL="https://budget.example.org") as say:
        path = path.replace("/s/{token}", share(say))
        answer = visitor(say).request(
            method, path, headers={} if accept is None else {"Accept": accept}, follow_redirects=False
        )

    assert answer.status_code == status
    assert HEADERS.items() <= dict(answer.headers).items()
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    policy = answer.headers["content-security-policy"]
    is_page = answer.headers["content-type"].startswith("text/html")
    framed_by = "https://web.telegram.org" if is_page else "'none'"
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors " + framed_by)
    assert "unsafe" not in policy
    assert ("style-src 'sha256-" in policy) == is_page
    assert ("x-request-id" in answer.headers) == (status >= 400)
    if status == 405:
        assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_without_https_nothing_is_said_about_it(say: Say) -> None:
    assert "strict-transport-security" not in visitor(say).get("/livez").headers


def test_the_pages_own_style_is_what_its_policy_allows(say: Say) -> None:
    from base64 import b64encode
    from hashlib import sha256

    answer = visitor(say).get(share(say), headers={"Accept": BROWSER})

    (style,) = re.findall(r"(?s)<style>(.*?)</style>", answer.text)
    assert (
        f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in answer.headers["content-security-policy"]
    )


# --- errors ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "kind"), [("*/*", "application/json"), (BROWSER, "text/html"), ("text/plain", "text/plain")]
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/nowhere"), ("POST", "/livez"), ("GET", "/s/unknown")])
def test_an_error_is_in_the_form_that_was_asked_for(say: Say, method: str, path: str, accept: str, kind: str) -> None:
    answer = visitor(say).request(method, path, headers={"Accept": accept})

    assert answer.headers["content-type"].partition(";")[0] == kind
    assert answer.headers["x-request-id"] in answer.text


def test_a_failure_tells_nothing_but_a_number_that_the_log_knows(say: Say, caplog: pytest.LogCaptureFixture) -> None:
    say.app = with_shares(say, FailingShares(say.app.database))

    answer = visitor(say).get(f"/s/{'A' * 43}")

    assert answer.status_code == 500
    said = answer.json()
    assert said["error"] == "Something went wrong"
    assert said["request_id"] == answer.headers["x-request-id"]
    assert "hash" not in answer.text
    assert f"Request {said['request_id']} failed" in caplog.text


def test_a_database_that_is_away_asks_to_come_again(say: Say, tmp_path: Path) -> None:
    path = share(say)
    (tmp_path / "budget.db").rename(tmp_path / "elsewhere.db")
    (tmp_path / "budget.db").mkdir()
    say.runner.run(say.app.database.__aexit__(None, None, None))
    say.runner.run(say.app.database.__aenter__())

    for suffix in (".json", ".txt", ".html", ".png"):
        answer = visitor(say).get(path + suffix)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "can't be reached just now" in answer.text.replace("&#39;", "'")
    ready = visitor(say).get("/readyz")
    assert ready.status_code == 503
    assert ready.json()["not_ready"].startswith("database")
    assert visitor(say).get("/livez").status_code == 200


# --- the log --------------------------------------------------------------------------------------------------------------


def test_the_log_shows_the_route_and_never_the_token(say: Say, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    path = share(say)
    for address in (path, f"{path}.html?week=2026-11-01", f"{path}/x", f"{path}?week=x", f"/x{path}"):
        visitor(say).get(address)
    visitor(say).post(path)
    visitor(say).get("/livez")

    ours = [record.getMessage() for record in caplog.records if record.name == "web.access"]
    assert re.fullmatch(r"GET /s/\{token\} 200 \d+\.\d ms", ours[0])
    assert [re.sub(r" [0-9.]+ ms.*", "", line) for line in ours[1:]] == [
        "GET /s/{token} 200",
        "GET - 404",
        "GET /s/{token} 400",
        "GET - 404",
        "POST /s/{token} 405",
        "GET /livez 200",
    ]
    assert re.search(r"404 \d+\.\d ms request [0-9a-f]{16}$", ours[2])
    assert path.removeprefix("/s/") not in "\n".join(ours)


def test_probes_are_logged_only_where_the_log_listens_closely(say: Say, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    visitor(say).get("/livez")

    assert [record for record in caplog.records if record.name == "web.access"] == []


# --- guessing -------------------------------------------------------------------------------------------------------------


def guess() -> str:
    return f"/s/{secrets.token_urlsafe(32)}"


def test_a_thousand_guesses_cost_at_most_ten_lookups(say: Say) -> None:
    shares = CountingShares(say.app.database)
    say.app = with_shares(say, shares)
    guesser = visitor(say)
    statuses = []

    for _ in range(1000):
        answer = guesser.get(guess())
        statuses.append(answer.status_code)

    assert set(statuses) == {404, 429}
    assert shares.lookups <= 10
    assert int(answer.headers["retry-after"]) > 0
    assert "Please wait" in answer.text


def test_a_thousand_guesses_at_once_cost_no_more(say: Say) -> None:
    shares = CountingShares(say.app.database)
    app = http_app(with_shares(say, shares))

    async def try_all() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://t") as client:
            await asyncio.gather(*(client.get(guess()) for _ in range(1000)))

    say.runner.run(try_all())

    assert shares.lookups <= 10


def test_who_guesses_waits_and_others_do_not(say: Say) -> None:
    app, another = visitor(say), visitor(say, "203.0.113.8")
    while app.get(guess()).status_code != 429:
        pass
    assert another.get(guess()).status_code == 404

    say.wait(seconds=61)
    assert [app.get(guess()).status_code for _ in range(2)] == [404, 429]


def test_wrong_links_never_shut_a_right_one(say: Say) -> None:
    paths, app = [share(say), share(say)], visitor(say)
    for _ in range(500):  # more than may be opened at once
        wrong = app.get(guess())
    assert wrong.status_code == 429

    for path in paths:
        assert [app.get(path).status_code for _ in range(3)] == [200] * 3
    assert app.get(guess()).status_code == 429
    say("/links")
    say.tap("Revoke 1")
    say.tap("Revoke")
    assert app.get(paths[0]).status_code == 404


def test_a_link_that_a_restored_backup_brings_back_opens_within_a_minute(say: Say, tmp_path: Path) -> None:
    path, app = share(say), visitor(say)
    url = say.app.settings.database_url.get_secret_value()
    care.backup(url, tmp_path / "backup.db")
    say("/links")
    say.tap("Revoke 1")
    say.tap("Revoke")
    assert app.get(path).status_code == 404

    care.restore(tmp_path / "backup.db", url)
    say.wait(seconds=59)
    assert app.get(path).status_code == 404
    say.wait(seconds=1)
    assert app.get(path).status_code == 200


def test_wrong_links_at_once_never_shut_a_right_one(say: Say) -> None:
    path, app = share(say), http_app(say.app)

    async def try_all() -> list[int]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://t") as client:
            paths = [*(guess() for _ in range(200)), path, *(guess() for _ in range(200))]
            return [answer.status_code for answer in await asyncio.gather(*(client.get(each) for each in paths))]

    statuses = say.runner.run(try_all())

    assert statuses.count(200) == 1
    assert statuses.count(404) == 10
    assert statuses.count(429) == 390


def test_what_is_remembered_of_visitors_and_tokens_is_bounded(say: Say) -> None:
    app = http_app(say.app)

    async def many() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://t") as client:
            for _ in range(1500):
                await client.get(guess())

    say.runner.run(many())
    links = next(route.endpoint.args[1] for route in app.routes if getattr(route, "path", "") == "/s/{token}")  # type: ignore[attr-defined]
    assert len(links._invalid._hashes) == 1000
    assert len(links._guesses._buckets) == 1


# --- bounds ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/livez?", "/s/", "/livez/"])
@pytest.mark.parametrize("accept", ["*/*", BROWSER, "text/plain"])
def test_an_address_is_bounded(say: Say, path: str, accept: str) -> None:
    app = visitor(say)

    within = app.get(path + "x" * (MOST_TARGET - len(path) + path.count("?")), headers={"Accept": accept})
    beyond = app.get(path + "x" * (MOST_TARGET - len(path) + path.count("?") + 1), headers={"Accept": accept})

    assert within.status_code in {200, 404}
    assert beyond.status_code == 414
    assert f"An address here has {MOST_TARGET} characters at most." in beyond.text
    assert HEADERS.items() <= dict(beyond.headers).items()


def test_of_the_forwarded_addresses_the_last_twenty_are_read(tmp_path: Path) -> None:
    with chat(tmp_path, TRUSTED_PROXIES="10.0.0.0/8") as say:
        app = visitor(say, "10.0.0.1")
        for proxies, seen in ((19, "198.51.100.1"), (20, None)):
            forwarded = ", ".join(["198.51.100.1", *["10.0.0.2"] * proxies])
            for _ in range(12):
                last = app.get(guess(), headers={"X-Forwarded-For": forwarded})
            assert last.status_code == 429
            alone = app.get(guess(), headers={"X-Forwarded-For": "198.51.100.1"})
            assert (alone.status_code == 429) == (seen is not None)
            say.wait(hours=1)


@pytest.mark.parametrize(("ranges", "kind"), [(31, "text/plain"), (32, "application/json")])
def test_of_what_is_liked_the_first_thirty_two_are_read(say: Say, ranges: int, kind: str) -> None:
    accept = ",".join([*["a/b"] * ranges, "text/plain"])

    assert visitor(say).get(share(say), headers={"Accept": accept}).headers["content-type"].startswith(kind)


def test_pictures_have_a_measure_for_an_address_and_for_a_link(say: Say) -> None:
    say("/limits fun 151.37")  # a picture that no other test has put into the cache
    path, other = share(say), share(say)
    app = visitor(say)

    def drawn(client: Any, link: str, years: range) -> list[int]:
        return [client.get(f"{link}.png?week={year}-01-01").status_code for year in years]

    assert drawn(app, path, range(2000, 2012)) == [200] * 10 + [429] * 2
    assert drawn(visitor(say, "203.0.113.9"), path, range(2012, 2013)) == [429], (
        "of this link too many are drawn, whoever asks"
    )
    refused = app.get(f"{other}.png")
    assert refused.status_code == 429, "for this address too many are drawn, whichever link"
    assert refused.headers["retry-after"] == "3"
    assert "Please wait 3 seconds" in refused.text
    assert app.get(f"{other}.html").status_code == 200
    say.wait(seconds=3)
    assert drawn(app, path, range(2009, 2013)) == [200, 200, 429, 429], "one that is kept costs nothing"


def test_a_picture_that_is_kept_costs_nothing(say: Say) -> None:
    path, app = share(say), visitor(say)

    assert {app.get(f"{path}.png").status_code for _ in range(40)} == {200}


@pytest.mark.parametrize("given", ["wrong", ""])
def test_wrong_tokens_for_counts_are_slowed_and_the_right_one_is_not(tmp_path: Path, given: str) -> None:
    with chat(tmp_path, METRICS_TOKEN=SECRET) as say:
        app = visitor(say)
        statuses = [app.get("/metrics", headers={"Authorization": given}).status_code for _ in range(12)]

        assert statuses == [401] * 10 + [429] * 2
        assert app.get("/metrics", headers={"Authorization": f"Bearer {SECRET}"}).status_code == 200


# --- what is known --------------------------------------------------------------------------------------------------------


def test_what_is_known_costs_no_guess(say: Say) -> None:
    shares = CountingShares(say.app.database)
    say.app = with_shares(say, shares)
    path, wrong, app = share(say), guess(), visitor(say)
    assert app.get(path).status_code == 200
    assert {app.get(wrong).status_code for _ in range(50)} == {404}
    assert {app.get("/s/no-token").status_code for _ in range(50)} == {404}
    assert shares.lookups == 2

    while app.get(guess()).status_code != 429:
        pass
    assert app.get(path).status_code == 200, "who has opened it before has guessed nothing"
    assert app.get(wrong).status_code == 404
    say("/links")
    say.tap("Revoke 1")
    say.tap("Revoke")
    assert app.get(path).status_code == 404


def test_right_links_cost_no_guesses_and_opening_has_its_own_measure(say: Say) -> None:
    path, somebody = share(say), visitor(say)

    statuses = [somebody.get(path).status_code for _ in range(310)]

    assert statuses == [200] * 300 + [429] * 10
    say.wait(seconds=0.5)
    assert [somebody.get(path).status_code for _ in range(6)] == [200] * 5 + [429]


def served(say: Say, peer: str, forwarded: str) -> int:
    """Guess through a peer for one client until it is refused; return the status of another client of that peer."""
    app = http_app(say.app)
    from starlette.testclient import TestClient

    client = TestClient(app, client=(peer, 1))
    for _ in range(11):
        last = client.get(guess(), headers={"X-Forwarded-For": "198.51.100.1"})
    assert last.status_code == 429
    return client.get(guess(), headers={"X-Forwarded-For": forwarded}).status_code


@pytest.mark.parametrize(
    ("peer", "forwarded", "status"),
    [
        ("10.1.2.3", "198.51.100.2", 404),  # the proxy reports another client
        ("10.1.2.3", "198.51.100.1", 429),
        ("10.1.2.3", "198.51.100.2, 198.51.100.1", 429),  # what the client itself claims is ignored
        ("10.1.2.3", "198.51.100.1, 198.51.100.2", 404),
        ("10.1.2.3", "198.51.100.1, 10.9.9.9", 429),  # two trusted proxies
        ("10.1.2.3", "198.51.100.1:4711", 429),
        ("10.1.2.3", "nonsense", 404),
        ("10.1.2.3", "", 404),
        ("::ffff:10.1.2.3", "198.51.100.2", 404),
        ("203.0.113.7", "198.51.100.2", 429),  # not a trusted proxy: its header is ignored
        ("testclient", "198.51.100.2", 429),
    ],
)
def test_only_a_trusted_proxy_is_believed_whom_it_speaks_for(
    tmp_path: Path, peer: str, forwarded: str, status: int
) -> None:
    with chat(tmp_path, TRUSTED_PROXIES="10.0.0.0/8, 2001:db8::1") as say:
        assert served(say, peer, forwarded) == status


def test_a_household_with_ipv6_is_one_client(tmp_path: Path) -> None:
    with chat(tmp_path, TRUSTED_PROXIES="2001:db8::1") as say:
        from starlette.testclient import TestClient

        client = TestClient(http_app(say.app), client=("2001:db8::1", 1))
        statuses = [
            client.get(guess(), headers={"X-Forwarded-For": f"[2001:db8:1::{n:x}]:80"}).status_code for n in range(11)
        ]
        assert statuses == [404] * 10 + [429]
        assert client.get(guess(), headers={"X-Forwarded-For": "2001:db8:1:1::1"}).status_code == 404


# --- the rest -------------------------------------------------------------------------------------------------------------


def test_robots_stay_out(say: Say) -> None:
    assert visitor(say).get("/robots.txt").text == "User-agent: *\nDisallow: /\n"


def test_there_are_no_counts_without_a_token_for_them(say: Say) -> None:
    assert visitor(say).get("/metrics").status_code == 404
    assert "/metrics" not in visitor(say).get("/openapi.json").json()["paths"]


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer wrong", f"bearer {SECRET}", f"Basic {SECRET}", SECRET])
def test_counts_want_their_token(tmp_path: Path, given: str) -> None:
    with chat(tmp_path, METRICS_TOKEN=SECRET) as say:
        answer = visitor(say).get("/metrics", headers={"Authorization": given})

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert "budgetbot" not in answer.text


def test_counts_are_in_prometheus_format(tmp_path: Path) -> None:
    with chat(tmp_path, METRICS_TOKEN=SECRET) as say:
        path, metrics = share(say), say.app.metrics
        visitor(say).get(path)
        visitor(say).get("/nowhere/else")
        metrics.handled("done", 0.003)
        metrics.handled("done", 30)
        metrics.replied("send_message", "sent")
        metrics.contacted()

        answer = visitor(say).get("/metrics", headers={"Authorization": f"Bearer {SECRET}"})

    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = answer.text.splitlines()
    for line in (
        f'budgetbot_info{{version="{VERSION}",schema="{EXPECTED}"}} 1',
        "budgetbot_ready 1",
        'budgetbot_updates_total{outcome="done"} 2',
        'budgetbot_update_seconds_bucket{outcome="done",le="0.005"} 1',
        'budgetbot_update_seconds_bucket{outcome="done",le="+Inf"} 2',
        'budgetbot_update_seconds_count{outcome="done"} 2',
        'budgetbot_replies_total{method="send_message",outcome="sent"} 1',
        f"budgetbot_telegram_last_contact_seconds {SUNDAY.timestamp()}",
        'budgetbot_http_requests_total{method="GET",route="/s/{token}",status="200"} 1',
        'budgetbot_http_requests_total{method="GET",route="-",status="404"} 1',
        'budgetbot_http_request_seconds_count{route="/s/{token}"} 1',
    ):
        assert line in lines
    for line in lines:
        assert re.fullmatch(r"# (?:HELP|TYPE) \w+ .+|\w+(?:\{(?:\w+=\"[^\"\\]*\",?)+\})? [0-9.e+-]+", line), line
    assert path.removeprefix("/s/") not in answer.text


def test_the_description_names_every_route(tmp_path: Path) -> None:
    with chat(tmp_path, METRICS_TOKEN=SECRET) as say:
        app = http_app(say.app)
        described = visitor(say).get("/openapi.json").json()

    served = {getattr(route, "path", "") for route in app.routes}
    assert served | {"/telegram"} == {
        re.sub(r"\.(json|txt|html|png)$", "", path) if "token" in path else path for path in described["paths"]
    }
    assert described["servers"] == [{"url": "http://localhost:0"}]
    json.dumps(described)
