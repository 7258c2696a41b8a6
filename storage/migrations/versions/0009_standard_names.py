"""Standard names: three tables and two columns were named by other words than the code."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
# An older program asks for tables and a column that are gone, so it must not use the database.
compatible_from = "0009"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Copy the three tables, so that their constraints get the new names on both databases, and rename the column."""
    op.alter_column("entries", "taken_out_by", new_column_name="removed_by")
    op.create_table(
        "answers",
        sa.Column("owner", sa.BigInteger),
        sa.Column("message", sa.BigInteger),
        sa.Column("answer", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("owner", "message", name="pk_answers"),
    )
    _copied("answers", "owner, message, answer", "SELECT owner, message, receipt FROM receipts")
    op.drop_table("receipts")
    op.create_table(
        "limit_notices",
        sa.Column("owner", sa.BigInteger),
        sa.Column("category", sa.BigInteger),
        sa.Column("week_start", sa.Date),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("owner", "category", "week_start", name="pk_limit_notices"),
        sa.ForeignKeyConstraint(
            ["owner", "message"],
            ["messages.owner", "messages.message"],
            name="fk_limit_notices_owner_message",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["owner", "category"],
            ["categories.owner", "categories.number"],
            name="fk_limit_notices_owner_category",
            ondelete="RESTRICT",
        ),
    )
    columns = "owner, category, week_start, message"
    _copied("limit_notices", columns, f"SELECT {columns} FROM notices")  # noqa: S608 - names of ours
    op.drop_table("notices")
    op.create_table(
        "applied_acts",
        sa.Column("owner", sa.BigInteger),
        sa.Column("act", sa.String),
        sa.Column("message", sa.BigInteger, nullable=True),
        sa.Column("done_at", _INSTANT, server_default=sa.func.current_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("owner", "act", name="pk_applied_acts"),
        sa.ForeignKeyConstraint(["owner"], ["budgets.owner"], name="fk_applied_acts_owner", ondelete="RESTRICT"),
    )
    columns = "owner, act, message, done_at"
    _copied("applied_acts", columns, f"SELECT {columns} FROM acts")  # noqa: S608 - names of ours
    op.drop_table("acts")


def _copied(table: str, columns: str, rows: str) -> None:
    op.execute(f"INSERT INTO {table} ({columns}) {rows}")
