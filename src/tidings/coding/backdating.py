"""What goes on from an old deed that an earlier sentence has dated is historical too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidings.coding.modality import ORDER
from tidings.coding.past import is_long_before
from tidings.coding.tense import is_told_now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tidings.coding.draft import Draft
    from tidings.coding.settings import Setting
    from tidings.records import Date

TOLD = "text"


def backdate(found: Sequence[tuple[Draft, Setting]], dates: Sequence[Date], published: str | None) -> None:
    """Add `historical` to deeds with the old date of a historical one, which another sentence names.

    The drafts' `aux` are changed in place, in the order of the record; without a day of publication nothing
    is. Dates of a deed's own sentence are for `modality` to judge: "the first visit since 1983" is not that
    old.
    """
    if not published:
        return
    old = {s.date.value for draft, s in found if s.date is not None and "historical" in draft.aux}
    for draft, setting in found:
        date = setting.date
        if date is None or date.from_ != TOLD or date.value not in old or "future" in draft.aux:
            continue
        if is_long_before(date.value, published) and not _is_of_now(draft, dates):
            draft.aux = tuple(mode for mode in ORDER if mode == "historical" or mode in draft.aux)


def _is_of_now(draft: Draft, dates: Sequence[Date]) -> bool:
    """Whether a deed has a date in its own sentence, or is told in the present or the perfect."""
    sentences = [telling.token.sentence for telling in draft.tellings]
    own = (d for d in dates if d.type in {"DATE", "TIME"})
    return is_told_now(draft.predicate) or any(s.start <= d.start < s.end for d in own for s in sentences)
