"""Pages with the end of one document above the beginning of another."""

import pytest

from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.two_documents import holds_two_documents
from gangyao.layout.reading_order.units import Unit

END = ("第九条　乡镇人民政府负责日常巡查。", "第十条　本办法自2024年5月1日起施行。")
TITLE = "青山县人民政府关于加强饮用水水源保护的规定"
BEGINNING = (
    "第一条　为了保护水源，制定本规定。",
    "第二条　县水务局负责水源保护工作。",
    "第三条　禁止倾倒垃圾。",
)


def units_of(*lines: str) -> list[Unit]:
    return [Unit(line, read_mark(line), False) for line in lines]


def test_an_end_above_a_beginning():
    assert holds_two_documents(units_of(*END, TITLE, *BEGINNING))


@pytest.mark.parametrize(
    "lines",
    [
        (*BEGINNING, *END),
        ("第四条　水源地设立标志。", "第五条　本规定自公布之日起施行。", TITLE, *BEGINNING),
        (END[0], TITLE, *BEGINNING),
        (END[1], END[0], "本办法自2024年5月1日起施行。", TITLE, *BEGINNING),
        (*END, TITLE, *BEGINNING[::-1]),
        (
            END[0],
            "县水务局应当会同县自然资源局和各乡镇人民政府，加强对饮用水水源地及其周边山林、农田、道路的日常巡查和",
            END[1],
            TITLE,
            *BEGINNING,
        ),
        ("本办法自2024年5月1日起施行。", TITLE, *BEGINNING),
    ],
    ids=["one", "turned", "no end", "miscounted above", "below", "open", "unnumbered"],
)
def test_what_may_be_one_document(lines):
    assert not holds_two_documents(units_of(*lines))


def test_one_document_whose_cut_took_the_number_of_a_chapter_in_two():
    upper = (
        "章　监督管理",
        "第四条　县水务局定期巡查。",
        "第四章　附则",
        "第五条　本规定自公布之日起施行。",
    )
    lower = (
        TITLE,
        "第一章　总则",
        BEGINNING[0],
        BEGINNING[1],
        "第二章　保护",
        BEGINNING[2],
        "第三",
    )
    chapters = units_of(*upper, *lower)
    assert not holds_two_documents(chapters)
