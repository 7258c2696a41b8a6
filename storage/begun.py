"""The updates that are being handled, in a small file that outlives the process. What is in it at the next start had no end.

A write reaches the kernel, which keeps it however the process ends, but not the disk: a power cut loses only a count.
Each process has its own file, locked while it lives. Where no file can be made nothing is noted, and the bot works all the same.
"""

import fcntl
import logging
import os
import struct
from collections.abc import Collection, Iterator
from pathlib import Path

log = logging.getLogger(__name__)

_SLOT = struct.Struct("<qq")  # whether it is taken, and by which update
_FREE = bytes(_SLOT.size)
_SLOTS = 256  # at once; Telegram delivers 40, and a poll fetches 100
_SIZE = _SLOTS * _SLOT.size
_MOST_PROCESSES = 64


class BegunUpdates:
    """The file of this process: the first of ``path``-0, ``path``-1 … that no living process holds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._free: list[int] = []
        self._others: list[int] = []  # files of processes that are gone

    def left(self) -> Collection[int]:
        """Return the updates that earlier processes began and did not end; their files stay until `forget_left`."""
        self.close()
        found: set[int] = set()
        try:
            for n, file in self._unheld():
                found.update(_taken(file))
                if self._file is None:
                    self._file, self._free = file, list(range(_SLOTS))
                    log.debug("Updates that are being handled are noted in %s-%s", self._path, n)
                else:
                    self._others.append(file)
        except OSError as problem:
            log.warning("Updates that end the process can't be noted: %s-0: %s", self._path, problem.strerror)
            self.close()
        return found

    def forget_left(self) -> None:
        """Forget the updates that `left` returned; the caller has counted them in the database."""
        for file in (self._file, *self._others):
            if file is not None:
                _write(file, bytes(_SIZE), 0)
        for file in self._others:
            os.close(file)
        self._others = []

    def begin(self, number: int) -> int | None:
        """Note that an update is begun; return its slot in the file, None if it can't be noted."""
        if self._file is None or not self._free:
            return None
        slot = self._free.pop()
        _write(self._file, _SLOT.pack(1, number), slot * _SLOT.size)
        return slot

    def end(self, slot: int | None) -> None:
        """Note that the update in a slot has ended."""
        if slot is not None and self._file is not None:
            _write(self._file, _FREE, slot * _SLOT.size)
            self._free.append(slot)

    def close(self) -> None:
        """Close the file and leave its content."""
        for file in (self._file, *self._others):
            if file is not None:
                os.close(file)
        self._file, self._free, self._others = None, [], []

    def __del__(self) -> None:
        self.close()

    def _unheld(self) -> Iterator[tuple[int, int]]:
        """Open and lock all files that no living process holds; make a new file if there is none."""
        mine = False
        for n in range(_MOST_PROCESSES):
            path = f"{self._path}-{n}"
            if mine and not os.path.lexists(path):
                return
            # Everybody may write to the folder (/tmp): no link is followed, and no other user's file is trusted.
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
            try:
                if os.fstat(file).st_uid != os.geteuid():
                    raise PermissionError(1, "it is another user's")
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if os.fstat(file).st_size != _SIZE:  # all of it at once: later a full disk does not matter
                    _write(file, bytes(_SIZE), 0)
                    os.truncate(file, _SIZE)
            except BlockingIOError:  # of a process that lives
                os.close(file)
                continue
            except OSError:
                os.close(file)
                raise
            mine = True
            yield n, file


def _taken(file: int) -> Iterator[int]:
    for taken, number in _SLOT.iter_unpack(os.pread(file, _SIZE, 0)):
        if taken == 1:
            yield number


def _write(file: int, content: bytes, at: int) -> None:
    try:
        os.pwrite(file, content, at)
    except OSError as problem:
        log.warning("An update that is begun or ended can't be noted: %s", problem.strerror)
