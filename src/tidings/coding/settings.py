"""`settings`: where and when each event of a document happened, by its sentences and those before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tidings.coding.deed_time import goes_on, had_been, is_plain_past, leads_up, lies_back
from tidings.coding.event_dates import DAY, as_told, event_date, first_day, is_vague
from tidings.coding.event_places import breadth, event_place
from tidings.coding.scenes import Scenes
from tidings.coding.told_days import is_recent, lead_date, main_date
from tidings.records import EventDate, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.coding.coder import Analysis
    from tidings.coding.draft import Draft
    from tidings.coding.predicate import Predicate
    from tidings.records import Place, Sentence

REACH = 3
"""Sentences back in a paragraph to the date that goes on holding: by then most paragraphs have begun anew."""


class Setting(NamedTuple):
    """The place and the date of one event, each None where the text does not tell it."""

    place: Place | None
    date: EventDate | None


def settings(drafts: Sequence[Draft], analysis: Analysis) -> list[Setting]:
    """Return the setting of each draft, in their order.

    Place and date are each, in order of preference, those that the event's own sentences tell, and those of
    its scene. A date is then that of the sentences before it in its paragraph, and last the day of
    publication; it is None where the event lies back at a time that is not told, or stands after an old date
    that may not be its own.
    """
    own = [Setting(_own_place(draft, analysis), _own_date(draft, analysis)) for draft in drafts]
    scenes = Scenes(drafts, own, analysis)
    found = []
    for at, draft in enumerate(drafts):
        scene = scenes.of(at)
        place = own[at].place or (scene.place if scene is not None else None)
        date = own[at].date or _undated(draft, analysis, scene)
        found.append(Setting(place, date))
    return found


def _own_place(draft: Draft, analysis: Analysis) -> Place | None:
    """Return the closest place that a telling names: a site before a city before a country."""
    document, mentions, rules = analysis.document, analysis.mentions, analysis.coder.codebook.rules
    parties = [
        Span(start=h.mention.start, end=h.mention.end, text="") for h in (*draft.actor, *draft.recipient)
    ]
    told = [event_place(p, draft.type, mentions, document, parties, rules) for p in draft.tellings]
    return min((place for place in told if place is not None), key=breadth, default=None)


def _own_date(draft: Draft, analysis: Analysis) -> EventDate | None:
    """Return the date that a telling gives in words; a headline's is that of the lead."""
    mentions, document, rules = analysis.mentions, analysis.document, analysis.coder.codebook.rules
    ahead = "future" in draft.aux
    told = (event_date(p, mentions, document.published, rules, ahead=ahead) for p in draft.tellings)
    dated = next((date for date in told if date is not None), None)
    if dated is None and draft.predicate.token.sentence.kind == "title" and not ahead:
        return lead_date(mentions, document, rules)
    return dated


def _undated(draft: Draft, analysis: Analysis, scene: Setting | None) -> EventDate | None:
    """Return the date of an event whose own sentences tell none: of its scene, or of what it goes on from.

    What is news now has the day of publication; what lies back at a time that is not told has no date.
    """
    published = analysis.document.published
    if scene is not None and scene.date is not None:
        return scene.date
    if "historical" in draft.aux or any(_lies_back(p, analysis) for p in draft.tellings):
        return None
    if published is None:
        return None
    now = EventDate(value=published, precision="day", from_="published")
    if not is_plain_past(draft.predicate) or draft.predicate.token.sentence.kind == "title":
        return now
    return _continued(draft, analysis, now)


def _continued(draft: Draft, analysis: Analysis, now: EventDate) -> EventDate | None:
    """Return the date of a deed told in the simple past, by the dates of its paragraph before it."""
    rules, published = analysis.coder.codebook.rules, now.value
    before = _dated_before(draft.predicate.token.sentence, analysis)
    if before is None:
        return now
    distance, told, sentence = before
    if is_recent(told, published):
        return as_told(told)
    if first_day(told) > published:
        return now
    follows = goes_on(draft.predicate, rules) or _shares_actor(draft, sentence, analysis)
    return as_told(told) if distance == 1 and (follows or not DAY.match(told)) else None


def _dated_before(sentence: Sentence, analysis: Analysis) -> tuple[int, str, Sentence] | None:
    """Return the nearest date of a main clause before a sentence in its paragraph, and how far off."""
    rules = analysis.coder.codebook.rules
    for distance in range(1, REACH + 1):
        if distance > sentence.i:
            return None
        other = analysis.document.sentences[sentence.i - distance]
        if other.block != sentence.block:
            return None
        told = main_date(other, analysis.mentions, rules)
        if told is not None:
            return distance, told, other
    return None


def _shares_actor(draft: Draft, sentence: Sentence, analysis: Analysis) -> bool:
    """Whether an actor of the event is named in a sentence."""
    ids = draft.actor_ids()
    return any(
        sentence.start <= mention.start < sentence.end and ids & set(mention.actors)
        for mention in analysis.mentions.actor_mentions
    )


def _lies_back(predicate: Predicate, analysis: Analysis) -> bool:
    """Whether a telling puts the deed at a time that it does not tell, or tells not as a date.

    What is reported stands in the pluperfect for plain past: "said that they had met".
    """
    rules = analysis.coder.codebook.rules
    if is_vague(predicate, analysis.mentions, rules) or lies_back(predicate, rules):
        return True
    sentence = predicate.token.sentence
    if leads_up(predicate, rules) and main_date(sentence, analysis.mentions, rules) is not None:
        return True
    return had_been(predicate) and analysis.attributions.of(predicate.token) is None
