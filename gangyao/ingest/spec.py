"""`document.yaml`: what a curator says of a document."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import yaml

from gangyao.chinese.scripts import Script
from gangyao.document.source import DocumentSpec
from gangyao.ingest.errors import SeedError
from gangyao.ingest.ids import check_document_id

SPEC_FILE = "document.yaml"
_REQUIRED = ("title", "files")
_OPTIONAL = ("issuers", "announced_on", "source", "script", "notes", "witnesses")


class _StrictLoader(yaml.SafeLoader):
    """YAML's safe loader; a key that is given twice is an error instead of the last one winning."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"key {key.value!r} twice", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_spec(folder: Path) -> DocumentSpec:
    """Read `folder/document.yaml`; the document's id is the folder's name.

    Raises SeedError for a missing file, YAML that does not parse, unknown or missing keys, wrong types,
    file names that leave the folder, and files that do not exist.
    """
    path = folder / SPEC_FILE
    file = str(path)
    document_id = check_document_id(folder.name, str(folder))
    values = _parse(path)
    for key in values:
        if key not in _REQUIRED + _OPTIONAL:
            known = ", ".join(_REQUIRED + _OPTIONAL)
            raise SeedError(file, f"key {key!r}", "unknown key", f"the keys are {known}")
    for key in _REQUIRED:
        if key not in values:
            raise SeedError(file, f"key {key!r}", "missing", "a document needs a title and its files")
    return DocumentSpec(
        document_id=document_id,
        title=_text(values["title"], file, "title"),
        files=_names(values["files"], folder, "files", at_least=1),
        issuers=_texts(values.get("issuers", []), file, "issuers"),
        announced_on=_date(values.get("announced_on"), file),
        source=_optional_text(values.get("source"), file, "source"),
        script=_script(values.get("script"), file),
        notes=_optional_text(values.get("notes"), file, "notes"),
        witnesses=_names(values.get("witnesses", []), folder, "witnesses", at_least=0),
    )


def _parse(path: Path) -> dict[str, Any]:
    """Read the YAML mapping of `path`."""
    file = str(path)
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_StrictLoader)
    except FileNotFoundError:
        raise SeedError(
            file, "", "no such file", "write it, or register with `gangyao new FILE --id ID --title TITLE`"
        ) from None
    except UnicodeDecodeError as error:
        raise SeedError(file, f"byte {error.start}", "is not UTF-8", "save it as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}" if mark is not None else ""
        raise SeedError(
            file, place, f"is no valid YAML: {error.problem}", "see the example in the README"
        ) from None
    except yaml.YAMLError as error:
        raise SeedError(
            file, "", f"is no valid YAML: {' '.join(str(error).split())}", "see the example in the README"
        ) from None
    if not isinstance(loaded, dict) or not all(isinstance(key, str) for key in loaded):
        raise SeedError(file, "", "holds no mapping of keys to values", "give at least `title:` and `files:`")
    return loaded


def _text(value: object, file: str, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SeedError(
            file,
            f"key {key!r}",
            f"{value!r} is no text",
            "write a text, in quotes if it looks like a number or a date",
        )
    return value.strip()


def _optional_text(value: object, file: str, key: str) -> str | None:
    return None if value is None else _text(value, file, key)


def _texts(value: object, file: str, key: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise SeedError(file, f"key {key!r}", f"{value!r} is no list", "write a list, one `- item` a line")
    items = tuple(_text(item, file, key) for item in value)
    twice = next((item for index, item in enumerate(items) if item in items[:index]), None)
    if twice is not None:
        raise SeedError(file, f"key {key!r}", f"{twice!r} is listed twice", "list it once")
    return items


def _names(value: object, folder: Path, key: str, at_least: int) -> tuple[str, ...]:
    """Read a list of names of files that stand in the document's folder."""
    file = str(folder / SPEC_FILE)
    names = _texts(value, file, key)
    if len(names) < at_least:
        raise SeedError(file, f"key {key!r}", "the list is empty", "name at least one file")
    for name in names:
        parts = Path(name).parts
        if Path(name).is_absolute() or ".." in parts or "\\" in name:
            raise SeedError(
                file, f"key {key!r}", f"{name!r} lies outside the folder", "copy the file into the folder"
            )
        if not (folder / name).is_file():
            raise SeedError(
                file,
                f"key {key!r}",
                f"there is no file {name!r} in the folder",
                "correct the name or add the file",
            )
    return names


def _date(value: object, file: str) -> date | None:
    if value is None:
        return None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise SeedError(
            file, "key 'announced_on'", f"{value!r} is no date", "write it as 2021-10-20, without quotes"
        )
    return value


def _script(value: object, file: str) -> Script | None:
    if value is None:
        return None
    for script in get_args(Script):
        if value == script:
            return script  # type: ignore[no-any-return]
    raise SeedError(
        file, "key 'script'", f"{value!r} is no script", "write hans (Simplified) or hant (Traditional)"
    )
