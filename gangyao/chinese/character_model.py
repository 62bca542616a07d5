"""A character n-gram model of official Chinese: the bits that each character costs after those before it.

The probability of a character after its context is interpolated over orders with Dirichlet priors (MacKay and
Peto 1995): P_n(c|h) = (count(hc) + k_n · P_{n-1}(c|h')) / (count(h) + k_n), where h' is h without its first
character. Text is folded first: Traditional to Simplified characters, digits to one digit, Latin letters to
one letter, fullwidth to the form that Chinese text prints. So a model serves both scripts, and numbers and
foreign words do not look rare by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from gangyao.chinese.bigram_index import PairCounts, count_pairs
from gangyao.chinese.code_points import code_points
from gangyao.chinese.count_table import CountTable, Keys
from gangyao.chinese.one_row import by_shape, in_one_row

Bits = npt.NDArray[np.float32]
Codes = npt.NDArray[np.uint64]
Costs = npt.NDArray[np.float64]

ORDER = 4
# Weight of the next lower order against counts, from bigrams upwards.
PRIORS: tuple[float, ...] = (300.0, 35.0, 15.0)
_UNIGRAM_PRIOR = 0.02
#: N-grams do not reach back over it.
LINE_BREAK = ord("\n")
# Stands for "nothing known stands here": no n-gram that holds it was ever counted.
NOTHING = 0
_MODEL = "character_model.npz"
_BASE = np.uint64(0x9E3779B97F4A7C55)


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """What the model makes of a text of n code points, in arrays of n + 1.

    The first place stands for the line break before the text. `keys[k]` are the keys of the n-grams of
    k + 1 codes that end at a place, `counts[k]` how often those were counted.
    """

    codes: Codes
    bits: Bits
    keys: tuple[Keys, ...]
    counts: tuple[Bits, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CharacterModel:
    """`fold` maps code points to folded codes, `unigrams` counts those, `table` counts longer n-grams.

    `words` holds how often a general dictionary counted its words of up to four characters, and names.
    `pairs` are the pairs of codes that were counted (16 bits each), `frequent` holds what the table counts of
    them. `characters` and `kinds` are how many codes, and how many different ones, were counted.
    """

    fold: npt.NDArray[np.uint16]
    unigrams: npt.NDArray[np.uint32]
    table: CountTable
    words: CountTable
    pairs: npt.NDArray[np.uint32]
    frequent: PairCounts
    characters: int
    kinds: int

    def surprise(self, text: str) -> Bits:
        """Return the bits that each code point of `text` costs after those before it.

        The text is taken to start after a line break.
        """
        return self.scan(text).bits[1:]

    def scan(self, text: str) -> Scan:
        """Return the bits of each code point, as `surprise` does, with the codes and keys they come from."""
        codes = fold_codes("\n" + text, self.fold)
        return Scan(codes, *self._weigh(codes))

    def cost(self, text: str) -> float:
        """Return the bits that the whole of `text` costs, as a text of its own."""
        return float(self.surprise(text).sum(dtype=np.float64))

    def costs(self, texts: Sequence[str]) -> Costs:
        """Return the bits that each of many short texts costs, with no context on either side.

        One call for many texts is far faster than many calls.
        """
        if not texts:
            return np.zeros(0)
        bits, _ = self.bits(fold_codes("\0" + "\0".join(texts), self.fold))
        lengths = np.fromiter((len(text) for text in texts), dtype=np.int64, count=len(texts))
        ends = np.cumsum(lengths + 1)
        sums = np.concatenate([[0.0], np.cumsum(bits, dtype=np.float64)])
        return np.asarray(sums[ends] - sums[ends - lengths], dtype=np.float64)

    def replacement_costs(self, left: str, replacements: Sequence[str], right: str) -> Costs:
        """Return what each replacement costs between `left` and `right`, in bits; the lowest fits best.

        Only the nearest characters of the context count. An empty replacement is a deletion. Costs of
        replacements of different length compare as they are: a longer text has more to pay for.
        """
        costs: Costs = self.replacement_costs_of_each([(left, replacements, right)])[0]
        return costs

    def replacement_costs_of_each(self, asked: Sequence[tuple[str, Sequence[str], str]]) -> Costs:
        """Return the like for many places at once, a row for each; all have as many replacements."""
        reach = ORDER - 1
        texts: list[str] = []
        for left, replacements, right in asked:
            head, tail = left[max(0, len(left) - reach) :], right[:reach]
            texts += [head, *(head + replacement + tail for replacement in replacements)]
        costs: Costs = self.costs(texts).reshape(len(asked), -1) if asked else np.empty((0, 1))
        differences: Costs = costs[:, 1:] - costs[:, :1]
        return differences

    def junctions(self, pairs: Sequence[tuple[str, str]]) -> Costs:
        """Return by how many bits each right is likelier to go on its left than to start after a break.

        White space at the join is not looked at.
        """
        reach = ORDER - 1
        ends = [(left.rstrip()[-reach:], right.lstrip()[:reach]) for left, right in pairs]
        joined = self.costs([left + right for left, right in ends])
        broken = self.costs([left + "\n" + right for left, right in ends])
        return broken - joined

    def pair_counts(self, left: Codes, right: Codes) -> Bits:
        """Return how often pairs of codes were counted."""
        counts = self.frequent.look_up(left, right)
        rare = np.flatnonzero(counts == 0)
        counts[rare] = self.table.look_up(extended_keys(left[rare], right[rare]))
        return counts

    def bits(self, codes: Codes) -> tuple[Bits, tuple[Keys, ...]]:
        """Return bits per folded code, and the keys of the n-grams that end there, shortest first.

        N-grams do not reach over `NOTHING`, nor back over a line break.
        """
        bits, keys, _ = self._weigh(codes)
        return bits, keys

    def bits_by_place(self, places: Sequence[Codes]) -> tuple[list[Bits], list[list[Keys]]]:
        """Return bits and keys as `bits` does, of many short texts at once that share parts.

        `places` holds for each place the folded codes that stand there, arrays that broadcast: of the texts
        made of each left and each right part, what lies in one part is looked up once. Keys are by length and
        place. There are no line breaks in them.
        """
        counts = [self._counts_of(codes) for codes in places]
        probabilities = [self.shares_of(count) for count in counts]
        keys = [[*places]]
        for order in range(2, ORDER + 1):
            contexts = [np.zeros(1, dtype=np.float32), *counts[:-1]]
            longer = [places[0]]
            longer += [
                extended_keys(key, codes) for key, codes in zip(keys[-1][:-1], places[1:], strict=True)
            ]
            keys.append(longer)
            # All places in one row: most calls are of a few texts, and their number is what takes the time.
            shapes = [key.shape for key in longer]
            context = in_one_row(contexts, shapes)
            found = self._longer_counts(in_one_row(longer, shapes), context, in_one_row(counts, shapes))
            probability = interpolated(found, context, in_one_row(probabilities, shapes), order)
            counts, probabilities = by_shape(found, shapes), by_shape(probability, shapes)
        return [-np.log2(probability) for probability in probabilities], keys

    def _counts_of(self, codes: Codes) -> Bits:
        counts = self.unigrams.take(codes.view(np.int64), mode="wrap").astype(np.float32)
        counts[codes == NOTHING] = 0
        return counts

    def shares_of(self, counts: Bits) -> Bits:
        """Return the probabilities of codes that were counted so often, whatever stands before them."""
        total = np.float32(self.characters + _UNIGRAM_PRIOR * self.kinds)
        shares: Bits = (counts + np.float32(_UNIGRAM_PRIOR)) / total
        return shares

    def _longer_counts(self, keys: Keys, context: Bits, counts: Bits) -> Bits:
        """Return how often n-grams were counted, given the counts of their parts one code shorter."""
        shape = keys.shape
        if not shape == context.shape == counts.shape:
            # Mostly they are the same, and NumPy takes longer to find that out than to look up a clause.
            shape = np.broadcast_shapes(shape, context.shape, counts.shape)
        return self._completed(np.zeros(shape, dtype=np.float32), keys, context, counts)

    def _counts_of_pairs(self, codes: Codes, keys: Keys, context: Bits, counts: Bits) -> Bits:
        """Return how often the pairs that end at each code were counted, given the counts of their codes."""
        pairs = np.zeros_like(counts)
        pairs[1:] = self.frequent.look_up(codes[:-1], codes[1:])
        return self._completed(pairs, keys, context, counts)

    def _completed(self, longer: Bits, keys: Keys, context: Bits, counts: Bits) -> Bits:
        """Look up what `longer` does not hold yet of the counts of n-grams."""
        # Where the context was never seen, a longer n-gram was not either.
        missing = (longer == 0) & (context > 0) & (counts > 0)
        if keys.shape != longer.shape:
            keys = np.broadcast_to(keys, longer.shape)
        longer[missing] = self.table.look_up(keys[missing])
        np.minimum(longer, context, out=longer)
        return np.minimum(longer, counts, out=longer)

    def _weigh(self, codes: Codes) -> tuple[Bits, tuple[Keys, ...], tuple[Bits, ...]]:
        counts = self._counts_of(codes)
        probability = self.shares_of(counts)
        context = np.zeros_like(counts)
        keys: list[Keys] = [codes]
        counted = [counts]
        after_break = codes[:-1] == LINE_BREAK
        for order in range(2, ORDER + 1):
            context[:1] = 0
            context[1:] = counts[:-1]
            if order > 2:
                context[1:][after_break] = 0
            key = longer_keys(keys[-1], codes)
            keys.append(key)
            if order > 2:
                counts = self._longer_counts(key, context, counts)
            else:
                counts = self._counts_of_pairs(codes, key, context, counts)
            counted.append(counts)
            probability = interpolated(counts, context, probability, order)
        return -np.log2(probability), tuple(keys), tuple(counted)


def interpolated(counts: Bits, context: Bits, shorter: Bits, order: int) -> Bits:
    """Return the probability of codes after their context, given that after a context one code shorter."""
    prior = np.float32(PRIORS[order - 2])
    interpolated: Bits = (counts + prior * shorter) / (context + prior)
    return interpolated


def make_model(
    fold: npt.NDArray[np.uint16],
    unigrams: npt.NDArray[np.uint32],
    table: CountTable,
    words: CountTable,
    pairs: npt.NDArray[np.uint32],
) -> CharacterModel:
    """Put the parts of a model together; `pairs` are codes that follow each other, 16 bits each."""
    left, right = (pairs >> np.uint32(16)).astype(np.uint64), (pairs & np.uint32(0xFFFF)).astype(np.uint64)
    frequent = count_pairs(pairs, table.look_up(extended_keys(left, right)), unigrams)
    characters = int(unigrams.sum(dtype=np.int64))
    kinds = int(np.count_nonzero(unigrams))
    return CharacterModel(fold, unigrams, table, words, pairs, frequent, characters, kinds)


def longer_keys(keys: Keys, codes: Codes) -> Keys:
    """Return the keys of the n-grams one code longer than those of `keys`, which end at the same positions.

    The first position, which has nothing before it, gets the key of an n-gram that no text holds.
    """
    longer = np.empty_like(keys)
    longer[:1] = 0
    np.multiply(keys[:-1], _BASE, out=longer[1:])
    longer[1:] += codes[1:]
    return longer


def extended_keys(keys: Keys, codes: Codes) -> Keys:
    """Return the keys of n-grams with one code more at their end."""
    return keys * _BASE + codes


def fold_codes(text: str, fold: npt.NDArray[np.uint16]) -> Codes:
    """Fold a text to one code per code point; all beyond the Basic Multilingual Plane share one."""
    points = code_points(text)
    return fold.take(points, mode="clip").astype(np.uint64)


@lru_cache(maxsize=1)
def load_model() -> CharacterModel:
    """Load the model of plans, notices and reports that layout and rules weigh with; cached per process."""
    return _load(_MODEL)


@lru_cache(maxsize=1)
def load_fold() -> npt.NDArray[np.uint16]:
    """Load the `fold` of `load_model`, and nothing else of it; cached per process."""
    with (resources.files("gangyao.models") / _MODEL).open("rb") as file, np.load(file) as stored:
        fold: npt.NDArray[np.uint16] = stored["fold"]
        return fold


@lru_cache(maxsize=1)
def load_official_model() -> CharacterModel:
    """Load the model that also counted laws and congress reports, with which misreadings are found.

    Twenty times as much text as `load_model`, whose measures (costs of joins, margins of rules) were set on
    that model's counts. Cached per process.
    """
    return _load("official_model.npz")


def _load(name: str) -> CharacterModel:
    with (resources.files("gangyao.models") / name).open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        return make_model(
            stored["fold"],
            stored["unigrams"],
            CountTable(stored["cells"], int(stored["seed"])),
            CountTable(stored["word_cells"], int(stored["word_seed"])),
            np.cumsum(stored["pair_steps"], dtype=np.uint32),
        )
