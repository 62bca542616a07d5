"""Regular expressions as they were compiled before, kept in the user's cache folder.

Eight hundred are compiled when the engine is imported and read back: a third of a second, in every process.
What Python's compiler gives to its matcher (`_sre.compile`) is the same each time, and the matcher proves
whatever it is given before it runs it. So that is kept, by pattern and flags, and given to it again.

The seam is private to Python: where it is another than expected (another interpreter, a later version),
patterns are compiled as ever. So they are where the file is lost, damaged or of another version.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import pickle
import re
import sys
from array import array
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from gangyao.cache.checked_file import cache_root, read_checked, write_checked

# A build compiles 840, all commands together some 1,200. A program that makes patterns of what it reads must
# not fill the disk; the oldest go first.
MOST = 4_000
Key = tuple[str | bytes, int]
# Code is kept as bytes of an array: a list of a million numbers takes ten times as long to read.
Arguments = tuple[Any, ...]
_CODE = 2


class _Nothing(pickle.Unpickler):
    """Reads back literals only."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a pattern")


class _Recorder:
    """Stands before `_sre` in Python's compiler, and notes what it is asked to compile."""

    def __init__(self, matcher: Any) -> None:
        self.matcher = matcher
        self.last: Arguments | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.matcher, name)

    def compile(self, *arguments: Any) -> Any:
        self.last = arguments
        return self.matcher.compile(*arguments)


class KeptPatterns:
    """Compiles patterns from what a file holds of them; notes those that it does not hold."""

    def __init__(self, path: Path, compile_anew: Callable[[Any, int], Any], recorder: _Recorder) -> None:
        self.path = path
        self.known = _read(path)
        self.new: dict[Key, Arguments] = {}
        self._compile_anew = compile_anew
        self._recorder = recorder

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """Take the place of `re._compiler.compile`."""
        if type(pattern) not in (str, bytes) or flags & re.DEBUG:
            return self._compile_anew(pattern, flags)
        key = (pattern, int(flags))
        found = self.known.get(key)
        if found is not None:
            code = array("I", found[_CODE]).tolist()
            return self._recorder.matcher.compile(*found[:_CODE], code, *found[_CODE + 1 :])
        self._recorder.last = None
        compiled = self._compile_anew(pattern, flags)
        told = self._recorder.last
        if told is not None and len(self.new) < MOST:
            self.new[key] = (*told[:_CODE], array("I", told[_CODE]).tobytes(), *told[_CODE + 1 :])
        return compiled

    def store(self) -> None:
        """Write what is known now, if it is more than before; what goes wrong costs time only."""
        if self.new:
            kept = list({**_read(self.path), **self.new}.items())[-MOST:]
            with contextlib.suppress(OSError):
                write_checked(self.path, [pickle.dumps(dict(kept), protocol=5)])


def keep_patterns() -> None:
    """Compile the patterns of this process from what earlier ones left, and leave what it compiles itself.

    For processes of our own alone. Does nothing where Python's compiler is not as it is known.
    """
    try:
        compiler = import_module("re._compiler")
        matcher, compile_anew = compiler._sre, compiler.compile
        version = f"{sys.implementation.cache_tag}-{matcher.MAGIC}-{matcher.CODESIZE}"
    except (ImportError, AttributeError):
        return
    if isinstance(matcher, _Recorder) or array("I").itemsize != matcher.CODESIZE:
        return
    recorder = _Recorder(matcher)
    kept = KeptPatterns(cache_root() / "patterns" / f"{version}.patterns", compile_anew, recorder)
    vars(compiler).update(_sre=recorder, compile=kept.compile)
    atexit.register(kept.store)


def _read(path: Path) -> dict[Key, Arguments]:
    with contextlib.suppress(OSError, pickle.UnpicklingError, ArithmeticError, LookupError, TypeError,
                             ValueError, AttributeError, EOFError):  # fmt: skip
        found: dict[Key, Arguments] = _Nothing(io.BytesIO(read_checked(path))).load()
        return found
    return {}
