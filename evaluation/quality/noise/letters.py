"""Letters of other scripts, alone or for a particle, and characters of private use."""

from __future__ import annotations

import random

from evaluation.quality.noise.planting import Maker, Spot, insertion, is_han

PARTICLES = "的了和与在及等为对以之将把从并于是"
STRAY = "의을는이가에ㅅㅇㅏㅣのをはがにアノハｶﾉทกงеидйщжЯλψфضعכשกमहéüñøšğçåㄅㄒ"
# Blanks and bullets of embedded fonts, and glyphs that only their own font knows.
_PRIVATE = "\ue5e5\uf020\uf0b7\uf0a7\uf06c\ue004\ue863\uf8f5"


def _particle(text: str, at: int, chance: random.Random) -> Spot | None:
    found = next((i for i in range(at, min(at + 60, len(text) - 1)) if text[i] in PARTICLES), None)
    if found is None or not (is_han(text[found - 1]) and is_han(text[found + 1])):
        return None
    return found, found + 1, chance.choice(STRAY) + chance.choice(["", "", "", " "])


MAKERS: dict[str, Maker] = {
    "stray": insertion(STRAY),
    "particle": _particle,
    "private_use": insertion(_PRIVATE),
}
