"""Files with several documents, one after the other; all are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model
from gangyao.ingest.join import join_files
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.several_documents import holds_several_documents
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.stage import lay_out

TREES = (
    "青山县人民政府办公室关于加强古树保护的通知",
    "各乡镇人民政府：",
    "为保护古树，现通知如下：",
    "一、开展普查。每五年普查一次，建立档案。",
    "二、落实养护。养护单位定期巡查，发现病害及时处置。",
    "三、严格执法。禁止擅自采伐、移植古树。",
    "四、加强宣传。每年开展一次宣传活动。",
    "青山县人民政府办公室",
    "2021年2月5日",
)
RIVERS = (
    "青山县人民政府办公室关于印发青山县河长制考核办法的通知",
    "各乡镇人民政府：",
    "《青山县河长制考核办法》已经县政府同意，现印发给你们，请认真贯彻执行。",
    "青山县人民政府办公室",
    "2022年3月15日",
    "青山县河长制考核办法",
    "第一条 为全面推行河长制，制定本办法。",
    "第二条 考核每年组织一次。",
)
FIRES = (
    "关于做好森林防火工作的通知",
    "各林场：",
    "春季干燥多风，现通知如下：",
    "一、严格管控火源。林区禁止野外用火。",
    "二、加强值守。值班人员二十四小时在岗。",
    "（联系人：周某，电话：8220135）",
)
CUT = (
    "县水务局应当会同各乡镇加强对河湖及其周边的日常巡查、清漂保洁"
    "、堤防加固、水质监测、岸线管护和采砂监管，发现问题及时报告县人民政府并会同县自然资源"
)
ALL = (TREES, RIVERS, FIRES)


def units_of(*lines: str) -> list[Unit]:
    # Numbered lines with nothing behind their titles are headings, as layout says of them.
    return [Unit(line, read_mark(line), False) for line in lines]


@given(st.lists(st.sampled_from(ALL), min_size=2, max_size=4, unique=True))
def test_whole_documents_in_any_order_stand_as_they_are_printed(documents: list[tuple[str, ...]]) -> None:
    assert holds_several_documents(units_of(*(line for document in documents for line in document)))


@pytest.mark.parametrize(
    "lines",
    [
        TREES,
        (*TREES[4:], *FIRES, *TREES[:4]),
        (*TREES[:3], TREES[4], TREES[3], *TREES[5:], *FIRES),
        (*TREES, *FIRES[:3], FIRES[4], FIRES[3], FIRES[5]),
        (*RIVERS[5:], *RIVERS[:5]),
        (*TREES[:6], CUT, *TREES[6:], *FIRES),
    ],
    ids=["one", "turned", "miscounted above", "miscounted below", "handed on above its notice", "cut"],
)
def test_what_may_be_out_of_order(lines: tuple[str, ...]) -> None:
    assert not holds_several_documents(units_of(*lines))


def test_news_of_a_document_over_its_text_is_no_document_of_its_own() -> None:
    news = (
        "青山县印发《关于做好森林防火工作的通知》",
        "青山县日前印发《关于做好森林防火工作的通知》，全文如下：",
    )
    assert not holds_several_documents(units_of(*news, *FIRES))


def test_a_compilation_is_read_as_it_is_printed() -> None:
    text = "\n\n".join("\n".join(document) for document in (("青山县文件汇编",), *ALL)) + "\n"
    layout = lay_out(join_files([("all.txt", text.encode())]), load_model())
    assert layout.breaks == ()
    assert all(line.kind in ("blank", "paragraph", "heading") for line in layout.lines)


def test_the_numbers_of_documents_are_no_running_heads() -> None:
    numbers = ("青政办发〔2021〕3号", "青政办发〔2022〕4号", "青政办发〔2023〕5号")
    text = "\n".join(
        line
        for document, number in zip(ALL, numbers, strict=True)
        for line in (document[0], number, *document[1:])
    )
    layout = lay_out(join_files([("all.txt", text.encode())]), load_model())
    assert not [line.number for line in layout.lines if line.kind == "furniture"]
