"""Who may use the bot, and which message answered which."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add guests, invitations and receipts."""
    op.create_table(
        "guests",
        sa.Column("user", sa.BigInteger, autoincrement=False),
        sa.Column("seat", sa.Integer, nullable=True),
        sa.Column("invited_by", sa.BigInteger, nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("user", name="pk_guests"),
        sa.UniqueConstraint("seat", name="uq_guests_seat"),
    )
    op.create_table(
        "invitations",
        sa.Column("code_hash", sa.String),
        sa.Column("made_by", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.BigInteger, nullable=True),
        sa.PrimaryKeyConstraint("code_hash", name="pk_invitations"),
    )
    op.create_table(
        "receipts",
        sa.Column("owner", sa.BigInteger),
        sa.Column("message", sa.BigInteger),
        sa.Column("receipt", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("owner", "message", name="pk_receipts"),
    )
