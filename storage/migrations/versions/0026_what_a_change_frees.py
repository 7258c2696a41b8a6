"""What changes of a bill have freed of what was set aside for it, and in the pay period of which day."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
compatible_from = "0020"  # an older program frees nothing


def upgrade() -> None:
    """Add the columns; no change of before has freed anything."""
    op.add_column("bills", sa.Column("freed_on", sa.Date, nullable=True))
    for name in ("freed_used", "freed"):
        op.add_column("bills", sa.Column(name, sa.BigInteger, nullable=True))
