"""Document ids: a document's id is the name of its folder and the first part of every id in the tables."""

from __future__ import annotations

import re
import unicodedata

from gangyao.ingest.errors import SeedError
from gangyao.one_line import ACTING, one_line

# Characters that some file system, shell or URL takes for something else, and those that act when shown.
_UNSAFE = re.compile(rf'[/\\:*?"<>|#%&\u2028\u2029]|{ACTING.pattern}|\s$|^\s|^[.\-]|\.$|\s{{2}}')
_MAX_BYTES = 120


def check_document_id(document_id: str, file: str) -> str:
    """Return `document_id` in NFC; raise SeedError when it cannot serve as a folder name and path."""
    normal = unicodedata.normalize("NFC", document_id)
    unsafe = _UNSAFE.search(normal)
    if not normal or unsafe is not None or len(normal.encode()) > _MAX_BYTES:
        problem = (
            "the document id is empty"
            if not normal
            else f"the document id {one_line(normal, 40)!r} is longer than {_MAX_BYTES} bytes"
            if unsafe is None
            else f"the document id {one_line(normal, 60)!r} is no safe path because of {unsafe.group()!r}"
        )
        raise SeedError(file, "", problem, "use letters, digits, '-', '_' and '.', for example chengyu-2021")
    return normal


def check_new_id(document_id: str, file: str) -> str:
    """Return the id of a document that is to be registered; it has no white space, unlike some old names."""
    normal = check_document_id(document_id, file)
    if any(char.isspace() for char in normal):
        problem = f"the document id {normal!r} holds white space"
        raise SeedError(file, "", problem, "use letters, digits, '-', '_' and '.', for example chengyu-2021")
    return normal
