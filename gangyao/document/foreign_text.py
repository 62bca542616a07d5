"""Documents that are none of ours: texts without Chinese, and those that hardly hold any."""

from __future__ import annotations

import re

from gangyao.document.problems import DocumentProblem, Severity, problem
from gangyao.document.read_document import ReadDocument

# Of the letters of 104 plans, notices, reports and laws 0.996 and more are Chinese in each; of notes about
# programs in Chinese 0.17 to 0.52.
_LEAST_SHARE = 0.5
# Code points: what a text is shows at its beginning, and long texts need not be counted.
_SAMPLE = 20_000
_HAN = re.compile("[\u2e80-\u2fd5\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_LETTER = re.compile(r"[^\W\d_]")
_REMEDY = "give a document in Chinese, or leave it out"


def foreign_text(read: ReadDocument) -> tuple[DocumentProblem, ...]:
    """Tell of a document that it holds no Chinese (an error), or hardly any (a warning); nothing of others.

    What counts is the cleaned text: mark-up, and Chinese in the wrong encoding, are mended there.
    """
    text = read.cleaned.text
    sample = text[:_SAMPLE]
    chinese = len(_HAN.findall(sample))
    if not chinese and not _HAN.search(text):
        if not text.strip():
            return _told(read, "warning", "nothing of it is text: every line was set aside")
        return _told(read, "error", "holds no Chinese")
    letters = len(_LETTER.findall(sample))
    if chinese >= _LEAST_SHARE * letters:
        return ()
    what = f"is hardly a document in Chinese: {chinese:,} of its first {letters:,} letters are Chinese"
    return _told(read, "warning", what)


def _told(read: ReadDocument, severity: Severity, what: str) -> tuple[DocumentProblem, ...]:
    file = read.layout.lines[0].source_file if read.layout.lines else ""
    return (problem(read.document.spec.document_id, severity, file, "", what, _REMEDY),)
