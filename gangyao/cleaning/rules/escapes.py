r"""White space that a program wrote out inside a line: `\u3000`, `\u00a0`, `\t`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("markup", "escape", "a character that a program wrote out by its number")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([tnr])(?![a-z])")
_BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")
_BYTES = re.compile(rf"(?:{_BYTE.pattern})+")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2}){3,}")
_SPACES = {"t": " ", "n": " ", "r": ""}
# Code points that may stand in a text: no controls, no surrogates, no private use.
_PRINTED = ((0x20, 0x7E), (0xA0, 0xD7FF), (0xF900, 0xFFFD))


def find_escapes(scan: Scan) -> Findings:
    """Replace written-out characters by themselves."""
    edits = [] if "<0x" not in scan.text else list(_bytes(scan.text))
    edits += _quoted(scan.text) if "=" in scan.text else ()
    if "\\" not in scan.text:
        return Findings(sorted(edits, key=lambda edit: edit.start)) if edits else NOTHING
    for found in _ESCAPE.finditer(scan.text):
        if found[3]:
            after = _SPACES[found[3]]
        else:
            code = int(found[1] or found[2], 16)
            if not any(low <= code <= high for low, high in _PRINTED):
                continue
            after = chr(code)
        edits.append(Edit(found.start(), found.end(), after, _GROUNDS))
    return Findings(sorted(edits, key=lambda edit: edit.start))


def _quoted(text: str) -> Iterator[Edit]:
    """Yield edits for Chinese characters that a mail wrote byte by byte: `=E5=AE=A1` is 审."""
    for found in _QUOTED.finditer(text):
        with suppress(UnicodeDecodeError):
            written = bytes.fromhex(found[0].replace("=", "")).decode()
            if all("\u2010" <= char <= "\uffef" for char in written):
                yield Edit(found.start(), found.end(), written, _GROUNDS)


def _bytes(text: str) -> Iterator[Edit]:
    """Yield edits for characters that a language model wrote byte by byte: `<0xE6><0xB2><0xBB>` is 治."""
    for found in _BYTES.finditer(text):
        written = bytes(int(one, 16) for one in _BYTE.findall(found[0]))
        with suppress(UnicodeDecodeError):
            yield Edit(found.start(), found.end(), written.decode(), _GROUNDS)
