"""In which currency an entry was undone, where its budget has another since: no amount gets another sign."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
compatible_from = "0020"  # an older program takes such amounts for the budget's, as it always did


def upgrade() -> None:
    """Add the columns. When a budget got its currency was not kept, so what is there counts as the budget's."""
    op.add_column("entries", sa.Column("currency", sa.String))
    op.add_column("entry_changes", sa.Column("currency", sa.String))
