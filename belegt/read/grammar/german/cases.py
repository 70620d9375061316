"""Case and number of German mentions: who can be subject, who object."""

from __future__ import annotations

from functools import cache

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.names import name_word
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import table

SINGULAR = frozenset(
    (
        "wurde",
        "ist",
        "war",
        "hat",
        "wird",
        "sei",
        "habe",
        "werde",
        "hatte",
        "starb",
        "verstarb",
        "ertrank",
        "erlag",
        "erlitt",
        "floh",
        "verschwand",
    )
)
PLURAL = frozenset(
    (
        "wurden",
        "sind",
        "waren",
        "haben",
        "werden",
        "seien",
        "hatten",
        "hätten",
        "starben",
        "verstarben",
        "ertranken",
        "erlagen",
        "erlitten",
        "flohen",
    )
)


ACCUSATIVE = frozenset(("den", "einen", "seinen", "ihren"))
"""Articles of one man who is the object."""
PRESENT = frozenset(("erschießt", "tötet", "ersticht", "erschlägt", "überfährt", "verhaftet", "entführt", "köpft"))
"""Verbs of headlines, behind which a noun without article is one person."""
THINGS_TOO = frozenset(("missing", "displaced", "at_risk"))
"""Harm whose verbs have things for their object as well."""


def number_by_verb(scene: Scene, mention: Mention, predicate: Predicate, start: int, end: int) -> None:
    """The verb tells the number of a subject whose own form does not ("Lenker wurde verletzt")."""
    victim = mention.kind == "harm" and scene.sentence.lower[mention.head].endswith("opfer")
    if (
        mention.count is not None
        or mention.article
        or mention.definite
        or mention.zero
        or not (mention.kind == "person" or victim)
    ):
        return
    if scene.words[mention.head].plural is not None or predicate.frame == "acts":
        return
    told = (
        predicate.idiom
        and scene.sentence.lower[predicate.start].endswith("en")
        and "definite" not in scene.words[predicate.start]
    )
    if before_name(scene, mention) or (not told and _headline(scene, mention, start, end)):
        mention.singular = True
        return
    verbs = scene.sentence.lower[start:end]
    if any(v in SINGULAR for v in verbs) and not any(v in PLURAL for v in verbs):
        mention.singular = True


def _headline(scene: Scene, mention: Mention, start: int, end: int) -> bool:
    """ "Angreifer festgenommen": without a finite verb, a noun whose plural looks the same is one person."""
    noun = scene.sentence.lower[mention.head]
    finite = any("be" in w or "have" in w or "modal" in w for w in scene.words[start:end])
    return (
        not finite
        and start <= mention.start < end
        and mention.start == mention.head
        and noun.endswith(("er", "opfer"))
        and not mention.governor
    )


def governed(scene: Scene, mention: Mention) -> bool:
    return bool(mention.governor) or mention.genitive or mention.part


def objects(scene: Scene, predicate: Predicate, inside: list[Mention]) -> tuple[list[Mention], Mention | None]:
    """The object of an active verb: what follows the finite verb, else the group nearest before it."""
    if _inert_object(scene, predicate):
        return [], None
    finite_only = "acts" in scene.words[predicate.at].harm and not predicate.idiom and not _auxiliary(scene, predicate)
    if (predicate.kind in THINGS_TOO or finite_only) and any(accusative_thing(scene, m) for m in inside):
        return [], None
    usable = [m for m in inside if (m.kind != "unknown" or m.count is not None or m.article) and not speaks(scene, m)]
    subjects = [m for m in usable if _subject_case(scene, m)]
    if subjects and len(usable) > len(subjects):
        return [m for m in usable if m not in subjects], subjects[0]
    if subjects and predicate.frame == "acts":
        return [], subjects[0]
    told = _by_accusative(scene, usable)
    if told is not None:
        return told
    after = [m for m in usable if m.start >= predicate.end or (predicate.idiom and m.start > predicate.start)]
    before = [m for m in usable if m.end <= predicate.start]
    finite = predicate.frame == "acts" or "acts" in scene.words[predicate.at].harm
    if finite and len(after) > 1 and not before and not listed_with(scene, after[0], after[1]):
        return after[1:], after[0]
    if predicate.frame == "acts" and not after and before and _single(scene, predicate) and _several(before[-1]):
        return before[-1:], None
    if predicate.frame == "acts" and not after and not _clause_final(scene, predicate):
        return [], before[-1] if before else None
    if predicate.frame == "acts" and after:
        if not before and len(after) > 1 and not listed_with(scene, after[0], after[1]):
            return after[1:], after[0]
        return after, before[-1] if before else None
    if not before:
        return after, None
    if finite and after and not _auxiliary(scene, predicate):
        return after, before[-1]
    group = [before[-1]]
    for mention in reversed(before[:-1]):
        if not listed_with(scene, mention, group[0]):
            break
        group.insert(0, mention)
    rest = [m for m in before if m not in group]
    return group, rest[-1] if rest else None


def speaks(scene: Scene, mention: Mention) -> bool:
    """"..., sagten zwei Offiziere": behind a comma and a verb of saying stand those who say it."""
    lower, at = scene.sentence.lower, mention.start
    return at > 1 and lower[at - 2] in (",", "“", "«") and lower[at - 1] in _saying(scene.lexicon.lang)


@cache
def _saying(lang: str) -> frozenset[str]:
    """Verbs whose subject says what stands before them."""
    return frozenset(table(lang, "attribution")["verbs"]["say"])


def _single(scene: Scene, predicate: Predicate) -> bool:
    """Whether the finite verb has one subject: "tötete", never "töteten"."""
    word = scene.sentence.lower[predicate.at]
    return not predicate.idiom and (word.endswith("te") or word in ("erschoss", "erschlug", "erstach", "überfuhr"))


def _several(mention: Mention) -> bool:
    """People who can be no subject of a verb for one: "drei Kinder tötete die Granate"."""
    return mention.kind == "person" and mention.count is not None and mention.count.low != 1


def _by_accusative(scene: Scene, usable: list[Mention]) -> tuple[list[Mention], Mention | None] | None:
    """The people of whom one is "den Wirt" or "einen Wirt", with those listed beside, where others can be the subject."""
    groups: list[list[Mention]] = []
    for mention in usable:
        if groups and listed_with(scene, groups[-1][-1], mention):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    if len(groups) < 2:
        return None
    found = [
        g
        for g in groups
        if any(m.singular and m.kind == "person" and scene.sentence.lower[m.start] in ACCUSATIVE for m in g)
    ]
    rest = [g for g in groups if g not in found]
    return (found[0], rest[-1][-1]) if len(found) == 1 else None


def _auxiliary(scene: Scene, predicate: Predicate) -> bool:
    """Whether the clause of the verb has another finite verb."""
    clause = scene.clauses[predicate.at]
    return any(
        number == clause and ("be" in word or "have" in word or "modal" in word)
        for word, number in zip(scene.words, scene.clauses, strict=True)
    )


def one_object(scene: Scene, mention: Mention) -> bool:
    """ "Polizei nimmt Verdächtigen fest": the object without article is one man, many would be "Verdächtige"."""
    bare = mention.start == mention.head and mention.count is None and mention.kind == "person"
    noun, before = scene.words[mention.head], scene.sentence.lower[mention.start - 1] if mention.start else ""
    if bare and before in PRESENT and noun.lower.endswith("er") and noun.plural is None:
        return True
    return (
        bare
        and scene.sentence.lower[mention.head].endswith("en")
        and scene.lexicon.adjectival(scene.words[mention.head])
    )


def _clause_final(scene: Scene, predicate: Predicate) -> bool:
    """Whether nothing of the clause follows the verb, as in "acht Kinder verletzte"."""
    inside = [i for i, number in enumerate(scene.clauses) if number == scene.clauses[predicate.at]]
    rest = [i for i in inside if i >= predicate.end and scene.words[i].text not in ',.;:)!?"“']
    return len(rest) <= 2


def _inert_object(scene: Scene, predicate: Predicate) -> bool:
    """Whether "den Hubschrauber" or "einen Hund" in the clause is the object: a noun that is surely none for people."""
    words, clause = scene.words, scene.clauses[predicate.at]
    if not predicate.idiom and any(
        m.start == predicate.end and m.count is not None and m.kind == "person" for m in scene.mentions
    ):
        return False
    if any(
        m.kind != "unknown" and scene.clauses[m.start] == clause and scene.sentence.lower[m.start] in ("den", "einen")
        for m in scene.mentions
    ):
        return False
    for at in [i for i, word in enumerate(scene.sentence.lower[:-1]) if word in ("den", "einen")]:
        if scene.clauses[at] == clause and words[at + 1].inert and not (at and "prepositions" in words[at - 1]):
            return True
    return False


def accusative_thing(scene: Scene, mention: Mention) -> bool:
    """Whether "den Hubschrauber" is the object: the article says so, and nobody knows the noun as one for people."""
    return mention.kind == "unknown" and mention.singular and scene.sentence.lower[mention.start] in ("den", "einen")


def dative_plural(scene: Scene, mention: Mention) -> bool:
    """Whether the noun can only be a dative: "Sanitätern", "Kindern"."""
    noun = scene.words[mention.head].text
    if not noun.endswith("n") or mention.kind != "person":
        return False
    base = scene.lexicon[noun[:-1]]
    return base.groups is not None and (base.plural is True or (noun.endswith("ern") and base.plural is None))


def nominative(scene: Scene, mention: Mention) -> bool:
    """Whether the article allows a subject."""
    if dative_plural(scene, mention) or "zufolge" in scene.sentence.lower[mention.end : mention.end + 3]:
        return False
    if scene.sentence.lower[mention.start] == "eines" and scene.sentence.lower[
        mention.start + 1 : mention.start + 2
    ] in (["der"], ["ihrer"], ["seiner"], ["unserer"], ["von"], ["dieser"]):
        return True
    return (
        scene.sentence.lower[mention.start]
        not in ("den", "einen", "dem", "einem", "des", "eines", "seinen", "ihren", "seinem", "ihrem")
        or mention.kind == "bare"
        or mention.head == mention.start
        or not mention.singular
    )


def _subject_case(scene: Scene, mention: Mention) -> bool:
    """Whether the article says that a singular noun is the subject: "der Vater", never "den Vater"."""
    noun = scene.sentence.lower[mention.head]
    masculine = not noun.endswith(
        ("in", "frau", "kind", "mädchen", "opfer", "mitglied", "baby", "paar", "person", "geisel")
    )
    return (
        mention.singular
        and scene.sentence.lower[mention.start] in ("der", "ein")
        and mention.kind == "person"
        and masculine
    )


def before_name(scene: Scene, mention: Mention) -> bool:
    """ "der ehemalige Siemens-Vorstand Thomas Ganswindt": a name follows the noun."""
    return (
        mention.end < len(scene.words)
        and name_word(scene, mention.end)
        and scene.sentence.lower[mention.start] != "des"
    )


def stray(scene: Scene, mention: Mention) -> bool:
    """A number with a place behind it and no verb before it is no subject ("Abfahrt 33 bei Paderborn")."""
    if (
        mention.kind != "bare"
        or mention.more
        or not scene.words[mention.head].text.isdigit()
        or mention.end >= len(scene.words)
        or "prepositions" not in scene.words[mention.end]
    ):
        return False
    before = scene.words[mention.start - 1] if mention.start else None
    return before is None or not (
        "be" in before
        or "have" in before
        or "conjunctions" in before
        or before.text == ","
        or before.harm
        or "adverbs" in before
    )


def listed_with(scene: Scene, left: Mention, right: Mention) -> bool:
    between = scene.words[left.end : right.start]
    if not between or len(between) > 8 or not ("conjunctions" in between[-1] or between[-1].text == ","):
        return False
    return not any("have" in word or "modal" in word for word in between)


def reflexive(scene: Scene, start: int, end: int, inside: list[Mention]) -> bool:
    """ "... sprengte sich in die Luft": who does the harm comes to it."""
    people = [m for m in inside if m.kind in ("person", "name", "bare")]
    return "sich" in scene.sentence.lower[start:end] and len(people) <= 1


def voice(scene: Scene, predicate: Predicate, start: int, end: int) -> str:
    """passive (the harmed are the subject), active (the object), or dies (the subject, nobody acts)."""
    if predicate.frame == "dies":
        return "dies"
    if predicate.frame == "acts":
        return "active"
    window = scene.words[start:end]
    if any("be" in w for w in window) and not any(
        w.lower in ("haben", "habe", "hätten", "hat", "hatte", "hatten") for w in window[-2:]
    ):
        return "passive"
    if any("have" in w for w in window):
        return "active"
    word = scene.words[predicate.at]
    if "acts" in word.harm:
        if scene.sentence.lower[predicate.end : predicate.end + 1] in (["sie"], ["ihn"]):
            return "active"
        after = [m for m in scene.mentions if predicate.end <= m.start < end and not governed(scene, m)]
        before = [m for m in scene.mentions if start <= m.start < predicate.start and not governed(scene, m)]
        if (after and before) or (len(after) > 1 and not listed_with(scene, after[0], after[1])):
            return "active"
    if _auxiliary_later(scene, end):
        return "active"
    return "passive"


def _auxiliary_later(scene: Scene, end: int) -> bool:
    """ "..., die A erschossen und B verletzt haben": the auxiliary of the next clause serves this one too."""
    following = scene.words[end : end + 12]
    for word in following:
        if "have" in word:
            return True
        if word.text in ".,;:" or "be" in word:
            return False
    return False
