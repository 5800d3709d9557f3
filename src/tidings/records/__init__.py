"""What passes between the stages: typed, immutable records, one module each.

The records of a finished article (`Article` and all below it) are the JSON contract, schema
``tidings/1``. `Page`, `Reading`, `Document` and `Mentions` pass between stages and are not written out.
All offsets are character offsets into `Article.text`, end exclusive.
"""

from tidings.records.actor import Actor, ActorMention
from tidings.records.article import Article, Block, BlockKind, MadeBy, Published, Source, Span
from tidings.records.date import Date
from tidings.records.document import Document, Entity, Sentence, Token
from tidings.records.event import Attribution, Event, EventDate, Party
from tidings.records.mentions import Mentions
from tidings.records.page import Page
from tidings.records.place import Place
from tidings.records.quote import Quote
from tidings.records.reading import Reading

__all__ = [
    "Actor",
    "ActorMention",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Date",
    "Document",
    "Entity",
    "Event",
    "EventDate",
    "MadeBy",
    "Mentions",
    "Page",
    "Party",
    "Place",
    "Published",
    "Quote",
    "Reading",
    "Sentence",
    "Source",
    "Span",
    "Token",
]
