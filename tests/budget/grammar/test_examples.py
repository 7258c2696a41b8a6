"""What people write, and what is wanted: every line of the files in examples/, each read into a new budget.

`reading.jsonl` was given; `everyday.jsonl`, `unseen.jsonl`, `blind.jsonl`, `households.jsonl`, `dozens.jsonl`, `texted.jsonl`,
`personas.jsonl`, `shifts.jsonl`, `people.jsonl`, `daily.jsonl` and `twins.jsonl` (a twin of each line that was
given, and kinds beside them) were written afterwards, each line judged by the rules before it was read. None may be recorded
otherwise than wanted.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.batches import at_once
from tests.budget.grammar.judge import examples_in, misread, scope_of

FOLDER = Path(__file__).parent / "examples"
TABLES = (
    "reading",
    "everyday",
    "unseen",
    "blind",
    "households",
    "dozens",
    "texted",
    "personas",
    "shifts",
    "people",
    "daily",
    "twins",
)


@pytest.mark.parametrize(
    "examples", [part for name in TABLES for part in at_once(name, examples_in(FOLDER / f"{name}.jsonl"))]
)
def test_texts_are_read_as_wanted(examples: Sequence[dict[str, Any]]) -> None:
    assert [wrong for example in examples for wrong in misread(example, scope_of(example["budget"]))] == []
