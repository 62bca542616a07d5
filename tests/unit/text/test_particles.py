"""The particle model: what it was trained on it knows, and the shipped one knows common phrases."""

from __future__ import annotations

import numpy as np
import pytest

from gangyao.text.particles.features import CLASSES
from gangyao.text.particles.model import load_particle_model
from gangyao.text.particles.train import train_particles
from gangyao.text.statistics.model import CharacterModel
from gangyao.text.statistics.train import TrainingText

LINES = ["坚持绿色发展的理念。", "建立统一和开放市场。", "形成宜居的城市。", "完善教育和医疗体系。"]


def likeliest(scores: np.ndarray) -> list[str]:
    return [CLASSES[int(index)] for index in scores.argmax(axis=1)]


def test_training_learns_its_examples_and_is_deterministic(model: CharacterModel) -> None:
    texts = [TrainingText("invented.txt", "\n".join(LINES * 40), "0" * 64)]
    trained = train_particles(texts, model)
    again = train_particles(texts, model)
    assert np.array_equal(trained.weights, again.weights)
    gaps = [
        ("坚持绿色发展", "理念。"),
        ("建立统一", "开放市场。"),
        ("形成宜居", "城市。"),
        ("完善教育", "医疗体系。"),
    ]
    assert likeliest(trained.scores(gaps, model)) == ["的", "和", "的", "和"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("坚持以人民为中心", "发展思想", "的"),
        ("推动高质量发", "展取得新成效", ""),
        ("加强党", "全面领导", "的"),
        ("统筹发展", "安全", "和"),
    ],
)
def test_the_shipped_model_knows_common_phrases(
    model: CharacterModel, left: str, right: str, expected: str
) -> None:
    scores = load_particle_model().scores([(left, right)], model)
    assert likeliest(scores) == [expected]
    assert np.exp(scores).sum() == pytest.approx(1.0)


def test_no_gap_has_no_scores(model: CharacterModel) -> None:
    assert load_particle_model().scores([], model).shape == (0, len(CLASSES))
