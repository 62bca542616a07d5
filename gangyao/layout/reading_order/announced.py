"""Titles that another line announces as that of what follows: 关于印发…的通知, the sentence of an order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gangyao.layout.reading_order.endings import is_date
from gangyao.layout.reading_order.orders import is_signature, puts_out
from gangyao.layout.reading_order.units import Unit

# What announces the title of a document that is printed after the dispatch: 关于印发《…》的通知.
_ANNOUNCES = re.compile("(?:印发|转发|批转|发布|公布|批准|同意)[^，。；]{0,12}$")
_SHORTEST_TITLE = 6
# The sentence of an order, who signs it, and the date take up so many lines.
_ORDER_LINES = 4


def with_announced(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Note on each unit whether another one announces it: one more look at every line for each title."""
    orders = [unit.text for unit in units if puts_out(unit.text)]
    return tuple(
        replace(unit, is_announced=True)
        if _is_put_out(units, index, orders) or _is_forwarded(units, index)
        else unit
        for index, unit in enumerate(units)
    )


def _is_put_out(units: Sequence[Unit], index: int, orders: Sequence[str]) -> bool:
    """Tell whether one of the sentences of orders names the line, or it stands right below an order's date.

    Whatever column the sentence was cut by, the title is there below the date of its order.
    """
    if any(f"《{units[index].text}》" in order for order in orders):
        return True
    if not index or not is_date(units[index - 1].text) or not units[index].is_title_like:
        return False
    front = units[max(index - _ORDER_LINES, 0) : index - 1]
    return any(is_signature(unit.text) or puts_out(unit.text) for unit in front)


def _is_forwarded(units: Sequence[Unit], index: int) -> bool:
    """Tell whether the line is a title that another title, or a sentence in the text, forwards."""
    text = units[index].text
    if not units[index].is_document_title or len(text) < _SHORTEST_TITLE:
        return False
    places = ((other.text, other.text.find(text)) for other in units)
    return any(
        place > 0 and _ANNOUNCES.search(other[:place].rstrip("《〈")) is not None for other, place in places
    )
