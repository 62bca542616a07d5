"""What is known of a document besides its text, from its description, its files and its head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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
# A value, and where it stands.
Candidate = tuple[str, str]


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
    effective_on: date | None = None
    status: str | None = None


def known_title(spec: DocumentSpec, source: Source) -> str:
    """Return the title as far as the description or the page around the text tells it.

    Empty where neither says it.
    """
    if spec.title:
        return spec.title
    return next((value for value, _ in _of_files(source).told["title"]), "")


def gather_facts(
    spec: DocumentSpec, source: Source, head: DispatchHead, read: Sequence[Finding] = ()
) -> Facts:
    """Put together what description, files and head say; of each field the most trusted place is believed.

    `read` is what was read out of the text itself: less than its head is believed, more than file properties.
    """
    candidates = _candidates(spec, source, head, read)
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
    day, effective = _first(candidates["announced_on"]), _first(candidates["effective_on"])
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
        effective_on=date.fromisoformat(effective) if effective else None,
        status=_first(candidates["status"]),
    )


def _first(candidates: Sequence[Candidate]) -> str | None:
    return candidates[0][0] if candidates else None


def _best(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the values that the most trusted place gives: issuers may be several."""
    if not candidates:
        return ()
    origin = candidates[0][1]
    return tuple(dict.fromkeys(value for value, place in candidates if place == origin))


def _candidates(
    spec: DocumentSpec, source: Source, head: DispatchHead, read: Sequence[Finding]
) -> dict[Field, list[Candidate]]:
    """Return all that is said of each field, the most trusted place first."""
    described, printed, files = _described(spec), _printed(head), _of_files(source)
    said: defaultdict[Field, list[Candidate]] = defaultdict(list)
    for one in read:
        said[one.field].append((one.value, one.origin))
    found = {}
    for field in _FIELDS:
        in_yaml = [(value, "document.yaml") for value in described.get(field, ()) if value]
        in_head = [(value, "head of the text") for value in printed.get(field, ()) if value]
        # The number is part of the text itself; a page may give that of the notice it belongs to.
        told = (in_head, files.told[field]) if field == "document_number" else (files.told[field], in_head)
        found[field] = [*in_yaml, *told[0], *told[1], *said[field], *files.set_by_programs[field]]
    return found


def _described(spec: DocumentSpec) -> dict[Field, Sequence[str | None]]:
    return {
        "title": (spec.title,),
        "issuers": spec.issuers,
        "announced_on": (spec.announced_on.isoformat(),) if spec.announced_on else (),
        "effective_on": (spec.effective_on.isoformat(),) if spec.effective_on else (),
        "source": (spec.source,),
        "document_number": (spec.document_number,),
        "kind": (spec.kind,),
        "level": (spec.level,),
        "status": (spec.status,),
        "admin_code": (spec.admin_code,),
        "year_from": (str(spec.year_from),) if spec.year_from else (),
        "year_to": (str(spec.year_to),) if spec.year_to else (),
    }


def _printed(head: DispatchHead) -> dict[Field, Sequence[str | None]]:
    return {
        "title": (head.title,),
        "issuers": head.issuers,
        "announced_on": (head.issued_on.isoformat(),) if head.issued_on else (),
        "document_number": (head.document_number,),
    }


@dataclass(frozen=True, slots=True)
class _OfFiles:
    """What files tell in so many words, and what programs set in them."""

    told: defaultdict[Field, list[Candidate]]
    set_by_programs: defaultdict[Field, list[Candidate]]


def _of_files(source: Source) -> _OfFiles:
    found = _OfFiles(defaultdict(list), defaultdict(list))
    for file in source.files:
        for one in file.findings:
            kept = found.set_by_programs if one.origin.startswith(_PROPERTIES) else found.told
            kept[one.field].append((one.value, f"{file.name}, {one.origin}"))
    return found
