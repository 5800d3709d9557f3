"""Role nouns of all 25 sectors, and what modifiers make of them."""

from __future__ import annotations

import pytest

from tidings.mention.actors import resolve
from tidings.mention.actors.roles import SECTORS

NOUNS = {
    "AGR": "farmers, fishermen, dairy farmers, cattle herders, rice farmers, shepherds",
    "BUS": "bankers, shopkeepers, oligarchs, business owners, an airline, street traders",
    "COP": "policemen, riot police, border guards, customs officers, prison guards, security sources",
    "CRM": "drug traffickers, gang members, pirates, hackers, people smugglers, fugitives",
    "CVL": "civilians, villagers, pensioners, protesters, settlers, pro-government protesters",
    "EDU": "teachers, students, professors, scientists, schoolteachers, a university",
    "ELI": "celebrities, a former president, retired generals, the ousted king, ex-ministers, film stars",
    "GOV": "diplomats, the government, councillors, the health ministry, ambassadors, officials",
    "JRN": "journalists, reporters, a newspaper, editors, television journalists, war correspondents",
    "JUD": "judges, prosecutors, the supreme court, magistrates, the tribunal, federal judges",
    "LAB": "bus drivers, miners, truckers, union leaders, garment workers, civil servants",
    "LEG": "lawmakers, MPs, senators, the parliament, opposition MPs, ruling party lawmakers",
    "MED": "nurses, doctors, medics, paramedics, a hospital, junior doctors",
    "MIL": "soldiers, troops, the navy, peacekeepers, pro-government forces, fighter pilots",
    "OPP": "dissidents, the opposition, anti-government protesters, opposition activists, exiles, putschists",
    "PRE": "the breakaway republic, separatist authorities, a self-proclaimed republic, a breakaway region",
    "PRM": "militiamen, paramilitaries, vigilantes, a pro-government militia, an Iran-backed militia",
    "PTY": "candidates, the ruling party, party officials, nationalists, far-right politicians",
    "REB": "rebels, insurgents, guerrillas, pro-Russian separatists, jihadists, freedom fighters",
    "REF": "refugees, migrants, asylum seekers, displaced people, internally displaced people, deportees",
    "REL": "priests, imams, nuns, monks, rabbis, a church",
    "SOC": "tribesmen, tribal leaders, clan elders, village elders, an ethnic minority",
    "SPY": "spies, intelligence agents, the intelligence service, intelligence officers, undercover agents",
    "UAF": "gunmen, mercenaries, armed men, unidentified gunmen, assailants",
    "UNK": "individuals, an organisation, the chairman, delegates, unknown persons",
}


@pytest.mark.parametrize("sector", sorted(NOUNS))
def test_nouns_of_a_sector_name_it(sector: str) -> None:
    found = {}
    for phrase in NOUNS[sector].split(", "):
        actor = resolve(phrase)
        found[phrase] = actor.sector if actor else None
    assert found == dict.fromkeys(found, sector)


def test_every_sector_is_tried() -> None:
    assert set(NOUNS) == SECTORS


@pytest.mark.parametrize(
    ("phrase", "sectors"),
    [
        ("former president", ("ELI", "GOV")),
        ("retired judges", ("ELI", "JUD")),
        ("former rebels", ("REB",)),
        ("opposition lawmakers", ("LEG", "OPP")),
        ("striking teachers", ("EDU", "LAB")),
        ("riot police", ("COP",)),
        ("anti-government protesters", ("OPP",)),
        ("pro-government protesters", ("CVL",)),
        ("non-governmental organisations", ("CVL",)),
    ],
)
def test_modifiers_change_or_add_a_sector(phrase: str, sectors: tuple[str, ...]) -> None:
    """Also those with a hyphen that the tokenizer leaves in one word ("anti-government")."""
    actor = resolve(phrase)
    assert actor is not None
    assert actor.sectors == sectors


@pytest.mark.parametrize(
    ("phrase", "context", "country"),
    [
        ("pro-Russian separatists", "Ukraine", "UKR"),
        ("pro-Russian separatists", None, None),
        ("anti-American protesters", "Egypt", "EGY"),
        ("anti-Kremlin activists", None, "RUS"),
        ("pro-Iranian militia", "Iraq", "IRQ"),
    ],
)
def test_whose_side_somebody_takes_is_not_whose_they_are(
    phrase: str, context: str | None, country: str | None
) -> None:
    """Against a seat of government are mostly its own people."""
    actor = resolve(phrase, context)
    assert actor is not None
    assert actor.country == country


def test_whom_a_place_is_held_by_is_no_party() -> None:
    actor = resolve("rebel-held Aleppo")
    assert actor is not None
    assert (actor.country, actor.sectors) == ("SYR", ())
