"""The grammar of headings: which line may be one, and what its label, number and title are.

The function works on one line, raw or cleaned; whether a line that looks like a heading is one in its
document (and at which level) is for the builder of the tree to say, which sees all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gangyao.chinese.dot_leaders import leader_start
from gangyao.chinese.heading_labels import MAYBE_HEADING, Family, read_label
from gangyao.chinese.run_in_titles import split_run_in

MAX_WEAK_TITLE = 60
# A title that a file marks may end in a full stop. No title is a longer line of clauses that does, nor one
# without, which is no name (关于…), from so many characters on (by hand).
_LONGEST_WITH_STOP, _SHORTEST_SENTENCE = 20, 16

# `## 标题`, and `== 标题 ==` as wikis mark it.
_MARKDOWN = re.compile(
    r"[\s\ufeff]*(?:(?P<hashes>#{1,6})[ \t]+|(?P<equals>={2,6})[ \t]*(?=[^=\s>][^=]*?[ \t]*(?P=equals)\s*$))"
)
_INDENT = re.compile(r"[\s\ufeff*]*")
_SEPARATOR = re.compile(r"[\s\u3000：:]*")
_RANKED_SEPARATOR = re.compile(r"[\s\u3000：:、]*")
_BREAK_IN_SENTENCE = re.compile("[。！？；]")
_CLAUSE = re.compile("[，；。](?!$)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that reads like a heading; offsets are code points in the line.

    `label` is the printed number as far as its mark (`第三节`, `（一）`, `1.`), empty in a Markdown heading
    without number and in a known name. `number` is None where there is none, `numbers` are all the parts of
    a dotted number. `title` is `line[title_start:title_end]`, without separators and the final mark: empty
    where the line holds only the label or the label opens a paragraph. `body_start` is where the
    run-in paragraph begins, None where nothing but the heading is on the line. `markdown_depth` counts the
    hashes, or the equals signs of a wiki (0: none). `is_weak`: the form is a heading only where its document
    says so (`1 总则`, `第一，`).
    `has_leader`: dots and a page number follow, as in a table of contents. `inserted` is the rank of an
    article that was put in later behind the one of its number (第二条之一, 第 2-1 條); 0 for all others.
    """

    family: Family
    label: str
    number: int | None
    numbers: tuple[int, ...]
    label_start: int
    label_end: int
    title: str
    title_start: int
    title_end: int
    body_start: int | None
    markdown_depth: int = 0
    is_weak: bool = False
    has_leader: bool = False
    inserted: int = 0


def parse_heading(line: str) -> Heading | None:
    """Read `line` as a heading; None where its form is not one.

    A form that also opens sentences (`第一，`, `一是`) is taken only where the whole line has no
    final mark. The title of a run-in heading (`（一）总体要求。以…`) is its first sentence, if that is
    short; the paragraph begins at `body_start`.
    """
    return _parse(line) if MAYBE_HEADING.match(line) else None


def markdown_marks(line: str) -> int:
    """Return how many code points the marks of a Markdown heading (`## `) take at the start of a line."""
    marks = _MARKDOWN.match(line) if "#" in line or "=" in line else None
    return marks.end() if marks else 0


@lru_cache(maxsize=4096)
def _parse(line: str) -> Heading | None:
    """Read a line that may be a heading; layout and outline ask of the same line several times."""
    start = 0
    depth = 0
    end = len(line)
    if ("#" in line or "=" in line) and (marks := _MARKDOWN.match(line)):
        start, depth = marks.end(), len(marks["hashes"] or marks["equals"])
        end = len(line.rstrip().rstrip("=")) if marks["equals"] else end
    indent = _INDENT.match(line, start)
    start = indent.end() if indent else start
    printed = read_label(line, start)
    if printed is None:
        return _markdown_title(line, start, end, depth) if depth else None
    family, is_weak, label_end = printed.family, printed.is_weak, printed.end
    if family == "annex" and line[label_end : label_end + 1] in ("：", ":") and line[label_end + 1 :].strip():
        if (
            line[start + 1 : label_end].strip() == "录"
            and len(line) <= MAX_WEAK_TITLE
            and line[-1] not in "。；"
        ):
            return _appendix(line, start, label_end)
        # `附件：1.…` is the list of what is attached; `附件1：` alone heads it.
        return None
    separator = (_RANKED_SEPARATOR if printed.is_ranked else _SEPARATOR).match(line, label_end)
    title_start = separator.end() if separator else label_end
    text_end = len(line[:end].rstrip().rstrip("*"))
    leader = leader_start(line[title_start:text_end])
    has_leader = leader is not None
    if leader is not None:
        text_end = title_start + leader
    text_end = max(text_end, title_start)
    if family == "named" and not has_leader and line[label_end:].strip(":： \t\u3000*="):
        return None
    if is_weak and family == "ordinal" and line[text_end - 1] in "。；：，！？、,;:":
        return None
    if is_weak and text_end - title_start > MAX_WEAK_TITLE:
        return None
    if family == "named":
        label, title_start, title_end, body_start = "", start, label_end, None
    else:
        label = printed.text
        title_end, body_start = split_run_in(line, title_start, text_end, family)
    return Heading(
        family=family,
        label=label,
        number=printed.numbers[-1] if printed.numbers else None,
        numbers=printed.numbers,
        label_start=start,
        label_end=start + len(label),
        title=line[title_start:title_end],
        title_start=title_start,
        title_end=title_end,
        body_start=body_start,
        markdown_depth=depth,
        is_weak=is_weak,
        has_leader=has_leader,
        inserted=printed.inserted,
    )


def _appendix(line: str, start: int, label_end: int) -> Heading | None:
    """Read `附录：重大项目`: what follows is its title, unless that is a number or a list of several."""
    title = line[label_end + 1 :].strip()
    if not re.match(r"[\u4e00-\u9fff]", title) or "、" in title[:3]:
        return None
    place = line.index(title, label_end)
    label = line[start:label_end]
    return Heading("annex", label, None, (), start, label_end, title, place, place + len(title), None)


def parse_ordinal_sentence(line: str) -> Heading | None:
    """Read a line that is one sentence and opens with 第一，, 第二、 …; None where it is anything else.

    Whether it heads what follows or is a paragraph of its own, only its series tells.
    """
    text = line.rstrip()
    if not text.endswith("。") or _BREAK_IN_SENTENCE.search(text, 0, len(text) - 1):
        return None
    heading = parse_heading(text[:-1])
    return (
        heading if heading is not None and heading.family == "ordinal" and heading.label[0] == "第" else None
    )


def _is_sentence(title: str) -> bool:
    """Tell whether a title with a stop is a sentence."""
    if _CLAUSE.search(title) is not None:
        return len(title) > _LONGEST_WITH_STOP
    return len(title) >= _SHORTEST_SENTENCE and not title.startswith("关于")


def _markdown_title(line: str, start: int, end: int, depth: int) -> Heading | None:
    """Read a line that a file marks as a heading; None where it is a sentence all the same."""
    end = len(line[:end].rstrip().rstrip("*#").rstrip())
    end = max(end, start)
    title = line[start:end]
    if title[-1:] in ("。", "；") and _is_sentence(title):
        return None
    return Heading("markdown", "", None, (), start, start, title, start, end, None, depth)
