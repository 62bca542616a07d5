"""The leads of a document: which paragraphs stand side by side, and whether the title names their theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gangyao.document.outline import Paragraph, Section
from gangyao.outline.leads import leads


@dataclass(frozen=True, slots=True)
class Beside:
    """The paragraphs of ONE section that are of one kind, by their places among those of the document.

    `has_theme`: the title above names their theme.
    """

    places: tuple[int, ...]
    texts: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    has_theme: bool


def with_leads(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document with their leads."""
    found = list(paragraphs)
    for beside in paragraphs_beside(sections, paragraphs):
        of_each = leads(beside.texts, has_theme=beside.has_theme)
        for place, lead in zip(beside.places, of_each, strict=True):
            if lead is not None:
                found[place] = replace(found[place], lead=lead)
    return tuple(found)


def paragraphs_beside(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> Iterator[Beside]:
    """Yield which paragraphs of a document stand side by side: those of a section, and those in its boxes.

    Those of a preamble have no leads.
    """
    by_path = {section.path: section for section in sections}
    for path, of_section in groupby(enumerate(paragraphs), key=lambda one: one[1].section_path):
        members = list(of_section)
        has_theme = _names_theme(by_path, path)
        for is_boxed in (False, True):
            chosen = [one for one in members if _is_of_kind(one[1], is_boxed=is_boxed)]
            if chosen:
                yield Beside(
                    tuple(place for place, _ in chosen),
                    tuple((one.text, one.sentences) for _, one in chosen),
                    has_theme,
                )


def _is_of_kind(paragraph: Paragraph, *, is_boxed: bool) -> bool:
    if is_boxed:
        return paragraph.is_boxed
    return not (paragraph.is_table or paragraph.is_formal or paragraph.is_preamble)


def _names_theme(sections: Mapping[str, Section], path: str) -> bool:
    """Tell whether the heading of a section names the theme of the first paragraph under it.

    Its own where both are on one line; and that of all where it has no comma: 健全应急联动机制, unlike
    加快乡村全面振兴，促进城乡融合发展.
    """
    section = sections.get(path)
    if section is None or section.start is None:
        return False
    return section.opens_line or "，" not in section.title
