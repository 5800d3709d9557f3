"""An article as HTML with its evidence marked: what a notebook shows, and what a page can embed."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tidings.records.article import Article
    from tidings.records.event import Event, Party

Role = Literal["trigger", "actor", "recipient"]

_STYLE: Final = {
    "trigger": "background:#ffe08a;color:#222;font-weight:600",
    "actor": "background:#bcd9ff;color:#222",
    "recipient": "background:#ffd0bd;color:#222",
}


class Evidence(NamedTuple):
    """A stretch of a sentence and the part it plays in the event."""

    start: int
    end: int
    role: Role


def evidence(event: Event) -> list[Evidence]:
    """Return the spans of the event that lie in its sentence, in order, none overlapping another.

    Where two overlap, the trigger stands before a party, and an actor before a recipient.
    """
    wanted = [
        Evidence(event.trigger.start, event.trigger.end, "trigger"),
        *(Evidence(party.start, party.end, "actor") for party in event.actor),
        *(Evidence(party.start, party.end, "recipient") for party in event.recipient),
    ]
    kept: list[Evidence] = []
    for span in wanted:
        inside = event.sentence.start <= span.start and span.end <= event.sentence.end
        if inside and all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept)


def pieces(event: Event) -> Iterator[tuple[str, Role | None]]:
    """Yield the sentence in pieces, each with the part it plays in the event, if any."""
    text, base = event.sentence.text, event.sentence.start
    at = 0
    for start, end, role in evidence(event):
        yield text[at : start - base], None
        yield text[start - base : end - base], role
        at = end - base
    yield text[at:], None


def article_html(article: Article) -> str:
    """Return the article's head, and every event with its sentence, trigger and parties marked."""
    published = article.published
    facts = [
        article.language or "language unknown",
        "no date"
        if published is None
        else f"{published.value} ({published.from_}, {published.confidence:.2f})",
        *article.notes,
    ]
    title = html.escape(article.title or article.source.uri or article.id)
    events = "".join(f"<li>{_event(event, article)}</li>" for event in article.events)
    return (
        f"<article><h3>{title}</h3><p>{html.escape(' · '.join(facts))}</p>"
        f"<ol>{events or '<p>no events</p>'}</ol></article>"
    )


def _event(event: Event, article: Article) -> str:
    names = {actor.id: actor.name for actor in article.actors}
    places = {place.id: place.name for place in article.places}
    head = " ".join(filter(None, (event.type, event.mode, *event.aux)))
    who = f"{_names(event.actor, names)} → {_names(event.recipient, names)}"
    facts = (
        who,
        "" if event.date is None else event.date.value,
        places.get(event.place or "", ""),
        f"{event.confidence:.2f}",
        event.why,
    )
    marked = "".join(_marked(text, role) for text, role in pieces(event))
    return f"<b>{head}</b> {html.escape(' · '.join(filter(None, facts)))}<br>{marked}"


def _names(parties: Iterable[Party], names: dict[str, str]) -> str:
    return ", ".join(names.get(party.actor, party.text) for party in parties) or "–"


def _marked(text: str, role: Role | None) -> str:
    escaped = html.escape(text)
    return escaped if role is None else f'<mark style="{_STYLE[role]}" title="{role}">{escaped}</mark>'
