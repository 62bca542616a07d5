"""A head whose lines a page ran together says what the lines that its form fixes say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.outline.outline_texts import outline_of

BODY = "为进一步提升供水水平，现就有关工作通知如下，请认真贯彻执行。\n一、总体要求\n到2027年建成水厂3座。"
TITLE = "青溪省人民政府办公厅关于加强农村供水工作的指导意见"
NUMBER = "青政办发〔2024〕25号"
NAMES = "各市人民政府，省政府各部门、各直属机构："


@pytest.mark.parametrize(
    ("first", "lines"),
    [
        (f"{TITLE}{NUMBER}{NAMES}", [TITLE, NUMBER, NAMES]),
        (f"{TITLE} {NUMBER} {NAMES}", [TITLE, NUMBER, NAMES]),
        (f"{TITLE}{NUMBER}\n{NAMES}", [TITLE, NUMBER, NAMES]),
        (f"{TITLE}\n{NUMBER}\n{NAMES}", [TITLE, NUMBER, NAMES]),
        (f"{TITLE}{NAMES}", [TITLE, NAMES]),
        # The office of a number may itself hold what titles end in.
        (
            f"青溪省水利厅关于印发供水办法的通知青水办法规函〔2024〕3号{NAMES}",
            ["青溪省水利厅关于印发供水办法的通知", "青水办法规函〔2024〕3号", NAMES],
        ),
    ],
)
def test_a_welded_head_is_parted(first: str, lines: list[str]) -> None:
    outline = outline_of(f"{first}\n{BODY}")
    # A line of the source belongs to one paragraph.
    formal = [paragraph.text for paragraph in outline.paragraphs if paragraph.is_formal]
    assert formal == first.split("\n")
    assert outline.head.title == lines[0]
    assert outline.head.document_number == (lines[1] if len(lines) == 3 else None)
    assert outline.head.addressees == ("各市人民政府", "省政府各部门、各直属机构")


def test_the_addressees_are_known_where_the_text_goes_on_behind_them() -> None:
    title = "青溪省人民政府办公厅关于同意建立供水联席会议制度的函"
    spoken = "你厅关于建立制度的请示收悉。经省政府同意，现函复如下。"
    outline = outline_of(f"{title}青政办函〔2021〕12号\n青溪省水利厅：{spoken}\n一、职责\n研究供水工作。")
    assert outline.head.title == title
    assert outline.head.addressees == ("青溪省水利厅",)
    texts = [one.text for one in outline.paragraphs]
    assert texts[:2] == [f"{title}青政办函〔2021〕12号", f"青溪省水利厅：{spoken}"]
    assert [one.is_formal for one in outline.paragraphs][:2] == [True, False]


@pytest.mark.parametrize(
    "line",
    [
        "根据《青溪省人民政府关于供水的意见》（青政发〔2024〕6号），制定本方案。",
        "按照青溪省供水意见青政发〔2024〕6号的要求推进：",
        "青溪省水利厅关于供水的通知（青水发〔2024〕6号）",
        "各市要落实关于供水的意见：",
        "青政办发〔2024〕25号",
    ],
)
def test_other_lines_stay_whole(line: str) -> None:
    assert outline_of(f"{line}\n{BODY}").paragraphs[0].text == line


@given(
    st.permutations([TITLE, NUMBER, NAMES, "为推进工作，现通知如下："]), st.sampled_from(["", " ", "\u3000"])
)
def test_no_character_is_lost(parts: list[str], between: str) -> None:
    text = f"{between.join(parts)}\n{BODY}"
    outline = outline_of(text)
    spans = [(one.start, one.end) for one in outline.paragraphs]
    spans += [
        (one.start, one.end) for one in outline.sections if one.start is not None and one.end is not None
    ]
    covered = {place for start, end in spans for place in range(start, end)}
    assert "".join(one for place, one in enumerate(text) if place not in covered).strip(" \u3000\n") == ""
