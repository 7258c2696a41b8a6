"""The composition root: builds every part from the settings and joins them. Only `app` reads the clock."""

import hmac
import logging
import secrets
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
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
from budget.bookkeeper import Bookkeeper
from budget.budgets import Beginnings
from budget.cards import Cards
from budget.currencies import currency_named
from budget.errors import LedgerUnavailable
from budget.forgetting import Forgetting
from budget.importing import Importer
from budget.locales import locale_named
from budget.money import Money
from budget.notifying import Notifier
from budget.planning import Planner
from budget.recurring import RecurringNotes
from budget.sharing import Sharing
from budget.summary import Summary
from budget.write_doors import Doorkeeper
from settings import Settings
from storage.answers import SqlAnswers
from storage.cards import SqlCards
from storage.database import Database
from storage.duties import SqlDuties
from storage.engine import Journal
from storage.forgetting import SqlForgetting
from storage.guests import SqlGuests
from storage.ledger import SqlLedger
from storage.notifications import SqlNotifications
from storage.offers import SqlOffers
from storage.schema import EXPECTED
from storage.shares import SqlShares
from storage.waiting import SqlUpdates
from storage.write_doors import SqlWriteDoors
from web.metrics import Metrics
from web.renderer import Busy, Renderer
from words.voice import Voice, Voices, voice_of

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from telegram.request import BaseRequest

    from bot.telegram.api import Telegram
    from bot.telegram.cards import CardKeeper
    from bot.telegram.dispatch import Dispatcher
    from bot.telegram.posts import PostTeller

log = logging.getLogger("main")

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment, an aware UTC instant."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class App:
    """All parts, built and joined; nothing is open yet. ``telegram``, ``door`` and ``cards`` are None without a token."""

    settings: Settings
    now: Now
    database: Database
    bookkeeper: Bookkeeper
    bot: Conversation
    access: Access
    guests: SqlGuests
    duties: SqlDuties
    updates: SqlUpdates | None
    sharing: Sharing
    forgetting: Forgetting
    metrics: Metrics
    telegram: "Telegram | None"
    door: "Dispatcher | None"
    cards: "CardKeeper | None"
    renderer: Renderer
    voices: Voices
    tick_every: float = 60.0
    """Seconds between two looks for what is said without being asked."""
    keeper: Doorkeeper | None = None
    """Records what comes in by HTTP; with ``posts``, which tells chats of it, where the bot has a `PUBLIC_URL`."""
    posts: "PostTeller | None" = None


def build_app(
    settings: Settings,
    *,
    request: "BaseRequest | None" = None,
    now: Now = utc_now,
    pooled: bool = True,
    journal: Journal = "auto",
    voices: Voices = voice_of,
) -> App:
    """Build every part from the settings; ``request`` (Telegram's network edge), ``now`` and ``voices`` are the seams for
    tests.

    ``pooled`` is whether connections to a database server are kept: not by what is frozen between two requests. ``journal`` is
    how a SQLite file keeps its own.
    """
    metrics = Metrics(now, EXPECTED, VERSION)
    database = Database(
        settings.database_url.get_secret_value(),
        bot=_bot_number(settings),
        pooled=pooled,
        journal=journal,
        observe=metrics.transacted,
    )
    metrics.load, metrics.process = database.load, measured
    metrics.backup_every = settings.backup_every * 3600 if settings.backup_to is not None else 0
    guests, duties = SqlGuests(database), SqlDuties(database)
    access = Access(settings.allowed_users, guests, now)
    forgetting = Forgetting(SqlForgetting(database))
    beginnings = Beginnings(
        Money(currency_named(settings.currency), locale_named(settings.locale)),
        settings.timezone,
        settings.week_starts_on,
    )
    marks = Marks()
    ledger = SqlLedger(database, marks.mark)
    bookkeeper = Bookkeeper(ledger, beginnings)
    planner = Planner(ledger, beginnings)
    recurring = RecurringNotes(ledger)
    offers = SqlOffers(database)
    importer = Importer(bookkeeper, ledger, offers)
    sharing = Sharing(bookkeeper, SqlShares(database), _sharing_key(settings))
    renderer = Renderer(now)
    updates, telegram, door, keeper, doors, posts = None, None, None, None, None, None
    if settings.telegram_bot_token is None:
        bot = Conversation(
            Dependencies(
                bookkeeper,
                forgetting,
                sharing,
                planner,
                importer,
                now,
                settings.public_url,
                voices=voices,
                recurring=recurring,
            )
        )
    else:
        from bot.telegram.api import Telegram
        from bot.telegram.cards import CardKeeper
        from bot.telegram.dispatch import Dispatcher, Parts, Questions
        from bot.telegram.poison import PoisonGuard
        from storage.begun import BegunUpdates

        number = _bot_number(settings) or 0
        draw = partial(draw_for, renderer)
        notifier = Notifier(SqlNotifications(database, number), beginnings)
        cards = Cards(SqlCards(database, number, marks.mark), ledger, beginnings)
        public = settings.public_url
        if settings.asked_public_url is not None:
            store = SqlWriteDoors(database, marks.mark)
            doors = Doorkeeper(bookkeeper, store, _door_key(settings), access.may_use)
        parts = Dependencies(
            bookkeeper,
            forgetting,
            sharing,
            planner,
            importer,
            now,
            public,
            access,
            draw,
            notifier,
            cards,
            voices,
            doors,
            recurring,
        )
        bot = Conversation(parts)
        telegram = Telegram(
            settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url, request, metrics.contacted
        )
        updates = SqlUpdates(database, number)
        path, durable = _begun_path(settings, number)
        guard = PoisonGuard(BegunUpdates(path), updates, now, durable)
        questions = Questions(telegram.fetch, telegram.own_name, telegram.is_administrator)
        answers = SqlAnswers(database)
        door = Dispatcher(Parts(bot, access, answers, offers, metrics, guard, questions, marks=marks))
        keeper = CardKeeper(cards, marks, door.sender, telegram.bot, bot.voice_for, now)
        if doors is not None:
            from bot.telegram.posts import PostTeller

            posts = PostTeller(doors, marks, door.sender, telegram.bot, voices, now)
        metrics.oldest_open = door.handled_for
    return App(
        settings,
        now,
        database,
        bookkeeper,
        bot,
        access,
        guests,
        duties,
        updates,
        sharing,
        forgetting,
        metrics,
        telegram,
        door,
        keeper,
        renderer,
        voices,
        keeper=doors,
        posts=posts,
    )


async def keep(app: App) -> int:
    """Do what is due by the clock, and return how many closed budgets were deleted. A repeat changes nothing."""
    await app.access.note_named()
    return await app.forgetting.sweep(app.now())


async def tell(app: App) -> int:
    """Say what is due in all chats, draw the cards that are due, and return how many chats were told something.

    A repeat says nothing again.
    """
    from bot.telegram.unasked import tick

    if app.telegram is None or app.door is None or app.cards is None:
        return 0
    await app.cards.tick()
    told = await app.posts.tick() if app.posts is not None else 0
    return told + await tick(app.bot, app.door.sender, app.telegram.bot, app.now)


def _bot_number(settings: Settings) -> int | None:
    """Return the number of the settings' bot, which its token begins with; None for the terminal."""
    if settings.telegram_bot_token is None:
        return None
    return int(settings.telegram_bot_token.get_secret_value().partition(":")[0])


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


async def draw_for(renderer: Renderer, voice: Voice, owner: int, summary: Summary) -> bytes | None:
    """Draw the week's picture for a chat; return None if too many are asked for."""
    who = f"chat {owner}"
    try:
        renderer.admit(who)
        return await renderer.png(voice, summary, who)
    except Busy:
        return None


def http_app(app: App) -> "Starlette":
    """Return the HTTP side of an app. The caller opens the database before it serves it."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware

    from web.dependencies import Dependencies, Doors
    from web.errors import broken, exception_handlers, too_long
    from web.guard import Guard
    from web.limits import GUESSES, RateLimit
    from web.routes import routes
    from web.visitors import GuessLimit, Visitors

    settings, token = app.settings, app.settings.metrics_token

    async def ready() -> None:
        await app.database.ready()
        if app.metrics.is_stuck():
            raise LedgerUnavailable("updates: one can neither be done nor kept, and those after it wait")

    visitors = Visitors(settings.trusted_proxies)
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
        Doors(app.keeper, app.posts.tell) if app.keeper is not None and app.posts is not None else None,
    )
    doors = routes(dependencies)
    secret = app.settings.telegram_webhook_secret
    if app.settings.telegram_mode == "webhook" and app.telegram and app.door and secret:
        from bot.telegram import webhook

        known = secret.get_secret_value()
        is_weak = len(known) < webhook.STRONG
        if is_weak:
            log.warning(
                "TELEGRAM_WEBHOOK_SECRET is short enough to be guessed: set another, e.g. from: openssl rand -hex 32"
            )
        guesses = GuessLimit(visitors, RateLimit(*GUESSES, app.now), is_weak=is_weak)
        failing, door = webhook.Failing(lambda: app.now().timestamp()), app.door
        app.metrics.oldest_open = lambda: max(failing.oldest(), door.handled_for())
        doors.append(webhook.route(door, app.telegram.bot, known, failing, guesses))
    https = settings.public_url.startswith("https:")
    guard = Middleware(Guard, https=https, broken=broken, too_long=too_long, observer=app.metrics)
    http = Starlette(routes=doors, middleware=[guard], exception_handlers=exception_handlers)
    http.router.redirect_slashes = False  # a redirect would say a token again
    return http
