"""Which cards are to be drawn because of what this process has just done. The database knows it too; this only saves the look."""

import asyncio

_MOST_MARKED = 10_000


class Marks:
    """The cards that acts of this process have marked: drawn once the act is answered."""

    def __init__(self) -> None:
        self._marked: dict[int, int] = {}  # chat -> owner of its budget
        self._ready: dict[int, int] = {}  # owner -> how often it was tried
        self.news = asyncio.Event()

    def mark(self, chat: int, owner: int) -> None:
        """Note that an act in a chat marked a card."""
        self._marked[chat] = owner
        if len(self._marked) > _MOST_MARKED:  # the next look finds it
            del self._marked[next(iter(self._marked))]

    def answered(self, chat: int) -> None:
        """Note that what a chat did is answered."""
        owner = self._marked.pop(chat, None)
        if owner is not None:
            self.put(owner, 0)

    def put(self, owner: int, tries: int) -> None:
        """Let a card be drawn that was tried so often."""
        self._ready[owner] = tries
        self.news.set()

    def take(self) -> dict[int, int]:
        """Return the owners whose cards are to be drawn, with how often each was tried; they are forgotten here."""
        taken, self._ready = self._ready, {}
        self.news.clear()
        return taken
