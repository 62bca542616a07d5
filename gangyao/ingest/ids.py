"""Document ids: a document's id is the name of its folder and the first part of every id in the tables."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from gangyao.ingest.errors import SeedError
from gangyao.one_line import ACTING, escaped, one_line

# Characters that some file system, shell or URL takes for something else, and those that act when shown.
_UNSAFE = re.compile(rf'[/\\:*?"<>|#%&\u2028\u2029]|{ACTING.pattern}|\s$|^\s|^[.\-]|\.$|\s{{2}}')
_MAX_BYTES = 120
# How a name that is no id as it stands becomes one: what cannot be in it, its ends, its white space, and the
# digits of a checksum for what is cut off.
_REPLACED = re.compile(r'[/\\:*?"<>|#%&]')
_BEFORE, _BEHIND = re.compile(r"^[\s.\-]+"), re.compile(r"[\s.]+$")
_SPACES = re.compile(r" {2,}")
_DIGITS = 8
# What Python makes of bytes of a name that are no UTF-8.
_UNREADABLE = re.compile("[\ud800-\udfff]")
_REMEDY = "name it with letters, digits, '-', '_' and '.', for example chengyu-2021"


def check_document_id(document_id: str, file: str) -> str:
    """Return `document_id` in NFC; raise SeedError when it cannot serve as a folder name and path."""
    normal = unicodedata.normalize("NFC", document_id)
    problem = _problem(normal, file)
    if problem:
        raise SeedError(file, "", problem, _REMEDY)
    return normal


def _problem(document_id: str, file: str) -> str:
    if not document_id:
        return "the document id is empty"
    if _UNREADABLE.search(Path(file).name):
        return "its name is not UTF-8"
    unsafe = _UNSAFE.search(document_id)
    if unsafe is not None:
        shown, because = one_line(document_id, 60), escaped(unsafe.group())
        return f"the document id '{shown}' is no safe path because of '{because}'"
    if len(document_id.encode()) > _MAX_BYTES:
        return f"the document id '{one_line(document_id, 40)}' is longer than {_MAX_BYTES} bytes"
    return ""


def id_from_name(name: str) -> str:
    """Return the id of a file that nobody named for us: its name without suffix, as far as an id can be that.

    Other characters become `-`, and a name that is too long is cut and ends with digits of its checksum. What
    acts when it is shown, or is no UTF-8, stays: whoever checks the id refuses it.
    """
    readable = _REPLACED.sub("-", _SPACES.sub(" ", name))
    readable = _BEHIND.sub("", _BEFORE.sub("", readable))
    normal = unicodedata.normalize("NFC", readable)
    if _UNREADABLE.search(name) or 0 < len(normal.encode()) <= _MAX_BYTES:
        return readable
    told = _digits(unicodedata.normalize("NFC", name))
    kept = normal.encode()[: _MAX_BYTES - _DIGITS - 1].decode(errors="ignore")
    return f"{_BEHIND.sub('', kept)}-{told}" if kept else told


def id_with_digits(name: str, whole: str) -> str:
    """Return the id of a file by its name, with digits of the checksum of `whole` behind it."""
    return id_from_name(f"{name}-{_digits(whole)}")


def _digits(name: str) -> str:
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:_DIGITS]


def check_new_id(document_id: str, file: str) -> str:
    """Return the id of a document that is to be registered; it has no white space, unlike some old names."""
    normal = check_document_id(document_id, file)
    if any(char.isspace() for char in normal):
        problem = f"the document id '{one_line(normal, 60)}' holds white space"
        raise SeedError(file, "", problem, _REMEDY)
    return normal
