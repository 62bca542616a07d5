"""SQL examples in the documentation: a ```sql block followed by a ```text block with its real result.

`python -m tests.docs.examples RELEASE FILE…` runs the examples and writes their results into the files.
"""

from __future__ import annotations

import argparse
import io
import re
from contextlib import redirect_stdout
from pathlib import Path

from gangyao.cli.rows import print_table
from gangyao.release.sql import query

EXAMPLE = re.compile(r"```sql\n(?P<sql>.*?)```\n\n```text\n(?P<printed>.*?)```", re.DOTALL)
WIDTH = 100


def result(release: Path, sql: str) -> str:
    """Run an example and return what `gangyao sql` prints on a terminal of 100 columns."""
    printed = io.StringIO()
    with redirect_stdout(printed):
        print_table(query(release, sql), WIDTH)
    return "\n".join(line.rstrip() for line in printed.getvalue().splitlines() if line.strip()) + "\n"


def refreshed(release: Path, markdown: str) -> str:
    """Return the page with every example's result made anew."""
    return EXAMPLE.sub(
        lambda match: f"```sql\n{match['sql']}```\n\n```text\n{result(release, match['sql'])}```", markdown
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("release", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    arguments = parser.parse_args()
    for path in arguments.files:
        path.write_text(refreshed(arguments.release, path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
