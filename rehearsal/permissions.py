"""What IAM would allow: policies evaluated as its documentation says ("Policy evaluation logic"), for the parts that ours use.

A statement allows an action on a resource where its patterns match and its conditions hold. Ours have no Deny. A key that a
condition asks for and that a call does not have does not hold.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Call:
    """A call to AWS: its action, on which resource, and the context keys that AWS fills in."""

    action: str
    resource: str = "*"
    context: Mapping[str, str] = field(default_factory=dict)


def allows(statements: Iterable[Mapping[str, Any]], call: Call) -> bool:
    """Whether the statements of a policy allow a call."""
    return any(
        one["Effect"] == "Allow"
        and any(_matches(pattern, call.action, folded=True) for pattern in listed(one["Action"]))
        and any(_matches(pattern, call.resource) for pattern in listed(one["Resource"]))
        and all(_holds(kind, wanted, call.context) for kind, wanted in one.get("Condition", {}).items())
        for one in statements
    )


def _holds(kind: str, wanted: Mapping[str, Any], context: Mapping[str, str]) -> bool:
    patterned = kind in {"StringLike", "ArnLike", "ArnEquals"}  # the two of ARNs are the same
    if not patterned and kind != "StringEquals":
        raise ValueError(kind)
    return all(
        key in context
        and any(_matches(str(one), context[key]) if patterned else one == context[key] for one in listed(values))
        for key, values in wanted.items()
    )


def _matches(pattern: str, text: str, *, folded: bool = False) -> bool:
    written = "".join({"*": ".*", "?": "."}.get(letter, re.escape(letter)) for letter in pattern)
    return re.fullmatch(written, text, re.IGNORECASE if folded else 0) is not None


def listed(one_or_more: Any) -> list[Any]:
    """Return a list, of one where there is no list."""
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]
