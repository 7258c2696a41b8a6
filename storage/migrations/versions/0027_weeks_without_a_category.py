"""From which day on a category is out of use: its weeks until it is taken into use again do not show it."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
compatible_from = "0020"  # an older program shows it with a limit of 0


def upgrade() -> None:
    """Add the mark. The last limit of a removed category is 0 from the week of its removal on, since removals have a date."""
    op.add_column("limits", sa.Column("removed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute(
        "UPDATE limits SET removed = true WHERE amount = 0"
        " AND EXISTS (SELECT 1 FROM categories WHERE categories.owner = limits.owner"
        " AND categories.number = limits.category AND categories.removed)"
        " AND NOT EXISTS (SELECT 1 FROM limits AS later WHERE later.owner = limits.owner"
        " AND later.category = limits.category AND later.since > limits.since)"
    )
