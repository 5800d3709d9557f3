"""From trained members to the weights that the package reads."""

from __future__ import annotations

from collections.abc import Sequence

from batches import Labels
from network import EventModel

from tidings.coding.learned.weights import Weights


def weights_of(
    members: Sequence[EventModel],
    labels: Labels,
    *,
    version: str,
    floors: dict[str, float],
    calibration: dict[str, list[float]],
) -> Weights:
    """Return the members' weights as the package reads them."""
    return Weights(
        version=version,
        arrays={
            f"{number}.{name}": value.detach().numpy()
            for number, model in enumerate(members)
            for name, value in model.state_dict().items()
        },
        types=labels.types,
        upos=labels.upos,
        deprels=labels.deprels,
        paths=labels.paths,
        sectors=labels.sectors,
        modes=labels.modes,
        floors=floors,
        calibration=calibration,
    )
