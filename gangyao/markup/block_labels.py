"""What models that read pages call their blocks."""

from __future__ import annotations

import re

#: A block says under one of these keys what it is.
LABEL_KEYS = frozenset({"category", "type", "label", "block_label", "sub_type"})
#: By one of these names it is what the page prints around its text.
FURNITURE = re.compile(
    r"(?:page[-_ ]?)?(?:header|footer|number|footnote_number|aside_text|discarded|abandon)", re.IGNORECASE
)
