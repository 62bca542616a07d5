"""What kept a document, or a part of it, out of a release."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from gangyao.errors import DataError, PlacedError, SeveralErrors
from gangyao.one_line import one_line

Severity = Literal["error", "fault", "warning"]

_PACKAGE = Path(__file__).parents[1]
_CHECK_FILE = "make the file readable, or leave the document out"
# How libraries name an object in their messages: `<_io.BytesIO object at 0x7f3485778720>`.
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
_REPORT = "report it, with the file of this document's name that the build left in the folder of faults"
_MEND = "mend the document's files, or leave it out"


@dataclass(frozen=True, slots=True)
class DocumentProblem:
    """One thing that is wrong with a document.

    `severity`: `error` (the document's data; it is left out), `fault` (Gangyao's own; it is left out) or
    `warning` (nothing is missing that another document or the rest of this one does not have). `source_file`
    is relative to the document's folder; it and `place` may be empty. `report` is what a report of a fault
    should carry; it is not published, since it names paths of this machine.
    """

    document_id: str
    source_file: str
    place: str
    severity: Severity
    message: str
    remedy: str
    report: str = field(default="", compare=False)

    @property
    def leaves_out(self) -> bool:
        """Whether a release without the document is less than was asked for."""
        return self.severity != "warning"

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.document_id, self.source_file, self.place) if part)
        return f"{self.severity}: {where}: {self.message}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader says of a file that it could read: the place, what is not in the text, what to do."""

    place: str
    message: str
    remedy: str


def problems_of(document_id: str, error: Exception) -> tuple[DocumentProblem, ...]:
    """Return what `error`, raised while the document was read, says is wrong: the data, or Gangyao itself."""
    match error:
        case SeveralErrors():
            return tuple(problem for one in error.errors for problem in problems_of(document_id, one))
        case PlacedError():
            file = _within(error.file, document_id)
            return (problem(document_id, "error", file, error.place, error.problem, error.remedy),)
        case DataError():
            return (problem(document_id, "error", "", "", str(error), _MEND),)
        case OSError():
            file = _within(str(error.filename or ""), document_id)
            what = f"cannot be read: {error.strerror or error}"
            return (problem(document_id, "error", file, "", what, _CHECK_FILE),)
    raised = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return (fault(document_id, _place(error), raised, "".join(traceback.format_exception(error))),)


def fault(document_id: str, place: str, what: str, report: str) -> DocumentProblem:
    """Return a fault of Gangyao's own that leaves a document out; `report` tells those who mend it."""
    return replace(problem(document_id, "fault", "", place, what, _REPORT), report=f"{document_id}\n{report}")


def problem(
    document_id: str, severity: Severity, source_file: str, place: str, message: str, remedy: str
) -> DocumentProblem:
    """Return a problem whose parts may be shown anywhere, whatever file names and texts they quote.

    The same for the same data: releases are equal byte for byte.
    """
    return DocumentProblem(
        document_id=one_line(document_id),
        source_file=one_line(source_file),
        place=one_line(place),
        severity=severity,
        message=one_line(_ADDRESS.sub("", message)),
        remedy=one_line(remedy),
    )


def _within(file: str, document_id: str) -> str:
    """Return a path as seen from the document's folder: published rows name no path of this machine."""
    parts = Path(file).parts
    last = parts[::-1].index(document_id) if document_id in parts else 1
    return "/".join(parts[len(parts) - last :])


def _place(error: Exception) -> str:
    """Return the innermost line of Gangyao's own code that an exception went through."""
    place = ""
    for frame, line in traceback.walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE):
            place = f"{path.relative_to(_PACKAGE.parent).as_posix()}, line {line}"
    return place
