"""What minutes are composed from, and the words built from it: title, opening, who meets."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from copu_desk.compose.lines import would_run_together
from copu_desk.model import Action, Essay, Meeting, Series
from copu_desk.style import HouseStyle, fill


@dataclass(frozen=True, slots=True)
class Sources:
    """A meeting, its series, the house style, and the moment of making (None: as if on the meeting's day)."""

    meeting: Meeting
    series: Series
    style: HouseStyle
    created: datetime | None = None

    @property
    def made_on(self) -> date:
        """The day on which the minutes are made, where the secretary is."""
        return self.created.astimezone().date() if self.created else self.meeting.held_on

    @property
    def values(self) -> dict[str, Any]:
        """What patterns of the style are filled in with."""
        return values_of(self.meeting, self.series)

    @property
    def essays(self) -> tuple[Essay, ...]:
        """The essays that no agenda item prints."""
        return tuple(one for one in self.meeting.essays if self._is_left("essays", one.item))

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions that no agenda item prints."""
        return tuple(one for one in self.meeting.actions if self._is_left("actions", one.item))

    def _is_left(self, part: str, item: str) -> bool:
        printed = "agenda" in self.style.parts and part in self.style.item_parts
        return not printed or all(one.id != item for one in self.meeting.agenda)


def values_of(meeting: Meeting, series: Series) -> dict[str, Any]:
    """Return what the patterns of a house style are filled in with."""
    day = meeting.held_on
    posts = {one.title for one in meeting.attendees if one.name == meeting.chair}
    post = posts.pop() if len(posts) == 1 else ""  # which of two namesakes is meant is not guessed
    return {
        "year": day.year,
        "month": day.month,
        "day": day.day,
        "series": series.name or "会议",
        "organ": organ(series),
        "chair": meeting.chair,
        "chair_title": post + (" " if would_run_together(post, meeting.chair) else ""),
        "venue": meeting.venue,
        "number": meeting.number,
        "copies": meeting.copies.strip().rstrip("。"),
    }


def title(meeting: Meeting, series: Series, style: HouseStyle) -> str:
    """Return the title as printed: the meeting's own, else built after the series' pattern or the style's."""
    return meeting.title or fill(series.title_pattern or style.title, values_of(meeting, series))


def opening(meeting: Meeting, series: Series, style: HouseStyle) -> str:
    """Return the opening sentence as printed: the meeting's own, else built after the style's pattern."""
    return meeting.opening or fill(style.opening, values_of(meeting, series))


def organ(series: Series) -> str:
    """Return who meets in a series: its name without the word for meeting (COPU例会 -> COPU)."""
    name = series.name
    for ending in ("工作例会", "例会", "会议"):
        if name.endswith(ending) and name != ending:
            return name.removesuffix(ending)
    return name
