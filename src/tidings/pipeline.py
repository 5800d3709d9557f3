"""The one visible list of stages, and `Pipeline`, which takes a page through them.

`load` builds one; ``pipeline(page)`` and ``pipeline.pipe(pages)`` use it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from tidings.config import Settings, checked_date
from tidings.draft import Draft, given
from tidings.errors import ItemError, TidingsError
from tidings.records import Article, MadeBy, Page, Reading
from tidings.run import outcomes
from tidings.versions import made_by_coding, made_by_reading

if TYPE_CHECKING:
    from typing import Self

    from tidings.codebook import Codebook
    from tidings.coding import EventCoder
    from tidings.mention import Finder
    from tidings.parse import Parser

# Longer texts are read and not coded: no news article has some 50,000 words, and files that are no articles
# would hold up a run for minutes. In characters.
LONGEST: Final = 300_000

# A stage adds its part to the draft of one article, or raises ItemError.
Step = Callable[[Draft], None]


class ReadPage(Protocol):
    """`tidings.read.read_page`."""

    def __call__(self, page: Page, *, date: str | None = None) -> Reading:
        """Read a page."""


class Stage(NamedTuple):
    """One step of the pipeline, with the name that errors give it."""

    name: str
    step: Step


class Pipeline:
    """Reads and codes pages, one at a time or as a stream. `stages` is the list that it walks."""

    def __init__(self, settings: Settings, stages: list[Stage], made_by: MadeBy) -> None:
        self.settings = settings
        self.stages = stages
        self.made_by = made_by

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Build the pipeline that the settings ask for: tables and model are read here, once."""
        with _uncollected():
            if not settings.code:
                return cls(settings, reading_stages(settings), made_by_reading())
            stages, codebook = coding_stages(settings)
            return cls(settings, stages, made_by_coding(codebook, settings.actors))

    def __call__(self, page: Page | str) -> Article:
        """Return the coded article. A string is taken for the text of an article, not for a path.

        Raises:
            ItemError: The page cannot be used; `stage` and `code` say where and why.

        """
        draft = Draft(Page(name="text", media="text", content=page) if isinstance(page, str) else page)
        for stage in self.stages:
            _take(stage, draft)
            if draft.finished:
                break
        return draft.article(self.made_by)

    def pipe(
        self, pages: Iterable[Page | str | ItemError], *, jobs: int = 1
    ) -> Iterator[Article | ItemError]:
        """Yield for every page its article, or the error that kept it from being one, in the order given.

        With more than one job the pages go to that many processes; a program that asks for them needs
        the usual ``if __name__ == "__main__":``.
        """
        make = partial(Pipeline.of, self.settings) if jobs > 1 else (lambda: self)
        for outcome in outcomes(make, map(_as_page, pages), jobs=jobs):
            yield outcome.error if outcome.error is not None else outcome.article


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the garbage collector: tables are a hundred thousand small objects, and all of them stay."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def load(
    *,
    codebook: str | Path | None = None,
    actors: str | Path | Sequence[str | Path] = (),
    date: str | None = None,
    code: bool = True,
    min_confidence: float = 0.0,
) -> Pipeline:
    """Return a pipeline ready for use. Nothing is downloaded.

    Args:
        codebook: A folder of codebook files in place of the one inside the package.
        actors: A table of your own actors, or several, beside those of the package (docs/actors.md).
        date: The day of publication of every page, YYYY-MM-DD, whatever the page says.
        code: Whether pages are coded; otherwise they are only read.
        min_confidence: Events below it (0-1) are left out.

    Raises:
        UsageError: The date is none, or a table of actors cannot be used.
        CodebookError: The codebook cannot be used.

    """
    return Pipeline.of(
        Settings(
            codebook=None if codebook is None else str(codebook),
            actors=tuple(map(str, [actors] if isinstance(actors, str | Path) else actors)),
            date=None if date is None else checked_date(date),
            code=code,
            min_confidence=min_confidence,
        )
    )


def reading_stages(settings: Settings) -> list[Stage]:
    """Return the stages of `tidings read`."""
    from tidings.read import read_page

    return [Stage("read", partial(_read, read_page=read_page, date=settings.date))]


def coding_stages(settings: Settings) -> tuple[list[Stage], Codebook]:
    """Return the stages of `tidings code`, and the codebook that the last one codes by."""
    # Model and tables are imported where a pipeline is built: reading alone needs none of them.
    from tidings.codebook import Codebook
    from tidings.coding import EventCoder
    from tidings.mention import Finder
    from tidings.parse import Parser

    codebook = Codebook.load(None if settings.codebook is None else Path(settings.codebook))
    finder = Finder.load([Path(path) for path in settings.actors])
    stages = [
        *reading_stages(settings),
        Stage("codable", _finish_unless_codable),
        Stage("parse", partial(_parse, parser=Parser.load())),
        Stage("mention", partial(_mention, finder=finder)),
        Stage("coding", partial(_code, coder=EventCoder.load(codebook), floor=settings.min_confidence)),
    ]
    return stages, codebook


def _read(draft: Draft, read_page: ReadPage, date: str | None) -> None:
    draft.reading = read_page(draft.page, date=date)


def _finish_unless_codable(draft: Draft) -> None:
    reading = given(draft.reading)
    # Reading has named the language, in a note where it is another one.
    draft.finished = reading.language != "en"
    if len(reading.text) > LONGEST:
        draft.notes += (f"not coded: {len(reading.text)} characters are no article; split the text",)
        draft.finished = True


def _parse(draft: Draft, parser: Parser) -> None:
    reading = given(draft.reading)
    published = reading.published
    draft.document = parser(
        reading.text,
        reading.blocks,
        published=None if published is None else published.value[:10],
        published_confidence=0.0 if published is None else published.confidence,
    )


def _mention(draft: Draft, finder: Finder) -> None:
    draft.mentions = finder(given(draft.document), draft.reading)


def _code(draft: Draft, coder: EventCoder, floor: float) -> None:
    events = coder(given(draft.document), given(draft.mentions))
    draft.events = tuple(event for event in events if event.confidence >= floor)


def _take(stage: Stage, draft: Draft) -> None:
    """Run one stage. An exception that nobody foresaw becomes the error of the page, with the stage named."""
    try:
        stage.step(draft)
    except TidingsError:
        raise
    except Exception as error:
        raise ItemError.internal(draft.page.name, stage.name, error, draft.page.uri) from error


def _as_page(page: Page | str | ItemError) -> Page | ItemError:
    return Page(name="text", media="text", content=page) if isinstance(page, str) else page
