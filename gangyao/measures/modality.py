"""Modality: how firmly a verb group binds."""

from __future__ import annotations

import re

from gangyao.measures.grammar import Grammar
from gangyao.measures.tasks import Modality
from gangyao.measures.verb_groups import VerbGroup

# 研究 explores where it governs what follows; these it only prepares or settles.
_STUDY = re.compile("研究(?!制定|制订|落实|解决|部署|决定|处理|审议|确定|修订|编制|贯彻)")
_ORDER: tuple[Modality, ...] = ("prohibit", "explore", "support", "require")


def group_modality(group: VerbGroup, grammar: Grammar) -> Modality:
    """Return the modality that the words of `group` show; the order of the guide decides between several."""
    words = "".join(group.words)
    shown: set[str] = {modal.modal for modal in group.modals if modal.modal}
    for name, pattern in grammar.modality_words:
        if pattern.search(words):
            shown.add(name)
    if _STUDY.search(words) and group.first.text == "研究":
        shown.add("explore")
    for modality in _ORDER:
        if modality in shown:
            return modality
    return "commit"


def governs_sentence(group: VerbGroup) -> bool:
    """Tell whether a modal word of the group also governs the later clauses of its sentence."""
    return any(modal.governs for modal in group.modals)
