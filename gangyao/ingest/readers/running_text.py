"""What is read of a file as plain text: for comparing copies."""

from __future__ import annotations

from gangyao.ingest.readers.content import Content


def running_text(content: Content) -> str:
    r"""Return what is read of a file, a paragraph or cell a line: no furniture, wrapped lines joined."""
    parts: list[str] = []
    for line in content.lines:
        if line.role == "furniture":
            continue
        if parts and not line.joins_previous:
            parts.append("\n")
        parts.append(line.text)
    return "".join(parts)
