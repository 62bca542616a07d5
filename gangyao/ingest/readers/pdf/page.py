"""A page of a PDF, turned until most of its text is upright: the runs of its characters, its ruled lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pypdfium2 as pdfium

from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import Page
from gangyao.ingest.readers.pdf.characters import read_characters
from gangyao.ingest.readers.pdf.column_gaps import column_gaps
from gangyao.ingest.readers.pdf.form_fields import behind_label, field_runs
from gangyao.ingest.readers.pdf.placement import placement_of
from gangyao.ingest.readers.pdf.ruled_lines import ruled_lines
from gangyao.ingest.readers.pdf.runs import find_runs
from gangyao.ingest.readers.pdf.turns import turn_of, upright


def read_page(document: pdfium.PdfDocument, index: int) -> tuple[Page, Callable[[Box], Box] | None]:
    """Read page `index`, from 0, turned until most of its text is upright.

    Returns with it the way back from its boxes to those of the page as it is shown; None where it is upright.
    """
    page = document[index]
    text_page = page.get_textpage()
    try:
        width, height = page.get_size()
        place = placement_of(page)
        characters = read_characters(text_page, place, page.get_rotation() // 90, width, height)
        turn = turn_of(characters, width, height)
        rules, shades = (tuple(map(turn.box, boxes)) for boxes in ruled_lines(page, place))
        characters = upright(characters, turn)
        gaps = column_gaps(characters)
        drawn = tuple(find_runs(text_page, characters, (*rules, *gaps)))
        fields = [replace(run, box=turn.box(run.box)) for run in field_runs(document, page, place)]
        runs = (*drawn, *(behind_label(field, drawn) for field in fields))
        read = Page(index + 1, turn.width, turn.height, runs, rules, shades, gaps)
        return read, turn.back if turn.is_turned else None
    finally:
        text_page.close()
        page.close()
