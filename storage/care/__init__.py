"""Looking after a book: copies of it while it is in use, and proof that it adds up.

Each function opens the database of a URL for itself, and closes it. None takes a lock that stops others from writing, except
`restore`, and `backup` while it copies a file in rollback mode. All raise `LedgerUnavailable` where the database can't be reached.
"""

from storage.care.admitted import Admitted, admitted
from storage.care.backup import (
    backup,
    backup_into,
    backups_in,
    first_bot,
    latest_first,
    moment_of,
    name_at,
    outdated,
)
from storage.care.books import CareError, Sums, path_of, room_for, said_plainly, sums
from storage.care.copy import copy
from storage.care.restore import restore
from storage.care.verify import Slice, note_verified, verify, verify_a_slice

__all__ = [
    "Admitted",
    "CareError",
    "Slice",
    "Sums",
    "admitted",
    "backup",
    "backup_into",
    "backups_in",
    "copy",
    "first_bot",
    "latest_first",
    "moment_of",
    "name_at",
    "note_verified",
    "outdated",
    "path_of",
    "restore",
    "room_for",
    "said_plainly",
    "sums",
    "verify",
    "verify_a_slice",
]
