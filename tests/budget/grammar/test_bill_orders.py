"""What changes a bill in words: its amount, or the days on which it is due."""

from dataclasses import replace

import pytest

from budget.grammar.bill_orders import bill_change_said
from budget.grammar.vocabulary import vocabulary_for
from tests.budget.grammar.judge import scope_of

US = scope_of("us")
BILLS = frozenset({"rent", "car insurance", "miete", "électricité", "alquiler"})


@pytest.mark.parametrize(
    ("language", "text", "command"),
    [
        ("en", "change rent to 960", "/bill rent 960"),
        ("en", "set the rent to $960 please", "/bill rent $960"),
        ("en", "lower the car insurance bill to 55.50", "/bill car insurance 55.50"),
        ("en", "rent is 950 now", "/bill rent 950"),
        ("en", "my rent is now 950", "/bill rent 950"),
        ("en", "rent goes up to 950", "/bill rent 950"),
        ("en", "the car insurance went up to 80 from now on", "/bill car insurance 80"),
        ("en", "move rent to the 3rd", "/bill rent the 3rd"),
        ("en", "the car insurance is due on the 7th from now on", "/bill car insurance on the 7th"),
        ("en", "rent 950", None),
        ("en", "rent is 950", None),
        ("en", "rent was 950", None),
        ("en", "raise rent by 20", None),
        ("en", "change netflix to 17.99", None),
        ("en", "change rent to 960 on the 3rd", None),
        ("en", "move rent to fun", None),
        ("en", "rent is late now", None),
        ("de", "ändere die Miete auf 950", "/bill miete 950"),
        ("de", "die Miete kostet jetzt 960", "/bill miete 960"),
        ("fr", "l'électricité passe à 80", None),
        ("fr", "électricité est à 80 désormais", None),
        ("fr", "change électricité à 80", "/bill électricité 80"),
        ("es", "el alquiler sube a 950", "/bill alquiler 950"),
    ],
)
def test_a_bill_is_changed_in_words(language: str, text: str, command: str | None) -> None:
    scope = replace(US, vocabulary=vocabulary_for(language))

    said = bill_change_said(text, scope, BILLS)

    assert (said.command if said is not None else None) == command


def test_without_bills_nothing_changes() -> None:
    assert bill_change_said("change rent to 960", US, frozenset()) is None
