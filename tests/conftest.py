"""Fixtures for all tests."""

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from main import Redacted
from tests.chat import Say, chat
from tests.simulated_telegram import SECRET, TOKEN


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


@pytest.fixture
def a_log_of_ones_own() -> Iterator[None]:
    """Give the root logger back as it was."""
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield
    root.setLevel(level)
    root.handlers[:] = handlers
