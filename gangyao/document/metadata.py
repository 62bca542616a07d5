"""What a file says of the document in it: title, issuer, number, dates, each with the place it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: `announced_on` is the day on which it was signed (成文日期), `published_on` that on which it was put out,
#: `effective_on` that from which it holds (施行日期);
#: `level` (国家, 省, 市, 县) and `admin_code` tell whose it is, `year_from` and `year_to` of which years it
#: speaks, `status` whether it is a draft, holds, or holds no more.
Field = Literal[
    "title",
    "issuers",
    "document_number",
    "announced_on",
    "published_on",
    "effective_on",
    "index_number",
    "source",
    "author",
    "kind",
    "level",
    "admin_code",
    "year_from",
    "year_to",
    "status",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact: `value` as it stands in the file (dates as ISO 8601), `origin` says where in the file."""

    field: Field
    value: str
    origin: str
