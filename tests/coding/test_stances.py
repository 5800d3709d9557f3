"""What stands around a predicate: modal verbs, denials, the speaker and whom he addresses."""

from __future__ import annotations

import pytest
from coded import events, parties
from conllu import read

from tidings.codebook import Codebook
from tidings.codebook.frames import Pos
from tidings.coding.clauses import Clauses

TOLD = """
1 Malta Malta PROPN NNP 4 nsubj
2 will will AUX MD 4 aux
3 not not PART RB 4 advmod
4 sign sign VERB VB 7 ccomp
5 , , PUNCT , 4 punct
6 Borg Borg PROPN NNP 7 nsubj
7 told tell VERB VBD 0 root
8 Chad Chad PROPN NNP 7 iobj
"""
CONDITION = """
1 If if SCONJ IN 5 mark
2 Malta Malta PROPN NNP 5 nsubj
3 will will AUX MD 5 aux
4 not not PART RB 5 advmod
5 sign sign VERB VB 7 advcl
6 Chad Chad PROPN NNP 7 nsubj
7 leaves leave VERB VBZ 0 root
"""
NO_LONGER = """
1 Malta Malta PROPN NNP 4 nsubj
2 no no ADV RB 3 advmod
3 longer long ADV RBR 4 advmod
4 recognises recognise VERB VBZ 0 root
5 Chad Chad PROPN NNP 4 obj
"""
THERE = """
1 There there PRON EX 3 expl
2 will will AUX MD 3 aux
3 be be VERB VB 8 ccomp
4 no no DET DT 5 det
5 talks talk NOUN NNS 3 nsubj
6 , , PUNCT , 8 punct
7 Borg Borg PROPN NNP 8 nsubj
8 said say VERB VBD 0 root
"""


@pytest.mark.parametrize(
    ("tree", "word", "pos", "slot", "expected"),
    [
        (TOLD, "sign", "verb", "modal", ["will"]),
        (TOLD, "sign", "verb", "negation", ["not"]),
        (TOLD, "sign", "verb", "speaker", ["Borg"]),
        (TOLD, "sign", "verb", "addressee", ["Chad"]),
        (TOLD, "sign", "verb", "passive", []),
        (TOLD, "told", "verb", "clause_negation", ["not"]),
        (CONDITION, "sign", "verb", "modal", []),
        (NO_LONGER, "recognises", "verb", "negation", ["longer"]),
        (THERE, "talks", "noun", "modal", ["will"]),
        (THERE, "talks", "noun", "negation", ["no"]),
        (THERE, "talks", "noun", "speaker", ["Borg"]),
    ],
)
def test_slot_holds(tree: str, word: str, pos: Pos, slot: str, expected: list[str]) -> None:
    """The slot of the word holds these tokens."""
    document = read(tree)
    clauses = Clauses(document, Codebook.load())
    token = next(t for t in document.tokens if t.text == word)
    found = clauses.fillers(clauses.predicate(token, pos), slot)
    assert [t.text for t in found] == expected


def test_refusal_spends_its_own_modality() -> None:
    """A refusal told by "will not" is neither future nor negated."""
    found = events("Tonga will not hand over the fugitive to Canberra.")
    assert [(e.type, e.aux) for e in found] == [("REJECT", ())]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        # an official of no named country speaks for the state of which he speaks
        (
            "Denmark will free no one, the interior minister wrote to Ankara.",
            ["interior minister"],
            ["Ankara"],
        ),
        # and so does somebody who is said to be one of those of whom he speaks
        ("Kenya's dockers will not be bullied by Uganda, their leader said.", ["leader"], ["Uganda"]),
        # a journalist is told, but not refused
        ("Norway will not pay for the fence, the finance minister told reporters.", ["finance minister"], []),
    ],
)
def test_speaker_refuses_whom_he_addresses(text: str, actor: list[str], recipient: list[str]) -> None:
    """Who says that it will not be done is the actor, and to whom he says so the recipient."""
    assert parties(text, "REJECT") == [(actor, recipient)]
