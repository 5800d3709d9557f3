"""Names of places that name something else: a road, a sum of money, a disease, a body by its initials."""

from __future__ import annotations

import itertools

from tidings.mention.places.candidates import Candidate, rules
from tidings.mention.places.naming import Naming, position
from tidings.records import Token

_INITIALS = 5  # letters
_GREAT = 5.8  # a town that is known by its initials (NYC)


def is_road(tokens: list[Token]) -> bool:
    """Return whether a name, with the words after it, is that of a street or of a road with a number.

    "Sunny Hills Drive", "Lexington Highway", "County Road 43", "KY 52".
    """
    words = rules().words["road_words"]
    last, sentence = tokens[-1], tokens[0].sentence.tokens
    numbered = any(one.lower in words and other.text.isdigit() for one, other in itertools.pairwise(tokens))
    if numbered or (len(tokens) > 1 and last.lower in words):
        return True
    before = sentence[max(0, position(tokens[0]) - 2) : position(tokens[0])]
    if len(before) > 1 and before[1].lower == "of" and before[0].lower in rules().words["road_places"]:
        return True
    following = sentence[position(last) + 1 : position(last) + 3]
    if following and following[0].text.isdigit():
        return last.text.rstrip(".").isupper() and len(last.text) <= _INITIALS
    ends = [token.text[0].isupper() and token.lower in words for token in following]
    return any(ends[:1]) or (any(ends) and following[0].upos == "PROPN")


def is_other_thing(naming: Naming) -> bool:
    """Return whether the words around a name make it a sum ("US$ 5") or a disease ("West Nile virus")."""
    last, sentence = naming.tokens[-1], naming.tokens[0].sentence.tokens
    at = position(naming.tokens[0])
    if at and sentence[at - 1].text == "$":
        return True
    following = sentence[position(last) + 1 : position(last) + 4]
    if following and following[0].text[0] in "$€£":
        return True
    words = rules().words["disease_words"]
    return any(token.lower in words for token in following[:1]) or (
        len(following) > 1 and following[1].lower in words and following[0].upos in {"ADJ", "NOUN"}
    )


def without_initials(naming: Naming) -> list[Candidate]:
    """Return the meanings of a name without small towns where it is the initials of a body ("UN", "FAO")."""
    letters = naming.text.replace(".", "")
    shouted = (
        sum(token.text.isupper() for token in naming.tokens[0].sentence.tokens[:12]) > len(naming.tokens) + 2
    )
    if not letters.isupper() or len(letters) > _INITIALS or " " in letters or shouted:
        return naming.candidates
    return [c for c in naming.candidates if c.kind != "city" or c.prior >= _GREAT]
