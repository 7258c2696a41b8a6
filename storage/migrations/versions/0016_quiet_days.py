"""Days of which somebody said that nothing was spent."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
# An older program can't delete a budget that has such a day.
compatible_from = "0016"


def upgrade() -> None:
    """Add the table, with the latest such day of each budget."""
    op.create_table(
        "quiet_days",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        sa.Column("day", sa.Date),
        sa.PrimaryKeyConstraint("owner", "day", name="pk_quiet_days"),
        sa.ForeignKeyConstraint(["owner"], ["budgets.owner"], name="fk_quiet_days_owner", ondelete="RESTRICT"),
    )
    op.execute(
        "INSERT INTO quiet_days (owner, day) SELECT owner, nothing_spent FROM notifications WHERE nothing_spent IS NOT NULL"
    )
