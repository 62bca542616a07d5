"""Nothing is lost and nothing is doubled, whatever the lines are."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.punctuation import BULLETS
from gangyao.outline.read import read_outline
from tests.property_tests import examples
from tests.unit.outline.outline_texts import as_cleaned

SEPARATORS = frozenset(" \n\t　。：:#*！？")
CHINESE = ["一", "二", "三", "四", "五", "十", "十一", "二十"]
WORDS = ["推进改革", "加快转型", "优化布局", "公共服务", "保障措施", "“双碳”目标", "城乡融合", "2025年目标"]

number = st.sampled_from(CHINESE)
title = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join)
sentence = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9).map(lambda w: "，".join(w) + "。")
body = st.lists(sentence, min_size=1, max_size=4).map("".join)
label = st.one_of(
    st.builds("第{}篇 ".format, number),
    st.builds("第{}章　".format, number),
    st.builds("第{}节 ".format, number),
    st.builds("第{}条 ".format, number),
    st.builds("{}、".format, number),
    st.builds("（{}）".format, number),
    st.builds("{}.".format, st.integers(1, 30)),
    st.builds("（{}）".format, st.integers(1, 30)),
    st.builds("附件{}.".format, st.integers(1, 3)),
    st.builds("{}.{} ".format, st.integers(1, 4), st.integers(1, 4)),
    st.builds("第{}，".format, number),
    st.builds("{} ".format, st.sampled_from(["##", "###"])),
)
line = st.one_of(
    body,
    body,
    title,
    st.builds("{}{}".format, label, title),
    st.builds("{}{}。{}".format, label, title, body),
    st.builds("{}{}；".format, label, title),
    label.map(str.strip),
    st.sampled_from(
        [
            "前言",
            "附 则",
            "附件1",
            "附件：1.任务表",
            "各区人民政府：",
            "甲州市人民政府",
            "2022年3月8日",
            "甲政发〔2022〕1号",
            "（此件公开发布）",
            "各位代表：",
            "名词解释",
            "",
            " ",
        ]
    ),
)


def without(characters: frozenset[str], text: str) -> str:
    return "".join(char for char in text if char not in characters)


@examples(150)
@given(st.lists(line, max_size=25), st.sets(st.integers(1, 25), max_size=3))
def test_every_code_point_stands_in_one_heading_or_paragraph(lines: list[str], tables: set[int]) -> None:
    cleaned, layout = as_cleaned("\n".join(lines), tables)
    outline = read_outline(cleaned, layout, "甲州市规划")
    text = cleaned.text
    spans = [(s.start, s.end) for s in outline.sections if s.start is not None and s.end is not None]
    spans += [(p.start, p.end) for p in outline.paragraphs]
    spans.sort()
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    left = "".join(text[a:b] for a, b in zip(ends, starts, strict=True))
    assert set(left) <= SEPARATORS


@examples(100)
@given(st.lists(line, max_size=25))
def test_sections_and_paragraphs_hang_together(lines: list[str]) -> None:
    cleaned, layout = as_cleaned("\n".join(lines))
    outline = read_outline(cleaned, layout, "")
    paths = [s.path for s in outline.sections]
    assert len(set(paths)) == len(paths)
    assert [s.position for s in outline.sections] == list(range(1, len(paths) + 1))
    by_path = {s.path: s for s in outline.sections}
    for section in outline.sections:
        parent = by_path[section.parent_path] if section.parent_path else None
        assert section.depth == (parent.depth + 1 if parent else 1)
        assert parent is None or parent.position < section.position
        assert section.is_implied == (section.start is None)
        if section.start is not None and section.end is not None:
            printed = "".join(cleaned.text[section.start : section.end].lstrip("# ").split())
            # No more than its label and title: a paragraph on the same line is a paragraph.
            assert without(SEPARATORS, printed) == without(SEPARATORS, section.label + section.title)
    starts = [s.start for s in outline.sections if s.start is not None]
    assert starts == sorted(starts)
    last: dict[str, int] = {}
    for paragraph in outline.paragraphs:
        assert paragraph.section_path in by_path
        assert paragraph.text == cleaned.text[paragraph.start : paragraph.end]
        assert paragraph.text.strip() == paragraph.text
        assert paragraph.position == last.get(paragraph.section_path, 0) + 1
        last[paragraph.section_path] = paragraph.position
        assert all(0 <= a < b <= len(paragraph.text) for a, b in paragraph.sentences)
        assert paragraph.lead is None or paragraph.text.lstrip(f"{BULLETS} ").startswith(paragraph.lead)
    assert read_outline(cleaned, layout, "") == outline
