"""The page at home on a phone, in the cards that chats draw of links, and in a tab that stays open."""

import re
import struct
from pathlib import Path

import pytest

from tests.chat import Say, breaking
from tests.web.test_summary import page, words
from tests.web.visitors import BROWSER, share, visitor
from web.agents import is_preview_agent
from web.markup import DARK_PAPER, PAPER, policy, style

AGENTS = [
    "TelegramBot (like TwitterBot)",
    "WhatsApp/2.23.20.0",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Mozilla/5.0 (Macintosh) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
]
PEOPLE = [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    "curl/8.5.0",
    "python-httpx/0.28",
    "",
]


@pytest.mark.parametrize("agent", AGENTS)
def test_a_preview_agent_gets_a_card_without_figures_and_is_not_counted(say: Say, agent: str) -> None:
    say("358.95 fun dinner")
    path = share(say)

    answer = visitor(say).get(path, headers={"User-Agent": agent, "Accept": "*/*"})

    assert answer.headers["content-type"].startswith("text/html")
    assert '<meta property="og:title" content="A shared budget">' in answer.text
    assert '<meta property="og:description" content="Opens in the browser.">' in answer.text
    assert not re.search(r"\d", words(answer.text))
    assert "dinner" not in answer.text
    assert visitor(say).get(f"{path}.json", headers={"User-Agent": agent}).json()["total"]["spent"] == "358.95"


def test_a_preview_is_no_opening_and_of_a_dead_link_there_is_none(say: Say) -> None:
    path = share(say)
    visitor(say).get(path, headers={"User-Agent": AGENTS[0]})
    assert "never opened" in say("/links")

    say("/links")
    say.tap("Revoke 1")
    say.tap("Revoke")
    assert visitor(say).get(path, headers={"User-Agent": AGENTS[0]}).status_code == 404


@pytest.mark.parametrize("agent", PEOPLE)
def test_people_and_programs_are_no_preview_agents(agent: str) -> None:
    assert not is_preview_agent(agent)


def test_a_page_says_the_cards_words_too_for_agents_that_nobody_knows(say: Say) -> None:
    say("358.95 fun dinner")

    shown = page(say, share(say))

    assert '<meta property="og:title" content="A shared budget">' in shown
    assert not re.search(r'content="[^"]*358', shown)


def test_a_link_can_be_put_on_the_home_screen(say: Say) -> None:
    path = share(say)
    token = path.removeprefix("/s/")

    shown = page(say, path)
    answer = visitor(say).get(f"{path}.webmanifest")

    assert f'<link rel="manifest" href="{token}.webmanifest">' in shown
    assert '<link rel="apple-touch-icon" href="../icon-180.png">' in shown
    assert '<meta name="apple-mobile-web-app-title" content="Budget">' in shown
    assert f'<meta name="theme-color" content="{PAPER}" media="(prefers-color-scheme:light)">' in shown
    assert f'<meta name="theme-color" content="{DARK_PAPER}" media="(prefers-color-scheme:dark)">' in shown
    assert answer.headers["content-type"] == "application/manifest+json"
    manifest = answer.json()
    assert (manifest["start_url"], manifest["short_name"]) == (token, "Budget")
    assert "never opened" not in say("/links"), "the page was opened, and the manifest alone is no opening"
    assert f"--paper:{PAPER}" in style()
    assert f"--paper:{DARK_PAPER}" in style()


def test_the_manifest_is_called_as_the_budget_is(say: Say) -> None:
    path = share(say)
    say("/settings name Zuhause & Co")
    assert visitor(say).get(f"{path}.webmanifest").json()["name"] == "Zuhause & Co"
    say("/settings name none")
    say("/settings language german")
    assert visitor(say).get(f"{path}.webmanifest").json()["name"] == "Budget"


def test_the_manifest_of_a_link_that_does_not_open_is_not_there(say: Say) -> None:
    path = share(say)
    unknown = visitor(say).get(f"/s/{'A' * 43}.webmanifest")

    assert (unknown.status_code, unknown.headers["content-type"]) == (404, "application/json")
    assert "never opened" in say("/links")
    somebody = visitor(say)
    guesses = [somebody.get(f"/s/{letter * 43}.webmanifest").status_code for letter in "BCDEFGHIJKLM"]
    assert guesses == [404] * 10 + [429] * 2, "guessing is slowed here, too"
    assert visitor(say).get("/s/short.webmanifest").status_code == 404
    assert visitor(say).get(f"{path}.json.webmanifest").status_code == 404


@pytest.mark.parametrize("size", [180, 512])
def test_the_icon_has_its_size_and_may_be_kept(say: Say, size: int) -> None:
    answer = visitor(say).get(f"/icon-{size}.png")

    assert answer.headers["content-type"] == "image/png"
    assert struct.unpack(">II", answer.content[16:24]) == (size, size)
    assert answer.headers["cache-control"] == "public, max-age=604800"


def test_an_open_tab_asks_whether_the_page_is_another_one(say: Say) -> None:
    path = share(say)
    somebody = visitor(say)

    def tag() -> str:
        return somebody.head(path, headers={"Accept": BROWSER}).headers["etag"]

    first = tag()
    say.wait(minutes=5)
    assert tag() == first, "the moment alone makes no other page"
    assert f'data-tag="{first.replace(chr(34), "&quot;")}"' in page(say, path)
    say("5 fun")
    assert tag() != first
    say("/undo")
    assert somebody.head(f"{path}?period=pay").status_code == 404
    assert "opened on 1 day" in say("/links"), "who asks is no visitor"


def test_the_script_is_small_and_the_only_one(say: Say) -> None:
    shown = visitor(say).get(share(say), headers={"Accept": BROWSER})

    (script,) = re.findall(r"<script[^>]*>(.*?)</script>", shown.text, re.DOTALL)

    assert len(script.encode()) <= 1024
    assert policy() in shown.headers["content-security-policy"]
    assert "unsafe" not in policy()
    source = Path(__file__).parents[2] / "web" / "refresh.js"
    assert script == source.read_text(encoding="utf-8").strip()


def test_a_page_is_titled_by_its_budget(say: Say) -> None:
    say("/settings name Home & <Garden>")
    shown = breaking(page(say, share(say)))

    assert "<title>Home &amp; &lt;Garden&gt; · Budget, week of 16 – 22 November</title>" in shown
    assert '<meta name="apple-mobile-web-app-title" content="Home &amp; &lt;Garden&gt;">' in shown


@pytest.mark.parametrize("query", ["", "?month=2026-11", "?period=pay", "?category=fun"])
def test_a_page_says_what_its_budget_is_called(say: Say, query: str) -> None:
    """At home on a phone there is no title over a page: two budgets are told apart by this."""
    say("paid 1500")
    path = share(say)
    assert 'class="called"' not in page(say, f"{path}{query}")

    say("/settings name Home & <Garden>")

    assert '<header><p class="called"><bdi>Home &amp; &lt;Garden&gt;</bdi></p><h1>' in page(say, f"{path}{query}")
