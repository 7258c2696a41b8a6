"""Cuts off what only debuggers read from the shared objects (ELF, 64 bits) below a folder: 30 MB of the image's wheels.

A loader reads the segments that the program header names. Sections lie after them (symbols, lines of sources), and so does their
table, which then names none. `strip` would do the same; the base image has no binutils, and the package registry none for Linux.
"""

import struct
import sys
from pathlib import Path

_MAGIC = b"\x7fELF\x02\x01"  # 64 bits, little-endian: x86_64 and aarch64
_SHARED = 3  # e_type ET_DYN
_FORM = "<HHIQQQIHHHHHH"  # of an ELF header after its 16 bytes e_ident (elf(5))
_SEGMENT = struct.Struct("<IIQQQQQQ")  # p_type, p_flags, p_offset, p_vaddr, p_paddr, p_filesz, p_memsz, p_align


def without_symbols(held: bytes) -> bytes:
    """Return a shared object without its sections; what is none is returned as it is."""
    if held[:6] != _MAGIC:
        return held
    kind, machine, version, entry, phoff, _, flags, ehsize, phentsize, phnum, shentsize, _, _ = struct.unpack_from(
        _FORM, held, 16
    )
    if kind != _SHARED or phentsize != _SEGMENT.size:
        return held
    ends = [phoff + phnum * phentsize]
    for n in range(phnum):
        _, _, offset, _, _, size, _, _ = _SEGMENT.unpack_from(held, phoff + n * phentsize)
        ends.append(offset + size)
    head = struct.pack(_FORM, kind, machine, version, entry, phoff, 0, flags, ehsize, phentsize, phnum, shentsize, 0, 0)
    return held[:16] + head + held[16 + len(head) : max(ends)]


def main() -> int:
    """Cut all shared objects below the folders that are named."""
    for folder in sys.argv[1:]:
        for file in sorted(Path(folder).rglob("*.so*")):
            if file.is_file() and not file.is_symlink():
                held = file.read_bytes()
                cut = without_symbols(held)
                if len(cut) < len(
                    held
                ):  # in its place, and not into it: it may have another name, and be in use by that
                    part = file.with_name(f"{file.name}.part")
                    part.write_bytes(cut)
                    part.chmod(file.stat().st_mode)
                    part.replace(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
