"""What a page prints over the head of a dispatch. All texts are invented."""

from __future__ import annotations

import pytest

from tests.unit.outline.outline_texts import outline_of

BODY = "为推动全县陶瓷产业高质量发展，促进农民增收，结合我县实际，制定以下措施，请认真贯彻执行。"
TITLE = "临川县人民政府关于支持陶瓷产业高质量发展的若干措施"


def title_of(head: str) -> str | None:
    return outline_of(f"{head}\n{BODY}\n一、支持技术改造\n{BODY}\n二、附则\n{BODY}\n").head.title


@pytest.mark.parametrize(
    "above",
    [
        "重磅！临川陶瓷新政来了",
        "速看｜临川县出台陶瓷新政，最高补助500万元",
        "临川发文！陶瓷产业有新规\n一起来看→",
        "临川发文！陶瓷产业有新规\n近日，县政府印发文件，全文如下：",
        "详情如下",
        "临川陶瓷产业迎来利好政策",
        "最新！事关陶瓷产业\n临川日报\n2026-03-18 17:30",
    ],
)
def test_the_title_is_that_of_the_dispatch(above: str) -> None:
    assert title_of(f"{above}\n{TITLE}") == TITLE
    assert title_of(f"{above}\n{TITLE[:16]}\n{TITLE[16:]}\n临政规〔2026〕2号") == TITLE


def test_a_title_without_issuer_under_a_headline() -> None:
    plan = "临川县陶瓷产业振兴三年行动计划（2026—2028年）"
    assert title_of(f"收藏！临川陶瓷未来三年这么干\n{plan}") == plan


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "中共临川县委办公室\n临川县人民政府办公室\n关于做好供水工作的通知",
            "中共临川县委办公室 临川县人民政府办公室关于做好供水工作的通知",
        ),
        ("临川县人\n民政府关于做好供水工作的通知", "临川县人民政府关于做好供水工作的通知"),
        (
            "临川县人民政府办公室转发\n临川县财政局关于做好供水工作的通知",
            "临川县人民政府办公室转发临川县财政局关于做好供水工作的通知",
        ),
    ],
)
def test_a_title_goes_on_from_the_line_above(head: str, title: str) -> None:
    assert title_of(head) == title


@pytest.mark.parametrize(
    "above", ["临川县人民政府", "Measures of Linchuan County for the Supply of Water, No. 2 of 2026"]
)
def test_the_name_of_the_site_and_a_title_in_english(above: str) -> None:
    title = "临川县人民政府办公室关于做好供水工作的通知"
    assert title_of(f"{above}\n{title}") == title


@pytest.mark.parametrize(
    "tag", ["【临政规〔2026〕2号】", "（受权发布）", "【政策原文】", "授权发布：", "【规章】", "政策发布 | "]
)
def test_what_a_page_prints_before_the_title(tag: str) -> None:
    assert title_of(f"{tag}{TITLE}") == TITLE
    assert (
        title_of(f"{tag}{TITLE}\n2026-03-18 来源：某网\n{TITLE[:16]}\n{TITLE[16:]}\n临政规〔2026〕2号")
        == TITLE
    )


def test_the_number_stands_below_the_title_that_is_printed_again() -> None:
    text = (
        f"（受权发布）{TITLE}\n2026-03-18 来源：某网\n{TITLE[:16]}\n{TITLE[16:]}\n临政规〔2026〕2号\n{BODY}\n"
    )
    assert outline_of(text).head.document_number == "临政规〔2026〕2号"


def test_number_and_day_in_brackets() -> None:
    head = outline_of(f"{TITLE}\n（临政规〔2026〕2号　2026年3月12日）\n{BODY}\n").head
    assert head.document_number == "临政规〔2026〕2号"
    assert str(head.issued_on) == "2026-03-12"
