"""What a web page declares about itself: JSON-LD, meta elements, links, its own address."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from html import unescape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec

from tidings.read.json_ld import articles
from tidings.read.layout import Evidence
from tidings.read.written_date import find_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_MAX_VALUE_CHARS = 600


class _Article(msgspec.Struct, forbid_unknown_fields=True):
    types: list[str]


class _Marks(msgspec.Struct, forbid_unknown_fields=True):
    published: list[str]
    standfirst: list[str]
    byline: list[str]
    beside: list[str]


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    meta: dict[str, list[str]]
    article: _Article
    marks: _Marks


@cache
def table() -> _Table:
    """Return the tables of `metadata.toml`, read once."""
    text = files(__package__).joinpath("metadata.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Table)


class Metadata(msgspec.Struct, kw_only=True):
    """What the page says of itself; `titles` and `authors` in order of trust."""

    titles: list[str] = []
    authors: list[str] = []
    section: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    description: str | None = None
    body: str | None = None
    is_free: bool | None = None
    dates: list[Evidence] = []


def metadata_of(tree: HtmlElement, uri: str | None) -> Metadata:
    """Collect the metadata of a parsed page that was fetched from `uri`."""
    found = Metadata()
    for node in articles(tree, frozenset(table().article.types)):
        _take_json(found, node)
    _take_meta(found, _meta_values(tree))
    found.language = tree.get("lang") or found.language
    found.url = _canonical(tree) or found.url
    title = tree.findtext(".//title")
    if title:
        found.titles.append(_clean(title))
    date = url_date(uri or found.url or "")
    if date is not None:
        found.dates.append(date)
    return found


def url_date(uri: str) -> Evidence | None:
    """Return the day in an address such as ``/2024/05/03/`` or ``-20240503``, or null."""
    match = _URL_DATE.search(uri)
    found = find_date("-".join(match.groups())) if match else None
    return Evidence(found, "url") if found is not None else None


def _take_json(found: Metadata, node: dict[str, Any]) -> None:
    found.titles.extend(_texts(node.get("headline")))
    for value in _texts(node.get("datePublished")):
        _add_date(found, value, "json-ld")
    for value in _texts(node.get("dateModified")):
        _add_date(found, value, "updated")
    found.authors.extend(name for name in _texts(node.get("author")) if name not in found.authors)
    found.section = found.section or next(iter(_texts(node.get("articleSection"))), None)
    found.publisher = found.publisher or next(iter(_texts(node.get("publisher"))), None)
    found.language = found.language or next(iter(_texts(node.get("inLanguage"))), None)
    found.description = found.description or next(iter(_texts(node.get("description"))), None)
    body = node.get("articleBody")
    if isinstance(body, str) and found.body is None:
        found.body = body
    free = node.get("isAccessibleForFree")
    if found.is_free is None and free is not None:
        found.is_free = str(free).lower() not in {"false", "no", "0"}


def _texts(value: object) -> list[str]:
    """Return the texts of a JSON-LD value: a text, an object's name, or a list of either."""
    items = value if isinstance(value, list) else [value]
    texts = []
    for item in items:
        text = item.get("name") if isinstance(item, dict) else item
        if isinstance(text, str) and text.strip():
            texts.append(_clean(text))
    return texts


def _meta_values(tree: HtmlElement) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content") or element.get("datetime")
        if not content or not content.strip():
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name:
                values.setdefault(name.strip().lower(), []).append(_clean(content))
                break
    return values


def _take_meta(found: Metadata, values: dict[str, list[str]]) -> None:
    def of(field: str) -> list[str]:
        return [value for name in table().meta[field] for value in values.get(name, ())]

    found.titles.extend(of("title"))
    for value in of("date")[:3]:
        _add_date(found, value, "metadata")
    for value in of("modified")[:1]:
        _add_date(found, value, "updated")
    if not found.authors:
        found.authors.extend(value for value in of("author")[:3] if "://" not in value)
    found.section = found.section or next(iter(of("section")), None)
    found.publisher = found.publisher or next(iter(of("publisher")), None)
    found.language = found.language or next(iter(of("language")), None)
    found.url = found.url or next(iter(of("url")), None)
    found.description = found.description or next(iter(of("description")), None)


def _canonical(tree: HtmlElement) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            href = (element.get("href") or "").strip()
            if href.startswith("http"):
                return href
    return None


def _add_date(found: Metadata, value: str, source: str) -> None:
    date = find_date(value)
    if date is not None:
        found.dates.append(Evidence(date, source))


def _clean(text: str) -> str:
    # Some sites escape twice: "&quot;" stands in the value itself.
    return " ".join(unescape(text).split())[:_MAX_VALUE_CHARS]
