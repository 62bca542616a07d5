"""The brackets round the year of a document number, lost in a font: `国办发„2009‟3号` is 国办发〔2009〕3号.

Between the code of the issuing body and the number of the document nothing else can stand (GB/T 9704). Round
and square brackets are printed for them too and stay, where the two are of one kind (not `国办发[2015〕3号`).
"""

from __future__ import annotations

import re
import unicodedata

from gangyao.cleaning.character_classes import Kind, Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("punctuation", "year_bracket", "the brackets of the year in a document number are 〔 〕")
_MARKS = "„‟“”\"＂〝〞‚‛‘’'`<>＜＞‹›〈〉«»≪≫《》{}｛｝﹛﹜﹝﹞﹙﹚『』「」﹁﹂"
_OPENING, _CLOSING = "[［(（【〔", "]］)）】〕"
_PAIRS = frozenset({"[]", "()", "【】", "〔〕"})
# Small forms of 〔 〕 are printed for lack of those.
_SMALL = frozenset({"﹝﹞"})
_NUMBER = re.compile(
    rf"(?P<open>[{re.escape(_MARKS + _OPENING)}])(?<=[\u4e00-\u9fff].)(?P<year>(?:19|20)\d\d)"
    rf"(?P<close>[{re.escape(_MARKS + _CLOSING)}])(?=[ \u3000]?第?[ \u3000]?\d{{1,4}}[ \u3000]?号)"
)


def find_year_brackets(scan: Scan) -> Findings:
    """Write the brackets of years in document numbers."""
    if not scan.has(Kind.DIGIT):
        return Findings()
    edits: list[Edit] = []
    for number in _NUMBER.finditer(scan.text):
        printed = number["open"] + number["close"]
        if printed not in _SMALL and unicodedata.normalize("NFKC", printed) in _PAIRS:
            continue
        edits.append(Edit(number.start("open"), number.end("open"), "〔", _GROUNDS))
        edits.append(Edit(number.start("close"), number.end("close"), "〕", _GROUNDS))
    return Findings(edits)
