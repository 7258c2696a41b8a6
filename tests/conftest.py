"""Fixtures for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chat import Say, chat


@pytest.fixture
def say(tmp_path: Path) -> Iterator[Say]:
    """A chat with the bot on Sunday 22 November 2026, in a new budget."""
    with chat(tmp_path) as say:
        yield say
