"""The explorer: a static site over a release, its server on this machine, and its export for a file host.

The site's source is `site/` (TypeScript); `bundle/` is built from it by `make bundle` and committed, so that
neither data nor an installation needs Node.
"""

from __future__ import annotations

import re
from pathlib import Path

BUNDLE = Path(__file__).parent / "bundle"
#: Where the site looks for the release, for what its host says, and for pictures of pages.
RELEASE, SITE, PAGES = "release", "site.json", "pages"


def content_security_policy() -> str:
    """Return the policy that the site's page declares, and that no other page may frame it.

    The second can only be said in a header.
    """
    page = (BUNDLE / "index.html").read_text(encoding="utf-8")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy"\s+content="([^"]+)"', page)
    return f"{policy}; frame-ancestors 'none'"
