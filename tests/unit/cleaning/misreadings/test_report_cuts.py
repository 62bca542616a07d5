import json
from importlib import resources

import numpy as np
import pytest

from gangyao.chinese.character_model import load_official_model
from gangyao.cleaning.misreadings.candidates import doubtful_places, odd_places, scan_document
from gangyao.cleaning.misreadings.detect import find_all_slips, find_slips
from gangyao.cleaning.misreadings.edits import best_edits
from gangyao.cleaning.misreadings.features import late_features
from gangyao.cleaning.misreadings.proposals import PROPOSAL_FEATURES, propose
from gangyao.cleaning.misreadings.report_cuts import LATE_FEATURES, load_report_cuts
from gangyao.cleaning.misreadings.weights import SCAN_FEATURES, load_weights

TEXT = (
    "加快推进基础设旋互联互通，提升公共服务水平。\n"
    "深化重点领域改革，优化管商环境，激发市场主体活力。\n"
    "坚持生态优先、绿色发展，加强污梁防治，改善环境质量。\n"
    "健全多层欢社会保障体系，扩大养老服务供，支持残疾人事业发展。\n"
)


def test_the_cuts_lose_no_plain_slip():
    model = load_official_model()
    found = find_slips(model, TEXT)
    assert {finding.suggestion for finding in found} >= {"施", "营", "染", "次"}
    assert set(found) <= set(find_all_slips(model, TEXT, load_weights()))


def test_every_feature_has_a_weight_and_the_measured_part_was_not_seen():
    cuts = load_report_cuts()
    assert cuts.early.hidden.shape[0] == len(SCAN_FEATURES)
    assert cuts.late.hidden.shape[0] == len(LATE_FEATURES)
    stored = json.loads((resources.files("gangyao.models") / "report_cuts.json").read_text("utf-8"))
    assert 0 not in stored["provenance"]["parts_of_the_split"]


@pytest.mark.parametrize("step", [1, 2, 3])
def test_edits_of_some_places_are_those_that_all_places_have_there(step: int):
    model, weights = load_official_model(), load_weights()
    documents = scan_document(model, TEXT)
    places = doubtful_places(documents, weights, odd_places(documents, weights))
    proposals = propose(documents, places)
    features = late_features(documents, places, proposals)
    assert features.shape == (len(places.place), len(LATE_FEATURES))
    assert np.isfinite(features[:, -len(PROPOSAL_FEATURES) :]).all()
    kept = np.arange(len(places.place)) % step == 0
    of_all = best_edits(documents, places, proposals)
    of_some = best_edits(documents, places.pick(kept), proposals.pick(kept))
    chosen = of_all.pick(kept[of_all.row])
    assert places.place[kept][of_some.row].tolist() == places.place[chosen.row].tolist()
    assert of_some.kind.tolist() == chosen.kind.tolist()
    assert of_some.code.tolist() == chosen.code.tolist()
    assert of_some.saved.tolist() == pytest.approx(chosen.saved.tolist(), abs=1e-3)


def test_nothing_is_proposed_for_no_places():
    documents = scan_document(load_official_model(), TEXT)
    nowhere = odd_places(documents, load_weights()).pick(np.zeros(0, dtype=np.int64))
    proposals = propose(documents, nowhere)
    assert not len(proposals.substitutes())
    assert not len(best_edits(documents, nowhere, proposals).row)
