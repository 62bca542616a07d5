"""What models that read pages call their blocks."""

from __future__ import annotations

import re

#: A block says under one of these keys what it is.
LABEL_KEYS = frozenset({"category", "type", "label", "block_label", "sub_type"})
#: By one of these names it is what the page prints around its text.
FURNITURE = re.compile(
    r"(?:page[-_ ]?)?(?:header|footer|number|footnote_number|aside_text|discarded|abandon)", re.IGNORECASE
)
#: By one of these it is a title or the heading of a section: lines of recognisers are called neither.
HEADING = re.compile(
    r"(?:(?:doc|document|paragraph|figure|table)[-_ ]?)?title|(?:section[-_ ]?)?head(?:er|ing|line)",
    re.IGNORECASE,
)
