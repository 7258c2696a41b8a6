"""What becomes of a card that is asked for."""

import pytest

from budget.cards import CardChange, StoredCard, asked_for

CHAT = -100
HELD = StoredCard(CHAT, message=7, asked=1, drawn="ab")


@pytest.mark.parametrize(
    ("held", "wanted", "change", "stored"),
    [
        (None, StoredCard(CHAT, asked=1), CardChange.MADE, StoredCard(CHAT, asked=1)),
        # Asked for again, it becomes the latest message, and the one before is taken down.
        (HELD, StoredCard(CHAT, asked=2), CardChange.MOVED, StoredCard(CHAT, before=7, asked=2)),
        # ... even if the one before is not sent yet, and others wait to be taken down.
        (
            StoredCard(CHAT, before=7, asked=1),
            StoredCard(CHAT, asked=2),
            CardChange.MOVED,
            StoredCard(CHAT, before=7, asked=2),
        ),
        (
            HELD,
            StoredCard(CHAT, bars=True, asked=2),
            CardChange.BARS,
            StoredCard(CHAT, message=7, bars=True, asked=2, drawn="ab"),
        ),
        (
            StoredCard(CHAT, message=7, bars=True, asked=1),
            StoredCard(CHAT, asked=2),
            CardChange.AMOUNTS,
            StoredCard(CHAT, message=7, asked=2),
        ),
        (HELD, StoredCard(CHAT, asked=1), CardChange.KNOWN, None),  # a repeat of the message
        (StoredCard(CHAT, off=True, asked=1), StoredCard(CHAT, asked=1), CardChange.KNOWN, None),
        (StoredCard(CHAT, off=True), StoredCard(CHAT, asked=2), CardChange.MADE, StoredCard(CHAT, asked=2)),
        # It is switched off and not taken down yet.
        (
            StoredCard(CHAT, message=7, off=True, asked=1),
            StoredCard(CHAT, bars=True, asked=2),
            CardChange.MADE,
            StoredCard(CHAT, before=7, bars=True, asked=2),
        ),
        # Of another chat nothing can be taken down.
        (HELD, StoredCard(-200, asked=2), CardChange.MOVED, StoredCard(-200, asked=2)),
    ],
)
def test_a_card_that_is_asked_for(
    held: StoredCard | None, wanted: StoredCard, change: CardChange, stored: StoredCard | None
) -> None:
    assert asked_for(held, wanted) == (change, stored)
