"""Which documents are named, and what is said of them; all texts are invented."""

from __future__ import annotations

import pytest

from gangyao.citations.find import find_citations
from gangyao.document.citations import Citation
from gangyao.document.outline import Paragraph


def paragraph(text: str, *, is_formal: bool = False) -> Paragraph:
    return Paragraph("1", 1, 0, len(text), text, ((0, len(text)),), None, False, is_formal=is_formal)


def cited(text: str) -> list[Citation]:
    return list(find_citations([paragraph(text)])[0])


@pytest.mark.parametrize(
    ("text", "relation", "title", "number"),
    [
        ("根据《某省水条例》的规定，制定本办法。", "basis", "某省水条例", None),
        ("深入贯彻落实《某某纲要》。", "implements", "某某纲要", None),
        ("按照《某意见》（国发〔2021〕5号）要求推进。", "basis", "某意见", "国发〔2021〕5号"),
        ("按照《某意见》（某政发[ 2021 ]18 号）推进。", "basis", "某意见", "某政发[2021]18号"),
        ("《某暂行办法》同时废止。", "repeals", "某暂行办法", None),
        ("抓紧修订《某管理办法》。", "amends", "某管理办法", None),
        ("现将《某工作方案》印发给你们。", "implements", "某工作方案", None),
        ("《某工作方案》已经省政府同意，现印发给你们。", "implements", "某工作方案", None),
        ("《某工作方案》已经省政府同意，全省反响热烈。", "mentions", "某工作方案", None),
        ("认真贯彻执行国务院发布的《某应急条例》。", "implements", "某应急条例", None),
        ("严格遵循《某规划法》的规定。", "basis", "某规划法", None),
        ("去年省政府印发《某行动方案》。", "mentions", "某行动方案", None),
        ("《某规划》提出三项任务。", "mentions", "某规划", None),
        ("依据国办发〔2020〕12号办理。", "basis", None, "国办发〔2020〕12号"),
    ],
)
def test_what_is_said_of_a_document(text: str, relation: str, title: str | None, number: str | None) -> None:
    (one,) = cited(text)
    assert (one.relation, one.title) == (relation, title)
    assert one.number is None if number is None else (one.number or "").endswith(number)


def test_a_short_title_is_the_whole_one_given_before() -> None:
    first = "落实《某市“十五五”水利规划》（以下简称《规划》）。"
    second = "《规划》实施情况每年评估。"
    citations = find_citations([paragraph(first), paragraph(second)])
    assert [one.title for of_paragraph in citations for one in of_paragraph] == ["某市“十五五”水利规划"] * 2


def test_a_short_title_is_the_only_one_named_before_that_ends_so() -> None:
    first = "审议了《某省第十五个五年规划纲要（草案）》。"
    titles = [one.title for one in cited(first + "《纲要（草案）》提出目标。")]
    assert titles == ["某省第十五个五年规划纲要（草案）"] * 2
    two = "对照《某省养老服务规划》和《某省人才发展规划》。《规划》印发以来成效明显。"
    assert [one.title for one in cited(two)][-1] == "规划"


def test_one_word_speaks_for_a_list() -> None:
    assert [one.relation for one in cited("依照《某法》、《某条例》和《某规定》执行。")] == ["basis"] * 3


def test_newspapers_are_no_documents_and_heads_cite_nothing() -> None:
    assert cited("《人民日报》报道了《红楼梦》。") == []
    assert find_citations([paragraph("关于印发《某方案》的通知", is_formal=True)]) == ((),)


def test_spans_hold_the_title() -> None:
    text = "根据《某条例》，制定。"
    (one,) = cited(text)
    assert text[one.start : one.end] == "《某条例》"


def test_what_is_repealed_beside_another_is_not_that_one() -> None:
    assert [one.relation for one in cited("修订《某湿地办法》，废止《某收费通知》。")] == [
        "amends",
        "repeals",
    ]
    assert [one.relation for one in cited("《某湿地办法》《某收费通知》同时废止。")] == ["repeals", "repeals"]
