"""Which places counts alone would report: what is unlikely to be reported is not weighed in full.

The two cuts tell the outcome of the full weighing beforehand, as `python -m training.report_cuts` fitted
them: half of the work is saved, and about one report in 100 is lost.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from gangyao.cleaning.misreadings.proposals import PROPOSAL_FEATURES
from gangyao.cleaning.misreadings.small_network import SmallNetwork, network_of
from gangyao.cleaning.misreadings.weights import PLACE_FEATURES, SCAN_FEATURES

#: What the late cut weighs.
LATE_FEATURES = PLACE_FEATURES + PROPOSAL_FEATURES


@dataclass(frozen=True, slots=True)
class ReportCuts:
    """Places below 0 are dropped: by `early` (of `SCAN_FEATURES`), then by `late` (of `LATE_FEATURES`)."""

    early: SmallNetwork
    late: SmallNetwork


@lru_cache(maxsize=1)
def load_report_cuts() -> ReportCuts:
    """Load the cuts that ship with the package; cached per process.

    Raises KeyError when a feature has no weight.
    """
    stored = json.loads((resources.files("gangyao.models") / "report_cuts.json").read_text("utf-8"))
    return ReportCuts(network_of(stored["early"], SCAN_FEATURES), network_of(stored["late"], LATE_FEATURES))
