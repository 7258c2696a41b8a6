"""What a function counts, as lines of its log from which CloudWatch makes metrics: its embedded metric format.

A function has no `/metrics` that anybody could ask: each of its processes counts for itself, and is frozen between two events. So
each event leaves a line of what it counted. They are nine names, since CloudWatch charges each beyond ten.

The format: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

import json
import os
from collections.abc import Mapping
from typing import TextIO

from app.build import Now
from web.metrics import Metrics

NAMESPACE = "budgetbot"

UNITS: Mapping[str, str] = {
    "UpdatesDone": "Count",
    "UpdatesFailed": "Count",
    "UpdatesLetGo": "Count",
    "UpdatesToBeRepeated": "Count",
    "UpdateMilliseconds": "Milliseconds",
    "TransactionMilliseconds": "Milliseconds",
    "CallsFailed": "Count",
    "RequestsFailed": "Count",
    "OldestOpenUpdateSeconds": "Seconds",
}
"""The metrics with their units. Milliseconds are those of a whole event."""


class EmbeddedMetrics:
    """Writes what was counted since the last time, a line a time."""

    def __init__(self, metrics: Metrics, out: TextIO, now: Now) -> None:
        self._metrics = metrics
        self._out = out
        self._now = now
        self._written: Mapping[str, float] = {}

    def write(self) -> None:
        """Write a line of what is not zero; none where all is."""
        counted = self._metrics.totals()
        since = {name: round(value - self._written.get(name, 0), 3) for name, value in counted.items()}
        self._written = counted
        since["OldestOpenUpdateSeconds"] = round(self._metrics.oldest_open(), 1)
        values = {name: value for name, value in since.items() if value}
        if not values:
            return
        directive = {
            "Namespace": NAMESPACE,
            "Dimensions": [["FunctionName"]],
            "Metrics": [{"Name": name, "Unit": UNITS[name]} for name in values],
        }
        about = {"Timestamp": int(self._now().timestamp() * 1000), "CloudWatchMetrics": [directive]}
        name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME", NAMESPACE)
        print(json.dumps({"_aws": about, "FunctionName": name} | values), file=self._out, flush=True)
