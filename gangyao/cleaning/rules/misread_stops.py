"""Full stops that were read as a letter or a digit: `新建消防站4个o加强排查o`, `创建森林乡村14个6`.

Between Chinese characters only an `o` is taken for one, whose shape it has; at the end of a paragraph of
running text any lone letter or digit, since engines whose alphabet lacks `。` write what they have. They are
doubted, never changed, where the text reads much better with a full stop; but in a text without any full
stop whose paragraphs all end in the same letter or digit, that is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.cut_figures import MEASURE
from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import NOTHING, Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

DETECTOR = "foreign"
_REASON = "a letter or a digit where a full stop would be read"
_LIKELY = "stands for {}, which closes the paragraphs of this text: the likeliest reading, which may be wrong"
_HAN = "\u4e00-\u9fff"
_INSIDE = re.compile(rf"(?<=[{_HAN}])[oO](?=[{_HAN}])")
# What is numbered or lettered may end a line: 详见附件1, 如图2, 方案A.
_AT_END = re.compile(
    rf"(?<=[{_HAN}])(?<![第附件表图圖栏欄式类類级級型号號案步卷册章节節条條款项項注例组組期版页頁股])[A-Za-z0-9](?=\n|$)"
)
# What else engines write for the ring of a full stop. Only a text that has no full stop shows it.
_RINGS = "○〇◯◦°º˚·∘"
_RING_AT_END = re.compile(rf"(?<=[{_HAN}%）”》])[{_RINGS}](?=\n|$)")
# A text that has none closes so many paragraphs with the same letter or digit, all that end so.
_FEWEST_ENDS = 3
# So many with the same ring: a letter or a digit more often ends a line for reasons of its own.
_FEWEST_RINGS = 2
# A shorter line is a label rather than a paragraph that needs a full stop (by hand).
_SHORTEST_CLOSED = 6
_GROUNDS = Grounds(
    "punctuation", "misread_stop", "it closes paragraph after paragraph of a text without full stops"
)
_RUNNING = re.compile("[，、；。]")
_SHORTEST = 10
# Characters on either side that say whether the text goes on.
_REACH = 8
# Bits that the text must save with a full stop (by hand; see the test of plans that hold none such).
_SAVED = 8.0


def find_misread_stops(scan: Scan, model: CharacterModel) -> Findings:
    """Doubt letters and digits in the place of full stops."""
    text = scan.text
    if "。" not in text and (ring := _ring(text)):
        return _restored(text, ring, model)
    if not scan.has(Kind.LETTER | Kind.DIGIT):
        return NOTHING
    found = [match.start() for match in _INSIDE.finditer(text)] if "o" in text or "O" in text else []
    # Looked for from the ends of lines: most lines end otherwise.
    ends = np.append(np.flatnonzero(scan.points == 0x0A), len(scan.points)) - 1
    ends = ends[ends >= 0]
    sized = ends[(scan.kinds[ends] & np.uint32(Kind.LETTER | Kind.DIGIT)) != 0]
    found += [place for place in sized.tolist() if _AT_END.match(text, place) and _is_running(text, place)]
    habit = _habit(scan, sized.tolist())
    if habit:
        return _restored(text, habit, model)
    places = sorted(found)
    doubts = [
        Doubt(place, place + 1, "。", _REASON, DETECTOR)
        for place, is_stop in zip(places, _are_stops(text, places, model), strict=True)
        if is_stop
    ]
    return Findings(doubts=doubts) if doubts else NOTHING


def _habit(scan: Scan, ends: Sequence[int]) -> str:
    """Return the letter or digit that closes paragraph after paragraph of a text without a full stop."""
    text = scan.text
    if "。" in text or len(ends) < _FEWEST_ENDS:
        return ""
    closing = Counter(
        text[end]
        for end in ends
        if _AT_END.match(text, end) and end - text.rfind("\n", 0, end) > _SHORTEST_CLOSED
    )
    ((mark, count),) = closing.most_common(1) or [("", 0)]
    return mark if count >= _FEWEST_ENDS and count == len(ends) else ""


def _ring(text: str) -> str:
    """Return the ring that closes paragraph after paragraph of a text without a full stop."""
    closing = Counter(found[0] for found in _RING_AT_END.finditer(text))
    ((mark, count),) = closing.most_common(1) or [("", 0)]
    return mark if count >= _FEWEST_RINGS and count == closing.total() else ""


def _restored(text: str, mark: str, model: CharacterModel) -> Findings:
    """Write full stops for a mark that closes each paragraph; within one, where the text reads no worse.

    What is written within a paragraph is doubted, too; a digit before what it may count is only doubted.
    """
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    places = [
        found.start()
        for found in re.finditer(rf"(?<=[{_HAN}）”》%]){re.escape(mark)}(?=[{_HAN}“《（\d]|\n|$)", text)
    ]
    inside = [place for place in places if text[place + 1 : place + 2] not in ("", "\n")]
    as_well = dict(zip(inside, _read_as_well(text, inside, model), strict=True))
    for start in places:
        end = start + 1
        if start not in as_well:
            edits.append(Edit(start, end, "。", _GROUNDS))
        elif (mark.isdecimal() and MEASURE.match(text, end)) or not as_well[start]:
            doubts.append(Doubt(start, end, "。", _REASON, DETECTOR))
        else:
            edits.append(Edit(start, end, "。", _GROUNDS))
            doubts.append(Doubt(start, end, mark, _LIKELY.format(mark), DETECTOR, written="。"))
    return Findings(edits, doubts)


def _is_running(text: str, end: int) -> bool:
    """Tell whether the line that ends at `end` is running text."""
    start = text.rfind("\n", 0, end) + 1
    return end - start >= _SHORTEST and _RUNNING.search(text, start, end) is not None


def _read_as_well(text: str, places: Sequence[int], model: CharacterModel) -> list[bool]:
    """Tell for each place whether the text reads no worse with a full stop there."""
    costs = _costs(text, places, (None, "。"), model)
    return [stop <= printed for printed, stop in costs]


def _are_stops(text: str, places: Sequence[int], model: CharacterModel) -> list[bool]:
    """Tell for each place whether the text reads much better with a full stop there."""
    costs = _costs(text, places, (None, "。", ""), model)
    return [printed - stop >= _SAVED and stop < nothing + _SAVED for printed, stop, nothing in costs]


def _costs(
    text: str, places: Sequence[int], readings: Sequence[str | None], model: CharacterModel
) -> list[list[float]]:
    """Return the bits that the line at each place costs with each of the readings for the character there.

    None stands for the character itself. All places are asked at once.
    """
    asked = [
        (
            text[max(0, place - _REACH) : place].rpartition("\n")[2],
            [text[place] if reading is None else reading for reading in readings],
            text[place + 1 : place + 1 + _REACH].partition("\n")[0] + "\n",
        )
        for place in places
    ]
    rows: list[list[float]] = model.replacement_costs_of_each(asked).tolist()
    return rows
