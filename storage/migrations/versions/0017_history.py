"""The history: what somebody changed of an entry."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
# An older program notes no change, and can't delete a budget that has some.
compatible_from = "0017"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "entry_changes",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        sa.Column("place", sa.Integer, autoincrement=False),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("number", "message")),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("author", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        *(column for before in ("was_", "") for column in _entry(before)),
        sa.PrimaryKeyConstraint("owner", "place", name="pk_entry_changes"),
        sa.UniqueConstraint("owner", "number", name="uq_entry_changes_owner_number"),
        sa.ForeignKeyConstraint(["owner"], ["budgets.owner"], name="fk_entry_changes_owner", ondelete="RESTRICT"),
    )


def _entry(before: str) -> list[sa.Column[Any]]:
    return [
        sa.Column(f"{before}kind", sa.String, nullable=False),
        sa.Column(f"{before}amount", sa.BigInteger, nullable=False),
        sa.Column(f"{before}day", sa.Date, nullable=False),
        sa.Column(f"{before}category", sa.BigInteger, nullable=True),
        sa.Column(f"{before}note", sa.String, nullable=False),
        sa.Column(f"{before}undone", sa.Boolean, nullable=False),
    ]
