"""Whatever people write: what the receipts confirm is what the ledger holds, to the cent."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budget.entries import Kind
from tests.chat import chat
from tests.scale import LONG

_CONFIRMED = re.compile(
    r"(?:✓|\d+) (Refund |Paycheck |Extra cash )?(?:[^·A-Za-z]* = )?\$([\d,]+\.\d\d)(?! in \d+ entr)(?: .*)?"
)
_KINDS = {None: Kind.EXPENSE, "Refund ": Kind.REFUND, "Paycheck ": Kind.PAYCHECK, "Extra cash ": Kind.EXTRA}

amounts = st.builds("{}.{:02}".format, st.integers(1, 999_999), st.integers(0, 99))
words = st.sampled_from(
    ["fun", "tacos", "gas", "#other", "rent", "yesterday", "2026-11-20", "3 beers", "refund", "x2", "k"]
)
plain = st.builds(
    " ".join,
    st.lists(words | amounts | st.sampled_from(["12", "1.250", "$5", "5k", "+40", "-3"]), min_size=1, max_size=5),
)
paid = st.builds("paid {}".format, amounts)
line = plain | paid | st.text(max_size=40)
message = st.lists(line, min_size=1, max_size=4).map("\n".join).filter(lambda text: not text.lstrip().startswith("/"))


@pytest.mark.slow  # see tests/storage/test_ledger_machine.py
@settings(
    max_examples=150 if LONG else 60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(messages=st.lists(message, min_size=1, max_size=5))
def test_what_is_confirmed_is_what_is_held(tmp_path: Path, messages: list[str]) -> None:
    with chat(tmp_path) as say:
        say.owner += _next_owner()
        confirmed: list[tuple[Kind, int]] = []
        for text in messages:
            found = [_CONFIRMED.fullmatch(said) for said in say(text).split("\n")]
            confirmed += [(_KINDS[one[1]], int(re.sub("[,.]", "", one[2]))) for one in found if one]
        _, held = say.runner.run(say.app.bookkeeper.recent(say.owner, 1000))

    assert sorted((one.entry.kind, one.entry.amount) for one in held) == sorted(confirmed)


def _next_owner(count: list[int] = []) -> int:  # noqa: B006 - it counts: each example has a budget of its own
    count.append(1)
    return len(count)
