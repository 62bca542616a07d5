"""What is known of a document besides its text, from its description, its files and its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from gangyao.document.metadata import Field, Finding
from gangyao.document.outline import DispatchHead
from gangyao.document.source import DocumentSpec, Source

# Properties that a program sets by itself are believed last: PDF and Word files carry those of a template.
_PROPERTIES = ("PDF information", "docProps", "OFD.xml")
#: The origin of a title that nothing but the file's name tells.
NAME_OF_FILE = "name of the file"
_FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: `value` (dates as ISO 8601) of a field, where it stands, whether it is believed."""

    field: Field
    value: str
    origin: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What is believed of a document, and all that was found: of each field the most trusted first."""

    title: str
    issuers: tuple[str, ...]
    document_number: str | None
    announced_on: date | None
    source: str | None
    found: tuple[Fact, ...]
    kind: str | None = None
    level: str | None = None
    admin_code: str | None = None
    year_from: int | None = None
    year_to: int | None = None


def known_title(spec: DocumentSpec, source: Source) -> str:
    """Return the title as far as the description or the page around the text tells it.

    Empty where neither says it.
    """
    if spec.title:
        return spec.title
    return next((value for value, _ in _found("title", source, is_property=False)), "")


def gather_facts(
    spec: DocumentSpec, source: Source, head: DispatchHead, read: Sequence[Finding] = ()
) -> Facts:
    """Put together what description, files and head say; of each field the most trusted place is believed.

    `read` is what was read out of the text itself: less than its head is believed, more than file properties.
    """
    candidates = {field: list(_candidates(field, spec, source, head, read)) for field in _FIELDS}
    if not candidates["title"]:
        candidates["title"] = [(spec.document_id, NAME_OF_FILE)]
    found: list[Fact] = []
    for field in _FIELDS:
        best = _best(candidates[field])
        seen: set[tuple[str, str]] = set()
        for value, origin in candidates[field]:
            if (value, origin) not in seen:
                seen.add((value, origin))
                found.append(Fact(field, value, origin, value in best))
    day = _first(candidates["announced_on"])
    years = [_first(candidates[field]) for field in ("year_from", "year_to")]
    return Facts(
        title=_best(candidates["title"])[0],
        issuers=_best(candidates["issuers"]),
        document_number=_first(candidates["document_number"]),
        announced_on=date.fromisoformat(day) if day else None,
        source=_first(candidates["source"]),
        found=tuple(found),
        kind=_first(candidates["kind"]),
        level=_first(candidates["level"]),
        admin_code=_first(candidates["admin_code"]),
        year_from=int(years[0]) if years[0] else None,
        year_to=int(years[1]) if years[1] else None,
    )


def _first(candidates: Sequence[tuple[str, str]]) -> str | None:
    return candidates[0][0] if candidates else None


def _best(candidates: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the values that the most trusted place gives: issuers may be several."""
    if not candidates:
        return ()
    origin = candidates[0][1]
    return tuple(dict.fromkeys(value for value, place in candidates if place == origin))


def _candidates(
    field: Field, spec: DocumentSpec, source: Source, head: DispatchHead, read: Sequence[Finding]
) -> Iterator[tuple[str, str]]:
    described = _described(field, spec)
    printed = _printed(field, head)
    yield from ((value, "document.yaml") for value in described)
    # The number is part of the text itself; a page may give that of the notice it belongs to.
    if field == "document_number":
        yield from ((value, "head of the text") for value in printed)
    yield from _found(field, source, is_property=False)
    if field != "document_number":
        yield from ((value, "head of the text") for value in printed)
    yield from ((one.value, one.origin) for one in read if one.field == field)
    yield from _found(field, source, is_property=True)


def _described(field: Field, spec: DocumentSpec) -> tuple[str, ...]:
    match field:
        case "title":
            return (spec.title,) if spec.title else ()
        case "issuers":
            return spec.issuers
        case "announced_on":
            return (spec.announced_on.isoformat(),) if spec.announced_on else ()
        case "source":
            return (spec.source,) if spec.source else ()
        case "document_number":
            return (spec.document_number,) if spec.document_number else ()
        case "kind":
            return (spec.kind,) if spec.kind else ()
        case "level":
            return (spec.level,) if spec.level else ()
        case "admin_code":
            return (spec.admin_code,) if spec.admin_code else ()
        case "year_from":
            return (str(spec.year_from),) if spec.year_from else ()
        case "year_to":
            return (str(spec.year_to),) if spec.year_to else ()
        case _:
            return ()


def _printed(field: Field, head: DispatchHead) -> tuple[str, ...]:
    match field:
        case "title":
            return (head.title,) if head.title else ()
        case "issuers":
            return head.issuers
        case "announced_on":
            return (head.issued_on.isoformat(),) if head.issued_on else ()
        case "document_number":
            return (head.document_number,) if head.document_number else ()
        case _:
            return ()


def _found(field: Field, source: Source, is_property: bool) -> Iterator[tuple[str, str]]:
    for file in source.files:
        for finding in file.findings:
            if finding.field == field and finding.origin.startswith(_PROPERTIES) == is_property:
                yield finding.value, f"{file.name}, {finding.origin}"
