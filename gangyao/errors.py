"""The errors that tell a user that their data is wrong: what, where, and what to do, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class DataError(ValueError):
    """Input that cannot be used. The message names the file, the place and the remedy, in one line."""


class PlacedError(DataError):
    """Input that cannot be used, in parts.

    `file` is the path as the user gave it, `place` what part of it (a key, a row, a byte; may be empty),
    `problem` what is wrong, `remedy` what to do.
    """

    def __init__(self, file: str, place: str, problem: str, remedy: str) -> None:
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}; {remedy}")
        self.file = file
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the four parts, so that a worker process can hand the error back."""
        return type(self), (self.file, self.place, self.problem, self.remedy)


class SeveralErrors(DataError):
    """All that is wrong with one input, found in one go; the message has one line for each of `errors`."""

    def __init__(self, errors: Sequence[DataError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = tuple(errors)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the errors."""
        return type(self), (self.errors,)


def raise_all(errors: Sequence[DataError]) -> None:
    """Raise what was found: nothing, the one error, or all of them as SeveralErrors."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise SeveralErrors(errors)
