"""The command line: what it prints, and its exit codes (0 done, 1 the data is wrong, 2 the call is wrong)."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import run, start

HEAVY = ("duckdb", "numpy", "opencc", "pandera", "prefect", "pyarrow")
PLAN = """第一章 总体要求

坚持生态优先，建设美丽城市。

第二章 重点任务

加快建设城市公园。严禁占用永久基本农田。
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_starting_loads_nothing_heavy():
    code = f"import sys, gangyao.cli; print(sorted(set(sys.modules) & set({HEAVY!r})))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_help_names_every_command():
    printed = run("--help").stdout
    for command in (
        "build",
        "check",
        "clean",
        "collate",
        "new",
        "sql",
        "diff",
        "trace",
        "network",
        "explore",
    ):
        assert f" {command} " in printed


def test_sql_prints_rows_as_csv_and_json(release: Path):
    query = "select section_id, path from sections order by position limit 2"
    table = list(
        csv.reader(io.StringIO(run("sql", "--output", str(release), "--format", "csv", query).stdout))
    )
    assert table == [["section_id", "path"], ["chengyu-2021/7", "7"], ["chengyu-2021/7.3", "7.3"]]
    lines = run("sql", "--output", str(release), "--format", "jsonl", query).stdout.splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["7", "7.3"]
    rows = json.loads(run("sql", "--output", str(release), "--format", "json", query).stdout)
    assert [row["path"] for row in rows] == ["7", "7.3"]
    assert (
        json.loads(run("sql", "--output", str(release), "--format", "json", f"{query} offset 9999").stdout)
        == []
    )


def test_sql_reads_the_query_from_standard_input(release: Path):
    done = run("sql", "--output", str(release), "--format", "csv", "-", stdin="select 1 + 1 as two")
    assert done.stdout == "two\n2\n"


def test_bad_sql_is_one_line_and_exit_1(release: Path):
    done = start("sql", "--output", str(release), "select nonsense from nowhere")
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "query",
    [
        "copy tasks to '{out}'",
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/passwd')",
        "select * from glob('/etc/*')",
        "select * from '/etc/passwd'",
        "attach '{out}' as other",
        "export database '{out}'",
        "set enable_external_access = true",
        "install httpfs",
        "select 1; select 2",
        "delete from tasks",
    ],
)
def test_a_query_sees_the_release_and_nothing_else(release: Path, tmp_path: Path, query: str):
    from gangyao.errors import DataError
    from gangyao.release.sql import query as ask

    with pytest.raises(DataError):
        ask(release, query.format(out=tmp_path / "x"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", ["table", "csv", "json", "jsonl"])
def test_what_a_query_prints_cannot_act(release: Path, capsys, format_: str):
    from gangyao.cli.rows import PRINTERS
    from gangyao.release.sql import query as ask

    PRINTERS[format_](ask(release, "select chr(27) || '[2J' as \"a\", '=1+1' as b, '[red]' as c"))
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert "[2J" in printed
    assert "[red]" in printed
    assert ("'=1+1" in printed) == (format_ == "csv")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device", "out/x"), "out/x: No space left on device; free some space"),
        (
            OSError(30, "Read-only file system", "out"),
            "out: Read-only file system; that file system is read-only",
        ),
        (MemoryError(), "memory ran out"),
    ],
)
def test_what_the_system_refuses_is_one_line_with_the_remedy(monkeypatch, capsys, error, told):
    from gangyao import cli

    def fail() -> None:
        raise error

    monkeypatch.setattr(cli, "app", fail)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    printed = capsys.readouterr().err
    assert printed.startswith(f"gangyao: {told}")
    assert printed.count("\n") == 1


def test_a_fault_of_ours_is_one_line_and_a_file_for_a_report(monkeypatch, capsys):
    from gangyao import cli

    def fail() -> None:
        raise IndexError("no such line")

    monkeypatch.setattr(cli, "app", fail)
    with pytest.raises(SystemExit):
        cli.main()
    printed = capsys.readouterr().err
    assert printed.startswith("gangyao: a fault of Gangyao's own: IndexError: no such line; report it, with ")
    report = Path(printed.strip().rpartition(" with ")[2])
    assert "Traceback" in report.read_text(encoding="utf-8")
    report.unlink()


def test_an_unknown_option_is_exit_2():
    assert start("build", "--nonsense").returncode == 2


def test_a_file_that_is_not_there_is_exit_2(tmp_path: Path):
    assert run("build", str(tmp_path / "nothing.txt")).returncode == 2


def test_an_unknown_document_is_exit_1_and_names_those_that_are_there(seeds: Path, tmp_path: Path):
    done = run("build", "--seeds", str(seeds), "--output", str(tmp_path / "out"), "--document", "nothing")
    assert done.returncode == 1
    assert "chengyu-2021" in done.stderr
    assert not (tmp_path / "out").exists()


def test_build_reads_a_text_file_and_check_proves_the_release(plan: Path, tmp_path: Path):
    output = tmp_path / "mine"
    built = start("build", str(plan), "--output", str(output))
    assert built.returncode == 0, built.stderr
    assert "documents" in built.stdout
    assert start("check", str(output)).returncode == 0
    query = "select modality from tasks order by task_id"
    printed = start("sql", "--output", str(output), "--format", "csv", query).stdout.split()
    assert "prohibit" in printed


def seeds_with(tmp_path: Path, **texts: str) -> Path:
    for name, text in texts.items():
        folder = tmp_path / "seeds" / "documents" / name
        folder.mkdir(parents=True)
        (folder / "document.yaml").write_text(f"title: 规划{name}\nfiles: [a.txt]\n", encoding="utf-8")
        (folder / "a.txt").write_text(text, encoding="utf-8")
    return tmp_path / "seeds"


def test_documents_that_cannot_be_used_are_left_out_and_the_release_says_why(tmp_path: Path):
    seeds = seeds_with(tmp_path, good=PLAN, empty=" ", errata=PLAN + "修建滨江路。\n")
    rows = "没有,没,有,rule,,\n也没有,没,有,rule,,\n"
    header = "context,before,after,evidence,source,note\n"
    (seeds / "documents" / "errata" / "errata.csv").write_text(header + rows, encoding="utf-8")
    output = tmp_path / "out"
    done = run("build", "--seeds", str(seeds), "--output", str(output))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for told in ("errata, errata.csv, row 1", "errata, errata.csv, row 2", "empty: holds no text"):
        assert f"error: {told}" in done.stderr
    query = "select document_id, position, place from problems order by all"
    printed = run("sql", "--output", str(output), "--format", "csv", query).stdout
    assert printed == "document_id,position,place\nempty,1,\nerrata,1,row 1\nerrata,2,row 2\n"
    manifest = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    assert [problem["document_id"] for problem in manifest["problems"]] == ["empty", "errata", "errata"]
    assert run("check", str(output), "--seeds", str(seeds)).returncode == 0
    (seeds / "documents" / "errata" / "errata.csv").write_text(header, encoding="utf-8")
    assert "errata.csv" in run("check", str(output), "--seeds", str(seeds)).stdout


def test_strict_publishes_nothing_when_a_document_cannot_be_used(tmp_path: Path):
    seeds = seeds_with(tmp_path, good=PLAN, empty=" ")
    done = run("build", "--seeds", str(seeds), "--output", str(tmp_path / "out"), "--strict")
    assert done.returncode == 1
    assert "empty" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_same_text_twice_counts_once_with_a_warning(plan: Path, tmp_path: Path):
    other = tmp_path / "zweite.txt"
    other.write_bytes(plan.read_bytes())
    output = tmp_path / "out"
    done = run("build", str(other), str(plan), str(plan), "--output", str(output))
    assert done.returncode == 0, done.stderr
    assert "warning: zweite, zweite.txt: has the same bytes as plan.txt of document plan" in done.stderr
    query = "select (select count(*) from documents) d, (select count(*) from problems) p"
    assert run("sql", "--output", str(output), "--format", "csv", query).stdout == "d,p\n1,2\n"


def test_a_document_with_bounds_that_is_left_out_stops_the_publication(tmp_path: Path):
    seeds = seeds_with(tmp_path, good=PLAN, empty=" ")
    (seeds / "expectations.yml").write_text("empty:\n  rows:\n    tasks: [1, 9]\n", encoding="utf-8")
    done = run("build", "--seeds", str(seeds), "--output", str(tmp_path / "out"))
    assert done.returncode == 1
    assert "document empty: 0 rows, expected 1 to 9" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_named_link_to_nothing_stops_no_other_file(plan: Path, tmp_path: Path):
    gone = tmp_path / "gone.txt"
    gone.symlink_to("nowhere.txt")
    done = run("build", str(plan), str(gone), "--output", str(tmp_path / "out"))
    assert done.returncode == 1
    assert "error: gone, gone.txt: is a link, and there is no such file; put back" in done.stderr
    assert (tmp_path / "out" / "manifest.json").is_file()
    done = run("build", str(plan), str(tmp_path / "typo.txt"), "--output", str(tmp_path / "other"))
    assert done.returncode == 2
    assert not (tmp_path / "other").exists()


def test_check_fails_on_a_damaged_release(plan: Path, tmp_path: Path):
    output = tmp_path / "mine"
    assert run("build", str(plan), "--output", str(output)).returncode == 0
    path = output / "csv" / "tasks.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("公园", "公", 1), encoding="utf-8")
    done = run("check", str(output))
    assert done.returncode == 1
    assert "tasks" in done.stdout


def test_clean_prints_the_text_and_writes_the_ledger(tmp_path: Path):
    noisy = tmp_path / "noisy.txt"
    noisy.write_text("推进细颗粒物(PM_{2.5})治理，\u200b建设城市公园。\n", encoding="utf-8")
    ledger = tmp_path / "ledger.csv"
    done = run("clean", str(noisy), "--ledger", str(ledger))
    assert done.stdout.strip() == "推进细颗粒物(PM2.5)治理，建设城市公园。"
    assert "PM_{2.5}" in ledger.read_text(encoding="utf-8")


def test_new_registers_a_document_that_then_builds(plan: Path, tmp_path: Path):
    seeds = tmp_path / "seeds"
    arguments = ("new", str(plan), "--id", "plan-2024", "--title", "某市规划", "--seeds", str(seeds))
    assert run(*arguments).returncode == 0
    assert run(*arguments).returncode == 1, "a document is not registered twice"
    assert run("build", "--seeds", str(seeds), "--output", str(tmp_path / "out")).returncode == 0


def test_diff_tells_whether_anything_differs(plan: Path, tmp_path: Path):
    old, new = tmp_path / "old", tmp_path / "new"
    run("build", str(plan), "--output", str(old))
    assert run("diff", str(old), str(old)).returncode == 0
    plan.write_text(PLAN.replace("城市公园", "滨水公园"), encoding="utf-8")
    run("build", str(plan), "--output", str(new))
    done = run("diff", str(old), str(new))
    assert done.returncode == 1
    assert "滨水公园" in done.stdout


def test_trace_shows_the_printed_line(release: Path):
    done = run("trace", "--output", str(release), "chengyu-2021/8.2/p3/t3")
    assert done.returncode == 0, done.stderr
    assert "PM_{2.5}" in done.stdout
    assert run("trace", "--output", str(release), "chengyu-2021/99").returncode == 1


def test_collate_reports_a_difference_and_proposes_a_row(seeds: Path, tmp_path: Path):
    copy = tmp_path / "copy.html"
    copy.write_text(
        "<html><body><nav>首页</nav><p>深化文化、教育、医疗、体育等领域国际交流，高质量建设国家文化出口基地，支持川剧、"
        "彩灯等中国文化走出去。加强国际友好城市交往。支持建立境外专业人士执业制度，放宽境外人员参加各类职业资格"
        "(不包括医疗卫生人员资格)考试限制，</p></body></html>",
        encoding="utf-8",
    )
    proposed = tmp_path / "proposed.csv"
    done = run("collate", "chengyu-2021", str(copy), "--seeds", str(seeds), "--errata", str(proposed))
    assert done.returncode == 0, done.stderr
    assert "往来,交往,witness,copy.html" in proposed.read_text(encoding="utf-8")


def test_network_writes_graphml(release: Path, tmp_path: Path):
    target = tmp_path / "network.graphml"
    assert run("network", "--output", str(release), str(target)).returncode == 0
    assert "<graphml" in target.read_text(encoding="utf-8")
