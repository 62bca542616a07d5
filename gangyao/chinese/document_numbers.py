"""The number of a document (国发〔2021〕5号): the brackets round its year, as pages and keyboards have them.

GB/T 9704-2012 asks for 〔〕; these are patterns of one character each.
"""

from __future__ import annotations

import re
from typing import Final

OPENS_YEAR: Final = r"[〔\[［（(【﹝]"
CLOSES_YEAR: Final = r"[〕\]］）)】﹞]"
#: 国发〔2021〕5号 and nothing else, maybe in brackets.
NUMBER_LINE: Final = re.compile(
    rf"[（(]?[\u4e00-\u9fff]{{1,14}}\s*{OPENS_YEAR}\s*(?:19|20)\d\d\s*{CLOSES_YEAR}\s*(?:第\s*)?\d{{1,5}}\s*号[）)]?"
)
