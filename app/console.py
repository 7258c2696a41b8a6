"""Prints the command line's complaints on standard error."""

import sys


def complain(*lines: str, status: int = 2) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return status
