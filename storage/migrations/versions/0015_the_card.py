"""The card: a message that is kept true in a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
# An older program marks no card when a number changes, and can't delete a budget that has one.
compatible_from = "0015"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "cards",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("bot", "chat")),
        *(sa.Column(name, sa.BigInteger, nullable=True) for name in ("card", "before")),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("bars", "off")),
        sa.Column("asked", sa.BigInteger, nullable=True),
        sa.Column("drawn", sa.String, nullable=False),
        sa.Column("draw_at", _INSTANT, nullable=True),
        sa.Column("free_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_cards"),
        sa.ForeignKeyConstraint(["owner"], ["budgets.owner"], name="fk_cards_owner", ondelete="RESTRICT"),
    )
    op.create_index("ix_cards_bot_draw_at", "cards", ["bot", "draw_at"])
