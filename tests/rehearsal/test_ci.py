"""`.ci/run` ends as what it ran did: with a `make` that only says what it was asked for."""

import os
import subprocess
from pathlib import Path

import pytest

RUN = Path(__file__).parents[2] / ".ci" / "run"
# Says what it was asked for, and ends as the table says. Tests are one call of `test`; the last is checks beside the road.
MAKE = """#!/bin/sh
case "$*" in
    test) trap 'kill $!; exit 9' TERM; sleep {takes} & wait; echo '3 passed'; exit {tests};;
    *road*check*|*check*road*) echo 'checked'; exit {checks};;
    *) echo "made $*";;
esac
"""


@pytest.mark.parametrize(
    ("tests", "checks", "takes", "passes", "last"),
    [
        (0, 0, "0.3", True, "3 passed"),
        (0, 0, "0", True, "3 passed"),  # the tests have ended before the checks
        (1, 0, "0.3", False, "3 passed"),
        (0, 1, "60", False, "checked"),  # the tests are ended, not waited for
    ],
)
def test_a_run_ends_as_its_parts_did(
    tmp_path: Path, tests: int, checks: int, takes: str, passes: bool, last: str
) -> None:
    for name, text in (
        ("make", MAKE.format(takes=takes, tests=tests, checks=checks)),
        ("id", "#!/bin/sh\necho 1000\n"),
    ):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    told = subprocess.run(
        ["bash", RUN],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ((told.returncode == 0), told.stdout.splitlines()[-1]) == (passes, last), told.stderr
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("tmp.")] == []
