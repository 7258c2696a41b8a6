"""On how many days a link was opened, when a program looked at it last, and which replies and commands changed a message."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
compatible_from = "0020"  # an older program counts no days, and finds no reply


def upgrade() -> None:
    """Add the columns, and an index of acts by message. A link that was opened before was opened on one day at least."""
    op.create_index("ix_applied_acts_owner_message", "applied_acts", ["owner", "message"])
    op.add_column("share_links", sa.Column("opened_days", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("share_links", sa.Column("polled_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE share_links SET opened_days = 1 WHERE last_opened_at IS NOT NULL")
