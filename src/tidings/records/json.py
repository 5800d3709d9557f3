"""Records ↔ JSON: one article is one line, schema ``tidings/1``."""

from __future__ import annotations

from typing import Final

import msgspec

from tidings.errors import TidingsError
from tidings.records.article import Article

_ENCODER: Final = msgspec.json.Encoder()
_DECODER: Final = msgspec.json.Decoder(Article)


def encode(article: Article) -> bytes:
    """Return the article as one line of JSON, the line's end included.

    Keys stand in the order of the records, so equal articles give equal bytes.
    """
    return _ENCODER.encode(article) + b"\n"


def decode(line: bytes | str) -> Article:
    """Read one line back.

    Raises:
        TidingsError: The line is no article of schema ``tidings/1``; the text says where it departs.

    """
    try:
        return _DECODER.decode(line)
    except msgspec.MsgspecError as error:
        raise TidingsError(f"not a tidings/1 record: {error}") from error
