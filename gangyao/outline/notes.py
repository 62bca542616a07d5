"""Notes at the foot of a page or of the text: `① 再生水：指…`, `[1] 管网改造：指…`, `注：…`.

Converters print them where they stood on the page, in the midst of the text. One is known by its mark, which
the text has printed before behind the word that it explains, or by its form: it says what a word means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.note_marks import marks_inside, note_mark, says_what_a_word_means
from gangyao.outline.blocks import Block

_HEADS_NOTES = re.compile(r"(?:[#*]+\s*)?(?:名词|术语)?(?:注释|注解|脚注|尾注|释义)\s*[：:]?\**")
_REMARK = re.compile(r"(?:备?注|说明)\s*\d{0,2}\s*[：:]")


def mark_notes(blocks: Sequence[Block]) -> None:
    """Set `formal` on the notes: they are no headings and set no task."""
    seen: set[str] = set()
    for block in blocks:
        mark = note_mark(block.text)
        is_note = bool(mark) and (
            (mark in seen and not mark.startswith("*")) or says_what_a_word_means(block.text)
        )
        if not block.is_table and block.formal is None and (is_note or _REMARK.match(block.text)):
            block.formal = "note"
            block.heading = None
        seen.update(marks_inside(block.text))
    for index in reversed(range(len(blocks) - 1)):
        # The heading of nothing but notes is none: 注释：.
        if _HEADS_NOTES.fullmatch(blocks[index].text) and blocks[index + 1].formal == "note":
            blocks[index].formal = "note"
            blocks[index].heading = None
