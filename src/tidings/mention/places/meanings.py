"""What a name in its sentence may mean: a county, a division, a place, with or without a kind's word."""

from __future__ import annotations

from tidings.mention.places.candidates import Candidate, rules
from tidings.mention.places.counties import COUNTY_WORDS
from tidings.mention.places.gazetteer import Gazetteer
from tidings.mention.places.names import fold
from tidings.mention.places.naming import Naming, next_word, position


def meanings(naming: Naming, gazetteer: Gazetteer) -> list[Candidate]:  # noqa: PLR0911 -- one for each way
    """Look a tagged place up: as it stands, as a division, without leading words, without a site's word."""
    text, words = naming.text, rules().words
    if found := _counties(naming, gazetteer):
        return found
    last, following = naming.tokens[-1].lower, next_word(naming)
    if last in words["division_words"] and (found := gazetteer.lookup(text)):
        return found
    if last in words["division_words"] or following in words["division_words"] or _of_division(naming):
        bare = text.rsplit(None, 1)[0] if last in words["division_words"] else text
        if found := gazetteer.division(bare):
            return found
    if found := gazetteer.lookup(text):
        return found
    parts = text.replace("-", " ").split()
    while len(parts) > 1 and (
        parts[0].lower() in words["leading"] or " ".join(parts[:2]).lower() in words["leading"]
    ):
        parts = parts[1:] if parts[1].lower() != "of" else parts[2:]
        if fold(" ".join(parts)) in words["never"]:
            return []  # "City Hall"
        if found := gazetteer.lookup(" ".join(parts)):
            return found
    if len(parts) > 1 and parts[-1].lower() in words["site_words"] | words["division_words"]:
        found = gazetteer.lookup(" ".join(parts[:-1]))
        # A river or an island is not where the town of its name is.
        return [c for c in found if c.kind != "city" or parts[-1].lower() not in words["natural_words"]]
    return []


def _counties(naming: Naming, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the American counties of "Scott County" or of "Barrow, Jackson and Madison counties"."""
    if naming.tokens[-1].lower in COUNTY_WORDS:
        return gazetteer.counties(naming.text)
    following = naming.tokens[-1].sentence.tokens[position(naming.tokens[-1]) + 1 :][:12]
    for token in following:
        if token.lower == "counties":
            # "Indiana counties" are those of the state.
            return (
                []
                if _is_state(naming, gazetteer) and token is following[0]
                else _named_county(naming, gazetteer)
            )
        if token.upos != "PROPN" and token.text not in {",", "and", "or", "&"}:
            break
    if following and following[0].lower in {"county", "parish"}:
        return gazetteer.counties(f"{naming.text} {following[0].text}")
    return []


def _is_state(naming: Naming, gazetteer: Gazetteer) -> bool:
    return any(c.kind == "division" and c.country == "USA" for c in gazetteer.lookup(naming.text))


def _named_county(naming: Naming, gazetteer: Gazetteer) -> list[Candidate]:
    return gazetteer.counties(naming.text + " County")


def _of_division(naming: Naming) -> bool:
    """Return whether "the state of" or "the province of" stands before."""
    before = naming.tokens[0].sentence.tokens[: position(naming.tokens[0])][-2:]
    return len(before) == 2 and before[1].lower == "of" and before[0].lower in rules().words["division_words"]
