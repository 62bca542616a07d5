"""The places inside a clause where a verb group may begin: one scan for all words, marks of quotes and 分."""

from __future__ import annotations

from dataclasses import dataclass

import daachorse

from gangyao.tasks.lexicon import Lexicon, Word

_OPENS = "“《(（‘"
_CLOSES = "”》)）’"
#: 分领域推进: no word, but what opens an adverb.
BY_PARTS = "分"
# No word goes on behind these, so that none is cut where a clause ends before one.
_MARKS = frozenset("，：。；！？,:;!?")
# Verbs of one character that may open a predicate inside a clause.
_LET = frozenset({"使", "让"})

# What a number of the automaton does; 0: nothing.
_OPENING, _QUOTES, _UNQUOTES = 1, 2, 3

Place = tuple[int, Word | None]


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """What one scan looks for: number `i` of the automaton is `words[i]`, None for a mark or 分.

    `everywhere` and `in_phrase` tell of each whether it opens or closes quotes, or may open a predicate:
    inside any clause, or behind a phrase. The longest word has `longest` code points.
    """

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    words: tuple[Word | None, ...]
    everywhere: bytes
    in_phrase: bytes
    longest: int

    def find(self, text: str, start: int, end: int, *, in_phrase: bool) -> list[Place]:
        """Return where words that may open a predicate stand in `text[start:end]`, behind its first word.

        Words are read one behind the other from `start`, always the longest; those in quotes and brackets
        are none. The last one may reach over `end`. `in_phrase`: a phrase stands at `start`.
        """
        reach = end if text[end : end + 1] in _MARKS else end + self.longest
        roles = self.in_phrase if in_phrase else self.everywhere
        found: list[Place] = []
        depth = 0
        for first, _, number in self.automaton.find(text[start:reach]):
            role = roles[number]
            if role == _OPENING:
                if depth <= 0 and 0 < first < end - start:
                    found.append((start + first, self.words[number]))
            elif role:
                depth += 1 if role == _QUOTES else -1
        return found


def compile_places(lexicon: Lexicon) -> Places:
    """Compile the scan for the words of `lexicon`."""
    by_text: dict[str, Word | None] = dict.fromkeys((*_OPENS, *_CLOSES, BY_PARTS))
    by_text |= lexicon.singles
    by_text |= {word.text: word for words in lexicon.heads.values() for word in words}
    marks = dict.fromkeys(_OPENS, _QUOTES) | dict.fromkeys(_CLOSES, _UNQUOTES)
    return Places(
        daachorse.CharwiseDoubleArrayAhoCorasick(list(by_text), daachorse.MATCH_KIND_LEFTMOST_LONGEST),
        tuple(by_text.values()),
        bytes(marks.get(text, _may_open(word)) for text, word in by_text.items()),
        bytes(marks.get(text, _may_open(word) or _is_nominal(word)) for text, word in by_text.items()),
        max(map(len, by_text)),
    )


def _may_open(word: Word | None) -> bool:
    """Tell whether a predicate may begin with `word`, or with 分 (None), inside any clause."""
    if word is None:
        return True
    if word.noun:
        return False
    if word.modal is not None or word.adverb or word.preposition is not None or word.text in _LET:
        return True
    return word.verb not in (None, "stative", "nominal") and len(word.text) > 1


def _is_nominal(word: Word | None) -> bool:
    """Tell whether `word` opens a predicate only behind a phrase: 向社会|公示."""
    return word is not None and word.verb == "nominal" and not word.noun and len(word.text) > 1
