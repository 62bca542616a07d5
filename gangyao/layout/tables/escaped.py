"""Tags of tables that were escaped: `&lt;td&gt;`, as pages hold that went through a second program."""

from __future__ import annotations

import re
from dataclasses import replace

from gangyao.document.source import Source

_ESCAPED = re.compile(
    r"&lt;(/?(?:table|thead|tbody|tfoot|tr|td|th|caption)\b[^<>\n]{0,400}?)&gt;", re.IGNORECASE
)
# What the two escaped brackets take up beyond what the brackets do.
_FILL = " " * (len("&lt;") + len("&gt;") - len("<>"))


def with_table_tags(source: Source) -> Source:
    """Return the source with the escaped tags of tables as tags; every other character stays where it is."""
    if "&lt;" not in source.text:
        return source
    text = _ESCAPED.sub(lambda tag: f"<{tag[1]}{_FILL}>", source.text)
    return source if text == source.text else replace(source, text=text)
