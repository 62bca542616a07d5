"""Everything that telling statements from tasks needs."""

from __future__ import annotations

from dataclasses import dataclass

from gangyao.lexicon_tables import LexiconTables
from gangyao.tasks.lexicon import Lexicon, compile_lexicon
from gangyao.tasks.statements.cues import Cues, compile_cues
from gangyao.tasks.statements.runs import RunWeights, load_runs
from gangyao.tasks.statements.weights import StatementWeights, load_weights


@dataclass(frozen=True, slots=True, eq=False)
class StatementGrammar:
    """Cue words, the words of the grammar, and the weights of what is read with them, and of runs."""

    cues: Cues
    lexicon: Lexicon
    weights: StatementWeights
    runs: RunWeights


def compile_statements(tables: LexiconTables, lexicon: Lexicon | None = None) -> StatementGrammar:
    """Compile the cues of the lexicon and load the weights; `lexicon` where it has been compiled already."""
    return StatementGrammar(
        compile_cues(tables), lexicon or compile_lexicon(tables), load_weights(), load_runs()
    )
