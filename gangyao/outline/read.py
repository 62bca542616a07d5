"""The outline of a document: its section tree, its paragraphs in order, and what its head says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gangyao.chinese.heading_labels import Family
from gangyao.chinese.heading_levels import RANKED, Level, level_of
from gangyao.chinese.headings import markdown_marks
from gangyao.document.changes import Cleaned
from gangyao.document.layout import Layout
from gangyao.document.outline import PREAMBLE, DispatchHead, Outline, OutlineDoubt, Paragraph, Section
from gangyao.outline.blocks import Block, read_blocks
from gangyao.outline.build import Tree, build_tree
from gangyao.outline.dispatch import dispatch_head, is_order
from gangyao.outline.document_titles import ends_as_title
from gangyao.outline.nodes import Node
from gangyao.outline.orders import with_what_it_puts_out
from gangyao.outline.paths import number_paths
from gangyao.outline.sentences import split_sentences
from gangyao.outline.themes import with_leads
from gangyao.outline.welded_head import part_welded_head

#: Headings that always have a title.
_TITLED = RANKED - {"article"}
# A sentence that sets a task is hardly shorter: 1.建设水库3座。
_SHORTEST_PROSE = 9


def read_outline(cleaned: Cleaned, layout: Layout, title: str) -> Outline:
    """Read the outline of a cleaned document.

    `title` is the document's known title; lines that repeat it belong to its head. Every code point of
    the cleaned text is in a section's printed heading, in a paragraph, or a separator between them (white
    space, and the mark between a heading and its run-in paragraph).
    """
    blocks = part_welded_head(read_blocks(cleaned, layout))
    tree = build_tree(blocks, title)
    paths = number_paths(tree.root)
    paragraphs = _paragraphs(cleaned.text, blocks, tree, paths)
    has_preamble = any(p.section_path == PREAMBLE for p in paragraphs)
    preamble = [Section(PREAMBLE, None, "chapter", 1, 0, "", "", 1, True, None, None)] if has_preamble else []
    sections = preamble + _sections(tree, paths, 1 + len(preamble))
    head = _with_title_below(dispatch_head(blocks, title), sections, blocks)
    return Outline(tuple(sections), with_leads(sections, paragraphs), head, tuple(_doubts(tree, paths)))


def _with_title_below(
    head: DispatchHead, sections: Sequence[Section], blocks: Sequence[Block]
) -> DispatchHead:
    """Return the head with the title of what an order puts out: 四川省人民政府令 has none of its own.

    Nor has a file that holds nothing but an annex; its title may stand in the first row of its table.
    """
    attached = (section.title for section in sections if section.path.startswith("A") and section.title)
    if head.title is None:
        printed = next((section for section in sections if not section.is_implied), None)
        is_annex = printed is None or printed.path.startswith("A")
        named = next(attached, None) if printed is not None and is_annex else None
        return replace(head, title=named or (_title_row(blocks) if is_annex else None))
    return with_what_it_puts_out(head, next(attached, None), blocks) if is_order(head.title) else head


def _title_row(blocks: Sequence[Block]) -> str | None:
    """Return what stands across the first row of a table, over its columns, if that is a title."""
    first = next((block for block in blocks if block.heading is None), None)
    if first is None or not first.is_table or not first.is_short or "\t" in first.text:
        return None
    return first.text if ends_as_title(first.text) else None


def _sections(tree: Tree, paths: dict[Node, str], first: int) -> list[Section]:
    """Return the sections of a tree in order; `first` is the place of the first of them."""
    sections: list[Section] = []

    def visit(node: Node, depth: int, above: Level | None) -> None:
        siblings = next((n.family for n in node.children if n.number is not None), None)
        for child in node.children:
            text = tree.texts[child.entry.block] if child.entry else None
            level = _level(child, siblings, above)
            sections.append(
                Section(
                    path=paths[child],
                    parent_path=paths.get(node),
                    level=level,
                    depth=depth,
                    number=child.number,
                    label=text.label if text else "",
                    title=text.title if text else "",
                    position=first + len(sections),
                    is_implied=child.is_implied,
                    start=text.start if text else None,
                    end=text.end if text else None,
                    opens_line=text is not None and text.body is not None,
                )
            )
            visit(child, depth + 1, level)

    visit(tree.root, 1, None)
    return sections


def _level(node: Node, siblings: Family | None, above: Level | None) -> Level:
    """Return the level of the node's family, else of its numbered siblings, else one below its parent."""
    family = node.family
    if family in ("plain", "named", "markdown") and siblings is not None:
        family = siblings
    heading = node.entry.heading if node.entry else None
    return level_of(family, len(heading.numbers) if heading else 1, above)


def _paragraphs(text: str, blocks: Sequence[Block], tree: Tree, paths: dict[Node, str]) -> list[Paragraph]:
    """Give every block that is no heading, and every run-in paragraph, to the section it stands in."""
    nodes = {n.entry.block: n for n in paths if n.entry}
    taken = {b for t in tree.texts.values() for b in t.blocks}
    groups: list[tuple[Node | None, list[tuple[int, int, Block]]]] = [(None, [])]
    for index, block in enumerate(blocks):
        if index in nodes:
            groups.append((nodes[index], []))
            if body := tree.texts[index].body:
                groups[-1][1].append((*body, block))
        elif index in taken:
            continue
        elif block.is_glued and groups[-1][1]:
            start, _, before = groups[-1][1][-1]
            # A line that is head in part and text in part is text.
            owner = before if block.formal is not None or before.formal is None else block
            groups[-1][1][-1] = (start, block.end, owner)
        else:
            # The marks of a Markdown heading that is no section, such as the document's title, are no words.
            start = block.start + (0 if block.is_table else markdown_marks(block.text))
            groups[-1][1].append((start, block.end, block))
    paragraphs: list[Paragraph] = []
    for node, spans in groups:
        path = paths[node] if node else PREAMBLE
        paragraphs += _section_paragraphs(text, path, spans, has_preamble=_has_preamble(node))
    return paragraphs


def _has_preamble(node: Node | None) -> bool:
    """Tell whether paragraphs right under the heading are a preamble: it is a chapter with sections."""
    if node is None or not node.children:
        return False
    parent = node.parent
    is_outermost = (
        parent is None or parent.parent is None or (parent.entry is not None and parent.entry.opens_document)
    )
    return is_outermost or node.family in ("part", "chapter")


def _section_paragraphs(
    text: str, path: str, spans: Sequence[tuple[int, int, Block]], *, has_preamble: bool
) -> list[Paragraph]:
    """Return the paragraphs of a section; their leads are told when all sections are read (`with_leads`)."""
    return [
        Paragraph(
            section_path=path,
            position=position,
            start=start,
            end=end,
            text=text[start:end],
            sentences=split_sentences(text[start:end]),
            lead=None,
            is_preamble=has_preamble and block.formal is None and not block.is_table,
            is_table=block.is_table,
            is_formal=block.formal is not None,
            is_boxed=block.formal is None and block.is_table and _is_prose(text[start:end]),
        )
        for position, (start, end, block) in enumerate(spans, 1)
    ]


def _is_prose(text: str) -> bool:
    """Tell whether a line of a box or table is running text, which rows with several cells are not."""
    return len(text) >= _SHORTEST_PROSE and "\t" not in text and ("。" in text or text[-1] in "；;")


def _doubts(tree: Tree, paths: dict[Node, str]) -> list[OutlineDoubt]:
    doubts: list[OutlineDoubt] = []
    for node in paths:
        if node.doubt is not None and node.entry is not None:
            text = tree.texts[node.entry.block]
            suggestion = None if node.suggestion is None else str(node.suggestion)
            doubts.append(OutlineDoubt(text.start, text.start + len(text.label), node.doubt, suggestion))
        if node.family in _TITLED and node.entry is not None:
            text = tree.texts[node.entry.block]
            if not text.title and text.body is not None:
                doubts.append(OutlineDoubt(text.start, text.end, "the title runs into the paragraph", None))
    return sorted(doubts, key=lambda d: d.start)
