"""The reasons that cleaning gives have a Chinese wording in the explorer."""

import json
import re
from pathlib import Path

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.cleaning.clean import clean, load_rules
from gangyao.cleaning.misreadings.detect import statistical_suspects
from gangyao.document.layout import Layout, Line
from gangyao.document.reading_text import reading_text
from gangyao.document.source import Source

WORDINGS = json.loads(Path("site/src/i18n/reasons.json").read_text(encoding="utf-8"))
NOISY = (
    "加快推进基础设旋互联互通，，提升公共服 务水平。\n"
    "深化重点領域改革,优化营商寒环境，激发市场主体活力活力。\n"
    "坚持生态优先、绿色发展，加强污防染治，改善\u200b环境质量，理念의公园。\n"
    "完成投资1 500万元，&#22478;市更新(cid:12)，<b>健全</b>社会障体系，``引号。\n"
)


def wording(reason: str) -> str | None:
    """Return the wording of a reason as the explorer finds it: of its parts, else of the whole."""

    def of(text: str) -> str | None:
        for english, chinese in WORDINGS.items():
            if re.fullmatch("(.+?)".join(map(re.escape, english.split("{}"))), text):
                return chinese
        return None

    parts = [of(part) for part in reason.split("; ")]
    return of(reason) if None in parts else "；".join(part for part in parts if part)


def test_reasons_of_cleaning_are_worded():
    lines, start = [], 0
    for number, line in enumerate(NOISY.split("\n"), 1):
        lines.append(Line(number, "t.txt", start, start + len(line), "paragraph", 1, number))
        start += len(line) + 1
    rules = load_rules(Path("seeds/lexicon"))
    reading = reading_text(Source(NOISY, ()), Layout(tuple(lines)))
    cleaned = clean(reading, (), "hans", rules, load_model())
    suspects = (*cleaned.suspects, *statistical_suspects(cleaned, rules))
    reasons = {one.reason for one in (*cleaned.corrections, *suspects)}

    assert len(reasons) > 8
    assert {reason for reason in reasons if wording(reason) is None} == set()


@pytest.mark.parametrize("english", WORDINGS)
def test_a_wording_names_what_the_reason_names(english):
    named = {int(place) for place in re.findall(r"\{(\d)\}", WORDINGS[english])}

    assert named <= set(range(english.count("{}")))
    assert re.search("[\u4e00-\u9fff]", WORDINGS[english])
