"""Text that was decoded in the wrong encoding: `Äê` for 年, `ä¸å½` for 中国, `鍔犲揩` for 加快.

It is undone only where that is proved: the whole run must give back the bytes of another encoding without one
error, encode again to what is printed, and read as Chinese. Bytes that were lost are those of `lost_bytes`.
What looks like such a run but proves nothing is doubted as a whole, and no other rule may touch it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Doubt, Findings
from gangyao.cleaning.rules.lost_bytes import LOST, may_have_lost, read_lost
from gangyao.document.ledger import Edit, Grounds

DETECTOR = "mojibake"
_GROUNDS = Grounds(
    "encoding", "mojibake", "read in the wrong encoding ({wrong} for {right}): encoding it back proves it"
)
_LOSSES = Grounds(
    "encoding",
    "mojibake",
    "read in the wrong encoding (gb18030 for utf-8) with bytes lost: the likeliest of what they can be",
)
_DOUBT = "looks like text that was read in the wrong encoding; encoding it back does not prove which"

# Letters and marks that Latin-1 and Windows-1252 have for the bytes of Chinese encodings, with what may stand
# between them: ASCII, which all these encodings share.
_HIGH = (
    "\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_LATIN_RUN = re.compile(rf"[{_HIGH}](?:[ -~{_HIGH}]*[{_HIGH}])?")
_PAIR = re.compile("[\u00a1-\u00fe]{2}")
_LETTER_PAIR = re.compile("[\u00c0-\u00fe][\u00a1-\u00fe]")
# The first two bytes of a Chinese character or mark in UTF-8 (E3 80, E4 to E9 with any second byte, EF BC),
# as GBK
# reads them. A third of a run are such characters, most of them rare ones.
_HEADS = frozenset(
    bytes(pair).decode("gb18030")
    for pair in [
        (0xE3, 0x80),
        (0xEF, 0xBC),
        *((lead, second) for lead in range(0xE4, 0xEA) for second in range(0x80, 0xC0)),
    ]
)
_IS_HEAD = np.zeros(0x10000, dtype=bool)
_IS_HEAD[[ord(head) for head in _HEADS]] = True
_HEAD_SHARE = 0.2
_GBK_RUN = re.compile("[^\n -~\u3000-\u3020]+(?:[ -~]+[^\n -~\u3000-\u3020]+)*")
# Most characters of a run that is read rightly are Han or Chinese punctuation of the common sets.
_COMMON_SHARE = 0.9
# Bits per character that a right reading costs at most; official prose costs 4 to 6, mojibake 14 and more.
_DEAREST = 11.5
# A run of fewer characters proves nothing.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Mistake:
    """Text in the encoding `right` that was read as `wrong` (codecs of Python)."""

    right: str
    wrong: str


# Windows-1252 as programs read it: the bytes that it leaves open are those of Latin-1.
_LATIN = "Latin-1"
_LATIN_MISTAKES = tuple(_Mistake(right, _LATIN) for right in ("utf-8", "gb18030", "big5"))
_GBK_MISTAKES = (_Mistake("utf-8", "gb18030"),)


def find_mojibake(scan: Scan, model: CharacterModel) -> Findings:
    """Read runs in the encoding that they were written in; doubt those that prove nothing."""
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    if bool(((scan.points >= 0xA1) & (scan.points <= 0xFE)).any()):
        # A dot between names stands alone, and most texts have no other of these.
        for run in _LATIN_RUN.finditer(scan.text) if _PAIR.search(scan.text) else ():
            if not _PAIR.search(run.group()):
                continue
            edit = _undo(scan.text, *run.span(), _LATIN_MISTAKES, model)
            if edit is not None:
                edits.append(edit)
            elif len(_LETTER_PAIR.findall(run.group())) >= _SHORTEST:
                # Letters with accents stand alone in words of Latin script, bytes of Chinese in pairs.
                doubts.append(Doubt(*_without_blanks(scan.text, *run.span()), None, _DOUBT, DETECTOR))
    is_head = _IS_HEAD.take(scan.points, mode="clip")
    if np.count_nonzero(is_head) >= _SHORTEST:
        heads_before = np.append(0, np.cumsum(is_head))
        for run in _GBK_RUN.finditer(scan.text):
            heads = int(heads_before[run.end()] - heads_before[run.start()])
            if heads < _SHORTEST or heads < _HEAD_SHARE * len(run.group()):
                continue
            edit = _undo(scan.text, *run.span(), _GBK_MISTAKES, model)
            edit = edit or _undo_with_losses(scan.text, *run.span(), model)
            if edit is not None:
                edits.append(edit)
            elif _bits(run.group(), model) > _DEAREST:
                doubts.append(Doubt(*run.span(), None, _DOUBT, DETECTOR))
    edits.sort(key=lambda edit: edit.start)
    doubts.sort(key=lambda doubt: doubt.start)
    return Findings(edits, doubts)


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a run without characters at its edges that are white space: U+0085 ends a line."""
    run = text[start:end]
    return start + len(run) - len(run.lstrip()), end - len(run) + len(run.rstrip())


def _undo(
    text: str, start: int, end: int, mistakes: tuple[_Mistake, ...], model: CharacterModel
) -> Edit | None:
    """Return the edit that reads a run rightly, where that is proved.

    The second byte of the last character may be one of ASCII.
    """
    for last in (end, end + 1):
        printed = text[start:last]
        likely = [
            (_bits(undone, model), undone, mistake)
            for mistake in mistakes
            if (undone := _undone(printed, mistake)) is not None and _common_share(undone) >= _COMMON_SHARE
        ]
        if likely:
            bits, undone, mistake = min(likely, key=lambda reading: reading[0])
            if bits <= _DEAREST and bits < _bits(printed, model):
                reason = _GROUNDS.reason.format(wrong=mistake.wrong, right=mistake.right)
                return Edit(start, last, undone, Grounds(_GROUNDS.category, _GROUNDS.rule, reason))
    return None


def _undo_with_losses(text: str, start: int, end: int, model: CharacterModel) -> Edit | None:
    """Return the edit that reads a run rightly in which bytes were lost; what stays open is U+FFFD."""
    last = end + text.startswith("?", end)
    printed = text[start:last]
    undone = read_lost(printed, model) if may_have_lost(printed) else None
    if undone is None or _common_share(undone) < _COMMON_SHARE or _bits(undone, model) > _DEAREST:
        return None
    return Edit(start, last, undone, _LOSSES)


def _undone(printed: str, mistake: _Mistake) -> str | None:
    """Return what the bytes say in the right encoding, if that is one reading and can be undone again."""
    try:
        data = _bytes(printed) if mistake.wrong == _LATIN else printed.encode(mistake.wrong)
        undone = data.decode(mistake.right)
        if undone.encode(mistake.right) != data or "\n" in undone:
            return None
    except UnicodeError:
        return None
    return undone if sum(not char.isascii() for char in undone) >= _SHORTEST else None


def _bytes(printed: str) -> bytes:
    """Return the bytes of a text that was read as Windows-1252. Raises UnicodeError."""
    return b"".join(char.encode("latin-1" if char <= "\xff" else "cp1252") for char in printed)


def _common_share(text: str) -> float:
    """Return how much of what is not ASCII is Han of GB 2312 or Big5, or Chinese punctuation."""
    other = [char for char in text if not char.isascii() and char != LOST]
    return sum(_is_common(char) for char in other) / len(other)


def _is_common(char: str) -> bool:
    if "\u3000" <= char <= "\u303f" or "\uff01" <= char <= "\uff5e" or char in "“”‘’—…·":
        return True
    if not "\u4e00" <= char <= "\u9fff":
        return False
    for encoding in ("gb2312", "big5"):
        try:
            char.encode(encoding)
        except UnicodeError:
            continue
        return True
    return False


def _bits(text: str, model: CharacterModel) -> float:
    """Return the bits of a character that is not ASCII, on the average."""
    bits = model.surprise(text)
    is_other = np.array([not char.isascii() for char in text])
    return float(bits[is_other].mean())
