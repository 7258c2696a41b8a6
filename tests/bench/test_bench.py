"""The bench measures what it says: each of its programs does its work. What it takes is no matter here."""

import asyncio
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench.subjects import PROGRAMS, app_in, reader, record


@pytest.mark.parametrize(
    "name", sorted(PROGRAMS.keys() - {"start", "start-watched"})
)  # these have a process of their own
def test_each_program_runs(name: str, tmp_path: Path) -> None:
    app_in(tmp_path)
    asyncio.run(record(3, tmp_path))

    asyncio.run(PROGRAMS[name](2, tmp_path))  # type: ignore[arg-type]


def test_a_start_ends_as_it_should(tmp_path: Path) -> None:
    app_in(tmp_path)
    asyncio.run(record(3, tmp_path))
    assert bench.run("start", 1, tmp_path).returncode == 0


def test_nothing_is_called_and_no_tls_is_set_up_before_the_first_answer(tmp_path: Path) -> None:
    assert bench.run("start-watched", 1, tmp_path).stdout.split()[:2] == ["0", "0"]


def test_a_reader_reads() -> None:
    assert "1250" in str(reader()("12.50 fun tacos"))


@pytest.mark.parametrize(
    ("value", "floor", "aim", "at_least", "is_met"),
    [
        (3.2, 2.0, 1.6, False, True),
        (3.3, 2.0, 1.6, False, False),
        (0.8, 2.0, 0.4, True, True),
        (0.7, 2.0, 0.4, True, False),
        (0, None, 0, False, True),
        (1, None, 0, False, False),
        (1, 2.0, None, False, True),
    ],
)
def test_a_figure_knows_whether_its_aim_is_met(
    value: float, floor: float | None, aim: float | None, at_least: bool, is_met: bool
) -> None:
    figure = bench.Figure("G0", "what", value, floor, "ms", aim, at_least)

    assert figure.is_met is is_met
    assert ("MISSED" in str(figure)) is not is_met
