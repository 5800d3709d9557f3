"""Who held which office when: the terms of heads of state and government and of ministers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tidings.mention.actors import resolve
from tidings.mention.actors.entries import TABLES, rows
from tidings.mention.actors.known import entries

Row = dict[str, str]
DAY = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")


def listed(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split(", "))


FOREIGN = listed("foreign minister, foreign secretary, secretary of state, foreign adviser")
DEFENCE = listed("defence minister, defence secretary, secretary of defense")
INTERIOR = listed("""
    interior minister, home secretary, home minister, home affairs minister, internal affairs minister,
    public security minister, public safety minister, homeland security secretary
""")
BESIDE = listed("""
    justice minister, police minister, security minister, national security minister, interior secretary
""")
GOVERNMENT = listed("""
    prime minister, premier, chancellor, taoiseach, chief executive, chief adviser, head of government,
    state counsellor, president of the council of ministers
""")
STATE = listed("""
    president, king, queen, emir, sultan, emperor, prince, pope, supreme leader, leader, military ruler,
    junta leader, transitional president, head of the Sovereign Council, Taliban leader,
    chairman of the transitional government, head of the military council,
    head of the Presidential Leadership Council, head of the Coalition Provisional Authority,
    head of the transitional council, president of the General National Congress
""")

NOT_GOVERNED = frozenset(["ATA", "SMR"])
"""Antarctica; San Marino, whose two captains change every half year."""

SINCE = {
    "BIH": date(2000, 10, 1),
    "KOS": date(2002, 3, 1),
    "TLS": date(2002, 5, 1),
    "SSD": date(2011, 7, 1),
    "SOM": date(2000, 8, 1),
}
"""States that had no government of their own in 2000, or one of months."""

OFFICE_NOT_ALWAYS = listed("""
    AFG, BTN, COD, CPV, CUB, GEO, IRQ, KEN, KOS, LBY, MMR, NPL, PAK, PSE, SDN, SEN, SSD, TGO, TJK, TLS, TON,
    TUR, YEM, ZWE
""")
"""States that had no prime minister for a time, or whose prime ministers are not all in the table."""

CONTESTED = frozenset(
    [
        *((state, "president") for state in ("BIH", "CIV", "MDG", "KGZ", "RUS")),
        ("MDA", "prime minister"),
    ]
)
"""Offices that two people held or claimed at a time."""


def plain(office: str) -> str:
    return re.sub(r"^(?:acting|interim|caretaker) ", "", office)


def first_day(cell: str) -> date:
    year, month, day = (*cell.split("-"), "1", "1")[:3] if cell else ("1900", "1", "1")
    return date(int(year), int(month), int(day))


def last_day(cell: str) -> date:
    parts = cell.split("-")
    if not cell:
        return date(2026, 1, 1)
    if len(parts) == 1:
        return date(int(cell), 12, 31)
    if len(parts) == 2:
        return first_day(cell) + timedelta(days=30)
    return first_day(cell)


def gaps(terms: Iterable[Row], since: date, until: date = date(2026, 1, 1)) -> list[int]:
    """Return the lengths, in days, of the times that no term covers."""
    found, at = [], since
    for begin, end in sorted((first_day(row["from"]), last_day(row["to"])) for row in terms):
        if at < begin and at < until:
            found.append((min(begin, until) - at).days)
        at = max(at, end)
    return [*found, (until - at).days] if at < until else found


def by_state(table: str, offices: frozenset[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(table):
        if plain(row["office"]) in offices:
            found[row["country"]].append(row)
    return found


def assert_apart(held: dict[tuple[str, str], list[Row]]) -> None:
    """Assert that no term of an office begins before the one before it has ended."""
    for terms in held.values():
        terms.sort(key=lambda row: row["from"])
        for one, following in pairwise(terms):
            end, start = one["to"], following["from"]
            assert end, (one, following)
            assert start[: len(end)] >= end[: len(start)], (one, following)


STATES = [row["code"] for row in rows("states.tsv")]
MINISTERS = [by_state("ministers.tsv", offices) for offices in (FOREIGN, DEFENCE, INTERIOR)]
HEADS = by_state("people.tsv", STATE | GOVERNMENT)


@pytest.mark.parametrize("state", [code for code in STATES if code not in NOT_GOVERNED])
def test_no_state_is_without_a_head_for_a_year(state: str) -> None:
    assert max(gaps(HEADS[state], SINCE.get(state, date(2000, 1, 1))), default=0) <= 366


def test_prime_ministers_follow_each_other_without_a_gap_of_a_year() -> None:
    terms = by_state("people.tsv", GOVERNMENT)
    long = {state: max(gaps(held, date(2000, 1, 1)), default=0) for state, held in terms.items()}
    assert {s: days for s, days in long.items() if days > 366 and s not in OFFICE_NOT_ALWAYS} == {}


def test_seventy_states_have_all_three_ministers_from_2010_to_2025() -> None:
    """At least nine tenths of the days of 2010 to 2025 have a foreign, a defence and an interior minister."""
    allowed = (date(2026, 1, 1) - date(2010, 1, 1)).days // 10
    full = [s for s in STATES if all(sum(gaps(held[s], date(2010, 1, 1))) <= allowed for held in MINISTERS)]
    assert len(full) >= 70, full


def test_seventy_states_have_all_three_ministers_at_the_end() -> None:
    day = date(2025, 12, 15)
    full = [
        s
        for s in STATES
        if all(any(first_day(r["from"]) <= day <= last_day(r["to"]) for r in held[s]) for held in MINISTERS)
    ]
    assert len(full) >= 70, full


@pytest.mark.parametrize("table", ["ministers.tsv", "people.tsv"])
def test_terms_of_one_office_of_one_state_do_not_overlap(table: str) -> None:
    single = FOREIGN | DEFENCE | INTERIOR | BESIDE | frozenset(["president", "prime minister", "chancellor"])
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(table):
        if row["office"] in single and (row["country"], row["office"]) not in CONTESTED:
            held[row["country"], row["office"]].append(row)
    assert_apart(held)


SEVERAL_AT_A_TIME = ("member of ", "vice chairman of the Central Military Commission", "co-")
"""Offices of figures that several hold together."""


def test_who_heads_a_body_does_so_alone() -> None:
    """Of the figures: "leader of X", "head of X". The movement of 2005 in Thailand had two leaders."""
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows("figures.tsv"):
        single = " of " in row["office"] or " for " in row["office"]
        if single and not row["office"].startswith(SEVERAL_AT_A_TIME):
            held[row["country"], row["office"]].append(row)
    del held["THA", "leader of the People's Alliance for Democracy"]
    assert_apart(held)


@pytest.mark.parametrize("table", ["people.tsv", "ministers.tsv", "figures.tsv"])
def test_terms_are_of_days_of_the_calendar_and_end_after_they_begin(table: str) -> None:
    for row in rows(table):
        for cell in (row["from"], row["to"]):
            assert DAY.fullmatch(cell), row
            first_day(cell)
        assert not row["to"] or row["from"][: len(row["to"])] <= row["to"], row
        assert not row["to"] or first_day(row["from"]) <= last_day(row["to"]), row


def test_ministers_stand_by_state_office_and_day() -> None:
    order = [*FOREIGN, *DEFENCE, *INTERIOR, *BESIDE]
    keys = []
    for row in rows("ministers.tsv"):
        assert plain(row["office"]) in order, row
        assert row["from"], row
        keys.append((STATES.index(row["country"]), plain(row["office"]), row["from"]))
    groups = [key[:2] for key in keys]
    assert len(set(groups)) == sum(a != b for a, b in zip(groups, [None, *groups], strict=False))
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)
    assert all(a[:2] != b[:2] or a[2] <= b[2] for a, b in pairwise(keys))


def test_the_table_says_what_its_facts_rest_on() -> None:
    text = (TABLES / "ministers.tsv").read_text(encoding="utf-8")
    assert "# Sources:" in text[:2000]


def test_a_name_of_people_of_two_countries_is_one_person() -> None:
    """A person who served two states, or a state and an organisation, is meant: all of them are listed."""
    countries: dict[str, set[str]] = defaultdict(set)
    for table in ("people.tsv", "ministers.tsv"):
        for row in rows(table):
            countries[row["name"]].add(row["country"])
    of_states = {name for name, held in countries.items() if len(held & set(STATES)) > 1}
    assert of_states == {"Mark Carney"}  # governor of the Bank of England before he led Canada


@pytest.mark.parametrize(
    ("text", "context", "day", "name"),
    [
        ("the French foreign minister", None, "2015-06-01", "Laurent Fabius"),
        ("the French foreign minister", None, "2025-06-01", "Jean-Noel Barrot"),
        ("the interior minister", "France", "2015-06-01", "Bernard Cazeneuve"),
        ("the US secretary of state", None, "2015-06-01", "John Kerry"),
        ("the U.S. secretary of defense", None, "2005-06-01", "Donald Rumsfeld"),
        ("the British home secretary", None, "2012-06-01", "Theresa May"),
        ("India's home minister", None, "2016-01-01", "Rajnath Singh"),
        ("the Chinese public security minister", None, "2018-01-01", "Zhao Kezhi"),
        ("the Egyptian defence minister", None, "2016-01-01", "Sedki Sobhi"),
        ("the Mexican interior secretary", None, "2014-01-01", "Miguel Angel Osorio Chong"),
        ("the U.S. interior secretary", None, "2023-01-01", "Deb Haaland"),
    ],
)
def test_a_ministry_means_its_holder_on_the_day(text: str, context: str | None, day: str, name: str) -> None:
    actor = resolve(text, context=context, date=day)
    assert actor is not None
    assert actor.name == name


def test_an_office_of_the_very_name_goes_before_one_like_it() -> None:
    """Israel has an interior minister and, for the police, another one."""
    minister, police = (
        resolve(f"the Israeli {office} minister", date="2018-01-01")
        for office in ("interior", "public security")
    )
    assert minister is not None
    assert police is not None
    assert (minister.name, police.name) == ("Aryeh Deri", "Gilad Erdan")


def test_a_secretary_of_state_of_another_state_is_no_foreign_minister() -> None:
    actor = resolve("the British secretary of state", date="2016-06-01")
    assert actor is not None
    assert (actor.kind, actor.country) == ("role", "GBR")


def test_the_interim_holder_answers_to_the_office() -> None:
    actor = resolve("the Haitian president", date="2016-06-01")
    assert actor is not None
    assert (actor.name, actor.role) == ("Jocelerme Privert", "interim president")


def test_a_head_of_government_with_a_ministry_is_the_head() -> None:
    by_name, by_office = (
        resolve(text, date="2017-01-01") for text in ("Netanyahu", "the Israeli foreign minister")
    )
    assert by_name is not None
    assert by_office is not None
    assert (by_name.role, by_office.name) == ("prime minister", "Benjamin Netanyahu")


@pytest.mark.parametrize(
    ("text", "day", "name", "country"),
    [
        ("Lavrov", "2015-01-01", "Sergei Lavrov", "RUS"),
        ("Defence Minister Sergei Shoigu", "2020-01-01", "Sergei Shoigu", "RUS"),
        ("Defence Minister Shoigu", "2020-01-01", "Sergei Shoigu", "RUS"),
        ("Ursula von der Leyen", "2025-05-01", "Ursula von der Leyen", "EUR"),
        ("Ursula von der Leyen", "2015-05-01", "Ursula von der Leyen", "DEU"),
    ],
)
def test_a_name_means_the_office_held_on_the_day(text: str, day: str, name: str, country: str) -> None:
    actor = resolve(text, date=day)
    assert actor is not None
    assert (actor.name, actor.country, actor.sector) == (name, country, "GOV")


def test_a_name_that_many_bear_is_found_by_the_office_alone() -> None:
    by_office = resolve("the Irish defence minister", date="2002-01-01")
    by_name = resolve("Michael Smith", date="2002-01-01")
    assert by_office is not None
    assert by_name is not None
    assert (by_office.name, by_office.country) == ("Michael Smith", "IRL")
    assert by_name.country is None


def test_only_common_names_are_left_out_of_the_names() -> None:
    people = [entry for entry in entries() if entry.kind == "person"]
    nameless = [entry for entry in people if not entry.names]
    assert all(entry.terms for entry in people)
    assert 0 < len(nameless) < 120


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Puerto Rican secretary of state", None),
        ("the secretary of state of Puerto Rico", None),
        ("the Bavarian interior minister", None),
        ("the Scottish justice minister", None),
        ("the Corsican president", None),
        ("the Scottish first minister", "Nicola Sturgeon"),
        ("the Welsh first minister", "Mark Drakeford"),
        ("the Catalan president", "Quim Torra"),
        ("California's governor", "Gavin Newsom"),
        ("the German interior minister", "Horst Seehofer"),
    ],
)
def test_an_office_of_a_region_is_not_that_of_its_state(phrase: str, name: str | None) -> None:
    actor = resolve(phrase, date="2019-07-20")
    assert actor is not None
    assert (actor.name if actor.kind == "person" else None) == name


@pytest.mark.parametrize(
    ("phrase", "day", "name"),
    [
        ("the Scottish first minister", "2023-06-01", "Humza Yousaf"),
        ("the governor of Puerto Rico", "2019-07-10", "Ricardo Rossello"),
        ("the prime minister of Greenland", "2025-06-01", "Jens-Frederik Nielsen"),
    ],
)
def test_an_office_of_a_region_has_its_holder(phrase: str, day: str, name: str) -> None:
    actor = resolve(phrase, date=day)
    assert actor is not None
    assert actor.name == name
