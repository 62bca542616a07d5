"""How often a document itself prints an n-gram: names and terms repeat, slips do not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.count_table import Keys

Integers = npt.NDArray[np.int64]

_MOST_BUCKET_BITS = 24


@dataclass(frozen=True, slots=True, eq=False)
class Repeats:
    """`times` counts the n-grams of one length in buckets of hashed keys; `buckets` are those of each place.

    With eight buckets or more per place, few n-grams share one by chance.
    """

    buckets: Integers
    times: Integers

    def again(self, places: Integers) -> Integers:
        """Return how often else the n-gram that ends at each place is printed; past the end as at the end."""
        return self.times[self.buckets[np.minimum(places, len(self.buckets) - 1)]] - 1

    def of(self, keys: Keys) -> Integers:
        """Return how often n-grams are printed that need not stand in the document."""
        return self.times[_buckets(keys, len(self.times).bit_length() - 1)]


def count_repeats(keys: Keys) -> Repeats:
    """Count the n-grams of one length by their keys, one per place."""
    bits = min(_MOST_BUCKET_BITS, max(10, int(len(keys) * 8).bit_length()))
    buckets = _buckets(keys, bits)
    return Repeats(buckets, np.bincount(buckets, minlength=1 << bits))


def _buckets(keys: Keys, bits: int) -> Integers:
    return ((keys * np.uint64(0x9FB21C651E98DF25)) >> np.uint64(64 - bits)).astype(np.int64)
