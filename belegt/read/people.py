"""Who the people are (R8): the groups of a finding, by its noun, its age, its sex, its side, or the people it refers back to."""

from __future__ import annotations

from collections.abc import Sequence

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.german.those import again, apposition, colleague, of_them
from belegt.read.grammar.mention import Mention
from belegt.read.lang import table, words
from belegt.read.persons import Persons, member_of
from belegt.read.who import most_of_them, plain_groups, said_around

MASCULINE = ("ein", "der", "einen", "dem", "den", "einem", "des", "sein", "dieser")
FEMININE = ("eine", "die", "seine", "ihre", "diese")
ONES_OWN = frozenset(("child", "woman", "man", "elderly", "attacker", "official", "journalist", "person"))
"""Groups that say who somebody is: what is told of one person says nothing of the others beside them."""
YOUNG_AND_OLD = frozenset(("child", "woman", "elderly"))
FREE = frozenset(("person", "civilian", "man", "woman"))
ANYBODY = frozenset(("person", "child", "man", "woman"))
IN = frozenset(("in", "im", "inside"))
SAID_WITHIN = 5
LONG = 5
"""Words of "der schwer verletzte Beifahrer", who is known to be a man; a longer phrase may be of anybody."""
OF_WHOM = (["of", "whom"], ["von", "denen"])
OF_THEM = (["of", "them"], ["of", "whom"])
FEMALE = ("innen", "ärztin", "schwester", "schwestern")
NAMED = (["named"], ["called"])
NOT_OF_CHILDREN = frozenset(("person", "woman", "man", "child", "worker"))
ONE_WOMAN = ("eine", "die")
DEFINITE_MAN = ("der", "des", "dem", "den", "dieser")
OTHERS = frozenset(("them", "ihnen"))
Told = Sequence[tuple[Finding, tuple[str, ...]]]


def groups(scene: Scene, finding: Finding, before: Told, persons: Persons) -> tuple[str, ...]:
    """The groups in the order of the contract, ("person",) when nothing is said.

    ``before`` are the findings of the same sentence and the one before it, with their groups, in order.
    """
    mention = finding.mention
    pairs = table(scene.lexicon.lang, "victims")["pairs"]
    if scene.sentence.lower[mention.head] in pairs["words"] and mention.count is None:
        return tuple(pairs["groups"]) or ("person",)
    found = _told(scene, finding, before, persons)
    if found == ["worker"] and scene.sentence.lower[mention.head] in words(scene.lexicon.lang, "people", "pilots") and persons.at_war_in_the_air():
        found = ["combatant"]
    if mention.singular and found in ([], ["person"]):
        found = _sex(scene, finding) or found
    if mention.singular and found in ([], ["person"], ["man"], ["woman"]) and not mention.zero:
        known = list(_known(scene, finding, before, persons))
        told_more = set(found) < set(known) or known != ["civilian"] and not {"man", "woman"} & set(known)
        found = known if known and (found in ([], ["person"]) or told_more) else found
    if finding.kind == "detained" and set(found) <= {"person", "man"} and _suspect(scene, finding, persons):
        found = ["attacker"]
    if "child" in found and ("woman" in found or "man" in found) and mention.age is not None:
        found = [g for g in found if g not in ("woman", "man")]
    return _with_whole(finding, found, before)


def _told(scene: Scene, finding: Finding, before: Told, persons: Persons) -> list[str]:
    """What the noun, the age and the sides tell, or the people before."""
    mention = finding.mention
    found = list(mention.groups)
    if mention.age is None and (mention.names or scene.sentence.lower[mention.end : mention.end + 1] == ["aged"] or _of_age(scene, mention.end)):
        mention.age = _age_behind(scene, mention.end)
    other = apposition(scene, mention)
    if other is not None:
        found = [*dict.fromkeys([*other.groups, *found])]
        mention.age = mention.age if mention.age is not None else other.age
    if mention.age is not None:
        found = _aged(scene, finding, found)
    if found in ([], ["person"], ["worker"], ["official"]) and mention.kind in ("person", "unknown", "harm"):
        found = list(member_of(scene.words, mention.start, mention.head, scene.lexicon.lang)) or found
    if found in ([], ["person"]) and mention.count is not None and finding.whole is not None:
        found = list(_said_to_be(scene, mention)) or found
    if not found and mention.kind == "unknown" and mention.count is not None:
        found = list(_shared_noun(scene, mention))
    if found in ([], ["person"], ["man"]):
        found = list(said_around(scene, finding)) or found
    if found in ([], ["person"]):
        found = list(most_of_them(scene, finding)) or found
    if found in ([], ["person"]) and scene.lexicon.lang == "de":
        found = list((finding.whole is None and of_them(scene, mention, persons.document)) or colleague(scene, mention, [g for _, g in before])) or found
    if not found or (found == ["person"] and mention.more):
        more = _inherited(scene, finding, before)
        found = found if found and "attacker" in more else list(more) or found
    noun = scene.sentence.lower[mention.head]
    if mention.singular and found == ["elderly"] and scene.sentence.lower[mention.start] in MASCULINE and scene.lexicon.lang == "de":
        found = ["elderly", "man"]
    if _feminine(scene, mention) and {"woman", "child"}.isdisjoint(found):
        if "student" in found and noun.endswith("schülerinnen"):
            return found
        pupil = "student" in found and "schülerin" in noun
        found = [*(g for g in found if g not in ("person", "man")), "child" if pupil else "woman"]
    if noun in words(scene.lexicon.lang, "people", "pupils"):
        found = [*found, "student"]
    if noun in words(scene.lexicon.lang, "people", "fallen"):
        found = ["combatant"]
    if (
        finding.kind == "killed"
        and set(found) <= FREE
        and finding.rule != "event-number"
        and _in_prison(scene, finding)
    ):
        found = [*(g for g in found if g != "person"), "prisoner"]
    if "refugee" not in found and _uprooted(scene, finding, set(found), persons):
        found = [*(g for g in found if g != "person"), "refugee"]
    return found


def _feminine(scene: Scene, mention: Mention) -> bool:
    """"Eine Palästinenserin", "die Tote": a German noun for a woman or for women; "Schülerinnen und Schüler" are both."""
    noun = scene.words[mention.head]
    if scene.lexicon.lang != "de" or not noun.text[:1].isupper():
        return False
    if mention.kind == "harm" or mention.kind == "person" and scene.lexicon.adjectival(noun):
        return mention.singular and noun.lower.endswith(("te", "ene", "lose", "dige")) and scene.sentence.lower[mention.start] in ONE_WOMAN
    if mention.kind != "person" or noun.groups is None:
        return False
    derived = noun.lower.endswith(FEMALE) or noun.lower.endswith("in") and noun.lower not in words("de", "people", "no_women")
    return derived and "conjunctions" not in scene.words[min(mention.end, len(scene.words) - 1)]


def _with_whole(finding: Finding, found: list[str], before: Told) -> tuple[str, ...]:
    """A foreigner among soldiers is a soldier, and so is a child."""
    if finding.whole is not None and (found == ["foreigner"] or found in (["child"], ["woman"])):
        outer = next((g for f, g in before if f is finding.whole), ())
        if found == ["foreigner"] or outer == ("combatant",):
            found = [*found, *outer] if found != ["foreigner"] else [*outer, *found]
    if len(found) > 1:
        found = [g for g in found if g != "person"]
    return tuple(dict.fromkeys(found)) or ("person",)


def _known(scene: Scene, finding: Finding, before: Told, persons: Persons) -> tuple[str, ...]:
    """Who the report says that a named person is; "er", "der Komponist" are whom it named last."""
    mention = finding.mention
    if mention.names and mention.kind == "name":
        return persons.groups(scene.sentence, mention.start, mention.end)
    if mention.kind == "person":
        inside = _name_inside(scene, mention)
        if inside < mention.end:
            return persons.groups(scene.sentence, inside, mention.end)
        start = end = mention.end + (scene.sentence.lower[mention.end : mention.end + 1] in NAMED)
        while end < len(scene.words) and end - start < 4 and scene.words[end].capital and not scene.words[end].known:
            end += 1
        if end > start:
            return persons.groups(scene.sentence, start, end)
    if not before or not (mention.kind == "pronoun" or mention.definite):
        return ()
    last, told = before[-1]
    same = mention.kind == "pronoun" and last.mention.singular and last.sentence == finding.sentence and not {"man", "woman"}.isdisjoint(told)
    role = mention.kind == "pronoun" and last.mention.singular and ONES_OWN.isdisjoint(set(told) - {"official", "journalist"})
    goes_on = last.kind == finding.kind and last.sentence >= finding.sentence - 1
    if goes_on and last.mention.singular and again(scene, mention, told):
        return told
    return told if same and set(mention.groups) <= set(told) or goes_on and (role or last.mention.names) else ()


def _suspect(scene: Scene, finding: Finding, persons: Persons) -> bool:
    """ "Er sitzt in Untersuchungshaft", "Karl B. wurde festgenommen" where people came to harm: who is held for it.

    German papers shorten the names of suspects; who was abducted is none.
    """
    mention, lower = finding.mention, scene.sentence.lower
    abducted = words(scene.lexicon.lang, "people", "abducted")
    if scene.lexicon.lang != "de" or not mention.singular or mention.zero or mention.age is not None:
        return False
    if lower[mention.head] in table("de", "victims")["collectives"]["words"]:
        return False
    if not abducted.isdisjoint(lower[finding.start : finding.end]):
        return False
    if mention.kind == "name" or mention.names:
        return any(len(w) == 1 and w.isupper() for w in scene.sentence.words[mention.end - 1 : mention.end + 1])
    return persons.harmed and (mention.kind == "pronoun" or mention.definite) and lower[mention.start] != "dieser"


def _said_to_be(scene: Scene, part: Mention) -> tuple[str, ...]:
    """"Four of whom are policemen", "ten of those killed were believed to be civilians": the groups that a part is said to be."""
    at, words_ = part.end, scene.words
    if scene.sentence.lower[at : at + 2] in OF_THEM and at + 2 < len(words_) and "be" not in words_[at + 2]:
        return plain_groups(words_, at + 2)
    while at < len(words_) and at - part.end < SAID_WITHIN and "be" not in words_[at]:
        at += 1
    noun = next((m for m in scene.mentions if at < m.start <= at + SAID_WITHIN and m.kind == "person"), None)
    one = noun is not None and noun.singular and scene.sentence.lower[noun.head] not in table(scene.lexicon.lang, "victims")["collectives"]["words"]
    if noun is None or noun.count is not None or noun.definite or one or noun.used or any(w.text in ",;:." or w.lower == "by" for w in words_[at : noun.start]):
        return ()
    return noun.groups if set(noun.groups) - {"man", "woman"} else ()


def _in_prison(scene: Scene, finding: Finding) -> bool:
    """ "Died of torture in a detention centre", "starb in der Haft"."""
    prisons, lower = words(scene.lexicon.lang, "people", "prisons"), scene.sentence.lower
    if prisons.isdisjoint(scene.sentence.vocabulary):
        return False
    inside = [k for k, word in enumerate(lower) if word in prisons and lower[k + 1 : k + 2] != ["of"]]
    if scene.lexicon.lang == "de" and scene.clauses and finding.predicate is not None:
        inside = [k for k in inside if scene.clauses[k] == scene.clauses[finding.predicate.at]]
    return any(not IN.isdisjoint(lower[max(0, k - 4) : k]) for k in inside)


def _name_inside(scene: Scene, mention: Mention) -> int:
    """Where the name begins that "38-year-old Omar Saleh" ends with; the end of the mention where it holds none."""
    at = mention.end
    while scene.lexicon.lang == "en" and mention.age is not None and at > mention.start and scene.words[at - 1].capital and not scene.words[at - 1].known:
        at -= 1
    return at


def _uprooted(scene: Scene, finding: Finding, found: set[str], persons: Persons) -> bool:
    """"Displaced families"; in a German report of refugees people on the way, and those whom the sea took, are such."""
    mention = finding.mention
    if mention.attribute == "displaced":
        return True
    if scene.lexicon.lang != "de" or not found <= ANYBODY or mention.kind == "pronoun" or mention.singular:
        return False
    said = scene.sentence.vocabulary
    if finding.kind == "displaced":
        return persons.of_refugees or not words("de", "people", "abroad").isdisjoint(said)
    if found != {"person"} or words("de", "people", "crossings").isdisjoint(said):
        return False
    return persons.of_refugees or not words("de", "people", "treks").isdisjoint(said)


def _aged(scene: Scene, finding: Finding, found: list[str]) -> list[str]:
    ages = table(scene.lexicon.lang, "victims")["ages"]
    mention = finding.mention
    age = mention.age or 0
    if age < ages["adult"]:
        return ["child", *(g for g in found if g not in NOT_OF_CHILDREN)]
    grown = words(scene.lexicon.lang, "people", "grown")
    result = [g for g in found if g not in ("person", "child")]
    if "child" in found and scene.sentence.lower[mention.head] in grown:
        result.append("woman")
    if scene.lexicon.lang == "de" and not ({"man", "woman"} & set(result)) and scene.words[mention.head].age is not None:
        first = scene.sentence.lower[mention.start]
        of_her = first in ("der", "einer") and scene.sentence.lower[mention.head].endswith(
            "n"
        )  # the genitive of a woman
        result.append("woman" if first in FEMININE or of_her else "man")
    if not ({"man", "woman"} & set(result)):
        result += _sex(scene, finding)
    if scene.lexicon.lang == "de" and "combatant" in result:
        result = [g for g in result if g not in ("man", "woman")]
    if age >= ages["elderly"]:
        result.append("elderly")
    return result or ["person"]


def _age_behind(scene: Scene, at: int) -> int | None:
    """"Ida Beispiel (7)", "Jon Example, 44,": the age behind a name."""
    if _of_age(scene, at):
        told = scene.words[at + 3].unit if at + 3 < len(scene.words) else None
        return int(told) if told else None
    behind = scene.sentence.words[at : at + 3]
    if behind[:1] == ["aged"] and behind[1:2] and behind[1].isdigit():
        return int(behind[1])
    aged = len(behind) == 3 and (behind[0], behind[2]) in (("(", ")"), (",", ","), (",", ".")) and behind[1].isdigit() and len(behind[1]) < 3
    return int(behind[1]) if aged else None


def _of_age(scene: Scene, at: int) -> bool:
    """"Drei Brüder im Alter von sieben, neun und zwölf Jahren"."""
    return scene.sentence.lower[at : at + 3] == ["im", "alter", "von"]


def _sex(scene: Scene, finding: Finding) -> list[str]:
    """Man or woman by the grammar of a German noun with its article, for a person with name or age."""
    mention = finding.mention
    if scene.lexicon.lang != "de" or not mention.singular:
        return []
    if mention.kind == "harm":
        return ["man"] if scene.sentence.lower[mention.start] in DEFINITE_MAN and scene.sentence.lower[mention.head].endswith(("te", "ene", "ten", "enen")) else []
    if mention.kind != "person":
        return []
    following = scene.words[mention.end] if mention.end < len(scene.words) else None
    named = following is not None and following.capital and following.groups is None and not following.classes
    known = mention.definite and not mention.zero and not finding.zero and mention.end - mention.start < LONG
    if not named and mention.age is None and not known:
        return []
    first, noun = scene.sentence.lower[mention.start], scene.sentence.lower[mention.head]
    if (first in FEMININE or first == noun) and noun.endswith("in"):
        return ["woman"]
    return ["man"] if (first in MASCULINE or first == noun) and not noun.endswith(("opfer", "kind", "mitglied", "person", "geisel")) else []


def _shared_noun(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """"30 regime and 39 rebel fighters": the noun that comes with the second number is that of the first."""
    at = mention.end
    if scene.lexicon.lang == "de" or at >= len(scene.words) or "conjunctions" not in scene.words[at]:
        return ()
    other = next((m for m in scene.mentions if m.start == at + 1 and m.kind == "person" and m.count is not None), None)
    return other.groups if other is not None else ()


def _mixed(last: Finding, told: tuple[str, ...], before: Told) -> bool:
    """"A civilian and 20 soldiers dead and 21 others injured": people of several groups, so others may be of any."""
    beside = [g for f, g in before if f.whole is None and f.predicate is not None and f.predicate is last.predicate and f.sentence == last.sentence]
    return any(set(g) != set(told) for g in beside)


def _inherited(scene: Scene, finding: Finding, before: Told) -> tuple[str, ...]:
    """The groups of the whole, or of the people counted just before ("70 terrorists ... and 70 others")."""
    if finding.whole is not None and (whole := next((g for f, g in before if f is finding.whole), tuple(finding.whole.mention.groups))):
        return whole
    mention = finding.mention
    if scene.sentence.lower[mention.end : mention.end + 2] in OF_WHOM:
        nearest = next((m for m in reversed(scene.mentions) if m.end <= mention.start and m.kind == "person"), None)
        if nearest is not None:
            return nearest.groups
    if mention.kind not in ("bare", "harm") or finding.rule in ("toll",) or finding.kind == "displaced":
        return ()
    if mention.kind == "harm" and "participle" not in scene.words[mention.head].harm:
        return ()
    refers = mention.more or mention.definite or not OTHERS.isdisjoint(scene.sentence.lower[mention.end : mention.end + 2])
    last, told = next(((f, g) for f, g in reversed(before) if f.whole is None or f.whole.sentence != f.sentence), (None, ()))
    if last is None or (last.sentence != finding.sentence and not refers):
        return ()
    if mention.more and _mixed(last, told, before):
        return ()
    own = ONES_OWN if last.mention.singular else YOUNG_AND_OLD
    return tuple(g for g in told if g not in own)
