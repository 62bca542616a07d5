"""Plain texts as the outline receives them: one raw line per block, no page furniture, nothing corrected."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from gangyao.document.changes import Cleaned
from gangyao.document.layout import Layout, Line
from gangyao.document.outline import Outline
from gangyao.document.reading_text import reading_text
from gangyao.document.source import Source
from gangyao.outline.read import read_outline

SEED = Path(__file__).parents[3] / "seeds/documents/chengyu-2021/000_d87622847a08347b.txt"


def as_cleaned(text: str, tables: Collection[int] = ()) -> tuple[Cleaned, Layout]:
    """Make the cleaned text and layout of lines in order; `tables` are the numbers of table lines from 1."""
    lines: list[Line] = []
    start = 0
    read = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        end = start + len(raw)
        if raw.strip():
            read += 1
            kind = "table" if number in tables else "paragraph"
            lines.append(Line(number, "a.txt", start, end, kind, block=1, reading_position=read))  # type: ignore[arg-type]
        else:
            lines.append(Line(number, "a.txt", start, end, "blank"))
        start = end + 1
    layout = Layout(tuple(lines))
    reading = reading_text(Source(text, ()), layout)
    return Cleaned(reading, reading.text, (), ()), layout


def outline_of(text: str, title: str = "", tables: Collection[int] = ()) -> Outline:
    cleaned, layout = as_cleaned(text, tables)
    return read_outline(cleaned, layout, title)


def headings(outline: Outline) -> list[tuple[str, str, str]]:
    """Path, label and title of each section."""
    return [(s.path, s.label, s.title) for s in outline.sections]


def seed_in_order() -> str:
    """The seed page put in order by hand: its columns run from the last to the first, two lines are cut."""
    lines = [line for line in SEED.read_text(encoding="utf-8").split("\n") if line.strip()]
    starts = [
        i for i, line in enumerate(lines) if line.startswith(("及城中村", "冀协同", "体系，推广", "11要聞"))
    ]
    second, third, fourth, last = starts
    columns = [
        lines[last + 2 :],
        lines[fourth:last],
        lines[third:fourth],
        lines[second:third],
        lines[:second],
    ]
    text = "\n".join("\n".join(column) for column in columns)
    for cut in ("认证\n体系", "京津\n冀", "街区\n及"):
        text = text.replace(cut, cut.replace("\n", ""))
    return text
