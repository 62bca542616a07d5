"""How often a document itself prints an n-gram: names and terms repeat, slips do not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.count_table import Keys

Integers = npt.NDArray[np.int64]
Times = npt.NDArray[np.uint32]

_MOST_BUCKET_BITS = 24


@dataclass(frozen=True, slots=True, eq=False)
class Repeats:
    """`times` counts the n-grams of one length in buckets of hashed keys; `buckets` are those of each place.

    Each document has buckets of its own, the first of which is in `first`, as many as a power of two, which
    is in `bits`: with eight buckets or more per place, few n-grams share one by chance.
    """

    buckets: Integers
    times: Times
    first: Integers
    bits: Integers

    def again(self, places: Integers) -> Times:
        """Return how often else the n-gram that ends at each place is printed."""
        return self.times[self.buckets[places]] - np.uint32(1)

    def of(self, keys: Keys, documents: Integers) -> Times:
        """Return how often n-grams are printed in documents (by number) that need not hold them."""
        times: Times = self.times[self.first[documents] + _hashed(keys, self.bits[documents])]
        return times


def count_repeats(keys: Keys, lengths: Integers) -> Repeats:
    """Count the n-grams of one length by their keys, one per place, in documents of so many places."""
    bits = np.array(
        [min(_MOST_BUCKET_BITS, max(10, int(length * 8).bit_length())) for length in lengths.tolist()]
    )
    first = np.cumsum(1 << bits) - (1 << bits)
    buckets = _hashed(keys, bits, lengths)
    buckets += np.repeat(first, lengths)
    # Not `bincount`, whose integers take twice the room: there are many more buckets than places.
    times = np.zeros(int((1 << bits).sum()), np.uint32)
    np.add.at(times, buckets, np.uint32(1))
    return Repeats(buckets, times, first, bits)


def _hashed(keys: Keys, bits: Integers, lengths: Integers | int = 1) -> Integers:
    """Return keys as so many bits, which stand for runs of keys of so many."""
    hashed = keys * np.uint64(0x9FB21C651E98DF25)
    hashed >>= np.repeat((64 - bits).astype(np.uint64), lengths)
    return hashed.view(np.int64)
