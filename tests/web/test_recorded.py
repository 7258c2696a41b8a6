"""The schema grows, and answers that earlier versions gave stay valid: keys are only ever added."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from tests.chat import chat
from tests.web.visitors import share, visitor
from web.openapi import description


def as_before(found: Any, recorded: Any) -> Any:
    """Return what is there of the keys that were recorded: others were only added."""
    match found, recorded:
        case dict(), dict():
            return {key: as_before(found[key], value) for key, value in recorded.items()}
        case list(), list() if len(found) == len(recorded):
            return [as_before(one, other) for one, other in zip(found, recorded, strict=True)]
        case _:
            return found


RECORDED: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("recorded.json").read_text())
"""Answers of version 0.1.0 to links, and what was said before."""


@pytest.mark.parametrize("name", RECORDED)
def test_an_answer_that_was_recorded_is_valid_and_given_for_ever(tmp_path: Path, name: str) -> None:
    recorded = RECORDED[name]
    schemas = description("http://budget.test", metrics=False)["components"]["schemas"]
    assert "additionalProperties" not in json.dumps(schemas)
    validator = jsonschema_rs.validator_for(schemas["Summary"])

    with chat(tmp_path, **recorded["environment"]) as say:
        if name == "no decimals":  # then a budget in yen began with the numbers of one in dollars
            for one in recorded["answer"]["categories"]:
                say(f"/limits {one['name']} {one['limit']}")
        for message in recorded["messages"]:
            say(message)
        answer = visitor(say).get(share(say, "totals" if "totals" in name else "")).json()

    validator.validate(recorded["answer"])
    validator.validate(answer)
    assert as_before(answer, recorded["answer"]) == recorded["answer"]
