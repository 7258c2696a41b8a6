"""The first name of a message's author, where several people write."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
compatible_from = "0020"  # an older program keeps no name


def upgrade() -> None:
    """Add the name; no message of before has one."""
    op.add_column("messages", sa.Column("author_name", sa.String, nullable=True))
