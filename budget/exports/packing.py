"""Packs a whole budget that is too large to be taken back as it is."""

import io
import shutil
import zipfile
from typing import BinaryIO, cast

from budget.errors import Refused, Why
from budget.exporting import IN_MEMORY, Spooled
from budget.imports.bounds import LARGEST_TABLE


def packed_book(file: BinaryIO, name: str) -> BinaryIO | None:
    """Return a whole budget in a ZIP where it is larger than a file that is taken back; None for a smaller one.

    Raises `Refused` where it is too large even so, or where there is no room for it.
    """
    if file.seek(0, io.SEEK_END) <= LARGEST_TABLE:
        return None
    file.seek(0)
    packed = cast("BinaryIO", Spooled(IN_MEMORY))
    try:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as member:
            shutil.copyfileobj(file, member)
        packed.flush()
        if packed.seek(0, io.SEEK_END) > LARGEST_TABLE:
            raise Refused(Why.LARGE_EXPORT)
    except OSError:
        packed.close()
        raise Refused(Why.NO_ROOM) from None
    except BaseException:
        packed.close()
        raise
    file.close()
    return packed
