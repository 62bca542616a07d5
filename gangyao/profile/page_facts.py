"""What the lines of labels and values say that a text copied from a page of the web has above its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.chinese.scripts import to_simplified
from gangyao.document.fact_labels import (
    LABELS,
    fits_label,
    labelled_values,
    lone_label,
    read_facts,
    stated_facts,
)
from gangyao.document.layout import Line
from gangyao.document.metadata import Finding

# Pages print some twenty labels; a label and its value may take two lines each, with blanks between.
_REACH = 80
_LONGEST = 200
_MARKS = " \u3000-*·•●|"
# The title in front matter: `title: 某市供热条例` (YAML), `title = "某市供热条例"` (TOML, wikis).
_FRONT_TITLE = re.compile(r"\"?title\"?\s*[:=]\s*(?P<quote>[\"']?)(?P<title>[^\"']{4,80})(?P=quote),?")


def read_page_facts(text: str, lines: Sequence[Line]) -> tuple[Finding, ...]:
    """Return what the lines set aside above the text state of the document, in their order.

    `lines` are those of layout, in raw order, with their places in the raw `text`.
    """
    return tuple(_stated([_plain(text[line.raw_start : line.raw_end]) for line in _above(lines)]))


def _above(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines[:_REACH]:
        if line.kind == "furniture" and line.raw_end - line.raw_start <= _LONGEST:
            yield line


def _plain(line: str) -> str:
    """Return a line without bullets and the bars of a table."""
    return line.replace("|", " ").strip(_MARKS)


def _stated(texts: Sequence[str]) -> Iterator[Finding]:
    for index, text in enumerate(texts):
        if (front := _FRONT_TITLE.fullmatch(text)) is not None:
            yield from read_facts("title", front["title"], "front matter: title")
        values = _labels_of(text)
        if len(values) == 1 and not values[0][1] and index + 1 < len(texts):
            values = [(values[0][0], _value_below(values[0][0], texts[index + 1]))]
        for label, value in values:
            # What is published of a text in Traditional characters is Simplified; its title is in both.
            is_plain = LABELS[label] == "title" or to_simplified(label) == label
            said = value if is_plain else to_simplified(value)
            yield from stated_facts(label, said, f"line above the text: {label}")


def _value_below(label: str, text: str) -> str:
    """Return the line below a label that stands alone; empty where that is a label itself, or no number."""
    is_other = LABELS[label] == "document_number" and not fits_label(label, text)
    return "" if is_other or _labels_of(text) else text


def _labels_of(text: str) -> list[tuple[str, str]]:
    """Return the labels of a line with their values: that of one that stands alone is empty."""
    alone = lone_label(text)
    return labelled_values(text) or ([(alone, "")] if alone is not None else [])
