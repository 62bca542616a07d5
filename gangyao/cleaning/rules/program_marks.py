"""Marks of programs that hold Word files: instructions of fields, and attributes of spans."""

from __future__ import annotations

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.cleaning.rules.struck import STRUCK
from gangyao.document.ledger import Edit, Grounds
from gangyao.markup.field_codes import find_field_codes as spans_of_fields
from gangyao.markup.span_attributes import find_attribute_marks
from gangyao.markup.split_bold import seams_of_bold

_FIELD = Grounds("markup", "field_code", "the instruction of a field of a Word file, not what it shows")
_SEAM = Grounds("markup", "markdown", "where one bold span ends and the next one begins")
_ATTRIBUTE = Grounds("markup", "attribute", "an attribute that says how a file shows its text")


def find_field_codes(scan: Scan) -> Findings:
    """Delete the instructions of fields."""
    if not scan.has(Kind.LETTER):
        return NOTHING
    spans = spans_of_fields(scan.text)
    return Findings([Edit(start, end, "", _FIELD) for start, end in spans]) if spans else NOTHING


def find_seams_of_bold(scan: Scan) -> Findings:
    """Delete the stars between the bold spans that an editor split a phrase into."""
    if "****" not in scan.text and "** **" not in scan.text:
        return NOTHING
    edits: list[Edit] = []
    start = 0
    for line in scan.text.split("\n"):
        edits += [Edit(start + a, start + b, "", _SEAM) for a, b in seams_of_bold(line)]
        start += len(line) + 1
    return Findings(edits) if edits else NOTHING


def find_attributes(scan: Scan) -> Findings:
    """Delete attributes with the brackets of their spans, and what is marked as deleted with all it holds."""
    if not scan.has(Kind.MARKUP):
        return NOTHING
    return Findings(
        [
            Edit(mark.start, mark.end, "", STRUCK if mark.is_struck else _ATTRIBUTE)
            for mark in find_attribute_marks(scan.text)
        ]
    )
