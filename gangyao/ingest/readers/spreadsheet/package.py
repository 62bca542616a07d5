"""The parts of an Office Open XML package (ECMA-376 part 2), and how they refer to each other."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree


def relations_of(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return the parts that a part (none: the package) refers to, by id: last word of the type, and path."""
    folder, file = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{file}.rels")
    if path not in archive.namelist():
        return {}
    return {
        one.get("Id", ""): (
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join(f"/{folder}", one.get("Target", ""))).lstrip("/"),
        )
        for one in root_of(archive, path)
        if one.get("TargetMode") != "External"
    }


def root_of(archive: zipfile.ZipFile, path: str) -> Any:
    """Return the root element of a part. Raises XMLSyntaxError for one that is damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(archive.read(path), parser)


def elements_of(archive: zipfile.ZipFile, path: str, *tags: str) -> Iterator[Any]:
    """Yield elements of a large part one by one; each is forgotten when the next is asked for."""
    with archive.open(path) as stream:
        names = [f"{{*}}{tag}" for tag in tags]
        for _, element in etree.iterparse(stream, tag=names, resolve_entities=False, no_network=True):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
