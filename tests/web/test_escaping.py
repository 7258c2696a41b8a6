"""What people write is text on every page: it opens no tag, ends no attribute and turns no writing direction."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from budget.shared import NothingToShow, Wanted
from tests.chat import Say, chat
from tests.web.visitors import BROWSER, share, visitor
from web.chart import week_svg
from web.summary import pictured
from words.voice import voice_of

THURSDAY = datetime(2026, 11, 26, 20, 10, tzinfo=UTC)
PLAIN = "Aaaa bbbb cccc"
HOSTILE = (
    "A<script>alert()<b>",
    "A<!-- comment",
    "A</bdi></title><svg onload=x>",
    'A" onmouseover="x',
    "A' onfocus='x",
    "A &lt &amp &#x3c",
    "A{0} {name} %s %(x)s",
)
TURNING = "\u202eA evil\u202c \u2066b\u2069 \u200fc"
QUERIES = ("", "?week=2026-11-18", "?period=pay", "?month=2026-11")


class Structure(HTMLParser):
    """Collects the tags of a page with the names of their attributes, and what is text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", (data,)))


@pytest.fixture
def say(tmp_path: Path) -> Iterator[Say]:
    with chat(tmp_path, THURSDAY) as found:
        yield found


def written(say: Say, name: str, note: str) -> list[str]:
    """Name everything that a person can name so, and return all pages: of both extents, and of each category."""
    say("paid 1500 2026-11-20")
    say(f"/categories rename fun = {name}")
    say("9 other 2026-11-18\n7 other, groceries")
    say("/bill Rent 900 on the 28")
    taught = say(f"3 other {note}")
    assert "✓" in taught, taught
    links = [share(say), share(say, "totals")]
    keys = [one.key for one in say.runner.run(say.app.bookkeeper.budget(say.owner)).categories]
    queries = [*QUERIES, *(f"?category={key}" for key in keys)]
    return [visitor(say).get(f"{link}{query}", headers={"Accept": BROWSER}).text for link in links for query in queries]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_page_has_the_same_tags_whatever_people_write(say: Say, tmp_path: Path, hostile: str) -> None:
    other = tmp_path / "plain"
    other.mkdir()
    with chat(other, THURSDAY) as plain:
        expected = written(plain, PLAIN, PLAIN)

    found = written(say, PLAIN, hostile)

    for page, like in zip(found, expected, strict=True):
        assert Structure(page).tags == Structure(like).tags
    assert hostile in Structure(found[0]).text


@pytest.mark.parametrize("hostile", ["A&lt<b>x", 'A"x="y', "A'x='y", "A{0}%s"])
def test_a_page_has_the_same_tags_whatever_categories_are_called(say: Say, tmp_path: Path, hostile: str) -> None:
    other = tmp_path / "plain"
    other.mkdir()
    with chat(other, THURSDAY) as plain:
        expected = written(plain, PLAIN, PLAIN)

    found = written(say, hostile, PLAIN)

    names = [one.name for one in say.runner.run(say.app.bookkeeper.budget(say.owner)).categories]
    assert hostile in names
    for page, like in zip(found, expected, strict=True):
        assert Structure(page).tags == Structure(like).tags
    assert hostile in Structure(found[0]).text


def test_characters_that_turn_the_direction_stay_apart_on_a_page_and_out_of_a_picture(say: Say) -> None:
    for page in written(say, PLAIN, TURNING):
        apart = re.sub("<bdi>.*?</bdi>", "", page)
        assert re.findall("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", apart) == []
    token = share(say).removeprefix("/s/")
    for wanted in (Wanted(), Wanted(month=THURSDAY.date().replace(day=1)), Wanted(category="other")):
        view = say.runner.run(say.app.sharing.look(token, say.now, wanted, count=False, page=True))
        assert not isinstance(view, NothingToShow)
        assert re.findall("[\u202a-\u202e\u2066-\u2069]", week_svg(voice_of("en"), pictured(view))) == []
