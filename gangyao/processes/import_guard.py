"""Keeps packages out of a process that would import them only because they are installed.

Arrow imports pandas when it is first given a list, to ask whether the list is one of pandas'; pandera imports
it, polars and PySpark for types that no table here has, and Hypothesis to invent tables. That is more than a
second of a build of two, on the machines of those who have them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

UNUSED = frozenset({"hypothesis", "pandas", "polars", "pyspark"})


class _Absent(MetaPathFinder):
    """Answers for the unused packages as the import system does where they are not installed."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in UNUSED:
            # Pandera goes by the words.
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def keep_unused_out() -> None:
    """Make the import of unused packages fail in this process from now on, as where they are not installed.

    For processes of our own alone (the command line, workers): a program that imports Gangyao keeps its
    pandas. What is imported already stays.
    """
    if not any(isinstance(one, _Absent) for one in sys.meta_path):
        sys.meta_path.insert(0, _Absent())
