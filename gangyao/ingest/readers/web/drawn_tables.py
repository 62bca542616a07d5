"""Tables of other elements than `table`: those that style sheets draw, and those that roles of ARIA name.

What a style sheet says is noted as the role that WAI-ARIA 1.2 has for it, so that there is one kind of tables
more and not two.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

TABLES = frozenset({"table", "grid", "treegrid"})
ROWS = frozenset({"row"})
GROUPS = frozenset({"rowgroup"})
HEADS = frozenset({"columnheader", "rowheader"})
CELLS = frozenset({"cell", "gridcell", *HEADS})
# The values of `display` that draw a table (CSS 2.2, 17.2), by role.
_ROLES = {
    "table": "table",
    "table-row": "row",
    "table-row-group": "rowgroup",
    "table-header-group": "rowgroup",
    "table-footer-group": "rowgroup",
    "table-cell": "cell",
}
_DISPLAY = re.compile(r"display\s*:\s*(table(?:-[a-z]+)*)", re.IGNORECASE)
# Rules for a class, whatever stands around it; a page has hundreds of them.
_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)\s*$")
_MOST_RULES = 5_000


def role_of(node: LexborNode) -> str:
    """Return the role that an element names, empty for one that names none."""
    return (node.attributes.get("role") or "").strip().lower()


def note_drawn_tables(tree: LexborHTMLParser) -> None:
    """Give elements that style sheets draw as parts of tables the role of them, where they name none."""
    displays = _displays_of_classes(tree)
    for node in tree.css("[class], [style]") if displays else tree.css('[style*="table"]'):
        drawn = _DISPLAY.search(node.attributes.get("style") or "")
        names = (node.attributes.get("class") or "").split()
        display = drawn[1].lower() if drawn else next((displays[one] for one in names if one in displays), "")
        if display in _ROLES and not role_of(node):
            node.attrs["role"] = _ROLES[display]


def _displays_of_classes(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    rules = 0
    for sheet in tree.css("style"):
        for rule in _RULE.finditer(sheet.text() or ""):
            rules += 1
            drawn = _DISPLAY.search(rule[2])
            if drawn is None or rules > _MOST_RULES:
                continue
            names = (_CLASS.search(one.strip()) for one in rule[1].split(","))
            found |= {name[1]: drawn[1].lower() for name in names if name}
    return found
