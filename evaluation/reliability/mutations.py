"""Texts spoilt at random: what scanning, copying and malice do to a document."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import zip_longest

# Characters and snippets that some rule, pattern or file format treats in a way of its own.
SNIPPETS = (
    *"\0\t\v\f\r\x1b\x85\xa0\u200b\u200f\u2028\u2029\u202e\u3000\ufeff\ufffd\ue000\U00020000\U000e0041\U0010ffff",
    *"<>&*#_`~|$^\\{}[]()（）《》“”‘’\"'「」，。、；：！？—…·○〇零",
    *"=+-@＝＋－＠",
    "\r\n",
    "\n\n",
    ">\n",
    "&gt;",
    "&#x110000;",
    "&#0;",
    "**加快",
    "$\\frac{1}{2}$",
    "\\textbf{",
    "<table><tr><td>",
    "</td></tr></table>",
    "|---|---|",
    "第零章 ",
    "第一章 ",
    "第九百九十九节 ",
    "〇、",
    "一、",
    "（一）",
    "1.1.1.1 ",
    "①",
    "附件1",
    "目录",
    "第99999999999条 ",
    "99999999999999999999亿元",
    "1e400%",
    "2025年2月30日",
    "二〇二五年",
    "增长0.0000001%左右",
    "达到10%以上、20%以下",
    "坚持党的十九届五中全会精神",
    "重庆市",
    "成都都市圈",
    "中华人民共和国",
    "牵头单位：市发展改革委",
    "訓練訓訓練",
    "（略）",
)
# What converters, pages and lists print before a line; three of these once cost a document each.
LEADS = (
    "● ",
    "1. ",
    "（一）",
    "一、",
    "- ",
    "# ",
    "| ",
    "> ",
    "* ",
    "责任单位：",
    "\uf06c",
    "\x85",
    "<td>",
    "\t",
    "\\item ",
)
# Lines that some reader of forms takes for its own, to be mixed with those of documents.
FORMS = (
    "| 序号 | 重点任务 | 责任单位 | 完成时限 |",
    "|---|---|---|---|",
    "序号,重点任务,责任单位,完成时限",
    "序号\t指标\t单位\t2025年\t2030年",
    "指标名称",
    "约束性",
    "<table><tr><th>序号</th><th>重点任务</th></tr>",
    "<tr><td>1</td><td>建设科学城</td></tr></table>",
    "\\begin{tabular}{|l|l|}",
    "1 & 建设科学城 & 市科技局 \\\\ \\hline",
    '{| class="wikitable"',
    "|-",
    "|}",
    '{"type": "text", "content": "加快建设科学城。"}',
    "---",
    "title: 某市规划",
    "第 3 页 共 10 页",
    "- 4 -",
    "目  录",
    "第一章 总体要求……………………1",
    "专栏1 重点工程",
    "责任单位：市发展改革委，各县（市、区）人民政府",
    "（牵头单位：市科技局；完成时限：2025年12月）",
    "索引号：000014349/2025-00001",
    "发布日期：2025-01-02 来源：某市人民政府 浏览次数：12",
    "注：①数据为初步统计。",
    "附件：1. 任务分工表",
    "$$ \\begin{array}{cc} 1 & 2 \\end{array} $$",
    "![图](images/1.png)",
)
Mutation = Callable[[random.Random, str, Sequence[str]], str]


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def delete_lines(rng: random.Random, text: str, others: Sequence[str]) -> str:
    lines = _lines(text)
    start = rng.randrange(len(lines) + 1)
    return "".join(lines[:start] + lines[start + rng.randint(1, 8) :])


def double_lines(rng: random.Random, text: str, others: Sequence[str]) -> str:
    lines = _lines(text)
    start = rng.randrange(len(lines) + 1)
    return "".join(
        lines[:start] + lines[start : start + rng.randint(1, 4)] * rng.randint(2, 4) + lines[start:]
    )


def move_lines(rng: random.Random, text: str, others: Sequence[str]) -> str:
    lines = _lines(text)
    start, count, to = rng.randrange(len(lines) + 1), rng.randint(1, 12), rng.randrange(len(lines) + 1)
    moved = lines[start : start + count]
    rest = lines[:start] + lines[start + count :]
    return "".join(rest[:to] + moved + rest[to:])


def shuffle_lines(rng: random.Random, text: str, others: Sequence[str]) -> str:
    lines = _lines(text)
    start = rng.randrange(len(lines) + 1)
    shuffled = lines[start : start + rng.randint(2, 400)]
    rng.shuffle(shuffled)
    return "".join(lines[:start] + shuffled + lines[start + len(shuffled) :])


def read_across(rng: random.Random, text: str, others: Sequence[str]) -> str:
    """Read the lines of columns row by row."""
    lines = text.split("\n")
    height = -(-len(lines) // rng.randint(2, 6))
    columns = [lines[at : at + height] for at in range(0, len(lines), height)]
    return "\n".join(line for row in zip_longest(*columns) for line in row if line is not None)


def join_lines(rng: random.Random, text: str, others: Sequence[str]) -> str:
    lines = _lines(text)
    start = rng.randrange(len(lines) + 1)
    joined = [line.rstrip("\r\n") for line in lines[start : start + rng.randint(2, 20)]]
    return "".join(lines[:start]) + "".join(joined) + "".join(lines[start + len(joined) :])


def break_line(rng: random.Random, text: str, others: Sequence[str]) -> str:
    for _ in range(rng.randint(1, 10)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(("\n", "\r\n", "\n\n", "\r", " \n")) + text[at:]
    return text


def wrap(rng: random.Random, text: str, others: Sequence[str]) -> str:
    width = rng.randint(3, 40)
    return "\n".join(
        line[start : start + width]
        for line in text.split("\n")
        for start in range(0, max(1, len(line)), width)
    )


def insert(rng: random.Random, text: str, others: Sequence[str]) -> str:
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(text) + 1)
        snippet = rng.choice(SNIPPETS) * rng.choice((1, 1, 1, 2, 3, 50))
        text = text[:at] + snippet + text[at:]
    return text


def insert_at_line_ends(rng: random.Random, text: str, others: Sequence[str]) -> str:
    lines = text.split("\n")
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(lines))
        snippet = rng.choice(SNIPPETS)
        lines[at] = rng.choice((snippet + lines[at], lines[at] + snippet, snippet))
    return "\n".join(lines)


def lead_lines(rng: random.Random, text: str, others: Sequence[str]) -> str:
    leads = ("", *rng.sample(LEADS, rng.randint(1, 4)))
    return "\n".join(rng.choice(leads) + line for line in text.split("\n"))


def mix_forms(rng: random.Random, text: str, others: Sequence[str]) -> str:
    lines = _lines(text)
    picked = rng.sample(lines, min(len(lines), rng.randint(0, 12)))
    picked += [form + "\n" for form in rng.choices(FORMS, k=rng.randint(1, 12))]
    rng.shuffle(picked)
    return "".join(picked)


def random_unicode(rng: random.Random, text: str, others: Sequence[str]) -> str:
    for _ in range(rng.randint(1, 30)):
        at = rng.randrange(len(text) + 1)
        code = rng.choice((rng.randrange(0x110000), rng.randrange(0x3000), rng.randrange(0xF900, 0x10000)))
        char = "" if 0xD800 <= code < 0xE000 else chr(code)
        text = text[:at] + char + text[at + rng.randint(0, 1) :]
    return text


def truncate(rng: random.Random, text: str, others: Sequence[str]) -> str:
    start = rng.randrange(len(text) + 1)
    return text[start : start + rng.randint(0, 2000)]


def double_span(rng: random.Random, text: str, others: Sequence[str]) -> str:
    start = rng.randrange(len(text) + 1)
    span = text[start : start + rng.randint(1, 6)]
    return text[:start] + span * rng.randint(2, 5) + text[start:]


def drop_characters(rng: random.Random, text: str, others: Sequence[str]) -> str:
    for _ in range(rng.randint(1, 20)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + text[at + 1 :]
    return text


def splice(rng: random.Random, text: str, others: Sequence[str]) -> str:
    lines, more = _lines(text), _lines(rng.choice(others))
    start = rng.randrange(len(more) + 1)
    at = rng.randrange(len(lines) + 1)
    return "".join(lines[:at] + more[start : start + rng.randint(1, 30)] + lines[at:])


MUTATIONS: tuple[Mutation, ...] = (
    delete_lines,
    double_lines,
    move_lines,
    shuffle_lines,
    read_across,
    join_lines,
    break_line,
    wrap,
    insert,
    insert_at_line_ends,
    lead_lines,
    mix_forms,
    random_unicode,
    truncate,
    double_span,
    drop_characters,
    splice,
)
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "gb18030", "big5", "utf-16-be")


def excerpt(rng: random.Random, text: str, longest: int) -> str:
    """Return a run of whole lines of at most about `longest` code points."""
    if len(text) <= longest:
        return text
    start = rng.randrange(len(text) - longest)
    start = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start + longest)
    return text[start : end if 0 <= end <= start + 2 * longest else start + longest]


def mutated(rng: random.Random, texts: Sequence[str], longest: int) -> bytes:
    """Return a spoilt excerpt of one of `texts`, in some encoding, sometimes with bytes changed."""
    text = excerpt(rng, rng.choice(texts), rng.choice((longest, longest // 4)))
    for _ in range(rng.randint(1, 6)):
        text = rng.choice(MUTATIONS)(rng, text, texts) if text else rng.choice(SNIPPETS)
    data = bytearray(text.encode(rng.choice(ENCODINGS), errors="ignore"))
    if rng.random() < 0.1:
        for _ in range(rng.randint(1, 5)):
            data[rng.randrange(len(data) + 1) : rng.randrange(len(data) + 1)] = rng.randbytes(
                rng.randint(0, 4)
            )
    return bytes(data)
