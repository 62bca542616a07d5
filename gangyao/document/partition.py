"""Which documents go together where there are more than one machine holds: by their ids alone."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from gangyao.errors import DataError

# More files than this one folder, and one query, should not have to open.
MOST = 4096
_TOLD = re.compile(r"(\d{1,4})/(\d{1,4})")
_NAME = re.compile(r"(\d{1,4})-of-(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Partition:
    """The `number`th of `count` partitions, counted from 1; a document never moves from one to another."""

    number: int
    count: int

    @property
    def name(self) -> str:
        """How its folder is called: `03-of-16`."""
        return f"{self.number:0{len(str(self.count))}}-of-{self.count}"

    def holds(self, document_id: str) -> bool:
        """Tell whether a document is in this partition."""
        digest = hashlib.sha256(document_id.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.count == self.number - 1


def read_partition(told: str) -> Partition:
    """Read `3/16`. Raises DataError for anything else."""
    found = _TOLD.fullmatch(told)
    if found is None or not 1 <= int(found[1]) <= int(found[2]) <= MOST:
        raise DataError(f"{told!r} is no partition: write 3/16 for the third of sixteen (at most {MOST})")
    return Partition(int(found[1]), int(found[2]))


def partition_called(name: str) -> Partition | None:
    """Return the partition whose folder is called so, None where none is."""
    found = _NAME.fullmatch(name)
    return None if found is None else Partition(int(found[1]), int(found[2]))
