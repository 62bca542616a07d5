"""JSON of recognisers, known by its structure."""

import json
from collections.abc import Callable

import pytest

from gangyao.document.printed import Box
from gangyao.ingest.errors import SeedError
from gangyao.ingest.readers.kinds import kind_of
from gangyao.ingest.readers.recogniser_json.read import read_recogniser_json

_SIZE = 20
_LEFT = ["一、发展目标", "到二〇三〇年，青禾市建成十二个产业", "园区，新增就业岗位三万个。"]
_RIGHT = ["二、重点任务", "市商务局牵头建设跨境电子商务综合试", "验区，支持企业开拓市场。"]
_Line = tuple[str, int, int]
# As recognisers sort lines: by height, then across.
_LINES = [
    (texts[row], left, 100 + 40 * row) for row in range(3) for texts, left in ((_LEFT, 60), (_RIGHT, 500))
]


def right(line: _Line) -> int:
    return line[1] + _SIZE * len(line[0])


def quad(line: _Line) -> list[list[int]]:
    _, left, top = line
    return [[left, top], [right(line), top], [right(line), top + _SIZE], [left, top + _SIZE]]


def points(line: _Line) -> list[dict[str, int]]:
    # What is 0 may be left out.
    return [{name: at for name, at in zip("xy", point, strict=True) if at} for point in quad(line)]


def sides(line: _Line) -> dict[str, int]:
    return {"left": line[1], "top": line[2], "width": right(line) - line[1], "height": _SIZE}


def shares(line: _Line) -> dict[str, float]:
    return {
        "Left": line[1] / 1000,
        "Top": line[2] / 1414,
        "Width": (right(line) - line[1]) / 1000,
        "Height": _SIZE / 1414,
    }


def columns(lines: list[_Line]) -> dict[str, object]:
    return {
        "input_path": "a.png",
        "dt_polys": [quad(line) for line in [*lines, ("无", 0, 900)]],
        "rec_texts": [line[0] for line in lines],
        "rec_scores": [0.91 for _ in lines],
        "rec_polys": [quad(line) for line in lines],
    }


def with_characters(line: _Line) -> dict[str, object]:
    characters = [
        {"char": char, "location": sides((char, line[1] + _SIZE * n, line[2]))}
        for n, char in enumerate(line[0])
    ]
    return {"words": line[0], "location": sides(line), "probability": {"average": 0.91}, "chars": characters}


def as_string(lines: list[_Line]) -> dict[str, object]:
    words = [{"word": line[0], "prob": 91, "pos": points(line), "x": 1, "y": 1} for line in lines]
    inner = {"content": " ".join(line[0] for line in lines), "prism_wordsInfo": words}
    return {"Data": json.dumps(inner, ensure_ascii=False), "RequestId": "x"}


def lines_and_words(lines: list[_Line]) -> dict[str, object]:
    whole = [{"BlockType": "LINE", "Text": one[0], "Confidence": 91, "Geometry": {"BoundingBox": shares(one)}}
             for one in lines]  # fmt: skip
    words = [
        (one[0][n : n + 2], one[1] + _SIZE * n, one[2]) for one in lines for n in range(0, len(one[0]), 2)
    ]
    parts = [{"BlockType": "WORD", "Text": one[0], "Confidence": 91, "Geometry": {"BoundingBox": shares(one)}}
             for one in words]  # fmt: skip
    return {
        "Blocks": [{"BlockType": "PAGE", "Geometry": {"BoundingBox": shares(("", 0, 0))}}, *whole, *parts]
    }


def spans(lines: list[_Line]) -> dict[str, object]:
    def block(line: _Line) -> dict[str, object]:
        box = [line[1], line[2], right(line), line[2] + _SIZE]
        span = {"bbox": box, "content": line[0], "type": "text", "score": 0.91}
        return {"type": "text", "bbox": box, "lines": [{"bbox": box, "spans": [span]}]}

    blocks = [block(line) for line in lines]
    return {"pdf_info": [{"preproc_blocks": blocks, "para_blocks": blocks, "page_idx": 0, "tables": []}]}


@pytest.mark.parametrize(
    "written",
    [
        lambda lines: [[[quad(one), [one[0], 0.91]] for one in lines]],
        lambda lines: [[quad(one), one[0], 0.91] for one in lines],
        columns,
        lambda lines: [{"box": quad(one), "txt": one[0], "score": 0.91} for one in lines],
        lambda lines: {"words_result": [with_characters(one) for one in lines]},
        lambda lines: {"Response": {"TextDetections": [
            {"DetectedText": one[0], "Confidence": 91, "Polygon": points(one)} for one in lines]}},
        as_string,
        lines_and_words,
        spans,
        lambda lines: [{"text": one[0], "conf": 0.91, "bbox": [one[1], one[2], right(one) - one[1], _SIZE]}
                       for one in lines],
        lambda lines: [{"text": one[0], "conf": 0.91, "polygon": [n for point in quad(one) for n in point]}
                       for one in lines],
    ],
)  # fmt: skip
def test_texts_with_boxes_are_pages_whatever_program_wrote_them(
    written: Callable[[list[_Line]], object],
) -> None:
    data = json.dumps(written(_LINES), ensure_ascii=False).encode()
    assert kind_of(data, "a.json") == "recogniser json"
    content = read_recogniser_json(data, "a.json")
    assert [line.text for line in content.lines] == [*_LEFT, *_RIGHT]
    assert content.pages == 1
    box = content.lines[0].box
    assert box is not None
    assert (round(box.left), round(box.right)) == (60, 180)
    assert {round(score, 2) for line in content.lines for score in line.scores} == {0.91}


@pytest.mark.parametrize("form", ["list", "lines", "numbers"])
def test_pages_are_told_by_lists_by_lines_or_by_numbers(form: str) -> None:
    first = [[quad(line), [line[0], 0.9]] for line in _LINES]
    second = [[quad(("附件", 60, 100)), ["附件", 0.9]], [quad(("清单", 60, 140)), ["清单", 0.9]]]
    pages: list[object] = [first, second]
    data = json.dumps(pages)
    if form == "lines":
        data = "\n".join(map(json.dumps, pages))
    elif form == "numbers":
        data = json.dumps([{"page": 8, "data": first}, {"page": 9, "data": second}])
    content = read_recogniser_json(data.encode(), "a.json")
    assert [line.page for line in content.lines] == [1] * 6 + [2] * 2


def test_blocks_keep_the_order_of_their_model_and_say_what_is_furniture() -> None:
    long = "市商务局牵头建设跨境电子商务综合试验区，支持企业开拓国际市场，完善口岸通关服务。" * 3
    table = "<table><tr><td>指标</td><td>目标值</td></tr></table>"
    blocks = [
        {"type": "header", "text": "某市规划", "bbox": [100, 20, 300, 40], "page_idx": 0},
        {"type": "text", "text": long, "bbox": [500, 60, 900, 300], "page_idx": 0},
        {"type": "text", "text": "一、目标", "text_level": 1, "bbox": [100, 60, 200, 80], "page_idx": 0},
        {"type": "table", "table_body": table, "table_caption": ["表一"],
         "bbox": [9, 400, 900, 600], "page_idx": 1},
    ]  # fmt: skip
    data = json.dumps(blocks, ensure_ascii=False).encode()
    assert kind_of(data, "a.json") == "recogniser json"
    lines = read_recogniser_json(data, "a.json").lines
    assert [(line.text, line.page, line.role) for line in lines][:3] == [
        ("某市规划", 1, "furniture"),
        (long, 1, None),
        ("一、目标", 1, None),
    ]
    assert "".join(line.text for line in lines[3:]).count("指标") == 1
    assert {line.text for line in lines[3:]} > {"表一"} or "表一" in lines[3].text
    assert lines[1].box == Box(500, 60, 900, 300)


def test_what_stands_at_no_place_is_set_aside_and_said() -> None:
    written = {
        "note": "扫描件由青禾市档案馆提供",
        "result": [{"text": one[0], "box": quad(one)} for one in _LINES * 4],
    }
    lines = read_recogniser_json(json.dumps(written).encode(), "a.json").lines
    assert (lines[-1].text, lines[-1].role) == ("扫描件由青禾市档案馆提供", "furniture")


@pytest.mark.parametrize(
    "value",
    [
        {"title": "某市种业方案", "content": ["一、总体要求", "二、重点任务"]},
        [{"type": "text", "text": "一、总体要求"}, {"type": "text", "text": "二、重点任务"}],
        {
            "features": [
                {"properties": {"name": "青禾市"}, "geometry": {"coordinates": [[1, 2], [3, 4], [5, 6]]}}
            ]
            * 3
        },
        {"text": "青禾市规划", "box": [1, 2, 3, 4]},
        {
            "notes": [{"text": "章", "box": [1, 2, 3, 4]}] * 2,
            "body": "青禾市建成十二个产业园区，新增就业岗位三万个。",
        },
        [[1, 2], [3, 4]],
    ],
)
def test_other_json_stays_text(value: object) -> None:
    assert kind_of(json.dumps(value, ensure_ascii=False).encode(), "a.json") == "text"


@pytest.mark.parametrize("edge", ["NaN", "Infinity", "1e400", "-1e9", "9" * 400])
def test_a_box_on_no_page_is_said_in_one_line(edge: str) -> None:
    data = (
        json.dumps([{"text": one[0], "box": quad(one)} for one in _LINES])
        .replace("60,", f"{edge},", 1)
        .encode()
    )
    assert kind_of(data, "a.json") == "recogniser json"
    with pytest.raises(SeedError, match="no box on a page") as caught:
        read_recogniser_json(data, "a.json")
    assert "\n" not in str(caught.value)


def test_too_many_pieces_are_said_in_one_line() -> None:
    data = json.dumps([{"text": f"字{n}", "box": [9, n, 99, n + 9]} for n in range(50_001)]).encode()
    with pytest.raises(SeedError, match="50,001 pieces of text"):
        read_recogniser_json(data, "a.json")


def test_a_value_that_breaks_off_is_said_and_a_deep_one_stays_text() -> None:
    whole = json.dumps([{"text": one[0], "box": quad(one)} for one in _LINES])
    assert kind_of(("[" * 5000 + whole + "]" * 5000).encode(), "a.json") == "text"
    assert kind_of(("[" * 100 + whole + "]" * 100).encode(), "a.json") == "text"
    for end in (-3, -20, -60):
        with pytest.raises(SeedError, match="breaks off"):
            kind_of(whole[:end].encode(), "a.json")
    assert kind_of('[2024]5号\n{"text": "青禾市规划"'.encode(), "a.txt") == "text"


def test_what_a_model_calls_headings_is_in_blocks_of_one_line_too() -> None:
    told = [
        ("Title", "# 某县行动方案"),
        ("Section-header", "## 一、总体目标"),
        ("Text", "到2028年建成公园30个。"),
    ]
    blocks = [
        {"bbox": [120, 80 + 60 * n, 1080, 124 + 60 * n], "category": category, "text": text}
        for n, (category, text) in enumerate(told)
    ]
    content = read_recogniser_json(json.dumps(blocks).encode(), "a.json")
    assert [line.text for line in content.lines] == [text for _, text in told]
