"""The facility claims of a sentence: every way to tell what became of a facility, one claim for each facility."""

from __future__ import annotations

from belegt.read.beside.facility.civilian import is_civilian
from belegt.read.beside.facility.states import phrased, supplied
from belegt.read.beside.facility.strikes import named_by
from belegt.read.beside.facility.verbs import done_to
from belegt.read.beside.finding import Finding
from belegt.read.beside.order import build
from belegt.read.beside.scene import Scene

_RANK = ("restored", "out_of_service", "destroyed", "damaged", "hit", "working")
"""What a claim says when a sentence tells several things of one facility: the first of these."""
_QUIET = frozenset(("damaged", "destroyed"))


def worth(scene: Scene) -> bool:
    """Whether the words of a sentence can tell of a facility at all."""
    if not any(n.topic == "facility" for n in scene.nouns):
        return False
    return any(n.topic == "facility:phrase" for n in scene.nouns) or any(s.topic == "facility" for w in scene.words for s in w.senses)


def find(scene: Scene, *, violent: bool = True) -> list[Finding]:
    """The facility claims of a sentence, one for each facility in it.

    ``violent`` says whether the report speaks of violence; elsewhere nothing is struck and closing means nothing.
    """
    build(scene)
    nouns = [n for n in scene.nouns if n.topic == "facility" and is_civilian(scene, n)]
    if not nouns:
        return []
    found: dict[int, Finding] = {}
    for finding in (*done_to(scene, nouns), *named_by(scene, nouns), *phrased(scene, nouns), *supplied(scene, nouns)):
        if not violent and finding.own["status"] not in _QUIET:
            continue
        if finding.at not in found or _outranks(scene, finding, found[finding.at]):
            found[finding.at] = finding
    return [found[at] for at in sorted(found)]


def _outranks(scene: Scene, new: Finding, old: Finding) -> bool:
    a, b = new.own["status"], old.own["status"]
    if {a, b} == _QUIET and scene.holds(scene.lexicon.facility["either"], 0, len(scene)):
        return a == "damaged"
    return _RANK.index(a) < _RANK.index(b)
