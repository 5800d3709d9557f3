"""The PETRARCH unit records: the right PLOVER type where a sentence has codings, silence where it has none.

usage: python benchmarks/petrarch.py --data PETR.UnitTest.records.xml [--errors]

The suite tests patterns, with made-up codes (9xx) and codes of WEIS, the older scheme that its dictionary has
(12 accuse, 22 force): `WEIS` below lists the PLOVER types that a WEIS root may become; records with made-up
codes only are left out. Many records speak of invented countries, which no actor table knows: every name that
the finder leaves without country and sector counts as a state here. A sentence is right when one of its coded
types is among those of its codings.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tidings.codebook import Codebook
from tidings.coding import EventCoder
from tidings.mention import Finder
from tidings.parse import Parser
from tidings.records import Actor, ActorMention, Document, Mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCE = re.compile(r"<Sentence (.*?)>(.*?)</Sentence>", re.DOTALL)
TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
WEIS = {
    "01": "CONCEDE RETREAT", "03": "CONSULT AGREE", "04": "SUPPORT CONSULT", "05": "AGREE",
    "06": "SUPPORT COOPERATE RETREAT AGREE", "07": "AID AGREE", "08": "AGREE SUPPORT", "09": "REQUEST",
    "10": "REQUEST AGREE", "11": "REJECT", "12": "ACCUSE", "13": "ACCUSE", "14": "REJECT", "15": "REQUEST",
    "16": "THREATEN", "17": "THREATEN", "18": "PROTEST MOBILIZE", "19": "REJECT SANCTION ASSAULT",
    "20": "SANCTION COERCE", "21": "COERCE", "22": "ASSAULT",
}  # fmt: skip
CODE = re.compile(r'eventcode\s*=\s*"(\d+)"')


class Case(NamedTuple):
    """One record: its id, text, the types of its codings, and whether it must stay silent."""

    name: str
    text: str
    types: frozenset[str]
    silent: bool


def cases(path: Path) -> Iterator[Case]:
    """Yield the records that can be judged: with a codable coding, or marked as without events."""
    for head, body in SENTENCE.findall(path.read_text(encoding="utf-8", errors="replace")):
        text = TEXT.search(body)
        if text is None:
            continue
        plain = re.sub(r"\s+([.,;:?!'])", r"\1", " ".join(text[1].split()))
        codes = [code for code in CODE.findall(body) if len(code) == len("122")]
        types = frozenset(kind for code in codes for kind in WEIS.get(code[:2], "").split())
        silent = "noevents" in body
        if types or silent:
            yield Case((re.findall(r'id="(.*?)"', head) or [""])[0], plain, types, silent)


def with_names(document: Document, mentions: Mentions) -> Mentions:
    """Return the mentions with every unknown name as a state."""
    covered = {i for m in mentions.actor_mentions for i in range(m.first, m.last + 1)}
    actors = [
        a if a.country or a.sector else msgspec.structs.replace(a, kind="state", sector="GOV")
        for a in mentions.actors
    ]
    extra: list[ActorMention] = []
    for token in document.tokens:
        if token.upos == "PROPN" and token.i not in covered and token.deprel not in {"flat", "compound"}:
            name = f"name:{token.lower}"
            actors.append(Actor(id=name, name=token.text, kind="state", sector="GOV"))
            extra.append(
                ActorMention(
                    actors=(name,),
                    start=token.start,
                    end=token.end,
                    head=token.i,
                    first=token.i,
                    last=token.i,
                    form="name",
                )
            )
    every = sorted([*mentions.actor_mentions, *extra], key=lambda m: m.start)
    return msgspec.structs.replace(mentions, actors=tuple(actors), actor_mentions=tuple(every))


def main() -> None:
    """Read the options, score, print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    parser, finder, coder = Parser.load(), Finder.load(), EventCoder.load(Codebook.load())
    right = coded = silent = kept_silent = 0
    for case in cases(chosen.data):
        document = parser.parse_text(case.text)
        events = coder(document, with_names(document, finder(document)))
        types = {e.type for e in events}
        if case.silent:
            silent += 1
            kept_silent += not types
        else:
            coded += 1
            right += bool(types & case.types)
        if chosen.errors and (types if case.silent else not types & case.types):
            print(case.name, sorted(case.types), [(e.type, e.why) for e in events], "\n    ", case.text)
    print(json.dumps({
        "with_codings": coded, "right_type": right, "share_right": round(right / coded, 4),
        "without": silent, "silent": kept_silent, "share_silent": round(kept_silent / silent, 4),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
