from pathlib import Path

import pytest

from gangyao.tasks.grammar import Grammar, load_grammar

LEXICON = Path(__file__).parents[3] / "seeds" / "lexicon"


@pytest.fixture(scope="session")
def grammar() -> Grammar:
    return load_grammar(LEXICON)
