"""Lines that repeat one thing, through the whole pipeline: `python -m evaluation.reliability.stress`.

What a pattern or a loop does for each character and then for all behind it shows where a text repeats one
character, or one word that it looks for. Each of `UNITS` is put into each of `FORMS`; what takes more than
`LIMIT` processor seconds per 20,000 code points is printed, and so is every fault. A quarter of an hour with
all of them; `--form`, `--unit` choose. Exit code 1 where anything was printed. `growth` tells of texts with
more in them how their time grows.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable

from gangyao.batch import build_batch
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of

SIZE = 20_000
# A plan of so many code points takes .1 s.
LIMIT = 1.0
_WIDTH = 40
_MARKS = (
    "( ) （ ） “ ” ‘ ’ 「 《 》 〈 [ ] 【 】 〔 〕 { } < > | . 。 ， , 、 ； ; ： : ！ ？ ! ? - — – ~ "
    "～ … · * # $ % & @ ^ _ ` = + \\ / ① ㈠ ○ ● • ■ □ ﹁ ︵ ー ¦ ║ ─ │ ┌ ═ ** ## ~~ ![ ]( $$ \\frac{ "
    "\\n &amp; <b> <td> <tr> </p> http://"
)
_NUMBERS = (
    "0 1 12 2025 １ 一 十 百 万 亿 二〇 5% 亿元 年 月 日 2025年 到2025年 号 第 〔2021〕 发〔2021〕1号 "
    "第一章 一、 （一） 1. 1、 （1）"
)
_WORDS = (
    "a A ab 的 建 建设 国 国家 市 县 省 成都市 局 市财政局 市财政局、 和 及 等 等部门 将 把 由 是 对 "
    "在 自 为 要 应当 仍也 其中 以上 见 增长 达到 不低于 推进 加快 加大 不得 严禁 牵头 负责 责任单位： "
    "附件 目录 章 规划 工程 项目 等项目 关于 通知 蒙古 曰 己 土 人 八 口 の 이 Ж é 🔥 𠀀 訓 國 臺 龍"
)
_UNSEEN = (" ", "\t", "\n", "\u3000", "\u200b", "\ufeff", "\ue000")
UNITS = (*_MARKS.split(), *_NUMBERS.split(), *_WORDS.split(), *_UNSEEN)

Form = Callable[[str, int], str]


def _times(piece: str, size: int) -> str:
    return piece * (size // len(piece))


def _wrapped(text: str) -> str:
    return "\n".join(text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH)) + "\n"


def _between(before: str, behind: str, piece: str = "{}") -> Form:
    """Return a form in which a piece with the unit stands again and again between what it is given."""
    return lambda unit, size: f"{before}{_times(piece.format(unit), size)}{behind}"


_HEAD = "一、总体要求\n加快建设公园"
#: Texts of about so many code points in which a unit is repeated.
FORMS: dict[str, Form] = {
    "line": _between("", "\n"),
    "sentence": _between(_HEAD, "建设。\n"),
    "sentence that ends otherwise": _between(_HEAD, "建设A5%。\n"),
    "heading": _between("一、", "建\n"),
    "note": _between(f"{_HEAD}。（责任单位：市财政局", "）\n"),
    "quotation": _between("一、总体要求\n加快建设“", "”公园。\n"),
    "a line each": _between("", "", "{}\n"),
    "paragraphs": _between("", "", "{}\n\n"),
    "wrapped": lambda unit, size: _wrapped(_times(unit, size)),
    "behind words": _between("", "\n", "建设{}"),
    "behind words, wrapped": lambda unit, size: _wrapped(_times(f"建设{unit}", size)),
    "sentences": _between("", "\n", "加快建设公园{0}，推进绿地{0}。"),
    "lines that it closes": _between("", "", "加快建设公园{}\n"),
    "lines that it opens": _between("", "", "{}建设公园。\n"),
    "between blanks": _between("", "\n", "{} "),
    "between commas": _between(_HEAD, "建设。\n", "{}，"),
    "between digits": _between(_HEAD, "建设。\n", "{}1"),
    "cells": _between("| 任务 | 单位 |\n|---|---|\n", "", "| {} | 建设 |\n"),
}


def read(text: str) -> tuple[float, bool]:
    """Return the processor seconds that a text takes to become tables, and whether it was a fault."""
    source = join_files([("a.txt", text.encode())])
    document = Document(DocumentSpec("a", "某市规划", ("a.txt",)), source)
    # What an earlier text left behind is not this one's.
    gc.collect()
    started = time.process_time()
    part = build_batch([document], lexicon_of(SEEDS))
    return time.process_time() - started, any(problem.report for problem in part.problems)


def main() -> None:
    """Print what takes long, and what is a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", action="append", choices=list(FORMS), help="only these")
    parser.add_argument("--unit", action="append", help="only these, whatever they are")
    parser.add_argument("--size", type=int, default=SIZE, help="code points of each text")
    arguments = parser.parse_args()
    limit = LIMIT * arguments.size / SIZE
    read("建设公园。\n")
    count = found = 0
    for form in arguments.form or FORMS:
        for unit in arguments.unit or UNITS:
            seconds, is_fault = read(FORMS[form](unit, arguments.size))
            count += 1
            if is_fault or seconds > limit:
                found += 1
                print(f"{form}, {unit!r}: {'fault' if is_fault else f'{seconds:.1f} s'}", flush=True)
    print(
        f"{found} of {count} texts of {arguments.size:,} code points are a fault or take more than {limit} s"
    )
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
