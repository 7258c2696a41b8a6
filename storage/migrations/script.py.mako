"""${message}"""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
# The first program that can use what this makes. Leave it at the revision before where all that is new may be ignored by
# older programs; without it none of them may use the database, and there is no way back.
compatible_from = ${repr(up_revision)}


def upgrade() -> None:
    """${message}"""
    ${upgrades if upgrades else "pass"}
