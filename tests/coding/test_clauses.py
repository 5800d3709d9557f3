"""Deep-syntactic slots from hand-written trees: whoever does it is `subject`, in every construction."""

from __future__ import annotations

import pytest
from conllu import read

from tidings.codebook import Codebook
from tidings.codebook.frames import Pos
from tidings.coding.clauses import Clauses

PASSIVE = """
1 Three three NUM CD 2 nummod
2 men man NOUN NNS 4 nsubj:pass
3 were be AUX VBD 4 aux:pass
4 arrested arrest VERB VBN 0 root
5 by by ADP IN 6 case
6 police police NOUN NNS 4 obl:agent
"""
RELATIVE = """
1 rebels rebel NOUN NNS 0 root
2 who who PRON WP 3 nsubj
3 attacked attack VERB VBD 1 acl:relcl
4 Goma Goma PROPN NNP 3 obj
"""
OBJECT_RELATIVE = """
1 envoys envoy NOUN NNS 0 root
2 that that PRON WDT 4 obj
3 Chad Chad PROPN NNP 4 nsubj
4 expelled expel VERB VBD 1 acl:relcl
"""
BARE_RELATIVE = """
1 envoys envoy NOUN NNS 0 root
2 Chad Chad PROPN NNP 3 nsubj
3 expelled expel VERB VBD 1 acl:relcl
"""
PARTICIPLE = """
1 activists activist NOUN NNS 0 root
2 detained detain VERB VBN 1 acl
3 by by ADP IN 4 case
4 soldiers soldier NOUN NNS 2 obl
"""
SUBJECT_CONTROL = """
1 Chad Chad PROPN NNP 2 nsubj
2 agreed agree VERB VBD 0 root
3 to to PART TO 4 mark
4 visit visit VERB VB 2 xcomp
5 Togo Togo PROPN NNP 4 obj
"""
OBJECT_CONTROL = """
1 Chad Chad PROPN NNP 2 nsubj
2 urged urge VERB VBD 0 root
3 Togo Togo PROPN NNP 2 obj
4 to to PART TO 5 mark
5 free free VERB VB 2 xcomp
6 him he PRON PRP 5 obj
"""
RAISING = """
1 Togo Togo PROPN NNP 3 nsubj:pass
2 is be AUX VBZ 3 aux:pass
3 expected expect VERB VBN 0 root
4 to to PART TO 5 mark
5 sign sign VERB VB 3 xcomp
"""
COORDINATED = """
1 Police police NOUN NNS 2 nsubj
2 arrested arrest VERB VBD 0 root
3 and and CCONJ CC 4 cc
4 charged charge VERB VBD 2 conj
5 students student NOUN NNS 4 obj
"""
GERUND = """
1 Chad Chad PROPN NNP 2 nsubj
2 accused accuse VERB VBD 0 root
3 rebels rebel NOUN NNS 2 obj
4 of of SCONJ IN 5 mark
5 killing kill VERB VBG 2 advcl
6 villagers villager NOUN NNS 5 obj
"""
DECISION = """
1 Chad Chad PROPN NNP 3 nmod:poss
2 's 's PART POS 1 case
3 decision decision NOUN NN 0 root
4 to to PART TO 5 mark
5 expel expel VERB VB 3 acl
6 diplomats diplomat NOUN NNS 5 obj
"""
PASSIVE_LIGHT = """
1 Sanctions sanction NOUN NNS 3 nsubj:pass
2 were be AUX VBD 3 aux:pass
3 imposed impose VERB VBN 0 root
4 on on ADP IN 5 case
5 Chad Chad PROPN NNP 3 obl
6 by by ADP IN 7 case
7 Togo Togo PROPN NNP 3 obl:agent
"""
SERIES = """
1 Chad Chad PROPN NNP 2 nsubj
2 held hold VERB VBD 0 root
3 a a DET DT 4 det
4 series series NOUN NN 2 obj
5 of of ADP IN 6 case
6 talks talk NOUN NNS 4 nmod
7 with with ADP IN 8 case
8 Togo Togo PROPN NNP 4 nmod
"""
POSSESSOR = """
1 Chad Chad PROPN NNP 3 nmod:poss
2 's 's PART POS 1 case
3 attack attack NOUN NN 0 root
4 on on ADP IN 5 case
5 Togo Togo PROPN NNP 3 nmod
"""
COPULA = """
1 Chad Chad PROPN NNP 3 nsubj
2 is be AUX VBZ 3 cop
3 critical critical ADJ JJ 0 root
4 of of ADP IN 5 case
5 Togo Togo PROPN NNP 3 obl
"""
ADVERBIAL = """
1 Rebels rebel NOUN NNS 2 nsubj
2 shelled shell VERB VBD 0 root
3 Goma Goma PROPN NNP 2 obj
4 killing kill VERB VBG 2 advcl
5 soldiers soldier NOUN NNS 4 obj
"""


@pytest.mark.parametrize(
    ("tree", "word", "pos", "slots"),
    [
        (PASSIVE, "arrested", "verb", {"subject": ["police"], "object": ["men"]}),
        (RELATIVE, "attacked", "verb", {"subject": ["rebels"], "object": ["Goma"]}),
        (OBJECT_RELATIVE, "expelled", "verb", {"subject": ["Chad"], "object": ["envoys"]}),
        (BARE_RELATIVE, "expelled", "verb", {"subject": ["Chad"], "object": ["envoys"]}),
        (PARTICIPLE, "detained", "verb", {"subject": ["soldiers"], "object": ["activists"]}),
        (SUBJECT_CONTROL, "visit", "verb", {"subject": ["Chad"], "object": ["Togo"]}),
        (OBJECT_CONTROL, "free", "verb", {"subject": ["Togo"], "object": ["him"]}),
        (OBJECT_CONTROL, "urged", "verb", {"subject": ["Chad"], "clause": ["free"], "infinitive": ["free"]}),
        (RAISING, "sign", "verb", {"subject": ["Togo"], "object": []}),
        (COORDINATED, "arrested", "verb", {"subject": ["Police"], "object": ["students"]}),
        (COORDINATED, "charged", "verb", {"subject": ["Police"], "object": ["students"]}),
        (GERUND, "killing", "verb", {"subject": ["rebels"], "object": ["villagers"]}),
        (
            GERUND,
            "accused",
            "verb",
            {"clause": ["killing"], "gerund": ["killing"], "clause_object": ["villagers"]},
        ),
        (DECISION, "expel", "verb", {"subject": ["Chad"], "object": ["diplomats"]}),
        (PASSIVE_LIGHT, "Sanctions", "noun", {"subject": ["Togo"], "on": ["Chad"]}),
        (SERIES, "talks", "noun", {"subject": ["Chad"], "with": ["Togo"]}),
        (POSSESSOR, "attack", "noun", {"possessor": ["Chad"], "on": ["Togo"]}),
        (COPULA, "critical", "adjective", {"subject": ["Chad"], "of": ["Togo"]}),
        (ADVERBIAL, "killing", "verb", {"subject": ["Rebels"], "object": ["soldiers"]}),
    ],
)
def test_deep_slots(tree: str, word: str, pos: Pos, slots: dict[str, list[str]]) -> None:
    """The same slots whatever the surface."""
    document = read(tree)
    clauses = Clauses(document, Codebook.load())
    token = next(t for t in document.tokens if t.text == word)
    predicate = clauses.predicate(token, pos)
    assert {slot: [t.text for t in clauses.fillers(predicate, slot)] for slot in slots} == slots
