"""A compact, read-only table of n-gram counts.

The table is a Bloomier filter (Chazelle et al. 2004; for language models Talbot and Brants 2008, "Randomized
Language Models via Perfect Hash Functions"): three slots per key whose exclusive or is a fingerprint and a
quantised count. It holds no keys, so no text can be read out of it, and a look-up is three array reads. A key
that was never stored is taken for a stored one once in 2,048 look-ups.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Slots = npt.NDArray[np.int64]

COUNT_BITS = 5
# Counts up to 16 are kept exactly; above, each step is a factor of 1.7, up to about 66,000.
COUNT_LEVELS: npt.NDArray[np.float32] = np.concatenate(
    [np.arange(1, 17), np.round(16 * 1.7 ** np.arange(1, 17))]
).astype(np.float32)
_FINGERPRINT_SHIFT = np.uint64(64 - (16 - COUNT_BITS))
_SLOTS_PER_KEY = 1.23
_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class CountTable:
    """`cells` are three segments of equal length; `seed` chose the hash function that could be built."""

    cells: npt.NDArray[np.uint16]
    seed: int

    def look_up(self, keys: Keys) -> npt.NDArray[np.float32]:
        """Return the (quantised) count of each key, 0 for a key that was not stored."""
        mixed = _mix(keys, self.seed)
        first, second, third = _slots(mixed, len(self.cells) // 3)
        # All slots are inside, and the mode that looks at no bounds is the quickest.
        found = self.cells.take(first, mode="wrap")
        found ^= self.cells.take(second, mode="wrap")
        found ^= self.cells.take(third, mode="wrap")
        found ^= _fingerprint(mixed)
        return _LEVEL_OF_CELL.take(found, mode="wrap")


# What a cell value that still holds fingerprint bits means: the key was never stored.
_LEVEL_OF_CELL: npt.NDArray[np.float32] = np.zeros(1 << 16, dtype=np.float32)
_LEVEL_OF_CELL[: 1 << COUNT_BITS] = COUNT_LEVELS


def build_count_table(keys: Keys, counts: npt.NDArray[np.int64]) -> CountTable:
    """Store `counts` (all at least 1) under distinct `keys`.

    Deterministic. Raises ValueError when no hash function can be found, as when keys are equal.
    """
    codes = np.searchsorted(COUNT_LEVELS, counts, side="right").astype(np.uint16) - np.uint16(1)
    segment = max(8, int(np.ceil(len(keys) * _SLOTS_PER_KEY / 3)) + 16)
    for seed in range(1, _ATTEMPTS + 1):
        mixed = _mix(keys, seed)
        slots = np.stack(_slots(mixed, segment), axis=1)
        rounds = _peel(slots, 3 * segment)
        if rounds is None:
            continue
        cells = np.zeros(3 * segment, dtype=np.uint16)
        values = _fingerprint(mixed) ^ codes
        for peeled, own_slot in reversed(rounds):
            # The own slot still holds 0, so this is the exclusive or of the two other slots.
            others = np.bitwise_xor.reduce(cells[slots[peeled]], axis=1)
            cells[own_slot] = values[peeled] ^ others
        return CountTable(cells, seed)
    raise ValueError(f"no hash function separates the {len(keys)} keys; are some of them equal?")


def _mix(keys: Keys, seed: int) -> Keys:
    """Scramble keys (the finaliser of SplitMix64)."""
    mixed = keys + np.uint64((seed * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF)
    mixed ^= mixed >> np.uint64(30)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def _slots(mixed: Keys, segment: int) -> tuple[Slots, Slots, Slots]:
    """Map each scrambled key to one slot in each of three segments."""
    # In place, for speed; what is left is below 2^63, so that it reads the same with a sign.
    half, size = np.uint64(32), np.uint64(segment)
    first = mixed & np.uint64(0xFFFFFFFF)
    first *= size
    first >>= half
    second = mixed >> half
    second *= size
    second >>= half
    second += size
    third = mixed * np.uint64(0xA24BAED4963EE407)
    third >>= half
    third *= size
    third >>= half
    third += np.uint64(2 * segment)
    return first.view(np.int64), second.view(np.int64), third.view(np.int64)


def _fingerprint(mixed: Keys) -> npt.NDArray[np.uint16]:
    """Derive the upper bits of a cell from a scrambled key; the bits of the count stay 0."""
    folded = mixed * np.uint64(0xD6E8FEB86659FD93)
    folded >>= _FINGERPRINT_SHIFT
    folded <<= np.uint64(COUNT_BITS)
    return folded.astype(np.uint16)


def _peel(slots: Slots, size: int) -> list[tuple[Slots, Slots]] | None:
    """Take away, round by round, the keys that alone use one of their slots.

    Returns per round the keys and the slot that each of them owns; None when some keys cannot be separated.
    """
    users = np.bincount(slots.ravel(), minlength=size)
    numbers = np.repeat(np.arange(len(slots)), 3)
    key_sum = np.bincount(slots.ravel(), weights=numbers, minlength=size).astype(np.int64)
    rounds: list[tuple[Slots, Slots]] = []
    removed = 0
    candidates: Slots = np.flatnonzero(users == 1)
    while len(candidates):
        # The sum of the keys that use a slot is the key itself where only one is left.
        peeled, index = np.unique(key_sum[candidates], return_index=True)
        rounds.append((peeled, candidates[index]))
        removed += len(peeled)
        touched = slots[peeled].ravel()
        np.subtract.at(users, touched, 1)
        np.subtract.at(key_sum, touched, np.repeat(peeled, 3))
        touched = np.unique(touched)
        candidates = touched[users[touched] == 1]
    return rounds if removed == len(slots) else None
