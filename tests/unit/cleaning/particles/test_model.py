"""The particle model: what it was trained on it knows, and the shipped one knows common phrases."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

import gangyao.models
import training
from gangyao.chinese.character_model import CharacterModel
from gangyao.cleaning.particles.calibration import READERS
from gangyao.cleaning.particles.document_usage import USAGE
from gangyao.cleaning.particles.features import CLASSES
from gangyao.cleaning.particles.model import ParticleModel, load_particle_model
from training.newspaper import read_tagged
from training.particle_calibration import Gaps, fit_calibration
from training.particle_model import save, train_particles, untrained
from training.texts import TrainingText

MODELS = Path(gangyao.models.__file__).parent
TRAINING = Path(training.__file__).parent
LINES = ["坚持绿色发展的理念。", "建立统一和开放市场。", "形成宜居的城市。", "完善教育和医疗体系。"]
GAPS = [
    ("坚持绿色发展", "理念。"),
    ("建立统一", "开放市场。"),
    ("形成宜居", "城市。"),
    ("完善教育", "医疗体系。"),
]


@pytest.fixture(scope="module")
def texts() -> list[TrainingText]:
    return [TrainingText("invented.txt", "\n".join(LINES * 40), "0" * 64)]


def likeliest(particles: ParticleModel, gaps: list[tuple[str, str]], model: CharacterModel) -> list[str]:
    text = "\n".join(f"{left}の{right}" for left, right in gaps)
    places = [place for place, char in enumerate(text) if char == "の"]
    scores = particles.posteriors(text, [(place, place + 1) for place in places], model)
    assert np.exp(scores).sum(axis=1) == pytest.approx(np.ones(len(gaps)))
    return [CLASSES[int(index)] for index in scores.argmax(axis=1)]


def test_training_learns_its_examples_and_is_deterministic(
    texts: list[TrainingText], model: CharacterModel, tmp_path: Path
) -> None:
    trained = train_particles(texts, model, untrained())
    again = train_particles(texts, model, untrained())
    assert likeliest(trained, GAPS, model) == ["的", "和", "的", "和"]
    for name, one in (("a", trained), ("b", again)):
        save(one, texts, tmp_path / f"{name}.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


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
    assert likeliest(load_particle_model(), [(left, right)], model) == [expected]


def test_no_gap_has_no_scores(model: CharacterModel) -> None:
    assert load_particle_model().posteriors("推进改革。", [], model).shape == (0, len(CLASSES))


@pytest.mark.parametrize("stored", [MODELS / "particle_model.npz", TRAINING / "newspaper.npz"])
def test_the_provenance_names_the_file_that_ships(stored: Path) -> None:
    provenance = json.loads(stored.with_suffix(".json").read_text(encoding="utf-8"))
    assert provenance["sha256"] == sha256(stored.read_bytes()).hexdigest()
    assert provenance["classes"] == list(CLASSES)


def test_tagged_words_become_plain_text() -> None:
    tagged = "19980101-01-001-001/m  建设/v  ２/m  个/q  [临河/ns  大学/n]nt  。/w\n"
    assert read_tagged(tagged) == "建设2个临河大学。"


def test_calibration_learns_whom_to_believe() -> None:
    chance = np.random.default_rng(1)
    labels = chance.integers(0, 3, 600)
    readers = len(READERS)
    inputs = np.zeros((600, len(CLASSES), readers + len(USAGE)), dtype=np.float32)
    # The first reader is right nine times in ten, the second silent, and the first habit says nothing.
    told = np.where(chance.random(600) < 0.9, labels, chance.integers(0, 3, 600))
    inputs[np.arange(600), told, 0] = 5.0
    inputs[:, :, readers] = chance.random((600, len(CLASSES)))
    fitted = fit_calibration(Gaps(inputs, labels))
    assert fitted.readers[0] > 0.3
    assert fitted.readers[1] == 0
    assert abs(fitted.habits[0]) < 0.5
    probabilities = np.exp(fitted.posteriors(inputs[:, :, :readers].astype(float), inputs[:, :, readers:]))
    assert probabilities.max(axis=1).mean() == pytest.approx(0.93, abs=0.04)
