"""Hostile documents, folders and queries, by the command line: `python -m evaluation.reliability.hostile`.

Each trial must end in one line that says what is wrong, without a traceback; what is right beside it is
published, and what stood before is kept. Unit tests hold the same, kind by kind; this is what a stranger
would try. Exit code 1 where a trial does not hold.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from gangyao.document.source import ERRATA_COLUMNS
from gangyao.release.load import load_tables

RUN = "from gangyao.cli import main; main()"
TEXT = "第一章 总则\n坚持生态优先，加快建设公园，增加绿地。\n"
SPEC = "title: 某市规划\nfiles: [a.txt]\n"
HEADER = ",".join(ERRATA_COLUMNS) + "\n"


def described(text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / "document.yaml").write_text(text, encoding="utf-8")


def corrected(data: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / "errata.csv").write_bytes(data)


def printed(data: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / "a.txt").write_bytes(data)


def linked(name: str, to: str) -> Callable[[Path], object]:
    def make(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(to)

    return make


def piped(name: str) -> Callable[[Path], object]:
    def make(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)

    return make


def huge(folder: Path) -> None:
    os.truncate(folder / "a.txt", 1 << 33)


_ROW = "加快建设公园,公园,{},witness,a,b\n"
_JAPANESE = "この計画は、地域の振興を図るために、公園を整備し、緑地を増やすことを目的とする。\n" * 20
#: What is wrong with a document, and words of the message that it must get.
DOCUMENTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "bomb of aliases": (described("a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n"), "aliases are not read"),
    "deep nesting": (described("title: 规划\nfiles: " + "[" * 3000 + "]" * 3000), "nested too deep"),
    "day that is none": (described(SPEC + "announced_on: 2021-02-30\n"), "day is out of range"),
    "key that is a list": (described(SPEC + "? [a, b]\n: x\n"), "a key that is no text"),
    "tag of Python": (described("title: !!python/object/apply:os.getpid []\n"), "constructor for the tag"),
    "lone surrogate": (described('title: "某\\ud800市"\nfiles: [a.txt]\n'), "holds U+D800"),
    "escape code in the title": (described('title: "某\\e[2J市"\nfiles: [a.txt]\n'), "holds U+001B"),
    "file outside": (described("title: 规划\nfiles: [../../x]\n"), "lies outside the folder"),
    "pipe for a description": (piped("document.yaml"), "no such file"),
    "pipe for a text": (piped("a.txt"), "there is no file"),
    "link that leaves": (linked("a.txt", "/etc/passwd"), "is a link that leaves the folder"),
    "errata that leave": (linked("errata.csv", "/etc/passwd"), "is a link that leaves the folder"),
    "endless file": (huge, "more than 500,000,000"),
    "errata in GBK": (corrected((HEADER + _ROW.format("花园")).encode("gbk")), "is not UTF-8"),
    "errata in UTF-16": (corrected((HEADER + _ROW.format("花园")).encode("utf-16")), "is not UTF-8"),
    "errata over a line end": (
        corrected((HEADER + _ROW.format('"花\n园"')).encode()),
        "runs over a line end",
    ),
    "errata of 100,000": (corrected((HEADER + _ROW.format("花" * 100_000)).encode()), "more than 2,000"),
    "errata that fit nowhere": (
        corrected((HEADER + "无此,无,有,witness,a,b\n").encode()),
        "nowhere in the text",
    ),
    "Shift-JIS": (printed(_JAPANESE.encode("shift-jis")), "is no Chinese"),
    "EUC-JP": (printed(_JAPANESE.encode("euc-jp")), "is no Chinese"),
    "ISO-2022": (printed(_JAPANESE.encode("iso2022-jp")), "is ISO-2022"),
    "HZ": (printed(TEXT.encode("hz")), "is HZ"),
    "UTF-32": (printed(TEXT.encode("utf-32")), "is UTF-32"),
    "UTF-32 without mark": (printed((TEXT * 20).encode("utf-32-le")), "is no text"),
    "two encodings": (printed(TEXT.encode() + TEXT.encode("gbk")), "is no character in utf-8"),
    "zeros": (printed(bytes(20_000)), "is no text"),
    "nothing": (printed(b""), "holds no text"),
    "damaged PDF": (printed(b"%PDF-1.4\n" + bytes(range(256)) * 9), "is a damaged PDF"),
    "ZIP": (printed(b"PK\x05\x06" + bytes(18)), "is a ZIP archive"),
    "old Word": (
        printed(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999) + "WordDocument".encode("utf-16-le")),
        "is an old Word",
    ),
    "program": (printed(b"\x7fELF" + bytes(999)), "is a program"),
}
#: What a query asks, and words of its answer.
QUERIES: dict[str, str] = {
    "copy (select 1) to 'x.csv'": "file system operations are disabled",
    "from read_csv('/etc/passwd')": "file system operations are disabled",
    "from glob('/etc/*')": "file system operations are disabled",
    "attach 'x.db'": "file system operations are disabled",
    "export database 'x'": "file system operations are disabled",
    "install httpfs": "file system operations are disabled",
    "select 1; drop table tasks": "give one statement",
    "set enable_external_access = true": "configuration has been locked",
    "select chr(27) || '[2J' as x": "\\x1b[2J",
    "select chr(8238) as x": "\\u202e",
}


def user_file(output: Path) -> None:
    (output / "csv" / "mine.txt").write_text("mine", encoding="utf-8")


def spoilt(name: str) -> Callable[[Path], object]:
    return lambda output: (output / name).write_bytes(os.urandom(3000))


def folder_for_file(output: Path) -> None:
    (output / "parquet" / "tasks.parquet").unlink()
    (output / "parquet" / "tasks.parquet").mkdir()


#: What is done to a release, words of what `check` then says, and whether a build may replace it.
RELEASES: dict[str, tuple[Callable[[Path], object], str, bool]] = {
    "random checksums": (spoilt("SHA256SUMS"), "SHA256SUMS", True),
    "random table": (spoilt("parquet/tasks.parquet"), "parquet/tasks.parquet", True),
    "random database": (spoilt("gangyao.duckdb"), "gangyao.duckdb", True),
    "random manifest": (spoilt("manifest.json"), "manifest.json", True),
    "folder for a file": (folder_for_file, "tasks.parquet", True),
    "a file of the user": (user_file, "", False),
}


def gangyao(*arguments: str | Path) -> tuple[int, str]:
    """Run a command; return its exit code and all that it printed."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *map(str, arguments)],
        capture_output=True, text=True, errors="replace", timeout=300, check=False,
        env={**os.environ, "COLUMNS": "400"},
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def documents(folder: Path) -> Iterator[tuple[str, bool]]:
    """Build a good document beside all that are wrong."""
    seeds = folder / "seeds"
    for name, make in {
        "good": lambda _: None,
        **{name: make for name, (make, _) in DOCUMENTS.items()},
    }.items():
        own = seeds / "documents" / name.replace(" ", "-")
        own.mkdir(parents=True)
        described(SPEC)(own)
        printed(TEXT.encode())(own)
        make(own)
    code, told = gangyao("build", "--seeds", seeds, "--output", folder / "out", "--workers", "1")
    tables = load_tables(folder / "out")
    published = tables["documents"]["document_id"].to_pylist()
    yield "the good document is published", published == ["good"] and code == 1 and "Traceback" not in told
    messages = dict(
        zip(*(tables["problems"][key].to_pylist() for key in ("document_id", "message")), strict=True)
    )
    for name, (_, words) in DOCUMENTS.items():
        yield name, words in messages.get(name.replace(" ", "-"), "")


def queries(release: Path) -> Iterator[tuple[str, bool]]:
    """Ask what no query may do."""
    before = sorted(release.rglob("*"))
    for sql, words in QUERIES.items():
        _, told = gangyao("sql", sql, "--output", release)
        holds = words in told and "Traceback" not in told and "\x1b" not in told and "\u202e" not in told
        yield sql, holds and sorted(release.rglob("*")) == before


def releases(folder: Path) -> Iterator[tuple[str, bool]]:
    """Spoil releases; check them, and build over them."""
    text, other = folder / "plan.txt", folder / "other" / "plan.txt"
    other.parent.mkdir()
    text.write_text(TEXT, encoding="utf-8")
    other.write_text(TEXT.replace("公园", "学校"), encoding="utf-8")
    for number, (name, (spoil, words, may_go)) in enumerate(RELEASES.items()):
        output = folder / f"release-{number}"
        gangyao("build", text, "--output", output, "--workers", "1")
        spoil(output)
        kept = sorted(output.rglob("*"))
        code, told = gangyao("check", output)
        checked = not words or (code == 1 and words in told)
        code, again = gangyao("build", other, "--output", output, "--workers", "1")
        built = code == 0 if may_go else code == 1 and sorted(output.rglob("*")) == kept
        yield name, checked and built and "Traceback" not in told + again


def main() -> None:
    """Run all trials, and print those that do not hold."""
    with tempfile.TemporaryDirectory(prefix="gangyao-hostile-") as name:
        folder = Path(name)
        trials = [*documents(folder), *releases(folder), *queries(folder / "out")]
    for trial, holds in trials:
        if not holds:
            print(f"does not hold: {trial}")
    print(f"{sum(holds for _, holds in trials)} of {len(trials)} trials hold")
    sys.exit(0 if all(holds for _, holds in trials) else 1)


if __name__ == "__main__":
    main()
