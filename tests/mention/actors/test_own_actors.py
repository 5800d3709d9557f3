"""A table of the user's own: what it adds, what it overrides, and what is refused with the line named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import UsageError
from tidings.mention import VERSION, tables_in_use
from tidings.mention.actors import ActorFinder, resolve
from tidings.mention.actors.own import read_own

BODIES = "name\tcountry\tsector\tnames\n"
PEOPLE = "country\tname\toffice\tsector\tfrom\tto\n"


def _table(folder: Path, text: str) -> Path:
    path = folder / "ours.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_organisation_of_ones_own_is_found_by_all_its_names(tmp_path: Path) -> None:
    table = _table(tmp_path, BODIES + "# ours\n\nLake Basin Committee\tTCD\tPRM\tLBC|Basin Front\n")
    finder = ActorFinder.load([table])
    for text in ("Lake Basin Committee", "the LBC", "fighters of the Basin Front"):
        actor = resolve(text, finder=finder)
        assert actor is not None
        assert (actor.country, actor.sector) == ("TCD", "PRM"), text


def test_a_name_of_ones_own_means_that_actor_alone(tmp_path: Path) -> None:
    table = _table(tmp_path, BODIES + "Hezbollah\tLBN\tPTY\n")
    ours, theirs = resolve("Hezbollah", finder=ActorFinder.load([table])), resolve("Hezbollah")
    assert ours is not None
    assert theirs is not None
    assert ours.sectors == ("PTY",)
    assert theirs.sectors != ours.sectors


def test_a_person_of_ones_own_holds_the_office_in_its_days(tmp_path: Path) -> None:
    table = _table(tmp_path, PEOPLE + "NER\tAmina Tessaoua\tminister of rivers\tGOV\t2019\t2021-06\n")
    finder = ActorFinder.load([table])
    in_office = resolve("Amina Tessaoua", date="2020-05-01", finder=finder)
    afterwards = resolve("Amina Tessaoua", date="2023-05-01", finder=finder)
    assert in_office is not None
    assert afterwards is not None
    assert (in_office.country, in_office.sector, in_office.role) == ("NER", "GOV", "minister of rivers")
    assert afterwards.sectors == ("ELI", "GOV")


def test_a_person_of_the_package_keeps_the_terms_it_has(tmp_path: Path) -> None:
    table = _table(tmp_path, PEOPLE + "USA\tBarack Obama\tspecial envoy\tGOV\t2024-01-01\t\n")
    finder = ActorFinder.load([table])
    roles = [
        getattr(resolve("Barack Obama", date=day, finder=finder), "role", None)
        for day in ("2012-01-01", "2024-06-01")
    ]
    assert roles == ["president", "special envoy"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "line 1: the head"),
        ("name;country;sector\n", "line 1: the head"),
        (BODIES.replace("names", "aliases"), "line 1: the head"),
        (BODIES, "no rows"),
        (BODIES + "A Body\tNER\tGOV\t\tmore\n", "line 2: 5 cells under 4 columns"),
        (BODIES + "# ours\n\nA Body\tNIGER\tGOV\n", "line 4: country NIGER"),
        (BODIES + "A Body\tNER\tGOVT\n", "line 2: sector GOVT"),
        (BODIES + "\tNER\tGOV\n", "line 2: a name"),
        (PEOPLE + "NER\tA. Body\t\tGOV\t\t\n", "line 2: no office"),
        (PEOPLE + "\tA. Body\tminister\tGOV\t\t\n", "line 2: country missing"),
        (PEOPLE + "NER\tA. Body\tminister\t\t\t\n", "line 2: a person's office"),
        (PEOPLE + "NER\tA. Body\tminister\tGOV\t1 May 2020\t\n", "line 2: from 1 May 2020"),
        (PEOPLE + "NER\tA. Body\tminister\tGOV\t2020-02-01\t2019\n", "line 2: from 2020-02-01 lies after"),
    ],
)
def test_a_broken_table_is_one_line_that_says_where(tmp_path: Path, text: str, fault: str) -> None:
    path = _table(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        read_own(path)
    assert str(caught.value).startswith(f"--actors {path}: {fault}")
    assert "\n" not in str(caught.value)


def test_a_table_that_is_absent_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_own(tmp_path / "none.tsv")
    (tmp_path / "latin.tsv").write_bytes(BODIES.encode() + b"Caf\xe9\tFRA\tBUS\n")
    with pytest.raises(UsageError, match="not UTF-8"):
        read_own(tmp_path / "latin.tsv")


def test_tables_of_a_windows_editor_are_read(tmp_path: Path) -> None:
    path = tmp_path / "windows.tsv"
    path.write_bytes(b"\xef\xbb\xbf" + (BODIES + "A Body\tNER\tGOV\n").replace("\n", "\r\n").encode())
    (entry,) = read_own(path)
    assert (entry.name, entry.country, entry.sectors) == ("A Body", "NER", ("GOV",))


def test_the_version_of_the_tables_tells_of_the_users_own(tmp_path: Path) -> None:
    one = tables_in_use([_table(tmp_path, BODIES + "A Body\tNER\tGOV\n")])
    two = tables_in_use([_table(tmp_path, BODIES + "A Body\tNER\tMIL\n")])
    assert len({VERSION, one, two, tables_in_use()}) == 3
