"""The compiled engine on disk, in the user's cache folder, so that only the first run compiles it.

A file is named by the fingerprint of all that it was compiled from and by the checksum of its bytes, which is
taken once, not in each run: they are 70 MB. It holds a pickle, of which only values are read back, and beside
it the arrays, which are mapped from the file; what is not asked for is never read. The reader makes nothing
but the types of `ALLOWED`, and dataclasses and named tuples of this package, so that a file from another hand
cannot run anything.

Whatever is wrong with the cache (no room, no right to write, a damaged file, another version's content), the
engine is compiled instead: it never costs more than time.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import struct
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from gangyao.cache.checked_file import Bytes, cache_root, checksum, mapped, write_whole
from gangyao.cache.checksums import KeptChecksums

Value = TypeVar("Value")

# A handful of lexicons and versions side by side; each entry takes some 70 MB.
KEPT = 4
_SUFFIX = ".engine"
# Where arrays begin in the file: at what processors, and NumPy, want values of any type to begin.
_ALIGNMENT = 64
_COUNT = struct.Struct("<Q")
#: What a stored engine is made of, besides dataclasses and named tuples of Gangyao and Python's own literals.
ALLOWED = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("builtins", "slice"),
        ("collections", "OrderedDict"),
        ("daachorse", "CharwiseDoubleArrayAhoCorasick"),
        ("daachorse", "DoubleArrayAhoCorasick"),
        ("datetime", "date"),
        ("decimal", "Decimal"),
        ("gangyao.chinese.signs", "CharacterSet"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy._core.multiarray", "scalar"),
        ("numpy._core.numeric", "_frombuffer"),
        ("re", "_compile"),
    }
)


class _ValuesOnly(pickle.Unpickler):
    """Reads back values; raises UnpicklingError for a name that is none of a value's."""

    def find_class(self, module: str, name: str) -> Any:
        allowed = (module, name) in ALLOWED
        if allowed or module.startswith("gangyao."):
            found = super().find_class(module, name)
            if allowed or (isinstance(found, type) and (is_dataclass(found) or issubclass(found, tuple))):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of an engine")


class _Values(pickle.Pickler):
    """Stores dataclasses as calls with their fields, which are read back in half the time of Python's way."""

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, type) or not is_dataclass(value):
            return NotImplemented
        told = fields(value)
        if not all(field.init and not field.kw_only for field in told):
            return NotImplemented
        return type(value), tuple(getattr(value, field.name) for field in told)


def cache_folder() -> Path:
    """Return the folder of stored engines."""
    return cache_root() / "engines"


def stored_or_made(fingerprint: str, make: Callable[[], Value], folder: Path) -> Value:
    """Return the engine that `folder` holds under this fingerprint; else make it, and store it there."""
    with contextlib.suppress(OSError, pickle.UnpicklingError, ArithmeticError, LookupError, TypeError,
                             ValueError, AttributeError, ImportError, EOFError, struct.error):  # fmt: skip
        stored: Value = _read(_stored(fingerprint, folder))
        return stored
    made = make()
    with contextlib.suppress(OSError, pickle.PicklingError, TypeError, AttributeError):
        _write(made, fingerprint, folder)
    return made


def _stored(fingerprint: str, folder: Path) -> Path:
    """Return the file of an engine. Raises OSError where there is none that is as it was written."""
    kept = KeptChecksums(folder)
    for path in folder.glob(f"{fingerprint}-*{_SUFFIX}"):
        if path.stem == f"{fingerprint}-{kept.checksum(path)}":
            kept.store()
            return path
    raise FileNotFoundError(fingerprint)


def _read(path: Path) -> Any:
    content = mapped(path)
    (count,) = _COUNT.unpack_from(content)
    sizes = struct.unpack_from(f"<{count}Q", content, _COUNT.size)
    at = _COUNT.size * (1 + count)
    parts = []
    for size in sizes:
        at += _padding(at)
        parts.append(content[at : at + size])
        at += size
    values, *arrays = parts
    return _ValuesOnly(io.BytesIO(values), buffers=arrays).load()


def _write(made: object, fingerprint: str, folder: Path) -> None:
    """Store an engine: the number of parts, their sizes, the pickle, and each array where it may begin."""
    arrays: list[pickle.PickleBuffer] = []
    values = io.BytesIO()
    _Values(values, protocol=5, buffer_callback=arrays.append).dump(made)
    parts = [values.getbuffer(), *(array.raw() for array in arrays)]
    content: list[Bytes] = [struct.pack(f"<{len(parts) + 1}Q", len(parts), *map(len, parts))]
    at = len(content[0])
    for part in parts:
        content += [bytes(_padding(at)), part]
        at += _padding(at) + len(part)
    path = folder / f"{fingerprint}-{checksum(content)}{_SUFFIX}"
    write_whole(path, content)
    others = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    # What has the same fingerprint is damaged, or another process stored it at the same time.
    same = [one for one in others if one.name.startswith(fingerprint) and one != path]
    for old in (*same, *others[KEPT:], *_abandoned(folder)):
        old.unlink(missing_ok=True)


def _padding(at: int) -> int:
    return -at % _ALIGNMENT


def _abandoned(folder: Path) -> list[Path]:
    """Return what processes that were ended while they wrote have left."""
    oldest = time.time() - 3600
    return [one for one in folder.glob(f".*{_SUFFIX}-*") if one.stat().st_mtime < oldest]
