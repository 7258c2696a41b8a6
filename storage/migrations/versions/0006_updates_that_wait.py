"""Updates that wait to be tried again, and those that may have ended the process."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add waiting updates and suspects."""
    op.create_table(
        "waiting_updates",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        sa.Column("bot", sa.BigInteger, autoincrement=False),
        sa.Column("update_number", sa.BigInteger, autoincrement=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("since", _INSTANT, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("owner", "bot", "update_number", name="pk_waiting_updates"),
    )
    op.create_index("ix_waiting_updates_bot_update_number", "waiting_updates", ["bot", "update_number"])
    op.create_table(
        "suspects",
        sa.Column("bot", sa.BigInteger, autoincrement=False),
        sa.Column("update_number", sa.BigInteger, autoincrement=False),
        sa.Column("begun", sa.Integer, nullable=False),
        sa.Column("since", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("bot", "update_number", name="pk_suspects"),
    )
