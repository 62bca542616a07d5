"""Where the title of a heading ends and the paragraph on the same line begins."""

from __future__ import annotations

import re

#: A title that stands before its paragraph on the same line is at most this long (code points).
MAX_RUN_IN_TITLE = 48
#: The title of a part, chapter or section stands on a line of its own; a long first sentence is not it.
MAX_RANKED_RUN_IN = 20
MAX_RANKED_SENTENCE = 30
#: A line longer than this is no title, even if nothing follows it.
MAX_TITLE = 80
#: A title that ends in a colon is a few words.
MAX_COLON_TITLE = 14
#: So is the title of an article of a law.
MAX_ARTICLE_TITLE = 20

# 一、问：为什么…？ The title is what is asked.
_ASKS = ("问", "問")
_NOTE = re.compile(r"[（(][^（）()]*[）)]")
_OPENING = "“《（(「『【〈〔"
_CLOSING = "”》）)」』】〉〕"
_SENTENCE_END = "。！？；”）)"
# Words and a length of argument that a provision has and a title has not.
_PROVISION = re.compile("应当|不得|可以|，[^，]*，[^，]*，[^，]*，")
_BREAK = re.compile(rf"[{re.escape(_OPENING + _CLOSING)}。！？；：，?!]")


def split_run_in(line: str, start: int, end: int, family: str) -> tuple[int, int | None]:
    """Return where the title that begins at `start` ends, and where the paragraph after it begins (or None).

    The title is what stands before the first full stop outside brackets and quotes, or before a colon if that
    is a few words; no title (`start`) where that is longer than a title is. An article (条) has a title only
    where a few words without a full stop are all that is on its line.
    """
    if start >= end:
        return start, None
    stop = _title_stop(line, start, end)
    if stop is None and line[end - 1] in "。；":
        # A quotation stays open to the end: this is what an item says.
        return start, start
    if stop is None:
        is_title = end - start <= (MAX_ARTICLE_TITLE if family == "article" else MAX_TITLE)
        return (end, None) if is_title else (start, start)
    if family == "article" or line[stop] in "；，、,":
        return start, start
    if line[stop] in "：:" and line[stop + 1 : stop + 2] == "“":
        # `将第三条修改为：“…”` gives a wording, it announces none; the wording may go on in the next line.
        wording = line[stop + 1 : end].rstrip("。；")
        if wording.endswith("”") or "”" not in wording:
            return start, start
    body = stop + 1
    while body < end and line[body].isspace():
        body += 1
    # A question or call keeps its mark, a full stop or colon is no part of a title.
    title_end = stop + (line[stop] in "？！?!")
    if body < end:
        longest = (
            MAX_RANKED_RUN_IN if family in ("part", "chapter", "section", "article") else MAX_RUN_IN_TITLE
        )
        # A sentence followed by nothing but a note (who is responsible) is what the item says, not its title.
        is_title = stop - start <= longest and not _PROVISION.search(line, start, stop)
        is_title = is_title and not ("，" in line[start:stop] and _NOTE.fullmatch(line, body, end))
        return (title_end, body) if is_title else (start, start)
    # One sentence: the line is the title, unless it is as long as a paragraph or announces one.
    longest = MAX_COLON_TITLE if line[stop] in "：:" else MAX_TITLE
    if line[stop] == "。" and family in ("part", "chapter", "section"):
        # The title of a chapter is no sentence: a long one is its paragraph, glued to it.
        longest = MAX_RANKED_SENTENCE
    return (title_end, None) if stop - start <= longest else (start, start)


def _title_stop(line: str, start: int, end: int) -> int | None:
    """Find the mark that ends the title or shows that it is none; None if the whole line can be one."""
    level = 0
    has_comma = False
    for mark in _BREAK.finditer(line, start, end):
        c = mark.group()
        if c in _OPENING:
            level += 1
        elif c in _CLOSING:
            level = max(level - 1, 0)
        elif level:
            continue
        elif c == "，":
            has_comma = True
        elif c in "：:":
            # A colon ends the title only where a sentence follows: `格局构建：筑牢屏障` is one title.
            is_short = not has_comma and mark.start() - start <= MAX_COLON_TITLE
            is_short = is_short and line[start : mark.start()] not in _ASKS
            if is_short and line[end - 1] in _SENTENCE_END:
                return mark.start()
        elif c in "?!" and mark.end() < end:
            continue
        else:
            return mark.start()
    return end - 1 if line[end - 1] in "，、,：:" else None
