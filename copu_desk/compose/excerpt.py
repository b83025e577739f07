"""Compose the excerpt of one agenda item (纪要摘录): the minutes of the same meeting with that item alone."""

from dataclasses import replace

from copu_desk.compose import minutes
from copu_desk.model import Meeting, Series
from copu_desk.style import HouseStyle, fill


def only(meeting: Meeting, item_id: str, series: Series, style: HouseStyle) -> Meeting:
    """Return the meeting with one agenda item (its id) and what belongs to it; its title says that it is an excerpt.

    Who was there and who opened the meeting stays; the texts before the first item and after the last one go, and so
    does what belongs to other items.
    """
    return replace(
        meeting,
        title=fill(style.excerpt, {"title": minutes.title(meeting, series, style)}),
        preamble=(),
        closing=(),
        postscript=(),
        agenda=tuple(item for item in meeting.agenda if item.id == item_id),
        essays=tuple(essay for essay in meeting.essays if essay.item == item_id),
        actions=tuple(action for action in meeting.actions if action.item == item_id),
    )
