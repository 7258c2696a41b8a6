"""Files that are offered for import, and the order in which notes were taught."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
# An older program offers no file, and what it teaches has number 0: the oldest.
compatible_from = "0011"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the files; number what was taught, in any order, for nobody knows when it was."""
    op.create_table(
        "offered_files",
        sa.Column("owner", sa.BigInteger, autoincrement=False),
        sa.Column("message", sa.BigInteger, autoincrement=False),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("offered_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("owner", "message", name="pk_offered_files"),
    )
    op.create_index("ix_offered_files_offered_at", "offered_files", ["offered_at"])
    op.add_column("lessons", sa.Column("taught", sa.BigInteger, nullable=False, server_default="0"))
    op.execute(
        "UPDATE lessons SET taught = "
        "(SELECT count(*) FROM lessons AS others WHERE others.owner = lessons.owner AND others.note <= lessons.note)"
    )
    op.create_index("ix_lessons_owner_taught", "lessons", ["owner", "taught"])
