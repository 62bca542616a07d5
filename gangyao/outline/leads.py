"""Leads: first sentences that only announce the theme of their paragraph."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from operator import mul

from gangyao.outline.lead_traits import TRAITS, Opening, Openings, is_note, read_openings

# A word of two characters and its full stop is a label wherever it stands (第二十一条　作废。医疗机构…).
_WORD = re.compile("[\u4e00-\u9fff]{2}。")


def leads(
    paragraphs: Sequence[tuple[str, tuple[tuple[int, int], ...]]], *, has_theme: bool = False
) -> tuple[str | None, ...]:
    """Return the lead of each body paragraph (text, sentence spans) of ONE section, None where it has none.

    A paragraph opens with a lead when its first sentence can be a theme (see `read_openings`) and either is
    counted (三是优化隔离方式。) or its traits speak for it, by weights that were fitted to annotated ones
    (`training.lead_weights`). The only paragraph of a section whose title names its theme (`has_theme`) has
    none, says the annotation guide.
    """
    read = read_openings(paragraphs, has_theme=has_theme)
    return tuple(
        _label(text, spans) if one is None else (one.sentence if _is_lead(one, at, read) else None)
        for at, (one, (text, spans)) in enumerate(zip(read.each, paragraphs, strict=True))
    )


def _is_lead(one: Opening, at: int, read: Openings) -> bool:
    if one.is_lead_by_count:
        return True
    if read.is_told:
        return False
    weights, constant = _weights()
    nats: float = constant + sum(map(mul, weights, read.traits(at)))
    return nats > 0


def _label(text: str, spans: tuple[tuple[int, int], ...]) -> str | None:
    """Return a first sentence that is one word, where another follows that is no note."""
    sentence = text[spans[0][0] : spans[0][1]]
    if _WORD.fullmatch(sentence) is None or all(is_note(text[start:end]) for start, end in spans[1:]):
        return None
    return sentence


@cache
def _weights() -> tuple[tuple[float, ...], float]:
    """Return the weights of the traits and the constant, in nats."""
    stored = json.loads((resources.files("gangyao.models") / "lead_weights.json").read_text(encoding="utf-8"))
    return tuple(stored["traits"][trait] for trait in TRAITS), stored["constant"]
