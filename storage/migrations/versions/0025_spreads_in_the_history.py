"""Over how many weeks an expense counted before and after a change: spreading it is one."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
compatible_from = "0020"  # an older program notes no weeks


def upgrade() -> None:
    """Add the weeks; no change of before has any."""
    for name in ("was_weeks", "weeks"):
        op.add_column("entry_changes", sa.Column(name, sa.Integer, nullable=True))
