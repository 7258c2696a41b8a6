"""What people write, and what is wanted: every line of the files in examples/, each read into a new budget.

`reading.jsonl` was given; `everyday.jsonl`, `unseen.jsonl`, `blind.jsonl`, `households.jsonl` and `dozens.jsonl` were written
afterwards, each line judged by the rules before it was read. None may be recorded otherwise than wanted.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.budget.grammar.judge import is_wanted, outcome_of, scope_of

EXAMPLES = [
    json.loads(line)
    for name in ("reading", "everyday", "unseen", "blind", "households", "dozens")
    for line in (Path(__file__).parent / "examples" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["id"] for example in EXAMPLES])
def test_a_text_is_read_as_wanted(example: dict[str, Any]) -> None:
    scope = scope_of(example["budget"])

    outcome = outcome_of(example["text"], scope, group=example["chat"] == "group")

    assert is_wanted(example["want"], outcome, scope), outcome
