"""Which words of a sentence can be role nouns: by the tags, by what stands beside them, by the verb."""

from __future__ import annotations

from tidings.mention.actors.roles import WORDS, Found, Role
from tidings.records.document import Token

_ACTING = frozenset(["NOUN", "PROPN"])
_NO_ROLE = frozenset(WORDS["no_role"]["words"])
_NOMINAL = frozenset(WORDS["nominal"]["words"])
_COUNTED = frozenset(WORDS["counted"]["verbs"])
_OTHERS = frozenset(WORDS["counted"]["others"])
_COMPARING = frozenset(["more", "fewer", "less", "many"])
_VERBS = frozenset(["VERB", "AUX"])
_ARGUMENTS = frozenset(["nsubj", "nsubj:pass", "obj", "obl:unmarked"])
_NOT_COUNTED = frozenset(["NOUN", "PROPN", "ADJ", "SYM", "NUM"])
_ARGUMENT = ("nsubj", "obj", "iobj", "obl", "nmod")
_NUMBERS = {"two": 2, "both": 2, "three": 3, "2": 2, "3": 3}


def number_of(head: Token) -> int | None:
    """Return the count that a plural description gives ("the two leaders", "both sides")."""
    for child in head.children:
        if child.lower in _NUMBERS:
            return _NUMBERS[child.lower]
    return None


def is_role(tokens: list[Token], role: Found[Role]) -> bool:
    """Whether a role noun that the table has is one where it stands."""
    last = tokens[role.last]
    if role.value.noun in _NO_ROLE:
        return False
    if role.value.noun in _NOMINAL:
        return _is_nominal(tokens, role.first)
    acting = last.upos in _ACTING or (last.upos == "ADJ" and last.deprel.startswith(_ARGUMENT))
    return acting or _stands_before_name(tokens, role.last) or _is_title(tokens, role)


def counted(tokens: list[Token]) -> list[Found[Role]]:
    """Return the bare numbers and "others" that count persons ("killed 12", "five others were hurt")."""
    found = []
    for at, token in enumerate(tokens):
        if token.upos == "NUM" or token.lower in _OTHERS:
            first = _head_of_number(tokens, at)
            if _is_counted(token, tokens[first]) and not _is_followed(tokens, at):
                found.append(Found(first, at, Role(token.lower, "CVL", "group", generic=False)))
    return found


def _head_of_number(tokens: list[Token], at: int) -> int:
    """Return where the head of a number stands: "more" in "more than 40", mostly the number itself."""
    head = tokens[at].head
    compared = head is not None and head.lower in _COMPARING and head.i < tokens[at].i
    return head.i - tokens[0].i if head is not None and compared else at


def _is_followed(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.upos in _NOT_COUNTED and following.lower != "more"


def _is_counted(token: Token, head: Token) -> bool:
    verb = head.head
    return (
        verb is not None
        and head.deprel in _ARGUMENTS
        and verb.upos == "VERB"
        and verb.lemma in _COUNTED
        and not any(child.deprel in ("case", "nmod:unmarked") for child in head.children)
        and (token.entity is None or token.entity.label == "MISC")
        and "%" not in token.text
    )


def _is_nominal(tokens: list[Token], at: int) -> bool:
    """Whether a participle or adjective stands for persons: after a determiner, with no noun after it."""
    before = at - 1 - (at > 1 and tokens[at - 1].upos == "NUM")
    if before < 0 or tokens[before].upos != "DET" or tokens[before].lower in ("a", "an", "no"):
        return tokens[at].upos == "NOUN"
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (
        following.upos in ("NOUN", "PROPN", "ADJ", "NUM") or following.xpos == "HYPH"
    ):
        return False
    return token.deprel not in ("amod", "compound")


def _stands_before_name(tokens: list[Token], last: int) -> bool:
    """Whether a person's name follows: then the word before it is a title, whatever its tag."""
    following = tokens[last + 1].entity if last + 1 < len(tokens) else None
    return following is not None and following.label == "PERSON" and tokens[last].upos not in ("VERB", "AUX")


def _is_title(tokens: list[Token], role: Found[Role]) -> bool:
    """Whether a noun that the tagger missed is a title: "MP", "the attorney general", "chief executive left".

    An adjective before a noun is none, but where that noun is the sentence's root and no verb is there, the
    tagger has taken the verb for a noun.
    """
    last = tokens[role.last]
    if last.text.isupper() and 1 < len(last.text) < 5:
        return True
    if role.last == role.first or last.upos != "ADJ":
        return False
    following = tokens[role.last + 1] if role.last + 1 < len(tokens) else None
    if following is None or following.upos not in ("NOUN", "PROPN"):
        return _is_owned(tokens, role.first) or (following is not None and following.lower == "of")
    return following.deprel == "root" and not any(token.upos in _VERBS for token in tokens)


def _is_owned(tokens: list[Token], first: int) -> bool:
    """Whether a determiner, a possessive or a name stands before the word, as before a noun."""
    before = tokens[first - 1] if first else None
    return before is None or before.upos in ("DET", "PROPN") or before.xpos in ("POS", "PRP$")
