"""Data that are written as text: JSON and CSV, told from documents by their form as a whole."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass

# A row of fewer cells may be a line of prose with a comma in it, and fewer rows chance.
_FEWEST_COMMAS = 2
_FEWEST_ROWS = 3
# What is looked at of a CSV file; its rows are all of one form.
_HEAD = 65_536


@dataclass(frozen=True, slots=True)
class WrittenData:
    """What the data are, and what to do so that they can be read."""

    what: str
    remedy: str


_JSON = WrittenData("JSON", "give the text that is in it")
_CSV = WrittenData("a table in CSV", "open it in a spreadsheet program and save it as .xlsx")


def written_data(data: bytes) -> WrittenData | None:
    """Tell what kind of data bytes are that no other kind claims; None for a text."""
    body = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if body.startswith((b"{", b"[")) and (_is_json(body) or _is_json(body.partition(b"\n")[0])):
        return _JSON
    return _CSV if _is_csv(data[:_HEAD], len(data) > _HEAD) else None


def _is_json(body: bytes) -> bool:
    """Tell whether bytes are an object of JSON, or a list of some: `[2024]` is a line of a text."""
    try:
        # Old programs write it in the encoding of their machine.
        told = json.loads(body.decode("gb18030") if _is_legacy(body) else body)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) or (isinstance(told, list) and any(isinstance(one, dict) for one in told))


def _is_legacy(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return True
    return False


def _is_csv(head: bytes, is_cut: bool) -> bool:
    """Tell whether each line has the same commas: prose in Chinese has full-width ones."""
    # Whatever the encoding: commas, quotes and line ends are ASCII in each that writes no zeros.
    lines = head.replace(b"\r", b"").decode("latin-1").split("\n")[: -1 if is_cut else None]
    if not lines or lines[0].count(",") < _FEWEST_COMMAS:
        return False
    try:
        widths = [len(row) for row in csv.reader(lines, strict=True) if row]
    except csv.Error:
        return False
    return len(set(widths)) == 1 and len(widths) >= _FEWEST_ROWS
