"""The documents of a reference corpus, as fits and measurements read them."""

from __future__ import annotations

from pathlib import Path

from gangyao.chinese.character_model import CharacterModel
from gangyao.document.layout import Layout
from gangyao.document.reading_text import reading_text
from gangyao.document.source import Source
from training.character_model import train
from training.official_texts import beside, without_copies
from training.texts import FOLDS, fold_of, one_per_group, read_folder

#: The folders of a corpus that hold documents (others hold word lists and spelling examples).
FOLDERS = ("laws", "notices", "plans", "reports-provincial", "reports-state-council")


def held_out_models(corpus: Path) -> dict[int, CharacterModel]:
    """Return for each part of the split a model that has not counted it."""
    texts = one_per_group(read_folder(corpus, FOLDERS))
    return {fold: train([text for text in texts if fold_of(text.name) != fold]) for fold in range(FOLDS)}


def held_out_official_models(corpus: Path) -> dict[int, CharacterModel]:
    """Return for each part a model that has not counted it, but all else that `load_official_model` counted.

    Of the official prose beside the corpus, lines that are in the corpus, too, are left out.
    """
    texts = one_per_group(read_folder(corpus, FOLDERS))
    official = without_copies(beside(corpus), texts)
    return {
        fold: train([text for text in texts if fold_of(text.name) != fold], official=official)
        for fold in range(FOLDS)
    }


def read_paragraphs(source: Source, layout: Layout) -> list[str]:
    """Return the paragraphs of a document as layout reads them."""
    return [line.strip() for line in reading_text(source, layout).text.split("\n") if line.strip()]
