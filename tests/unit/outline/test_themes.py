"""Which paragraphs stand side by side, and whether a title names their theme."""

from __future__ import annotations

from gangyao.outline.themes import paragraphs_beside
from tests.unit.outline.outline_texts import outline_of

_BODY = "制定三项标准。加强监督检查，开展标准化培训。"


def themes_of(text: str) -> list[tuple[int, bool]]:
    outline = outline_of(text)
    found = paragraphs_beside(outline.sections, outline.paragraphs)
    return [(len(beside.texts), beside.has_theme) for beside in found]


def test_a_title_names_a_theme_where_it_has_no_comma_or_its_paragraph_stands_on_its_line() -> None:
    chapter = "第一章　主要任务\n"
    assert themes_of(f"{chapter}第一节　健全机制\n{_BODY}\n{_BODY}") == [(2, True)]
    assert themes_of(f"{chapter}第一节　健全机制，加强应急\n{_BODY}") == [(1, False)]
    run_in = f"一、主要任务\n（一）健全机制，加强应急。{_BODY}\n（二）完善标准，加强培训。{_BODY}"
    assert themes_of(run_in) == [(1, True), (1, True)]


def test_the_paragraphs_of_a_preamble_have_no_leads() -> None:
    outline = outline_of(
        f"第一章　主要任务\n健全标准体系。{_BODY}\n第一节　健全机制\n健全标准体系。{_BODY}\n{_BODY}"
    )
    assert [one.is_preamble for one in outline.paragraphs] == [True, False, False]
    assert [beside.places for beside in paragraphs_beside(outline.sections, outline.paragraphs)] == [(1, 2)]
    assert outline.paragraphs[0].lead is None
