"""Fixtures for all tests, what Hypothesis may do, and which tests `make quick` leaves out."""

import io
import logging
import os
import re
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

from app.logs import Redacted
from tests.chat import Say, chat
from tests.scale import LONG
from tests.telegram.simulated import SECRET, TOKEN

# No test depends on chance or on the machine's speed; chance has its place in `make chaos`.
settings.register_profile(
    "repeatable",
    deadline=None,
    derandomize=not LONG,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")

_SERVERS = {"postgresql", "new_postgresql", "migrated_postgresql", "postgresql_url", "own_server", "telegram"}
"""Fixtures that start a server."""
_OUTSIDE = re.compile(r"subprocess|uvicorn|SimulatedTelegram|bot_on\b|server_in\b|sync_playwright|valgrind")
"""What a file says that starts a process, a server or a browser."""

_LONG = {"test_guard.py", "test_care.py", "test_bench.py", "test_earlier_books.py"}
"""Files that take seconds without anything outside."""


_NOT_QUICK = {
    "test_card.py",
    "test_categories.py",
    "test_duplicates.py",
    "test_edits.py",
    "test_locales.py",
    "test_notifications.py",
    "test_own_json.py",
    "test_pseudo_voice.py",
    "test_settings_said.py",
    "test_set_aside.py",
    "test_sharing.py",
}
"""Files that take a second or more, of the rooms whose tests `make quick` runs."""

_LONGEST = (
    "test_crash_points.py",
    "test_exactly_once.py",
    "test_ledger_machine.py",
    "test_schema.py",
    "test_replicas.py",
)
"""Files with single tests of half a minute and more, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what needs a process, a server, a browser or PostgreSQL, or is a long proof, and let the longest begin.

    Of what is not slow the first row of each test is quick, which of a long table is its first part. A long test that comes last
    is waited for by a worker that has nothing to do.
    """
    begun = set[str]()
    for item in items:
        if not isinstance(item, pytest.Function):
            continue
        function = item.nodeid.partition("[")[0]
        if _is_slow(item):
            item.add_marker("slow")
        elif item.path.name not in _NOT_QUICK and function not in begun:
            item.add_marker("quick")
        begun.add(function)
    rank = {name: place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: rank.get(item.path.name, len(rank)))


@cache
def _looks_outside(path: Path) -> bool:
    return (
        path.name in _LONG
        or "acceptance" in path.parts
        or _OUTSIDE.search(path.read_text(encoding="utf-8")) is not None
    )


def _is_slow(test: pytest.Function) -> bool:
    parameters = test.callspec.params.values() if hasattr(test, "callspec") else ()
    return (
        not _SERVERS.isdisjoint(test.fixturenames)
        or any(kind in parameters for kind in ("postgresql", "divided"))
        or _looks_outside(test.path)
        or test.get_closest_marker("slow") is not None
    )


_COVER_ALL = "COVER_ALL" in os.environ
"""Whether coverage watches all tests, as `make coverage` wants it."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let coverage look away from slow tests and their fixtures.

    Watching takes as long again. What the slow tests prove is in what they assert; that each line and branch of the rules is
    reached, the others must show.
    """
    watching = Coverage.current()
    if watching is None or _COVER_ALL or item.get_closest_marker("slow") is None:
        return (yield)
    watching.stop()
    try:
        return (yield)
    finally:
        watching.start()


@pytest.fixture(scope="session", autouse=True)
def no_secret_is_logged() -> Iterator[None]:
    """Through the whole suite, at DEBUG, no line of any logger holds a secret once it is formatted as the program does."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(Redacted("%(name)s %(message)s", [SECRET]))
    logging.root.addHandler(handler)
    level, logging.root.level = logging.root.level, logging.DEBUG
    yield
    logging.root.removeHandler(handler)
    logging.root.level = level
    lines = out.getvalue().splitlines()
    assert not [line for line in lines if TOKEN in line or SECRET in line or "hunter2" in line]


@pytest.fixture
def say(tmp_path: Path) -> Iterator[Say]:
    """A chat with the bot on Sunday 22 November 2026, in a new budget."""
    with chat(tmp_path) as say:
        yield say


@pytest.fixture(autouse=True)
def a_log_of_ones_own(no_secret_is_logged: None) -> Iterator[None]:  # noqa: ARG001 - its handler is one of those that stay
    """Give the root logger back as it was.

    A program that runs inside a test sets up its log, on a stream that is closed with the test. Each line that others logged then
    printed a traceback, which took one of them a minute.
    """
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield
    root.setLevel(level)
    root.handlers[:] = handlers
