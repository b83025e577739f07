"""Read an action: what is to be done, by whom, by when."""

import re
from datetime import date, timedelta

from copu_desk import dates
from copu_desk.document import Table, words_of
from copu_desk.model import Action, ActionStatus
from copu_desk.recognize.labels import Kind, bare, label
from copu_desk.recognize.words import like_name, like_organization

_PARTS = re.compile("[，,；;]|\\s+(?=@)|(?<=\\S)(?<![A-Za-z])\\s+(?=[0-9])")
_BRACKET = re.compile("[(（](?P<inside>[^()（）]{1,60})[)）](?P<stop>[。；;]?)$")
_DASHED = re.compile("\\s?(?:—{1,2}|-{2}|–)\\s?(?P<inside>[^—–-]{1,60}?)(?P<stop>[。；;]?)$")
_TAIL = re.compile("[，,；;。\\s](?P<inside>[^，,；;。\\s]{1,40})(?P<stop>[。；;]?)$")
_BEFORE = re.compile(
    "(?:@(?P<at>[^\\s，,：:]{1,20})[\\s：:]+|【(?P<box>[^】]{2,12})】\\s*|(?P<name>[^\\s，,。；;：:]{2,12})[：:]\\s*)"
)
_BOX = re.compile("(?:\\[(?:(?P<done>[xX√✓])|\\s?)\\]|(?P<ticked>[☑✓✔])|[□☐])\\s*")
OUTCOMES = {"已完成": ActionStatus.DONE, "不再办理": ActionStatus.DROPPED, "转下次会议": ActionStatus.CARRIED}
FIRST_YEAR = 1900
_FAR = timedelta(days=270)
_OPEN = ("未完成", "待办", "")
_LONGEST_STATUS = 12  # characters; more is a report of progress
_COLUMNS = {
    "事项": "what",
    "待办": "what",
    "待办事项": "what",
    "行动": "what",
    "任务": "what",
    "工作内容": "what",
    "状态": "status",
}
_NUMBERING = ("序号", "编号")
_OUTCOME = re.compile("(?:[(（]|(?P<comma>[,，]))(?P<outcome>已完成|不再办理|转下次会议)(?P<close>[)）])(?P<stop>。?)$")
_MARK = re.compile("(?:(?:责任|负责|承办)(?:人|单位|部门|科室))\\s?[:：]")
_DEADLINE = re.compile("(?:之?前|以前|截止|为止)")


def read(words: str, today: date, item: str = "") -> Action:
    """Return an action; owner and due day only where they are marked, due words as written."""
    what, status = _outcome(words.strip())
    owner = due = ""
    while tail := _tail(what, today, owner, due):
        what, owner, due = tail
    if not owner and (match := _BEFORE.match(what)) and (match["at"] or like_name(match["box"] or match["name"])):
        owner, what = match["at"] or match["box"] or match["name"], what[match.end() :]
    day = _meant(due, today) if due else _deadline(what, today)
    return Action(what=what, owner=owner, due=day, due_words=due, status=status, item=item)


def _outcome(words: str) -> tuple[str, ActionStatus]:
    """Take a box that is ticked or not off the beginning, and what became of it off the end."""
    status = ActionStatus.OPEN
    if box := _BOX.match(words):
        words = words[box.end() :]
        status = ActionStatus.DONE if box["done"] or box["ticked"] else ActionStatus.OPEN
    if told := _OUTCOME.search(words):
        words = words[: told.start()] + (told["close"] if told["comma"] else "") + told["stop"]
        status = OUTCOMES[told["outcome"]]
    return words, status


def is_marked(words: str) -> bool:
    """Tell whether a line says who is responsible for something."""
    return _MARK.search(words) is not None and label(words) is None


def of_table(table: Table, today: date, item: str = "") -> list[Action]:
    """Return the actions of a table with a row for each, by its column headings; none if it says anything else."""
    rows = [["".join(words_of(cell).split("\n")).strip() for cell in row] for row in table.rows]
    columns = [_column(head) for head in rows[0]] if rows else []
    if "what" not in columns or "" in columns or any(len(row) != len(columns) for row in rows):
        return []
    made = []
    for row in rows[1:]:
        cells = dict(zip(columns, row, strict=True))
        said = cells.get("status", "")
        status = OUTCOMES.get(said)
        if not cells["what"] or len(said) > _LONGEST_STATUS:
            return []
        due = cells.get("due", "")
        made.append(
            Action(
                what=cells["what"] if status or said in _OPEN else f"{cells['what']}（{said}）",
                owner=cells.get("owner", ""),
                due=_meant(due, today),
                due_words=due,
                status=status or ActionStatus.OPEN,
                item=item,
            )
        )
    return made


def is_table(table: Table) -> bool:
    """Tell whether a table has a row for each of some actions."""
    return bool(of_table(table, date(2000, 1, 1)))  # whatever the day is


def is_column(word: str) -> bool:
    """Tell whether a word is the head of a column in a table of actions, or says there that one is open."""
    return _column(word) != "" or word in _OPEN


def _column(head: str) -> str:
    """Return the field that a column of a table of actions holds, "" if it is not known."""
    if head in _NUMBERING:
        return "number"
    known = bare(head)
    if known and known.kind in (Kind.OWNER, Kind.DUE):
        return known.kind.value
    return _COLUMNS.get(head, "")


def _tail(what: str, today: date, owner: str, due: str) -> tuple[str, str, str] | None:
    """Take the last mark off a text: a bracket, what stands behind a dash, or a last labelled part."""
    for pattern in (_BRACKET, _DASHED, _TAIL):
        match = pattern.search(what, max(0, len(what) - 70))
        if not match or not what[: match.start()].strip() or not _is_whole(match["inside"]):
            continue
        found = _marks(match["inside"], today, labelled=pattern is _TAIL)
        if found and not (found[0] and owner) and not (found[1] and due):
            left = what[: match.start()].rstrip("，,；; ") + match["stop"]
            return left, owner or found[0], due or found[1]
    return None


def _is_whole(words: str) -> bool:
    """Tell whether no bracket within words is closed or opened outside them."""
    return all(words.count(opened) == words.count(closed) for opened, closed in ("()", "（）"))


def _marks(words: str, today: date, *, labelled: bool) -> tuple[str, str] | None:
    """Return owner and due words if words hold nothing else."""
    owners, due, named = [], "", False
    for part in filter(None, (part.strip() for part in _PARTS.split(words))):
        found = label(part)
        if found and found.kind is Kind.OWNER and found.value:
            owners.append(found.value)
            named = True
        elif found and found.kind is Kind.DUE and found.value and not due:
            due = found.value
        elif labelled or found:
            return None
        elif dates.meant(part, today) and not due:
            due = part
        elif all(like_name(name) or like_organization(name) for name in part.removeprefix("@").split("、")):
            owners.append(part.removeprefix("@"))
        elif named and not due and not labelled:
            due = part  # 8月上旬: nothing but by when is said of what somebody named is responsible for
        else:
            return None
    return ("、".join(owners), due) if owners or due else None


def _meant(due: str, today: date) -> date | None:
    """Return the day that words mean; None where they count from the day of a meeting that nobody knows yet.

    A day without a year that was over is of this year, not of the next: past minutes tell of what was due before, too.
    """
    day = dates.meant(due, today)
    if day is None or day.year < FIRST_YEAR:
        return None
    came_round = day.year == today.year + 1 and day - today > _FAR and not re.search("[0-9]{4}|年", due)
    return dates.meant(f"{today.year}-{day:%m-%d}", today) if came_round else day


def _deadline(what: str, today: date) -> date | None:
    """Return the only day of a text if it is called a deadline: `12月31日前完成`."""
    found = dates.find(what, today.year)
    if len(found) != 1 or not _DEADLINE.match(what, found[0].end):
        return None
    return _meant(what[found[0].start : found[0].end], today)
