"""What the system says of this process, by the names of Prometheus' process collector, and how it takes memory.

What is said is read from Linux' `/proc` (proc(5)); elsewhere there is nothing to tell.
"""

import os
from collections.abc import Mapping
from pathlib import Path

_PROC = Path("/proc")
_MOST_ARENAS = -8  # M_ARENA_MAX of glibc's malloc.h
# Places in /proc/self/stat behind the program's name, which stands in brackets and may hold blanks and brackets itself.
_USER, _SYSTEM, _STARTED, _VIRTUAL, _RESIDENT = 11, 12, 19, 20, 21


def measured() -> Mapping[str, float]:
    """Return each measure by its name; none where there is no `/proc`."""
    try:
        stat = (_PROC / "self/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        open_now = sum(1 for _ in (_PROC / "self/fd").iterdir()) - 1  # listing opens one itself
        booted = next(
            int(line.split()[1]) for line in (_PROC / "stat").read_text("ascii").splitlines() if line[:6] == "btime "
        )
    except (OSError, StopIteration):
        return {}
    ticks, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    found = {
        "process_cpu_seconds_total": (int(stat[_USER]) + int(stat[_SYSTEM])) / ticks,
        "process_resident_memory_bytes": int(stat[_RESIDENT]) * page,
        "process_virtual_memory_bytes": int(stat[_VIRTUAL]),
        "process_start_time_seconds": booted + int(stat[_STARTED]) / ticks,
        "process_open_fds": open_now,
    }
    most = open_files_limit()
    return found if most is None else {**found, "process_max_fds": most}


def share_one_heap() -> None:
    """Let all threads take their memory from one heap, where the C library is glibc. To be called before there are threads.

    Of itself it gives each thread a heap, and what one of them has given back is no room for the others.
    """
    try:
        import ctypes

        ctypes.CDLL(None).mallopt(_MOST_ARENAS, 1)
    except (ImportError, OSError, TypeError, AttributeError):  # another C library, or another system
        return


def open_files_limit() -> int | None:
    """Return how many files this process may open, None if the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return None if soft == resource.RLIM_INFINITY else soft
