"""To whom the text ascribes the harm (R19): the agent of a passive, the subject of an active, or whose strike it was."""

from __future__ import annotations

from functools import cache

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.lang import table, words

REACH = 12
PHRASE = 9
_END = frozenset(".,;:()\"“”„–—|")


@cache
def _nouns(lang: str) -> frozenset[str]:
    return words(lang, "actors", "nouns")


def by(scene: Scene, finding: Finding) -> tuple[str, ...]:
    """The actor as written, () where the sentence names none."""
    if finding.predicate is not None:
        agent = _after(scene, finding)
        if agent:
            return (agent,)
        if not finding.passive and finding.rule in ("object", "active"):
            subject = _subject(scene, finding)
            if subject:
                return (subject,)
    strike = _strike(scene)
    return (strike,) if strike else ()


def _after(scene: Scene, finding: Finding) -> str:
    """"killed by gunmen", "durch Beschuss der Rebellen", "von der Polizei erschossen"."""
    lead = words(scene.lexicon.lang, "actors", "lead")
    lower = scene.sentence.lower
    predicate = finding.predicate
    assert predicate is not None
    german = scene.lexicon.lang == "de"
    window = range(max(0, predicate.at - REACH), predicate.at) if german else range(predicate.end, min(len(lower), predicate.end + REACH))
    for at in window:
        if lower[at] not in lead or (german and scene.clauses and scene.clauses[at] != scene.clauses[predicate.at]):
            continue
        if finding.mention.start <= at < finding.mention.end:
            continue
        phrase = _phrase(scene, at + 1)
        if phrase:
            return phrase
    return ""


def _phrase(scene: Scene, start: int) -> str:
    """The noun group that begins at ``start`` when it holds an actor, as written."""
    nouns, sentence = _nouns(scene.lexicon.lang), scene.sentence
    end, held = start, -1
    while end < len(sentence) and end - start < PHRASE:
        word = scene.words[end]
        if word.text in _END or (word.harm and "people" not in word.harm) or "be" in word or "have" in word:
            break
        if "prepositions" in word and end > start and not (scene.lexicon.lang == "de" and word.lower in ("von",)):
            break
        if word.lower in nouns or word.lower.rsplit("-", 1)[-1] in nouns or _fighter(word.groups):
            held = end
        end += 1
    if held < 0:
        return ""
    while end - 1 > held and not scene.words[end - 1].capital:
        end -= 1
    return scene.text[sentence.starts[start] : sentence.ends[max(held, end - 1)]] if scene.lexicon.lang == "de" else scene.text[sentence.starts[start] : sentence.ends[end - 1]]


def _fighter(groups: tuple[str, ...] | None) -> bool:
    return bool(groups) and bool({"combatant", "police", "attacker"} & set(groups or ()))


def _subject(scene: Scene, finding: Finding) -> str:
    """The subject before an active verb, when it is an actor and no weapon."""
    predicate = finding.predicate
    assert predicate is not None
    if finding.agent is not None and finding.agent is not finding.mention:
        mention = finding.agent
        if mention.kind in ("person", "name") and not (scene.lexicon.lang == "en" and _weapon(scene, mention.head)):
            return scene.text[scene.sentence.starts[mention.start] : scene.sentence.ends[mention.end - 1]]
    nouns = _nouns(scene.lexicon.lang)
    for at in range(predicate.start - 1, max(-1, predicate.start - REACH), -1):
        word = scene.words[at]
        if word.text in ".;:":
            break
        if word.lower in nouns or word.lower.rsplit("-", 1)[-1] in nouns:
            start = at
            while start > 0 and (scene.words[start - 1].capital or "definite" in scene.words[start - 1] or scene.words[start - 1].groups is not None) and at - start < 5 and scene.words[start - 1].text not in _END:
                start -= 1
            if scene.lexicon.lang == "en" and _weapon(scene, at):
                continue
            return scene.text[scene.sentence.starts[start] : scene.sentence.ends[at]]
    return ""


def _weapon(scene: Scene, at: int) -> bool:
    """"rebel attack", "army shelling": the noun only describes the strike that follows."""
    following = scene.sentence.lower[at + 1 : at + 3]
    strikes = words(scene.lexicon.lang, "actors", "strikes")
    return any(w in strikes for w in following)


def _strike(scene: Scene) -> str:
    """Whose strike it was: "Russian airstrikes", "bei einem US-Luftangriff", "regime shelling"."""
    adjectives, strikes = words(scene.lexicon.lang, "actors", "adjectives"), words(scene.lexicon.lang, "actors", "strikes")
    lower = scene.sentence.lower
    for at, word in enumerate(lower):
        if word.startswith(("us-", "nato-", "israel-")) and word.split("-", 1)[1] in strikes:
            return scene.sentence.words[at].split("-", 1)[0]
        if word in adjectives and any(w in strikes for w in lower[at + 1 : at + 4]):
            return scene.sentence.words[at]
    return ""
