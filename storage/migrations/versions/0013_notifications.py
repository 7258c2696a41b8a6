"""What a chat is told without being asked: due bills, a digest, a reminder."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
# An older program does not delete the row, so it could not forget a budget that has one.
compatible_from = "0013"


def upgrade() -> None:
    """Add the table. A budget has no row until it gets a bill, a digest or a reminder."""
    op.create_table(
        "notifications",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        sa.Column("bot", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("chat", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.Column(name, sa.Integer, nullable=True)
            for name in ("digest_weekday", "digest_minutes", "reminder_minutes")
        ),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("empty_digests", "unanswered")),
        *(sa.Column(name, sa.Date, nullable=True) for name in ("last_said", "last_digest", "nothing_spent")),
        sa.Column("stopped", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_notifications"),
        sa.ForeignKeyConstraint(["owner"], ["budgets.owner"], name="fk_notifications_owner", ondelete="RESTRICT"),
    )
    op.create_index("ix_notifications_bot_next_at", "notifications", ["bot", "next_at"])
