"""The number of a document (国发〔2021〕5号): the brackets round its year, as pages and keyboards have them.

GB/T 9704-2012 asks for 〔〕; these are patterns of one character each.
"""

from __future__ import annotations

from typing import Final

OPENS_YEAR: Final = r"[〔\[［（(【﹝]"
CLOSES_YEAR: Final = r"[〕\]］）)】﹞]"
