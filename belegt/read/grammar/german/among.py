"""People among the harmed, in German: "unter den Toten waren drei Kinder", "auch ein Helfer ist unter den Opfern"."""

from __future__ import annotations

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.german.cases import nominative
from belegt.read.grammar.german.clauses import extent
from belegt.read.grammar.german.names import name_at
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate

IHNEN = frozenset(("ihnen", "denen", "diesen"))
REACH = 4
IDENTIFY = frozenset(("handelt", "handle", "handele", "handelte"))
BELONG = ("gehör", "zähl")


def among(scene: Scene, opener: int, listed: list[Mention], earlier: list[Finding]) -> bool:
    """Make findings of people who are said to be among the harmed; False where the opener at ``opener`` names no harm."""
    kind, noun = _kind(scene, opener)
    if not kind:
        return False
    people = _subject(scene, opener, noun) or listed or _named(scene, opener, noun)
    if scene.sentence.lower[opener] == "bei":
        people = [m for m in people if m.count is not None or m.singular]
    whole = _whole_before(scene, kind, earlier)
    for mention in people:
        if mention.used and not mention.attribute:
            continue
        finding = scene.add(mention, whole.kind if whole else kind, "among")
        if finding is not None:
            finding.whole = whole
            finding.start, finding.end = min(finding.start, opener), max(finding.end, noun + 1)
            mention.singular = mention.singular or (mention.count is None and scene.words[mention.head].plural is False)
    return True


def _kind(scene: Scene, opener: int) -> tuple[str, int]:
    """The kind of harm that the noun of "unter den Opfern" says, and where it stands."""
    for at in range(opener + 1, min(opener + REACH, len(scene.words))):
        kind = scene.words[at].harm.get("people")
        if kind and kind not in ("displaced", "at_risk") and scene.words[at].capital:
            lower = scene.sentence.lower
            belongs = lower[opener] == "unter" or any(w.startswith(BELONG) for w in lower) or _identified(lower, opener)
            return (kind, at) if belongs else ("", opener)
    return "", opener


def _identified(lower: list[str], opener: int) -> bool:
    """ "Bei den Toten handelt es sich um zwei Frauen": who they are."""
    return lower[opener] == "bei" and not IDENTIFY.isdisjoint(lower) and "um" in lower[opener:]


def _subject(scene: Scene, opener: int, noun: int) -> list[Mention]:
    """The people before the opener: "viele Händler befänden sich unter den Opfern"."""
    start, _ = extent(scene, scene.clauses[opener])
    before = [
        m
        for m in scene.mentions
        if start <= m.start < opener
        and not m.governor
        and not m.genitive
        and nominative(scene, m)
        and m.kind not in ("unknown", "pronoun")
    ]
    return before[-1:]


def _named(scene: Scene, opener: int, noun: int) -> list[Mention]:
    """The name before or after the phrase: "unter den Opfern ist Anton Beispiel"."""
    start, end = extent(scene, scene.clauses[opener])
    predicate = Predicate(opener, noun + 1, noun, "", "dies")
    name = name_at(scene, predicate, start, opener, "dies") or name_at(scene, predicate, noun + 1, end, "dies")
    return [name] if name is not None else []


def _whole_before(scene: Scene, kind: str, earlier: list[Finding]) -> Finding | None:
    """The people told of before to whom the harm came; victims are the dead whose number was told just before."""
    told = [f for f in [*earlier, *scene.findings] if not f.mention.singular and not f.mention.zero]
    if kind == "casualties":
        dead = all(f.kind == "killed" for f in told)
        told = [
            f
            for f in told
            if f.kind == kind
            or (f.kind == "killed" and f.mention.count and (dead or f.sentence >= scene.sentence.index - 2))
        ]
    else:
        told = [f for f in told if f.kind == kind]
    return next((f for f in reversed(told) if f.whole is None), told[-1] if told else None)


def own_kind(scene: Scene, opener: int, mention: Mention) -> str:
    """The harm of "von denen einer später starb": what the verb of the part says; "" where it has none."""
    if scene.sentence.lower[opener + 1 : opener + 2] == [] or scene.sentence.lower[opener + 1] not in IHNEN:
        return ""
    clause = scene.clauses[mention.start]
    for predicate in scene.predicates:
        if (
            scene.clauses[predicate.at] == clause
            and predicate.frame in ("dies", "participle")
            and predicate.end > mention.start
        ):
            return predicate.kind
    return ""


def pronoun_far(scene: Scene, opener: int, earlier: list[Finding]) -> bool:
    """Whether "unter ihnen" stands too far from the last harmed people to mean them."""
    if scene.sentence.lower[opener + 1 : opener + 2] == [] or scene.sentence.lower[opener + 1] not in IHNEN:
        return False
    return not any(f.sentence >= scene.sentence.index - 1 for f in earlier if not f.mention.singular)
