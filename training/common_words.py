"""Write the common words: `python -m training.common_words DICTIONARY TRAINING` (jieba's dict.txt, texts).

A word of the dictionary is kept where official prose holds it and where its tag and the places that it stands
in agree: a logistic regression over those places, fitted on the verbs and nouns of the lexicon, tells whether
a word of two characters that the dictionary tags as a verb is used as one; so is one that stands often right
behind a word of duty, whatever its tag. Texts are cut by rjieba without
its model of unknown words.
"""

from __future__ import annotations

import argparse
import csv
import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import rjieba

from gangyao.lexicon_tables import read_lexicon
from gangyao.paths import SEEDS, lexicon_of
from training.logistic import fit_logistic

_HAN = re.compile("[\u4e00-\u9fff]{2,6}")
_MARKS = frozenset("，。；：！？“”《》（）()、,;:—…〔〕[] \u3000\t")
_VERBS, _ADVERBS = frozenset(["v", "vn", "vi", "vd"]), frozenset(["d", "ad"])
_NOUNS, _OTHERS = frozenset(["n", "nz", "ns", "nt", "j", "s", "t", "an"]), frozenset(["a", "b"])
# Tags of words with content begin so; idioms and fixed phrases too.
_CONTENT = frozenset("nvilj")
# Words that begin so are function words or their compounds, whatever their tag.
_FUNCTION = frozenset(
    "为向以对在被使让是不未没无非有可能应只会已将把从由与和于所要须得也都又再就例比如越还必曾正则因若凡即既且并而"
)
# How often a word must occur, how likely a verb must be one, how often words of the fit occur.
_LEAST, _LIKELY, _FITTED = 5, 0.4, 10
_RIDGE = 1.0
_STRONG = frozenset({"transitive", "taker", "catenative", "sponsor"})
# Every n-th line of the laws is read, so that reports and laws weigh alike: 4.6 and 1.5 million characters.
_LAW_STEP, _REPORT_WEIGHT = 4, 2
_BEFORE = ("start", "的", "、", "word")
_AFTER = ("end", "的", "、", "noun", "word")
# Right behind one of these stands a verb, or what leads one.
_DUTIES = frozenset({"应当", "应", "不得", "可以", "必须", "方可", "可"})
# From this share and this often on a word is a verb, whatever its tag (应当|标明, 不得|动用), a longer one a
# phrase (应当|充分利用).
_DUTY_SHARE, _DUTY_LEAST = 0.05, 6
# Verbs that name no kind of thing with the noun behind them: 作出贡献, 行使权力, 上缴国库.
_NEVER_NOUN = frozenset(
    {
        *(
            "作出",
            "行使",
            "设置",
            "上缴",
            "上交",
            "发放",
            "发行",
            "构成",
            "伪造",
            "挪用",
            "审理",
            "选拔",
            "分配",
        ),
        *("征用", "裁减", "倾倒", "宣告", "负有"),
    }
)
# What the cutter takes for words and are parts of two: 开发|新产品, 保障|法律实施.
_NO_WORDS = frozenset({"开发新", "恢复原", "保障法"})
SOURCE = "general dictionary, counted in official prose"


def count_places(lines: Iterable[str], tags: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Count for each word what stands before and after it, and both together."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        words = rjieba.cut(line, False)
        before = "start"
        for index, word in enumerate(words):
            following = words[index + 1] if index + 1 < len(words) else None
            after = _after(following, tags)
            if _HAN.fullmatch(word):
                places[word].update((f"<{before}", f">{after}", f"{before}_{after}", "all"))
                if index and words[index - 1] in _DUTIES:
                    places[word]["duty"] += 1
            before = "start" if word in _MARKS and word != "、" else word if word in _BEFORE else "word"
    return places


def _after(word: str | None, tags: Mapping[str, str]) -> str:
    if word is None or (word in _MARKS and word != "、"):
        return "end"
    if word in _AFTER:
        return word
    return "noun" if tags.get(word, "").startswith("n") else "word"


def _features(places: Mapping[str, int]) -> list[float]:
    count = places["all"]
    shares = [places.get(f"<{name}", 0) / count for name in _BEFORE]
    shares += [places.get(f">{name}", 0) / count for name in _AFTER]
    shares += [places.get(f"start_{name}", 0) / count for name in _AFTER]
    return [math.log(count), *shares]


def common_words(
    places: Mapping[str, Counter[str]],
    tags: Mapping[str, str],
    verbs: Mapping[str, str],
    nouns: Iterable[str],
) -> dict[str, str]:
    """Return the part of each word that is kept. `verbs` are those of the lexicon with their class."""
    frequent = [word for word, at in places.items() if at["all"] >= _FITTED and len(word) == 2]
    known_nouns = frozenset(nouns)
    sample = [word for word in frequent if word in verbs or word in known_nouns or tags.get(word) == "n"]
    rows = np.array([_features(places[word]) for word in sample])
    is_verb = np.array([float(word in verbs) for word in sample])
    weights = fit_logistic(rows, is_verb, np.ones(len(sample)), _RIDGE)
    strong = {
        word for word, kind in verbs.items() if kind in {"transitive", "taker", "catenative", "sponsor"}
    }
    kept: dict[str, str] = {}
    for word, at in places.items():
        tag = tags.get(word, "")
        if at["all"] < _LEAST or word in _NO_WORDS or not _HAN.fullmatch(word):
            continue
        is_bound = at["duty"] >= max(_DUTY_LEAST, _DUTY_SHARE * at["all"])
        odds = float(np.dot([*_features(at), 1.0], weights))
        if tag in _VERBS and len(word) == 2 and word[0] not in _FUNCTION:
            if word in verbs or 1 / (1 + math.exp(-odds)) >= _LIKELY:
                kept[word] = "verb"
        elif is_bound and word[0] not in _FUNCTION and tag[:1] in _CONTENT:
            if len(word) == 2:
                kept[word] = "verb"
        elif tag in _ADVERBS and len(word) <= 4 and word[0] not in _FUNCTION:
            kept[word] = "adverb"
        elif (tag in _NOUNS or (tag in _OTHERS and len(word) > 2)) and not (
            len(word) == 4 and (word[:2] in strong | _NEVER_NOUN or verbs.get(word[:2]) == "stative")
        ):
            # 扩大内需, 符合规定: a verb and its object, not one word.
            kept[word] = "noun"
    return kept


def read_tags(dictionary: Path) -> dict[str, str]:
    """Read the tag of each word of a jieba dictionary (`word frequency tag`)."""
    lines = dictionary.read_text(encoding="utf-8").splitlines()
    return {word: tag for word, _, tag in (line.split(" ") for line in lines if line.count(" ") == 2)}


def _lines(path: Path) -> list[str]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return file.read().splitlines()


def main() -> None:
    """Write `common_words.csv` of the lexicon."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("dictionary", type=Path, help="words with frequency and class, as jieba's dict.txt")
    parser.add_argument("training", type=Path, help="folder with laws.txt.xz and political-reports.txt.xz")
    parser.add_argument("-o", "--output", type=Path, default=lexicon_of(SEEDS) / "common_words.csv")
    arguments = parser.parse_args()
    tags = read_tags(arguments.dictionary)
    laws = _lines(arguments.training / "laws.txt.xz")
    reports = _lines(arguments.training / "political-reports.txt.xz")
    places = count_places([*laws[::_LAW_STEP], *reports * _REPORT_WEIGHT], tags)
    tables = read_lexicon(lexicon_of(SEEDS))
    verbs = dict(tables.rows("verbs", "word", "class"))
    kept = common_words(places, tags, verbs, tables.words("nouns"))
    curated = {*verbs, *tables.words("nouns"), *tables.words("adverbs")}
    rows = sorted(
        (word, part, str(places[word]["all"]), SOURCE) for word, part in kept.items() if word not in curated
    )
    with arguments.output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("word", "part", "frequency", "source"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
