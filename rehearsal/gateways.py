"""Runs SAM's local commands, each in a process of its own, forked from one that has imported SAM: the import takes the longest.

Reads lines {"arguments": […], "environment": {…}, "log": "…"}, and answers each with the process's id. It ends with its input.
"""

import json
import os
import signal
import sys


def run(arguments: list[str], environment: dict[str, str], log: str) -> None:
    """Run a command in this forked process, with its own environment and output; only the imports are shared."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(environment)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, sink in ((nothing, 0), (written, 1), (written, 2)):
        os.dup2(source, sink)
    from samcli.cli.main import cli

    cli(arguments, prog_name="sam")


def main() -> int:
    """Import SAM, and fork for each line."""
    os.environ["SAM_CLI_TELEMETRY"] = "0"
    import samcli.cli.main
    import samcli.commands.local.start_api.cli
    import samcli.commands.local.start_lambda.cli
    from samcli.commands.local.cli_common import invoke_context
    from samcli.commands.local.lib import local_api_service, local_lambda_service

    assert samcli and invoke_context and local_api_service and local_lambda_service  # noqa: PT018, S101 - imported for the children
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system reaps the children
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            run(**json.loads(line))
            return 0
        print(child, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
