"""`Place`: a location the article names, resolved to the map where that can be done."""

from __future__ import annotations

from typing import Literal

import msgspec

from tidings.records.span import Span


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A location. `lat`, `lon` in degrees (WGS 84); `country` is a PLOVER (ISO 3166 alpha-3) code.

    `geonames` is the GeoNames id, or null. `precision` says how closely the coordinates fix it.
    """

    id: str
    name: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    geonames: int | None = None
    precision: Literal["site", "city", "admin1", "country"] | None = None
    confidence: float
    mentions: tuple[Span, ...] = ()
