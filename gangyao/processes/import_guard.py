"""Keeps packages out of a process that would import them only because they are installed.

Arrow imports pandas when it is first given a list, to ask whether the list is one of pandas'; pandera imports
it, polars and PySpark for types that no table here has, and Hypothesis to invent tables. That is more than a
second of a build of two, on the machines of those who have them.

Arrow also takes the docstrings of its options apart, to make those of its functions, which no process of ours
shows: that is half of what its functions take to be imported.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

UNUSED = frozenset({"hypothesis", "pandas", "polars", "pyspark"})
# Arrow's copy of numpydoc's reader, and what it calls of it.
_DOCSTRINGS, _READER = "pyarrow.vendored.docscrape", "NumpyDocString"


class _Absent(MetaPathFinder):
    """Answers for the unused packages as the import system does where they are not installed."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in UNUSED:
            # Pandera goes by the words.
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


class _Unread(dict[str, list[object]]):
    """A docstring that is not taken apart: every part of it is empty."""

    def __init__(self, _told: str) -> None:
        super().__init__()

    def __missing__(self, part: str) -> list[object]:
        return []


def keep_unused_out() -> None:
    """Make the import of unused packages fail in this process from now on, as where they are not installed.

    For processes of our own alone (the command line, workers): a program that imports Gangyao keeps its
    pandas, and Arrow's documentation. What is imported already stays.
    """
    unread = ModuleType(_DOCSTRINGS)
    setattr(unread, _READER, _Unread)
    sys.modules.setdefault(_DOCSTRINGS, unread)
    if not any(isinstance(one, _Absent) for one in sys.meta_path):
        sys.meta_path.insert(0, _Absent())
