"""Where the lines of a message are kept, whatever edits made of its text; which message an answer of the bot's belongs to."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
# An older program matches the lines of an edit by their places alone, as it always did, and loses nothing.
compatible_from = "0009"


def upgrade() -> None:
    """Add the layout of a message's text. Messages of before have none: the address of a line is its place."""
    op.add_column("messages", sa.Column("layout", sa.String, nullable=True))
    op.create_index("ix_answers_owner_answer", "answers", ["owner", "answer"])
