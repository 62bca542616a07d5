"""What follows a verb inside a clause: its object, a subject with its own predicate, or a modifier."""

from __future__ import annotations

from gangyao.tasks.lexicon import Lexicon, Word
from gangyao.tasks.noun_compounds import opens_compound
from gangyao.tasks.predicates.verb_words import MODIFY

# A noun, an adverb and a verb.
_SHORTEST_SUBJECT = 6


def ends_with_verb(text: str, stop: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether the clause closes with a verb that has no object, behind a noun that begins at `stop`."""
    if end - stop < _SHORTEST_SUBJECT or text[stop : stop + 2] not in lexicon.nouns:
        return False
    word = lexicon.at(text, end - 2)
    if word is None or not word.verb or word.noun or len(word.text) != 2:
        return False
    # 要素|流动 is a noun, 要素有序|流动 is none.
    before = lexicon.at(text, end - 4)
    return before is not None and before.adverb and len(before.text) == 2


def is_subject(text: str, stop: int, end: int, verb: Word, lexicon: Lexicon) -> bool:
    """Tell whether the dual `verb`, which ends at `stop`, is a noun and the subject of what follows."""
    further = lexicon.at(text, stop)
    if further is None or not further.verb or further.noun:
        return False
    if (verb.text, further.text) in lexicon.pairs:
        return False
    after = stop + len(further.text)
    if after >= end or further.verb == "nominal":
        # 推动专业调整|对接需求, 推动规划实施: a subject and its predicate.
        return True
    if further.verb == "dual" and opens_compound(text, after, further.text, lexicon):
        return True
    # 推动规划实施落地: a subject and its predicate.
    closing = lexicon.at(text, after)
    return closing is not None and bool(closing.verb) and after + len(closing.text) == end


def is_modifier(text: str, stop: int, end: int, word: Word) -> bool:
    """Tell whether `word`, which ends at `stop`, opens a modifier: 贯彻尊重劳动、尊重知识的方针."""
    if text.find("的", stop, end) < 0:
        return False
    return word.text in MODIFY or text.find(f"、{word.text}", stop, end) >= 0


def takes_object(text: str, at: int, end: int, word: Word, lexicon: Lexicon) -> bool:
    """Tell whether `word`, which ends at `at`, is a second predicate and opens no modifier (衔接协调的…)."""
    if text[at] in "的、和" or opens_compound(text, at, word.text, lexicon):
        return False
    return "的" not in text[at : min(at + 5, end)]
