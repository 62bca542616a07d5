"""The weights of second readings: fitted again from places, and told of pages that they have not seen."""

from __future__ import annotations

import json
import random
from pathlib import Path

from training.second_reading_weights import chances_left_out, fit, read_places


def test_signs_that_tell_get_weight_and_tell_of_pages_left_out(tmp_path: Path) -> None:
    rng = random.Random(1)
    rows = []
    for at in range(600):
        telling, idle = rng.gauss(0, 1), rng.gauss(0, 1)
        is_wrong = telling + rng.gauss(0, 0.5) > 1
        rows.append(
            {"page": f"p{at % 12}", "is_wrong": is_wrong, "signs": {"telling": telling, "idle": idle}}
        )
    path = tmp_path / "places.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    places = read_places(path)
    constant, (telling, idle) = fit(places.signs, places.is_wrong)
    assert telling > 2 > 5 * abs(idle)
    assert constant < 0
    chances = chances_left_out(places)
    assert chances[places.is_wrong == 1].mean() > 3 * chances[places.is_wrong == 0].mean()
