"""Files with several documents, each with a head of its own; all are invented."""

from __future__ import annotations

import pytest

from tests.unit.outline.outline_texts import headings, outline_of

BODY = "为进一步做好有关工作，结合实际，现就有关事项通知如下，请结合实际认真贯彻执行，切实抓好落实。"
FIRST = f"青山县河长制考核办法\n第一条 考核每年组织一次。\n第二条 {BODY}\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("青山县2024年水利工作要点\n（2024年3月5日）", "青山县2024年水利工作要点"),
        ("青山县防汛行动方案\n（2024—2026年）", "青山县防汛行动方案"),
        ("青山县2023年环境状况公报\n青山县生态环境局\n2024年6月5日", "青山县2023年环境状况公报"),
        (
            "青山县教育局\n青教提字〔2024〕9号\n办理结果：B类\n关于第0127号提案的答复",
            "关于第0127号提案的答复",
        ),
        ("关于做好防火工作的通知\n各乡镇人民政府：", "关于做好防火工作的通知"),
    ],
)
def test_a_document_with_a_head_of_its_own_is_a_section(head: str, title: str) -> None:
    found = headings(outline_of(f"{FIRST}{head}\n{BODY}\n一、总体要求\n{BODY}\n"))
    assert [one.split("（")[0] for path, _, one in found if path == "A1"] == [title]
    assert ("A1.1", "一、", "总体要求") in found


@pytest.mark.parametrize(
    "below",
    [
        # A list of what else a page leads to.
        "关于做好防火工作的通知\n2024-05-01\n关于做好防汛工作的通知\n2024-06-01\n",
        # A caption without a head.
        f"重点任务分工方案\n{BODY}\n",
        # In the midst of a sentence.
        f"按照下列文件的部署，\n关于做好防火工作的通知\n各乡镇人民政府：\n{BODY}\n",
    ],
    ids=["links", "caption", "cut"],
)
def test_what_is_no_other_document(below: str) -> None:
    assert not [path for path, _, _ in headings(outline_of(FIRST + below)) if path.startswith("A")]


def test_a_page_prints_the_title_of_its_document_twice() -> None:
    text = (
        "关于做好防火工作的通知（青林发〔2024〕5号）\n来源：青山县林业局\n"
        f"青山县林业局制发了一份通知，全文见下。\n青山县林业局关于做好防火工作的通知\n青林发〔2024〕5号\n{BODY}\n一、要求\n{BODY}\n"
    )
    assert [path for path, _, title in headings(outline_of(text)) if title] == ["1"]
