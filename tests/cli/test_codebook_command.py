"""`tidings codebook new`, `check` and `import`, and coding by another codebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

VERBS = "--- STORM [190] ---\nSTORM\n- * {RADIO STATION} [192]\n- * IF [111]\n- * PLAN [012]\n"
ACTORS = "LAKE_BASIN_FRONT_ [TCDREB]\n+LBF_\nZARNIA_ [CHL]\n"


def events(tidings: Run, text: str, *options: object) -> list[dict[str, Any]]:
    """Return the events of a text published on 12 June 2024."""
    done = tidings("code", "-", "--date", "2024-06-12", *options, stdin=json.dumps({"text": text}))
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["events"]
    return found


def test_a_new_codebook_works_at_once(tidings: Run, tmp_path: Path) -> None:
    folder = tmp_path / "disputes"
    done = tidings("codebook", "new", folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == str(folder / "MEET.toml")
    done = tidings("codebook", "check", folder)
    assert (done.returncode, done.stdout) == (0, "3 of 3 examples hold\n")
    (event,) = events(tidings, "The minister met union leaders in Lisbon.", "--codebook", folder)
    assert (event["type"], event["why"], event["contexts"]) == ("MEET", "MEET.meet", [])


def test_a_new_codebook_spares_what_is_there(tidings: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = tidings("codebook", "new", tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"tidings: {tmp_path}: the folder is not empty; name a new one\n"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_the_labour_codebook_is_small_and_holds(tidings: Run, examples: Path) -> None:
    files = sorted((examples / "labour").glob("*.toml"))
    assert sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files) < 60
    done = tidings("codebook", "check", examples / "labour")
    assert (done.returncode, done.stdout) == (0, "11 of 11 examples hold\n")


def test_the_labour_codebook_codes_its_page(tidings: Run, examples: Path) -> None:
    labour = examples / "labour"
    done = tidings("code", labour / "page.txt", "--codebook", labour, "--date", "2024-06-12")
    found = [
        (event["type"], event["mode"], [party["text"] for party in event["actor"]])
        for event in json.loads(done.stdout)["events"]
    ]
    assert found == [
        ("STOPPAGE", "strike", ["Dockers"]),
        ("DISMISSAL", None, ["company"]),
        ("VOTE", None, ["union"]),
        ("DEAL", None, ["union", "company"]),
    ]


def test_one_type_of_another_codebook_can_be_checked(tidings: Run, examples: Path) -> None:
    for arguments in (["--codebook", examples / "labour", "VOTE"], [examples / "labour", "VOTE"]):
        done = tidings("codebook", "check", *arguments)
        assert (done.returncode, done.stdout) == (0, "3 of 3 examples hold\n")
    done = tidings("codebook", "check", examples / "labour", "VETO")
    assert done.returncode == 2
    assert "no type and no folder of a codebook VETO; there are DEAL, DISMISSAL" in done.stderr


def test_an_example_that_fails_is_shown(tidings: Run, tmp_path: Path) -> None:
    tidings("codebook", "new", tmp_path)
    with (tmp_path / "MEET.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[examples]]\ntext = "The minister met a poet."\nevents = [{ type = "MEET", mode = "x" }]\n'
        )
    done = tidings("codebook", "check", tmp_path)
    assert done.returncode == 1
    assert "MEET example 4: The minister met a poet." in done.stdout
    assert done.stdout.endswith("3 of 4 examples hold\n")


def test_a_broken_codebook_is_one_line(tidings: Run, tmp_path: Path) -> None:
    tidings("codebook", "new", tmp_path)
    (tmp_path / "rules.toml").write_text('priority = ["MET"]\n')
    for arguments in (["codebook", "check", tmp_path], ["code", "-", "--codebook", tmp_path]):
        done = tidings(*arguments, stdin='{"text": "Chad met Niger."}')
        assert done.returncode == 2
        assert done.stderr == "tidings: rules.toml, priority: no type MET; there are MEET\n"


def test_dictionaries_become_a_codebook_that_codes(tidings: Run, tmp_path: Path) -> None:
    (tmp_path / "verbs.txt").write_text(VERBS)
    (tmp_path / "actors.txt").write_text(ACTORS)
    out = tmp_path / "old"
    done = tidings(
        "codebook", "import", out, "--verbs", tmp_path / "verbs.txt", "--actors", tmp_path / "actors.txt"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        *(str(out / f) for f in ("ASSAULT.toml", "COERCE.toml", "organisations.tsv", "left-out.tsv")),
        "taken: patterns 1, exceptions 1, verbs 1, organisations 1",
        "left out, wholly or in part: 3",
        "      1  a clause",
        "      1  a code for which PLOVER has no type",
        "      1  a name of a country, which Tidings knows itself",
    ]
    options = ("--codebook", out, "--actors", out / "organisations.tsv")
    (event,) = events(tidings, "The Lake Basin Front stormed an army post in Chad.", *options)
    assert (event["type"], event["why"], event["cameo"]) == ("ASSAULT", "ASSAULT.storm", "19")
    (event,) = events(tidings, "LBF fighters stormed the radio station in Chad.", *options)
    assert (event["type"], event["mode"], event["why"]) == ("COERCE", "seize", "COERCE.storm-3")
    assert events(tidings, "The Lake Basin Front stormed the plan.", *options) == []


def test_agents_are_compared_with_the_role_nouns_of_tidings(tidings: Run, tmp_path: Path) -> None:
    (tmp_path / "agents.txt").write_text("SOLDIER [~MIL]\nPRIME_MINISTER [~GOVPRM]\nFLUGELHORN [~BUS]\n")
    done = tidings("codebook", "import", tmp_path / "old", "--agents", tmp_path / "agents.txt")
    assert done.returncode == 0, done.stderr
    assert "taken: agents known already 2\n" in done.stdout
    rows = (tmp_path / "old" / "left-out.tsv").read_text().splitlines()
    assert rows[1:] == [
        "agents.txt\t3\tan agent that Tidings does not know\tflugelhorn: BUS\tFLUGELHORN [~BUS]"
    ]


def test_nothing_usable_is_exit_code_3(tidings: Run, tmp_path: Path) -> None:
    (tmp_path / "verbs.txt").write_text("nonsense of a line\n")
    done = tidings("codebook", "import", tmp_path / "old", "--verbs", tmp_path / "verbs.txt")
    assert done.returncode == 3
    assert "taken: nothing\n" in done.stdout


def test_wrong_usage_of_import_is_one_line(tidings: Run, tmp_path: Path) -> None:
    for arguments, message in (
        ([tmp_path / "old"], "name a dictionary"),
        ([tmp_path / "old", "--verbs", tmp_path / "absent.txt"], "absent.txt: no such file"),
        ([tmp_path / "old", "--verbs", tmp_path], "is a directory"),
    ):
        done = tidings("codebook", "import", *arguments)
        assert done.returncode == 2
        assert message in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert not (tmp_path / "old" / "left-out.tsv").exists()
