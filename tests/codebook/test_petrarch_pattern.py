"""Patterns and codes of PETRARCH, one by one."""

from __future__ import annotations

import pytest

from tidings.codebook.petrarch.actor_codes import actor_code
from tidings.codebook.petrarch.actors import iso_day, spellings
from tidings.codebook.petrarch.asked import Pattern
from tidings.codebook.petrarch.choices import MANY, alternatives
from tidings.codebook.petrarch.codes import CodeError, Meaning, meaning
from tidings.codebook.petrarch.pattern import parse as parse_all
from tidings.codebook.petrarch.phrases import PatternError


def parse(text: str) -> Pattern:
    """Return what a pattern asks for where that is said in one way only, or the first of two."""
    return parse_all(text)[0]


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("* TREATY", {"object": ("treaty",)}),
        ("&TROOPS *", {"subject": ("&troops",)}),
        ("* {THE BORDER POST}", {"object": ("border post",)}),
        ("* PEACE_PLAN", {"object": ("peace plan",)}),
        ("* (TO A VOTE)", {"to": ("vote",)}),
        ("* (WITH {NEW WEAPONS}) (IN TOWN)", {"with": ("new weapons",), "in": ("town",)}),
        ("* (FOR)", {"for": "any"}),
        ("* (FROM ^)", {"from": "any"}),
        ("* BETWEEN", {"between": "any"}),
        ("* PEACE PLAN", {"object": ("peace plan",)}),
        ("* (WITH HEAVY GUNS)", {"with": ("heavy guns",)}),
        ("* WITH_ HEAVY GUNS", {"with": ("heavy guns",)}),
        ("* CAMP_", {"object": ("camp",)}),
        ("* ON_TWO_FRONTS", {"on": ("two fronts",)}),
        ("* A HILL HELD_BY REBELS", {"object": ("hill held",), "by": ("rebels",)}),
        ("*_IN_REVENGE", {"in": ("revenge",)}),
        ("VERBALLY_*", {"sentence": ("verbally",)}),
        ("HAS * THE BRIDGE", {"object": ("bridge",)}),
        ("* &KIN TIES", {"object": ("&kin ties",)}),
        ("OPENLY * LEADER", {"sentence": ("openly",), "object": ("leader",)}),
        ("** FIRE ON +", {"object": ("fire",), "on": "actor"}),
    ],
)
def test_phrases_become_conditions_on_slots(text: str, needs: dict[str, object]) -> None:
    assert parse(text).needs == needs


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "needs"),
    [
        ("$ * +", "subject", "object", {"object": "actor"}),
        ("$ * + BARRACKS", "subject", "object", {"object": ("barracks",)}),
        ("* FLOUR TO_ +", None, "to", {"object": ("flour",), "to": "actor"}),
        ("* AT_ + DEPOTS", None, "at", {"at": ("depots",)}),
        ("+ * BLOWS FROM_ $", "from", "subject", {"subject": "actor", "object": ("blows",)}),
        # Passives: what stands before the verb is the object.
        ("+ * (BY $)", "subject", "object", {"object": "actor"}),
        ("+ WAS * BY_ $", "subject", "object", {"object": "actor"}),
        ("+ HAS_BEEN *", None, "object", {"object": "actor"}),
        ("+ WERE * $", "subject", "object", {"object": "actor"}),
        ("+ *", None, "object", {"object": "actor"}),
        ("+ * FROM_ $", "from", "object", {"object": "actor"}),
        ("BARRACKS WERE *", None, "object", {"object": ("barracks",)}),
        ("+ WAS * A TROPHY BY_ $", "subject", "indirect", {"indirect": "actor", "object": ("trophy",)}),
        (
            "+ WAS * BY_ $ SYMPATHISERS",
            "subject",
            "object",
            {"object": "actor", "subject": ("sympathisers",)},
        ),
    ],
)
def test_marks_say_where_source_and_target_stand(
    text: str, actor: str | None, recipient: str | None, needs: dict[str, object]
) -> None:
    pattern = parse(text)
    assert (pattern.actor, pattern.recipient, pattern.needs) == (actor, recipient, needs)


@pytest.mark.parametrize("text", ["% *", "* WITH %", "* A FEUD BETWEEN_ %"])
def test_a_mark_for_both_makes_the_pattern_reciprocal(text: str) -> None:
    assert parse(text).both


def test_by_and_a_noun_is_said_of_active_and_of_passive_verbs() -> None:
    active, passive = parse_all("* (BY {ARMED BARGES})")
    assert (active.needs, passive.needs) == ({"by": ("armed barges",)}, {"subject": ("armed barges",)})


@pytest.mark.parametrize("text", ["* OFF TALKS", "*_OFF_ TALKS", "* (OFF TALKS)"])
def test_a_particle_belongs_to_the_verb(text: str) -> None:
    pattern = parse(text)
    assert (pattern.particle, pattern.needs) == ("off", {"object": ("talks",)})


def test_alternative_prepositions_are_two_patterns() -> None:
    assert alternatives("* (BY/WITH STONES)") == ["* (BY STONES)", "* (WITH STONES)"]
    assert alternatives("* A/B") == ["* A/B"]


def test_to_and_a_word_may_be_a_clause() -> None:
    phrase, clause = parse_all("* TO_ RETREAT")
    assert (phrase.needs, clause.needs) == ({"to": ("retreat",)}, {"clause": ("retreat",)})
    assert len(parse_all("* TO_ +")) == len(parse_all("* (TO &TOWN)")) == 1


def test_choices_in_braces_are_written_out() -> None:
    assert alternatives("{ A | B } * { ON_ | C D } +") == [
        f"{before} * {after} +" for before in ("A", "B") for after in ("ON_", "C D")
    ]
    assert alternatives("* {A B}") == ["* {A B}"]
    assert len(alternatives("{ A | B }" * 20)) <= MANY


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("TREATY", "without one place for the verb"),
        ("* A * B", "without one place for the verb"),
        ("* (WITH STONES", "brackets"),
        ("* STONES)", "brackets"),
        ("* {NEW STONES", "brackets"),
        ("* (STONES WITH)", "brackets without a preposition"),
        ("* ()", "brackets without a preposition"),
        ("(OF TOWN) *", "before the verb"),
        ("* STONES {RED BRICKS}", "two phrases in one place"),
        ("* RED BRICKS AND STONES", "many words"),
        ("* (WITH STONES) (WITH BRICKS)", "two phrases in one place"),
        ("* (WITH STONES {RED BRICKS})", "several noun phrases"),
        ("* OPENLY SECRETLY", "two phrases in one place"),
        ("* IF", "a clause"),
        ("* STONES OFF", "a particle away"),
        ("* STONES WHEN", "a clause"),
        ("WILL * BRIDGES", "negation, future or report"),
        ("WILL_NOT *", "negation, future or report"),
        ("SAID * BRIDGES", "negation, future or report"),
        ("KEEN TO_ *", "before the verb"),
        ("WAS *", "a passive"),
        ("* (BY)", "a passive"),
        ("* BY_ +", "the target after"),
        ("+ * BLOWS", "the target as subject"),
        ("* + HOUSES $", "source and target in one place"),
        ("* @list", "a mark"),
    ],
)
def test_what_has_no_counterpart_has_a_reason(text: str, reason: str) -> None:
    with pytest.raises(PatternError) as error:
        parse(text)
    assert reason in error.value.reason


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("190", Meaning("ASSAULT", None)),
        ("153", Meaning("MOBILIZE", "police")),
        ("040:040", Meaning("CONSULT", None, reciprocal=True)),
        ("042:043", Meaning("CONSULT", "visit")),
        (":112", Meaning("ACCUSE", "allege", reverse=True)),
        ("175:145", Meaning("ASSAULT", "crowd-control", other="145")),
        ("---", None),
    ],
)
def test_codes_become_type_and_mode(code: str, found: Meaning | None) -> None:
    assert meaning(code) == found


@pytest.mark.parametrize("code", ["", "010", "0214", "99", "19x", "190:190:190", "1"])
def test_codes_without_a_type_have_a_reason(code: str) -> None:
    with pytest.raises(CodeError):
        meaning(code)


@pytest.mark.parametrize(
    ("code", "country", "sectors", "unknown"),
    [
        ("CHLGOV", "CHL", ("GOV",), ()),
        ("TCDREB", "TCD", ("REB",), ()),
        ("TCDINSSEP", "TCD", ("REB",), ()),
        ("CHLMED", "CHL", ("JRN",), ()),
        ("IGOUNO", "UNO", (), ()),
        ("WSBCVLQQQ", "PSE", ("CVL",), ("QQQ",)),
        ("QQQ", None, (), ("QQQ",)),
    ],
)
def test_actor_codes_become_country_and_sectors(
    code: str, country: str | None, sectors: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    found = actor_code(code, {"CHL", "TCD", "PSE"})
    assert found is not None
    assert (found.country, found.sectors, found.unknown) == (country, sectors, unknown)


def test_a_code_of_other_length_is_none() -> None:
    assert actor_code("CHLG", {"CHL"}) is None
    assert actor_code("chl", {"CHL"}) is None


def test_days_are_of_this_century_up_to_30() -> None:
    assert iso_day("780427") == "1978-04-27"
    assert iso_day("300101") == "2030-01-01"
    assert iso_day("19010203") == "1901-02-03"
    assert iso_day("19970000") == "1997"
    assert iso_day("970500") == "1997-05"
    for wrong in ("990231", "99", "199702290", "19990229"):
        with pytest.raises(ValueError, match=r".*"):
            iso_day(wrong)


def test_names_are_written_as_names_are() -> None:
    assert spellings("FRONT_OF_THE_LAKES_") == ["Front of the Lakes"]
    assert spellings("ANNE-MARIE_O'DELL") == ["Anne-Marie O'Dell"]
    assert spellings("LBF") == ["LBF", "Lbf"]
    assert spellings("_") == []
