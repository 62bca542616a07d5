"""Numbered lines that are headings, and numbered lines that are only items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, takewhile

from gangyao.chinese.duty_labels import duties_behind, is_duty_line, names_only_bodies
from gangyao.chinese.duty_lines import is_line_of_duties
from gangyao.chinese.heading_levels import rank
from gangyao.outline.blocks import Block
from gangyao.outline.nodes import Node

_GLOSSARY = re.compile(r"(?:名词|术语)(?:解释|注释|说明|释义)?|注释|附注|参考文献|[划制]依据")
_SENTENCE_END = re.compile("[。！？]")
_CLAUSE_END = re.compile("[。；]")
#: A note that explains a word of the text: `① “三线”：指…`.
_DEFINITION = re.compile(r"\S{1,5}\s*[“《]?[^，。：]{2,24}(?:[：:，。]\s*(?:是|系)?指|是指|系指)")
# Who answers for a task, behind it or on the next line: （牵头单位：县财政局）, 责任单位：县统计局.
_NOTE = re.compile(
    r"[（(〔【\[［](?=[^（）()]*(?:单位|部门|领导|责任|牵头|负责|配合|局|厅|委|办|院|政府))[^（）()〔〕【】\[\]]*[）)〕】\]］]。?"
    r"|(?:责任|牵头|配合|主办|协办|主责)(?:单位|部门|领导|人)[：:].*"
)
_NOTE_STARTS = frozenset("（(〔【[［责牵配主协")
_NOTED = re.compile(rf"[^。；]*[。；]\s*(?:{_NOTE.pattern})")
# 整治河湖（责任单位：县水利局）: with nothing below it, a task that lacks its mark.
_NOTED_TITLE = re.compile(
    r"[^。；]{4,300}[（(〔【\[［][^（）()]*(?:责任|牵头|负责|配合)[^（）()〔〕【】\[\]]*[）)〕】\]］]"
)
_SHORT_TITLE = re.compile("[^，；。]{2,16}")
_MAX_GLOSSARY_TITLE = 24
_ALWAYS = frozenset({"annex", "part", "chapter", "section", "article", "named", "markdown", "plain"})


def list_items(root: Node, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the indices of the blocks whose number only counts a list.

    Judged for each series (siblings of one family): by whether anything stands under its members, by how they
    end, and by what they stand under. The items of an article of law (第…条) are a list, and so
    are the entries of a glossary.
    """
    found: set[int] = set()
    _judge(root, blocks, found, in_list=False)
    return frozenset(found)


def heads_glossary(title: str) -> bool:
    """Tell whether a heading announces explanations of terms or a list of sources."""
    return len(title) <= _MAX_GLOSSARY_TITLE and _GLOSSARY.search(title) is not None


def untitled(root: Node, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the blocks whose number opens a paragraph without a title, as their whole series does.

    In a series of which most members have no title, a short first sentence is body text like the others, but
    for a few words with no comma. In any other, a sentence with a comma and nothing under it is text, too,
    and one with nothing under it but notes of who answers for it.
    """
    found: set[int] = set()
    for series in _all_series(root):
        if series[0].family in _ALWAYS:
            continue
        is_untitled = _titled_share(series, blocks) <= 0.5
        for node in series:
            if node.entry is None:
                continue
            is_text = is_untitled or "，" in _title(node) or _is_noted(node, blocks)
            is_bare = is_text and _is_bare_sentence(node, blocks)
            if is_bare or (is_untitled and not _SHORT_TITLE.fullmatch(_title(node))):
                found.add(node.entry.block)
    return frozenset(found)


def _judge(node: Node, blocks: Sequence[Block], found: set[int], in_list: bool) -> None:
    title = _title(node)
    in_list = in_list or node.family == "article" or heads_glossary(title)
    for series in _series(node):
        if series[0].family in _ALWAYS:
            for member in series:
                _judge(member, blocks, found, in_list)
        elif in_list or _is_list(series, blocks):
            for member in series:
                _reject(member, found)
        else:
            for member in series:
                _judge(member, blocks, found, in_list)


def _reject(node: Node, found: set[int]) -> None:
    if node.entry is not None:
        found.add(node.entry.block)
    for child in node.children:
        if _is_below(child, node):
            _reject(child, found)


def _is_below(child: Node, node: Node) -> bool:
    """Tell whether a heading stands under another by custom too, not only because it follows it."""
    own = child.entry.heading if child.entry else None
    above = node.entry.heading if node.entry else None
    return child.family not in _ALWAYS and own is not None and above is not None and rank(own) > rank(above)


def _is_list(series: Sequence[Node], blocks: Sequence[Block]) -> bool:
    printed = [n for n in series if n.entry is not None]
    own = (series for node in printed for series in _series(node) if _is_below(series[0], node))
    if not printed or any(not _is_list(series, blocks) for series in own):
        return False
    family = printed[0].family
    texts = [blocks[n.entry.block].text for n in printed if n.entry]
    if any(is_duty_line(text) for text in texts):
        return True
    if family in ("circled", "arabic", "arabic_bracket") and all(_DEFINITION.match(t) for t in texts):
        return True
    if len(texts) == 1:
        # A list of one: nothing but a sentence stands behind its number.
        is_item = printed[0].doubt is not None or _is_bare_sentence(printed[0], blocks)
        return family not in ("chinese", "chinese_bracket") and is_item
    if 2 * sum(t[-1] in "；;" for t in texts) >= len(texts) - 1 and any(t[-1] in "；;" for t in texts):
        return True
    if family != "chinese" and not any(_has_body(n, blocks) for n in printed[:-1]):
        return True
    if _titled_share(printed, blocks) >= 0.5 or family == "chinese":
        return False
    first = printed[0].entry
    announced = first is not None and first.block > 0 and blocks[first.block - 1].text[-1] in "：:"
    sentences = sum(len(_SENTENCE_END.findall(t)) for t in texts)
    return family != "chinese_bracket" or (announced and sentences < 1.5 * len(texts))


def _titled_share(series: Sequence[Node], blocks: Sequence[Block]) -> float:
    printed = [n for n in series if n.entry is not None]
    if not printed:
        return 1.0
    return sum(bool(_title(n)) and not _is_bare_sentence(n, blocks) for n in printed) / len(printed)


def _is_bare_sentence(node: Node, blocks: Sequence[Block]) -> bool:
    """Tell whether the line is one whole sentence with nothing under it, or a note: text, not a title."""
    if node.entry is None or node.entry.heading is None or node.children:
        return False
    text, body = blocks[node.entry.block].text, node.entry.heading.body_start
    if body is not None:
        return _NOTED.fullmatch(text) is not None or _is_answered(text)
    if _is_noted(node, blocks):
        return True
    return text[-1] in "。！？；" and not _has_body(node, blocks)


def _is_note(text: str) -> bool:
    """Tell whether a line is a note of who answers, in brackets or behind a label."""
    return text[:1] in _NOTE_STARTS and _NOTE.fullmatch(text) is not None


def _is_noted(node: Node, blocks: Sequence[Block]) -> bool:
    """Tell whether nothing stands under the line but notes of who answers for it, and by when."""
    if node.entry is None or node.children:
        return False
    at = node.entry.block
    if _NOTED.fullmatch(blocks[at].text) or _is_answered(blocks[at].text):
        return True
    if _NOTED_TITLE.fullmatch(blocks[at].text) and not _has_body(node, blocks):
        return True
    below = list(takewhile(lambda block: block.heading is None, islice(blocks, at + 1, None)))
    notes = [_is_note(one.text) or is_duty_line(one.text) or is_line_of_duties(one.text) for one in below]
    goes_on = (names_only_bodies(one.text) for one in below)
    return bool(below) and notes[0] and all(a or b for a, b in zip(notes, goes_on, strict=True))


def _is_answered(text: str) -> bool:
    """Tell whether a line is one sentence and who answers for it: 更新路灯300盏。责任单位：区城管局."""
    behind = duties_behind(text)
    return behind is not None and len(_CLAUSE_END.findall(text[:behind])) == 1


def _has_body(node: Node, blocks: Sequence[Block]) -> bool:
    """Tell whether text or headings stand under the heading."""
    entry = node.entry
    if entry is None or node.children:
        return True
    if entry.heading is not None and entry.heading.body_start is not None:
        return True
    after = entry.block + 1
    return after < len(blocks) and blocks[after].heading is None and blocks[after].formal is None


def _title(node: Node) -> str:
    return node.entry.title if node.entry else ""


def _series(node: Node) -> Iterator[list[Node]]:
    for _, members in groupby(node.children, key=lambda n: n.family):
        yield list(members)


def _all_series(root: Node) -> Iterator[list[Node]]:
    for series in _series(root):
        yield series
        for node in series:
            yield from _all_series(node)
