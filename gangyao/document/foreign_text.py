"""Documents that are none of ours: texts without Chinese, and those that hardly hold any."""

from __future__ import annotations

import re

import numpy as np

from gangyao.chinese.code_points import code_points
from gangyao.document.problems import DocumentProblem, Severity, problem
from gangyao.document.read_document import ReadDocument

# Of the letters of 104 plans, notices, reports and laws 0.996 and more are Chinese in each; of notes about
# programs in Chinese 0.17 to 0.52.
_LEAST_SHARE = 0.5
# Code points: what a text is shows at its beginning, and long texts need not be counted.
_SAMPLE = 20_000
_HAN = ((0x2E80, 0x2FD5), (0x3005, 0x3007), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
_LETTER = re.compile(r"[^\W\d_]")
_REMEDY = "give a document in Chinese, or leave it out"


def foreign_text(read: ReadDocument) -> tuple[DocumentProblem, ...]:
    """Tell of a document that it holds no Chinese (an error), or hardly any (a warning); nothing of others.

    What counts is the cleaned text: mark-up, and Chinese in the wrong encoding, are mended there.
    """
    text = read.cleaned.text
    sample = text[:_SAMPLE]
    chinese = _count_han(sample)
    # Most texts are told by this, and never counted letter by letter.
    if chinese and chinese >= _LEAST_SHARE * len(sample):
        return ()
    if not chinese and not _count_han(text):
        if not text.strip():
            return _told(read, "warning", "nothing of it is text: every line was set aside")
        return _told(read, "error", "holds no Chinese")
    letters = len(_LETTER.findall(sample))
    if chinese >= _LEAST_SHARE * letters:
        return ()
    what = f"is hardly a document in Chinese: {chinese:,} of its first {letters:,} letters are Chinese"
    return _told(read, "warning", what)


def _count_han(text: str) -> int:
    """How many characters of `text` are Chinese: by arrays in a twentieth of the time of a pattern."""
    codes = code_points(text)
    return sum(int(np.count_nonzero((codes >= first) & (codes <= last))) for first, last in _HAN)


def _told(read: ReadDocument, severity: Severity, what: str) -> tuple[DocumentProblem, ...]:
    file = read.layout.lines[0].source_file if read.layout.lines else ""
    return (problem(read.document.spec.document_id, severity, file, "", what, _REMEDY),)
