"""Arrays of NumPy's format, with numpy where it is installed and without it."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import Any, Dict, Tuple

_MAGIC = b"\x93NUMPY"
_SIGNS = {"f8": "d", "f4": "f", "i8": "q", "i4": "i", "i2": "h", "i1": "b", "u8": "Q", "u4": "I", "u1": "B", "b1": "?"}


def read(file: Path) -> Any:
    """A numpy array that stays on the disk until it is looked at; without numpy a :class:`memoryview` of the same shape."""
    try:
        import numpy
    except ImportError:
        return _bare(file.read_bytes(), file)
    # what has no elements cannot be mapped
    return numpy.load(file, mmap_mode="r") if _elements(file) else numpy.load(file)


def _elements(file: Path) -> int:
    with file.open("rb") as stream:
        described, _ = _header(stream.read(4096), file)
    count = 1
    for extent in described["shape"]:
        count *= extent
    return count


def _header(data: bytes, file: Path) -> Tuple[Dict[str, Any], int]:
    if data[:6] != _MAGIC:
        raise ValueError(f"{file}: is no .npy file")
    wide = 2 if data[6] == 1 else 4
    length = int.from_bytes(data[8 : 8 + wide], "little")
    begin = 8 + wide + length
    return ast.literal_eval(data[8 + wide : begin].decode("latin-1").strip()), begin


def _bare(data: bytes, file: Path) -> Any:
    described, begin = _header(data, file)
    kind, shape = described["descr"], described["shape"]
    foreign = kind[0] == (">" if sys.byteorder == "little" else "<")
    if kind[1:] not in _SIGNS or foreign or described["fortran_order"]:
        raise ValueError(f"{file}: its type {kind} needs the package numpy: pip install numpy")
    plain: Any = memoryview(data)[begin:].cast("B")
    sign = _SIGNS[kind[1:]]
    # what has no elements, or no extents, has no shape that a view could take
    return plain.cast(sign, shape) if shape and 0 not in shape else plain.cast(sign)
