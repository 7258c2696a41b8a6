"""The owner in every key that points at a category; chats that moved, and bots, each with message numbers of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Let references to categories include the owner, and add moves and bots."""
    with op.batch_alter_table("categories") as categories:
        categories.create_unique_constraint("uq_categories_owner_number", ["owner", "number"])
    for table in ("keywords", "lessons", "entries", "notices"):
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(f"fk_{table}_category", type_="foreignkey")
            batch.create_foreign_key(
                f"fk_{table}_owner_category",
                "categories",
                ["owner", "category"],
                ["owner", "number"],
                ondelete="RESTRICT",
            )
    op.create_table(
        "moves",
        sa.Column("chat", sa.BigInteger, autoincrement=False),
        sa.Column("owner", sa.BigInteger, nullable=False),
        sa.Column("shift", sa.BigInteger, nullable=False),
        sa.Column("merged", sa.BigInteger, nullable=False),
        sa.Column("delta", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_moves"),
    )
    op.create_index("ix_moves_owner", "moves", ["owner"])
    op.create_table(
        "bots",
        sa.Column("bot", sa.BigInteger, autoincrement=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("bot", name="pk_bots"),
        sa.UniqueConstraint("slot", name="uq_bots_slot"),
    )
