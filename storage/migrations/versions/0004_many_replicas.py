"""Many replicas: what one of them has to do, and a number by which the others see that a budget has changed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add duties, and the revision of a budget."""
    op.add_column("budgets", sa.Column("revision", sa.BigInteger, nullable=False, server_default="0"))
    op.create_table(
        "duties",
        sa.Column("name", sa.String),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("claimed_at", _INSTANT, nullable=False),
        sa.Column("done_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_duties"),
    )
