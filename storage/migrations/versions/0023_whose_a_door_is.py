"""The first name of who made a write door: in a group what comes in is that person's."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
compatible_from = "0020"  # an older program keeps no name


def upgrade() -> None:
    """Add the name; no door of before has one."""
    op.add_column("write_doors", sa.Column("name", sa.String, nullable=False, server_default=""))
