"""Every text that is shown to a person was said by a voice: in brackets that the pseudo-voice makes."""

import io
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot import buttons, replies
from bot.access import Members
from bot.commands import COMMANDS
from bot.events import Answer, Tapped
from bot.reply import Button, Reply
from bot.terminal import Terminal
from budget.bookkeeper import Message
from budget.cards import CardChange
from budget.categories import STARTERS
from budget.currencies import CURRENCIES, currency_named
from budget.entries import Entry, Kind
from budget.errors import Refused, Why
from budget.locales import LOCALES, locale_named
from budget.money import Money
from budget.people import Admission, Guest, Invitation
from budget.posting import Posted
from budget.shared import NothingToShow, Wanted
from budget.states import OutOfUse, SetApart
from budget.write_doors import WriteDoor
from budget.zones import USUAL_ZONES
from tests.chat import OWNER, SUNDAY, Say, chat_in
from tests.words.pseudo import PSEUDO, pseudo, unsaid
from web.chart import week_svg
from web.errors import Problem, error_body, nothing_here, too_many
from web.negotiation import Format
from web.page import page_html
from web.summary import pictured
from words import errors
from words.places import city, country

MONEY = Money(currency_named("USD"), locale_named("en_US"))

NAMES = {
    "Predictable", "Unpredictable",
    "Fun", "Predictable Necessities", "Unpredictable Necessities", "Other", "Pets", "Play", "Ann", "Rent", "Gym", "Cleaner", "boat",
    "got back for lunch", "tacos", "lunch", "rent", "beers", "coffee", "gift", "cinema", "zzz", "many",
    "USD", "EUR", "JPY", "UTC", "United States", "English", "budget-2026-11-22.csv",
}  # fmt: skip
"""What people and standards named: categories, notes, currencies, countries."""


@pytest.fixture
def say(tmp_path: Path) -> Iterator[Say]:
    with chat_in(pseudo, tmp_path) as found:
        yield found


def is_value(button: Button) -> bool:
    """Whether a button bears the value of a setting as it is typed; weekdays are said."""
    does = button.does
    return isinstance(does, buttons.SettingChoice) and does.setting is not buttons.Setting.WEEK


def texts_of(reply: Reply | None) -> Iterator[str]:
    if reply is not None:
        yield reply.text
        yield reply.more_choices if reply.buttons else ""
        yield reply.picture.words if reply.picture is not None else ""
        yield from (button.label for row in reply.buttons for button in row if not is_value(button))


def check(*replies: Reply | None, allowed: set[str] = NAMES) -> None:
    for reply in replies:
        for text in texts_of(reply):
            assert unsaid(text, allowed) == [], text


WRITTEN = [
    "12.50 fun tacos", "coffee 3", "zzz 4", "paid 1500", "+40 gift", "-5 fun", "2x3.50 fun beers yesterday", "160 fun many",
    "12.50 fun\n7 zzz\nnothing here\nyesterday:\n8 fun\ntotal 15", "1.234 fun", "lunch 12 13", "fun", "rent 900 on 5 jan",
    "10 EUR fun", "1e5 fun", "12.5.0 fun", "0 fun", "12.345 fun", "hello", "twenty lunch", "can I afford 600?", "paid 200",
    "tomorrow 5 fun", "12 fun 31 feb", "9999999999 fun", "5 fun 6",
    "got 5 back for lunch", "", "7 zzz\n8 fun\ntotal 99", "7 zzz\n8 fun\ntotal 15", "7k-3 fun",
    "\n".join(f"{n}.25 fun" for n in range(1, 22)),
]  # fmt: skip
ASKED = [
    "/payday every 2 weeks", "/payday 1st and 15th", "/payday auto", "/payday", "/payday zzz",
    "/limits fun carry", "/limits fun carry up", "/limits fun carry down", "/limits fun carry zzz", "/limits fun carry off",
    "/afford 80 fun", "/afford 9999 fun", "/afford 20", "/bills", "/bill rent 900 on the 1st", "/bill cleaner 40 every 2 weeks",
    "/bill gym ~30 in fun every friday", "/bill gym ahead",
    "/bill", "/bills all", "/period", "paid rent", "rent 5", "rent", "999 fun boat", "/bill gym off", "/bills all",
    "/card", "/card bars", "/card zzz",
    "/start", "/help", "/week", "/week last", "/week 2026-03-14", "/week zzz", "/chart", "/period", "/recent", "/undo", "/undo 2",
    "/limits", "/limits fun", "/limits fun 150", "/limits zzz 1", "/categories", "/categories add Pets 40", "/categories fun",
    "/categories rename fun = Play", "/categories remove pets", "/categories play +cinema", "/categories zzz", "/settings",
    "/settings week", "/settings zone", "/settings numbers", "/settings currency", "/settings week monday", "/settings zone zzz",
    "/settings zzz", "/settings currency EUR",
    "/digest", "/remind", "/share", "/share totals", "/share 400d", "/share zzz", "/links", "/door Home", "/doors", "/export",
    "/import", "/forget", "/invite", "/members", "/wekk", "/zzzzzz", "/add", "/paid",
]  # fmt: skip

SYMBOLS = {one.symbol.strip("$") for one in CURRENCIES.values()}
PLACES = {
    *(country(PSEUDO, name) for name in LOCALES),
    *(city(PSEUDO, zone) for zone in USUAL_ZONES),
}
KEYWORDS = {word for starter in STARTERS for word in starter.keywords}
QUOTED = {line for text in WRITTEN for line in text.split("\n")}


@pytest.mark.parametrize("group", [False, True])
def test_every_answer_and_button_of_a_conversation_was_said_by_the_voice(say: Say, *, group: bool) -> None:
    say.group = group
    offered: dict[str, None] = {}
    for text in WRITTEN + ASKED:
        say(text)
        check(say.reply, allowed=NAMES | KEYWORDS | {*text.split(), *text.split("\n")})
        if say.reply is not None:
            offered |= {button.data: None for row in say.reply.buttons for button in row if button.data}
    assert {COMMANDS[text.split()[0][1:]].name for text in ASKED if text.split()[0][1:] in COMMANDS} > {
        "week",
        "forget",
    }

    values = {data.rpartition(":")[2] for data in offered if data.startswith("s:")} | {"de_DE", *SYMBOLS} | PLACES
    for n, data in enumerate([*offered, "no such button"]):
        answer = tapped(say, data, f"tap {n}")
        check(answer.reply, answer.before, allowed=NAMES | KEYWORDS | QUOTED | values)
        assert unsaid(answer.notice, NAMES) == [], (data, answer.notice)


def tapped(say: Say, data: str, tap: str) -> Answer:
    return say.runner.run(say.app.bot.tapped(Tapped(say.owner, say.owner, data, tap, say.group)))


def test_an_edit_that_corrects_or_fails_was_said_by_the_voice(say: Say) -> None:
    say("12.50 fun tacos")
    for text in ("13.50 fun tacos", "tacos", "13.50 or 14.50 tacos", "13.50 fun tacos\n3 zzz"):
        say.edit(text)
        check(say.reply, allowed=NAMES | {*text.split("\n"), "or"})


def test_files_were_said_by_the_voice(say: Say) -> None:
    def bring(table: str) -> Reply | None:
        return say.runner.run(
            say.app.bot.said(Message(OWNER, len(table), OWNER, "/import", SUNDAY, table=table.encode()))
        )

    check(bring("day,amount\n2026-11-20,5\n2026-11-21,zzz\n"), bring("no table"), bring("day,amount\n2026-11-20,5\n"))
    check(bring("day,amount,note\n" + "".join(f"2026-11-{n:02},{n},lunch\n" for n in range(1, 22))))
    check(say.reply)


def test_what_a_file_holds_was_said_by_the_voice(say: Say) -> None:
    names = NAMES | {
        "OFX",
        "USD",
        "EUR",
        "coffee",
        "x",
        "Pets",
        "Datum",
        "Betrag",
        "Text",
        "booked",
        "valued",
        "rewe",
        "Tee",
        "cp1252",
    }
    heading = "day,kind,amount,currency,category,note\n"
    say("3 fun coffee")
    say.file(
        heading
        + "2026-11-20,expense,3,USD,Pets,coffee\n2026-11-20,extra,3,USD,,coffee\n2026-11-19,extra,3,USD,,coffee\n"
        + "2026-11-20,expense,x,USD,fun,\n2026-11-20,expense,4,EUR,fun,\n2026-11-20,expense,0,USD,fun,\n"
    )
    offered = [button.data for row in (say.reply.buttons if say.reply else ()) for button in row]
    check(say.reply, allowed=names)
    for n, data in enumerate([*offered[:-1], "j:n:77", "j:r:77"]):
        say.tap_data(data, f"file {n}")
        check(say.reply, allowed=names)
    for table in (
        "Day;Amount;Text\n03/04/2026;12,50;rewe\n",
        "booked,valued,Betrag,Text\n2026-11-20,2026-11-21,1.234,Tee\n",
    ):
        say.file(table)
        for n in range(6):
            check(say.reply, allowed=names | {"03/04/2026", "2026-11-20 | 2026-11-21 | 1.234 | Tee", "12,50 rewe"})
            say.tap_data(say.reply.buttons[0][0].data if say.reply and say.reply.buttons else "", f"{table} {n}")
    say.file("Datum;Betrag;Text\n23.04.2026;-12,50;B\u00e4cker\n".encode("cp1252"))
    check(say.reply, allowed=names)
    say("/imports")
    check(say.reply, allowed=names)


def test_a_closed_budget_was_said_by_the_voice(say: Say) -> None:
    say("12.50 fun tacos")
    say("/forget")
    assert say.reply is not None
    confirm, keep = (button.data for button in say.reply.buttons[0])
    check(tapped(say, keep, "1").reply)
    assert unsaid(tapped(say, confirm, "2").notice, NAMES) == []
    say("/forget")
    assert say.reply is not None
    closed = tapped(say, say.reply.buttons[0][0].data, "3")
    check(closed.reply, closed.before)
    say("3 fun")
    check(say.reply)
    assert unsaid(tapped(say, buttons.encode(buttons.LimitOf(1)), "4").notice, NAMES) == []
    check(tapped(say, buttons.encode(buttons.RestoreBudget()), "5").reply)


GUESTS = (
    Guest(1, "Ann", None, SUNDAY, first=True),
    Guest(2, "", 1, SUNDAY, first=False),
    Guest(3, "Ann", 2, SUNDAY, first=False),
)


def test_what_a_chat_platform_answers_by_itself_was_said_by_the_voice() -> None:
    voice, later = PSEUDO, SUNDAY + timedelta(hours=5)
    invitations = tuple(Invitation(str(n), n, SUNDAY + timedelta(days=n)) for n in (1, 2))
    for owner in (True, False):
        check(
            replies.members(
                voice, Members(owner, named=range(5, 60), guests=GUESTS, invitations=invitations), 1, SUNDAY
            )
        )
        check(replies.members(voice, Members(owner, everyone=True), 1, SUNDAY))
        check(replies.members(voice, Members(owner, named=(1,)), 1, SUNDAY))
    check(*(replies.not_admitted(voice, one) for one in Admission if one is not Admission.WELCOME))
    check(*(say(voice, recorded=recorded) for say in (replies.let_go, replies.given_up) for recorded in (True, False)))
    check(*(replies.faceless(voice, channel=channel) for channel in (True, False)))
    check(*(replies.everyone_may(voice, bot) for bot in ("", "zzz")))
    check(*(replies.group_greeting(voice, bot, "12.50 fun tacos") for bot in ("", "zzz")))
    check(*(replies.invitation(voice, "zzz", bot) for bot in ("", "zzz")), replies.too_many_invitations(voice))
    check(
        *(replies.stranger(voice, 1, unclaimed=unclaimed) for unclaimed in (True, False)),
        replies.broken(voice),
        replies.file_too_large(voice),
        replies.file_not_fetched(voice),
    )
    check(replies.ask_to_remove(voice, GUESTS[0]), replies.removed(voice, GUESTS[0], GUESTS[1:]))
    check(
        replies.in_private(voice, "invite"),
        replies.in_private(voice, "members"),
        replies.another_must_confirm(voice, "zzz"),
    )
    check(
        replies.being_forgotten(voice, later, SUNDAY),
        replies.restored(voice),
        replies.nothing_to_restore(voice),
        replies.closed(voice, "zzz", later, SUNDAY, group=False),
    )
    check(*(replies.card_changed(voice, change) for change in CardChange), replies.card_gone(voice))
    check(*(replies.card_taken_down(voice, off=off) for off in (True, False)))
    check(replies.with_card_offered(voice, Reply(""), 1))
    check(replies.link_shown_before(voice), replies.forgotten(voice), replies.forget_too_late(voice))
    entry = Entry(Kind.EXPENSE, 500, SUNDAY.date(), 1, "lunch")
    check(replies.moved(voice, SetApart(MONEY, (entry,), 1)), replies.moved(voice, SetApart(MONEY, (entry,), 9)))
    check(
        *(replies.moved(voice, OutOfUse(("zzz",), closed)) for closed in (0, 3)), replies.moved(voice, OutOfUse((), 1))
    )
    check(replies.restored(voice, (SetApart(MONEY, (entry,), 1), OutOfUse(("zzz",), 1))))
    assert unsaid(replies.not_your_question(voice) + replies.question_is_old(voice), NAMES) == []


def test_the_terminal_was_said_by_the_voice(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    out = io.StringIO()
    terminal = Terminal(say.app.bot, say.app.now, out, PSEUDO)

    async def lines() -> None:
        async def written() -> AsyncIterator[str]:
            for line in ("12.50 fun tacos", "zzz 4", "edit 9: 3", "/import /no/such/path", "/export", "4 lunch 5"):
                yield line

        await terminal.run(written(), prompt=True)

    say.runner.run(lines())
    for line in out.getvalue().splitlines():
        assert unsaid(line, NAMES | {"/no/such/path", "No such file or directory"}) == [], line


class Shown(HTMLParser):
    """Collects what a page shows or reads out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag in {"style", "script"}
        self.texts += [value or "" for name, value in attrs if name in {"aria-label", "title", "alt"}]
        ends = ("title", "description", "-name")
        is_word = any(name in {"property", "name"} and (value or "").endswith(ends) for name, value in attrs)
        self.texts += [value or "" for name, value in attrs if name == "content" and is_word]

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.texts.append(data)


def shown(markup: str) -> list[str]:
    parser = Shown()
    parser.feed(markup)
    return [text for text in parser.texts if text.strip()]


def test_doors_were_said_by_the_voice(say: Say) -> None:
    budget = say.runner.run(say.app.bookkeeper.budget(OWNER))
    unused = WriteDoor(1, OWNER, OWNER, OWNER, "", SUNDAY)
    used = replace(unused, number=2, label="Ann", used=2, last_used=SUNDAY)
    receipt = say.runner.run(say.app.bookkeeper.record(Message(OWNER, 1, OWNER, "12.50 fun tacos", SUNDAY)))
    (same,) = receipt.state.entries
    check(
        replies.door_made(PSEUDO, unused, "43", "2048"), replies.door_shown_before(PSEUDO), replies.door_closed(PSEUDO)
    )
    check(replies.ask_to_close(PSEUDO, used, listed=True))
    check(replies.doors(PSEUDO, budget, [], SUNDAY), replies.doors(PSEUDO, budget, [unused, used], SUNDAY))
    check(replies.came_in(PSEUDO, unused, Posted(receipt)), replies.came_in(PSEUDO, used, Posted(receipt, same)))
    for why in (Why.TOO_MANY_DOORS, Why.NO_AMOUNT_CAME, Why.NOTHING_CAME, Why.UNREAD_CAME):
        check(replies.refused(PSEUDO, Refused(why, "lunch"), MONEY))


WEEKS = [["12.50 fun tacos", "zzz 160", "-5 fun", "paid 1500", "+40 gift"], ["paid 1 yesterday", "9 fun"], []]


WANTED = [
    Wanted(), Wanted(SUNDAY.date() - timedelta(days=7)), Wanted(pay=True), Wanted(month=date(2026, 11, 1)),
    Wanted(month=date(2026, 10, 1)), Wanted(category="fun"), Wanted(date(2026, 11, 1), category="other"),
]  # fmt: skip


@pytest.mark.parametrize("extent", ["", " totals"])
@pytest.mark.parametrize("written", WEEKS, ids=["much", "little", "nothing"])
def test_the_page_and_the_picture_were_said_by_the_voice(say: Say, written: list[str], extent: str) -> None:
    for text in written:
        say(text)
    said = say(f"/share{extent}")
    token = said.partition("/s/")[2].split()[0]
    for wanted in WANTED:
        view = say.runner.run(say.app.sharing.look(token, SUNDAY, wanted, count=False, page=True))
        if isinstance(view, NothingToShow):
            assert wanted.pay
            assert written == []
            continue
        for markup in (page_html(PSEUDO, view, "x" * 43).content.decode(), week_svg(PSEUDO, pictured(view))):
            found = shown(markup)
            assert len(found) > 5
            for text in found:
                assert unsaid(text, NAMES | {"fun", "tacos"}) == [], text
        assert f'lang="{PSEUDO.language}"' in page_html(PSEUDO, view, "x" * 43).content.decode()


def test_the_errors_of_the_http_side_were_said_by_the_voice() -> None:
    problems = [
        nothing_here(), too_many(1), too_many(9),
        Problem(405, errors.not_possible, errors.only_read), Problem(400, errors.no_such_week, errors.how_to_write_a_week),
        Problem(503, errors.not_just_now, errors.ledger_unavailable), Problem(500, errors.went_wrong, errors.it_is_logged),
        Problem(401, errors.not_allowed, errors.needs_the_token), Problem(400, errors.not_possible, errors.not_answered),
        Problem(405, errors.not_possible, errors.only_written), Problem(401, errors.not_allowed, errors.needs_a_door),
        Problem(400, errors.not_possible, errors.how_to_post),
        Problem(413, errors.not_possible, partial(errors.post_too_large, most=9)),
        Problem(422, errors.nothing_recorded, errors.key_reused), Problem(409, errors.not_just_now, errors.still_running),
        Problem(414, errors.nothing_here, partial(errors.address_too_long, most=9)),
    ]  # fmt: skip
    for problem in problems:
        for text in shown(error_body(PSEUDO, Format.HTML, problem, "1234")):
            assert unsaid(text, ()) == [], text
        assert unsaid(error_body(PSEUDO, Format.TEXT, problem, "1234"), ()) == []
        assert "⟦" not in error_body(PSEUDO, Format.JSON, problem, "1234")


def test_a_text_that_no_voice_said_is_found() -> None:
    assert unsaid(PSEUDO.say("{name} is removed.", name="Fun"), NAMES) == []
    assert unsaid(PSEUDO.say("{name} is removed.", name="Gone"), NAMES) == ["Gone"]
    assert unsaid("Fun is removed.", NAMES) == ["is", "removed"]
