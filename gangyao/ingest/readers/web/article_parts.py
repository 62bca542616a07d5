"""Articles that stand in several elements: pages of a text, an annex below the bar to share it, its table.

The element that holds most of the running text may be one part of several. What is set beside it and runs on
in sentences belongs to the article as well; what links and names tell to be the page's own does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from gangyao.ingest.readers.web.data_tables import is_table
from gangyao.ingest.readers.web.links import leads_to_file

# Parts of a text, none of which is set aside or a part of an article by itself.
TEXT = frozenset({"p", "span", "font", "li", "ul", "ol"})
# The page's own frame is never the article.
FRAME = frozenset({"nav", "header", "footer", "aside", "form", "select", "button"})
# A part of which links hold this share is navigation; one in three is what Kohlschütter's rule learned.
_MOST_LINKED = 1 / 3
_FEWEST_LINKS = 2
# So much running text with a sentence in it is a part of an article; notices of a site are shorter or speak
# of who may copy from it. Before the weightiest part less is one: what a notice says of its annex.
_SHORTEST_PART, _SHORTEST_BEFORE = 60, 24
_SENTENCE = re.compile("[。；]")
_OF_THE_SITE = re.compile("转载|版权|免责声明|浏览器|Cookie", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """The element that holds an article, and those within it, by `mem_id`, that are the page's own."""

    node: LexborNode
    aside: frozenset[int] = frozenset()


def with_other_parts(
    path: Sequence[LexborNode], weights: Mapping[int, int], beside: frozenset[int]
) -> Article:
    """Return the article whose weightiest part is the last of `path`, the elements that lead to it."""
    top = len(path) - 1
    for place in range(len(path) - 2, -1, -1):
        inner = path[place + 1]
        # What stands beside the whole page is rather the site's than what a notice says.
        shortest = _SHORTEST_BEFORE if path[place].tag != "body" else _SHORTEST_PART
        for one in path[place].iter():
            if one.mem_id == inner.mem_id:
                shortest = _SHORTEST_PART
            elif _is_part(one, inner, shortest, weights, beside):
                top = place
    aside: set[int] = set()
    for place in range(top, len(path) - 1):
        inner = path[place + 1]
        aside |= {one.mem_id for one in _page_s_own(path[place], beside) if one.mem_id != inner.mem_id}
    return Article(path[top], frozenset(aside))


def with_its_title(path: Sequence[LexborNode], beside: frozenset[int]) -> LexborNode:
    """Return the element that holds a table and what is set around it, of those that lead to the table.

    A table is hardly ever the whole of an article: its title, its unit and its notes are short and stand
    outside of the element that holds it. What is left out is what links and names tell to be the page's.
    """
    inner = path[-1]
    for outer in reversed(path[:-1]):
        others = [one for one in outer.iter() if one.mem_id != inner.mem_id and one.tag not in FRAME]
        size = sum(len(one.text().strip()) for one in others)
        linked = sum(len(link.text().strip()) for one in others for link in _links(one))
        if linked > _MOST_LINKED * size or any(_holds(one, beside) for one in others):
            break
        inner = outer
    return inner


def _is_part(
    node: LexborNode,
    weightiest: LexborNode,
    shortest: int,
    weights: Mapping[int, int],
    beside: frozenset[int],
) -> bool:
    """Tell whether an element beside the weightiest part of an article is another part of it."""
    weight = weights.get(node.mem_id, 0)
    if not weight or node.tag in FRAME or is_linked(node) or _holds(node, beside):
        return False
    if node.tag == weightiest.tag and _names(node) and _names(node) == _names(weightiest):
        return True
    text = "".join(node.text().split())
    return (
        weight >= shortest
        and not is_table(node)
        and _SENTENCE.search(text) is not None
        and _OF_THE_SITE.search(text) is None
    )


def _page_s_own(node: LexborNode, beside: frozenset[int]) -> Iterator[LexborNode]:
    for one in node.iter():
        if one.mem_id in beside or (one.tag not in TEXT and is_linked(one)):
            yield one


def is_linked(node: LexborNode) -> bool:
    """Tell whether links, none of them to a file, hold much of the text of an element."""
    others = [link for link in _links(node) if not leads_to_file(link.attributes.get("href") or "")]
    linked = sum(len(link.text().strip()) for link in others)
    return len(others) >= _FEWEST_LINKS and linked > _MOST_LINKED * len("".join(node.text().split()))


def _links(node: LexborNode) -> list[LexborNode]:
    return [node] if node.tag == "a" else node.css("a")


def _holds(node: LexborNode, named: frozenset[int]) -> bool:
    return bool(named) and any(one.mem_id in named for one in node.traverse())


def _names(node: LexborNode) -> str:
    return (node.attributes.get("class") or "").strip()
