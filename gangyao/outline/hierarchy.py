"""Where a heading stands in the tree: inferred from how the numbers of the document run.

A heading that counts on from an open heading of its family is its sibling, whatever stands between. One
that starts again at 1 opens a level below what is open, by the customary ranks, or against them where the
outer count goes on later (`（一）` over `一、`). What fits nowhere is placed by rank and reported.
"""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.chinese.heading_labels import Family
from gangyao.chinese.heading_levels import RANKED
from gangyao.outline.nodes import Entry, Node, is_excerpt
from gangyao.outline.places_in_tree import depth_of, is_same_series, parent_of, path_to, rank_of

#: A document nests no deeper than this, and a family inside itself no more often; more is broken numbering.
_MAX_DEPTH = 9
_MAX_REENTRY = 2


def place(entries: Sequence[Entry]) -> Node:
    """Build the tree of all entries, in reading order; the root stands for the document itself."""
    root = Node(None, "plain", None, None)
    document = root
    start = 0
    for end in [*(i for i, e in enumerate(entries) if e.opens_document), len(entries)]:
        _place_document(entries[start:end], document)
        if end < len(entries):
            entry = entries[end]
            document = root.add(Node(entry, entry.family, entry.number, root))
        start = end + 1
    return root


def _place_document(entries: Sequence[Entry], document: Node) -> None:
    """Place the headings of one document (the main one or an attached one) under its node."""
    top = _top_family(entries)
    current = document
    counts: dict[Family, int] = {}
    for index in range(len(entries)):
        node = _place_one(entries, index, path_to(document, current), counts, top)
        if node.number is not None:
            counts[node.family] = node.number
        current = node


def _top_family(entries: Sequence[Entry]) -> tuple[Family, bool] | None:
    """Return the family that stands above the others, and whether plain headings stand above it.

    They do where it starts again at 1 or fills only one of them; they do not divide a count.
    """
    numbered = [e for e in entries if e.number is not None and e.heading is not None and e.family != "annex"]
    if not numbered:
        return None
    family = min(numbered, key=rank_of).family
    own = [i for i, e in enumerate(entries) if e.family == family and e.number is not None]
    plain = [i for i, e in enumerate(entries) if e.family == "plain"]
    starts_again = sum(entries[i].number == 1 for i in own) > 1
    fills_one = any(i > own[-1] for i in plain) and not any(own[0] < i < own[-1] for i in plain)
    return family, starts_again or fills_one


def _place_one(
    entries: Sequence[Entry],
    index: int,
    path: list[Node],
    counts: dict[Family, int],
    top: tuple[Family, bool] | None,
) -> Node:
    entry = entries[index]
    if entry.number is None or entry.heading is None:
        return _place_unnumbered(entries, index, path)
    node = Node(entry, entry.family, entry.number, None)
    same = [n for n in path[1:] if n.family == entry.family and is_same_series(n, entry)]
    for sibling in reversed(same):
        if sibling.number is not None and _follows(entry, sibling):
            return parent_of(sibling).add(node)
    if same:
        return _place_out_of_step(entries, index, path, same, node)
    parent = _parent_by_rank(entries, index, path, top)
    parent = _implied_parent(entries, index, parent, path[0])
    last = parent.last_number(entry.family)
    if last is not None and entry.number != last + 1 and entry.number == 1:
        # The same family again after another one stood between: unusual, but no fault of the numbers.
        return parent.add(node)
    start = counts.get(entry.family)
    is_inserted = _inserted(entry) > 0 and entry.number == start
    if (
        entry.number != 1
        and (start is None or entry.number != start + 1)
        and not (parent.is_implied or is_inserted)
        and not (start is None and is_excerpt(entries, index))
    ):
        node.doubt = "the numbering does not start at 1"
        node.suggestion = 1 if start is None else start + 1
    return parent.add(node)


def _inserted(entry: Entry) -> int:
    """Return the place of a heading among those inserted behind its number: 2 for 第九条之二, 0 for most."""
    return entry.heading.inserted if entry.heading is not None else 0


def _follows(entry: Entry, sibling: Node) -> bool:
    """Tell whether a heading is the next one: of the next number, or inserted behind the same number."""
    inserted = _inserted(entry)
    before = _inserted(sibling.entry) if sibling.entry else 0
    if inserted and entry.number == sibling.number:
        return inserted == before + 1
    return not inserted and sibling.number is not None and entry.number == sibling.number + 1


def _place_unnumbered(entries: Sequence[Entry], index: int, path: list[Node]) -> Node:
    entry = entries[index]
    node = Node(entry, entry.family, None, None)
    if entry.family == "markdown" and entry.heading is not None:
        depth = entry.heading.markdown_depth
        for open_node in reversed(path[1:]):
            if depth_of(open_node) < depth:
                return open_node.add(node)
        return path[0].add(node)
    if entry.family == "named":
        return path[0].add(node)
    following = _next_numbered(entries, index)
    if following is not None and following.number == 1:
        for open_node in path[1:]:
            if open_node.family == following.family:
                return _above(open_node).add(node)
    # Beside an earlier heading without number, else below what is open.
    for open_node in reversed(path[1:]):
        if open_node.number is None and open_node.family == entry.family:
            return parent_of(open_node).add(node)
    return path[-1].add(node)


def _above(node: Node) -> Node:
    """Return what a heading without number belongs under where the series of `node` starts again below it.

    The series of `node` ends with it; a heading of the same kind that the series stood under ends too.
    """
    parent = parent_of(node)
    if (
        parent.family == "plain"
        and parent.number is None
        and parent.parent is not None
        and not _opens(parent)
    ):
        return parent.parent
    return parent


def _opens(node: Node) -> bool:
    return node.entry is not None and node.entry.opens_document


def _place_out_of_step(
    entries: Sequence[Entry], index: int, path: list[Node], same: list[Node], node: Node
) -> Node:
    """Place a heading whose family is open, but whose number does not count on."""
    entry = entries[index]
    number = entry.number or 0
    deepest = path[-1]
    if number == 1 and len(path) <= _MAX_DEPTH and len(same) <= _MAX_REENTRY:
        if deepest.family != entry.family and entry.family not in RANKED:
            return (parent_of(deepest) if _is_closed(deepest, entry) else deepest).add(node)
        if deepest.family == entry.family and _runs_inside(entries, index, deepest):
            return deepest.add(node)
    if number == 1:
        missed = _missed_parent(entries, index, same[-1])
        if missed is not None:
            return missed.add(node)
    below = [n for n in same if n.number is not None and n.number < number]
    sibling = below[-1] if below else same[-1]
    expected = (sibling.number or 0) + 1
    node.suggestion = expected
    if number > expected:
        node.doubt = f"the numbering jumps from {sibling.number} to {number}"
    elif number == sibling.number:
        node.doubt = f"the number {number} occurs twice"
    else:
        node.doubt = f"the number {number} follows {sibling.number}"
    return parent_of(sibling).add(node)


def _runs_inside(entries: Sequence[Entry], index: int, node: Node) -> bool:
    """Tell whether a count that starts again right below `node` ends before the count of `node` goes on."""
    expected = 2
    for later in entries[index + 1 :]:
        if later.family != node.family:
            continue
        if later.number != expected:
            return node.number is not None and later.number == node.number + 1
        expected += 1
    return False


def _is_closed(node: Node, entry: Entry) -> bool:
    """Tell whether text that sums up the series of `node` stands between it and the entry.

    So it is where every earlier member of the series is one block, and more than that follows the last.
    """
    blocks = [n.entry.block for n in parent_of(node).children if n.family == node.family and n.entry]
    return (
        len(blocks) > 1
        and blocks[-1] - blocks[0] == len(blocks) - 1
        and entry.block > blocks[-1] + 1
        and not node.children
    )


def _missed_parent(entries: Sequence[Entry], index: int, sibling: Node) -> Node | None:
    """Imply the heading lost before a count started again, where the next one printed shows the gap."""
    parent = sibling.parent
    if parent is None or parent.number is None or parent.parent is None:
        return None
    for later in entries[index + 1 :]:
        if later.family == parent.family:
            if later.number == parent.number + 2:
                return parent.parent.add(Node(None, parent.family, parent.number + 1, None, is_implied=True))
            break
    return None


def _parent_by_rank(
    entries: Sequence[Entry], index: int, path: list[Node], top: tuple[Family, bool] | None
) -> Node:
    """Return the deepest open node that may enclose the entry: of lower rank, or counted on after it."""
    entry = entries[index]
    own = rank_of(entry)
    for open_node in reversed(path[1:]):
        if open_node.number is None:
            # 总则 or 前言 stands beside the chapters, a plain line only above a count that starts again.
            is_top = top is not None and entry.family == top[0]
            if not (is_top and (open_node.family == "named" or (top is not None and not top[1]))):
                return open_node
            continue
        if open_node.entry is None or rank_of(open_node.entry) < own:
            return open_node
        if (
            entry.number == 1
            and entry.family not in RANKED
            and open_node.family not in RANKED
            and (_counts_on(entries, index, open_node) or _encloses_elsewhere(open_node, entry))
        ):
            return open_node
    return path[0]


def _encloses_elsewhere(node: Node, entry: Entry) -> bool:
    """Tell whether the sibling before `node` encloses such headings: so does the last of the series."""
    siblings = [n for n in parent_of(node).children if n.family == node.family and n is not node]
    return bool(siblings) and any(
        child.family == entry.family and is_same_series(child, entry) for child in siblings[-1].children
    )


def _counts_on(entries: Sequence[Entry], index: int, node: Node) -> bool:
    """Tell whether the next heading of the node's family after `index` is its next number."""
    for later in entries[index + 1 :]:
        if later.family == node.family:
            return node.number is not None and later.number == node.number + 1
    return False


def _implied_parent(entries: Sequence[Entry], index: int, parent: Node, document: Node) -> Node:
    """Imply the unseen heading above the first ones: before chapter 8 stands a piece of chapter 7."""
    entry = entries[index]
    if parent is not document or any(n.number is not None for n in document.children):
        return parent
    own = rank_of(entry)
    for later in entries[index + 1 :]:
        if later.number is None:
            continue
        if rank_of(later) < own:
            if later.number > 1:
                return parent.add(Node(None, later.family, later.number - 1, None, is_implied=True))
            break
    return parent


def _next_numbered(entries: Sequence[Entry], index: int) -> Entry | None:
    for later in entries[index + 1 :]:
        if later.number is not None and later.heading is not None:
            return later
        if later.family in ("plain", "named"):
            return None
    return None
