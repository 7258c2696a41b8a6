"""Every request of docs/automations.md, replayed as it stands there."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml
from jinja2 import Environment

from bot.handlers.doors import PATH
from budget.entries import LONGEST_NOTE
from budget.grammar.given import KINDS
from budget.write_doors import MOST_DOORS
from tests.web.doors import ADDRESS, Door, door_in

DOC = Path(__file__).parent.parent.parent / "docs" / "automations.md"
TEXT = DOC.read_text(encoding="utf-8")


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    with door_in(tmp_path) as door:
        yield door


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def sent(door: Door, method: str, url: str, headers: dict[str, str], body: str) -> httpx2.Response:
    """Make a request of the page, with the token of a real door."""
    assert url == f"{ADDRESS}{PATH}"
    with_token = {name: value.replace("TOKEN", door.token) for name, value in headers.items()}
    return door.client.request(method, url, content=body, headers=with_token)


def test_the_lines_of_a_shell(door: Door) -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    assert len(lines) == 8
    for line in lines:
        command, _, status = line.partition("  # ")
        program, *words = shlex.split(command)
        assert program == "curl"
        headers, body, url = {}, "", words.pop()
        for option, value in zip(words[::2], words[1::2], strict=True):
            assert option in {"-H", "--data", "--data-binary"}
            if option == "-H":
                name, _, said = value.partition(": ")
                headers[name] = said
            else:
                body = value

        answer = sent(door, "POST", url, headers, body)

        assert answer.status_code == int(status), line
        assert answer.headers["content-type"].startswith("text/plain") == (headers.get("Accept") == "text/plain")


def fields_of(heading: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the fields of a recipe by name, and its headers; without the marks of code."""
    (table,) = re.findall(rf"^\| {heading} \| value \|\n\| --- \| --- \|\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
    rows = [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in table.splitlines()]
    headers = [value.split(": ", 1) for name, value in rows if name == "Header"]
    return {name: value for name, value in rows if name != "Header"}, dict(headers)


@pytest.mark.parametrize(("amount", "status"), [("$4.20", 201), ("", 422), ("0", 422)])
def test_an_iphone_that_pays(door: Door, amount: str, status: int) -> None:
    fields, headers = fields_of("field of the shortcut")
    assert fields["Request body"] == "JSON"
    values = {"*Shortcut Input*, *Amount*": amount, "*Shortcut Input*, *Merchant*": "Blue Bottle"}
    entry = {name.removeprefix("Text "): values[value] for name, value in fields.items() if name.startswith("Text ")}

    answer = sent(
        door,
        fields["Method"],
        fields["URL"],
        headers | {"Content-Type": "application/json"},
        json.dumps(entry),
    )

    assert (answer.status_code, "Blue Bottle" in door.telegram.said[0]) == (status, True)


def test_a_task_of_tasker(door: Door) -> None:
    fields, written = fields_of("field of the task")

    def set_to(text: str) -> str:
        values = {"%amount": "12,50", "%merchant": "Café", "%TIMES": "1795341600"}
        for name, value in values.items():
            text = text.replace(name, value)
        return text

    headers = {name: set_to(value) for name, value in written.items()}
    answers = [sent(door, fields["Method"], fields["URL"], headers, set_to(fields["Body"])) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json()["lines"][0]["entry"]["amount"] == "12.50"


class Secrets(yaml.SafeLoader):
    """Reads what stands in Home Assistant's files, with what `secrets.yaml` holds."""


def _secret(loader: yaml.SafeLoader, node: yaml.Node) -> str:
    (said,) = re.findall(r"as `(\w+: Bearer TOKEN)`", TEXT)
    name, value = str(said).split(": ")
    assert isinstance(node, yaml.ScalarNode)
    assert loader.construct_scalar(node) == name
    return value


Secrets.add_constructor("!secret", _secret)


def test_a_command_of_home_assistant(door: Door) -> None:
    configuration, action = (yaml.load(block, Secrets) for block in blocks("yaml"))  # noqa: S506 - a safe loader
    command: dict[str, Any] = configuration["rest_command"][action["action"].removeprefix("rest_command.")]
    data = action["data"] | {"key": "charge 1795341600", "note": 'Car charged at "home"'}

    def rendered(text: str) -> str:
        return Environment().from_string(text).render(data)  # noqa: S701 - no HTML

    headers = {name: rendered(value) for name, value in command["headers"].items()}
    headers |= {"content-type": command["content_type"]}
    answers = [
        sent(door, command["method"].upper(), command["url"], headers, rendered(command["payload"])) for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json()["lines"][0]["sentence"] == '✓ $23.40 Car charged at "home" · Unpredictable Necessities'


def test_the_figures_of_the_page_are_those_of_the_program() -> None:
    assert MOST_DOORS == 10
    assert "a budget has ten at most" in TEXT
    assert f"up to {LONGEST_NOTE} characters" in TEXT
    (kinds,) = re.findall(r"^\| `kind` \| (.*?);", TEXT, re.MULTILINE)
    assert re.findall(r"`(\w+)`", kinds) == [kind.value for kind in KINDS]
