"""ALTO XML: pages of a recogniser."""

import re

import pytest

from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.alto import read_alto
from gangyao.ingest.readers.kinds import kind_of

_SIZE = 20
_LEFT = ["一、发展目标", "到2030年，青禾市建成十二个产业", "园区，新增就业岗位三万个。"]
_RIGHT = ["二、重点任务", "市商务局牵头建设跨境电子商务综", "合试验区，支持企业开拓市场。"]


def place(left: int, top: int, characters: int) -> str:
    return f'HPOS="{left}" VPOS="{top}" WIDTH="{_SIZE * characters}" HEIGHT="{_SIZE}"'


def line(text: str, left: int, top: int) -> str:
    found = re.finditer("[A-Za-z0-9]+|[^A-Za-z0-9 ]{1,3}", text)
    words = [
        f'<String {place(left + _SIZE * one.start(), top, len(one[0]))} WC="0.91" CONTENT="{one[0]}"/>'
        for one in found
    ]
    return f"<TextLine {place(left, top, len(text))}>{'<SP/>'.join(words)}</TextLine>"


def page(*lines: str) -> str:
    block = f"<TextBlock>{''.join(lines)}</TextBlock>"
    return f'<Page WIDTH="900" HEIGHT="600"><PrintSpace>{block}</PrintSpace></Page>'


def alto(*pages: str, root: str = 'alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"') -> bytes:
    inner = f"<!-- recognised --><{root}><Layout>{''.join(pages)}</Layout></{root.split(maxsplit=1)[0]}>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{inner}\n'.encode()


def columns(*texts: list[str]) -> list[str]:
    return [
        line(text, 60 + 440 * column, 100 + 40 * row)
        for column, one in enumerate(texts)
        for row, text in enumerate(one)
    ]


@pytest.mark.parametrize("root", ["alto", 'a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v3#"'])
def test_words_become_lines_and_columns_are_read_one_after_the_other(root: str) -> None:
    pages = page(*columns(_LEFT, _RIGHT)), page(*columns(["附件"]))
    data = alto(*pages, root=root)
    if ":" in root:
        data = re.sub(rb"<(/?)(?!/|a:|\?|!)", rb"<\1a:", data)
    assert kind_of(data, "page.xml") == "alto"
    content = read_alto(data, "page.xml")
    assert [one.text for one in content.lines] == [*_LEFT, *_RIGHT, "附件"]
    assert content.pages == 2
    assert content.lines[-1].page == 2
    assert content.lines[0].box == Box(60, 100, 60 + _SIZE * len(_LEFT[0]), 120)
    assert content.lines[0].scores[:2] == (0.91, 0.91)


def test_a_line_whose_words_tell_no_place_has_its_own() -> None:
    whole = f'<TextLine {place(60, 100, 6)}><String CONTENT="发展"/><String CONTENT="目标一二"/></TextLine>'
    (only,) = read_alto(alto(page(whole)), "a.xml").lines
    assert (only.text, only.box, only.scores) == ("发展目标一二", Box(60, 100, 180, 120), ())


def test_lines_without_any_place_stand_as_in_the_file() -> None:
    bare = [
        f'<TextLine><String CONTENT="{one}"/><HYP CONTENT="-"/></TextLine>' for one in ("GDP 总量", "人口")
    ]
    lines = read_alto(alto(page(*bare), page(line("附件", 60, 100))), "a.xml").lines
    assert [(one.text, one.page, one.box) for one in lines] == [
        ("GDP 总量-", 1, None),
        ("人口-", 1, None),
        ("附件", 2, None),
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (alto(page(*columns(_LEFT)))[:-60], "is a damaged ALTO file"),
        (alto(page(line("字", 60, 100).replace("60", "nan"))), "no box on a page"),
        (alto(page(line("字", 60, 100).replace("60", "1e99"))), "no box on a page"),
        (alto(page(line("字", 60, 100).replace("60", "左"))), "左"),
        (alto(page()), "holds no word"),
        (alto(), "holds no word"),
        (b'<?xml version="1.0"?><!DOCTYPE alto [<!ENTITY a "b">]><alto><Layout/></alto>', "entities"),
        (alto(page(*(line(f"{n}", 60, 40 * n) for n in range(10_001)))), "10,001 pieces of text"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(SeedError, match=says) as caught:
        read_alto(data, "page.xml")
    assert "\n" not in str(caught.value)


def test_other_xml_that_speaks_of_alto_is_refused() -> None:
    with pytest.raises(SeedError, match="is an XML file"):
        kind_of(b"<?xml version='1.0'?><mets><alto >x</alto></mets>", "mets.xml")
