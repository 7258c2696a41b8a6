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
from datetime import UTC, datetime
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


def framed(folder: Path, *shown: tuple[str, int], beside: bool = False) -> str:
    """Put each page into a frame of its width, because a window of Chromium is never narrower than 500 pixels.

    They lie upon one another, unless they are to be ``beside`` one another: what is out of sight a browser may leave undone.
    """
    files = {page: f"page{n}.html" for n, page in enumerate(dict.fromkeys(page for page, _ in shown))}
    for page, name in files.items():
        (folder / name).write_text(page, encoding="utf-8")
    style = "border:0" if beside else "border:0;position:absolute;top:0;left:0"
    frames = "".join(
        f'<iframe src="{files[page]}" width="{width}" height="2000" style="{style}"></iframe>' for page, width in shown
    )
    frame = (
        '<!doctype html><title>frames</title><body style="margin:0"><pre id=said hidden></pre>'
        "<script>addEventListener('message', e => { document.getElementById('said').textContent += "
        "[...document.querySelectorAll('iframe')].findIndex(f => f.contentWindow === e.source) + ' ' + e.data + '\\n' })"
        f"</script>{frames}"
    )
    (folder / "frame.html").write_text(frame, encoding="utf-8")
    return f"file://{folder / 'frame.html'}"


def asked(
    folder: Path, pages: dict[str, str], script: str, *widths: int, more: tuple[str, ...] = ()
) -> dict[str, list[Any]]:
    """Open each page in a frame of each width, all at once, and return what a script says in each: page -> a line a width.

    To start the browser takes longer than all that it is asked.
    """
    # The page's Content-Security-Policy would block the script. It is a header, so it does not apply to a file.
    shown = [
        (page.replace("</body>", f"<script>{script}</script></body>"), width)
        for page in pages.values()
        for width in widths
    ]
    address = framed(folder, *shown)
    dom = browse(folder, "--virtual-time-budget=20000", "--window-size=1400,2200", *more, "--dump-dom", address)
    said = re.search(r'<pre id="said"[^>]*>(.*?)</pre>', dom, re.DOTALL)
    assert said is not None
    parts = (line.partition(" ") for line in unescape(said[1]).splitlines())
    lines = {int(number): json.loads(answer) for number, _, answer in parts}
    assert sorted(lines) == list(range(len(shown))), "a script said nothing"
    return {name: [lines[n * len(widths) + place] for place in range(len(widths))] for n, name in enumerate(pages)}


NAMES = ["week", "past", "totals", "empty", "wide", "error", "pay", "month", "category", "much", "right", "german"]
TO_THE_ENTRIES = {"To the entries", "Zu den Eintr\u00e4gen"}
LARGE = "--blink-settings=defaultFontSize=32"  # the reader's own font size, twice the usual


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_an_accessibility_violation(pages: dict[str, str], tmp_path: Path, scheme: str) -> None:
    script = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script") + (
        ";axe.run({runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'],"
        "rules: {'color-contrast-enhanced': {enabled: true}}}).then(r => parent.postMessage("
        "JSON.stringify({bad: r.violations.map(v => [v.id, v.nodes.map(n => n.html)]), passed: r.passes.map(v => v.id),"
        " dark: matchMedia('(prefers-color-scheme: dark)').matches}), '*'))"
    )

    every = asked(tmp_path, pages, script, 360, more=(DARK,) if scheme == "dark" else ())

    assert {name: found["bad"] for name, (found,) in every.items()} == {name: [] for name in NAMES}
    for name, (found,) in every.items():
        assert found["dark"] == (scheme == "dark"), name
        assert {"color-contrast", "color-contrast-enhanced"} <= set(found["passed"]), name


def test_nothing_is_wider_than_the_screen(pages: dict[str, str], tmp_path: Path) -> None:
    widths = [320, 360, 390, 1280]
    script = (
        "const late = [...document.querySelectorAll('body *:not(.skip,.label)')].filter(e => !e.closest('defs') && "
        "(e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1));"
        "parent.postMessage(JSON.stringify([document.documentElement.scrollWidth, "
        "late.map(e => [!!e.closest('.wide'), e.outerHTML.slice(0, 80)])]), '*')"
    )

    every = asked(tmp_path, pages, script, *widths)

    for name, found in every.items():
        assert [width for width, _ in found] == widths, name
        # With amounts in the millions only the table scrolls sideways, which WCAG 1.4.10 allows.
        may_scroll = name in {"wide", "much", "pay", "month", "right"}
        assert [html for _, late in found for is_table, html in late if not (may_scroll and is_table)] == [], name


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


def test_keyboards_and_screen_readers_walk_from_the_top_to_the_bottom(pages: dict[str, str], tmp_path: Path) -> None:
    every = asked(tmp_path, {name: page for name, page in pages.items() if name != "error"}, WALK, 390)

    for name, (found,) in every.items():
        walks_in_order(name, found)


def walks_in_order(name: str, found: dict[str, Any]) -> None:
    stops = found["order"]
    said, tops = [stop[0] for stop in stops], [stop[1] for stop in stops if stop[0] not in TO_THE_ENTRIES]
    assert all(said), f"{name}: a stop without a name"
    assert all(is_focused and is_in_sight and is_marked for *_, is_focused, is_in_sight, is_marked in stops), name
    assert all(later >= earlier - 30 for earlier, later in pairwise(tops)), (
        f"{name}: the order is not that of the screen"
    )
    assert found["jumps"] == 0, name
    assert (found["headings"][0], set(found["headings"][1:])) == (1, {2}), name
    assert found["landmarks"] == ["header", "main", "footer"], name
    assert (found["unnamed"], found["pictures"]) == ([], 0), name
    assert (said[0] in TO_THE_ENTRIES) == (name != "totals"), name


def test_a_finger_hits_every_way_on(pages: dict[str, str], tmp_path: Path) -> None:
    script = """
        const small = [...document.querySelectorAll('a[href],summary')]
            .filter(e => e.checkVisibility() && !e.closest('.skip,.untouched'))
            .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
            .filter(([, box]) => box.height < 28 || box.width < 24);
        parent.postMessage(JSON.stringify(small.map(([said, box]) => `${said} ${box.width}x${box.height}`)), '*')
    """

    found = asked(tmp_path, pages, script, 390)

    assert found == {name: [[]] for name in NAMES}, "WCAG 2.5.8 asks for 24 pixels, or room around them"


def test_letters_of_twice_the_size_neither_overlap_nor_break_a_number(pages: dict[str, str], tmp_path: Path) -> None:
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

    found = asked(tmp_path, pages, script, 320, 390, more=(LARGE,))

    assert found == dict.fromkeys(NAMES, [[[], [], [], 32]] * 2)


@pytest.mark.parametrize(("currency", "locale", "scale"), [("IDR", "id_ID", 10_000), ("EUR", "fr_FR", 1)])
def test_long_sums_and_words_stay_on_the_screen_with_letters_of_twice_the_size(
    tmp_path: Path, currency: str, locale: str, scale: int
) -> None:
    with chat(tmp_path, datetime(2026, 11, 26, 10, tzinfo=UTC), CURRENCY=currency, LOCALE=locale) as say:
        say(f"{90 * scale} other\npaid {2000 * scale}")
        say(f"/settings language {locale[:2]}")
        path, somebody = share(say), visitor(say)
        shown = {
            name: somebody.get(path + query, headers={"Accept": BROWSER}).text
            for name, query in (("week", ""), ("month", "?month=2026-11"))
        }
    script = """
        const late = [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('.wide,.skip')
            && !(e.closest('svg') && e.tagName !== 'text') && e.getBoundingClientRect().right > innerWidth + 1);
        parent.postMessage(JSON.stringify([document.documentElement.scrollWidth, late.map(e => e.outerHTML.slice(0, 90))]), '*')
    """

    found = asked(tmp_path, shown, script, 320, 390, more=(LARGE,))

    assert found == {name: [[320, []], [390, []]] for name in shown}


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

    ((bottom, top),) = asked(tmp_path, {"arabic": shown}, script, 390)["arabic"]

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

    every = asked(tmp_path, {name: pages[name] for name in ("much", "week", "german")}, script, 390)

    ((much, _, _),) = every["much"]
    assert much <= 3000
    for name in ("week", "german"):
        ((_, first, hero),) = every[name]
        assert first <= 844, name
        assert 0 < hero <= 250, f"{name}: what is left is the first that is seen"


@pytest.mark.parametrize(
    ("shot", "shown", "more"),
    [
        ("light", {"week": 390, "wide": 320, "error": 390, "right": 390, "german": 390}, ()),
        ("desktop", {"week": 1280}, ()),
        ("dark", {"week": 390}, (DARK,)),
    ],
)
def test_screenshots_are_there_to_be_looked_at(
    pages: dict[str, str], tmp_path: Path, shot: str, shown: dict[str, int], more: tuple[str, ...]
) -> None:
    SHOTS.mkdir(exist_ok=True)
    picture = SHOTS / f"{shot}.png"
    address = framed(tmp_path, *((pages[name], width) for name, width in shown.items()), beside=True)

    window = f"--window-size={max(sum(shown.values()) + 40, 500)},2000"
    browse(tmp_path, window, *more, f"--screenshot={picture}", address)

    assert picture.stat().st_size > 5_000 * len(shown)


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

    printed = {"much": pages["much"].replace("@media print", "@media screen")}
    ((foot, table, weeks, more, day),) = asked(tmp_path, printed, script, 390)["much"]

    assert foot == "table-row-group", "a browser repeats a footer on each sheet, before the rows of the next one"
    assert (table, weeks) == ("avoid", "avoid")
    assert (more, day != "none") == ("none", True)
