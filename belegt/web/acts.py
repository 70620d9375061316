"""What a person can decide about an incident or a link at the desk, as decisions in the log.

Invariant: each act names claims, not only the incident: an incident's id follows from its claims, and changes with them.
"""

from __future__ import annotations

from belegt.count.grade import GRADES
from belegt.errors import BelegtError
from belegt.link import Narrow
from belegt.model import Incident
from belegt.web.desk import Desk, State


def grade(desk: Desk, incident: Incident, value: str, reason: str, seen: int) -> None:
    """Give a grade, with its reason; where four eyes are asked for, the highest is proposed first. Raises B808 for none of the scheme or a missing reason."""
    if value not in GRADES:
        raise BelegtError("B808", value=value, field="grade", known=", ".join(GRADES))
    require(reason)
    act = "propose" if desk.four_eyes and value == GRADES[0] and not proposed(desk, incident, value) else "grade"
    desk.decide(act, (incident.id, incident.claims[0].ref), reason=reason, value=value, seen=seen)


def proposed(desk: Desk, incident: Incident, value: str) -> bool:
    """Whether somebody else proposed this grade last, and waits for another's consent (T20)."""
    refs = {c.ref for c in incident.claims}
    graded = [d for d in desk.now().in_force if d.act in ("grade", "propose") and refs & set(d.targets)]
    last = max(graded, key=lambda d: (d.at, d.id), default=None)
    return last is not None and (last.act, last.value) == ("propose", value) and last.author != desk.author


def split(desk: Desk, incident: Incident, ref: str, reason: str, seen: int) -> None:
    """Keep one claim apart from all others that stand with it; as ``belegt split`` writes it."""
    refs = [c.ref for c in incident.claims]
    if ref not in refs:
        raise BelegtError("B806", thing="claim", id=ref)
    rest = [other for other in refs if other != ref]
    if not rest:
        raise BelegtError("B707", detail="it is the whole of its incident")
    desk.decide("different", (ref, *rest), reason=reason, value="1", seen=seen)


def merge(desk: Desk, incident: Incident, other: Incident, reason: str, seen: int) -> None:
    """Say that two incidents are one; as ``belegt merge`` writes it."""
    refs = dict.fromkeys(c.ref for c in (*incident.claims, *other.claims))
    desk.decide("same", tuple(refs), reason=reason, seen=seen)


def join(desk: Desk, state: State, link: Narrow, reason: str, seen: int) -> None:
    """Say that both sides of a proposed link are one; what somebody set apart from others stays out of it but for the two nearest."""
    rest = (ref for ref in (*link.first, *link.second) if not state.named_apart(ref))
    desk.decide("same", tuple(dict.fromkeys((*link.nearest, *rest))), reason=reason, seen=seen)


def keep_apart(desk: Desk, state: State, link: Narrow, reason: str, seen: int) -> None:
    """Say that the two sides of a proposed link are different, each claim of the one from each of the other."""
    desk.decide("different", (*link.first, *link.second), reason=reason, value=str(len(link.first)), seen=seen)


def require(reason: str) -> None:
    """Raise B808 for an act without its reason."""
    if not reason.strip():
        raise BelegtError("B808", value="", field="reason", known="any words that say why")
