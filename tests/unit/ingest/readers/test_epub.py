"""E-books."""

import zipfile
from io import BytesIO

import pytest

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.epub import read_epub
from gangyao.ingest.readers.kinds import kind_of

_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
_TABLE = "<table><tr><td>指标</td><td>目标值</td></tr><tr><td>粮食产量</td><td>三百万吨</td></tr></table>"


def chapter(title: str, text: str) -> str:
    page = f"<body><h1>{title}</h1><p>{text}</p>{_TABLE}</body>"
    return f'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">{page}</html>'


def package(*order: str) -> str:
    kind = "application/xhtml+xml"
    items = "".join(f'<item id="{n}" href="text/{n}.xhtml" media-type="{kind}"/>' for n in "ab")
    spine = "".join(f'<itemref idref="{one}"/>' for one in order)
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>青禾市规划</dc:title></metadata>'
        f"<manifest>{items}<item id='i' href='i.png' media-type='image/png'/></manifest>"
        f"<spine><itemref idref='i'/>{spine}</spine></package>"
    )


def book(parts: dict[str, str] | None = None) -> bytes:
    usual = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/content.opf": package("b", "a"),
        "OEBPS/text/a.xhtml": chapter("第二章 重点任务", "市商务局牵头建设跨境电子商务综合试验区。"),
        "OEBPS/text/b.xhtml": chapter("第一章 发展目标", "到2030年，青禾市建成十二个产业园区。"),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in (usual | (parts or {})).items():
            made.writestr(name, text)
    return stream.getvalue()


def test_chapters_are_read_in_the_order_of_their_spine() -> None:
    assert kind_of(book(), "a.epub") == "epub"
    content = read_epub(book(), "a.epub")
    assert [line.text for line in content.lines if line.role == "heading"] == [
        "第一章 发展目标",
        "第二章 重点任务",
    ]
    assert [line.cell.table for line in content.lines if line.cell is not None] == [1] * 4 + [2] * 4
    assert [(one.field, one.value) for one in content.findings] == [("title", "青禾市规划")]


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"META-INF/container.xml": "<container/>"}, "names no package"),
        ({"META-INF/container.xml": "<"}, "is a damaged e-book"),
        ({"OEBPS/content.opf": package("b", "a").replace("text/a", "text/c")}, "is a damaged e-book"),
        ({"OEBPS/content.opf": package()}, "is an e-book without text"),
        ({"OEBPS/content.opf": '<!DOCTYPE p [<!ENTITY a "b">]><package/>'}, "defines entities"),
        ({"META-INF/encryption.xml": '<x URI="OEBPS/text/a.xhtml"/>'}, "is an encrypted e-book"),
        ({"OEBPS/text/a.xhtml": "字" * 3_000_000}, "would unpack to"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(parts: dict[str, str], says: str) -> None:
    with pytest.raises(SeedError, match=says) as caught:
        read_epub(book(parts), "a.epub")
    assert "\n" not in str(caught.value)
