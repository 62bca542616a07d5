"""Patterns kept on disk: what they match is what they matched, and a bad file costs time only."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.damage import DAMAGES, do_damage

# Two processes: the first compiles and leaves, the second must not compile what it finds.
CODE = """
import re, sys
from gangyao.cache.compiled_patterns import keep_patterns
keep_patterns()
kept = re._compiler.compile.__self__
asked = [(r"(?P<year>[0-9〇一二三]{4})年|(?i:plan)", 0), (r"^\\\\s*第", re.M), (rb"a+", 0), ("x", re.A)]
for pattern, flags in asked:
    found = re.compile(pattern, flags)
    text = b"baa" if isinstance(pattern, bytes) else "二〇二一年 PLAN x\\n 第"
    spans = [match.span() for match in found.finditer(text)]
    print(found.pattern, found.flags, found.groups, dict(found.groupindex), spans)
print(all((pattern, int(flags)) in kept.known for pattern, flags in asked), file=sys.stderr)
"""


def _run(folder: Path, code: str = CODE) -> tuple[str, str]:
    environment = {"GANGYAO_CACHE": str(folder), "PYTHONPATH": ":".join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    return ran.stdout, ran.stderr.strip()


def test_a_kept_pattern_matches_as_a_compiled_one(tmp_path: Path) -> None:
    plain = CODE.replace("keep_patterns()\nkept = re._compiler.compile.__self__", "")
    plain = plain[: plain.rindex("print(all")]
    first, was_known = _run(tmp_path)
    second, is_known = _run(tmp_path)
    assert (was_known, is_known) == ("False", "True")
    assert first == second == _run(tmp_path, plain)[0]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    told, _ = _run(tmp_path)
    (file,) = (tmp_path / "patterns").iterdir()
    do_damage(file, damage)
    assert _run(tmp_path) == (told, "False")
    assert _run(tmp_path) == (told, "False" if damage == "folder" else "True")


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told, _ = _run(tmp_path)
    assert _run(tmp_path / "file" / "below") == (told, "False")


def test_an_error_in_a_pattern_is_told_as_ever(tmp_path: Path) -> None:
    told, _ = _run(
        tmp_path,
        "import re\nfrom gangyao.cache.compiled_patterns import keep_patterns\nkeep_patterns()\n"
        "for _ in range(2):\n    try: re.compile('a(')\n    except re.error as error: print(error)\n",
    )
    with pytest.raises(re.error) as error:
        re.compile("a(")
    assert told.splitlines() == [str(error.value)] * 2
