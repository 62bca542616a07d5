"""The targets of the paragraphs of one document, read once: tasks ask for them, and figures of reviews."""

from __future__ import annotations

from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Target
from gangyao.tasks.targets.grammar import TargetGrammar
from gangyao.tasks.targets.read import read_targets


class TargetsOnce:
    """Reads the targets of a paragraph when they are first asked for; to be made anew for each document."""

    def __init__(self, grammar: TargetGrammar, is_roc: bool | None = None) -> None:
        self._grammar = grammar
        self._is_roc = is_roc
        self._read: dict[int, tuple[Target, ...]] = {}

    def of(self, paragraph: Paragraph) -> tuple[Target, ...]:
        """Return the targets of a paragraph of the document, which is known by where it starts."""
        found = self._read.get(paragraph.start)
        if found is None:
            found = self._read[paragraph.start] = read_targets(paragraph.text, self._grammar, self._is_roc)
        return found
