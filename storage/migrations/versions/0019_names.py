"""The name of a budget: the one that was said, and the title of its group."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
compatible_from = "0018"  # an older program names no budget


def upgrade() -> None:
    """Add both; no budget of before has one."""
    for name in ("name", "title"):
        op.add_column("budgets", sa.Column(name, sa.String, nullable=True))
