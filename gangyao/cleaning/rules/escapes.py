r"""White space that a program wrote out inside a line: `\u3000`, `\u00a0`, `\t`."""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("markup", "escape", "a character that a program wrote out by its number")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([tnr])(?![a-z])")
_SPACES = {"t": " ", "n": " ", "r": ""}
# Code points that may stand in a text: no controls, no surrogates, no private use.
_PRINTED = ((0x20, 0x7E), (0xA0, 0xD7FF), (0xF900, 0xFFFD))


def find_escapes(scan: Scan) -> Findings:
    """Replace written-out characters by themselves."""
    if "\\" not in scan.text:
        return NOTHING
    edits: list[Edit] = []
    for found in _ESCAPE.finditer(scan.text):
        if found[3]:
            after = _SPACES[found[3]]
        else:
            code = int(found[1] or found[2], 16)
            if not any(low <= code <= high for low, high in _PRINTED):
                continue
            after = chr(code)
        edits.append(Edit(found.start(), found.end(), after, _GROUNDS))
    return Findings(edits)
