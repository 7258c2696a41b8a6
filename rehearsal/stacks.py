"""CloudFormation's stacks as values, and its answers in XML."""

import functools
import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from rehearsal.expand import expand, resolve
from rehearsal.sam import Running
from rehearsal.stand_ins import Json

NUMBERS = itertools.count(1)
"""For ids that must differ."""


class Refused(Exception):
    """An answer that is an error: its code, and a message."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@functools.cache
def _resolved(template: str, *parameters: tuple[str, str]) -> Json:
    return resolve(expand(template, dict(parameters)), dict(parameters))


def resolved(template: str, parameters: Mapping[str, str]) -> Json:
    """Return what a template comes to, each only once worked out. Raises ValueError, KeyError."""
    return _resolved(template, *sorted(parameters.items()))


@dataclass
class Stack:
    """A stack: its template and parameters, its status, and its running functions."""

    name: str
    template: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
    status: str = "REVIEW_IN_PROGRESS"
    reason: str = ""
    events: list[Json] = field(default_factory=list)
    running: Running | None = None
    candidate: Running | None = None
    began: bool = False
    cancelled: bool = False
    id: str = ""

    def __post_init__(self) -> None:
        self.id = f"arn:aws:cloudformation:eu-central-1:123456789012:stack/{self.name}/{next(NUMBERS)}"

    def becomes(self, status: str, reason: str = "") -> None:
        """Set the status, and add an event."""
        self.status, self.reason = status, reason
        self.events.insert(
            0,
            {
                "EventId": str(next(NUMBERS)),
                "StackId": self.id,
                "StackName": self.name,
                "LogicalResourceId": self.name,
                "PhysicalResourceId": self.id,
                "ResourceType": "AWS::CloudFormation::Stack",
                "ResourceStatus": status,
                "ResourceStatusReason": reason or "-",
                "Timestamp": now(),
            },
        )


def now() -> str:
    """Return the moment as AWS writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def pairs(values: Mapping[str, Any], kind: str) -> list[Json]:
    """Return names and values as CloudFormation lists its parameters and outputs."""
    return [{f"{kind}Key": name, f"{kind}Value": str(value)} for name, value in values.items()]


def _xml(value: Any) -> str:
    match value:
        case dict():
            return "".join(f"<{name}>{_xml(each)}</{name}>" for name, each in value.items())
        case list():
            return "".join(f"<member>{_xml(each)}</member>" for each in value)
        case _:
            return escape(str(value))


def xml_answer(action: str, result: Json) -> bytes:
    """Return the answer to an action."""
    return f"<{action}Response><{action}Result>{_xml(result)}</{action}Result></{action}Response>".encode()


def xml_error(refused: Refused) -> bytes:
    """Return the answer to an action that is refused."""
    said = {"Type": "Sender", "Code": refused.code, "Message": str(refused)}
    return f"<ErrorResponse><Error>{_xml(said)}</Error></ErrorResponse>".encode()
