"""The SQL examples of README and docs print what the pages say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.examples import EXAMPLE, result

REPOSITORY = Path(__file__).parent.parent.parent
PAGES = [REPOSITORY / "README.md", REPOSITORY / "README.zh.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]
EXAMPLES = [
    pytest.param(match["sql"], match["printed"], id=f"{page.name}-{number}")
    for page in PAGES
    for number, match in enumerate(EXAMPLE.finditer(page.read_text(encoding="utf-8")), start=1)
]


def test_the_readme_has_three_examples():
    assert len(EXAMPLE.findall(PAGES[0].read_text(encoding="utf-8"))) >= 3


def test_no_sql_block_stands_without_its_result():
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert text.count("```sql\n") == len(EXAMPLE.findall(text)), page


@pytest.mark.parametrize(("sql", "printed"), EXAMPLES)
def test_example_prints_what_the_page_says(release, sql, printed):
    assert result(release, sql) == printed
