"""An article in a notebook: every event with its evidence marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tidings.records import Party, Span
from tidings.records.html import evidence, pieces

if TYPE_CHECKING:
    from tidings.records import Article


def test_trigger_and_parties_are_marked(article: Article) -> None:
    shown = article._repr_html_()
    assert '"trigger">met</mark>' in shown
    assert '"actor">Iceland</mark>' in shown


def test_pieces_are_the_sentence(article: Article) -> None:
    event = article.events[0]
    assert "".join(text for text, _ in pieces(event)) == event.sentence.text


def test_markup_of_the_page_stays_text(article: Article) -> None:
    title = msgspec.structs.replace(article, title="<script>alert(1)</script>")
    assert "<script>" not in title._repr_html_()


def test_overlapping_evidence_is_marked_once(article: Article) -> None:
    """A nominal trigger may stand inside the phrase that names a party."""
    event = article.events[0]
    wide = Party(actor="NOR", start=event.sentence.start, end=event.sentence.end, text=event.sentence.text)
    marked = evidence(msgspec.structs.replace(event, actor=(wide,)))
    assert [span.role for span in marked] == ["trigger"]


def test_party_outside_the_sentence_is_not_marked(article: Article) -> None:
    event = msgspec.structs.replace(article.events[0], sentence=Span(start=40, end=44, text="xxxx"))
    assert evidence(event) == []
