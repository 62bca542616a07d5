"""PAGE XML: pages as editors of recognised text write them."""

import re

import pytest

from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.page_xml import read_page_xml

_SIZE = 20
_LEFT = ["一、发展目标", "到2030年，青禾市建成十二个产业", "园区，新增就业岗位三万个。"]
_RIGHT = ["二、重点任务", "市商务局牵头建设跨境电子商务综", "合试验区，支持企业开拓市场。"]
_NAMESPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"


def coords(left: int, top: int, characters: int, rows: int = 1) -> str:
    right, bottom = left + _SIZE * characters, top + _SIZE * rows
    return f'<Coords points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'


def equiv(text: str, about: str = 'conf="0.91"') -> str:
    return f"<TextEquiv {about}><Unicode>{text}</Unicode></TextEquiv>"


def line(text: str, left: int, top: int, own: str | None = None) -> str:
    """A line of words; `own` is what the line itself says."""
    words = "".join(
        f"<Word>{coords(left + _SIZE * one.start(), top, len(one[0]))}{equiv(one[0])}</Word>"
        for one in re.finditer("[A-Za-z0-9]+|[^A-Za-z0-9 ]{1,3}", text)
    )
    whole = "" if own is None else equiv(own, 'conf="0.5"')
    return f"<TextLine>{coords(left, top, max(len(text), 1))}{words}{whole}</TextLine>"


def pcgts(*regions: str) -> bytes:
    inner = "".join(f"<TextRegion>{coords(0, 0, 40, 20)}{one}</TextRegion>" for one in regions)
    page = f'<Page imageFilename="p.png" imageWidth="900" imageHeight="600">{inner}</Page>'
    return f'<?xml version="1.0"?><PcGts xmlns="{_NAMESPACE}"><Metadata/>{page}</PcGts>'.encode()


def column(texts: list[str], left: int) -> str:
    return "".join(line(text, left, 100 + 40 * row, text) for row, text in enumerate(texts))


def test_words_become_lines_and_columns_are_read_one_after_the_other() -> None:
    data = pcgts(column(_LEFT, 60), column(_RIGHT, 500))
    assert kind_of(data, "page.xml") == "page xml"
    content = read_page_xml(data, "page.xml")
    assert [one.text for one in content.lines] == [*_LEFT, *_RIGHT]
    assert content.pages == 1
    assert content.lines[0].box == Box(60, 100, 60 + _SIZE * len(_LEFT[0]), 120)
    assert content.lines[0].scores[:2] == (0.91, 0.91)


def test_where_words_say_something_else_than_their_line_the_line_is_right() -> None:
    (only,) = read_page_xml(pcgts(line("发展目栋", 60, 100, "发展目标")), "a.xml").lines
    assert (only.text, only.scores[0]) == ("发展目标", 0.5)
    (only,) = read_page_xml(pcgts(line("发展目标", 60, 100)), "a.xml").lines
    assert (only.text, only.scores[0]) == ("发展目标", 0.91)


def test_the_first_reading_counts() -> None:
    readings = equiv("目栋", 'index="1"') + equiv("目标", 'index="0"')
    one = f"<TextLine>{coords(60, 100, 2)}{readings}</TextLine>"
    assert [line.text for line in read_page_xml(pcgts(one), "a.xml").lines] == ["目标"]


def test_a_region_without_lines_tells_its_text_itself() -> None:
    told = equiv("发展目标\n\n重点任务")
    assert [one.text for one in read_page_xml(pcgts(told), "a.xml").lines] == ["发展目标", "重点任务"]
    # What a region says is what its lines say.
    both = line("发展目标", 60, 100) + equiv("发展目标")
    assert [one.text for one in read_page_xml(pcgts(both), "a.xml").lines] == ["发展目标"]
    empty = f"<TextLine>{coords(60, 100, 4)}</TextLine>" + equiv("发展目标")
    assert [one.text for one in read_page_xml(pcgts(empty), "a.xml").lines] == ["发展目标"]


def test_cells_and_regions_within_regions_are_read() -> None:
    inner = f"<TextRegion>{coords(60, 100, 4)}{line('发展目标', 60, 100)}</TextRegion>{equiv('发展目标')}"
    cell = f"<TableCell>{coords(60, 300, 4)}{line('三百亿元', 60, 300)}</TableCell>"
    data = pcgts(inner).replace(b"</Page>", f"<TableRegion>{cell}</TableRegion></Page>".encode())
    assert [one.text for one in read_page_xml(data, "a.xml").lines] == ["发展目标", "三百亿元"]


def test_points_may_be_elements() -> None:
    old = (
        '<TextLine><Coords><Point x="60" y="100"/><Point x="100" y="120"/></Coords>'
        + equiv("目标")
        + "</TextLine>"
    )
    assert [one.box for one in read_page_xml(pcgts(old), "a.xml").lines] == [Box(60, 100, 100, 120)]


@pytest.mark.parametrize(
    ("inner", "says"),
    [
        (f'<TextLine><Coords points="1,2 3"/>{equiv("字")}</TextLine>', "is no outline"),
        (f'<TextLine><Coords points="1,nan"/>{equiv("字")}</TextLine>', "no box on a page"),
        (f'<TextLine><Coords points="1,-inf 9,9"/>{equiv("字")}</TextLine>', "no box on a page"),
        (line("字", 60, 100, "目").replace("0.5", "x"), "is a damaged PAGE XML file"),
        ("<TextLine>", "is a damaged PAGE XML file"),
        ("", "holds no word"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(inner: str, says: str) -> None:
    with pytest.raises(SeedError, match=says) as caught:
        read_page_xml(pcgts(inner), "page.xml")
    assert "\n" not in str(caught.value)
