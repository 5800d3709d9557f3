"""How the documentation is built: uv run --group docs sphinx-build -W docs docs/.build."""

project = "Tidings"
author = "The Tidings developers"
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = [".build"]
html_theme = "furo"
html_title = "Tidings"
