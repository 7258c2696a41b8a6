"""The language that a budget is answered in, and read in beside English."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
compatible_from = "0013"  # an older program answers in English


def upgrade() -> None:
    """Add the language; all budgets of before speak English."""
    op.add_column("budgets", sa.Column("language", sa.String, nullable=False, server_default="en"))
