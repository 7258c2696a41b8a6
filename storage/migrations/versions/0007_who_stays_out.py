"""Who stays out, and who may have a budget forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Number invitations, let them be withdrawn, name guests; let budgets be closed before they are deleted."""
    op.add_column("guests", sa.Column("name", sa.String, nullable=False, server_default=""))
    op.create_index("ix_guests_invited_by", "guests", ["invited_by"])
    op.add_column("invitations", sa.Column("number", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("invitations", sa.Column("withdrawn_at", _INSTANT, nullable=True))
    for column in ("made_by", "number", "expires_at"):
        op.create_index(f"ix_invitations_{column}", "invitations", [column])
    op.create_table(
        "admissions",
        sa.Column("user", sa.BigInteger, autoincrement=False),
        sa.Column("after", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("user", name="pk_admissions"),
    )
    op.create_index("ix_admissions_after", "admissions", ["after"])
    op.add_column("budgets", sa.Column("forget_at", _INSTANT, nullable=True))
    op.create_index("ix_budgets_forget_at", "budgets", ["forget_at"])
    op.create_table(
        "forget_requests",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        sa.Column("nonce", sa.String, nullable=False),
        sa.Column("asker", sa.BigInteger, nullable=False),
        sa.Column("asked_at", _INSTANT, nullable=False),
        sa.Column("confirmed", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_forget_requests"),
    )
