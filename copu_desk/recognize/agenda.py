"""Recognise the items of an agenda: where they begin, and what was said, decided and given to do under each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from copu_desk.document import Heading, ListItem, Paragraph, Table
from copu_desk.model import Action, AgendaItem, Decision, Essay, EssayKind, Votes
from copu_desk.recognize import actions, leads
from copu_desk.recognize.essays import blocks, essays
from copu_desk.recognize.labels import Kind, Label, bare, label
from copu_desk.recognize.lines import Line

LONGEST_TITLE = 60  # characters
LONGEST_PRESENTER = 20

_SCHEMES = ("topic", "han", "paren", "arabic", "round", "circle", "bullet")
_VOTES = re.compile(
    r"[(（]\s?同意\s?(?P<ayes>[0-9]{1,5})\s?票?[,，、;；\s]\s?反对\s?(?P<noes>[0-9]{1,5})\s?票?[,，、;；\s]"
    r"\s?弃权\s?(?P<abstentions>[0-9]{1,5})\s?票?\s?[)）](?P<stop>。?)$"
)
_SECTIONS = (Kind.DECISION, Kind.ACTION)
_TALK = re.compile(
    "(?:会上|会议|与会(?:人员|专家|者|代表|同志)|参会(?:人员|者)|大家).{0,12}(?:讨论|认为|指出|强调|决定|同意|议定|要求|明确)"
)


@dataclass(frozen=True, slots=True)
class Start:
    """Where an item begins, by a sentence (lead), or a part with decisions or actions; else the line is its title."""

    place: int
    lead: str = ""
    part: Label | None = None


@dataclass(slots=True)
class Agenda:
    """The items with their essays and actions."""

    items: list[AgendaItem] = field(default_factory=list)
    essays: list[Essay] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)


def starts(lines: Sequence[Line], skip: int = 0) -> list[Start]:
    """Return where items begin, not before a place.

    Where leads open them, these; else the lines numbered 议题一; else what follows 议题： or …如下：, by its first
    number or bullet; else the top level 一、二、; else plainer leads (会议听取了…：), else headings. Numbers must count
    on from 1. At last lines numbered 1. 2. … below the head.
    """
    if (led := _led(lines, skip)) and not _is_titled(lines, led[0].place, skip):
        return _led(lines, skip, set_apart=True)
    if topics := _counted(lines, skip, len(lines), "topic"):
        return topics
    announced = [place + 1 for place, line in enumerate(lines) if place >= skip and _announces(line)]
    runs = [_run(lines, begin, end) for begin, end in pairwise([*announced, len(lines)])]
    best = max(runs, key=lambda run: _weight(lines, run), default=[])
    counted = _counted(lines, skip, len(lines), "han")
    plainly = _led(lines, skip, plainly=True, set_apart=True) if len(counted) < 2 else []  # noqa: PLR2004 - one number is no row
    return best or plainly or counted or _headings(lines[skip:], skip) or _numbered(lines, skip)


def _is_titled(lines: Sequence[Line], place: int, skip: int) -> bool:
    """Tell whether the line above a lead is the title of its item."""
    above = lines[place - 1] if place > skip else None
    if above is None or label(above.words) or leads.is_opening(above.words) or _too_long(above):
        return False
    return isinstance(above.block, Heading) or above.marker is not None


def _led(lines: Sequence[Line], skip: int, *, plainly: bool = False, set_apart: bool = False) -> list[Start]:
    """Return the items that leads open; only the first lead may stand behind other words, those of the opening."""
    found: list[Start] = []
    for place, line in enumerate(lines):
        if place < skip or not isinstance(line.block, Paragraph | Heading):
            continue
        if bare(line.words):
            continue  # 会议决议： is a label
        apart = set_apart and isinstance(line.block, Heading)
        before, lead = leads.part(line.words, plainly=plainly, set_apart=apart)
        if lead and not (before and found):
            found.append(Start(place, lead))
    return found


def _announces(line: Line) -> bool:
    known = bare(line.words)
    return known.kind is Kind.AGENDA if known else leads.announces_agenda(line.words)


def _run(lines: Sequence[Line], begin: int, end: int) -> list[Start]:
    first = lines[begin].marker if begin < end else None
    if first and first.value in (0, 1) and first.kind in _SCHEMES and not _section(lines[begin]):
        return _counted(lines, begin, end, first.kind)
    return _headings(lines[begin:end], begin) if begin < end and isinstance(lines[begin].block, Heading) else []


def _counted(lines: Sequence[Line], begin: int, end: int, scheme: str) -> list[Start]:
    """Return the lines that count on from 1 in one scheme, but not the lists below 决议： or 待办：."""
    found: list[Start] = []
    count, listed, form = 0, 0, ""
    for place in range(begin, end):
        line = lines[place]
        marker = line.marker
        if _section(line) and not marker:
            listed = 1  # an entry of its list may follow
            continue
        if marker is None or marker.kind != scheme:
            listed = listed if isinstance(line.block, ListItem) else 0
            continue
        if listed and scheme == "bullet":
            continue
        if listed and marker.value == listed and not (marker.value == count + 1 > 1 and marker.form == form):
            listed += 1
            continue
        if marker.value in (0, count + 1) and (not form or marker.form == form):
            count += 1
            listed, form = 0, marker.form
            if not _is_label(line):
                found.append(Start(place))
    return found


def _headings(lines: Sequence[Line], offset: int = 0) -> list[Start]:
    heads = [
        (place, line.block.level)
        for place, line in enumerate(lines)
        if isinstance(line.block, Heading) and not _is_label(line) and not leads.is_opening(line.words)
    ]
    top = min((level for _, level in heads), default=0)
    return [Start(offset + place) for place, level in heads if level == top]


def _numbered(lines: Sequence[Line], skip: int) -> list[Start]:
    """Return the lines numbered 1. 2. … where nothing but the head stands above them and something stands below."""
    found = _counted(lines, skip, len(lines), "arabic")
    if len(found) < 2 or found[-1].place - found[0].place < len(found):  # noqa: PLR2004 - one number is no row
        return []
    above = lines[skip : found[0].place]
    is_head = all(label(line.words) or bare(line.words) or leads.is_opening(line.words) for line in above)
    return found if is_head else []


def _weight(lines: Sequence[Line], run: Sequence[Start]) -> int:
    """Return how much text the items of a run have: a list of titles has less than the items themselves."""
    if not run:
        return -1
    return sum(len(line.words) for line in lines[run[0].place : run[-1].place + 2])


def _is_label(line: Line) -> bool:
    """Tell whether a numbered line is a labelled part of the minutes (`一、会议时间：…`), not an item."""
    known = bare(line.words) or label(line.words)
    return known is not None and known.kind not in (Kind.DISCUSSION, Kind.AUTHOR)


def _section(line: Line) -> Label | None:
    """Return the label of a line that opens a part with decisions or actions."""
    known = bare(line.words)
    if not known or known.kind not in _SECTIONS:
        known = label(line.words)
    return known if known and known.kind in _SECTIONS else None


def is_section(line: Line) -> bool:
    """Tell whether a line opens a part with decisions or actions: 结论, 待办：."""
    return _section(line) is not None


def is_outcome(line: Line) -> bool:
    """Tell whether a line says what was decided, or what is to be done by whom."""
    if isinstance(line.block, Table):
        return actions.is_table(line.block)
    return _section(line) is not None or actions.is_marked(line.words)


# --- the items ------------------------------------------------------------------------------------------------------


def read(lines: Sequence[Line], begins: Sequence[Start], today: date) -> Agenda:
    """Read the items that begin at certain lines; the lines before the first are not read."""
    agenda = Agenda()
    as_written = any(_too_long(lines[start.place]) for start in begins if not start.lead)
    cuts = sorted([*begins, *_parts_apart(lines, begins)], key=lambda start: start.place)
    for start, end in zip(cuts, [*(start.place for start in cuts[1:]), len(lines)], strict=True):
        head, body = lines[start.place], lines[start.place + 1 : end]
        if start.lead:
            _with_essays(agenda, start.lead, body, today)
        elif start.part:
            _apart(agenda, start.part, head, body, today)
        else:
            _talk(agenda, _titled(head, as_written=as_written), body, today)
    return agenda


def rest(lines: Sequence[Line], today: date) -> Agenda:
    """Read lines that belong to no item: decisions and actions where they are marked."""
    agenda = Agenda()
    _talk(agenda, AgendaItem(), lines, today)
    return agenda


def _parts_apart(lines: Sequence[Line], begins: Sequence[Start]) -> Iterator[Start]:
    """Yield the parts with decisions or actions that belong to no item: numbered, headings, or at the end."""
    taken = {start.place for start in begins}
    asked = [(place, found) for place, line in enumerate(lines) if (found := _section(line))]
    last = max(taken)
    single = sum(found.kind is Kind.ACTION for _, found in asked) == 1 and len(taken) > 1
    for place, found in asked:
        marker = lines[place].marker
        numbered = marker is not None and marker.kind == "han"
        final = single and place > last and found.kind is Kind.ACTION and not found.value and not marker
        if place > min(taken) and place not in taken and (numbered or final or isinstance(lines[place].block, Heading)):
            yield Start(place, part=found)


def _apart(agenda: Agenda, part: Label, head: Line, body: Sequence[Line], today: date) -> None:
    """Read decisions under a heading of their own as an item, actions as those of the meeting."""
    inner = Agenda()
    name = re.split("[:：]", head.body, maxsplit=1)[0].strip()
    _talk(inner, AgendaItem(title=name), body, today, part)
    (item,) = inner.items
    if part.kind is Kind.ACTION and not (item.discussion or item.decisions):
        inner = Agenda(actions=[replace(action, item="") for action in inner.actions])
    agenda.items += inner.items
    agenda.actions += inner.actions


def _too_long(line: Line) -> bool:
    return len(line.body) > LONGEST_TITLE or "。" in line.body[:-1]


def _titled(head: Line, *, as_written: bool) -> AgendaItem:
    """Return an item with its title; where an item of the meeting is a whole paragraph, all are kept as written too."""
    if not as_written:
        return AgendaItem(title=head.body)
    clause = re.split("[。；;：:]", head.body, maxsplit=1)[0]
    return AgendaItem(title=clause[:LONGEST_TITLE], lead=head.words)


def _with_essays(agenda: Agenda, lead: str, body: Sequence[Line], today: date) -> None:
    """Add an item that a lead opens: its essays reach to where the talk about them begins."""
    turn = next((place for place, line in enumerate(body) if place > 1 and _is_talk(line)), len(body))
    item = AgendaItem(lead=lead)
    found = essays(body[:turn], item.id, lead)
    if not leads.is_lead(lead) and not any(essay.author or essay.kind is EssayKind.INTERVIEW for essay in found):
        found, turn = (), 0  # no text was announced: this is what was said
    title = leads.title(lead) or next((essay.title for essay in found if essay.title), "")
    agenda.essays += found
    _talk(agenda, replace(item, title=title), body[turn:], today)


def _is_talk(line: Line) -> bool:
    return (_section(line) is not None and not line.marker) or _TALK.match(line.words) is not None


def _talk(agenda: Agenda, item: AgendaItem, lines: Sequence[Line], today: date, part: Label | None = None) -> None:
    """Add an item with what was said, decided and given to do; `part` is the part that the first line belongs to."""
    talk = _Talk(agenda, item, today)
    if part:
        talk.open(part)
    for line in lines:
        talk.take(line)
    decided = tuple(talk.decisions)
    agenda.items.append(replace(talk.item, discussion=blocks(talk.said), decisions=decided))


@dataclass(slots=True)
class _Talk:
    """Takes in the lines of one item; within a part with decisions or actions, its list is read as such."""

    agenda: Agenda
    item: AgendaItem
    today: date
    said: list[Line] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    part: Kind | None = None
    listed: int = 0

    def open(self, part: Label) -> None:
        """Begin a part, perhaps with its first entry on the line of its label."""
        self.part, self.listed = part.kind, 0
        if part.value:
            self._add(part.value)

    def take(self, line: Line) -> None:
        """Take in a line."""
        if isinstance(line.block, Table) and (found_in := actions.of_table(line.block, self.today, self.item.id)):
            self.part = None
            self.agenda.actions += found_in
        elif not isinstance(line.block, Paragraph | ListItem | Heading):
            self.part = None
            self.said.append(line)
        elif found := _section(line):
            self.open(found)
        elif self.part and (not self.listed or self._is_next(line)):
            self._add(self._entry(line))
        elif actions.is_marked(line.words):
            self.agenda.actions.append(actions.read(line.body, self.today, self.item.id))
        elif name := self._presenter(line.words):
            self.item = replace(self.item, presenter=name)
            if self.item.title and not self.item.lead and len(self.said) == 1 and _leads(self.said[0]):
                self.item = replace(self.item, lead=self.said.pop().words)
        else:
            self.part = None
            self.said.append(line)

    def _is_next(self, line: Line) -> bool:
        """Tell whether a line is an entry of the list that is being read; a number far beyond it belongs elsewhere."""
        found = line.marker
        if found is None:
            return isinstance(line.block, ListItem) or (self.part is Kind.ACTION and line.words.startswith(("@", "【")))
        return found.value <= self.listed + 1

    def _presenter(self, words: str) -> str:
        """Return who presents the item, where a line says so for the first time; talk without an item has nobody."""
        found = label(words) if self.item.title or self.item.lead else None
        known = found is not None and found.kind is Kind.PRESENTER and not found.remark and not self.item.presenter
        return found.value if found and known and len(found.value) <= LONGEST_PRESENTER else ""

    def _entry(self, line: Line) -> str:
        """Return an entry of a list, without its number where that only counts."""
        found = line.marker
        return line.body if found and found.value in (0, self.listed + 1) else line.words

    def _add(self, words: str) -> None:
        self.listed += 1
        if self.part is Kind.DECISION:
            self.decisions.append(_decision(words))
        else:
            self.agenda.actions.append(actions.read(words, self.today, self.item.id))


def _leads(line: Line) -> bool:
    """Tell whether a line below an item's title only leads to what follows: it ends with a colon."""
    return line.words.endswith((":", "：")) and len(line.words) <= leads.LONGEST_LEAD and not label(line.words)


def _decision(words: str) -> Decision:
    """Return a decision, its vote parted where it was counted; a full stop behind the vote belongs to the sentence."""
    match = _VOTES.search(words)
    if not match:
        return Decision(words)
    counts = (int(match[name]) for name in ("ayes", "noes", "abstentions"))
    return Decision(words[: match.start()] + match["stop"], Votes(*counts))
