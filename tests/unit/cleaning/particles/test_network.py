"""The neural network of particles: what it reads, what it learns, and what is stored of it."""

from __future__ import annotations

import numpy as np
import pytest

from gangyao.chinese.character_model import CharacterModel, fold_codes
from gangyao.cleaning.particles.calibration import log_softmax
from gangyao.cleaning.particles.features import CLASSES, Codes, contexts
from gangyao.cleaning.particles.network import (
    CHARACTERS,
    COLUMNS,
    ParticleNetwork,
    pack_network,
    read_tokens,
    unpack_network,
    untrained_network,
)
from gangyao.cleaning.particles.word_classes import load_word_classes
from training.particle_examples import Labels
from training.particle_network import train_network

GAP = "＿"
# The list tells 和 from 的: one mark, three characters away from the gap.
LEARNT = [
    ("建设道路、桥梁＿隧道", "和"),
    ("建设道路、港口＿车站", "和"),
    ("建设美丽＿城市", "的"),
    ("建设宽阔＿道路", "的"),
]


def rows_of(texts: list[str], model: CharacterModel) -> Codes:
    rows = []
    for text in texts:
        place = text.index(GAP)
        rows.append(contexts(fold_codes(text, model.fold), np.array([place - 1]), np.array([place + 1])))
    return np.concatenate(rows)


@pytest.fixture(scope="module")
def labels() -> Labels:
    return np.array([CLASSES.index(particle) for _, particle in LEARNT] * 80)


@pytest.fixture(scope="module")
def trained(model: CharacterModel, labels: Labels) -> ParticleNetwork:
    tokens = read_tokens(rows_of([text for text, _ in LEARNT], model), model, load_word_classes())
    chance = np.random.default_rng(5)
    return train_network(np.tile(tokens, (80, 1)), labels, untrained_network(chance), chance)


def test_a_word_is_the_same_token_wherever_it_stands(model: CharacterModel) -> None:
    near, far = read_tokens(
        rows_of(["推进改革＿开放", "推进改革我＿开放"], model), model, load_word_classes()
    )
    assert near.shape == (COLUMNS,)
    # 革, one character further away in the second text; and what stands after the gap stays.
    assert near[CHARACTERS - 1] == far[CHARACTERS - 2] != far[CHARACTERS - 1]
    assert near[CHARACTERS : CHARACTERS + 2].tolist() == far[CHARACTERS : CHARACTERS + 2].tolist()


def test_training_learns_its_examples(
    trained: ParticleNetwork, labels: Labels, model: CharacterModel
) -> None:
    tokens = read_tokens(rows_of([text for text, _ in LEARNT], model), model, load_word_classes())
    probabilities = np.exp(log_softmax(trained.scores(tokens)))
    assert probabilities.argmax(axis=1).tolist() == labels[: len(LEARNT)].tolist()


def test_training_goes_on_from_a_base_and_leaves_it_as_it_is(
    trained: ParticleNetwork, labels: Labels, model: CharacterModel
) -> None:
    before = trained.embeddings.copy()
    tokens = read_tokens(rows_of(["整治河道＿湖泊"] * len(labels), model), model, load_word_classes())
    further = train_network(tokens, labels, trained, np.random.default_rng(6))
    assert np.isin(trained.kept, further.kept).all()
    assert len(further.kept) > len(trained.kept)
    assert np.array_equal(trained.embeddings, before)


def test_a_token_that_was_never_seen_is_unknown(trained: ParticleNetwork) -> None:
    absent = np.setdiff1d(np.arange(100, dtype=np.uint32), trained.kept)[:1]
    assert trained.numbers(np.array([[absent[0], trained.kept[3]]], dtype=np.uint32)).tolist() == [[0, 4]]


def test_what_is_stored_scores_alike(trained: ParticleNetwork, model: CharacterModel) -> None:
    again = unpack_network(pack_network(trained))
    tokens = read_tokens(rows_of([text for text, _ in LEARNT], model), model, load_word_classes())
    assert np.array_equal(again.scores(tokens), trained.scores(tokens))
    assert all(array.dtype.itemsize <= 4 for array in pack_network(trained).values())


def test_no_gap_has_no_scores() -> None:
    network = untrained_network(np.random.default_rng(1))
    assert network.scores(np.zeros((0, COLUMNS), dtype=np.uint32)).shape == (0, len(CLASSES))
