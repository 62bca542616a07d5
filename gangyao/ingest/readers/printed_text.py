"""What is read of a file as plain text: for comparing copies."""

from __future__ import annotations

from gangyao.ingest.readers.content import Content


def printed_text(content: Content) -> str:
    r"""Return what is read of a file, a printed line or cell a line: no furniture.

    Wrapped lines stay apart: a comparison has to see which lines one of two copies lacks.
    """
    return "\n".join(line.text for line in content.lines if line.role != "furniture")
