"""Are rows the same as others, whatever the pieces in which either come?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa


class HeldAgainst:
    """Rows that pass piece by piece, held against those that are wanted; few of either are in memory at once.

    `holds`, once all have passed: they were the same rows in the same order.
    """

    def __init__(self, wanted: Iterable[pa.Table]) -> None:
        self.holds = True
        self._wanted = iter(wanted)
        self._left: pa.Table | None = None

    def passing(self, found: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """Yield each of the pieces, and hold it against what is wanted."""
        for piece in found:
            self.holds = self.holds and self._is_next(piece)
            yield piece
        self.holds = self.holds and not self._are_left(1)

    def _is_next(self, piece: pa.Table) -> bool:
        if not piece.num_rows:
            return True
        if not self._are_left(piece.num_rows) or self._left is None:
            return False
        same = self._left.slice(0, piece.num_rows).equals(piece)
        self._left = self._left.slice(piece.num_rows)
        return bool(same)

    def _are_left(self, rows: int) -> bool:
        """Tell whether so many rows are still wanted; they are then at hand."""
        while self._left is None or self._left.num_rows < rows:
            more = next(self._wanted, None)
            if more is None:
                return False
            self._left = more if self._left is None else pa.concat_tables([self._left, more])
        return True


def same_rows(wanted: Iterable[pa.Table], found: Iterable[pa.Table]) -> bool:
    """Tell whether two runs of pieces hold the same rows in the same order."""
    held = HeldAgainst(wanted)
    return all(held.holds for _ in held.passing(found)) and held.holds
