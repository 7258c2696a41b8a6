"""Which programs may use the schema: an older one need not be shut out by what it can do without."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0005"
compatible_from = (
    "0005"  # what came since adds tables that an older program does without; 0005 itself ties moves to owners
)


def upgrade() -> None:
    """Add the table; ``storage/schema.py`` writes its row from ``compatible_from`` above."""
    op.create_table(
        "schema_info",
        sa.Column("revision", sa.String),
        sa.Column("compatible_from", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_schema_info"),
    )
