"""Documents as blocks, made of texts of the corpus: what is set, and so what has to be read."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gangyao.chinese.headings import parse_heading

BlockKind = Literal[
    "title", "number", "addressees", "caption", "h1", "h2", "h3", "p", "table", "box", "contents", "aside"
]
DocumentKind = Literal["newspaper", "notice", "plan", "report"]

# Rank of a heading by the family of its number.
_RANKS: dict[str, BlockKind] = {
    "part": "h1", "chapter": "h1", "section": "h2", "chinese": "h1", "chinese_bracket": "h2", "arabic": "h3",
}  # fmt: skip
# Code points of each kind of document: a newspaper page, and some pages of the others.
_LENGTHS: dict[DocumentKind, int] = {"newspaper": 5_200, "notice": 3_200, "plan": 9_000, "report": 7_000}
_LONGEST_HEADING = 40
# Texts whose lines are those of a page, not paragraphs.
_WRAPPED = ".pdfwrap."
_INDICATORS = (
    ("地区生产总值增速", "%"), ("常住人口城镇化率", "%"), ("城镇新增就业", "万人"), ("城镇调查失业率", "%"),
    ("居民人均可支配收入增速", "%"), ("单位地区生产总值能耗降低", "%"), ("空气质量优良天数比率", "%"),
    ("森林覆盖率", "%"), ("粮食综合生产能力", "亿斤"), ("研发经费投入强度", "%"),
    ("每千人口拥有执业（助理）医师数", "人"), ("劳动年龄人口平均受教育年限", "年"),
)  # fmt: skip
_DESKS = (
    "省发展改革委", "省财政厅", "省住房城乡建设厅、省自然资源厅", "省教育厅", "省人力资源社会保障厅",
    "省生态环境厅",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document; `rows` are the rows of a table, the lines of a box, the entries of a contents.

    `merged`: cells of the first column that stand one above the other and are equal are one cell. An `aside`
    is printed and is no part of the text (版记).
    """

    kind: BlockKind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    merged: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it opens a section."""
        return self.kind in ("h1", "h2", "h3")


def texts_for(kind: DocumentKind, corpus: Path) -> list[Path]:
    """Return the texts of the corpus that a kind of document is made of, sorted."""
    folders = {
        "newspaper": ("plans", "reports-state-council"),
        "notice": ("notices",),
        "plan": ("notices", "reports-provincial"),
        "report": ("reports-provincial", "reports-state-council"),
    }[kind]
    found = sorted(path for folder in folders for path in (corpus / folder).glob("*.txt"))
    return [path for path in found if _is_fit(kind, path)]


def make_document(kind: DocumentKind, path: Path, rng: random.Random) -> list[Block]:
    """Make a document of a text."""
    makers: dict[DocumentKind, Callable[[list[str], random.Random], list[Block]]] = {
        "newspaper": _newspaper,
        "notice": _notice,
        "plan": _plan,
        "report": _report,
    }
    return makers[kind](_lines(path), rng)


def _is_fit(kind: DocumentKind, path: Path) -> bool:
    if _WRAPPED in path.name:
        return False
    lines = _lines(path)
    if sum(map(len, lines)) < 1_500 or max(map(len, lines)) > 3_000:
        return False
    return kind != "plan" or sum(block.is_heading for block in _body(lines, _LENGTHS["plan"])) >= 4


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _body(lines: Sequence[str], limit: int) -> list[Block]:
    blocks: list[Block] = []
    length = 0
    attached = False
    for line in lines:
        # `附件：1.…` and what goes on counting below it are a list.
        attached = line.startswith("附件：") or (attached and line[0].isascii() and line[0].isdigit())
        blocks.append(Block("p" if attached else _heading_kind(line) or "p", line))
        length += len(line)
        if length > limit:
            break
    while blocks and blocks[-1].kind != "p":
        blocks.pop()
    return blocks


def _heading_kind(line: str) -> BlockKind | None:
    heading = parse_heading(line)
    if heading is None or heading.body_start is not None or not heading.title:
        return None
    is_short = len(line) < _LONGEST_HEADING and line[-1] not in "。；：，"
    return _RANKS.get(heading.family) if is_short else None


def may_be_heading(line: str) -> bool:
    """Tell whether a line without a number may be a heading of its text, which nothing marks there."""
    return parse_heading(line) is None and len(line) < _LONGEST_HEADING and line[-1:] not in "。；：，"


def _newspaper(lines: list[str], rng: random.Random) -> list[Block]:
    length = _LENGTHS["newspaper"]
    first = rng.randrange(1, max(2, len(lines) // 3))
    title = Block("title", "中共中央 国务院印发《江川地区发展规划纲要》")
    return [title, *_body(lines[first:], length)]


def _notice(lines: list[str], rng: random.Random) -> list[Block]:
    if lines[1][:6] == lines[0][:6]:
        lines = [lines[0], *(line for line in lines[1:] if line not in lines[0])]
    blocks = [Block("title", lines[0])]
    number = next((index for index, line in enumerate(lines[:8]) if re.search(r"〔\d{4}〕", line)), None)
    rest = lines[1:]
    if number is not None:
        blocks.append(Block("number", lines[number]))
        rest = lines[number + 1 :]
    if rest and rest[0].endswith("："):
        blocks.append(Block("addressees", rest[0]))
        rest = rest[1:]
    return blocks + _body(rest, _LENGTHS["notice"])


def _report(lines: list[str], rng: random.Random) -> list[Block]:
    return [Block("title", lines[0]), *_body(lines[1:], _LENGTHS["report"])]


def _plan(lines: list[str], rng: random.Random) -> list[Block]:
    body = _body(lines[1:], _LENGTHS["plan"])
    headings = [block.text for block in body if block.kind in ("h1", "h2")]
    title = rng.choice(
        (
            "江川省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
            "江川市国土空间总体规划（2021—2035年）",
        )
    )
    entries = tuple((text, str(1 + index // 2)) for index, text in enumerate(headings))
    paragraphs = [index for index, block in enumerate(body) if block.kind == "p"]
    quarter, half, three = (paragraphs[len(paragraphs) * part // 4] for part in (1, 2, 3))
    sentences = [
        sentence for block in body for sentence in re.split(r"(?<=。)", block.text) if 20 < len(sentence) < 60
    ][:8]
    inserted = {
        quarter: (Block("caption", "表1 主要指标"), Block("table", rows=_indicators(rng))),
        half: (
            Block(
                "box",
                rows=(
                    ("专栏1 重大工程",),
                    *((f"{rank}. {text}",) for rank, text in enumerate(sentences[:3], 1)),
                ),
            ),
        ),
        three: (
            Block("caption", "表2 任务分工"),
            Block("table", rows=_division_of_work(sentences[3:8], rng), merged=True),
        ),
    }
    blocks = [Block("title", title), Block("contents", rows=entries)]
    for index, block in enumerate(body):
        blocks += [block, *inserted.get(index, ())]
    return blocks


def _indicators(rng: random.Random) -> tuple[tuple[str, ...], ...]:
    rows = [("序号", "指标", "单位", "2020年", "2025年", "属性")]
    for name, unit in rng.sample(_INDICATORS, rng.randint(5, 9)):
        now = round(rng.uniform(1, 90), 1)
        then = round(now * rng.uniform(1.05, 1.4), 1)
        rows.append((str(len(rows)), name, unit, f"{now}", f"{then}", rng.choice(("预期性", "约束性"))))
    return tuple(rows)


def _division_of_work(sentences: Sequence[str], rng: random.Random) -> tuple[tuple[str, ...], ...]:
    """Return a table whose first column holds a desk, over two rows now and then."""
    rows = [("牵头单位", "重点任务", "完成时限")]
    desk = ""
    for sentence in sentences:
        if not desk or rng.random() < 0.6:
            desk = rng.choice([one for one in _DESKS if one != desk])
        rows.append((desk, sentence, rng.choice(("2024年12月", "2025年底前", "持续推进"))))
    return tuple(rows)


def merged_rows(block: Block) -> list[list[tuple[str, int] | None]]:
    """Return the cells of a table and how many rows each goes over; None where one above goes on."""
    table: list[list[tuple[str, int] | None]] = [[(cell, 1) for cell in row] for row in block.rows]
    if not block.merged:
        return table
    top = 1
    for index in range(2, len(block.rows) + 1):
        if index < len(block.rows) and block.rows[index][0] == block.rows[top][0]:
            table[index][0] = None
            continue
        if index > top and top < len(block.rows):
            table[top][0] = (block.rows[top][0], index - top)
        top = index
    return table
