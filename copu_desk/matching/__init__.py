"""Find people by what was written, typed or called; never guess between namesakes."""

from copu_desk.matching.calls import Call, Pool, Told, called, guest, hear, identify, split, told
from copu_desk.matching.likeness import candidates, likeness

__all__ = [
    "Call",
    "Pool",
    "Told",
    "called",
    "candidates",
    "guest",
    "hear",
    "identify",
    "likeness",
    "split",
    "told",
]
