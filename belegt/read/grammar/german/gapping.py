"""Numbers whose verb or noun stands in another clause: "2009 starben 36 Menschen, 2010 deren 22", "von 310, die Regierung von 80 Toten"."""

from __future__ import annotations

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.german.clauses import MARKS, extent
from belegt.read.grammar.lexicon import Word
from belegt.read.grammar.mention import Mention

LARGEST_GAP = 14
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


def _anticipates(scene: Scene, mention: Mention, told: Finding) -> bool:
    """ "Die einen sprechen von 310, die anderen von 80 Getöteten": the noun stands with the second number only."""
    lower = scene.sentence.lower
    if told.mention.kind != "harm" or mention.governor != "von" or lower[mention.end : mention.end + 1] != [","]:
        return False
    between = lower[mention.end + 1 : told.mention.start]
    return len(between) <= LARGEST_GAP and "von" in between[-3:]
