"""What came from files: which entries, as they were first recorded, and what was said about a heading."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
# An older program records a file a second time, and can't delete a budget that has one.
compatible_from = "0018"

_INSTANT = sa.DateTime(timezone=True)


def _of_message(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["owner", "message"],
        ["messages.owner", "messages.message"],
        name=f"fk_{table}_owner_message",
        ondelete="RESTRICT",
    )


def upgrade() -> None:
    """Add the tables. What was imported before counts as written by hand: it is shown, never decided about."""
    op.add_column("offered_files", sa.Column("said", sa.String, nullable=False, server_default="{}"))
    op.create_table(
        "imports",
        *(sa.Column(name, sa.BigInteger, autoincrement=False) for name in ("owner", "message")),
        sa.Column("format", sa.String, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Date, nullable=False) for name in ("first_day", "last_day")),
        sa.Column("recorded_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("owner", "message", name="pk_imports"),
        _of_message("imports"),
    )
    op.create_index("ix_imports_owner_recorded_at", "imports", ["owner", "recorded_at"])
    op.create_table(
        "import_rows",
        *(sa.Column(name, sa.BigInteger, autoincrement=False) for name in ("owner", "message")),
        sa.Column("line", sa.Integer, autoincrement=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("bank_id", sa.String, nullable=True),
        sa.PrimaryKeyConstraint("owner", "message", "line", name="pk_import_rows"),
        _of_message("import_rows"),
    )
    op.create_index("ix_import_rows_owner_day", "import_rows", ["owner", "day"])
    op.create_index("ix_import_rows_owner_bank_id", "import_rows", ["owner", "bank_id"])
    op.create_table(
        "import_headings",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("heading", "answers")),
        sa.Column("used_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("owner", "heading", name="pk_import_headings"),
        sa.ForeignKeyConstraint(["owner"], ["budgets.owner"], name="fk_import_headings_owner", ondelete="RESTRICT"),
    )
