"""`document.yaml`: what a curator says of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar, get_args

from gangyao.bounded_yaml import read_settings
from gangyao.chinese.script import Script
from gangyao.document.source import DocumentSpec
from gangyao.errors import DataError, PlacedError, raise_all
from gangyao.ingest.errors import SeedError
from gangyao.ingest.ids import check_document_id
from gangyao.one_line import ACTING, one_line
from schemas.declaration import Column
from schemas.documents import TABLE as DOCUMENTS

Value = TypeVar("Value")

SPEC_FILE = "document.yaml"
_REQUIRED = ("title", "files")
_OPTIONAL = (
    "issuers",
    "announced_on",
    "source",
    "script",
    "notes",
    "witnesses",
    "document_number",
    "kind",
    "level",
    "admin_code",
    "year_from",
    "year_to",
    "effective_on",
    "status",
)
# As much of a wrong value as a message quotes.
_QUOTED = 80


@dataclass(frozen=True, slots=True)
class _Entry:
    """A value of document.yaml and where it stands."""

    value: object
    file: str
    key: str
    line: int | None

    def wrong(self, problem: str, remedy: str) -> SeedError:
        place = f"key {self.key!r}" if self.line is None else f"line {self.line}, key {self.key!r}"
        return SeedError(self.file, place, problem, remedy)

    def quoted(self) -> str:
        return one_line(repr(self.value), _QUOTED)


def read_spec(folder: Path) -> DocumentSpec:
    """Read `folder/document.yaml`; the document's id is the folder's name.

    Raises SeedError for a missing file, YAML that does not parse, unknown or missing keys, wrong types,
    file names that leave the folder, and files that do not exist.
    """
    path = inside(folder, SPEC_FILE)
    file = str(path)
    document_id = check_document_id(folder.name, str(folder))
    try:
        settings = read_settings(path, "see docs/add-a-document.md for an example")
    except PlacedError as error:
        raise SeedError(error.file, error.place, error.problem, error.remedy) from None
    entries = {
        key: _Entry(settings.values.get(key), file, key, settings.lines.get(key))
        for key in (*_REQUIRED, *_OPTIONAL, *settings.values)
    }
    wrong: list[DataError] = []
    for key in settings.values:
        if key not in _REQUIRED + _OPTIONAL:
            wrong.append(
                entries[key].wrong("unknown key", f"the keys are {', '.join(_REQUIRED + _OPTIONAL)}")
            )
    for key in _REQUIRED:
        if key not in settings.values:
            wrong.append(entries[key].wrong("missing", "a document needs a title and its files"))

    def value(read: Callable[[_Entry], Value], key: str, otherwise: Value) -> Value:
        """Read a value; what is wrong with it is told with all the rest."""
        try:
            return read(entries[key]) if key in settings.values else otherwise
        except SeedError as error:
            wrong.append(error)
            return otherwise

    spec = DocumentSpec(
        document_id=document_id,
        title=value(_text, "title", ""),
        files=value(lambda entry: _files(entry, folder), "files", ()),
        issuers=value(_texts, "issuers", ()),
        announced_on=value(_date, "announced_on", None),
        source=value(_optional_text, "source", None),
        script=value(_script, "script", None),
        notes=value(_optional_text, "notes", None),
        witnesses=value(lambda entry: _in_folder(_texts(entry), entry, folder), "witnesses", ()),
        document_number=value(_optional_text, "document_number", None),
        kind=value(lambda entry: _one_of(entry, DOCUMENTS.column("kind")), "kind", None),
        level=value(lambda entry: _one_of(entry, DOCUMENTS.column("level")), "level", None),
        admin_code=value(_admin_code, "admin_code", None),
        year_from=value(_year, "year_from", None),
        year_to=value(_year, "year_to", None),
        effective_on=value(_date, "effective_on", None),
        status=value(lambda entry: _one_of(entry, DOCUMENTS.column("status")), "status", None),
    )
    raise_all(wrong)
    return spec


def inside(folder: Path, name: str) -> Path:
    """Return the path of a file of a document; SeedError where a link leads out of the document's folder."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise SeedError(str(path), "", "is a link that leaves the folder", "copy the file into the folder")
    return path


def _text(entry: _Entry) -> str:
    if not isinstance(entry.value, str) or not entry.value.strip():
        raise entry.wrong(
            f"{entry.quoted()} is no text", "write a text, in quotes if it looks like a number or a date"
        )
    # Ids, titles and names are shown in terminals, pages and tables: nothing in them may act there.
    acting = ACTING.search(entry.value.strip())
    if acting is not None:
        raise entry.wrong(f"{entry.quoted()} holds U+{ord(acting.group()):04X}", "leave that character out")
    return entry.value.strip()


def _optional_text(entry: _Entry) -> str | None:
    if entry.value is None:
        return None
    folded = " ".join(entry.value.split()) if isinstance(entry.value, str) else entry.value
    return _text(replace(entry, value=folded))


def _list(entry: _Entry) -> tuple[str, ...]:
    if entry.value is None:
        return ()
    if not isinstance(entry.value, list):
        raise entry.wrong(f"{entry.quoted()} is no list", "write a list, one `- item` a line")
    return tuple(_text(replace(entry, value=item)) for item in entry.value)


def _texts(entry: _Entry) -> tuple[str, ...]:
    items = _list(entry)
    seen: set[str] = set()
    for item in items:
        if item in seen:
            raise entry.wrong(f"{one_line(item, _QUOTED)!r} is listed twice", "list it once")
        seen.add(item)
    return items


def _files(entry: _Entry, folder: Path) -> tuple[str, ...]:
    """Read the list of the files; one that is named again is left to whoever reads them."""
    names = _list(entry)
    if not names:
        raise entry.wrong("the list is empty", "name at least one file")
    return _in_folder(names, entry, folder)


def _in_folder(names: tuple[str, ...], entry: _Entry, folder: Path) -> tuple[str, ...]:
    """Return names of files that stand in the document's folder; SeedError for others."""
    for name in names:
        shown = one_line(name, _QUOTED)
        if Path(name).is_absolute() or ".." in Path(name).parts or "\\" in name:
            raise entry.wrong(f"{shown!r} lies outside the folder", "copy the file into the folder")
        try:
            is_there = inside(folder, name).is_file()
        except OSError as error:
            raise entry.wrong(f"{shown!r} cannot be a file: {error.strerror}", "correct the name") from None
        if not is_there:
            raise entry.wrong(f"there is no file {shown!r} in the folder", "correct the name or add the file")
    return names


def _date(entry: _Entry) -> date | None:
    if entry.value is None:
        return None
    if not isinstance(entry.value, date) or isinstance(entry.value, datetime):
        raise entry.wrong(f"{entry.quoted()} is no date", "write it as 2021-10-20, without quotes")
    return entry.value


def _one_of(entry: _Entry, column: Column) -> str | None:
    """Read a value that `documents` lists for a column."""
    if entry.value is None:
        return None
    if entry.value not in column.values:
        raise entry.wrong(f"{entry.quoted()} is no {entry.key}", f"write one of {', '.join(column.values)}")
    return str(entry.value)


def _admin_code(entry: _Entry) -> str | None:
    if entry.value is None:
        return None
    code = str(entry.value)
    if not (len(code) == 6 and code.isascii() and code.isdigit()):
        raise entry.wrong(f"{entry.quoted()} is no code of a division", "write its six digits, as 510000")
    return code


def _year(entry: _Entry) -> int | None:
    if entry.value is None:
        return None
    year = entry.value
    if not isinstance(year, int) or isinstance(year, bool) or not 1900 <= year <= 2200:
        raise entry.wrong(f"{entry.quoted()} is no year", "write it as 2026")
    return year


def _script(entry: _Entry) -> Script | None:
    if entry.value is None:
        return None
    for script in get_args(Script):
        if entry.value == script:
            return script  # type: ignore[no-any-return]
    raise entry.wrong(f"{entry.quoted()} is no script", "write hans (Simplified) or hant (Traditional)")
