"""Read when, where and by whom a meeting was held from the lines around its agenda."""

import re
from dataclasses import dataclass, field
from datetime import date, time

from copu_desk import dates
from copu_desk.recognize.labels import Kind, Label, labels
from copu_desk.sentences import Sentence

LONGEST_VALUE = 60  # characters
LONGEST_PERSON = 20
LONGEST_DATE_LINE = 60

_WEEKDAY = re.compile("(?:[(（](?=[一二三四五六日天][)）])|[(（]?(?:星期|周|礼拜))(?P<day>[一二三四五六日天])[)）]?")
_NOTHING = " \t\u3000,，、.。;；:：()（）[]〔〕【】#*_-—–~～至📅📆🗓⏰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙\ufe0f"
_ONLINE_PLACE = re.compile(
    "腾讯会议|线上|在线|远程|视频|zoom|飞书|钉钉|teams|meet|jitsi|welink|企业微信|网络会议", re.IGNORECASE
)
_SITE = re.compile("[室楼厅层号馆院]|线下|现场|结合")
_LINK = re.compile(r"https?://\S+|[0-9][0-9 -]{5,20}")


@dataclass(slots=True)
class Facts:
    """What is known of a meeting so far, filled line by line; year is that of days written without one, or 0."""

    year: int = 0
    day: date | None = None
    start: time | None = None
    end: time | None = None
    venue: str = ""
    platform: str = ""
    link: str = ""
    chair: str = ""
    recorder: str = ""
    name: str = ""
    classification: str = ""
    copies: str = ""
    remarks: list[str] = field(default_factory=list)
    notes: list[Sentence] = field(default_factory=list)

    @property
    def online(self) -> bool:
        """Whether the meeting was held online and nowhere else, as far as is said."""
        where = f"{self.venue} {self.platform}"
        return _ONLINE_PLACE.search(where) is not None and not _SITE.search(where)

    def take(self, words: str, *, chair: bool = True) -> bool:
        """Take in a line of labelled facts; whether nothing is left over. `chair` tells if a chair may be named."""
        found = labels(words)
        if not found or any(not label.value for label in found):
            return False
        results = [self._take(label, chair) for label in found]
        return all(results)

    def take_when(self, words: str) -> bool:
        """Take in a day and hours; whether nothing is left over and nothing contradicts what is known."""
        days, hours = dates.find(words, self.year or None), dates.hours(words)
        if not days and not hours:
            return False
        consistent = self._take_day(words, days) and self._take_hours(hours)
        left = words
        places = [(one.start, one.end) for one in days[:1]] + [(one.start, one.end) for one in hours[:1]]
        for start, end in sorted(places, reverse=True):
            left = left[:start] + left[end:]
        return consistent and not _WEEKDAY.sub("", left).strip(_NOTHING)

    def _take_day(self, words: str, days: tuple[dates.Found, ...]) -> bool:
        if not days:
            return True
        day = days[0].day
        said = _WEEKDAY.search(words, days[0].end)
        if said and said["day"].replace("天", "日") != dates.WEEKDAYS[day.weekday()]:
            self.notes.append(
                Sentence(
                    "写的是{said}，而{day}是{weekday}，请核对。",
                    said=dates.told_weekday(said["day"]),
                    day=dates.told(day),
                    weekday=dates.told_weekday(day),
                )
            )
            return False
        if self.day is None:
            self.day, self.year = day, self.year or day.year
        if self.day != day:
            self.notes.append(
                Sentence(
                    "会议日期取{day}，但“{words}”写着另一天，请核对。",
                    day=dates.told(self.day),
                    words=words.strip(),
                )
            )
        return self.day == day

    def _take_hours(self, hours: tuple[dates.Hours, ...]) -> bool:
        if not hours:
            return True
        if self.start is None:
            self.start, self.end = hours[0].since, hours[0].until
        return (self.start, self.end) == (hours[0].since, hours[0].until)

    def _take(self, label: Label, chair: bool) -> bool:
        value = label.value
        if label.remark or len(value) > LONGEST_VALUE:
            return False
        if label.kind is Kind.WHEN:
            return self.take_when(value)
        if label.kind is Kind.NAME:
            self.name = self.name or value
            return False  # the line stays: a name is not printed by itself
        if label.kind is Kind.REMARKS:
            self.remarks.append(value)
            return True
        fits = {
            Kind.CHAIR: chair and _is_person(value),
            Kind.RECORDER: _is_person(value),
            Kind.VENUE: True,
            Kind.PLATFORM: True,
            Kind.CLASSIFICATION: True,
            Kind.COPIES: True,
            Kind.LINK: _LINK.fullmatch(value) is not None,
        }
        return fits.get(label.kind, False) and self._set(label.kind.value, value)

    def _set(self, what: str, value: str) -> bool:
        if not getattr(self, what):
            setattr(self, what, value)
        return bool(getattr(self, what) == value)


def is_date_line(words: str, year: int) -> bool:
    """Tell whether a line holds a day, perhaps with weekday and hours, and nothing else."""
    return len(words) <= LONGEST_DATE_LINE and bool(dates.find(words, year or None)) and Facts(year).take_when(words)


def _is_person(value: str) -> bool:
    return len(value) <= LONGEST_PERSON and not re.search("[。！？!?，,；;：:“”]|[0-9]{4}", value)
