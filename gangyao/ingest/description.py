"""`document.yaml` of a new document: every key that can be set, explained, filled as far as known."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gangyao.document.facts import Fact
from gangyao.document.metadata import Field

_HEAD = """\
# The description of this document. Keys that begin with `#` are not set: take the `#` away to set them.
# What was found in the file is filled in, with where it stands; look at it, it is yours from now on.
"""


def describe(title: str | None, files: Sequence[str], facts: Sequence[Fact]) -> str:
    """Return the text of a `document.yaml`; `title` is what the curator says, None for that of `facts`."""
    titles, issuers, dates, sources = (
        _used(field, facts) for field in ("title", "issuers", "announced_on", "source")
    )
    shown = title or (titles[0].value if titles else "")
    parts = [
        _HEAD,
        "# The title as printed (required).",
        *_origin(titles if title is None else []),
        f"title: {_quoted(shown)}",
        "# The files, in the order in which they were scanned or follow each other (required).",
        "files:",
        *(f"  - {_quoted(file)}" for file in files),
        "# Who issued it, one a line. Left out: what the head and foot of the text say.",
        *_origin(issuers),
        *_list("issuers", [fact.value for fact in issuers], "国务院办公厅"),
        "# The day on which it was announced or signed, as 2021-10-20. Left out: as the text says.",
        *_origin(dates[:1]),
        f"announced_on: {dates[0].value}" if dates else "# announced_on: 2021-10-20",
        "# Where the files come from: an address or a citation.",
        *_origin(sources[:1]),
        f"source: {_quoted(sources[0].value)}" if sources else "# source: 新华社，2021年10月20日",
        "# The script it is printed in: hans (Simplified) or hant (Traditional). Left out: as the text is.",
        "# script: hans",
        "# Files beside this one with other copies of the text, of any kind that is read: they confirm it.",
        "# witnesses:",
        "#   - copy.html",
        "# What a curator should know.",
        "# notes: 第二版上有一处污损",
    ]
    return "\n".join(parts) + "\n"


def _used(field: Field, facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.field == field and fact.is_used]


def _origin(facts: list[Fact]) -> list[str]:
    return [f"# (found: {facts[0].origin})"] if facts else []


def _list(key: str, values: list[str], example: str) -> list[str]:
    if not values:
        return [f"# {key}:", f"#   - {example}"]
    return [f"{key}:", *(f"  - {_quoted(value)}" for value in dict.fromkeys(values))]


def _quoted(text: str) -> str:
    """Quote a text where YAML would read it as something else; JSON's quotes are YAML's too."""
    plain = text.isalpha() and not text.isascii()
    return text if plain else json.dumps(text, ensure_ascii=False)
