"""Warnings of documents whose printed order was kept although another one is nearly as likely."""

from __future__ import annotations

from gangyao.document.problems import DocumentProblem, problem
from gangyao.document.read_document import ReadDocument

_REMEDY = "compare it with the print, and put the lines of the file in order if they are not"


def order_warnings(read: ReadDocument) -> tuple[DocumentProblem, ...]:
    """Return one warning where the printed order has a close rival, none for other documents."""
    rivals = read.layout.rivals
    if not rivals:
        return ()
    pairs = ", ".join(f"{cut.before_line} after {cut.after_line}" for cut in rivals)
    file = read.layout.lines[rivals[0].after_line - 1].source_file
    message = (
        "the order in print was kept, but another one is likely enough"
        f" (probability {rivals[0].confidence:.2f}): lines {pairs}"
    )
    document_id = read.document.spec.document_id
    return (problem(document_id, "warning", file, f"line {rivals[0].after_line}", message, _REMEDY),)
