"""Articles for reading on a terminal: every event with its sentence, trigger and parties marked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from tidings.records.html import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from tidings.cli.options import RunOptions
    from tidings.records import Actor, Article, Event, Party, Quote
    from tidings.records.html import Role

_STYLES: Final[dict[Role, str]] = {
    "trigger": "bold yellow",
    "actor": "bold cyan",
    "recipient": "bold magenta",
}
# The evidence is marked without colours too: for eyes, printers and files that have none.
_MARKS: Final[dict[Role, tuple[str, str]]] = {
    "trigger": ("*", "*"),
    "actor": ("[", "]"),
    "recipient": ("[", "]"),
}
_QUAD_STYLES: Final = {1: "bold green", 2: "bold green", 3: "bold yellow", 4: "bold red"}
# Width of a table that is not printed on a terminal, which has none of its own.
_PLAIN_WIDTH: Final = 100
# A quotation is shown up to here; the record holds all of it.
_QUOTE_SHOWN: Final = 160


class Table:
    """A sink that prints articles as they come."""

    def __init__(self, options: RunOptions) -> None:
        self._file: TextIO = (
            sys.stdout if options.output is None else options.output.open("w", encoding="utf-8")
        )
        terminal = self._file.isatty()
        self._console = Console(
            file=self._file,
            width=None if terminal else _PLAIN_WIDTH,
            no_color=None if options.color else True,
            highlight=False,
            emoji=False,
            markup=False,
        )
        self._first = True

    def write(self, article: Article, _: bytes, /) -> None:
        """Print an article."""
        if not self._first:
            self._console.print()
            self._console.print(Rule(style="dim"))
        self._first = False
        self._print_hanging("", _head(article))
        self._print_events(article)
        self._print_quotes(article)
        if article.made_by.codebook == "none":
            self._print_blocks(article)

    def finish(self) -> None:
        """Nothing is left to do."""

    def close(self) -> None:
        """Let go of the file, if it is one."""
        self._console.file.flush()
        if self._file is not sys.stdout:
            self._file.close()

    def _print_events(self, article: Article) -> None:
        for number, event in enumerate(article.events, start=1):
            self._console.print()
            self._print_hanging(f"{number:>3}  ", _event_line(event, article))
            self._print_hanging("     ", _sentence(event))

    def _print_quotes(self, article: Article) -> None:
        if article.quotes:
            self._console.print()
            self._console.print(Text("Said", style="bold"))
        names = {actor.id: actor.name for actor in article.actors}
        for quote in article.quotes:
            self._print_hanging("     ", _quote_line(quote, names))

    def _print_blocks(self, article: Article) -> None:
        self._console.print()
        for block in article.blocks:
            text = " ".join(article.text[block.start : block.end].split())
            aside = block.kind in {"teaser", "furniture"}
            self._print_hanging(f"{block.kind:<12}", Text(text, style="dim" if aside else ""))

    def _print_hanging(self, label: str, text: Text) -> None:
        """Print a text with a label before it, its further lines under its first."""
        for line in text.wrap(self._console, max(20, self._console.width - len(label))):
            line.rstrip()
            self._console.print(Text.assemble((label, "dim"), line), soft_wrap=True)
            label = " " * len(label)


def _sentence(event: Event) -> Text:
    sentence = Text()
    for text, role in pieces(event):
        flat = " ".join(text.split("\n"))
        if role is None:
            sentence.append(flat)
        else:
            before, after = _MARKS[role]
            sentence.append(before + flat + after, style=_STYLES[role])
    return sentence


def _head(article: Article) -> Text:
    head = Text()
    head.append(article.title or "(no title)", style="bold")
    head.append("\n" + " · ".join(_facts(article)), style="dim")
    for note in article.notes:
        head.append(f"\n{note}", style="yellow")
    return head


def _facts(article: Article) -> Iterator[str]:
    if article.source.uri or article.source.id:
        yield article.source.uri or article.source.id or ""
    published = article.published
    if published is None:
        yield "no date of publication"
    else:
        yield f"published {published.value} ({published.from_}, {published.confidence:.2f})"
    if article.byline:
        yield article.byline
    yield article.language or "language unknown"
    if article.made_by.codebook != "none":
        yield f"{len(article.events)} event{'' if len(article.events) == 1 else 's'}"


def _event_line(event: Event, article: Article) -> Text:
    line = Text()
    line.append(event.type, style=_QUAD_STYLES.get(event.quad, "bold"))
    if event.mode:
        line.append(f" {event.mode}")
    if event.aux:
        line.append(" " + ", ".join(event.aux), style="italic")
    actors = {actor.id: actor for actor in article.actors}
    line.append(" │ " + _names(event.actor, actors))
    if event.recipient:
        line.append(" → " + _names(event.recipient, actors))
    for fact in _circumstances(event, article, actors):
        line.append(" │ " + fact, style="dim")
    return line


def _circumstances(event: Event, article: Article, actors: dict[str, Actor]) -> Iterator[str]:
    if event.date is not None:
        yield event.date.value if event.date.from_ == "text" else f"{event.date.value} ({event.date.from_})"
    places = {place.id: place.name for place in article.places}
    if event.place is not None:
        yield places.get(event.place, event.place)
    if event.attribution is not None and event.attribution.speaker is not None:
        speaker = actors.get(event.attribution.speaker)
        yield "says " + (event.attribution.speaker if speaker is None else speaker.name)
    yield f"{event.confidence:.2f}"
    yield event.why


def _names(parties: Sequence[Party], actors: dict[str, Actor]) -> str:
    return ", ".join(_name(party, actors.get(party.actor)) for party in parties) or "–"


def _name(party: Party, actor: Actor | None) -> str:
    """Return the name with PLOVER country and sector, where they are known."""
    if actor is None:
        return party.text
    codes = " ".join(filter(None, (actor.country, actor.sector)))
    return f"{actor.name} ({codes})" if codes else actor.name


def _quote_line(quote: Quote, names: dict[str, str]) -> Text:
    line = Text()
    line.append(names.get(quote.speaker or "", "(speaker unknown)"), style="cyan")
    text = " ".join(quote.text.split())
    shown = text if len(text) <= _QUOTE_SHOWN else text[:_QUOTE_SHOWN].rsplit(" ", 1)[0] + " …"
    line.append(f" ({quote.kind}): {shown}")
    return line
