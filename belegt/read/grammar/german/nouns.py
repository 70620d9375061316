"""Harm that a German noun says by itself, and what makes it none: places for refugees, people who were rescued."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.german.names import name_word
from belegt.read.grammar.mention import Mention
from belegt.read.lang import table, words

LANG = "de"
NOBODY = (["wurde", "niemand"], ["wurden", "keine"])
SHARES = frozenset(("hälfte", "drittel", "viertel", "prozent", "mehrzahl", "mehrheit", "großteil", "teil"))
"""Words before the harmed that tell of a share of them, and no count."""
NEWS = frozenset(("berichte", "hinweise", "meldungen", "anzeichen"))
DECEIT = 4
"""How far behind the victims the deceit may stand."""


def unreal_noun(scene: Scene, mention: Mention, kind: str, told: set[str]) -> bool:
    """Whether "500 Flüchtlinge" are planned, rescued, a rate or a number of places, and no people displaced or held.

    One person with an attribute ("der getötete Agent") whom the text has told of before is nothing new either.
    """
    lower = scene.sentence.lower
    if _title(scene, mention):
        return True
    if "gegeben" in scene.sentence.vocabulary and _would_be(scene, mention):
        return True
    if _only_said(lower, mention):
        return True
    if _asked(scene, mention) or _late(lower, mention):
        return True
    if kind == "casualties" and deceived(lower[mention.end : mention.end + DECEIT]):
        return True
    only = table(LANG, "harm")["only_for"].get(lower[mention.start], ()) if mention.attribute else ()
    if only and not set(only) & set(mention.groups):
        return True
    if not words(LANG, "grammar", "foreseen").isdisjoint(lower[mention.end : mention.end + 3]):
        return True
    if mention.attribute and mention.definite and mention.singular and mention.count is None:
        named = mention.kind == "name" or (mention.end < len(scene.words) and name_word(scene, mention.end))
        return kind in told and mention.age is None and not named
    if kind == "casualties" and mention.harm == kind and mention.count is None:
        return "ohne" in lower[max(0, mention.start - 2) : mention.start] or (mention.singular and not told)
    if (
        mention.count is not None
        and mention.count.qualifier == "vague"
        and lower[mention.start - 1 : mention.start] in (["so"], ["wie"])
    ):
        return True
    if kind not in ("displaced", "detained"):
        return False
    if mention.governor == "für" or not words(LANG, "grammar", "limits").isdisjoint(
        lower[max(0, mention.start - 1) : mention.start]
    ):
        return True
    if kind == "detained" and not words(LANG, "grammar", "escaped").isdisjoint(lower):
        return True
    if kind == "detained":
        return kind in told and not mention.attribute and not words(LANG, "grammar", "freed").isdisjoint(lower)
    if not words(LANG, "grammar", "rates").isdisjoint(lower[mention.end : mention.end + 1]):
        return True
    clause = [lower[i] for i, number in enumerate(scene.clauses) if number == scene.clauses[mention.start]]
    return not words(LANG, "grammar", "unsettled").isdisjoint(clause)


def _only_said(lower: list[str], mention: Mention) -> bool:
    """What is not known, each of many, no more than these, a share or a rate: no number of harmed people."""
    if (
        mention.count is None
        and "nichts" in lower
        and "bekannt" in lower
        or lower[mention.start - 1 : mention.start] == ["jeden"]
    ):
        return True
    if (
        lower[max(0, mention.start - 3) : mention.start] == ["nicht", "noch", "mehr"]
        or lower[mention.start : mention.start + 1] == ["mehr"]
        and lower[max(0, mention.start - 2) : mention.start] == ["nicht", "noch"]
    ):
        return True
    if mention.count is None and lower[mention.start - 1 : mention.start] and lower[mention.start - 1] in SHARES:
        return True
    return lower[:1] == ["auf"] and lower[mention.start - 1 : mention.start] in (["kommen"], ["kommt"])


def _late(lower: list[str], mention: Mention) -> bool:
    """ "Lieder verstorbener Musiker": who is only said to be no longer alive, uncounted."""
    several = mention.count is None and not mention.singular and not mention.definite
    return several and mention.attribute == "killed" and lower[mention.start].startswith("verstorben")


def _asked(scene: Scene, mention: Mention) -> bool:
    """ "Ob es Verletzte gab, war unklar": what is only asked."""
    if "ob" not in scene.sentence.vocabulary:
        return False
    clause = scene.clauses.index(scene.clauses[mention.start])
    return "ob" in scene.sentence.lower[clause : clause + 2]


def _title(scene: Scene, mention: Mention) -> bool:
    """ "Das Gemälde Tote Stadt": a capital adjective of another noun."""
    following = scene.words[mention.end] if mention.end < len(scene.words) else None
    bare = mention.kind == "harm" and mention.start == mention.head > 0 and mention.count is None
    return bare and following is not None and following.capital and following.text.isalpha() and not following.known


def neither(scene: Scene, mention: Mention) -> bool:
    """ "Weder Passanten noch Beamte wurden verletzt": who is said to be unharmed."""
    lower = scene.sentence.lower
    return lower[mention.start - 1 : mention.start] in (["weder"], ["noch"]) and "weder" in lower[: mention.start]


def _would_be(scene: Scene, mention: Mention) -> bool:
    """ "Ohne den Airbag hätte es Tote gegeben": what did not come to pass."""
    clause = {
        w
        for w, number in zip(scene.sentence.lower, scene.clauses, strict=True)
        if number == scene.clauses[mention.start]
    }
    return "gegeben" in clause and "es" in clause and "hätte" in clause


def deceived(following: list[str]) -> bool:
    """ "Opfer eines Betrugs", "Opfer von Hackern": nobody who came to harm."""
    return any(word.startswith(tuple(words(LANG, "harm", "deceits"))) for word in following)


def of_disaster(scene: Scene, mention: Mention, kind: str, told: set[str]) -> bool:
    """Whether "die Opfer" are those of a disaster, attack or war that is named next: "die Opfer des Erdbebens"."""
    lower = scene.sentence.lower
    if kind != "casualties" or told or not mention.definite or mention.count is not None:
        return False
    if lower[mention.end : mention.end + 1] not in (["des"], ["der"], ["von"], ["vom"], ["eines"], ["einer"]):
        return False
    events = tuple(words(LANG, "harm", "disasters"))
    noun = next((w for w in scene.words[mention.end + 1 : mention.end + 4] if w.capital), None)
    return bool(events) and noun is not None and noun.lower.endswith(events)


def relative_tolls(scene: Scene) -> list[tuple[int, int, str]]:
    """ "die Zahl der Menschen, die getötet wurden, stieg auf 13": where it begins, where its number may begin, and the harm."""
    found, lower = list[tuple[int, int, str]](), scene.sentence.lower
    if words(LANG, "grammar", "numbers").isdisjoint(scene.sentence.vocabulary):
        return found
    for at in [k for k, word in enumerate(lower) if word in words(LANG, "grammar", "numbers")]:
        people = next(
            (m for m in scene.mentions if at < m.start <= at + 2 and m.kind == "person" and not m.singular), None
        )
        if people is None or lower[people.end : people.end + 2] not in ([",", "die"], [",", "welche"]):
            continue
        comma = next((i for i in range(people.end + 2, len(lower)) if lower[i] == ","), len(lower))
        harm = next(
            (p for p in scene.predicates if people.end < p.at < comma and p.frame in ("dies", "participle")), None
        )
        if harm is not None:
            people.used.add(harm.kind)
            found.append((at, comma, harm.kind))
    return found


def nor(scene: Scene, mention: Mention) -> bool:
    """ "weder Tote noch Verletzte", "Tote gab es keine": a bare noun that the sentence says to be nobody."""
    lower = scene.sentence.lower
    if mention.kind != "harm" or mention.count is not None or mention.definite or mention.article:
        return False
    if mention.governor in ("über", "zu", "auf", "von") and any(
        w == "keine" and lower[i + 1] in NEWS for i, w in enumerate(lower[: mention.start - 1])
    ):
        return True
    if lower[mention.start - 1 : mention.start] in (["weder"], ["noch"]) and "weder" in lower[: mention.start]:
        return True
    following = lower[mention.end : mention.end + 3]
    clause = lower[mention.end :]
    if (
        mention.start == 0
        and "es" in clause[:3]
        and any(clause[i : i + 2] == ["nicht", "gegeben"] for i in range(len(clause)))
    ):
        return True
    return following[:2] in NOBODY or following in (
        ["gab", "es", "keine"],
        ["gibt", "es", "keine"],
        ["gebe", "es", "keine"],
        ["gab", "es", "nicht"],
        ["gibt", "es", "nicht"],
        ["gebe", "es", "nicht"],
    )
