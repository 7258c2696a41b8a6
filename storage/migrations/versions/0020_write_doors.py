"""Write doors: who may record entries without the chat, and what came in."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
# An older program can't delete a budget that has one of them.
compatible_from = "0020"


def upgrade() -> None:
    """Add both tables."""
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "write_doors",
        sa.Column("number", number, nullable=False),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("owner", "chat", "message")),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.BigInteger, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("token_hash", sa.String, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used", sa.BigInteger, nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_write_doors"),
        sa.UniqueConstraint("token_hash", name="uq_write_doors_token_hash"),
        sa.UniqueConstraint("owner", "message", "sent_at", name="uq_write_doors_owner_message_sent_at"),
        sa.ForeignKeyConstraint(["owner"], ["budgets.owner"], name="fk_write_doors_owner", ondelete="RESTRICT"),
    )
    op.create_table(
        "door_posts",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        sa.Column("message", sa.BigInteger, autoincrement=False),
        sa.Column("door", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("key_hash", "body_hash", "state", "answer")),
        sa.Column("content", sa.String, nullable=True),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tell_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("owner", "message", name="pk_door_posts"),
        sa.UniqueConstraint("owner", "door", "key_hash", name="uq_door_posts_owner_door_key_hash"),
        sa.CheckConstraint("state IN ('recorded', 'asked', 'refused')", name="ck_door_posts_state"),
        sa.ForeignKeyConstraint(["owner"], ["budgets.owner"], name="fk_door_posts_owner", ondelete="RESTRICT"),
    )
    op.create_index("ix_door_posts_tell_at", "door_posts", ["tell_at"])
