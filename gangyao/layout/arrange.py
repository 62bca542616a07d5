"""From a source to its layout: what each raw line is, and the order in which the lines are read."""

from __future__ import annotations

from gangyao.documents.source import Source
from gangyao.layout.contents import find_contents
from gangyao.layout.furniture import find_furniture
from gangyao.layout.lines import Layout, Line, LineKind
from gangyao.layout.split import split_lines
from gangyao.outline.numbering import parse_heading
from gangyao.text.statistics.model import CharacterModel


def lay_out(source: Source, model: CharacterModel) -> Layout:
    """Find out what each raw line of the source is and in which order the lines are read.

    Linear in the length of the text but for the search of the reading order, which starts only where the
    text shows that lines were printed out of order.
    """
    raw = split_lines(source)
    texts = [line.text for line in raw]
    furniture = find_furniture(texts)
    contents = find_contents(texts)
    lines: list[Line] = []
    position = 0
    for number, line in enumerate(raw, 1):
        kind: LineKind
        if not line.text:
            kind = "blank"
        elif furniture[number - 1]:
            kind = "furniture"
        elif contents[number - 1]:
            kind = "contents"
        else:
            heading = parse_heading(line.text)
            kind = "heading" if heading is not None and heading.body_start is None else "paragraph"
            position += 1
            lines.append(Line(number, line.source_file, line.start, line.end, kind, 1, position))
            continue
        lines.append(Line(number, line.source_file, line.start, line.end, kind))
    return Layout(tuple(lines))
