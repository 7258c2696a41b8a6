"""Limits with a date, what is carried, bills, spread expenses, paydays that were said, and bills as a fifth kind of entry."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
# An older program knows no entry of the kind `bill`, and would set limits that hold for past weeks too.
compatible_from = "0011"

_ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_KINDS = "'expense', 'refund', 'paycheck', 'extra', 'bill'"


def upgrade() -> None:
    """Add the tables. A present limit has no row: it holds in every week until another one is set."""
    op.add_column("budgets", sa.Column("payday", sa.String, nullable=True))
    with op.batch_alter_table("entries") as entries:
        entries.drop_constraint(op.f("ck_entries_kind"), type_="check")
        entries.drop_constraint(op.f("ck_entries_category"), type_="check")
        entries.create_check_constraint(op.f("ck_entries_kind"), f"kind IN ({_KINDS})")
        entries.create_check_constraint(
            op.f("ck_entries_category"), "(category IS NULL) = (kind IN ('paycheck', 'extra', 'bill'))"
        )
    _of_categories()
    _bills()
    op.create_table(
        "spreads",
        *(sa.Column(name, sa.BigInteger, autoincrement=False) for name in ("owner", "message")),
        sa.Column("line", sa.Integer, autoincrement=False),
        sa.Column("weeks", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("owner", "message", "line", name="pk_spreads"),
        _points_at("spreads", "owner message", "messages.owner messages.message"),
        sa.CheckConstraint("weeks BETWEEN 1 AND 52", name=op.f("ck_spreads_weeks")),
    )


def _of_categories() -> None:
    for table, column in (
        ("limits", sa.Column("amount", sa.BigInteger, nullable=True)),
        ("carries", sa.Column("carry", sa.String, nullable=False)),
    ):
        check = sa.CheckConstraint("carry IN ('both', 'up', 'down', 'off')", name=op.f("ck_carries_carry"))
        op.create_table(
            table,
            *(sa.Column(name, sa.BigInteger, autoincrement=False) for name in ("owner", "category")),
            sa.Column("since", sa.Date),
            column,
            sa.PrimaryKeyConstraint("owner", "category", "since", name=f"pk_{table}"),
            _points_at(table, "owner category", "categories.owner categories.number"),
            *([check] if table == "carries" else []),
        )


def _bills() -> None:
    op.create_table(
        "bills",
        sa.Column("number", _ROW_NUMBER),
        sa.Column("owner", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("schedule", sa.String, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("category", sa.BigInteger, nullable=True),
        sa.Column("ahead", sa.Date, nullable=True),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_bills"),
        sa.UniqueConstraint("owner", "number", name="uq_bills_owner_number"),
        _points_at("bills", "owner", "budgets.owner"),
        _points_at("bills", "owner category", "categories.owner categories.number"),
    )
    op.create_table(
        "bill_rates",
        *(sa.Column(name, sa.BigInteger, autoincrement=False) for name in ("owner", "bill")),
        sa.Column("since", sa.Date),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("about", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("owner", "bill", "since", name="pk_bill_rates"),
        _points_at("bill_rates", "owner bill", "bills.owner bills.number"),
        sa.CheckConstraint("amount > 0", name=op.f("ck_bill_rates_amount")),
    )
    op.create_table(
        "bill_decisions",
        *(sa.Column(name, sa.BigInteger, autoincrement=False) for name in ("owner", "bill")),
        sa.Column("planned", sa.Date),
        sa.Column("message", sa.BigInteger, nullable=True),
        sa.Column("line", sa.Integer, nullable=True),
        sa.Column("moved_to", sa.Date, nullable=True),
        sa.Column("skipped", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("owner", "bill", "planned", name="pk_bill_decisions"),
        sa.UniqueConstraint("owner", "message", "line", name="uq_bill_decisions_owner_message_line"),
        _points_at("bill_decisions", "owner bill", "bills.owner bills.number"),
        _points_at("bill_decisions", "owner message", "messages.owner messages.message"),
    )


def _points_at(table: str, columns: str, targets: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{'_'.join(columns.split())}"
    return sa.ForeignKeyConstraint(columns.split(), targets.split(), name=name, ondelete="RESTRICT")
