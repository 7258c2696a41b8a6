"""Share links."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add share links."""
    op.create_table(
        "share_links",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite")),
        sa.Column("owner", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.Column("sent_at", _INSTANT, nullable=False),
        sa.Column("token_hash", sa.String, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("extent", sa.String, nullable=False),
        sa.Column("expires_at", _INSTANT, nullable=False),
        sa.Column("revoked_at", _INSTANT, nullable=True),
        sa.Column("opened", sa.BigInteger, nullable=False),
        sa.Column("last_opened_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_share_links"),
        sa.ForeignKeyConstraint(["owner"], ["budgets.owner"], name="fk_share_links_owner", ondelete="RESTRICT"),
        sa.UniqueConstraint("token_hash", name="uq_share_links_token_hash"),
        sa.UniqueConstraint("owner", "message", "sent_at", name="uq_share_links_owner_message_sent_at"),
        sa.CheckConstraint("extent IN ('full', 'totals')", name=op.f("ck_share_links_extent")),
    )
