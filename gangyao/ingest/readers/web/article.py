"""Where the article of a page stands: the smallest element that holds nearly all of its running text.

Text of links does not count: navigation is links, an article is hardly any. It is the measure of
boilerplate removal by link density (Kohlschütter, Fankhauser and Nejdl 2010), on the tree, not on blocks.
What is named as the side of a page has no text either, as in Mozilla's Readability.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from gangyao.ingest.readers.web.article_parts import (
    FRAME,
    TEXT,
    Article,
    with_its_title,
    with_other_parts,
)
from gangyao.ingest.readers.web.data_tables import holds_data, is_table
from gangyao.ingest.readers.web.printed_pages import is_printed_page

# An element is left for one within it that holds this share of its running text.
_SHARE = 0.75
# What stands beside an article is named so by its class or id, in one of its words, which marks or capitals
# part. An element with such a name that holds more of the running text than this share holds the article.
_BESIDE = frozenset({
    "alert", "aside", "banner", "breadcrumb", "breadcrumbs", "comment", "comments", "copyright", "dialog",
    "footer", "menu", "modal", "popup", "rank", "ranking", "recommend", "related", "relevant", "share",
    "side", "sidebar",
})  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+")
_MOST_BESIDE = 0.5
# Runs of text shorter than this are labels, not running text.
_SHORTEST = 8
# A part that repeats another of the article is its copy for other screens, from this length.
_SHORTEST_COPY = 100


def find_article(body: LexborNode) -> Article:
    """Return the element that holds the article; `body` where none within it stands out."""
    weights = _weigh(body, frozenset())
    beside = _beside(body, weights)
    if beside:
        weights = _weigh(body, beside)
    path = [body]
    while True:
        node = path[-1]
        weight = weights.get(node.mem_id, 0)
        best: LexborNode | None = None
        for child in node.iter():
            if weights.get(child.mem_id, 0) > (weights.get(best.mem_id, 0) if best is not None else 0):
                best = child
        if best is None or best.tag in TEXT or is_printed_page(best):
            break
        if weights.get(best.mem_id, 0) < _SHARE * weight:
            break
        if is_table(best) and holds_data(best):
            return Article(with_its_title([*path, best], beside))
        path.append(best)
    return with_other_parts(path, weights, beside)


def _beside(body: LexborNode, weights: Mapping[int, int]) -> frozenset[int]:
    """Return the elements, by `mem_id`, that are named as what stands beside an article."""
    most = _MOST_BESIDE * weights.get(body.mem_id, 0)
    return frozenset(
        node.mem_id
        for node in body.css("[class], [id]")
        if 0 < weights.get(node.mem_id, 0) <= most and _is_named_beside(node)
    )


def _is_named_beside(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return any(word.lower() in _BESIDE for word in _WORD.findall(names))


def _weigh(root: LexborNode, beside: frozenset[int]) -> dict[int, int]:
    """Return the length of the running text in each element, by its `mem_id`; none in those `beside`."""
    weights: dict[int, int] = {}
    order: list[LexborNode] = []
    stack = [root]
    while stack:
        node = stack.pop()
        order.append(node)
        if _is_none(node, beside):
            continue
        stack.extend(node.iter())
    for node in reversed(order):
        if _is_none(node, beside):
            weights[node.mem_id] = 0
            continue
        own = len((node.text(deep=False) or "").strip())
        weights[node.mem_id] = (own if own >= _SHORTEST else 0) + sum(
            weights.get(child.mem_id, 0) for child in node.iter()
        )
    return weights


def _is_none(node: LexborNode, beside: frozenset[int]) -> bool:
    return node.tag in FRAME or node.tag == "a" or node.mem_id in beside


def repeated_parts(article: LexborNode) -> frozenset[int]:
    """Return those of the article's children, by `mem_id`, whose text is that of one before them."""
    seen: set[str] = set()
    repeated: set[int] = set()
    for child in article.iter():
        text = "".join((child.text() or "").split())
        if len(text) >= _SHORTEST_COPY and child.tag not in TEXT:
            if text in seen:
                repeated.add(child.mem_id)
            seen.add(text)
    return frozenset(repeated)
