"""Compose what a meeting decided, and what is to be done."""

from collections.abc import Iterable, Iterator
from datetime import date

from copu_desk.compose.lines import Line, Piece, filled, joined, line
from copu_desk.document import Role
from copu_desk.model import Action, ActionStatus, AgendaItem
from copu_desk.style import HouseStyle, fill

FULL_STOP = "。"


def decision_lines(item: AgendaItem, style: HouseStyle) -> Iterator[Line]:
    """Return a line for each decision of an item, its vote in brackets where it was counted."""
    for decision in item.decisions:
        place, votes = ("agenda", item.id, "decisions", decision.id), decision.votes
        values = {"ayes": votes.ayes, "noes": votes.noes, "abstentions": votes.abstentions} if votes else {}
        counted = filled(style.votes, values, dict.fromkeys(values, (*place, "votes"))) if votes else ()
        yield from _line(style.decision, Piece(decision.text, (*place, "text")), tuple(counted), "decision")


def action_lines(actions: Iterable[Action], style: HouseStyle, held_on: date) -> Iterator[Line]:
    """Return a line for each action, with its owner, due day and outcome in brackets where they are known."""
    for action in actions:
        place = ("actions", action.id)
        owner = filled(style.owner, {"owner": action.owner}, {"owner": (*place, "owner")}) if action.owner else ()
        known = [group for group in (tuple(owner), due(action, style, held_on), outcome(action, style)) if group]
        known = [group for group in known if not _is_said("".join(piece.words for piece in group), action.what)]
        facts = _within(style.action_facts, tuple(joined(style.facts_separator, known))) if known else ()
        yield from _line(style.action, Piece(action.what, (*place, "what")), facts, "action")


def _is_said(fact: str, words: str) -> bool:
    """Whether words tell a fact already: a day that stands in them is not told twice."""
    return bool(fact) and fact in words.replace(" ", "")


def outcome(action: Action, style: HouseStyle) -> tuple[Piece, ...]:
    """Return what became of an action, nothing if it is open."""
    words = {
        ActionStatus.DONE: style.done,
        ActionStatus.DROPPED: style.dropped,
        ActionStatus.CARRIED: style.carried,
    }.get(action.status, "")
    return (Piece(words, ("actions", action.id, "status")),) if words else ()


def due(action: Action, style: HouseStyle, held_on: date) -> tuple[Piece, ...]:
    """Return by when an action is due, as the style writes days or else as it was said; nothing if that is open."""
    words, day = action.due_words, action.due
    if day:
        pattern = style.due if day.year == held_on.year else style.due_other_year
        words = fill(pattern, {"year": day.year, "month": day.month, "day": day.day})
    return (Piece(words, ("actions", action.id, "due" if day else "due_words")),) if words else ()


def _within(pattern: str, facts: tuple[Piece, ...]) -> tuple[Piece, ...]:
    before, _, after = pattern.partition("{facts}")
    return tuple(piece for piece in (Piece(before), *facts, Piece(after)) if piece.words)


def _line(label: str, said: Piece, facts: tuple[Piece, ...], role: Role) -> Iterator[Line]:
    """Return the labelled line; brackets belong to the sentence, so they stand before its full stop."""
    words, place = said
    if words.strip() or facts:
        sentence = words.rstrip()
        if facts and sentence.endswith(FULL_STOP):
            yield line(role, Piece(sentence[:-1], place), *facts, Piece(FULL_STOP, place), label=label)
        else:
            yield line(role, said, *facts, label=label)
