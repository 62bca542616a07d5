"""Clauses of a sentence: cut at ， outside quotes and brackets; run-in numbers and conjunctions set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from gangyao.chinese.dates import TIME_BEHIND_MARK
from gangyao.chinese.signs import CharacterSet, Lines, Signs
from gangyao.tasks.grammar import Grammar

_MARK = re.compile("[“”‘’《》()（）「」〔〕，：,]")
# Most sentences have none of these and are cut at each mark; one in a number (1,200) cuts nothing.
_NESTS = "“”‘’《》()（）「」〔〕,"
_CUTS = CharacterSet("，：")
# White space as `str.isspace` knows it (the last is the ideographic space), but the break that closes each of
# `Lines`.
_BREAK = "\n"
_SPACES = tuple(one for one in map(chr, range(ord("\u3000") + 1)) if one.isspace() and one != _BREAK)
# A sentence with none of these is nothing but its clauses and the marks between them; 以 may join some.
_SIGNS = Signs({"inner": (*_NESTS, *_SPACES), "with": ("以",)})
_INNER, _WITH = _SIGNS.bits("inner"), _SIGNS.bits("with")
_PAIRS = {"“": "”", "‘": "’", "《": "》", "(": ")", "（": "）", "「": "」", "〔": "〕"}
_CLOSERS = frozenset(_PAIRS.values())
# Run-in numbers: 一是, 第一, （2）, 3., ①, 首先.
_ENUMERATOR = re.compile(
    rf"(?:—+|[(（][一二三四五六七八九十\d]{{1,3}}[)）]|\d{{1,2}}[.．、](?:(?!\d)|(?={TIME_BEHIND_MARK}))"
    r"|[一二三四五六七八九十]{1,3}[是、]|[①-⑳]|第[一二三四五六七八九十](?!方)[，是、]?"
    r"|[一二三四五六七八九](?=要(?![素求点])))\s*"
)
_FINAL = "。！？；;!?"
_FINALS = CharacterSet(_FINAL)
# An object that a comma cuts: 以…为主体，…为支撑的…
_FRAME = re.compile("以[^，]*?为")
# 形成以水路为主，快捷畅通的网络: what these make is a noun, which the frame only describes.
_MAKES = ("构建", "形成", "建立", "建成", "打造", "建设", "健全", "培育")
_DESCRIBES = re.compile("(?!以)[^，]{2,}的[^，]{2,}")
_FRAME_GOES_ON = re.compile("(?!以)[^，]{2,}(?<!全意)为[^，]{1,12}的")
_DIGIT_COMMA = re.compile(r"\d[,，]\d{3}")

# An opening mark with no closing one within this many characters encloses nothing.
_LONGEST_QUOTE = 400
# Longer pieces are no clauses that a comma cut.
_LONGEST_PIECE = 300

Span = tuple[int, int]


def split_all(sentences: Sequence[tuple[str, int, int]], lines: Lines) -> list[list[Span]]:
    """Return the clauses of sentences, each the stretch of a text, as `split_clauses` does of one.

    `lines` are the sentences themselves. Most have nothing inside but marks: those are cut where the marks of
    all sentences have been found in one look.
    """
    masks = _SIGNS.of_lines(lines)
    # Behind its last clause a plain sentence has one final mark, or none.
    is_final = _FINALS.holds(lines.codes)
    masks[is_final[np.maximum(lines.breaks - 2, 0)]] |= np.uint64(_INNER)
    if lines.joined.count(_BREAK) != len(sentences):
        masks |= np.uint64(_INNER)
    ends = lines.breaks - is_final[lines.breaks - 1]
    marks = np.flatnonzero(_CUTS.holds(lines.codes))
    places = marks.tolist()
    cut: list[list[Span]] = []
    for sentence, mask, line, end, first, last in zip(
        sentences,
        masks.tolist(),
        lines.starts.tolist(),
        ends.tolist(),
        np.searchsorted(marks, lines.starts).tolist(),
        np.searchsorted(marks, ends).tolist(),
        strict=True,
    ):
        if mask & _INNER:
            cut.append(split_clauses(*sentence))
            continue
        shift = sentence[1] - line
        at = sentence[1]
        spans: list[Span] = []
        for mark in places[first:last]:
            stop = mark + shift
            if at < stop:
                spans.append((at, stop))
            at = stop + 1
        if at < end + shift:
            spans.append((at, end + shift))
        cut.append(_rejoin(sentence[0], spans) if mask & _WITH else spans)
    return cut


def split_clauses(text: str, start: int, end: int) -> list[Span]:
    """Return the clauses of the sentence `text[start:end]` as half-open spans, without the commas."""
    while end > start and text[end - 1] in _FINAL:
        end -= 1
    spans = [_trim(text, span) for span in _outside_quotes(text, start, end)]
    return _rejoin(text, [span for span in spans if span[0] < span[1]])


def _outside_quotes(text: str, start: int, end: int) -> list[Span]:
    """Cut a sentence at its marks outside of quotes and brackets."""
    spans: list[Span] = []
    depth: list[str] = []
    last = start
    for mark in _MARK.finditer(text, start, end):
        c = mark.group()
        if c in _PAIRS:
            if text.find(_PAIRS[c], mark.end(), min(end, mark.end() + _LONGEST_QUOTE)) >= 0:
                depth.append(_PAIRS[c])
        elif c in _CLOSERS:
            if depth and depth[-1] == c:
                depth.pop()
        elif not depth and not (c == "," and _DIGIT_COMMA.match(text, mark.start() - 1)):
            spans.append((last, mark.start()))
            last = mark.end()
    spans.append((last, end))
    return spans


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _rejoin(text: str, spans: list[Span]) -> list[Span]:
    """Join the clauses that lie in one object: 构建以A为主体，B为支撑的C."""
    if len(spans) < 2 or text.find("以", spans[0][0], spans[-1][1]) < 0:
        return spans
    joined: list[Span] = []
    for span in spans:
        if (
            joined
            and text.startswith("以及", span[0])
            and not text.startswith(("对", "在", "向", "从"), span[0] + 2)
        ):
            # 支持种植业、养殖业，以及加工业的发展: one list.
            joined[-1] = (joined[-1][0], span[1])
            continue
        if joined and joined[-1][1] - joined[-1][0] < _LONGEST_PIECE:
            before = text[joined[-1][0] : joined[-1][1]]
            frame = _FRAME.search(before)
            if (
                frame is not None
                and frame.start() > 0
                and "的" not in before[frame.end() :]
                and (
                    _FRAME_GOES_ON.match(text, span[0], span[1])
                    or (before.endswith(_MAKES, 0, frame.start()) and _DESCRIBES.match(text, *span))
                )
            ):
                joined[-1] = (joined[-1][0], span[1])
                continue
        joined.append(span)
    return joined


def predicate_start(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Return where the clause begins behind its run-in number and its conjunctions (一是, 并, 同时)."""
    at = start
    while at < end:
        c = text[at]
        if c not in grammar.openings.characters and not c.isdigit():
            return at
        if c in "（(":
            # (工业和信息化部指导)建立…: who is in charge, in front of the predicate.
            close = text.find(_PAIRS[c], at, end)
            if 0 < close < end - 2:
                at = close + 1
                continue
        number = _ENUMERATOR.match(text, at, end)
        if number is not None:
            at = number.end()
            continue
        found = grammar.conjunction.match(text, at, end)
        if found is None or found.end() >= end:
            return at
        at = found.end()
    return start
