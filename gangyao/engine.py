"""One document through every stage: layout, cleaning, outline, measures, entities, script.

Plain functions over values: no file is read or written here but the lexicon and the character model, once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from gangyao.collation.confirm import Confirmation, confirm
from gangyao.documents.source import Document, Script
from gangyao.entities.find import PlaceContext, find_mentions
from gangyao.entities.gazetteer import Gazetteer, load_gazetteer
from gangyao.entities.mentions import Mention
from gangyao.entities.roles import TaskEntity, task_entities
from gangyao.layout.arrange import lay_out
from gangyao.layout.lines import Layout
from gangyao.measures.grammar import Grammar, load_grammar
from gangyao.measures.read import Context, read_tasks
from gangyao.measures.tasks import Task
from gangyao.outline.read import read_outline
from gangyao.outline.tree import Outline
from gangyao.script.convert import to_simplified, to_traditional
from gangyao.script.detect import detect_script
from gangyao.text.changes import Cleaned
from gangyao.text.clean import CleaningRules, clean, load_rules
from gangyao.text.errata import place_errata
from gangyao.text.reading import reading_text
from gangyao.text.statistics.model import CharacterModel, load_model
from gangyao.text.statistics.suspects import statistical_suspects


@dataclass(frozen=True, slots=True)
class Engine:
    """Everything that is compiled once and used for every document."""

    rules: CleaningRules
    model: CharacterModel
    grammar: Grammar
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with all that was read out of it.

    `cleaned.text` is Simplified; `text_hant` is its Traditional form, code point for code point.
    `tasks`, `mentions` and `task_entities` have one entry per paragraph of `outline.paragraphs`;
    `confirmations` has one entry per paragraph and registered witness.
    """

    document: Document
    script: Script
    layout: Layout
    cleaned: Cleaned
    text_hant: str
    outline: Outline
    tasks: tuple[tuple[Task, ...], ...]
    mentions: tuple[tuple[Mention, ...], ...]
    task_entities: tuple[tuple[TaskEntity, ...], ...]
    confirmations: tuple[Confirmation, ...]


@lru_cache(maxsize=4)
def load_engine(lexicon: Path) -> Engine:
    """Compile the lexicon folder and load the character model; cached per process."""
    return Engine(load_rules(lexicon), load_model(), load_grammar(lexicon), load_gazetteer(lexicon))
