"""The explorer: a static site over a release, its server on this machine, and its export for a file host.

The site's source is `site/` (TypeScript); `bundle/` is built from it by `make bundle` and committed, so that
neither data nor an installation needs Node.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

BUNDLE = Path(__file__).parent / "bundle"
#: Where the site looks for the release, for what its host says, and for pictures of pages.
RELEASE, SITE, PAGES = "release", "site.json", "pages"


#: The page with DuckDB's engine, and the engine's folder: only they may compile WebAssembly.
_SQL_PAGE, _ENGINE = "sql.html", "duckdb"
_MAIN_PAGE = "index.html"


def content_security_policy(path: Path) -> str:
    """Return the policy under which a file of the site is sent, and that no other page may frame it.

    The first is what the pages declare of themselves; the second can only be said in a header.
    """
    page = _SQL_PAGE if path.name == _SQL_PAGE or path.parent.name == _ENGINE else _MAIN_PAGE
    return f"{_declared_policy(page)}; frame-ancestors 'none'"


@cache
def _declared_policy(page: str) -> str:
    text = (BUNDLE / page).read_text(encoding="utf-8")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy"\s+content="([^"]+)"', text)
    return str(policy)
