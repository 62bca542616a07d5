from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.ofd import read_ofd

_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text_object(number: int, x: float, y: float, text: str, size: float = 5) -> str:
    """Return a line of text, its baseline at y (millimetres)."""
    delta = " ".join([f"{size:g}"] * (len(text) - 1))
    delta = f' DeltaX="{delta}"' if delta else ""
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{x} {y - size} 160 {size * 1.2}" Font="1" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size}"{delta}>{text}</ofd:TextCode></ofd:TextObject>'
    )


def path_object(number: int, left: float, top: float, right: float, bottom: float) -> str:
    """Return a ruled line."""
    wide, high = right - left, bottom - top
    return (
        f'<ofd:PathObject ID="{number}" Boundary="{left} {top} {wide} {high}">'
        f"<ofd:AbbreviatedData>M 0 0 L {wide} {high}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def ofd(*objects: str, title: str = "") -> bytes:
    """Return an OFD document of one page, 210 x 297 mm (GB/T 33190)."""
    parts = {
        "OFD.xml": f'<ofd:OFD {_NS} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo>'
        f"<ofd:DocID>1</ofd:DocID><ofd:Title>{title}</ofd:Title></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_NS}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/Pages/Page_0/Content.xml": f'<ofd:Page {_NS}><ofd:Content><ofd:Layer ID="2">{"".join(objects)}'
        "</ofd:Layer></ofd:Content></ofd:Page>",
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def test_lines_have_page_and_box_in_points():
    content = read_ofd(ofd(text_object(10, 30, 40, "坚持生态优先。"), title="临河市规划"), "a.ofd")
    (line,) = content.lines
    assert (line.text, line.page, content.pages) == ("坚持生态优先。", 1, 1)
    assert line.box is not None
    assert line.box.left == pytest.approx(30 * 72 / 25.4, abs=1)
    assert line.box.bottom == pytest.approx(40 * 72 / 25.4, abs=4)
    assert [(finding.field, finding.value) for finding in content.findings] == [("title", "临河市规划")]


def test_ruled_tables_are_cells():
    rules = [path_object(20 + k, 30, y, 130, y) for k, y in enumerate((100, 110, 120))]
    rules += [path_object(30 + k, x, 100, x, 120) for k, x in enumerate((30, 60, 130))]
    words = [
        text_object(40, 32, 107, "序号"), text_object(41, 62, 107, "指标"),
        text_object(42, 32, 117, "1"), text_object(43, 62, 117, "森林覆盖率"),
    ]  # fmt: skip
    lines = read_ofd(ofd(*rules, *words), "a.ofd").lines
    assert [(line.text, line.cell and (line.cell.row, line.cell.column)) for line in lines] == [
        ("序号", (1, 1)), ("指标", (1, 2)), ("1", (2, 1)), ("森林覆盖率", (2, 2)),
    ]  # fmt: skip


def test_the_kind_is_told_by_its_parts():
    assert kind_of(ofd(), "a.bin") == "ofd"


@pytest.mark.parametrize(
    ("data", "problem"), [(ofd(), "no text"), (ofd()[:200], "damaged"), (b"PK\x03\x04", "damaged")]
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, problem: str):
    with pytest.raises(SeedError, match=problem) as caught:
        read_ofd(data, "a.ofd")
    assert str(caught.value).startswith("a.ofd")
    assert "\n" not in str(caught.value)


def test_a_page_that_is_missing_is_named():
    stream = BytesIO()
    data = ofd(text_object(10, 30, 40, "坚持"))
    with zipfile.ZipFile(BytesIO(data)) as whole, zipfile.ZipFile(stream, "w") as copy:
        for name in whole.namelist():
            if not name.endswith("Content.xml"):
                copy.writestr(name, whole.read(name))
    with pytest.raises(SeedError, match=r"a\.ofd, page 1: is missing in the file"):
        read_ofd(stream.getvalue(), "a.ofd")
