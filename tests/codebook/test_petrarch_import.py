"""Whole dictionaries of PETRARCH, read from files and written as a codebook and tables."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings.codebook import Codebook
from tidings.codebook.petrarch import Dictionaries, Imported, convert
from tidings.codebook.petrarch.toml import assignments
from tidings.errors import UsageError
from tidings.mention.actors.own import read_own

COUNTRIES = frozenset({"CHL", "TCD"})
VERBS = """
# Our own.
<!-- over
two lines -->
&OUTPOST
+OUTPOST
+BORDER_POST
+CHECKPOINT_

--- STORM [190] ---
STORM
RAID {RAIDS RAIDING RAIDED }  # a note
RUSH [---]
+BREAK_INTO
- * &OUTPOST                 [192]
- * {RADIO STATION}          [192]
- * STAGE                    [---]
- * (IN VOTE)                [010]
- * (BY/WITH ROCKETS)        [194]
- {&OUTPOST GUARD} *         [190]
- * OFF GUARD                [112]
- * IF                       [111]
- * (TO &NOWHERE)            [190]

--- MEET [040:040] ---
MEET
- * (IN PROTEST)             [110:141]

RE_+ARREST [173]
+ANGERED_BY {} [110]
two words
~ a (a b STORM) SAY = a b 015
"""
ACTORS = """
ZARNIA_  [CHL]
LAKE_BASIN_FRONT_ [TCDREBUAF] ; a note
+LBF_
ISIDORO_VALLE_
\t[CHLELI 620101-780427]
\t[CHLGOV 780427-19800430]
\t[CHLOPP 990231]
FOO [XX]
ODD [QQQ]
NONE
"""


def imported(folder: Path, verbs: str = "", actors: str = "", agents: str = "") -> Imported:
    paths: dict[str, list[Path]] = {}
    for kind, text in (("verbs", verbs), ("actors", actors), ("agents", agents)):
        path = folder / f"{kind}.txt"
        path.write_text(text, encoding="utf-8")
        paths[kind] = [path]
    out = folder / "out"
    out.mkdir()
    sectors = {"soldier": "MIL", "congressman": "LEG", "congresswoman": "LEG", "ambassador": "GOV"}
    return convert(Dictionaries(**paths), out, COUNTRIES, sectors.get)


def no_role(_: str) -> None:
    """Know no role noun."""


def reasons(result: Imported) -> dict[int, str]:
    return {item.line.number: item.reason for item in result.report.left_out}


def test_verbs_and_patterns_become_frames(tmp_path: Path) -> None:
    imported(tmp_path, verbs=VERBS)
    book = Codebook.load(tmp_path / "out")
    assert list(book.types) == ["ACCUSE", "ASSAULT", "COERCE", "CONSULT"]
    storm, rockets, agents, too, guards = book.types["ASSAULT"].frames
    assert agents.needs == {"subject": ("rockets",)}
    assert storm.verbs == ("storm", "raid", "break into")
    assert storm.without == {"object": ("stage",), "in": ("vote",)}
    assert storm.recipient[0] == "object"
    assert (rockets.needs, too.needs) == ({"by": ("rockets",)}, {"with": ("rockets",)})
    assert (rockets.mode, rockets.verbs) == ("heavy-weapons", ("storm", "raid", "rush", "break into"))
    assert guards.needs == {"subject": ("outpost guard", "border post guard", "checkpoint guard")}
    (seize,) = book.types["COERCE"].frames
    assert (seize.needs, seize.note) == ({"object": ("@outpost", "radio station")}, "verbs.txt: lines 15, 16")
    off = book.types["ACCUSE"].frames[0]
    assert (off.id, off.verbs) == ("storm-21", ("storm off", "raid off", "rush off"))
    assert book.types["CONSULT"].frames[0].reciprocal
    assert book.lists["outpost"] == ("outpost", "border post", "checkpoint")


def test_types_keep_what_plover_says_of_them(tmp_path: Path) -> None:
    imported(tmp_path, verbs=VERBS)
    mine, shipped = (Codebook.load(path).types["ASSAULT"] for path in (tmp_path / "out", None))
    for key in ("quad", "score", "cameo", "recipient"):
        assert getattr(mine, key) == getattr(shipped, key)
    assert mine.modes["heavy-weapons"].score == shipped.modes["heavy-weapons"].score


def test_what_is_left_out_has_its_line_and_reason(tmp_path: Path) -> None:
    assert reasons(imported(tmp_path, verbs=VERBS)) == {
        18: "a code for which PLOVER has no type",
        22: "a clause",
        23: "a synset that is not defined, or empty",
        27: "the second of two codes",
        29: "a word before the verb",
        30: "a passive form as a verb",
        31: "a line that is not understood",
        32: "a transformation of one verb by another",
    }
    with (tmp_path / "out" / "left-out.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows[0] == {
        "file": "verbs.txt",
        "line": "18",
        "reason": "a code for which PLOVER has no type",
        "detail": "010",
        "text": "- * (IN VOTE) [010]",
    }
    assert len(rows) == 8


def test_blocks_without_heads_end_at_a_blank_line(tmp_path: Path) -> None:
    """The first PETRARCH's form, with `**` for the verb and `;` before comments."""
    imported(tmp_path, verbs="### X ###\nGRANT [070]\nGIVE {GAVE}\n- ** RUPEES [071] ; x\n\nRAID [190]\n")
    book = Codebook.load(tmp_path / "out")
    assert [frame.verbs for frame in book.types["AID"].frames] == [("grant", "give"), ("grant", "give")]
    assert [frame.verbs for frame in book.types["ASSAULT"].frames] == [("raid",)]


TABARI = """
SHELL  [190] ;abc 01 Jan 2001
- + WAS * BY_ $  [194] ;abc
- { FOG | SMOKE } *  [---]
- * { BRIDGE_ | FERRY | ON_ ROAD }  [1712]
- * KITE FESTIVAL  [###] ;abc
- % * ONE ANOTHER  [190:190]
- WILL *  [138]
- { WILL | GUNS } *  [194]
AUTHORIZ  [---]
- * AID TO_ +  [070!]
BANISH  [174]
FOCUS_  [---]
EXPEL  [174]
- + * FROM_ $  [174]
"""


def test_tabari_s_layout_is_read(tmp_path: Path) -> None:
    """No heads and no blank lines: a verb with a code begins a block; words stand cut short or with "_"."""
    result = imported(tmp_path, verbs=TABARI)
    book = Codebook.load(tmp_path / "out")
    shell, passive, bridge, road, each, guns = book.types["ASSAULT"].frames
    assert shell.without == {"subject": ("fog", "smoke"), "object": ("kite festival",)}
    assert (passive.actor, passive.recipient) == (("subject",), ("object",))
    assert (bridge.needs, road.needs) == ({"object": ("bridge", "ferry")}, {"on": ("road",)})
    assert each.reciprocal
    assert guns.needs == {"subject": ("guns",)}
    (aid,) = book.types["AID"].frames
    assert (aid.verbs, aid.recipient) == (("authorize",), ("to",))
    banish, expel, away = book.types["COERCE"].frames
    assert (banish.verbs, expel.verbs) == (("banish",), ("expel",))
    assert (away.actor, away.recipient, away.needs) == (("from",), ("object",), {"object": "actor"})
    assert reasons(result) == {
        8: "negation, future or report before the verb",
        9: "negation, future or report before the verb",
    }


def test_a_verb_is_completed_by_its_e(tmp_path: Path) -> None:
    text = "".join(
        f"{verb} [190]\n" for verb in ("ACCUS", "ENFORC", "CHARG", "FOCUS", "TACKL", "DONAT", "RAID")
    )
    imported(tmp_path, verbs=text)
    verbs = [frame.verbs for frame in Codebook.load(tmp_path / "out").types["ASSAULT"].frames]
    assert verbs == [("accuse",), ("enforce",), ("charge",), ("focus",), ("tackle",), ("donate",), ("raid",)]


BODIES = """
UN_ [IGOUNO]
UN_RIVER_OFFICE_ [IGOUNOENV]; a note
ANSA_BRODI_\t[IGOUNO 850301-840301] [ELI]; a note
LEO_QUINT_ [CHLGOV 020305-060305][IGOUNO  >070901] [---]
IRMA_SOLT_ [IGOWSTNAT 930401-960401]
"""


def test_several_codes_stand_in_one_line(tmp_path: Path) -> None:
    result = imported(tmp_path, actors=BODIES)
    office, people = (read_own(path) for path in result.files)
    assert office[1].names == ("UN River Office", "Un River Office")
    quint = next(entry for entry in people if entry.names[0] == "Leo Quint" or "Leo Quint" in entry.short)
    assert [(term.country, term.sector, term.start) for term in quint.terms] == [
        ("CHL", "GOV", "2002-03-05"),
        ("UNO", "GOV", "2007-09-01"),
    ]


def test_actors_become_tables_that_the_actors_option_reads(tmp_path: Path) -> None:
    result = imported(tmp_path, actors=ACTORS)
    assert [path.name for path in result.files] == ["organisations.tsv", "people.tsv"]
    (front,) = read_own(result.files[0])
    assert (front.country, front.sectors) == ("TCD", ("REB", "UAF"))
    assert front.names == ("Lake Basin Front", "LBF", "Lbf")
    (valle,) = read_own(result.files[1])
    (term,) = valle.terms
    assert (term.country, term.sector, term.start, term.end) == ("CHL", "GOV", "1978-04-27", "1980-04-30")
    assert reasons(result) == {
        2: "a name of a country, which Tidings knows itself",
        6: "out of office, which follows from the terms",
        8: "dates that are not understood",
        9: "a code that is not understood",
        10: "a code for which PLOVER has no country or sector",
        11: "a name without a code",
    }


def test_agents_are_compared_with_the_role_nouns(tmp_path: Path) -> None:
    agents = (
        "!PERSON! = MAN, WOMAN\nCONGRESS!PERSON! [~LEG]\nSOLDIER [~MIL] # x\n"
        "AMBASSADOR {} [~LEG]\nFLUGELHORN [~MIL]\nBROKEN {X [~MIL]\nFOO [~ZZZ]\n"
    )
    result = imported(tmp_path, agents=agents)
    assert result.report.taken["agents known already"] == 2
    assert reasons(result) == {
        4: "an agent with another sector in Tidings",
        5: "an agent that Tidings does not know",
        6: "a line that is not understood",
        7: "an agent without a sector of PLOVER's",
    }


def test_the_same_dictionaries_give_the_same_bytes(tmp_path: Path) -> None:
    texts = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        result = imported(tmp_path / name, VERBS, ACTORS)
        texts.append([path.read_bytes() for path in (*result.files, result.left_out)])
    assert texts[0] == texts[1]


def test_files_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "verbs.txt").write_bytes(b"\0\1\2")
    for path in (tmp_path / "verbs.txt", tmp_path / "absent.txt", tmp_path):
        with pytest.raises(UsageError, match=path.name):
            convert(Dictionaries(verbs=[path]), tmp_path, COUNTRIES, no_role)


def test_latin_1_is_read(tmp_path: Path) -> None:
    (tmp_path / "actors.txt").write_bytes("JOSÉ_PÉREZ_ [CHLGOV]\n".encode("latin-1"))
    convert(Dictionaries(actors=[tmp_path / "actors.txt"]), tmp_path, COUNTRIES, no_role)
    assert "José Pérez\tCHL\tGOV" in (tmp_path / "organisations.tsv").read_text(encoding="utf-8")


def test_toml_is_written_with_quotes_where_needed() -> None:
    assert assignments({"a b": 'x"y', "n": 0, "none": None, "empty": (), "t": ("a",), "d": {"k": "v"}}) == (
        '"a b" = "x\\"y"\nn = 0\nt = ["a"]\nd = { k = "v" }\n'
    )


PARTS = (
    *'&+[]:{}()_Aé~!=\t<>- /"\\',
    *("- ", "* ", "--- ", "190", "---", "WITH ", "$ ", "@x ", "% ", "CHL", "GOV ", "780427"),
)
LINE = st.lists(st.sampled_from(PARTS), max_size=12).map("".join)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINE, max_size=12).map("\n".join))
def test_no_dictionary_is_a_traceback(text: str) -> None:
    """Whatever the lines say, they are taken or listed, and what is written can be loaded."""
    with tempfile.TemporaryDirectory() as folder:
        result = imported(Path(folder), f"&X\n+Y\n--- A [190] ---\nB\n{text}", text, text)
        for path in result.files:
            if path.suffix == ".tsv":
                assert read_own(path)
