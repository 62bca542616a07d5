"""One name for what documents call by several: 中国共产党第二十次全国代表大会 is 党的二十大.

Only forms that stand for one thing wherever they are printed; what a form stands for in one document alone is
for `short_forms`. Which of the forms is the name is as the lexicon has it.
"""

from __future__ import annotations

import re

from gangyao.document.mentions import EntityType

_NUMBER = "[一二三四五六七八九十]{1,4}"
_PARTY = "(?:党的|中共|中国共产党)"
_PLENUM = re.compile(
    f"{_PARTY}?第?({_NUMBER})届(?:({_NUMBER})中全(?:会|体会议)|中央委员会第({_NUMBER})次全(?:会|体会议))"
)
_PARTY_CONGRESS = re.compile(f"{_PARTY}第?({_NUMBER})(?:大|次全国代表大会)")
_PEOPLES_CONGRESS = re.compile(
    f"(?:中华人民共和国)?第?({_NUMBER})届(?:全国人大|全国人民代表大会)(常委会|常务委员会)?第?({_NUMBER})次(?:全体)?会议"
)
_CONFERENCE = re.compile(
    f"(?:全国政协第?({_NUMBER})届|(?:中国人民政治协商会议|全国政协|政协)第({_NUMBER})届全国委员会)第?({_NUMBER})次(?:全体)?会议"
)
_GOVERNMENT = re.compile("(.*(?:[省市县旗区]|自治州)|州)政府")
# Governments of other kinds of areas have names of their own.
_NO_DIVISION = re.compile("^各|特别行政区$|[新园社街片校厂地库专特辖发]区$")
_STATE = "中华人民共和国"
_FIVE_YEARS = re.compile(
    f"(?:{_STATE})?(?:国民经济和社会发展)?第({_NUMBER})个五年(?:[(（][^()（）]{{1,16}}年[)）])?(计划|规划)(?:纲要)?"
)
_CONSTITUTION = "宪法"


def canonical_name(kind: EntityType, name: str) -> str:
    """Return the one name of what `name` calls."""
    if kind == "event":
        return _meeting(name)
    if kind == "organization":
        return _government(name) if name.endswith("政府") else name
    return _policy(name) if kind == "policy" else name


def _policy(name: str) -> str:
    if name.startswith(_STATE) and name.endswith("法"):
        bare = name.removeprefix(_STATE)
        return name if bare == _CONSTITUTION else bare
    five_years = _FIVE_YEARS.fullmatch(name) if name.endswith(("计划", "规划", "纲要")) else None
    return f"{five_years[1]}五{five_years[2]}" if five_years else name


def _government(name: str) -> str:
    found = _GOVERNMENT.fullmatch(name)
    return name if found is None or _NO_DIVISION.search(found[1]) else f"{found[1]}人民政府"


def _meeting(name: str) -> str:
    if plenum := _PLENUM.fullmatch(name):
        return f"党的{plenum[1]}届{plenum[2] or plenum[3]}中全会"
    if congress := _PARTY_CONGRESS.fullmatch(name):
        return f"党的{congress[1]}大"
    if session := _PEOPLES_CONGRESS.fullmatch(name):
        body = "全国人民代表大会常务委员会" if session[2] else "全国人民代表大会"
        return f"第{session[1]}届{body}第{session[3]}次会议"
    if conference := _CONFERENCE.fullmatch(name):
        return f"全国政协{conference[1] or conference[2]}届{conference[3]}次会议"
    return name
