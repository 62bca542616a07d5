"""Headings counted with letters and Roman numbers."""

from __future__ import annotations

from tests.unit.outline.outline_texts import outline_of

BODY = "政府會繼續投入資源，完善公共服務，支援中小企業發展，並加強與業界的溝通合作，推動各項措施落實。"
ADDRESS = f"""行政長官施政綱領
I. 引言
1. {BODY}
II. 善用制度優勢
A. 提升治理水平
2. {BODY}{BODY}
B. 完善地區服務
(i) 社區網絡
3. {BODY}
(ii) 關愛服務
4. {BODY}
III. 結語
5. {BODY}
"""


def test_a_policy_address() -> None:
    sections = [s for s in outline_of(ADDRESS, "行政長官施政綱領").sections if not s.is_implied]
    assert [(s.depth, s.label) for s in sections] == [
        (1, "I."),
        (1, "II."),
        (2, "A."),
        (2, "B."),
        (3, "(i)"),
        (3, "(ii)"),
        (1, "III."),
    ]
    assert [s.level for s in sections[1:5]] == ["chapter", "section", "section", "item"]


def test_numbered_paragraphs_of_such_a_document_stay_text() -> None:
    paragraphs = outline_of(ADDRESS, "行政長官施政綱領").paragraphs
    assert [p.text[:2] for p in paragraphs if not p.is_formal] == ["1.", "2.", "3.", "4.", "5."]


def test_one_letter_counts_nothing() -> None:
    text = f"第一章 总则\n{BODY}\nA. 某类项目\n{BODY}\n第二章 附则\n{BODY}\n"
    labels = [s.label for s in outline_of(text, "办法").sections]
    assert [label for label in labels if label] == ["第一章", "第二章"]


def test_letters_go_on_past_i() -> None:
    letters = "ABCDEFGHIJ"
    text = "綱領\n" + "".join(f"{letter}. 第{letter}項措施安排\n{BODY}\n" for letter in letters)
    sections = [s for s in outline_of(text, "綱領").sections if not s.is_implied]
    assert [s.number for s in sections] == list(range(1, 11))
    assert {s.depth for s in sections} == {1}


def test_stems_count_chapters_or_what_stands_below_them() -> None:
    chapters = f"规程\n甲、总则\n{BODY}\n乙、报名\n一、时间\n{BODY}\n二、地点\n{BODY}\n丙、附则\n{BODY}\n"
    sections = [s for s in outline_of(chapters, "规程").sections if not s.is_implied]
    assert [(s.depth, s.title) for s in sections] == [
        (1, "总则"), (1, "报名"), (2, "时间"), (2, "地点"), (1, "附则"),
    ]  # fmt: skip
    below = f"规程\n一、报名\n甲、时间\n{BODY}\n乙、地点\n{BODY}\n二、考务\n{BODY}\n三、附则\n{BODY}\n"
    sections = [s for s in outline_of(below, "规程").sections if not s.is_implied]
    assert [(s.depth, s.title) for s in sections] == [
        (1, "报名"), (2, "时间"), (2, "地点"), (1, "考务"), (1, "附则"),
    ]  # fmt: skip


def test_parties_and_classes_are_no_headings() -> None:
    text = f"办法\n一、分类\n甲、乙、丙三类企业\n{BODY}\n乙、丙类传染病\n{BODY}\n二、附则\n{BODY}\n"
    labels = [s.label for s in outline_of(text, "办法").sections if s.label]
    assert labels == ["一、", "二、"]
