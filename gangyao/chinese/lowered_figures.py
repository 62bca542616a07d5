"""Figures that stand lowered or raised behind a symbol, which is none without them: CO₂, NOₓ, PM₂.₅, m².

Programs that read pages take them for lines, or words, of their own.
"""

from __future__ import annotations

import re

# Compounds and what else of planning documents has a lowered figure, and which.
_LOWERED = {
    "BOD": "5",
    "CH": "4",
    "CO": "2",
    "COD": "Cr|Mn",
    "NH": "3",
    "NO": "2|x|X",
    "PM": r"2\.5|10|1",
    "SF": "6",
    "SO": "2|x|X",
}
# Lengths have a raised one where they measure areas or volumes.
_RAISED = {"cm": "2|3", "dm": "3", "hm": "2", "km": "2", "m": "2|3"}
_LONGEST = max(map(len, _LOWERED))
# Behind Chinese, a number or a mark the one, behind a number the other: 长度km over 2 are two cells.
_SYMBOL = re.compile(
    rf"(?:(?<=[\u4e00-\u9fff0-9.，、（])({'|'.join(sorted(_LOWERED, key=len, reverse=True))})"
    rf"|(?<=[0-9百千万亿/])({'|'.join(sorted(_RAISED, key=len, reverse=True))}))$"
)
_FIGURE = {
    symbol: re.compile(rf"(?:{figure})(?![A-Za-z0-9.])") for symbol, figure in {**_LOWERED, **_RAISED}.items()
}


def figure_of_symbol(before: str, text: str) -> int:
    """Return how long the figure is that `text` begins with and the symbol that ends `before` asks for.

    0 where there is none.
    """
    if not before[-1:].isascii() or not before[-1:].isalpha() or not text[:1].isascii():
        return 0
    symbol = _SYMBOL.search(before[-_LONGEST - 1 :])
    figure = symbol and _FIGURE[symbol[1] or symbol[2]].match(text)
    return figure.end() if figure else 0
