"""hOCR: pages of a recogniser as a web page."""

import re

import pytest

from gangyao.document.printed import Box
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.web.read import read_page

_SIZE = 20
_LEFT = ["一、发展目标", "到2030年，青禾市建成十二个产业", "园区，新增就业岗位三万个。"]
_RIGHT = ["二、重点任务", "市商务局牵头建设跨境电子商务综", "合试验区，支持企业开拓市场。"]


def word(text: str, left: int, top: int, says: str = "; x_wconf 91", kind: str = "ocrx_word") -> str:
    box = f"bbox {left} {top} {left + _SIZE * len(text)} {top + _SIZE}"
    return f"<span class='{kind}' title='{box}{says}'>{text}</span> "


def line(text: str, left: int, top: int, kind: str = "ocr_line") -> str:
    found = re.finditer("[A-Za-z0-9]+|[^A-Za-z0-9 ]{1,3}", text)
    words = [word(one[0], left + _SIZE * one.start(), top) for one in found]
    return f"<span class='{kind}' title='bbox 0 0 1 1'>{''.join(words)}</span>"


def page(inner: str, kind: str = "ocr_page") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>a.png</title></head><body>"
        f"<div class='{kind}' title='image \"a.png\"; bbox 0 0 900 600'>{inner}</div></body></html>"
    ).encode()


def lines_of(columns: list[list[str]], kind: str = "ocr_line") -> str:
    return "".join(
        line(text, 60 + 440 * column, 100 + 40 * row, kind)
        for column, texts in enumerate(columns)
        for row, text in enumerate(texts)
    )


@pytest.mark.parametrize("kinds", [("ocr_line", "ocr_page"), ("ocrx_line", "x ocr_page")])
def test_words_become_lines_and_columns_are_read_one_after_the_other(kinds: tuple[str, str]) -> None:
    data = page(lines_of([_LEFT, _RIGHT], kinds[0]), kinds[1])
    assert kind_of(data, "page.hocr") == "web page"
    content = read_page(data, "page.hocr")
    assert [one.text for one in content.lines] == [*_LEFT, *_RIGHT]
    assert content.pages == 1
    assert content.lines[0].box == Box(60, 100, 60 + _SIZE * len(_LEFT[0]), 120)
    assert content.lines[0].scores[:2] == (0.91, 0.91)


def test_a_word_that_stands_in_no_line_is_a_line() -> None:
    content = read_page(page(lines_of([_LEFT]) + word("附则", 60, 400)), "page.hocr")
    assert [one.text for one in content.lines] == [*_LEFT, "附则"]


def test_a_line_is_not_scored_where_a_word_is_not() -> None:
    content = read_page(page(lines_of([_LEFT]) + word("附则", 60, 400, says="")), "page.hocr")
    assert content.lines[-1].scores == ()


@pytest.mark.parametrize(
    "loose",
    [
        "<span class='ocr_line' title='bbox 60 300 400 320'>第三条由市发展改革委负责解释。</span>",
        "<span class='ocrx_word'>第三条由市发展改革委负责解释。</span>",
        "<span class='ocrx_word' title='bbox 90 100 40 120'>第三条由市发展改革委负责解释。</span>",
        "<p>第三条由市发展改革委负责解释。</p>",
    ],
)
def test_nothing_is_lost_of_what_tells_no_place(loose: str) -> None:
    content = read_page(page(lines_of([_LEFT]) + loose), "page.hocr")
    text = "".join(one.text for one in content.lines).replace(" ", "")
    for one in (*_LEFT, "第三条由市发展改革委负责解释。"):
        assert one in text
