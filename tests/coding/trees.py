"""Short hand-checked trees for the tests of coding: one event word, "attack", in many settings."""

from __future__ import annotations

SIMPLE = """
1 Chad Chad PROPN NNP 2 nsubj
2 attacked attack VERB VBD 0 root
3 Togo Togo PROPN NNP 2 obj
4 . . PUNCT . 2 punct
"""
NOT = """
1 Chad Chad PROPN NNP 4 nsubj
2 did do AUX VBD 4 aux
3 not not PART RB 4 advmod
4 attack attack VERB VB 0 root
5 Togo Togo PROPN NNP 4 obj
"""
REFUSED = """
1 Chad Chad PROPN NNP 2 nsubj
2 refused refuse VERB VBD 0 root
3 to to PART TO 4 mark
4 attack attack VERB VB 2 xcomp
5 Togo Togo PROPN NNP 4 obj
"""
WITHOUT = """
1 Chad Chad PROPN NNP 2 nsubj
2 left leave VERB VBD 0 root
3 without without SCONJ IN 4 mark
4 attacking attack VERB VBG 2 advcl
5 Togo Togo PROPN NNP 4 obj
"""
WOULD = """
1 Chad Chad PROPN NNP 3 nsubj
2 would would AUX MD 3 aux
3 attack attack VERB VB 0 root
4 Togo Togo PROPN NNP 3 obj
"""
PLANS = """
1 Chad Chad PROPN NNP 2 nsubj
2 plans plan VERB VBZ 0 root
3 to to PART TO 4 mark
4 attack attack VERB VB 2 xcomp
5 Togo Togo PROPN NNP 4 obj
"""
SAID_WOULD = """
1 Chad Chad PROPN NNP 2 nsubj
2 said say VERB VBD 0 root
3 it it PRON PRP 5 nsubj
4 would would AUX MD 5 aux
5 attack attack VERB VB 2 ccomp
6 Togo Togo PROPN NNP 5 obj
"""
IF = """
1 If if SCONJ IN 3 mark
2 Chad Chad PROPN NNP 3 nsubj
3 attacked attack VERB VBD 7 advcl
4 Togo Togo PROPN NNP 3 obj
5 , , PUNCT , 3 punct
6 Mali Mali PROPN NNP 7 nsubj
7 protested protest VERB VBD 0 root
"""
IN_2014 = """
1 In in ADP IN 2 case
2 2014 2014 NUM CD 5 obl
3 , , PUNCT , 2 punct
4 Chad Chad PROPN NNP 5 nsubj
5 attacked attack VERB VBD 0 root
6 Togo Togo PROPN NNP 5 obj
"""
WANTS = """
1 Chad Chad PROPN NNP 2 nsubj
2 wants want VERB VBZ 0 root
3 to to PART TO 4 mark
4 attack attack VERB VB 2 xcomp
5 Togo Togo PROPN NNP 4 obj
"""
QUESTION = """
1 Did do AUX VBD 3 aux
2 Chad Chad PROPN NNP 3 nsubj
3 attack attack VERB VB 0 root
4 Togo Togo PROPN NNP 3 obj
5 ? ? PUNCT . 3 punct
"""
WILL_AND = """
1 Chad Chad PROPN NNP 3 nsubj
2 will will AUX MD 3 aux
3 encircle encircle VERB VB 0 root
4 and and CCONJ CC 5 cc
5 attack attack VERB VB 3 conj
6 Togo Togo PROPN NNP 5 obj
"""
OFFICIALS_SAID = """
1 Chad Chad PROPN NNP 2 nsubj
2 attacked attack VERB VBD 0 root
3 Togo Togo PROPN NNP 2 obj
4 , , PUNCT , 6 punct
5 Mali Mali PROPN NNP 6 nsubj
6 said say VERB VBD 2 parataxis
"""
ACCORDING = """
1 According accord VERB VBG 3 case
2 to to ADP IN 1 fixed
3 Mali Mali PROPN NNP 6 obl
4 , , PUNCT , 3 punct
5 Chad Chad PROPN NNP 6 nsubj
6 attacked attack VERB VBD 0 root
7 Togo Togo PROPN NNP 6 obj
"""
DISCUSSED = """
1 Mali Mali PROPN NNP 2 nsubj
2 discussed discuss VERB VBD 0 root
3 the the DET DT 4 det
4 attack attack NOUN NN 2 obj
5 by by ADP IN 6 case
6 Chad Chad PROPN NNP 4 nmod
7 on on ADP IN 8 case
8 Togo Togo PROPN NNP 4 nmod
"""
DOZENS = """
1 Dozens dozen NOUN NNS 4 nsubj
2 of of ADP IN 3 case
3 rebels rebel NOUN NNS 1 nmod
4 attacked attack VERB VBD 0 root
5 Togo Togo PROPN NNP 4 obj
"""
NO_REBELS = """
1 No no DET DT 2 det
2 rebels rebel NOUN NNS 3 nsubj
3 attacked attack VERB VBD 0 root
4 Togo Togo PROPN NNP 3 obj
"""
ARMY_OF = """
1 The the DET DT 2 det
2 guns gun NOUN NNS 5 nsubj
3 of of ADP IN 4 case
4 Chad Chad PROPN NNP 2 nmod
5 attacked attack VERB VBD 0 root
6 villages village NOUN NNS 5 obj
7 in in ADP IN 8 case
8 Togo Togo PROPN NNP 6 nmod
"""
TWICE = f"{SIMPLE}\n{SIMPLE}"
