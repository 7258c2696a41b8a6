"""The composition root: builds every part from the settings and joins them. Only `app` reads the clock."""

import hmac
import logging
import secrets
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import make_url

from app.process import measured
from app.version import VERSION
from bot.access import Access
from bot.conversation import Conversation
from bot.handlers.context import Dependencies
from bot.marks import Marks
from bot.reply import Drawn
from budget.bookkeeper import Bookkeeper
from budget.budgets import Beginnings
from budget.cards import Cards
from budget.currencies import currency_named
from budget.errors import LedgerUnavailable
from budget.forgetting import Forgetting
from budget.importing import Importer
from budget.locales import locale_named
from budget.money import Money
from budget.notifier import Notifier
from budget.planning import Planner
from budget.recurring import RecurringNotes
from budget.sharing import Sharing
from budget.summary import Summary
from budget.write_doors import Doorkeeper
from languages import SPOKEN
from settings import Settings
from storage.answers import SqlAnswers
from storage.cards import SqlCards
from storage.database import Database
from storage.duties import SqlDuties
from storage.engine import AT_MOST, Journal
from storage.forgetting import SqlForgetting
from storage.guests import SqlGuests
from storage.heard import SqlHeard
from storage.ledger import SqlLedger
from storage.notifications import SqlNotifications
from storage.offers import SqlOffers
from storage.places import is_known
from storage.schema import EXPECTED
from storage.share_links import SqlShares
from storage.waiting import SqlUpdates
from storage.write_doors import SqlWriteDoors
from web.metrics import Metrics
from web.renderer import Busy, Renderer
from web.shaping import can_be_drawn
from words.voice import Voice, Voices, voice_of

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.routing import Route
    from telegram.request import BaseRequest

    from bot.telegram.api import Telegram
    from bot.telegram.cards import CardKeeper
    from bot.telegram.dispatch import Dispatcher
    from bot.telegram.posts import PostTeller
    from web.visitors import Visitors

log = logging.getLogger("main")

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment, an aware UTC instant."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Wire:
    """What exists only with a token: receiving, sending, and saying what nobody asked for."""

    telegram: "Telegram"
    updates: SqlUpdates
    dispatcher: "Dispatcher"
    card_keeper: "CardKeeper"
    doorkeeper: Doorkeeper | None
    """Records what comes in by HTTP, and ``posts`` tells the chat; both None without a `PUBLIC_URL`."""
    posts: "PostTeller | None"


@dataclass(frozen=True, slots=True)
class App:
    """All parts, built and joined; nothing is open yet."""

    settings: Settings
    now: Now
    database: Database
    bookkeeper: Bookkeeper
    bot: Conversation
    access: Access
    guests: SqlGuests
    duties: SqlDuties
    sharing: Sharing
    forgetting: Forgetting
    metrics: Metrics
    renderer: Renderer
    voices: Voices
    wire: Wire | None
    """None without a token: the bot is a chat in a terminal."""
    tick_every: float = 60.0
    """Seconds between two looks for what is said without being asked."""
    stopping: int = 3
    """Seconds that requests in flight get to end where it is told to stop."""
    introduced_in: Sequence[str] = SPOKEN
    """The languages in which Telegram is told about the bot."""


def build_app(
    settings: Settings,
    *,
    request: "BaseRequest | None" = None,
    now: Now = utc_now,
    frozen: bool = False,
    journal: Journal = "auto",
    voices: Voices = voice_of,
) -> App:
    """Build every part from the settings; ``request`` (Telegram's network edge), ``now`` and ``voices`` are the seams for
    tests.

    A process that is ``frozen`` between two requests keeps one connection to a database server, for there may be many of them;
    others keep all. ``journal`` is how a SQLite file keeps its own.
    """
    metrics = Metrics(now, EXPECTED, VERSION)
    database = Database(
        settings.database_url.get_secret_value(),
        bot=bot_number(settings),
        kept=1 if frozen else AT_MOST,
        journal=journal,
        observe=metrics.transacted,
    )
    metrics.load, metrics.process = database.load, measured
    metrics.backup_every = settings.backup_every * 3600 if settings.backup_to is not None else 0
    guests = SqlGuests(database)
    access = Access(settings.allowed_users, guests, now)
    beginnings = Beginnings(
        Money(currency_named(settings.currency), locale_named(settings.locale)),
        settings.timezone,
        settings.week_starts_on,
        said=frozenset(settings.model_fields_set),
    )
    marks = Marks()
    ledger, offers = SqlLedger(database, marks.mark), SqlOffers(database)
    bookkeeper = Bookkeeper(ledger, beginnings)
    renderer = Renderer(now)
    dependencies = Dependencies(
        bookkeeper,
        Forgetting(SqlForgetting(database)),
        Sharing(bookkeeper, SqlShares(database), _sharing_key(settings)),
        Planner(ledger, beginnings),
        Importer(bookkeeper, ledger, offers),
        now,
        settings.public_url,
        voices=voices,
        recurring=RecurringNotes(ledger),
    )
    if settings.telegram_bot_token is None:
        bot, wire = Conversation(dependencies), None
    else:
        shared = _Shared(settings, now, database, metrics, access, beginnings, marks, ledger, offers, renderer)
        bot, wire = _on_telegram(shared, dependencies, settings.telegram_bot_token.get_secret_value(), request)
    return App(
        settings,
        now,
        database,
        bookkeeper,
        bot,
        access,
        guests,
        SqlDuties(database),
        dependencies.sharing,
        dependencies.forgetting,
        metrics,
        renderer,
        voices,
        wire,
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """The parts that both the chat and the wire stand on."""

    settings: Settings
    now: Now
    database: Database
    metrics: Metrics
    access: Access
    beginnings: Beginnings
    marks: Marks
    ledger: SqlLedger
    offers: SqlOffers
    renderer: Renderer


def _on_telegram(
    shared: _Shared, dependencies: Dependencies, token: str, request: "BaseRequest | None"
) -> tuple[Conversation, Wire]:
    """Build the bot of a token, and what carries its messages."""
    from bot.telegram.api import Telegram
    from bot.telegram.cards import CardKeeper
    from bot.telegram.dispatch import Dispatcher
    from bot.telegram.parts import Parts
    from bot.telegram.poison import PoisonGuard
    from bot.telegram.questions import Questions
    from storage.begun import BegunUpdates

    settings, now, database, marks = shared.settings, shared.now, shared.database, shared.marks
    number = bot_number(settings) or 0
    cards = Cards(SqlCards(database, number, marks.mark), shared.ledger, shared.beginnings)
    doorkeeper = None
    if settings.asked_public_url is not None:
        doorkeeper = Doorkeeper(
            dependencies.bookkeeper,
            SqlWriteDoors(database, marks.mark),
            _door_key(settings),
            shared.access.may_use,
        )
    bot = Conversation(
        replace(
            dependencies,
            access=shared.access,
            draw=partial(draw_for, shared.renderer),
            notifier=Notifier(SqlNotifications(database, number), shared.beginnings),
            cards=cards,
            doors=doorkeeper,
            heard=SqlHeard(database),
        )
    )
    telegram = Telegram(token, settings.telegram_api_url, request, shared.metrics.contacted)
    updates = SqlUpdates(database, number)
    path, durable = _begun_path(settings, number)
    guard = PoisonGuard(BegunUpdates(path), updates, now, durable)
    questions = Questions(telegram.fetch, telegram.own_name, telegram.is_administrator)
    answers = SqlAnswers(database)
    what_handles = bot, shared.access, answers, shared.offers, shared.metrics, guard, questions
    parts = Parts(*what_handles, marks=marks, is_ours=lambda bot: database.read(partial(is_known, bot=bot)))
    if not _is_a_file(settings):
        from storage.taps import SqlTaps

        parts = replace(parts, taps=SqlTaps(database))
    dispatcher = Dispatcher(parts)
    shared.metrics.oldest_open = dispatcher.handled_for  # set late: it does not exist earlier
    card_keeper = CardKeeper(cards, marks, dispatcher.sender, telegram.bot, bot.voice_for, now)
    posts = None
    if doorkeeper is not None:
        from bot.telegram.posts import PostTeller

        posts = PostTeller(doorkeeper, marks, dispatcher.sender, telegram.bot, dependencies.voices, now)
    return bot, Wire(telegram, updates, dispatcher, card_keeper, doorkeeper, posts)


async def keep(app: App) -> int:
    """Do what is due by the clock, and return how many closed budgets were deleted. A repeat changes nothing."""
    await app.access.note_named()
    return await app.forgetting.sweep(app.now())


async def tell(app: App) -> int:
    """Say what is due in all chats, draw the cards that are due, and return how many chats were told something.

    A repeat says nothing again.
    """
    from bot.telegram.unasked import tick

    wire = app.wire
    if wire is None:
        return 0
    await wire.card_keeper.tick()
    told = await wire.posts.tick() if wire.posts is not None else 0
    return told + await tick(app.bot, wire.dispatcher.sender, wire.telegram.bot, app.now)


ONE_OF_THEM = "write to this database: in a group that has several of them, the one that gets a message first keeps and answers it"


def bot_number(settings: Settings) -> int | None:
    """Return the number of the settings' bot, which its token begins with; None for the terminal."""
    if settings.telegram_bot_token is None:
        return None
    return int(settings.telegram_bot_token.get_secret_value().partition(":")[0])


def _is_a_file(settings: Settings) -> bool:
    """Whether the book is a SQLite file, which one process has alone."""
    return make_url(settings.database_url.get_secret_value()).get_backend_name() == "sqlite"


def _begun_path(settings: Settings, bot: int) -> tuple[Path, bool]:
    """Return the file that notes updates while they are handled, and whether it surely outlives the process.

    It is beside the book if that is a file. Otherwise its folder may be lost with a container or a function.
    """
    url = make_url(settings.database_url.get_secret_value())
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(f"{url.database}-begun-{bot}"), True
    return Path(settings.state_dir or tempfile.gettempdir()) / f"budget-begun-{bot}", settings.state_dir is not None


def _sharing_key(settings: Settings) -> bytes:
    """Return the key of share links' tokens: the same in every replica, and in no database. A terminal needs no lasting key."""
    if settings.telegram_bot_token is None:
        return secrets.token_bytes(32)
    return hmac.digest(settings.telegram_bot_token.get_secret_value().encode(), b"share links", "sha256")


def _door_key(settings: Settings) -> bytes:
    """Return the key of write doors' tokens: another one than that of share links, so that no token is both."""
    token = settings.telegram_bot_token
    return hmac.digest(token.get_secret_value().encode() if token is not None else b"", b"write doors", "sha256")


async def draw_for(renderer: Renderer, voice: Voice, owner: int, summary: Summary) -> Drawn | None:
    """Draw the week's picture for a chat; return None if too many are asked for."""
    who = f"chat {owner}"
    try:
        renderer.admit(who)
        png = await renderer.png(voice, summary, who)
    except Busy:
        return None
    return Drawn(png, all(can_be_drawn(line.category.name) for line in summary.lines))


def http_app(app: App) -> "Starlette":
    """Return the HTTP side of an app. The caller opens the database before it serves it."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware

    from web.dependencies import Dependencies, Doors
    from web.errors import broken, exception_handlers, too_long
    from web.guard import Guard
    from web.routes import routes
    from web.visitors import Visitors

    settings, token = app.settings, app.settings.metrics_token

    async def ready() -> None:
        await app.database.ready()
        if app.metrics.is_stuck():
            raise LedgerUnavailable("updates: one can neither be done nor kept, and those after it wait")

    visitors, wire = Visitors(settings.trusted_proxies), app.wire
    doors = None
    if wire is not None and wire.doorkeeper is not None and wire.posts is not None:
        doors = Doors(wire.doorkeeper, wire.posts.tell)
    dependencies = Dependencies(
        ready,
        app.sharing,
        app.now,
        settings.public_url,
        app.metrics,
        app.renderer,
        visitors,
        app.voices,
        token.get_secret_value() if token is not None else None,
        doors,
    )
    served = routes(dependencies)
    secret = settings.telegram_webhook_secret
    if settings.telegram_mode == "webhook" and wire is not None and secret:
        # Compared with a path first: most requests are updates.
        served.insert(0, _webhook(app, wire, secret.get_secret_value(), visitors))
    https = settings.public_url.startswith("https:")
    guard = Middleware(Guard, https=https, broken=broken, too_long=too_long, observer=app.metrics)
    http = Starlette(routes=served, middleware=[guard], exception_handlers=exception_handlers)
    http.router.redirect_slashes = False  # a redirect would repeat a token in its Location header
    return http


def _webhook(app: App, wire: Wire, secret: str, visitors: "Visitors") -> "Route":
    """Return the route to which Telegram brings updates; a guess at a weak secret costs its visitor more."""
    from bot.telegram import webhook
    from web.rate_limits import GUESSES, GuessLimit, RateLimit

    is_weak = len(secret) < webhook.STRONG
    if is_weak:
        log.warning(
            "TELEGRAM_WEBHOOK_SECRET is short enough to be guessed: set another, e.g. from: openssl rand -hex 32"
        )
    guesses = GuessLimit(visitors, RateLimit(*GUESSES, app.now), is_weak=is_weak)
    failing = webhook.Failing(lambda: app.now().timestamp())
    app.metrics.oldest_open = lambda: max(failing.oldest(), wire.dispatcher.handled_for())
    return webhook.route(wire.dispatcher, wire.telegram.bot, secret, failing, guesses)
