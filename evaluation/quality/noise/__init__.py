"""Seeded noise of the kinds that recognition and web pages leave in official documents.

`damage` plants errors of given kinds at a given rate and says where: each planted error keeps its span in the
clean text and in the noisy one, so that a repair can be judged place by place.
"""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.quality.noise import characters, letters, markup, typography, words
from evaluation.quality.noise.letters import PARTICLES
from evaluation.quality.noise.planting import Planted, plant

__all__ = ["CLASSES", "DOUBLED", "KINDS", "PARTICLES", "RULE_CLASSES", "Planted", "damage"]

_MAKERS = {**letters.MAKERS, **characters.MAKERS, **markup.MAKERS, **typography.MAKERS, **words.MAKERS}
KINDS = tuple(_MAKERS)
# The classes of rule noise that issue 3 sets a bar for, each with its kinds.
RULE_CLASSES = {
    "stray script": ("stray",),
    "variants": ("variant", "variant_taiwan", "variant_hong_kong", "variant_japanese"),
    "radicals and compatibility forms": ("radical", "radical_supplement", "compatibility"),
    "inner spaces": ("space", "space_at_mark", "space_at_number"),
    "mark-up": tuple(markup.MAKERS),
    "width": ("width", "width_mark", "form_of_mark"),
    "invisible": ("invisible", "accent"),
}
# Further classes, without a bar.
CLASSES = RULE_CLASSES | {
    "quotation and title marks": ("quote_form", "quote_straight", "quote_turned", "title_form"),
    "dashes, dots and doubled marks": ("dash", "repeated_mark"),
    "digits": ("numeral", "split_number"),
    "private use": ("private_use",),
}
DOUBLED = tuple(words.MAKERS)


def damage(
    text: str, seed: int, kinds: Sequence[str] = KINDS, per_thousand: float = 5.0
) -> tuple[str, tuple[Planted, ...]]:
    """Return the noisy text and what was planted: `per_thousand` errors per 1,000 characters."""
    return plant(text, seed, _MAKERS, kinds, per_thousand)
