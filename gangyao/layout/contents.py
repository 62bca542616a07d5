"""Printed tables of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TITLE = re.compile(r"#*\s*目\s*[录錄次]\s*")
_LEADER = re.compile(r"(?:[.．·•…‥。_\-—]\s?){4,}[（(\s]*[0-9０-９IVXivx]{1,4}[）)]?$|(?:[.．·•…‥_]\s?){6,}$")


def find_contents(texts: Sequence[str]) -> list[bool]:
    """Tell for each line, without its margins, whether it belongs to a table of contents."""
    return [_LEADER.search(text) is not None or _TITLE.fullmatch(text) is not None for text in texts]
