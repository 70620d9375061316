"""What a sentence carries over: numbers that share a verb or noun, and plural pronouns.

"2009 starben 36 Menschen, 2010 deren 22"; "von 310, die Regierung von 80 Toten"; "Kurz darauf wurden sie erschossen".
"""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.german.cases import PLURAL
from belegt.read.grammar.german.clauses import MARKS, extent
from belegt.read.grammar.lexicon import Word
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.grammar.quantities import Count

NEAR = 2
"""Sentences between those who were told of and the pronoun, at most."""
TOLD = ("killed", "injured", "detained")
LARGEST_GAP = 14
REVIVED = frozenset(("reanimiert", "wiederbelebt"))
WERE = frozenset(("waren", "sind", "seien"))
IT = frozenset(("es", "deren", "noch", "einmal", "nochmals", "sogar", "allein", "lediglich", "weitere"))


def gapped_numbers(scene: Scene) -> None:
    """Make findings of bare numbers that share the harm of the counted people before or behind them."""
    free = [m for m in scene.mentions if m.kind == "bare" and m.count is not None and not m.used and not m.part]
    counted = [
        f
        for f in scene.findings
        if f.mention.count is not None and not f.zero and f.rule != "toll" and f.kind not in ("displaced", "at_risk")
    ]
    if not free or not counted:
        return
    for mention in free:
        before = next((f for f in reversed(counted) if f.mention.end <= mention.start), None)
        if before is not None and _goes_on(scene, before, mention):
            _tell(scene, mention, before.kind)
            continue
        after = next((f for f in counted if f.mention.start >= mention.end), None)
        if after is not None and _anticipates(scene, mention, after):
            _tell(scene, mention, after.kind)


def it_was(scene: Scene, earlier: Sequence[Finding]) -> None:
    """ "Im Jahr davor waren es 152": as many came to the harm that was told of last, in the sentence before."""
    lower = scene.sentence.lower
    at = next((i for i in range(len(lower) - 2) if lower[i] in WERE and lower[i + 1] == "es"), None)
    told = next((f for f in reversed([*earlier, *scene.findings]) if f.whole is None), None)
    if at is None or told is None or told.sentence < scene.sentence.index - 1 or not _counted(told):
        return
    mention = next((m for m in scene.mentions if at + 2 <= m.start <= at + 5 and m.count is not None), None)
    if (
        mention is None
        or mention.used
        or mention.part
        or mention.kind not in ("bare", "person")
        or mention.count is None
    ):
        return
    following = lower[mention.end : mention.end + 1]
    if told.kind == "displaced" and ("pro" in lower[:at] or following == ["pro"]):
        return
    if mention.kind == "bare" and following not in ([], ["."], [","], [";"], ["und"], [":"], ["gewesen"]):
        return
    _tell(scene, mention, told.kind)


def _counted(finding: Finding) -> bool:
    """Whether the finding is one of several people with their number."""
    mention = finding.mention
    return mention.count is not None and not mention.singular and not finding.zero and not mention.zero


def _tell(scene: Scene, mention: Mention, kind: str) -> None:
    mention.singular = mention.count is not None and mention.count.high == 1
    scene.add(mention, kind, "gapped")


def _goes_on(scene: Scene, told: Finding, mention: Mention) -> bool:
    """Whether the number ends a clause of its own that has no verb but "waren es"."""
    clause = scene.clauses[mention.start]
    if clause == scene.clauses[told.mention.start] or mention.start - told.end > LARGEST_GAP or mention.more:
        return False
    start, end = extent(scene, clause)
    if any(start <= p.at < end for p in scene.predicates) or any(
        start <= f.mention.start < end for f in scene.findings
    ):
        return False
    inside = range(start, end)
    rest = [
        i
        for i in inside
        if i >= mention.end and scene.words[i].text not in '.;!?“”"' and scene.words[i].text not in MARKS
    ]
    if rest and scene.sentence.lower[rest[0]] not in ("in", "im", "am", "auf"):
        return False
    lead = [i for i in inside if i < mention.start and scene.words[i].text not in MARKS]
    return bool(lead or rest) and all(_light(scene, i) for i in (*lead, *rest))


def _light(scene: Scene, at: int) -> bool:
    """A word that is no verb: of a phrase of time or place, or of "waren es"."""
    word: Word = scene.words[at]
    if word.lower in IT or word.capital or not word.text.isalpha():
        return True
    if "be" in word:
        return scene.sentence.lower[at + 1 : at + 2] == ["es"]
    if (
        "have" in word
        or "modal" in word
        or "relative" in word
        and word.lower not in ("der", "die", "das", "den", "dem")
    ):
        return False
    following = scene.words[at + 1] if at + 1 < len(scene.words) else None
    adjective = (
        word.lower.endswith(("en", "er", "e", "em", "es"))
        and following is not None
        and (following.capital or following.text.isdigit())
    )
    return bool(word.classes - {"relative", "pronouns", "subordinators"}) or word.unit is not None or adjective


def broken_down(scene: Scene) -> None:
    """ "265 Menschen kamen ums Leben, 161 Loyalisten und 104 Putschisten": numbers behind a total that add up to it."""
    for whole in [f for f in scene.findings if _counted(f) and f.whole is None and f.kind in TOLD]:
        rest = [
            m
            for m in scene.mentions
            if m.start >= whole.mention.end and m.count is not None and not m.used and m.kind != "harm"
        ]
        if any(m.part or scene.sentence.lower[m.end : m.end + 1] in (["davon"], ["von"]) for m in rest[:4]):
            continue
        size, count = 0, whole.mention.count
        for number, mention in enumerate(rest[:4], 1):
            size += (mention.count.low or 0) if mention.count is not None else 0
            if number > 1 and count is not None and size == count.low:
                for part in rest[:number]:
                    finding = scene.add(part, whole.kind, "broken-down")
                    if finding is not None:
                        finding.whole = whole
                return


def _anticipates(scene: Scene, mention: Mention, told: Finding) -> bool:
    """ "Die einen sprechen von 310, die anderen von 80 Getöteten": the noun stands with the second number only."""
    lower = scene.sentence.lower
    if told.mention.kind != "harm" or mention.governor != "von" or lower[mention.end : mention.end + 1] != [","]:
        return False
    between = lower[mention.end + 1 : told.mention.start]
    return len(between) <= LARGEST_GAP and "von" in between[-3:]


def they(scene: Scene, earlier: Sequence[Finding]) -> None:
    """Make findings of "sie" with a plural verb, where people were told of shortly before and not of this harm."""
    if "sie" not in scene.sentence.vocabulary or PLURAL.isdisjoint(scene.sentence.vocabulary):
        return
    for predicate in scene.predicates:
        if (
            predicate.kind not in TOLD
            or predicate.refused
            or predicate.soft
            or predicate.frame not in ("participle", "dies")
        ):
            continue
        at = _subject(scene, predicate)
        meant = _meant(scene, at, [*earlier, *scene.findings], predicate) if at is not None else None
        if at is None or meant is None:
            continue
        mention = Mention(at, at + 1, at, "pronoun", groups=meant.groups)
        if meant.count is not None:
            mention.count = Count(at, at + 1, meant.count.low, meant.count.high, meant.count.qualifier)
        scene.put(mention)
        scene.add(
            mention, predicate.kind, "they", predicate, passive=predicate.frame == "participle", zero=predicate.zero
        )


def _subject(scene: Scene, predicate: Predicate) -> int | None:
    """The token of "sie" that the verb has for its subject, and nobody else."""
    if any(f.predicate is predicate for f in scene.findings):
        return None
    start, end = extent(scene, scene.clauses[predicate.at])
    lower = scene.sentence.lower[start:end]
    if (
        "sie" not in lower
        or not any(v in PLURAL for v in lower)
        or predicate.frame == "participle"
        and any("have" in w for w in scene.words[start:end])
    ):
        return None
    people = [
        m
        for m in scene.mentions
        if start <= m.start < end
        and not m.governor
        and not m.genitive
        and (m.kind not in ("unknown", "name") or m.used)
    ]
    return start + lower.index("sie") if not people else None


def _meant(scene: Scene, at: int, told: list[Finding], predicate: Predicate) -> Mention | None:
    """The people told of last, if these are several and came to other harm than this."""
    near = [
        f
        for f in told
        if f.sentence >= scene.sentence.index - NEAR and (f.sentence < scene.sentence.index or f.mention.end <= at)
    ]
    last = next((f for f in reversed(near) if f.whole is None), None)
    if last is None or last.mention.singular or last.mention.zero or last.zero:
        return None
    return None if any(f.kind == predicate.kind and not f.mention.singular for f in near) else last.mention


def found_dead(scene: Scene) -> None:
    """ "Das vermisste Paar ist tot", "wurde reanimiert, starb aber": who is dead is no longer missing, nor hurt by being revived."""
    killed = [f.mention for f in scene.findings if f.kind == "killed"]
    for before in list(scene.findings) if killed else ():
        missed = before.kind == "missing" and before.mention.attribute == "missing"
        revived = before.predicate is not None and scene.sentence.lower[before.predicate.at] in REVIVED
        if (missed or revived) and any(mention is before.mention for mention in killed):
            scene.findings.remove(before)


def told_in_it(scene: Scene) -> None:
    """ "Er erschlug den Mann und vergrub die Leiche": the body of who was told of just before in the sentence."""
    for again in [f for f in scene.findings if f.rule == "noun"]:
        mention = again.mention
        if mention.count is not None or not mention.definite or mention.zero or mention.harm != "killed":
            continue
        if any(
            f.kind == "killed" and f is not again and f.mention.end <= mention.start and not f.zero
            for f in scene.findings
        ):
            scene.findings.remove(again)


def told_before(scene: Scene, earlier: list[Finding]) -> None:
    """ "Der Tod des Torwarts" after "der Torwart starb": one death of a known person is told of once."""
    for again in [f for f in scene.findings if f.rule in ("event-of", "bodies-of")]:
        mention = again.mention
        known = mention.singular and mention.kind == "person" and mention.count is None and not mention.names
        told = any(f.kind == again.kind and f.mention.singular and not f.zero for f in earlier)
        if known and told and scene.sentence.lower[mention.start] in ("des", "der"):
            scene.findings.remove(again)
