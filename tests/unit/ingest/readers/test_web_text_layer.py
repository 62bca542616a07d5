"""The words of a PDF with their boxes, as a web page (`pdftotext -bbox`)."""

import pytest

from gangyao.document.printed import Box
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.web.read import read_page

_SIZE = 10
_LEFT = ["一、发展目标", "到2030年，青禾市建成十二个产业", "园区，新增就业岗位三万个。"]
_RIGHT = ["二、重点任务", "市商务局牵头建设跨境电子商务综", "合试验区，支持企业开拓市场。"]


def word(text: str, left: float, top: float) -> str:
    right = left + _SIZE * len(text)
    return f'<word xMin="{left}" yMin="{top}" xMax="{right}" yMax="{top + 12}">{text}</word>'


def page(inner: str) -> bytes:
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body><doc>'
        f'<page width="450.000000" height="600.000000">{inner}</page></doc></body></html>'
    ).encode()


def columns(*texts: list[str]) -> list[str]:
    return [
        word(text, 30 + 220 * n, 50 + 20 * row) for n, one in enumerate(texts) for row, text in enumerate(one)
    ]


@pytest.mark.parametrize("form", ["{}", "<flow><block><line>{}</line></block></flow>"])
def test_words_become_lines_and_columns_are_read_one_after_the_other(form: str) -> None:
    data = page("".join(form.format(one) for one in columns(_LEFT, _RIGHT)))
    assert kind_of(data, "a.html") == "web page"
    content = read_page(data, "a.html")
    assert [one.text for one in content.lines] == [*_LEFT, *_RIGHT]
    assert content.pages == 1
    box = content.lines[0].box
    assert box is not None
    assert (box.left, box.right) == (30, 90)
    assert content.lines[0].scores == ()


def test_words_of_a_line_stand_together() -> None:
    inner = f"<line>{word('GREEN', 30, 50)}{word('POWER', 85, 50)}{word('项目', 140, 50)}</line>"
    assert [one.text for one in read_page(page(inner), "a.html").lines] == ["GREEN POWER项目"]


@pytest.mark.parametrize("edge", ["nan", "", "1e99", "左", "99"])
def test_a_page_with_a_word_at_no_place_is_read_by_its_elements(edge: str) -> None:
    odd = word("附则", 30, 300).replace('xMin="30"', f'xMin="{edge}"')
    content = read_page(page("".join([*columns(_LEFT), odd])), "a.html")
    said = "".join(one.text for one in content.lines)
    assert "附则" in said
    assert all("".join(text.split()) in "".join(said.split()) for text in _LEFT)
    assert all(one.box is None or one.box == Box(0, 0, 0, 0) for one in content.lines)
