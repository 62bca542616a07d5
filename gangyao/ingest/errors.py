"""Errors of the seeds: what is wrong, where, and what to do about it, in one line."""

from __future__ import annotations

from gangyao.errors import DataError


class SeedError(DataError):
    """A seed document that cannot be used.

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

    def __reduce__(self) -> tuple[type[SeedError], tuple[str, str, str, str]]:
        """Pickle by the four parts, so that a worker process can hand the error back."""
        return type(self), (self.file, self.place, self.problem, self.remedy)


class DecodeError(SeedError):
    """Bytes that are no text in any encoding that Gangyao reads; `place` names the byte offset."""
