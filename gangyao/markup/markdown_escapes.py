r"""Characters that a converter to Markdown escaped: `1\. 扩大规模`, `2026\-2030年`, `\[2024\]5号`.

Brackets with a backslash are those of a formula too (`\(95\%\)`), but not round Chinese words or a year.
"""

from __future__ import annotations

import re

#: The backslashes of escaped characters, one or both of a pair of brackets in a match.
ESCAPED = re.compile(
    r"\\(?=[.\-*+~`|>#]|_(?!\{))"
    r"|\\(?P<open>[\[(])(?P<inner>(?:19|20)\d\d|[^\\\n\[\]()]*[\u4e00-\u9fff][^\\\n\[\]()]*)\\(?P<close>[\])])"
)


def without_escapes(text: str) -> str:
    """Return the text without the backslashes of escaped characters."""
    if "\\" not in text:
        return text
    return ESCAPED.sub(lambda found: found[0].replace("\\", ""), text)
