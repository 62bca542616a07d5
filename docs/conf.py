"""Sphinx configuration. Sphinx, MyST and Furo: each maintained, with search that works without a server."""

from gangyao import __version__

project = "Gangyao (纲要)"
copyright = "2026, The Gangyao authors"
version = release = __version__
extensions = ["myst_parser", "sphinx_copybutton"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = project
exclude_patterns = ["__pycache__"]
nitpicky = True
# The links that lead out of the documentation are not followed: the build needs no network.
linkcheck_ignore = [r"https?://"]
