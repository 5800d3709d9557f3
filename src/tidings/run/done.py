"""`Done`: which pages an unfinished output already holds, so that a run that was cut off goes on."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tidings.errors import ItemError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tidings.records import Article, MadeBy, Page

# The input row's own id and the address: what page and record have in common before the page is read.
Key = tuple[str | None, str | None]


class Done:
    """Counts of what is there: a row that stands twice in the input stands twice in the output.

    Pages without id and address (text on standard input) cannot be told before they are read; their
    articles are dropped afterwards where they are there already.
    """

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self.skipped = 0
        self._keys: defaultdict[Key, list[str]] = defaultdict(list)
        self._ids: Counter[str] = Counter()
        self._made_by: MadeBy | None = None
        for article in articles:
            self._made_by = article.made_by
            self._keys[article.source.id, article.source.uri].append(article.id)
            self._ids[article.id] += 1

    def __bool__(self) -> bool:
        return self._made_by is not None

    def check(self, made_by: MadeBy) -> None:
        """Refuse to go on where what is there was made by something else than what would come after it.

        Raises:
            UsageError: It was made by another version, another codebook, or by reading without coding.
        """
        if self._made_by not in {None, made_by}:
            raise UsageError("the output was made by another version or codebook; --overwrite starts again")

    def missing(self, pages: Iterable[Page | ItemError]) -> Iterator[Page | ItemError]:
        """Yield the pages that are not there yet, and the errors."""
        for page in pages:
            if isinstance(page, ItemError):
                yield page
                continue
            there = self._keys.get((page.row_id, page.uri))
            if there and (page.row_id, page.uri) != (None, None):
                self._tick_off(there.pop(0))
            else:
                yield page

    def has(self, article: Article) -> bool:
        """Whether the article is there already; each that is there is said to be so once."""
        return self._ids[article.id] > 0 and self._tick_off(article.id)

    def _tick_off(self, article_id: str) -> bool:
        self._ids[article_id] -= 1
        self.skipped += 1
        return True
