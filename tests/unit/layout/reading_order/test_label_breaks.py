"""Columns that end in the midst of the number of a heading, or of a title that the document cites."""

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.chinese.punctuation import Edge
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.reading_order.label_breaks import cited_titles, complete_labels, complete_titles
from gangyao.layout.stage import lay_out


@pytest.mark.parametrize(
    ("end", "beginning", "is_label"),
    [
        ("十", "四、促进世界和平与发展", True),
        ("（", "四）深入推进改革开放", True),
        ("（十", "四）深入推进改革开放", True),
        ("第二", "十七条 国务院交通运输主管部门会同有关部门", True),
        ("第一千零五", "十一条 国家加强应对气候变化领域的国际合作", True),
        ("第十章", "完善制度", False),
        ("四、", "促进世界和平与发展", False),
        ("十", "基本养老保险基金累计结余", False),
        ("推进重", "四、促进世界和平与发展", False),
    ],
)
def test_the_two_parts_of_a_label_are_told(end: str, beginning: str, is_label: bool) -> None:
    edges = [Edge(text, is_heading=False) for text in (end, beginning)]
    assert complete_labels(edges[:1], edges[1:]).tolist() == [[is_label]]


@pytest.mark.parametrize(
    ("end", "beginning", "is_title"),
    [
        ("关于推进河道", "管护工作的实施方案", True),
        ("关于推进河道", "管护工作的实施方案。", False),
        ("关于推进河道管护", "管护工作的实施方案", False),
        ("为推进河道", "管护工作的实施方案", False),
    ],
)
def test_the_two_parts_of_a_cited_title_are_told(end: str, beginning: str, is_title: bool) -> None:
    titles = cited_titles(
        ["关于印发《关于推进河道管护工作的实施方案》的通知", "按照《河道条例》（见〈通知〉）执行。"]
    )
    assert titles == {"关于推进河道管护工作的实施方案"}
    edges = [Edge(text, is_heading=False) for text in (end, beginning)]
    assert complete_titles(edges[:1], edges[1:], titles).tolist() == [[is_title]]


def test_a_page_in_order_with_a_label_cut_in_two_stays_so() -> None:
    numerals = ["十一", "十二", "十三", "十四", "十五"]
    text = "\n".join(
        f"{numeral}、推进{what}。要坚持目标导向，完善{what}的政策措施，健全{what}的工作机制，不断提高水平。"
        for numeral, what in zip(
            numerals, ["教育改革", "医疗服务", "养老服务", "国际合作", "生态保护"], strict=True
        )
    )
    page = "要全面加强组织领导，压实各方责任，切实把各项任务\n" + text.replace("十四、", "十\n\n四、")
    source = join_files([("page.txt", page.encode())])
    layout = lay_out(source, load_model())
    assert not layout.breaks
    assert "".join(reading_text(source, layout).text.split()) == "".join(page.split())
