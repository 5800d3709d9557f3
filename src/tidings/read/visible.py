"""The lines that a web page shows, in document order, with what its mark-up says of each."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING

import msgspec
from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from tidings.read.features import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement


class _Markup(msgspec.Struct, forbid_unknown_fields=True):
    inline: frozenset[str]
    unseen: frozenset[str]
    zones: frozenset[str]


_MARKUP = msgspec.convert(
    tomllib.loads(files(__package__).joinpath("markup.toml").read_text(encoding="utf-8")), _Markup
)
_INLINE, _UNSEEN, _ZONES = _MARKUP.inline, _MARKUP.unseen, _MARKUP.zones
_HEADING = re.compile(r"h[1-6]")
MAX_LINES = 20_000
MAX_ELEMENTS = 100_000
_DIGIT = re.compile(r"\d")


class VisibleLine(Line):
    """One line as a reader sees it, with what its mark-up says.

    `tags` are the elements around it that mean something (nav, h2, figcaption, …), outermost first;
    `links` is the share of its characters inside links; `path` are its three innermost blocks with their
    classes ("div.story>section.text>p"); `datetime` is the attribute of a time element in it.
    """

    def __init__(
        self,
        text: str,
        *,
        tags: tuple[str, ...] = (),
        links: float = 0.0,
        path: str = "",
        datetime: str | None = None,
    ) -> None:
        super().__init__(text)
        self.tags = tags
        self.links = links
        self.path = path
        self.datetime = datetime
        self.heading = next((int(tag[1]) for tag in tags if _HEADING.fullmatch(tag)), 0)


def parse_html(source: str) -> HtmlElement:
    """Parse a page. Raise `ValueError` where there is none or its elements are nested too deep to be read."""
    parser = HTMLParser(encoding="utf-8", remove_pis=True)  # type: ignore[no-untyped-call]
    try:
        tree: HtmlElement = document_fromstring(  # type: ignore[no-untyped-call]
            source.encode("utf-8", "replace"), parser=parser
        )
    except etree.LxmlError:
        raise ValueError("no HTML in it") from None
    # libxml2 stops at 256 levels and would drop the rest of the page without a word.
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise ValueError("elements nested more than 256 deep")
    return tree


def visible_lines(tree: HtmlElement) -> list[VisibleLine]:
    """Return the lines of a page. Hidden elements show nothing; a `<br>` ends a line.

    Raise `ValueError` where there are more than any article has.
    """
    lines = list(islice(_Walk().lines(tree), MAX_LINES + 1))
    if len(lines) > MAX_LINES:
        raise ValueError(f"more than {MAX_LINES:,} lines on the page")
    return lines


class _Walk:
    """Collects text until a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.elements = 0
        self.linked = 0
        self.in_link = 0
        self.datetime: str | None = None
        self.tags: list[str] = []
        self.path: list[str] = []

    def lines(self, tree: HtmlElement) -> Iterator[VisibleLine]:
        walk = etree.iterwalk(tree, events=("start", "end", "comment"))
        for event, element in walk:
            if event == "comment":
                self._text(element.tail)
            elif event == "start":
                self.elements += 1
                if self.elements > MAX_ELEMENTS:
                    raise ValueError(f"more than {MAX_ELEMENTS:,} elements on the page")
                if element.tag in _UNSEEN or _is_hidden(element):
                    walk.skip_subtree()
                    continue
                if element.tag not in _INLINE:
                    yield from self._flush()
                self._open(element)
            else:
                if element.tag in _UNSEEN or _is_hidden(element):
                    self._text(element.tail)
                    continue
                if element.tag not in _INLINE:
                    yield from self._flush()
                self._close(element)
        yield from self._flush()

    def _open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _ZONES:
            self.tags.append(tag)
        if tag not in _INLINE:
            self.path.append(_step(element))
        if tag == "a":
            # Menus set their links side by side without a space between them.
            if self.pieces and self.pieces[-1] == "</a>":
                self.pieces.append(" ")
            self.in_link += 1
        if tag == "time" and self.datetime is None:
            self.datetime = element.get("datetime")
        self._text(element.text)

    def _close(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _ZONES:
            self.tags.pop()
        if tag not in _INLINE:
            self.path.pop()
        if tag == "a":
            self.in_link -= 1
            self.pieces.append("</a>")
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.in_link:
                self.linked += len(text.strip())

    def _flush(self) -> Iterator[VisibleLine]:
        text = " ".join("".join(piece for piece in self.pieces if piece != "</a>").split())
        if text:
            yield VisibleLine(
                text,
                tags=tuple(self.tags),
                links=min(1.0, self.linked / len(text)),
                path=">".join(self.path[-3:]),
                datetime=self.datetime,
            )
        self.pieces.clear()
        self.linked = 0
        self.datetime = None


def _step(element: HtmlElement) -> str:
    # Names with digits number one element ("block-17"): without them equal parts have equal paths.
    names = [
        name
        for name in (element.get("class") or "").lower().split()
        if name.isascii() and not _DIGIT.search(name)
    ]
    return ".".join((element.tag, *names))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    if style and "display:none" in style.replace(" ", "").lower():
        return True
    return element.get("hidden") is not None
