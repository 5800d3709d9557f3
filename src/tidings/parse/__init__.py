"""parse: Article text → Document: tokens, sentences, lemmas, dependencies and names.

`Parser.load()` reads the weights that ship inside the package; `parser(text, blocks)` parses.
"""

from tidings.parse.parser import Parser
from tidings.parse.weights import FOLDER, version

VERSION = version() if FOLDER.exists() else "untrained"

__all__ = ["VERSION", "Parser"]
