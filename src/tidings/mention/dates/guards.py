"""What looks like a time but is none: modal "may", "the Sunday Times", "1984 people", "Theresa May"."""

from __future__ import annotations

from tidings.mention.dates import words as vocabulary
from tidings.mention.dates.grammar import Found
from tidings.records import Sentence, Token

_BARE = {"month", "weekday", "frequency", "season", "deictic", "holiday"}


def is_time(found: Found, tokens: list[Token], sentence: Sentence) -> bool:
    """Return whether the match is a time in its sentence."""
    if _cuts_word(found, tokens):
        return False
    if found.pattern.id in _BARE and _in_name(found, tokens):
        return False
    return _fits(found, tokens, sentence)


def _fits(found: Found, tokens: list[Token], sentence: Sentence) -> bool:
    """Return whether the words around a match let it be what its pattern says."""
    match found.pattern.id:
        case "month":
            return _is_month(tokens)
        case "year":
            return _is_year(found, tokens, sentence)
        case "decade":
            return _before(tokens, sentence) not in vocabulary.load().tables["possessives"]["words"]
        case "frequency":
            return tokens[0].xpos in {"RB", "JJ"}
        case _:
            return not (_is_this_day(found) and _before(tokens, sentence) == "to")


def _is_this_day(found: Found) -> bool:
    """Tell whether it is "this day", which after "to" means that something still is so."""
    return found.groups.get("unit") == "day" and "this" in found.groups.get("relative", "")


def _before(tokens: list[Token], sentence: Sentence) -> str:
    position = tokens[0].i - sentence.tokens[0].i
    return sentence.tokens[position - 1].lower if position else ""


def _cuts_word(found: Found, tokens: list[Token]) -> bool:
    return tokens[0].start < found.start and tokens[0].text[found.start - tokens[0].start - 1].isalnum()


def _in_name(found: Found, tokens: list[Token]) -> bool:
    """Tell whether a month or weekday is part of a longer name of a person or body."""
    names = [token.entity for token in tokens if token.entity is not None]
    longer = [name for name in names if name.start < found.start or name.end > found.end]
    return any(name.label in {"ORG", "MISC"} for name in longer) or any(
        name.label == "PERSON" for name in names
    )


def _is_month(tokens: list[Token]) -> bool:
    head = tokens[-1] if tokens[-1].text != "." else tokens[-2 if len(tokens) > 1 else -1]
    return head.upos not in {"AUX", "VERB"} and head.xpos not in {"MD", "VB", "VBP"}


def _is_year(found: Found, tokens: list[Token], sentence: Sentence) -> bool:
    """Tell whether a number of four digits is a year: after a cue, in brackets, where it counts nothing."""
    if found.groups.keys() - {"year"} or found.end - found.start > 4:
        return True
    position = tokens[0].i - sentence.tokens[0].i
    before = _before(tokens, sentence)
    after = next((t.lower for t in sentence.tokens[position + 1 :]), "")
    if before in {"$", "£", "€", "#", "no.", "+", "about", "nearly", "over"} or after in {"%", "per", "+"}:
        return False
    if before.rstrip(".") in vocabulary.load().tables["numbered"]["words"]:
        return False
    if after in vocabulary.load().tables["counted"]["nouns"]:
        return False
    year = int(found.groups["year"])
    if before in vocabulary.load().tables["year_cues"]["before"] or before in {"(", "[", ",", "–", "-", "/"}:
        return True
    return 1850 <= year <= 2060
