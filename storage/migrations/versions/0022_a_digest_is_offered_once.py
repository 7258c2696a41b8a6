"""Whether the weekly digest was offered to a budget, or somebody set when it comes."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
compatible_from = "0020"  # an older program offers no digest


def upgrade() -> None:
    """Add the mark; where a digest comes already none is offered."""
    op.add_column("budgets", sa.Column("digest_offered", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute(
        "UPDATE budgets SET digest_offered = true WHERE EXISTS (SELECT 1 FROM notifications"
        " WHERE notifications.owner = budgets.owner"
        " AND (digest_weekday IS NOT NULL OR last_digest IS NOT NULL))"
    )
