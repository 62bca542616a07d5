"""How documents are read, as far as one may choose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SuspectSearch(StrEnum):
    """How misreadings are looked for: by counts alone, or with the cloze network (extra `deep`) too."""

    COUNTS = "counts"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Reading:
    """A choice of how documents are read; rows that were read otherwise are not taken over.

    `second_reading`: scans are read by two recognisers (see `gangyao.ingest.second_reading`). `suspects`:
    how misreadings are looked for.
    """

    second_reading: bool = False
    suspects: SuspectSearch = SuspectSearch.COUNTS


#: As documents are read where nobody chose.
USUAL = Reading()
