"""A release with likely readings of stray letters proves itself, and flags them where they stand."""

from __future__ import annotations

from pathlib import Path

from gangyao.batch import build_batch
from gangyao.ingest.seeds import document_from_file
from gangyao.paths import lexicon_of
from gangyao.release.checks.provenance import prove
from gangyao.release.checks.spans import span_problems

TEXT = """临河市产业发展规划
第一章 总体要求
坚持以人民为中心의发展思想，加强教育é医疗服务，保护水源の生态环境。
推动高质量发ш展，引导企业が高校合作，形成政府ท 市场合力。
第二章 主要任务
ж加强统筹协调，推进城乡融合ง发展，新建公园๒๕座，培育壮大\ufffd新兴产业。
"""


def test_flags_on_changes_are_published_and_proved(tmp_path: Path, seeds: Path) -> None:
    path = tmp_path / "linhe.txt"
    path.write_text(TEXT, encoding="utf-8")
    tables = build_batch([document_from_file(path)], lexicon_of(seeds)).tables
    assert list(prove(tables)) == []
    assert list(span_problems(tables)) == []
    changes = {(row["raw_start"], row["raw_end"]): row for row in tables["corrections"].to_pylist()}
    suspects = [row for row in tables["suspects"].to_pylist() if row["detector"] == "foreign"]
    flagged = [row for row in suspects if (row["raw_start"], row["raw_end"]) in changes]
    assert flagged
    for row in flagged:
        change = changes[row["raw_start"], row["raw_end"]]
        assert row["text"] == change["after"]
        assert (row["paragraph_id"], row["start_char"], row["end_char"]) == (
            change["paragraph_id"], change["start_char"], change["end_char"],
        )  # fmt: skip
    assert {row["text"] for row in suspects} >= {"๒๕", "\ufffd"}
