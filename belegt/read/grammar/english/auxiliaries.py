"""What stands before an English verb: auxiliaries, negation, and whether the harm is only possible."""

from __future__ import annotations

from itertools import pairwise

from belegt.read.grammar.findings import Scene
from belegt.read.lang import words

UNREAL_REACH = 4
DONE = frozenset(("able", "managed", "continue", "continues", "continued", "began", "begins", "started", "succeeded"))
"""What makes an infinitive after it a fact: "were able to kill", "continues to displace"."""

TOLD = frozenset(("said", "alleged", "understood", "claimed"))
MODALS = frozenset(("whether", "would", "could", "may", "might", "will", "can", "should", "shall", "must", "to", "if"))


def token_before(scene: Scene, at: int) -> tuple[int, bool]:
    """The token before ``at`` over adverbs, and whether a negation stands between."""
    at, negated = at - 1, False
    while at >= 0 and ("adverbs" in scene.words[at] or "negation" in scene.words[at]) and "be" not in scene.words[at]:
        negated |= "negation" in scene.words[at]
        at -= 1
    return at, negated


def auxiliaries(scene: Scene, at: int) -> tuple[int, str, bool]:
    """First token of the auxiliaries before ``at``, the voice they give (passive, active, bare), and negation."""
    position, negated = token_before(scene, at)
    voice = "bare"
    while position >= 0:
        word = scene.words[position]
        if "be" in word and voice == "bare":
            voice = "passive"
        elif "have" in word:
            voice = "active" if voice == "bare" else voice
        elif "modal" not in word and "be" not in word and not _inside(scene, position, voice):
            break
        position, more = token_before(scene, position)
        negated |= more
    return position + 1, voice, negated


def _inside(scene: Scene, at: int, voice: str) -> bool:
    """Words between auxiliaries: "were [left] injured", "are believed [to] have been killed", "is [said to] have died"."""
    lower, following = scene.sentence.lower[at], scene.sentence.lower[at + 1 : at + 2]
    if lower == "left":
        return voice == "bare" and at > 0 and "be" in scene.words[at - 1]
    if lower in TOLD:
        return following == ["to"] and at > 0 and "be" in scene.words[at - 1]
    return lower == "to" and voice != "bare" and at + 1 < len(scene.words) and "have" in scene.words[at + 1]


def hypothetical(scene: Scene, start: int, after: int = 3) -> bool:
    """Whether a modal, "to" or "if" before the verb, or within ``after`` tokens from it, makes the harm no fact."""
    folded = _folded(scene)
    if start > 1 and folded[start - 1] == "to" and folded[start - 2] in DONE:
        return False
    window = folded[max(0, start - 1) : start + after]
    lead = folded[max(0, start - 4) : start]
    modal = any(w in MODALS for w in window if w != "if")
    return modal or any(w in ("would", "could", "might", "will", "if", "may", "whether") for w in lead)


def conditional(scene: Scene, at: int) -> bool:
    """Whether an "if" opens the clause before ``at``."""
    for position in range(at - 1, max(-1, at - 10), -1):
        if scene.words[position].text in ",.;:":
            return False
        if scene.sentence.lower[position] in ("if", "unless", "whether"):
            return True
    return False


def unreal(scene: Scene, at: int) -> bool:
    """Whether a noun of harm is only wished, feared, ordered or prevented: "prevented the killing of", "a warrant for the arrest of"."""
    lead = scene.sentence.lower[max(0, at - UNREAL_REACH) : at]
    return not words(scene.lexicon.lang, "grammar", "unreal").isdisjoint(lead)


def _folded(scene: Scene) -> list[str]:
    """The folded words, the month of May left as a name."""
    words, lower = scene.sentence.words, scene.sentence.lower
    return [w if w == "May" else low for w, low in zip(words, lower, strict=True)] if "May" in words else lower


def modal_between(scene: Scene, start: int, end: int) -> bool:
    lower = _folded(scene)
    return any(lower[i] in MODALS and not (lower[i] == "to" and lower[i + 1 : i + 2] == ["have"]) for i in range(max(0, start - 1), end))


def forced(scene: Scene, at: int) -> bool:
    lead = scene.sentence.lower[max(0, at - 9) : at]
    if any(a == "had" and b == "to" for a, b in pairwise(lead)):
        return True
    return any(w in ("forced", "forcing", "saw", "watched", "prompted", "prompting", "compelled", "leading", "causing", "caused", "made", "sent") for w in lead)
