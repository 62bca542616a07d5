"""The word tables of the measures grammar, read from `seeds/lexicon`, and the longest word at a place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from gangyao.chinese.code_points import CodePoints
from gangyao.chinese.pair_table import PairTable, Places, pair_table
from gangyao.lexicon_tables import LexiconTables
from gangyao.tasks.character_odds import CharacterOdds, character_odds

VerbClass = Literal["transitive", "taker", "catenative", "sponsor", "stative", "dual", "nominal"]
PrepositionKind = Literal["basis", "phrase", "disposal"]
Opener = Literal["verb", "adverb", ""]
#: The kinds of opening, in the order of their numbers.
OPENERS: tuple[Opener, ...] = ("", "verb", "adverb")
_DEPENDS = len(OPENERS)
#: What two characters may be, in the order of their numbers; the beginning of nothing but longer words last.
PAIR_KINDS = (
    *("", "noun", "modal", "preposition", "adverb", "adverb or verb"),
    *("transitive", "taker", "catenative", "sponsor", "stative", "dual", "nominal", "longer"),
)
_PAIR = 2

# Verbs of these classes open a bid.
_BIDDING = frozenset({"transitive", "taker", "catenative", "sponsor", "dual"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word with every part it can play in a clause.

    `verb` is its class (see `seeds/lexicon/verbs.csv`, column note), `modal` the modality that it sets as a
    modal word ("" for one that sets none), `preposition` what its phrase does; None: it plays no such part.
    `is_coined`: no table has it as this verb.
    No tuple: a code point of text has two of these attributes asked for, which takes half as long so.
    """

    text: str
    verb: VerbClass | None = None
    adverb: bool = False
    modal: str | None = None
    governs: bool = False
    preposition: PrepositionKind | None = None
    noun: bool = False
    is_coined: bool = False


@lru_cache(maxsize=4096)
def coined(text: str, verb: VerbClass) -> Word:
    """Return a verb that no table has; kept, since most are the same few characters (稳, 提, 处)."""
    return Word(text, verb=verb, is_coined=True)


LongerWords = Mapping[str, tuple[tuple[str, Word], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words by their first two characters, longest first; `pairs` are verbs joined as one predicate.

    `known` holds the same words made ready for `at`: those of more than two characters by the third
    one, longest first, with their spelling (None where there are none), and the word that stands
    where none of them does. `compounds` are the two characters behind a verb that make a noun of it
    (监察|机构). `pair_heads` are the first two characters of what `pairs` join to a verb. `nouns` are
    words that are no verb and no adverb, curated and common ones. `verb_odds` tells by its
    characters whether an unknown word is a verb. `openers` tell by the first two characters what
    kind of opening a word there is, None where that depends on those that follow; `opener_pairs` and
    `opener_numbers` say the same of many places at once, where that depends what it is unless one of
    `opener_triples` stands there. `pair_kinds` and `kind_numbers` tell which of `PAIR_KINDS` two
    characters are. `phrase_starts` are the first characters of prepositions that are no nouns.
    """

    heads: Mapping[str, tuple[Word, ...]]
    singles: Mapping[str, Word]
    pairs: frozenset[tuple[str, str]]
    pair_heads: Mapping[str, frozenset[str]]
    known: Mapping[str, tuple[LongerWords | None, Word | None]]
    nouns: frozenset[str]
    verb_odds: CharacterOdds
    openers: Mapping[str, Opener | None]
    opener_pairs: PairTable
    opener_numbers: npt.NDArray[np.int8]
    opener_triples: PairTable
    compounds: Mapping[str, frozenset[str]]
    pair_kinds: PairTable
    kind_numbers: npt.NDArray[np.int8]
    phrase_starts: frozenset[str]

    def at(self, text: str, start: int) -> Word | None:
        """Return the longest word that stands at `start` of `text`, None if no known one does."""
        found = self.known.get(text[start : start + 2])
        if found is None:
            return self.singles.get(text[start : start + 1])
        longer, word = found
        if longer is not None:
            for spelled, known in longer.get(text[start + 2 : start + 3], ()):
                if text.startswith(spelled, start):
                    return known
        return word

    def opener(self, text: str, start: int) -> Opener:
        """Return whether a verb or an adverb of two characters or more opens what stands at `start`."""
        kind = self.openers.get(text[start : start + 2], "")
        return kind if kind is not None else _opener_of(self.at(text, start))

    def openers_at(self, text: str, codes: CodePoints, places: Places) -> npt.NDArray[np.int8]:
        """Return the numbers in `OPENERS` of what opens at each of `places`; `codes` are those of `text`."""
        numbers: npt.NDArray[np.int8] = self.opener_numbers[self.opener_pairs.find(codes, places)]
        longer = np.flatnonzero(numbers >= _DEPENDS)
        numbers[longer] -= _DEPENDS
        longer = longer[self.opener_triples.find(codes, places[longer]) >= 0]
        for index in longer.tolist():
            numbers[index] = OPENERS.index(_opener_of(self.at(text, int(places[index]))))
        return numbers

    def kinds_at(self, codes: CodePoints, places: Places) -> npt.NDArray[np.int8]:
        """Return the numbers in `PAIR_KINDS` of the two characters at each of `places` of `codes`."""
        numbers: npt.NDArray[np.int8] = self.kind_numbers[self.pair_kinds.find(codes, places)]
        return numbers


def _opener_of(word: Word | None) -> Opener:
    if word is None or word.noun or len(word.text) < 2:
        return ""
    if word.verb in _BIDDING:
        return "verb"
    return "adverb" if word.adverb else ""


@dataclass(frozen=True, slots=True)
class EndWords:
    """Words that a phrase or a name may end with, by their last character."""

    by_last: Mapping[str, tuple[str, ...]]

    def closes(self, text: str, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` ends with one of the words."""
        if end <= start:
            return False
        words = self.by_last.get(text[end - 1])
        return words is not None and text.endswith(words, start, end)


def end_words(words: Iterable[str]) -> EndWords:
    """Sort `words` by their last character."""
    by_last: dict[str, list[str]] = {}
    for word in words:
        by_last.setdefault(word[-1], []).append(word)
    return EndWords({last: tuple(found) for last, found in by_last.items()})


def compile_lexicon(tables: LexiconTables) -> Lexicon:
    """Compile verbs, adverbs, modals, prepositions and nouns, and the common words that none of them has."""
    parts: dict[str, dict[str, object]] = {}

    def add(word: str, **part: object) -> None:
        parts.setdefault(word, {}).update(part)

    for word, verb_class in tables.rows("verbs", "word", "class"):
        add(word, verb=verb_class)
    for word in tables.words("adverbs"):
        add(word, adverb=True)
    for word, modality, governs in tables.rows("modals", "word", "modality", "governs_sentence"):
        add(word, modal=modality, governs=governs == "yes")
    for word, kind in tables.rows("prepositions", "word", "kind"):
        add(word, preposition=kind)
    for word in tables.words("nouns"):
        add(word, noun=True)
    nouns = frozenset(tables.words("nouns")) | _add_common_words(tables, parts)
    words = [Word(text, **part) for text, part in parts.items()]  # type: ignore[arg-type]
    heads: dict[str, list[Word]] = {}
    for known_word in words:
        if len(known_word.text) > 1:
            heads.setdefault(known_word.text[:2], []).append(known_word)
    pairs = frozenset(tables.rows("verb_pairs", "first", "second"))
    singles = {word.text: word for word in words if len(word.text) == 1}
    known = {}
    for head, found in heads.items():
        found.sort(key=lambda word: -len(word.text))
        has_short = len(found[-1].text) == len(head)
        known[head] = (_by_third(found), found[-1] if has_short else singles.get(head[0]))
    openers = {head: _common_opener(found, known[head][1]) for head, found in heads.items()}
    kinds = _pair_kinds(known, nouns)
    return Lexicon(
        {head: tuple(found) for head, found in heads.items()},
        singles,
        pairs,
        _pair_heads(pairs, parts),
        known,
        nouns,
        character_odds((word.text for word in words if word.verb), nouns),
        openers,
        pair_table(list(openers)),
        # The last number is that of no pair.
        np.array([*(_number_of(kind, known[head][1]) for head, kind in openers.items()), 0], np.int8),
        pair_table(
            sorted({word.text[:3] for found in heads.values() for word in found if len(word.text) > 2}), 3
        ),
        _by_verb(tables.rows("verb_compounds", "verb", "following")),
        pair_table(list(kinds)),
        # The last number is that of no pair.
        np.array([*map(PAIR_KINDS.index, kinds.values()), 0], np.int8),
        frozenset(word.text[0] for word in words if word.preposition is not None and not word.noun),
    )


def _pair_kinds(
    known: Mapping[str, tuple[LongerWords | None, Word | None]], nouns: Iterable[str]
) -> Mapping[str, str]:
    """Return which of `PAIR_KINDS` the beginning of each known word, and each of the `nouns`, is."""
    kinds = {
        head: _kind_of(word) if word is not None and len(word.text) == _PAIR else "longer"
        for head, (_, word) in known.items()
    }
    for noun in nouns:
        if len(noun) == _PAIR:
            kinds.setdefault(noun, "noun")
    return kinds


def _kind_of(word: Word) -> str:
    if word.noun:
        return "noun"
    if word.modal is not None:
        return "modal"
    if word.preposition is not None:
        return "preposition"
    if word.adverb:
        return "adverb or verb" if word.verb else "adverb"
    return word.verb or "adverb"


def _by_verb(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """Return by each verb what follows it in a pair."""
    following: dict[str, list[str]] = {}
    for verb, after in pairs:
        following.setdefault(verb, []).append(after)
    return {verb: frozenset(found) for verb, found in following.items()}


def _number_of(opener: Opener | None, short: Word | None) -> int:
    """Return the number of an opener; where it depends on what follows, that of the `short` word and more."""
    return _DEPENDS + OPENERS.index(_opener_of(short)) if opener is None else OPENERS.index(opener)


def _common_opener(words: Iterable[Word], short: Word | None) -> Opener | None:
    """Return what all `words`, and the `short` one else, are as openings; None where they differ."""
    kinds = {_opener_of(word) for word in (*words, short)}
    return kinds.pop() if len(kinds) == 1 else None


def _by_third(words: Iterable[Word]) -> LongerWords | None:
    """Sort those of `words` that have more than two characters by the third; None where none has."""
    longer: dict[str, tuple[tuple[str, Word], ...]] = {}
    for word in words:
        if len(word.text) > 2:
            longer[word.text[2]] = (*longer.get(word.text[2], ()), (word.text, word))
    return longer or None


def _pair_heads(pairs: Iterable[tuple[str, str]], known: Container[str]) -> Mapping[str, frozenset[str]]:
    """Return by the first verb of the pairs what the second ones that are `known` words begin with."""
    heads: dict[str, set[str]] = {}
    for first, second in pairs:
        if second in known and len(second) > 1:
            heads.setdefault(first, set()).add(second[:2])
    return {first: frozenset(found) for first, found in heads.items()}


def _add_common_words(tables: LexiconTables, parts: dict[str, dict[str, object]]) -> frozenset[str]:
    """Add to `parts` the common words that the curated files do not class; return the common nouns.

    A common verb is `nominal`: it is a predicate only where it opens a clause or an adverb leads it. A common
    noun is added where it begins like a verb (验收报告), so that the verb is not read in it.
    """
    rows = [row for row in tables.rows("common_words", "word", "part") if row[0] not in parts]
    for word, part in rows:
        if part == "verb":
            parts[word] = {"verb": "nominal"}
        elif part == "adverb":
            parts[word] = {"adverb": True}
    nouns = frozenset(word for word, part in rows if part == "noun")
    for word in nouns:
        heads = (parts.get(word[:size]) for size in range(2, len(word)))
        if any(head is not None and head.get("verb") for head in heads):
            parts[word] = {"noun": True}
    return nouns
