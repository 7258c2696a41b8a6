"""Files that are made to kill: no file brings a process near its 256 MiB, and each ends in a preview or a sentence."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.errors import Refused
from budget.imports.rows import Preview
from tests.budget.imports.attacks import ATTACKS
from tests.budget.imports.reading import preview

FILES = sorted((Path(__file__).parent / "files").iterdir())
MOST = 160 * 1024
"""KiB of a process that does nothing else; the bot itself takes some 75 MiB."""


@pytest.mark.parametrize("kind", dict.fromkeys(re.split("[: ]", name)[0] for name in ATTACKS))
def test_a_process_stays_small(kind: str) -> None:
    program = Path(__file__).parent / "attacks.py"

    done = subprocess.run([sys.executable, program, kind], capture_output=True, text=True, check=False, timeout=300)

    assert (done.returncode, done.stderr) == (0, "")
    peaks = {name: int(peak) for peak, name in (line.split(" ", 1) for line in done.stdout.splitlines())}
    assert peaks.keys() == {name for name in ATTACKS if name.startswith(kind)}
    assert max(peaks.values()) < MOST, peaks


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@given(
    place=st.floats(0, 1, exclude_max=True), piece=st.binary(max_size=4), length=st.integers(0, 4), end=st.floats(0, 1)
)
def test_a_damaged_file_ends_in_a_preview_or_a_sentence(
    path: Path, place: float, piece: bytes, length: int, end: float
) -> None:
    content = path.read_bytes()
    at = int(place * len(content))
    damaged = (content[:at] + piece + content[at + length :])[: int(end * (len(content) + 4))]

    try:
        read = preview(damaged)
    except Refused:
        return
    assert isinstance(read, Preview)
    assert read.rows == () or read.questions == ()


@given(st.text(max_size=60))
def test_any_text_ends_in_a_preview_or_a_sentence(text: str) -> None:
    try:
        assert isinstance(preview(text.encode("utf-8", "surrogatepass")), Preview)
    except Refused:
        return


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), min_size=1, max_size=5))
def test_any_cells_end_in_a_preview_or_a_sentence(rows: list[list[str]]) -> None:
    lines = "\n".join(",".join(row) for row in rows)
    try:
        assert isinstance(preview(f"day,note,amount\n2026-11-22,x,-1\n{lines}"), Preview)
    except Refused:
        return
