"""The places inside a clause where a verb group may begin: one scan for all words, marks of quotes and 分."""

from __future__ import annotations

from dataclasses import dataclass

import daachorse

from gangyao.tasks.lexicon import Lexicon, Word

_OPENS = "“《(（‘"
_CLOSES = "”》)）’"
# 分领域推进: no word, but what opens an adverb.
_BY_PARTS = "分"
# No word goes on behind these, so that none is cut where a clause ends before one.
_MARKS = frozenset("，：。；！？,:;!?")
# Verbs of one character that may open a predicate inside a clause.
_LET = frozenset({"使", "让"})

Place = tuple[int, Word | None]


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """What one scan looks for: number `i` of the automaton is `words[i]`, None for a mark or 分.

    `may_open` tells of each whether a predicate can begin there at all, `in_phrase` whether only behind a
    phrase; `depths` by how much a mark opens or closes quotes. The longest word has `longest` code points.
    """

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    words: tuple[Word | None, ...]
    may_open: tuple[bool, ...]
    in_phrase: tuple[bool, ...]
    depths: tuple[int, ...]
    longest: int

    def find(self, text: str, start: int, end: int, *, in_phrase: bool) -> list[Place]:
        """Return where words that may open a predicate stand in `text[start:end]`, behind its first word.

        Words are read one behind the other from `start`, always the longest; those in quotes and brackets
        are none. The last one may reach over `end`. `in_phrase`: a phrase stands at `start`.
        """
        reach = end if text[end : end + 1] in _MARKS else end + self.longest
        allowed = self.in_phrase if in_phrase else self.may_open
        found: list[Place] = []
        depth = 0
        for first, _, number in self.automaton.find(text[start:reach]):
            if self.depths[number]:
                depth += self.depths[number]
            elif depth <= 0 and allowed[number] and 0 < first < end - start:
                found.append((start + first, self.words[number]))
        return found


def compile_places(lexicon: Lexicon) -> Places:
    """Compile the scan for the words of `lexicon`."""
    by_text: dict[str, Word | None] = dict.fromkeys((*_OPENS, *_CLOSES, _BY_PARTS))
    by_text |= lexicon.singles
    by_text |= {word.text: word for words in lexicon.heads.values() for word in words}
    depths = tuple((text in _OPENS) - (text in _CLOSES) for text in by_text)
    found = tuple(by_text.values())
    return Places(
        daachorse.CharwiseDoubleArrayAhoCorasick(list(by_text), daachorse.MATCH_KIND_LEFTMOST_LONGEST),
        found,
        tuple(word is None or _may_open(word) for word in found),
        tuple(word is None or _may_open(word) or _is_nominal(word) for word in found),
        depths,
        max(map(len, by_text)),
    )


def _may_open(word: Word) -> bool:
    """Tell whether a predicate may begin with `word` inside a clause, wherever it stands."""
    if word.noun:
        return False
    if word.modal is not None or word.adverb or word.preposition is not None or word.text in _LET:
        return True
    return word.verb not in (None, "stative", "nominal") and len(word.text) > 1


def _is_nominal(word: Word) -> bool:
    """Tell whether `word` opens a predicate only behind a phrase: 向社会|公示."""
    return word.verb == "nominal" and not word.noun and len(word.text) > 1
