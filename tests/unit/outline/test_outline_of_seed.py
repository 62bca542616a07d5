"""The seed page in its right order: the whole tree, the paragraphs and their leads."""

from __future__ import annotations

from tests.unit.outline.outline_texts import headings, outline_of, seed_in_order

SECTIONS = {7: [3], 8: [1, 2, 3], 9: [1, 2, 3, 4, 5, 6], 10: [1, 2, 3], 11: [1, 2, 3, 4], 12: [1, 2, 3, 4]}


def test_sections_and_paragraphs_of_the_seed() -> None:
    outline = outline_of(seed_in_order(), "成渝地区双城经济圈建设规划纲要")
    paths = [
        p
        for chapter, sections in SECTIONS.items()
        for p in [str(chapter), *(f"{chapter}.{s}" for s in sections)]
    ]
    assert [path for path, _, _ in headings(outline)] == paths
    assert len(outline.sections) == 27
    assert len(outline.paragraphs) == 52
    assert outline.doubts == ()
    implied = [s for s in outline.sections if s.is_implied]
    assert [(s.path, s.level, s.number, s.start, s.label) for s in implied] == [("7", "chapter", 7, None, "")]


def test_leads_and_preambles_of_the_seed() -> None:
    outline = outline_of(seed_in_order(), "成渝地区双城经济圈建设规划纲要")
    preambles = [(p.section_path, p.position) for p in outline.paragraphs if p.is_preamble]
    assert preambles == [(str(n), 1) for n in range(8, 13)]
    with_lead = [p for p in outline.paragraphs if p.lead is not None]
    assert not {p.section_path for p in with_lead} & {"9.6", "11.4", "12.1"}
    assert [p.lead for p in with_lead if p.section_path == "8.1"] == ["共建生态网络。", "共抓生态管控。"]
    assert all(p.text.startswith(p.lead) and len(p.sentences) > 1 for p in with_lead if p.lead)
