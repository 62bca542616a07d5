"""Modality: how firmly a verb group binds."""

from __future__ import annotations

import re
from functools import lru_cache

from gangyao.document.tasks import Modality
from gangyao.tasks.grammar import Grammar, ModalityWords, shown_modalities
from gangyao.tasks.predicates.verb_group import VerbGroup

# 研究 explores where it governs a verb or a phrase; with these it prepares or settles.
_SETTLES = frozenset(
    {"制定", "制订", "落实", "解决", "部署", "决定", "处理", "审议", "确定", "修订", "编制", "贯彻", "分析"}
    | {"梳理", "起草", "拟订", "拟定"}
)
DUTIES = frozenset({"要", "应", "须", "应当", "必须", "不得", "应该", "务必", "也要", "都要"})
# Each begins with its character, so that `re` passes over all others at once.
_DUTY = re.compile("要|应|须|不得|必须|务必|也要|都要")
_ORDER: tuple[Modality, ...] = ("prohibit", "explore", "support", "require")


def group_modality(text: str, group: VerbGroup, grammar: Grammar) -> Modality:
    """Return the modality that the words of `group` show; the order of the guide decides between several."""
    words = group.words
    shown: frozenset[str | None] | None = None
    if len(words) == 1:
        shown = grammar.modality_words.of_word.get(words[0])
        if not (shown or shown is None or group.modals or words[0] == "研究"):
            # Most clauses.
            return "commit"
    if shown is None:
        shown = _shown_by("".join(words), grammar.modality_words)
    if group.modals:
        shown = shown.union(modal.modal for modal in group.modals)
    if "研究" in words and _explores(text, group, grammar):
        shown |= {"explore"}
    if shown:
        for modality in _ORDER:
            if modality in shown:
                return modality
    return "commit"


# Of 30,000 askings of 96 plans the last 4,096 answer six in ten, all 8,500 seven; these take 4 MB.
@lru_cache(maxsize=4096)
def _shown_by(joined: str, modality_words: ModalityWords) -> frozenset[str | None]:
    """Return the modalities whose words occur in those of a group; kept, since the same ones come again."""
    return frozenset(shown_modalities(joined, modality_words.patterns))


def _explores(text: str, group: VerbGroup, grammar: Grammar) -> bool:
    rest = group.words[group.words.index("研究") + 1 :]
    if rest:
        return rest[0] not in _SETTLES
    following = grammar.lexicon.at(text, group.end)
    return following is not None and following.preposition is not None


def governs_sentence(group: VerbGroup) -> bool:
    """Tell whether a modal word of the group also governs the later clauses of its sentence."""
    return any(modal.governs for modal in group.modals)


def tells_duty(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Tell whether a modal word of duty stands between `start` and `end`."""
    found = _DUTY.search(text, start, end)
    while found is not None:
        word = grammar.lexicon.at(text, found.start())
        if word is not None and word.text in DUTIES:
            return True
        found = _DUTY.search(text, found.end(), end)
    return False
