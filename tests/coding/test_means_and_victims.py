"""Who stands behind a deed told by its means, and whom it befell: "a mine laid by X killed Y"."""

from __future__ import annotations

import pytest
from coded import parties


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("An airstrike launched by Russia killed five Ukrainian soldiers in Kharkiv.",
         "Russia", "Ukrainian soldiers"),
        ("Shelling by the Sudanese army killed nine refugees in Omdurman.",
         "Sudanese army", "refugees"),
        ("Four Turkish soldiers were killed by a mine laid by the PKK.",
         "PKK", "Turkish soldiers"),
        ("A car bomb attack claimed by al-Shabaab killed six Somali lawmakers.",
         "al-Shabaab", "Somali lawmakers"),
        ("Ten soldiers were killed in an attack blamed on Boko Haram.",
         "Boko Haram", "soldiers"),
        ("An ambush by Maoist rebels left five policemen dead and seven wounded.",
         "Maoist rebels", "policemen"),
        ("A raid by Israeli forces on a refugee camp in Jenin left six Palestinians dead.",
         "Israeli forces", "Palestinians"),
    ],
)  # fmt: skip
def test_an_assault_told_by_its_means_is_one_event(text: str, actor: str, recipient: str) -> None:
    """Actor and victims of the whole sentence belong to it."""
    assert parties(text, "ASSAULT") == [([actor], [recipient])]


def test_bare_people_do_not_displace_the_target() -> None:
    """Victims of whom nothing is said give way to what was attacked."""
    text = "Rebels attacked an army base in Mali, killing three people."
    assert parties(text, "ASSAULT") == [(["Rebels"], ["army"])]
