"""How much reading one document may take: no text that never ends keeps the others from being read."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from gangyao.document.problems import DocumentProblem, fault, problems_of
from gangyao.processes.allowance import Allowance, TakesTooMuch

# Processor seconds. Of 349 texts (all of the corpus, and all that were set aside for blind measures) the
# slowest of more than 2,000 characters, columns in disorder, took 190 µs a character and 1.6 s in all, the
# next 79 µs; prose takes 7 to 15 µs, also a million characters of it on one line. So all of them may take
# forty times as long, and a short text as long as one that takes a second on a machine a tenth as fast.
_LEAST_SECONDS = 60
_SECONDS_EACH = 0.001
# Bytes by which the process may grow within one stage. All stages together took 200 to 920 a character, and
# what is loaded once 0.3 GB.
_LEAST_ROOM = 1 << 30
_ROOM_EACH = 5_000
_REMEDY = (
    "report it, with the file of this document's name that the build left in the folder of faults; until it "
    "is mended, cut the document into shorter ones or leave it out"
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What may be taken for `length` characters, or bytes where the characters are not known yet."""

    length: int

    @property
    def seconds(self) -> int:
        """Processor seconds."""
        return least_seconds() + int(self.length * _SECONDS_EACH)

    @property
    def room(self) -> int:
        """Bytes of memory."""
        return _LEAST_ROOM + self.length * _ROOM_EACH

    def allowance(self) -> Allowance:
        """Return what may be taken, nothing of it taken yet."""
        return Allowance(self.seconds, self.room)

    def told(self, document_id: str, error: Exception) -> tuple[DocumentProblem, ...]:
        """Return what is wrong with a document that raised an error within these bounds."""
        if not isinstance(error, TakesTooMuch):
            return problems_of(document_id, error)
        most = f"{self.seconds:,} seconds of processor time"
        if error.kind == "memory":
            most = f"{self.room / 2**30:,.1f} GB of memory"
        what = f"to read it takes more than {most}, the most that a document of its length may take"
        # Where it was at that moment is in the report alone: it is another place each time.
        return (replace(fault(document_id, "", what, error.report), remedy=_REMEDY),)


def least_seconds() -> int:
    """Return the processor seconds of the shortest document: as usual, or GANGYAO_DOCUMENT_SECONDS."""
    asked = os.environ.get("GANGYAO_DOCUMENT_SECONDS", "")
    return int(asked) if asked.isdecimal() and int(asked) > 0 else _LEAST_SECONDS
