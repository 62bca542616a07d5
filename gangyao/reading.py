"""How documents are read, as far as one may choose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A choice of how documents are read; rows that were read otherwise are not taken over.

    `second_reading`: scans are read by two recognisers (see `gangyao.ingest.second_reading`).
    """

    second_reading: bool = False


#: As documents are read where nobody chose.
USUAL = Reading()
