"""The compiled engine on disk, in the user's cache folder, so that only the first run compiles it.

A file is named by the fingerprint of all that it was compiled from, and holds the checksum of its content
and the content: a pickle, of which only values are read back. The reader makes nothing but the types of
`ALLOWED` and dataclasses of this package, so that a file from another hand cannot run anything.

Whatever is wrong with the cache (no room, no right to write, a damaged file, another version's content), the
engine is compiled instead: it never costs more than time.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import time
from collections.abc import Callable
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_cache_path

Value = TypeVar("Value")

# A handful of lexicons and versions side by side; each entry takes some 40 MB.
KEPT = 4
_SUFFIX = ".engine"
_CHECKSUM_BYTES = 32
#: What a stored engine is made of, besides dataclasses of Gangyao and Python's own literals.
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
            if allowed or (isinstance(found, type) and is_dataclass(found)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of an engine")


def cache_folder() -> Path:
    """Return the folder of stored engines: `GANGYAO_CACHE`, or the place that the system has for caches."""
    return Path(os.environ.get("GANGYAO_CACHE") or user_cache_path("gangyao")) / "engines"


def stored_or_made(fingerprint: str, make: Callable[[], Value], folder: Path) -> Value:
    """Return the engine that `folder` holds under this fingerprint; else make it, and store it there."""
    path = folder / f"{fingerprint}{_SUFFIX}"
    with contextlib.suppress(OSError, pickle.UnpicklingError, ArithmeticError, LookupError, TypeError,
                             ValueError, AttributeError, ImportError, EOFError):  # fmt: skip
        stored: Value = _read(path)
        return stored
    made = make()
    with contextlib.suppress(OSError, pickle.PicklingError, TypeError, AttributeError):
        _write(made, path)
    return made


def _read(path: Path) -> Any:
    data = path.read_bytes()
    content = memoryview(data)[_CHECKSUM_BYTES:]
    if hashlib.sha256(content).digest() != data[:_CHECKSUM_BYTES]:
        raise ValueError(f"{path} is damaged")
    return _ValuesOnly(io.BytesIO(content)).load()


def _write(made: object, path: Path) -> None:
    """Store an engine under a name of its own first: a reader sees the whole file or none."""
    content = pickle.dumps(made, protocol=5)
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        staged.write_bytes(hashlib.sha256(content).digest() + content)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
    others = sorted(path.parent.glob(f"*{_SUFFIX}"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for old in (*others[KEPT:], *_abandoned(path.parent)):
        old.unlink(missing_ok=True)


def _abandoned(folder: Path) -> list[Path]:
    """Return what processes that were ended while they wrote have left."""
    oldest = time.time() - 3600
    return [one for one in folder.glob(f".*{_SUFFIX}-*") if one.stat().st_mtime < oldest]
