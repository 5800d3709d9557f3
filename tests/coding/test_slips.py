"""Slips of the parser that a full sentence allows to undo, and words that coordinated verbs share."""

from __future__ import annotations

import pytest
from conllu import read

from tidings.codebook import Codebook
from tidings.codebook.frames import Pos
from tidings.coding.clauses import Clauses

VERB_AS_MODIFIER = """
1 Oman Oman PROPN NNP 3 compound
2 hosted host VERB VBN 3 amod
3 talks talk NOUN NNS 0 root
4 with with ADP IN 5 case
5 Chad Chad PROPN NNP 3 nmod
6 . . PUNCT . 3 punct
"""
REAL_MODIFIER = """
1 Oman Oman PROPN NNP 3 compound
2 scheduled schedule VERB VBN 3 amod
3 talks talk NOUN NNS 4 nsubj
4 failed fail VERB VBD 0 root
5 . . PUNCT . 4 punct
"""
SUBJECT_ON_OBJECT = """
1 Chad Chad PROPN NNP 3 compound
2 opened open VERB VBN 0 root
3 talks talk NOUN NNS 2 obj
4 . . PUNCT . 2 punct
"""
VERB_AS_NOUN = """
1 Border border NOUN NN 2 compound
2 police police NOUN NN 3 compound
3 arrest arrest NOUN NN 0 root
4 Ana Ana PROPN NNP 3 appos
5 Lopez Lopez PROPN NNP 4 flat
"""
LIST_AS_ROOT = """
1 Unions union NOUN NNS 0 root
2 and and CCONJ CC 3 cc
3 students student NOUN NNS 1 conj
4 criticised criticise VERB VBN 3 acl
5 Togo Togo PROPN NNP 4 obj
6 . . PUNCT . 1 punct
"""
ADDRESS = """
1 US US PROPN NNP 5 vocative
2 , , PUNCT , 1 punct
3 Australian Australian ADJ JJ 4 amod
4 forces force NOUN NNS 5 nsubj
5 attack attack VERB VBP 0 root
6 Goma Goma PROPN NNP 5 obj
"""
ONLY_INDIRECT = """
1 Chad Chad PROPN NNP 2 nsubj
2 asked ask VERB VBD 0 root
3 Togo Togo PROPN NNP 2 iobj
4 for for ADP IN 5 case
5 help help NOUN NN 2 obl
"""
BEFORE_NUMBER = """
1 Chad Chad PROPN NNP 2 nsubj
2 lent lend VERB VBD 0 root
3 Togo Togo PROPN NNP 6 compound
4 ten ten NUM CD 5 compound
5 million million NUM CD 6 nummod
6 dollars dollar NOUN NNS 2 obj
"""
AT_LEAST = """
1 Rebels rebel NOUN NNS 2 nsubj
2 killed kill VERB VBD 0 root
3 at at ADP IN 4 case
4 least least ADJ JJS 5 nmod
5 ten ten NUM CD 6 nummod
6 people people NOUN NNS 2 obl
"""
SHARED_AGENT = """
1 Three three NUM CD 2 nummod
2 people people NOUN NNS 4 nsubj:pass
3 were be AUX VBD 4 aux:pass
4 killed kill VERB VBN 0 root
5 and and CCONJ CC 7 cc
6 seven seven NUM CD 7 nsubj:pass
7 wounded wound VERB VBN 4 conj
8 by by ADP IN 9 case
9 rebels rebel NOUN NNS 7 obl:agent
"""
OWN_DEED = """
1 Three three NUM CD 2 nummod
2 men man NOUN NNS 4 nsubj:pass
3 were be AUX VBD 4 aux:pass
4 freed free VERB VBN 0 root
5 and and CCONJ CC 8 cc
6 a a DET DT 7 det
7 guard guard NOUN NN 8 nsubj:pass
8 held hold VERB VBN 4 conj
9 by by ADP IN 10 case
10 rebels rebel NOUN NNS 8 obl:agent
"""
ARMED_BY = """
1 rebels rebel NOUN NNS 3 nsubj
2 are be AUX VBP 3 cop
3 armed armed ADJ JJ 0 root
4 and and CCONJ CC 5 cc
5 trained train VERB VBN 3 conj
6 by by ADP IN 7 case
7 Chad Chad PROPN NNP 3 obl
"""


@pytest.mark.parametrize(
    ("tree", "word", "pos", "slots"),
    [
        (VERB_AS_MODIFIER, "hosted", "verb", {"subject": ["Oman"], "object": ["talks"], "with": ["Chad"]}),
        (VERB_AS_MODIFIER, "talks", "noun", {"subject": ["Oman"], "possessor": [], "with": ["Chad"]}),
        (REAL_MODIFIER, "talks", "noun", {"possessor": ["Oman", "scheduled"]}),
        (SUBJECT_ON_OBJECT, "opened", "verb", {"subject": ["Chad"], "object": ["talks"]}),
        (VERB_AS_NOUN, "arrest", "verb", {"subject": ["police"], "object": ["Ana"]}),
        (LIST_AS_ROOT, "criticised", "verb", {"subject": ["Unions"], "object": ["Togo"]}),
        (ADDRESS, "attack", "verb", {"subject": ["US", "forces"], "object": ["Goma"]}),
        (ONLY_INDIRECT, "asked", "verb", {"object": ["Togo"], "for": ["help"]}),
        (BEFORE_NUMBER, "lent", "verb", {"object": ["dollars"], "indirect": ["Togo"]}),
        (AT_LEAST, "killed", "verb", {"subject": ["Rebels"], "object": ["people"]}),
        (SHARED_AGENT, "killed", "verb", {"subject": ["rebels"], "object": ["people"]}),
        (SHARED_AGENT, "wounded", "verb", {"subject": ["rebels"], "object": ["seven"]}),
        (OWN_DEED, "freed", "verb", {"subject": [], "object": ["men"]}),
        (ARMED_BY, "armed", "verb", {"subject": ["Chad"], "object": ["rebels"]}),
        (ARMED_BY, "trained", "verb", {"subject": ["Chad"], "object": ["rebels"]}),
    ],
)
def test_slots_in_spite_of_the_slip(tree: str, word: str, pos: Pos, slots: dict[str, list[str]]) -> None:
    """The slots that the sentence means, whatever the parser made of it."""
    document = read(tree)
    clauses = Clauses(document, Codebook.load())
    token = next(t for t in document.tokens if t.text == word)
    predicate = clauses.predicate(token, pos)
    assert {slot: [t.text for t in clauses.fillers(predicate, slot)] for slot in slots} == slots
