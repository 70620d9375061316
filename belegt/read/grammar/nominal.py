"""Harm that a noun says by itself: "12 Tote", "rund 40 verletzte Teilnehmer", "die Leichen von fünf Flüchtlingen", tolls."""

from __future__ import annotations

from functools import cache

from belegt.read.grammar.english.names import person_of
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.events import named
from belegt.read.grammar.german.nouns import nor, of_disaster, relative_tolls, unreal_noun
from belegt.read.grammar.mention import Mention, months_of
from belegt.read.grammar.predicates import match_parts
from belegt.read.grammar.quantities import Count, count_at
from belegt.read.lang import table, words

TOLL_REACH, TOLL_GAP, FAR_TOLL = 14, 8, 26
MIGHT = frozenset(("könnte", "könnten", "würde", "würden"))
CAUSE_REACH, WHETHER = 4, 10


GENITIVE_COUNTS = frozenset(("zweier", "dreier", "mehrerer", "vieler", "zahlreicher", "dutzender", "hunderter", "tausender"))
"""Numbers that are genitives by their form: "die Leichen zweier Frauen"."""


ONE_BODY = frozenset(("body", "corpse", "remains"))


@cache
def _toll_phrases(lang: str) -> dict[str, list[tuple[list[frozenset[str] | None], str]]]:
    found: dict[str, list[tuple[list[frozenset[str] | None], str]]] = {}
    for kind, phrases in table(lang, "harm")["toll"].items():
        for phrase in phrases:
            parts = [None if p == "..." else frozenset(p.split("|")) for p in phrase.lower().split()]
            for first in parts[0] or ():
                found.setdefault(first, []).append((parts, kind))
    for rows in found.values():
        rows.sort(key=lambda r: -len(r[0]))
    return found


def tolls(scene: Scene) -> None:
    """"The death toll rose to 53 from 49", "die Zahl der Toten stieg auf 53"."""
    lower, phrases = scene.sentence.lower, _toll_phrases(scene.lexicon.lang)
    if scene.lexicon.lang == "de":
        for start, end, kind in relative_tolls(scene):
            _toll(scene, start, end, kind)
    if phrases.keys().isdisjoint(scene.sentence.vocabulary):
        return
    for at, word in enumerate(lower):
        for parts, kind in phrases.get(word, ()):
            ends = match_parts(lower, at, parts)
            if ends is not None and ends[-1] - at <= TOLL_GAP:
                _toll(scene, at, ends[-1] + 1, kind)
                break


def _toll(scene: Scene, start: int, end: int, kind: str) -> None:
    for noun in scene.mentions:
        if start <= noun.start < end:
            noun.used.add(kind)
    mention = _toll_number(scene, start, end)
    if mention is None:
        return
    after = scene.sentence.lower[mention.start : mention.start + 3]
    if scene.lexicon.lang == "de":
        after += scene.sentence.lower[mention.end : mention.end + 3]
    around = [*scene.sentence.lower[end : mention.start], *(after[: after.index(",")] if "," in after else after)]
    if not words(scene.lexicon.lang, "grammar", "forecast").isdisjoint(around):
        return
    for number in [mention, *_raised(scene, mention)]:
        finding = scene.add(number, kind, "toll")
        if finding is not None:
            finding.start, finding.end = min(start, number.start), max(end, number.end)


def _raised(scene: Scene, former: Mention) -> list[Mention]:
    """The present number of "stieg von 21 auf 25", where ``former`` is the one before it."""
    if scene.lexicon.lang != "de" or scene.sentence.lower[former.start - 1] != "von":
        return []
    for at in range(former.end, min(former.end + 3, len(scene.words) - 1)):
        if scene.sentence.lower[at] == "auf":
            count = count_at(scene.sentence, scene.words, at + 1, scene.lexicon)
            present = _standing(scene, count) if count is not None else None
            return [present] if present is not None else []
    return []


def _toll_number(scene: Scene, start: int, end: int) -> Mention | None:
    """The number that follows a toll, inside its clause; never one with a thing behind it."""
    links = words(scene.lexicon.lang, "grammar", "toll_links")
    for at in range(end, min(end + FAR_TOLL, len(scene.words))):
        ordinal = scene.words[at].text == "." and scene.words[at - 1].text.isdigit() and at + 1 < len(scene.words)
        if scene.words[at].text in ".;:" and not ordinal:
            return None
        if at - end >= TOLL_REACH and links.isdisjoint(scene.sentence.lower[at - 1 : at + 1]):
            continue
        count = count_at(scene.sentence, scene.words, at, scene.lexicon)
        if count is None or _is_day(scene, count):
            continue
        if at > end + 2 and scene.sentence.lower[at - 1] == "of":
            continue
        if at > 0 and scene.sentence.lower[at - 1] not in links and not any(w in links for w in scene.sentence.lower[max(end, at - 3) : at]) and not _amounts(scene, count):
            continue
        if scene.sentence.lower[at] == "one" and scene.sentence.lower[at + 1 : at + 2] == ["of"]:
            return None
        return _standing(scene, count)
    return None


def _is_day(scene: Scene, count: Count) -> bool:
    """"stieg am 3. Mai auf 30": the number of a day."""
    lower = scene.sentence.lower
    return lower[count.end : count.end + 1] == ["."] and not months_of(scene.lexicon.lang).isdisjoint(lower[count.end + 1 : count.end + 2])


def _amounts(scene: Scene, count: Count) -> bool:
    """"soll mehrere hundert betragen": the verb that links a toll to its number stands after it."""
    return scene.lexicon.lang == "de" and scene.sentence.lower[count.end : count.end + 1] in (["betragen"], ["betrage"], ["betrug"])


def _standing(scene: Scene, count: Count) -> Mention | None:
    following = scene.words[count.end] if count.end < len(scene.words) else None
    if following is not None and following.inert:
        return None
    for mention in scene.mentions:
        if mention.count is not None and mention.start <= count.start < mention.end:
            return mention
    return scene.put(Mention(count.start, count.end, count.end - 1, "bare", count=count, singular=count.high == 1))


def nouns(scene: Scene, told: set[str]) -> None:
    """Mentions whose noun or attribute is the harm; run after the verbs, so that they come first.

    ``told`` are the kinds of harm that the report has told before: "the wounded" refers back to them.
    """
    for mention in list(scene.mentions):
        kind = mention.attribute or (mention.harm if mention.kind == "harm" or mention.harm in ("detained", "displaced") else "")
        if kind == "casualties" and not mention.governor and _claims_lives(scene):
            kind = "killed"
        if not kind or mention.part and mention.harm and mention.count is None:
            continue
        if scene.lexicon.lang != "de" and _freed_or_scars(scene, mention, kind):
            continue
        if _title(scene, mention) or any(p.idiom and p.start < mention.head < p.end and not (mention.definite and p.kind == "casualties") for p in scene.predicates):
            continue
        if mention.used and (kind in mention.used or not mention.attribute):
            continue
        complement = _complement(scene, mention) if kind == "killed" or scene.lexicon.lang != "de" else None
        if complement is None and kind == "killed" and mention.kind == "harm" and scene.lexicon.lang == "de":
            complement = named(scene, mention.end + 1) if scene.sentence.lower[mention.end : mention.end + 1] == ["von"] else None
        if complement is None and kind == "killed" and scene.lexicon.lang == "en" and scene.sentence.lower[mention.head] in ONE_BODY:
            complement = person_of(scene, mention.end)
        if mention.kind == "harm" and mention.count is None and complement is not None and not mention.zero:
            _bodies(scene, mention, complement, kind)
        elif scene.words[mention.head].soft and mention.kind == "harm" and mention.count is None and not mention.article:
            continue
        elif denied(scene, mention):
            scene.add(mention, kind, "noun-denied", zero=True)
        elif scene.lexicon.lang == "de" and unreal_noun(scene, mention, kind, told):
            continue
        elif (_stands(mention, kind, told) or _first_held(scene, mention, kind, told) or _caused(scene, mention, kind) or of_disaster(scene, mention, kind, told)) and not forecast(scene, mention.start):
            scene.add(mention, kind, "attribute" if mention.attribute else "noun")


def _freed_or_scars(scene: Scene, mention: Mention, kind: str) -> bool:
    """Prisoners who are free again or only some of them, and "with various injuries": no figure of their own."""
    if kind == "injured":
        suffered = mention.governor == "with" or "possessive" in scene.words[mention.start]
        return suffered and mention.kind == "harm" and "participle" not in scene.words[mention.head].harm
    if kind != "detained" or mention.attribute:
        return False
    if mention.count is not None and mention.count.qualifier == "vague" and mention.count.low == 2:
        return scene.words[mention.head].groups == ("prisoner",)
    free = words(scene.lexicon.lang, "grammar", "released")
    return not free.isdisjoint(scene.sentence.lower[max(0, mention.start - 3) : mention.end + 2])


def _caused(scene: Scene, mention: Mention, kind: str) -> bool:
    """"causing civilian casualties", "there were casualties": the plural alone is a claim where a verb says that they came about."""
    if kind != "casualties" or mention.kind != "harm" or mention.singular or mention.definite or (mention.count is not None and mention.count.qualifier != "vague"):
        return False
    causes = words(scene.lexicon.lang, "grammar", "causes")
    lead = scene.sentence.lower[max(0, mention.start - CAUSE_REACH) : mention.end - 1]
    after = scene.sentence.lower[mention.end : mention.end + 2]
    return not causes.isdisjoint(lead) and "not" not in lead and "no" not in lead or after == ["were", "reported"]


def _claims_lives(scene: Scene) -> bool:
    """"forderte 35.000 Opfer": victims that a disaster claims are its dead."""
    claims = words(scene.lexicon.lang, "harm", "claims")
    return any(w in claims for w in scene.sentence.lower)


def _title(scene: Scene, mention: Mention) -> bool:
    """"Al-Aqsa Martyrs Hospital": a noun inside a name."""
    if scene.lexicon.lang == "de" or mention.count or not scene.words[mention.head].capital or mention.head == 0 or mention.end >= len(scene.words):
        return False
    return scene.words[mention.end].capital and scene.words[mention.head].text[1:].islower() and scene.words[mention.head - 1].capital


def forecast(scene: Scene, at: int) -> bool:
    """Whether a word of fear or foresight stands shortly before."""
    ahead = words(scene.lexicon.lang, "grammar", "forecast")
    if "whether" in scene.sentence.lower[max(0, at - WHETHER) : at]:
        return True
    lead = scene.sentence.lower[max(0, at - 6) : at]
    if (
        scene.lexicon.lang == "de"
        and "," in lead
        and not MIGHT.isdisjoint(lead[: lead.index(",")])
        and lead[lead.index(",") + 1 :][:1] != ["dass"]
    ):
        lead = lead[lead.index(",") :]
    return any(w in ahead for w in lead)


def denied(scene: Scene, mention: Mention) -> bool:
    """"It did not report any casualties", "without casualties"."""
    lower = scene.sentence.lower
    lead = lower[max(0, mention.start - 5) : mention.start + 1]
    if scene.lexicon.lang == "de" and nor(scene, mention):
        return True
    return mention.count is None and not (mention.attribute and mention.definite) and ("without" in lead[-3:] or ("ohne" in lead[-3:] and mention.harm != "casualties") or ("any" in lead and any(w in ("not", "n't", "no", "nor", "without", "neither") for w in lead)))


def _stands(mention: Mention, kind: str, told: set[str]) -> bool:
    """Whether the noun makes a claim of its own: counted, denied, one person, or told for the first time."""
    if mention.kind == "name":
        return mention.definite
    if mention.zero:
        return kind not in ("displaced", "at_risk")
    if mention.count is not None:
        return not (kind == "casualties" and mention.count.qualifier == "vague" and mention.count.low == 2)
    if mention.kind == "unknown":
        return bool(mention.attribute) and mention.definite and kind in ("killed", "injured", "missing")
    if mention.definite:
        if mention.attribute:
            return mention.singular or kind not in told
        return kind in ("killed", "injured") and kind not in told
    if mention.article:
        return True
    if mention.attribute:
        return kind not in told or kind != "detained"
    several = kind == "casualties" and mention.end - mention.start > 2  # "Tote und Verletzte"
    return (several or kind in ("killed", "injured", "missing")) and not mention.singular and mention.governor not in ("unter", "zu", "among", "to")


def _complement(scene: Scene, mention: Mention) -> Mention | None:
    """The people of "the bodies of 12 people", "Leichen von fünf Flüchtlingen", "die Leiche eines Mannes"."""
    links = words(scene.lexicon.lang, "grammar", "complements")
    for other in scene.mentions:
        if other.start < mention.end:
            continue
        gap = scene.sentence.lower[mention.end : other.start]
        if gap == ["von"] and other.article and scene.lexicon.lang == "de" and _found_by(scene, mention):
            return None
        if len(gap) > 1 and scene.lexicon.lang != "de" and all("adverbs" in w for w in scene.words[mention.end + 1 : other.start]):
            gap = gap[:1]
        if gap[:1] == ["to"] and mention.harm == "killed" and scene.lexicon.lang != "de":
            return None
        if (len(gap) == 1 and gap[0] in links) or (not gap and (other.article or other.genitive or scene.sentence.lower[other.start] in GENITIVE_COUNTS) and scene.lexicon.lang == "de"):
            return other if (other.kind in ("person", "bare") or (other.kind == "unknown" and (other.count or mention.harm == "killed"))) and (other.count or other.article or other.kind == "person") and not (other.genitive and not other.singular) else None
        return None
    return None


def _first_held(scene: Scene, mention: Mention, kind: str, told: set[str]) -> bool:
    """ "Der Festgenommene soll ...", "die Geiseln kamen frei": held people of whom the report has not told before."""
    if scene.lexicon.lang != "de" or kind != "detained" or kind in told or not mention.definite or mention.attribute:
        return False
    threatened = any(p.refused and scene.clauses[p.at] == scene.clauses[mention.start] for p in scene.predicates)
    return "prisoner" not in mention.groups and not threatened


def _found_by(scene: Scene, mention: Mention) -> bool:
    """ "Ihre Leiche wurde von einem Jäger entdeckt": behind a passive, "von" says who found the body, not whose it is."""
    before = scene.words[mention.end - 1 : mention.end + 2]
    return any("be" in w for w in before) or any("be" in w for w in scene.words[max(0, mention.start - 4) : mention.start])


def _bodies(scene: Scene, mention: Mention, people: Mention, kind: str) -> None:
    last = people
    chain = [people]
    for other in scene.mentions:
        if other.start >= last.end and other is not people:
            between = scene.words[last.end : other.start]
            if len(between) != 1 or not ("conjunctions" in between[0] or between[0].text == ","):
                break
            chain.append(other)
            last = other
    for one in chain:
        finding = scene.add(one, kind, "bodies-of")
        if finding is not None and one is people:
            finding.start = mention.start
    mention.used.add(kind)
