"""Which programs may use the schema: an older one need not be shut out by what it can do without."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
# Before it 0005 tied chats that moved to their budgets, and 0007 closed budgets that are being forgotten: a program that knows
# neither
# would open a second budget, or write into a closed one.
compatible_from = "0008"


def upgrade() -> None:
    """Add the table; ``storage/schema.py`` writes its row from ``compatible_from`` above."""
    op.create_table(
        "schema_info",
        sa.Column("revision", sa.String),
        sa.Column("compatible_from", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_schema_info"),
    )
