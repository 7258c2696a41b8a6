"""The process ends before and after every statement and every call of an act; done again, the book holds exactly what it should.

Every day it ends at some 400 of 1,700 points: around each call and each COMMIT that writes, after the first write of each
transaction, and at each kind of statement once in each way. `make chaos` tries all.
"""

import asyncio
import json
import sys
from pathlib import Path

import pytest

from budget.entries import PARTS
from storage.places import POSTED
from tests.telegram.crashing import ANN, BEN, WAYS

HELD = {
    # message, line, kind, minor units, undone
    "new": [[1, 0, "expense", 1250, 0]],
    "several lines": [[1, 0, "expense", 500, 0], [1, 1, "expense", 600, 0], [1, 3, "asked", 0, 0]],
    "nothing": [[1, 0, "expense", 500, 0], [1, 1, "expense", 600, 0]],
    "edit": [[1, 0, "expense", 700, 0], [1, 1, "expense", 600, 1]],
    "edit that moves lines": [
        [1, 0, "expense", 500, 0],
        [1, 1, "expense", 600, 0],
        [1, 2, "expense", 700, 0],
    ],
    "reply": [[1, 0, "expense", 500, 0], [1, 1, "expense", 1500, 0]],
    "reply that asks": [
        [1, 0, "expense", 500, 0],
        [1, 1, "expense", 600, 0],
        [3, 0, "asked", 0, 0],
        [3, 1, "asked", 0, 0],
    ],
    "undo": [[1, 0, "expense", 500, 1], [1, 1, "expense", 600, 0]],
    "answer": [[1, 0, "expense", 1800, 0]],
    "several prices": [[1, 0, "expense", 500, 0], [1, PARTS, "expense", 1250, 0], [1, 2 * PARTS, "expense", 4000, 0]],
    "quiet question": [[1, 0, "asked", 0, 0]],
    "new category": [[1, 0, "expense", 2000, 0], ["category", "office"], ["taught", "lunch"]],
    "import": [[1, 0, "expense", 1250, 0], [1, 1, "expense", 300, 0]],
    "let in": [["guest", BEN, ANN, ""]],
    "forget a rule": [[1, 0, "expense", 1400, 0]],
}
EDITS = {"undo", "answer", "several prices", "new category", "import", "let in", "forget a rule"}
"""Acts whose answer is put in the place of the message that was tapped."""


@pytest.mark.parametrize("way", WAYS)
async def test_wherever_the_process_ends_a_repeat_makes_it_whole(tmp_path: Path, way: str) -> None:
    program = [sys.executable, "-m", "tests.telegram.crashing", way, str(tmp_path)]
    process = await asyncio.create_subprocess_exec(*program, cwd=Path(__file__).parent.parent.parent, stdout=-1)
    output, _ = await process.communicate()
    assert process.returncode == 0

    said = [json.loads(line) for line in output.splitlines()]
    points = [one for one in said if "point" in one]
    assert [point for point in points if point["held"] != HELD[point["act"]]] == []
    there = {one["act"]: one["all"] for one in said if "all" in one}
    assert there.keys() == HELD.keys()
    met = {point["point"] for point in points}
    assert set().union(*there.values()) == met, "every kind of point is tried in some act"

    for act in ("new", "nothing"):
        passed = [point for point in points if point["act"] == act]
        sent = next(point["number"] for point in passed if point["point"] == "after sendMessage")
        noted = max(point["number"] for point in passed if point["point"] == "after COMMIT")
        assert sent < noted
        assert {point["sent"] for point in passed if point["number"] < sent} == {1}
        assert {point["sent"] for point in passed if point["number"] >= noted} == {0}, "it is known to have come"
    for act in HELD:
        ends = "COMMIT", "editMessageText" if act in EDITS else "sendMessage"
        tried = {point["point"] for point in points if point["act"] == act}
        assert {f"{when} {end}" for when in ("before", "after") for end in ends if "edit" not in act} <= tried


async def test_wherever_the_process_ends_a_repeat_of_a_post_records_it_once_and_its_chat_is_told(
    tmp_path: Path,
) -> None:
    program = [sys.executable, "-m", "tests.telegram.crashing_posts", str(tmp_path)]
    process = await asyncio.create_subprocess_exec(*program, cwd=Path(__file__).parent.parent.parent, stdout=-1)
    output, _ = await process.communicate()
    assert process.returncode == 0

    points = [json.loads(line) for line in output.splitlines()]
    assert [point for point in points if point["held"] != [[POSTED, 0, "expense", 1250, 0]]] == []
    stored = next(point["number"] for point in points if point["point"].startswith("after INSERT INTO door_posts"))
    committed = next(
        point["number"] for point in points if point["number"] > stored and point["point"] == "after COMMIT"
    )
    assert {point["status"] for point in points if point["number"] < committed} == {201}
    assert {(point["status"], point["same"]) for point in points if point["number"] >= committed} == {(200, True)}
    assert {point["told"] for point in points} <= {1, 2}, (
        "its chat is told, and again only where nobody knows that it was"
    )
    noted = max(point["number"] for point in points if point["point"] == "after COMMIT")
    assert {point["told"] for point in points if point["number"] >= noted} == {1}
    assert {"before sendMessage", "after sendMessage", "before COMMIT"} <= {point["point"] for point in points}
