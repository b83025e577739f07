"""Compose what a meeting decided, and what is to be done."""

from collections.abc import Iterable, Iterator
from datetime import date

from copu_desk.document import Paragraph, Role, Span, spans
from copu_desk.model import Action, ActionStatus, Decision
from copu_desk.style import HouseStyle, fill

FULL_STOP = "。"


def decision_lines(decisions: Iterable[Decision], style: HouseStyle) -> Iterator[Paragraph]:
    """Return a line for each decision, its vote in brackets where it was counted."""
    for decision in decisions:
        votes = decision.votes
        counted = (
            fill(style.votes, {"ayes": votes.ayes, "noes": votes.noes, "abstentions": votes.abstentions})
            if votes
            else ""
        )
        yield from _line(style.decision, decision.text, counted, "decision")


def action_lines(actions: Iterable[Action], style: HouseStyle, held_on: date) -> Iterator[Paragraph]:
    """Return a line for each action, with its owner, due day and outcome in brackets where they are known."""
    outcomes = {
        ActionStatus.DONE: style.done,
        ActionStatus.DROPPED: style.dropped,
        ActionStatus.CARRIED: style.carried,
    }
    for action in actions:
        owner = fill(style.owner, {"owner": action.owner}) if action.owner else ""
        known = [fact for fact in (owner, _due(action, style, held_on), outcomes.get(action.status, "")) if fact]
        facts = fill(style.action_facts, {"facts": style.facts_separator.join(known)}) if known else ""
        yield from _line(style.action, action.what, facts, "action")


def _due(action: Action, style: HouseStyle, held_on: date) -> str:
    if action.due is None:
        return action.due_words
    pattern = style.due if action.due.year == held_on.year else style.due_other_year
    return fill(pattern, {"year": action.due.year, "month": action.due.month, "day": action.due.day})


def _line(label: str, words: str, facts: str, role: Role) -> Iterator[Paragraph]:
    """Return the labelled line; brackets belong to the sentence, so they stand before its full stop."""
    if words.strip() or facts:
        sentence = words.rstrip()
        ended = facts and sentence.endswith(FULL_STOP)
        printed = sentence[:-1] + facts + FULL_STOP if ended else words + facts
        yield Paragraph((Span(label, bold=True), *spans(printed)), role)
