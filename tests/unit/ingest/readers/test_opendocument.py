"""OpenDocument texts."""

import zipfile
from io import BytesIO

import pytest

from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.opendocument.read import read_odt

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        *(
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("draw", "drawing"),
        ),
    )
)
_OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    "</text:outline-style>"
)
_LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-prefix="（" style:num-suffix="）" text:start-value="3"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
)


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    automatic = f"<office:automatic-styles>{_LISTS}</office:automatic-styles>"
    content = f"{automatic}<office:body><office:text>{body}</office:text></office:body>"
    usual = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_SPACES}>{content}</office:document-content>",
        "styles.xml": f"<office:document-styles {_SPACES}>{styles}</office:document-styles>",
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        named = {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in parts.items()}
        for name, text in (usual | named).items():
            made.writestr(name, text)
    return stream.getvalue()


def item(text: str) -> str:
    return f"<text:list-item><text:p>{text}</text:p></text:list-item>"


def test_headings_have_their_levels_and_numbers() -> None:
    body = (
        '<text:p text:style-name="P1">青禾市规划</text:p><text:h text:outline-level="1">总体要求</text:h>'
        '<text:h text:outline-level="2">目标</text:h>'
        "<text:p>建设<text:span>公园</text:span>。<text:s/>好</text:p>"
        '<text:h text:outline-level="1" text:is-list-header="true">附件</text:h>'
        '<text:h text:outline-level="1">任务</text:h>'
    )
    data = odt(body, _OUTLINE)
    assert kind_of(data, "a.odt") == "odt"
    lines = read_odt(data, "a.odt").lines
    assert [(line.text, line.role, line.level) for line in lines] == [
        ("青禾市规划", "heading", 1),
        ("一、总体要求", "heading", 2),
        ("一.1 目标", "heading", 3),
        ("建设公园。 好", "text", 0),
        ("附件", "heading", 2),
        ("二、任务", "heading", 2),
    ]


def test_lists_are_counted_anew_unless_they_go_on() -> None:
    lists = [
        f'<text:list text:style-name="{style}"{more}>{item("甲")}{item("乙")}</text:list>'
        for style, more in (("L1", ""), ("L1", ' text:continue-numbering="true"'), ("L1", ""), ("L2", ""))
    ]
    lines = read_odt(odt("".join(lists)), "a.odt").lines
    assert [line.text for line in lines] == [
        *("（3）甲", "（4）乙", "（5）甲", "（6）乙", "（3）甲", "（4）乙", "甲", "乙")
    ]


def test_tables_boxes_and_notes_stand_by_themselves() -> None:
    cited = "<text:note-citation>1</text:note-citation>"
    note = f"<text:note>{cited}<text:note-body><text:p>注</text:p></text:note-body></text:note>"
    box = "<draw:frame><draw:text-box><text:p>专栏一</text:p></draw:text-box></draw:frame>"
    wide = '<table:table-cell table:number-columns-spanned="2"><text:p>指标</text:p></table:table-cell>'
    rows = (
        f"<table:table-header-rows><table:table-row>{wide}<table:covered-table-cell/></table:table-row>"
        "</table:table-header-rows><table:table-row><table:table-cell><text:p>粮食</text:p></table:table-cell>"
        "<table:table-cell><text:p>三百</text:p><text:p>万吨</text:p></table:table-cell></table:table-row>"
    )
    body = f"<text:p>建设公园{note}。{box}</text:p><table:table>{rows}</table:table>"
    deleted = "<text:tracked-changes><text:p>删去</text:p></text:tracked-changes>"
    lines = read_odt(odt(deleted + body), "a.odt").lines
    assert [(line.text, line.role) for line in lines] == [
        ("专栏一", "box"), ("建设公园。", "text"), ("指标", None), ("粮食", None),
        ("三百", None), ("万吨", None), ("注", "note"),
    ]  # fmt: skip
    cells = [line.cell for line in lines if line.cell is not None]
    assert [(one.row, one.column, one.column_span, one.is_header) for one in cells] == [
        (1, 1, 2, True), (2, 1, 1, False), (2, 2, 1, False), (2, 2, 1, False),
    ]  # fmt: skip


def test_contents_and_running_heads_are_set_aside() -> None:
    entries = "<text:index-body><text:p>一、目标 1</text:p></text:index-body>"
    contents = f"<text:table-of-content>{entries}</text:table-of-content>"
    head = "<style:master-page><style:header><text:p>内部</text:p></style:header></style:master-page>"
    lines = read_odt(odt(contents + "<text:p>建设公园。</text:p>", head), "a.odt").lines
    assert [(line.text, line.role) for line in lines] == [
        ("内部", "furniture"),
        ("一、目标 1", "contents"),
        ("建设公园。", "text"),
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (odt("", content_xml="<office"), "is a damaged .odt file"),
        (odt("<text:p/>"), "holds no text"),
        (
            odt("<text:p>字</text:p>", **{"META-INF__manifest_xml": "<m><encryption-data/></m>"}),
            "is encrypted",
        ),
        (odt("<text:section>" * 90 + "<text:p>字</text:p>" + "</text:section>" * 90), "nests more than"),
        (odt("<text:p>字</text:p>", content_xml='<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "defines entities"),
        (odt("字" * 3_000_000), "would unpack to"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(SeedError, match=says) as caught:
        read_odt(data, "a.odt")
    assert "\n" not in str(caught.value)
