"""Rehearses the pipeline on this machine: the workflow's own steps, in its order, against stand-ins for everything in the cloud.

    .venv-road/bin/python -m rehearsal                        # green, from nothing to production
    .venv-road/bin/python -m rehearsal --fail-at accept/accept-qa # ... and then one that fails at that step
    .venv-road/bin/python -m rehearsal --all                  # a failure at every step, without and with a production

Each rehearsal must end so: nothing after a failing step has run, what the run had made is gone, production is untouched,
the pull request is told why, and only a green one is merged. It needs podman and docker-registry, and works on loopback (and on
podman's own bridge, which containers alone reach).
"""

import argparse
import shutil
import signal
import sys
import time

from rehearsal.outcome import rehearse
from rehearsal.workflow import steps
from rehearsal.world import World, Wrong, world

TELLING = ["test/mergeable", "qa/deploy-qa", "production/deploy-prod", "merge/merge"]
"""Steps at which the short form fails, with a production in place: a draft; QA's change is refused; the hook refuses, and QA is put
back; the merge is refused, and both are."""
CANCELLED = ["qa/deploy-qa", "production/deploy-prod"]
"""Steps in whose middle a run is cancelled."""
LOST = ["production/deploy-prod"]
"""Steps in whose middle a run's machine is lost."""
LEFT = ["ROLLBACK_COMPLETE", "DELETE_FAILED", "REVIEW_IN_PROGRESS"]
"""Statuses of a stack that an earlier run, or somebody by hand, could never make."""
NOT_HERE = {
    "CloudFormation": "that it takes the template, and makes, changes and rolls back what is in it",
    "CodeDeploy": "a canary over five minutes, and its alarm",
    "IAM and OIDC": "that they decide as their documentation says: policies and subjects are evaluated here by it",
    "ECR": "immutable tags and the scan of a pushed image",
    "API Gateway": "its throttling, its limits and its access log",
    "GitHub": "its events, runners, concurrency, branch rules, and that a status check blocks a merge",
    "Telegram": "that it delivers to the webhook that was registered",
}


def _rehearse_all(here: World, asked: argparse.Namespace, can_fail: list[str]) -> None:
    if asked.all:
        for step in can_fail:
            if not step.startswith("merge/"):
                rehearse(here, fail_at=step)
        for step in CANCELLED:
            rehearse(here, cancel_at=step)
        for status in LEFT:
            rehearse(here, broken=status, fail_at="accept/accept-qa")
    rehearse(here)
    for step in can_fail if asked.all else asked.fail_at:
        rehearse(here, fail_at=step)
    for step in TELLING if asked.quick else []:
        rehearse(here, fail_at=step, already="accept")  # the same image but for a label was accepted before
    for step in CANCELLED[1:] if asked.quick else CANCELLED if asked.all else []:
        rehearse(here, cancel_at=step, already="accept")
    for step in LOST if asked.all else asked.lose_at:
        rehearse(here, lose_at=step, already="accept")
    if asked.merged or asked.all:
        rehearse(here, fail_at="merge/merge", merged=True, already="accept")
    if asked.fork or asked.all:
        rehearse(here, fork=True)


def main() -> int:
    """Rehearse what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--fail-at", action="append", default=[], metavar="STEP", help="after the green one; repeatable"
    )
    parser.add_argument("--lose-at", action="append", default=[], metavar="STEP", help=f"{', '.join(LOST)}; repeatable")
    parser.add_argument("--merged", action="store_true", help="a merge that takes place although its step fails, too")
    parser.add_argument("--quick", action="store_true", help=f"fail at {', '.join(TELLING)}")
    parser.add_argument("--all", action="store_true", help="fail at every step, from nothing and over a production")
    parser.add_argument("--fork", action="store_true", help="a fork's pull request, too")
    asked = parser.parse_args()
    can_fail = [
        f"{job}/{step['name']}"
        for job, step in steps()
        if job in {"test", "qa", "accept", "production", "merge"}
        and step["name"] not in {"refuse-forks", "whole-run", "clean", "clean-prod", "report"}
    ]
    unknown = set(asked.fail_at) - set(can_fail)
    if unknown:
        parser.error(f"no step is named {', '.join(unknown)}; there are {', '.join(can_fail)}")
    for tool in ("podman", "docker-registry"):
        if shutil.which(tool) is None:
            print(f"{tool} is missing: install it (on Debian and Ubuntu: apt install {tool}).", file=sys.stderr)
            return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that leaving `world` ends everything
    begin = time.monotonic()
    try:
        with world() as here:
            _rehearse_all(here, asked, can_fail)
            number = here.runs
    except Wrong as wrong:
        print(f"\nNOT AS IT MUST BE: {wrong}")
        return 1
    print(f"\n{number} rehearsals, each as it must be, {time.monotonic() - begin:.0f} s; nothing is left behind.")
    print(f"NOT TO BE HAD HERE, {len(NOT_HERE)}: " + "; ".join(f"{name} ({what})" for name, what in NOT_HERE.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
