"""Who may look into a book, or write to it: what a restored book lets in again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.care.books import opened
from storage.engine import for_reading
from storage.tables import guests, share_links, write_doors


@dataclass(frozen=True, slots=True)
class Admitted:
    """Who may look into a book or write to it, beside the users whom the settings name.

    Guests, open links by their extent, and how many write doors are open.
    """

    guests: int
    users: Sequence[int]
    """The first of the guests."""
    links: Sequence[tuple[str, int]]
    doors: int


def admitted(url: str, now: datetime, most: int = 20) -> Admitted:
    """Return whom a book lets in."""
    is_open = share_links.c.revoked_at.is_(None), share_links.c.expires_at > now
    with opened(url) as engine, for_reading(engine).connect() as db:
        extents = select(share_links.c.extent, func.count()).where(*is_open).group_by(share_links.c.extent)
        return Admitted(
            db.scalar(select(func.count()).select_from(guests)) or 0,
            db.scalars(select(guests.c.user).order_by(guests.c.since, guests.c.user).limit(most)).all(),
            [(extent, number) for extent, number in db.execute(extents.order_by(share_links.c.extent))],
            db.scalar(select(func.count()).where(write_doors.c.closed_at.is_(None))) or 0,
        )
