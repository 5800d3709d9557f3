"""Items of daily events under headings that hold next to no political events: sport, culture, science.

Nobody has annotated them; where the frames find nothing either, nothing is what they are taken to tell. They
teach the learned part the many senses that words of conflict and diplomacy have in other trades.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cases import Case, Stages
from gold import Gold, unannotated

SECTIONS: Final = frozenset(
    {"Sport", "Sports", "Arts and culture", "Science and technology", "Science", "Entertainment"}
)


def quiet(data: Path, stages: Stages) -> Iterator[Case]:
    """Yield the cases, all without events, of the items of those sections that no frame codes."""
    for item, document, mentions in stages.read(_items(data)):
        if not stages.coder(document, mentions):
            yield from stages.cases_of(item, document, mentions)


def _items(data: Path) -> Iterator[Gold]:
    for item in unannotated(data):
        if item.section in SECTIONS:
            yield {"id": f"quiet-{item.id}", "date": item.day, "text": item.text, "events": []}
