"""How far the recognition of a file is: seconds a page, minutes a file."""

from __future__ import annotations

import sys


def tell_page(name: str, page: int, pages: int) -> None:
    """Tell whoever sits at the terminal that page `page` of `pages` of the file `name` is recognised."""
    if pages > 1 and sys.stderr.isatty():
        print(f"{name}: page {page} of {pages} is recognised", file=sys.stderr, flush=True)
