"""The page in a real browser: no accessibility violation by axe-core, nothing wider than the screen, nothing loaded.

Runs where a Chromium is at hand; axe-core comes by `make browser-test`, which installs both. Screenshots are left in
``.browser/`` to be looked at.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from budget.shared import SharedView
from tests.chat import Say, chat
from tests.web.visitors import BROWSER, share, visitor
from tests.words.pseudo import FROM_THE_RIGHT
from web.markup import Document
from web.page import page_html

ROOT = Path(__file__).parent.parent.parent
SHOTS = ROOT / ".browser"
AXE = SHOTS / "package" / "axe.min.js"
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None
)
# Turns off everything that a browser does besides showing the page.
QUIET = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --disable-default-apps --hide-scrollbars --host-resolver-rules=MAP~*~NOTFOUND"
).split()
DARK = "--blink-settings=preferredColorScheme=0"

MUST = "BROWSER_TEST" in os.environ  # `make browser-test`: nothing is skipped then

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not MUST, reason="NO BROWSER: the page is not looked at. `make browser-test` installs one."
)

needs_axe = pytest.mark.skipif(
    not AXE.exists() and not MUST, reason="NO AXE-CORE: accessibility is not checked. `make browser-test` does."
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Return all pages, by name."""
    with chat(tmp_path_factory.mktemp("pages")) as say:
        empty, full, totals = share(say), share(say), share(say, "totals")
        somebody = visitor(say)

        def page(path: str) -> str:
            return somebody.get(path, headers={"Accept": BROWSER}).text

        shown = {"empty": page(empty), "error": page("/s/unknown")}
        say("358.95 fun dinner for two at the old harbour\n79.34 groceries\npaid 1500 friday\n+40\n-4.50 fun")
        say("210 fun 2026-11-05\n120 rent 2026-10-20\n12345.67 other 2026-10-10\n2x3.50 fun beers yesterday")
        say(f"3 fun {'x' * 190}\n4 fun \u202eevil\u202c 🎉 مرحبا 你好\n5 fun <script>alert(1)</script>")
        shown |= {"week": page(full), "past": page(f"{full}?week=2026-10-10"), "totals": page(totals)}
        say("/categories add Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww 999999.99")
        say("999999.99 fun")
        shown["wide"] = page(full)
        shown |= {"pay": page(f"{full}?period=pay"), "month": page(f"{full}?month=2026-11")}
        shown["category"] = page(f"{full}?category=fun")
        for n in range(7):
            say(f"/categories add Category {chr(65 + n)} 40")
        for _ in range(5):
            say("\n".join(f"{k + 1}.25 Category {chr(65 + k % 7)} a note of a usual length" for k in range(20)))
        shown["much"] = page(full)
        shown["right"] = from_the_right(say, full).content.decode()
        yield shown | {"german": in_german(tmp_path_factory.mktemp("german"))}


def in_german(folder: Path) -> str:
    """Return the week of a German budget with all that a page has: its words are longer than the English ones."""
    with chat(folder, CURRENCY="EUR", LOCALE="de_DE") as say:
        say("/settings language german")
        say("/bill Miete 900 am 1.")
        say("Gehalt 2450 freitag\n18,90 lebensmittel\n37,20 spaß kino\n45 apotheke\n12 gestern")
        say("30 spaß 2026-11-12\n60 lebensmittel 2026-11-05")
        return visitor(say).get(share(say), headers={"Accept": BROWSER}).text


def from_the_right(say: Say, path: str) -> Document:
    """Return the page as a language has it that is written from the right; its sentences are English."""
    view = say.runner.run(say.app.sharing.look(path.removeprefix("/s/"), say.now, count=False, page=True))
    assert isinstance(view, SharedView)
    return page_html(FROM_THE_RIGHT, view, "x" * 43)


def browse(folder: Path, *arguments: str) -> str:
    """Run the browser once; return what it prints."""
    assert CHROMIUM is not None
    done = subprocess.run(
        [CHROMIUM, *(each.replace("~", " ") for each in QUIET), f"--user-data-dir={folder / 'profile'}", *arguments],
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    return done.stdout


def framed(folder: Path, page: str, *widths: int) -> str:
    """Put a page into a frame of each width, because a window of Chromium is never narrower than 500 pixels."""
    (folder / "inner.html").write_text(page, encoding="utf-8")
    frames = "".join(
        f'<iframe src="inner.html" width="{width}" height="2000" style="border:0"></iframe>' for width in widths
    )
    frame = (
        '<!doctype html><title>frames</title><body style="margin:0"><pre id=said hidden></pre>'
        "<script>addEventListener('message', e => { document.getElementById('said').textContent += e.data + '\\n' })</script>"
        f"{frames}"
    )
    (folder / "frame.html").write_text(frame, encoding="utf-8")
    return f"file://{folder / 'frame.html'}"


def asked(folder: Path, page: str, script: str, *widths: int, more: tuple[str, ...] = ()) -> list[Any]:
    """Open a page in a frame of each width, and return what a script in it says in each."""
    # The page's Content-Security-Policy would block the script. It is a header, so it does not apply to a file.
    address = framed(folder, page.replace("</body>", f"<script>{script}</script></body>"), *widths)
    dom = browse(folder, "--virtual-time-budget=20000", "--window-size=1400,2200", *more, "--dump-dom", address)
    said = re.search(r'<pre id="said"[^>]*>(.*?)</pre>', dom, re.DOTALL)
    assert said is not None
    lines = [json.loads(line) for line in unescape(said[1]).splitlines()]
    assert len(lines) == len(widths), "a script said nothing"
    return lines


NAMES = ["week", "past", "totals", "empty", "wide", "error", "pay", "month", "category", "much", "right", "german"]
TO_THE_ENTRIES = {"To the entries", "Zu den Eintr\u00e4gen"}
LARGE = "--blink-settings=defaultFontSize=32"  # the reader's own font size, twice the usual


@needs_axe
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_accessibility_violation(pages: dict[str, str], tmp_path: Path, name: str, scheme: str) -> None:
    script = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script") + (
        ";axe.run({runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'],"
        "rules: {'color-contrast-enhanced': {enabled: true}}}).then(r => parent.postMessage("
        "JSON.stringify({bad: r.violations.map(v => [v.id, v.nodes.map(n => n.html)]), passed: r.passes.map(v => v.id),"
        " dark: matchMedia('(prefers-color-scheme: dark)').matches}), '*'))"
    )

    (found,) = asked(tmp_path, pages[name], script, 360, more=(DARK,) if scheme == "dark" else ())

    assert found["bad"] == []
    assert found["dark"] == (scheme == "dark")
    assert {"color-contrast", "color-contrast-enhanced"} <= set(found["passed"])


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_the_screen(pages: dict[str, str], tmp_path: Path, name: str) -> None:
    widths = [320, 360, 390, 1280]
    # With amounts in the millions only the table scrolls sideways, which WCAG 1.4.10 allows.
    but = " && !e.closest('.wide')" if name in {"wide", "much", "pay", "month", "right"} else ""
    script = (
        f"const late = [...document.querySelectorAll('body *:not(.skip,.label)')].filter(e => !e.closest('defs'){but} && "
        "(e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1));"
        "parent.postMessage(JSON.stringify([document.documentElement.scrollWidth, late.map(e => e.outerHTML.slice(0, 80))]), '*')"
    )

    assert sorted(asked(tmp_path, pages[name], script, *widths)) == [[width, []] for width in widths]


WALK = """
    const shown = e => e.checkVisibility();
    const said = e => (e.getAttribute('aria-label') || e.textContent).trim().replace(/\\s+/g, ' ');
    const stops = [...document.querySelectorAll('a[href],summary,[tabindex="0"],button,input')].filter(shown);
    const order = stops.map(e => { e.focus(); const r = e.getBoundingClientRect();
        return [said(e), Math.round(r.top + scrollY), document.activeElement === e, r.left >= 0 && r.right <= innerWidth + 1,
            getComputedStyle(e).outlineStyle !== 'none' || !e.matches(':focus-visible')] });
    const marks = [...document.querySelectorAll('header,nav,main,footer,section')];
    const named = e => !!e.getAttribute('aria-label') || !!e.querySelector(':scope > h2');
    parent.postMessage(JSON.stringify({
        order, jumps: document.querySelectorAll('[tabindex]:not([tabindex="0"],[tabindex="-1"])').length,
        headings: [...document.querySelectorAll('h1,h2,h3,h4')].filter(shown).map(e => +e.tagName[1]),
        landmarks: marks.filter(e => e.parentElement === document.body).map(e => e.tagName.toLowerCase()),
        unnamed: marks.filter(e => ['NAV', 'SECTION'].includes(e.tagName) && !named(e)).map(e => e.outerHTML.slice(0, 80)),
        pictures: [...document.querySelectorAll('svg')].filter(e => !e.closest('[aria-hidden=true],[role=img]')).length,
    }), '*')
"""


@pytest.mark.parametrize("name", sorted({*NAMES} - {"error"}))
def test_keyboards_and_screen_readers_walk_from_the_top_to_the_bottom(
    pages: dict[str, str], tmp_path: Path, name: str
) -> None:
    (found,) = asked(tmp_path, pages[name], WALK, 390)

    stops = found["order"]
    said, tops = [stop[0] for stop in stops], [stop[1] for stop in stops if stop[0] not in TO_THE_ENTRIES]
    assert all(said), "a stop without a name"
    assert all(is_focused and is_in_sight and is_marked for *_, is_focused, is_in_sight, is_marked in stops)
    assert all(later >= earlier - 30 for earlier, later in pairwise(tops)), "the order is not that of the screen"
    assert found["jumps"] == 0
    assert (found["headings"][0], set(found["headings"][1:])) == (1, {2})
    assert found["landmarks"] == ["header", "main", "footer"]
    assert (found["unnamed"], found["pictures"]) == ([], 0)
    assert (said[0] in TO_THE_ENTRIES) == (name != "totals")


@pytest.mark.parametrize("name", NAMES)
def test_letters_of_twice_the_size_neither_overlap_nor_break_a_number(
    pages: dict[str, str], tmp_path: Path, name: str
) -> None:
    script = """
        const shown = e => e.checkVisibility() && !e.closest('.wide,.skip,.label') && getComputedStyle(e).clipPath === 'none';
        const every = [...document.querySelectorAll('body *')].filter(shown);
        const late = every.filter(e => !e.closest('svg') && e.getBoundingClientRect().right > innerWidth + 1);
        const broken = [], hits = [];
        for (const e of every) for (const node of e.childNodes) {
            if (node.nodeType !== 3 || e.closest('svg,script,.error')) continue;
            for (const number of node.data.matchAll(/[0-9][0-9.,]+/g)) {
                const range = document.createRange();
                range.setStart(node, number.index);
                range.setEnd(node, number.index + number[0].length);
                if (range.getClientRects().length > 1) broken.push(node.data);
            }
        }
        const boxes = every.filter(e => e.matches('.sum,svg[role] text,.hero,h1'));
        for (const a of boxes) for (const b of boxes) {
            if (a === b) continue;
            const p = a.getBoundingClientRect(), q = b.getBoundingClientRect();
            if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1)
                hits.push(a.outerHTML + b.outerHTML);
        }
        const size = parseFloat(getComputedStyle(document.body).fontSize);
        parent.postMessage(JSON.stringify([late.map(e => e.outerHTML.slice(0, 90)), broken, hits, size]), '*')
    """

    found = asked(tmp_path, pages[name], script, 320, 390, more=(LARGE,))

    assert found == [[[], [], [], 32]] * 2


def test_what_is_left_in_arabic_does_not_reach_into_the_line_below(tmp_path: Path) -> None:
    """Arabic letters go deep below the line: measured is the ink, not the box."""
    with chat(tmp_path, CURRENCY="EGP", LOCALE="ar_EG") as say:
        say("/settings language arabic")
        say("40 ترفيه سينما")
        shown = visitor(say).get(share(say), headers={"Accept": BROWSER}).text
    script = """
        const pen = document.createElement('canvas').getContext('2d');
        const ink = [['.hero', 1], ['.sub', -1]].map(([which, below]) => {
            const e = document.querySelector(which), style = getComputedStyle(e);
            pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
            const drawn = pen.measureText(e.textContent), line = parseFloat(style.lineHeight);
            const base = e.getBoundingClientRect().top
                + (line - drawn.fontBoundingBoxAscent - drawn.fontBoundingBoxDescent) / 2 + drawn.fontBoundingBoxAscent;
            return below > 0 ? base + drawn.actualBoundingBoxDescent : base - drawn.actualBoundingBoxAscent;
        });
        parent.postMessage(JSON.stringify(ink), '*')
    """

    ((bottom, top),) = asked(tmp_path, shown, script, 390)

    assert bottom <= top


def test_much_stays_within_three_thousand_pixels_and_what_matters_on_the_first_screen(
    pages: dict[str, str], tmp_path: Path
) -> None:
    script = (
        "const last = [...document.querySelectorAll('.bars li:nth-child(3), .chips')], hero = document.querySelector('.hero');"
        "const of = hero.getBoundingClientRect(), above = document.elementFromPoint(of.left + 2, of.top + of.height / 2);"
        "parent.postMessage(JSON.stringify([document.documentElement.scrollHeight,"
        " Math.max(...last.map(e => e.getBoundingClientRect().bottom)),"
        " hero.contains(above) && of.right <= innerWidth && of.bottom]), '*')"
    )

    ((much, _, _),) = asked(tmp_path, pages["much"], script, 390)
    assert much <= 3000
    for name in ("week", "german"):
        ((_, first, hero),) = asked(tmp_path, pages[name], script, 390)
        assert first <= 844, name
        assert 0 < hero <= 250, f"{name}: what is left is the first that is seen"


@pytest.mark.parametrize(
    ("shot", "name", "width", "more"),
    [
        ("light", "week", 390, ()),
        ("dark", "week", 390, (DARK,)),
        ("narrow", "wide", 320, ()),
        ("desktop", "week", 1280, ()),
        ("error", "error", 390, ()),
        ("right", "right", 390, ()),
        ("german", "german", 390, ()),
    ],
)
def test_screenshots_are_there_to_be_looked_at(
    pages: dict[str, str], tmp_path: Path, shot: str, name: str, width: int, more: tuple[str, ...]
) -> None:
    SHOTS.mkdir(exist_ok=True)
    picture = SHOTS / f"{shot}.png"
    address = framed(tmp_path, pages[name], width)

    browse(tmp_path, f"--window-size={max(width, 500)},2000", *more, f"--screenshot={picture}", address)

    assert picture.stat().st_size > 5_000


def test_the_page_prints_on_two_sheets(pages: dict[str, str], tmp_path: Path) -> None:
    SHOTS.mkdir(exist_ok=True)
    (tmp_path / "page.html").write_text(pages["week"], encoding="utf-8")

    browse(
        tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={SHOTS / 'print.pdf'}", f"file://{tmp_path / 'page.html'}"
    )

    assert len(re.findall(rb"/Type\s*/Page\b", (SHOTS / "print.pdf").read_bytes())) <= 2


def test_in_print_a_total_stands_once_below_its_rows_and_nothing_says_that_more_is_folded(
    pages: dict[str, str], tmp_path: Path
) -> None:
    script = (
        "const style = (which, what) => getComputedStyle(document.querySelector(which))[what];"
        "parent.postMessage(JSON.stringify([style('tfoot', 'display'), style('table', 'breakInside'),"
        " style('.weeks', 'breakInside'), style('.day details>summary', 'display'), style('.day>summary', 'display')]), '*')"
    )

    ((foot, table, weeks, more, day),) = asked(
        tmp_path, pages["much"].replace("@media print", "@media screen"), script, 390
    )

    assert foot == "table-row-group", "a browser repeats a footer on each sheet, before the rows of the next one"
    assert (table, weeks) == ("avoid", "avoid")
    assert (more, day != "none") == ("none", True)
