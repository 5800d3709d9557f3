"""The engine on hand-written trees: deep roles, coordination, modality, attribution."""

from __future__ import annotations

import pytest
import trees
from conllu import read

from tidings.codebook import Codebook
from tidings.coding import EventCoder, relate
from tidings.records import Actor, ActorMention, Document, Event, Mentions, Span

ACTIVE = """
1 Russia Russia PROPN NNP 2 nsubj
2 expelled expel VERB VBD 0 root
3 Norwegian Norwegian ADJ JJ 4 amod
4 diplomats diplomat NOUN NNS 2 obj
5 . . PUNCT . 2 punct
"""
MEETING = """
1 Kenya Kenya PROPN NNP 6 nsubj
2 , , PUNCT , 3 punct
3 Uganda Uganda PROPN NNP 1 conj
4 and and CCONJ CC 5 cc
5 Rwanda Rwanda PROPN NNP 1 conj
6 met meet VERB VBD 0 root
7 in in ADP IN 8 case
8 Nairobi Nairobi PROPN NNP 6 obl
9 . . PUNCT . 6 punct
"""
TALKS = """
1 Japan Japan PROPN NNP 2 nsubj
2 held hold VERB VBD 0 root
3 talks talk NOUN NNS 2 obj
4 with with ADP IN 5 case
5 India India PROPN NNP 3 nmod
6 . . PUNCT . 2 punct
"""
WILL_MEET = """
1 Japan Japan PROPN NNP 3 nsubj
2 will will AUX MD 3 aux
3 meet meet VERB VB 0 root
4 India India PROPN NNP 3 obj
5 . . PUNCT . 3 punct
"""
SAID = """
1 Norway Norway PROPN NNP 2 nsubj
2 said say VERB VBD 0 root
3 Japan Japan PROPN NNP 4 nsubj
4 met meet VERB VBD 2 ccomp
5 India India PROPN NNP 4 obj
6 . . PUNCT . 2 punct
"""
NAMES = {
    "Chad",
    "Togo",
    "Mali",
    "rebels",
    "Russia",
    "Norwegian",
    "Kenya",
    "Uganda",
    "Rwanda",
    "Japan",
    "India",
    "Norway",
}


def mentions_of(document: Document) -> Mentions:
    """Return every known name of the text as a state of its own."""
    found = [t for t in document.tokens if t.text in NAMES]
    return Mentions(
        actors=tuple(Actor(id=t.text, name=t.text, kind="state", country="XXX", sector="GOV") for t in found),
        actor_mentions=tuple(
            ActorMention(
                actors=(t.text,), start=t.start, end=t.end, head=t.i, first=t.i, last=t.i, form="name"
            )
            for t in found
        ),
    )


@pytest.fixture(scope="module")
def coder() -> EventCoder:
    return EventCoder(Codebook.load())


def only(events: tuple[Event, ...]) -> Event:
    assert len(events) == 1, [e.why for e in events]
    return events[0]


def code(coder: EventCoder, conllu: str, published: str | None = "2024-06-12") -> Event:
    document = read(conllu, published=published)
    return only(coder(document, mentions_of(document)))


def names(event: Event) -> tuple[list[str], list[str]]:
    return [p.text for p in event.actor], [p.text for p in event.recipient]


def test_coordinated_subjects_are_all_actors(coder: EventCoder) -> None:
    """Three names before "met" are one compound actor."""
    event = code(coder, MEETING)
    assert event.type == "CONSULT"
    assert names(event) == (["Kenya", "Uganda", "Rwanda"], [])


def test_a_light_verb_lends_its_subject_to_the_noun(coder: EventCoder) -> None:
    """In "held talks with" the holder and the partner take part; the trigger spans verb and noun."""
    event = code(coder, TALKS)
    assert event.type == "CONSULT"
    assert names(event) == (["Japan", "India"], [])
    assert event.trigger.text == "held talks"


def test_a_future_meeting_is_an_agreement(coder: EventCoder) -> None:
    """The rewrite spends the auxiliary mode."""
    event = code(coder, WILL_MEET)
    assert (event.type, event.aux) == ("AGREE", ())


def test_reporting_attributes_and_adds_no_event(coder: EventCoder) -> None:
    """The text "X said Y met Z" is one event, reported by X."""
    event = code(coder, SAID)
    assert event.attribution is not None
    assert event.attribution.speaker == "Norway"


def test_every_span_is_in_the_text(coder: EventCoder) -> None:
    """Offsets and words agree."""
    document = read(MEETING)
    event = only(coder(document, mentions_of(document)))
    spans = [event.trigger, event.sentence, *event.mentions]
    spans += [Span(start=p.start, end=p.end, text=p.text) for p in event.actor]
    assert all(document.text[span.start : span.end] == span.text for span in spans)


def test_same_input_same_ids(coder: EventCoder) -> None:
    """An event's id depends on type and spans alone."""
    assert code(coder, TALKS).id == code(coder, TALKS).id


def test_relate_answers_for_spans_that_are_no_mentions(coder: EventCoder) -> None:
    """The given spans count as parties though nothing was found there."""
    document = read(WILL_MEET)
    found = relate(coder, document, Mentions(), (0, 5), (16, 21))
    assert found.type == "AGREE"
    assert relate(coder, document, Mentions(), (0, 5), None, force=True).type is not None


def test_relate_without_evidence_answers_only_if_forced(coder: EventCoder) -> None:
    """No event word: null, or the prior with low confidence."""
    document = read("1 Japan Japan PROPN NNP 0 root\n2 India India PROPN NNP 1 dep")
    assert relate(coder, document, Mentions(), (0, 5), (6, 11)).type is None
    forced = relate(coder, document, Mentions(), (0, 5), (6, 11), force=True)
    assert forced.type is not None
    assert forced.confidence <= 0.1


@pytest.mark.parametrize("tree", [trees.OFFICIALS_SAID, trees.ACCORDING])
def test_the_source_after_or_before_the_clause_is_the_speaker(coder: EventCoder, tree: str) -> None:
    """A trailing "X said" and "according to X" attribute as "X said that" does."""
    event = code(coder, tree)
    assert event.attribution is not None
    assert event.attribution.speaker == "Mali"
    assert names(event) == (["Chad"], ["Togo"])


def test_what_is_only_talked_about_is_no_event(coder: EventCoder) -> None:
    """The attack that was discussed is not coded."""
    document = read(trees.DISCUSSED)
    assert "ASSAULT" not in {e.type for e in coder(document, mentions_of(document))}


def test_a_number_is_not_the_party(coder: EventCoder) -> None:
    """Of "dozens of rebels" the rebels act."""
    assert names(code(coder, trees.DOZENS)) == (["rebels"], ["Togo"])


def test_nobody_does_nothing(coder: EventCoder) -> None:
    """The phrase "no rebels" names no party."""
    document = read(trees.NO_REBELS)
    assert coder(document, mentions_of(document)) == ()


def test_a_recipient_may_be_named_by_its_place_but_an_actor_not(coder: EventCoder) -> None:
    """Villages in Togo stand for Togo; the guns of Chad are not an actor."""
    document = read(trees.ARMY_OF)
    assert coder(document, mentions_of(document)) == ()


def test_two_tellings_are_one_event(coder: EventCoder) -> None:
    """The same type and parties twice: one event with both triggers."""
    event = code(coder, trees.TWICE)
    assert [m.text for m in event.mentions] == ["attacked", "attacked"]


def test_a_declared_will_to_attack_is_a_threat(coder: EventCoder) -> None:
    """Future ASSAULT becomes THREATEN."""
    document = read(trees.PLANS)
    events = coder(document, mentions_of(document))
    assert [(e.type, e.aux) for e in events] in ([("THREATEN", ())], [])


def test_an_event_is_dated_by_its_clause_or_by_publication(coder: EventCoder) -> None:
    """No date in the text: the day of publication; no such day: null."""
    dated, undated = code(coder, trees.SIMPLE), code(coder, trees.SIMPLE, published=None)
    assert dated.date is not None
    assert (dated.date.value, dated.date.from_) == ("2024-06-12", "published")
    assert undated.date is None
