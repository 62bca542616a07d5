"""Count again which words and ends of names tell who acts: `python -m training.subject_names LAWS CORPUS`.

Of every name before a duty (甲应当乙) the lists of `gangyao.tasks.duties.bodies` say whether it is a body.
A word behind a duty has the odds of bodies before it; an end of a name has the mean odds of the words behind
its duties, shrunk towards that of its last character, and that towards the mean of all names that no list
knows, whatever the lists say of it. So an end that no list has (排水户, 团队) is known by what it is asked to
do. A logistic regression weighs both; each name is left out of the mean of its own end.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

import gangyao.models
from gangyao.tasks.duties.bodies import body_in
from gangyao.tasks.duties.open_names import DUTY, may_be_name, traits, word_of
from training.corpus import FOLDERS
from training.texts import read_folder

_CLAUSE = re.compile(
    "(?:^|[，。；：])(?:第[一二三四五六七八九十百零]+条[\\s　]+)?(?P<clause>[^，。；：]{4,60})"
)
_HAN = re.compile("[\u4e00-\u9fff]{2}")
# Odds beyond this are of words seen too seldom on one side; an end counts as if seen so often as its last
# character has it.
_MOST, _SHRINK = 3.0, 5.0
_RAREST_WORD, _RAREST_END, _MOST_OF_ONE = 4, 3, 10
_OUTPUT = Path(gangyao.models.__file__).parent / "subject_names.json"

#: A name, its duty, and the two characters behind that.
Asked = tuple[str, str, str]


def asked_in(lines: Iterable[str]) -> Iterator[Asked]:
    """Yield the names that open a clause right before a duty."""
    for line in lines:
        for found in _CLAUSE.finditer(line):
            clause = found["clause"]
            duty = DUTY.search(clause, 2)
            if duty is None or not may_be_name(clause[: duty.start()]):
                continue
            word = clause[duty.end() : duty.end() + 2]
            if _HAN.fullmatch(word):
                yield clause[: duty.start()], duty["duty"], word


def odds_of_words(asked: Mapping[Asked, bool]) -> dict[str, float]:
    """Return the odds in nats that a body stands before each word, and before each first character."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for (_, duty, word), is_body in asked.items():
        for key in {word_of(duty, word), word_of(duty, word[:1])}:
            counts[key][is_body] += 1
    things, bodies = (sum(not one for one in asked.values()) + 1, sum(asked.values()) + 1)
    return {
        word: round(_bounded(math.log((those + 0.5) / bodies) - math.log((others + 0.5) / things)), 2)
        for word, (others, those) in counts.items()
        if others + those >= _RAREST_WORD
    }


def _bounded(odds: float) -> float:
    return max(-_MOST, min(_MOST, odds))


def fit(asked: Mapping[Asked, bool]) -> dict[str, object]:
    """Return the odds of words and ends and the weights of a name's traits."""
    words = odds_of_words(asked)
    told = {one: words.get(word_of(*one[1:]), words.get(one[2][:1], 0.0)) for one in asked}
    others = [told[one] for one, is_body in asked.items() if not is_body]
    mean = sum(others) / len(others)
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for (name, _, _), odds in told.items():
        sums[name[-2:]][0] += odds
        sums[name[-2:]][1] += 1
    last_of: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])

    # Of the ends that share a last character none counts for more than so many names: 业 is not only 企业.
    for end, (total, count) in list(sums.items()):
        if len(end) > 1:
            counted = min(count, _MOST_OF_ONE)
            last_of[end[-1]][0] += total / count * counted
            last_of[end[-1]][1] += counted

    def of_end(name: str, own: float, left_out: int) -> float:
        last, both = last_of[name[-1:]], sums[name[-2:]]
        share = min(1.0, _MOST_OF_ONE / both[1]) if both[1] else 0.0
        of_last = (last[0] - own * share + _SHRINK * mean) / (last[1] - left_out * share + _SHRINK)
        return (both[0] - own + _SHRINK * of_last) / (both[1] - left_out + _SHRINK)

    rows = [traits(one[0], one[1], told[one], of_end(one[0], told[one], 1)) for one in asked]
    model = LogisticRegression().fit(np.array(rows), list(asked.values()))
    ends = {
        end: round(of_end(end, 0.0, 0) if len(end) > 1 else (s + _SHRINK * mean) / (n + _SHRINK), 2)
        for end, (s, n) in (*sums.items(), *last_of.items())
        if n >= _RAREST_END
    }
    return {
        "words": dict(sorted(words.items())),
        "ends": dict(sorted(ends.items())),
        "mean": round(mean, 3),
        "weights": [round(float(weight), 3) for weight in model.coef_[0]],
        "constant": round(float(model.intercept_[0]), 3),
    }


def main() -> None:
    """Count in the laws and the corpus, and write the odds with their provenance."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("laws", type=Path, help="laws.txt.xz of the official texts beside the corpus")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=_OUTPUT)
    arguments = parser.parse_args()
    with lzma.open(arguments.laws, "rt", encoding="utf-8") as laws:
        found = Counter(asked_in(laws))
    texts = read_folder(arguments.corpus, FOLDERS)
    found.update(asked_in(line for text in texts for line in text.text.splitlines()))
    asked = {one: body_in(one[0], is_named=False) == (0, len(one[0])) for one in found}
    fitted = fit(asked) | {
        "provenance": {
            "script": "python -m training.subject_names",
            "names": len(asked),
            "bodies": sum(asked.values()),
            "texts": len(texts) + 1,
        }
    }
    arguments.output.write_text(json.dumps(fitted, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
