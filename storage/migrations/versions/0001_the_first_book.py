"""The first book: everything that ``storage/tables.py`` declares at this point, written out, for tables.py will move on."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create all tables."""
    op.create_table(
        "budgets",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("exponent", sa.Integer, nullable=False),
        sa.Column("locale", sa.String, nullable=False),
        sa.Column("time_zone", sa.String, nullable=False),
        sa.Column("week_starts_on", sa.Integer, nullable=False),
        sa.Column("created_at", _INSTANT, server_default=sa.func.current_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_budgets"),
    )
    op.create_table(
        "categories",
        sa.Column("number", _ROW_NUMBER),
        sa.Column("owner", sa.BigInteger, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("weekly_limit", sa.BigInteger, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_categories"),
        sa.UniqueConstraint("owner", "key", name="uq_categories_owner_key"),
        _points_at("categories", "owner", "budgets.owner"),
    )
    for table, words in (("keywords", "word"), ("lessons", "note")):
        op.create_table(
            table,
            sa.Column("owner", sa.BigInteger),
            sa.Column(words, sa.String),
            sa.Column("category", sa.BigInteger, nullable=False),
            sa.PrimaryKeyConstraint("owner", words, name=f"pk_{table}"),
            _points_at(table, "owner", "budgets.owner"),
            _points_at(table, "category", "categories.number"),
        )
    op.create_table(
        "messages",
        sa.Column("owner", sa.BigInteger),
        sa.Column("message", sa.BigInteger),
        sa.Column("author", sa.BigInteger, nullable=False),
        sa.Column("sent_at", _INSTANT, nullable=False),
        sa.Column("edited_at", sa.BigInteger, nullable=False),
        sa.Column("update_number", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("owner", "message", name="pk_messages"),
        _points_at("messages", "owner", "budgets.owner"),
    )
    op.create_index("ix_messages_owner_sent_at_message", "messages", ["owner", "sent_at", "message"])
    op.create_table(
        "entries",
        sa.Column("owner", sa.BigInteger),
        sa.Column("message", sa.BigInteger),
        sa.Column("line", sa.Integer),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("category", sa.BigInteger, nullable=True),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("working", sa.String, nullable=False),
        sa.Column("undone", sa.Boolean, nullable=False),
        sa.Column("taken_out_by", sa.BigInteger, nullable=True),
        sa.PrimaryKeyConstraint("owner", "message", "line", name="pk_entries"),
        _points_at("entries", "owner message", "messages.owner messages.message"),
        _points_at("entries", "category", "categories.number"),
        sa.CheckConstraint("amount > 0", name=op.f("ck_entries_amount")),
        sa.CheckConstraint("kind IN ('expense', 'refund', 'paycheck', 'extra')", name=op.f("ck_entries_kind")),
        sa.CheckConstraint("(category IS NULL) = (kind IN ('paycheck', 'extra'))", name=op.f("ck_entries_category")),
    )
    op.create_index("ix_entries_sums", "entries", ["owner", "undone", "kind", "day", "category", "amount"])
    op.create_table(
        "questions",
        sa.Column("owner", sa.BigInteger),
        sa.Column("message", sa.BigInteger),
        sa.Column("line", sa.Integer),
        sa.Column("about", sa.String, nullable=False),
        sa.Column("choices", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("owner", "message", "line", name="pk_questions"),
        _points_at("questions", "owner message", "messages.owner messages.message"),
    )
    op.create_table(
        "notices",
        sa.Column("owner", sa.BigInteger),
        sa.Column("category", sa.BigInteger),
        sa.Column("week_start", sa.Date),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("owner", "category", "week_start", name="pk_notices"),
        _points_at("notices", "owner message", "messages.owner messages.message"),
        _points_at("notices", "category", "categories.number"),
    )
    op.create_table(
        "acts",
        sa.Column("owner", sa.BigInteger),
        sa.Column("act", sa.String),
        sa.Column("message", sa.BigInteger, nullable=True),
        sa.Column("done_at", _INSTANT, server_default=sa.func.current_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("owner", "act", name="pk_acts"),
        _points_at("acts", "owner", "budgets.owner"),
    )


def _points_at(table: str, columns: str, others: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{columns.replace(' ', '_')}"
    return sa.ForeignKeyConstraint(columns.split(), others.split(), name=name, ondelete="RESTRICT")
