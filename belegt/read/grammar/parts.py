"""Lists of parts: "darunter 18 Kinder", "including two guards", "(sieben Patienten und eine Pflegekraft)"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mention import Mention, merged
from belegt.read.lang import table

OPEN_REACH, NEAR, ASIDE = 12, 3, 14
PRONOUNS = frozenset(("them", "whom"))
AMONG = frozenset(("unter", "zu", "bei", "among"))
BORNE = frozenset(("trug", "trugen", "kam", "kamen", "tragen", "kommen"))
OPENING = AMONG | {"of"}


@cache
def phrase_table(lang: str, key: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table(lang, "grammar").get(key, ()):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    for rows in found.values():
        rows.sort(key=lambda r: -len(r))
    return found


@cache
def _starters(lang: str) -> frozenset[str]:
    return OPENING.union(phrase_table(lang, "parts_open"), phrase_table(lang, "parts_absorb"))


def phrase_end(lower: list[str], at: int, phrases: dict[str, list[tuple[str, ...]]]) -> int:
    """The end of a phrase that begins at ``at``, or ``at``."""
    for parts in phrases.get(lower[at], ()):
        if tuple(lower[at : at + len(parts)]) == parts:
            return at + len(parts)
    return at


def mark(scene: Scene) -> list[tuple[int, int, list[Mention]]]:
    """Openers of part lists and the mentions they open; marks these as parts so that no verb takes them as its subject."""
    lower, openers = scene.sentence.lower, phrase_table(scene.lexicon.lang, "parts_open")
    found: list[tuple[int, int, list[Mention]]] = []
    free, starters = 0, _starters(scene.lexicon.lang)
    for at in [k for k, word in enumerate(lower) if word in starters]:
        if at < free:
            continue
        end = phrase_end(lower, at, openers)
        far = phrase_end(lower, at, phrase_table(scene.lexicon.lang, "parts_far")) > at
        absorbed = phrase_end(lower, at, phrase_table(scene.lexicon.lang, "parts_absorb"))
        if end == at and absorbed > at:
            free = _absorb(scene, at, absorbed)
            continue
        if end == at:
            end = among_harmed(scene, at)
            far = end > at
        if end == at or lower[at] == "davon" and particle(scene, at):
            continue
        if far and _said_of_others(scene, at):
            free = end
            continue
        verbless = _verbless(scene, at)
        listed = _list(scene, end, OPEN_REACH if far or verbless or scene.lexicon.capital_nouns else NEAR, verbless=verbless)
        tight = phrase_end(lower, at, phrase_table(scene.lexicon.lang, "parts_tight")) > at
        if tight and (not listed or listed[0].start != end):
            listed = []
        if scene.lexicon.capital_nouns:
            listed = _told_before(scene, at, listed)
        for mention in scene.mentions:
            if at <= mention.start < end:
                mention.part = True
        for mention in listed:
            mention.part = True
            if (
                scene.lexicon.capital_nouns
                and mention.count is None
                and mention.start == mention.head
                and _named(scene, mention)
            ):
                mention.singular = True
        found.append((at, end, listed))
        free = end
    _set_in(scene)
    return found + _bracketed(scene)


def _over_relative(scene: Scene, first: Mention, second: Mention) -> bool:
    """Whether a relative clause stands between two of a list: "eine Ärztin, die dort arbeitete, und fünf Helfer"."""
    words, end = scene.words, second.start
    if end - first.end < 4 or words[first.end].text != "," or "relative" not in words[first.end + 1]:
        return False
    closed = words[end - 1].lower in ("und", "sowie") and words[end - 2].text == ","
    return (
        closed
        and second.kind == "person"
        and (second.count is not None or second.article)
        and not any(w.text == "," for w in words[first.end + 1 : end - 2])
    )


def _named(scene: Scene, mention: Mention) -> bool:
    """Whether two words of a name follow the bare noun: "darunter auch Oppositionsführer A. Beispiel"."""
    name = scene.words[mention.end : mention.end + 2]
    return len(name) == 2 and all(w.capital and w.text[0].isalpha() and not w.known for w in name)


def particle(scene: Scene, at: int) -> bool:
    """Whether "davon" is part of its verb: "trug Verletzungen davon"."""
    ends = at + 1 == len(scene.words) or scene.words[at + 1].text in ".,;:!?"
    return ends and not BORNE.isdisjoint(scene.sentence.lower[max(0, at - ASIDE) : at])


def _told_before(scene: Scene, at: int, listed: list[Mention]) -> list[Mention]:
    """The number that stands before the German opener: "elf davon Kinder", "elf von ihnen waren Kinder"."""
    number = next((m for m in scene.mentions if m.count is not None and (m.end == at and m.kind == "bare" or m.start < at < m.end)), None)
    if number is None:
        return listed
    if number.end > at:
        return listed or ([number] if number.kind == "person" else [])
    if not listed or listed[0].kind != "person" or listed[0].count is not None or listed[0].definite or listed[0].article:
        return listed
    noun = listed[0]
    number.groups, noun.part = noun.groups, True
    return [number]


def _absorb(scene: Scene, opener: int, at: int) -> int:
    """ "400 people - mainly women and children -": they say who the people before are, and are no figure of their own."""
    target = next((m for m in scene.mentions if m.start == at), None)
    before = [m for m in scene.mentions if m.end in (opener, opener - 1) and m.kind in ("person", "bare", "harm")]
    if target is None:
        return at
    target.part = True
    if before:
        groups = [g for g in before[-1].groups if g != "person"]
        before[-1].groups = tuple(merged(groups, target.groups))
    return target.end


def _set_in(scene: Scene) -> None:
    """"Three people two of them children died": the part and its noun stand inside the subject, no verb is theirs."""
    if scene.lexicon.capital_nouns or PRONOUNS.isdisjoint(scene.sentence.vocabulary):
        return
    lower = scene.sentence.lower
    for whole, part in pairwise(scene.mentions):
        end = part.end
        if lower[end : end + 2] not in (["of", "them"], ["of", "whom"]) or part.start - whole.end > 1 or whole.kind == "unknown":
            continue
        end += 2
        while end < len(lower) and "be" in scene.words[end]:
            end += 1
        noun = next((m for m in scene.mentions if m.start == end and m.count is None and not m.definite), None)
        if noun is not None:
            part.part = noun.part = True


def _said_of_others(scene: Scene, at: int) -> bool:
    """"Two officers were among the dead": who is among them stands before, nothing is listed after."""
    if scene.lexicon.capital_nouns or scene.sentence.lower[at] not in AMONG or scene.sentence.lower[at + 1] in ("them", "whom"):
        return False
    at -= 1
    while at >= 0 and (("adverbs" in scene.words[at] and "be" not in scene.words[at]) or scene.sentence.lower[at] in ("identified", "named", "listed", "counted")):
        at -= 1
    return at >= 0 and ("be" in scene.words[at] or any(m.end == at + 1 and m.kind != "unknown" for m in scene.mentions))


def among_harmed(scene: Scene, at: int) -> int:
    """The end of "unter den Schwerverletzten", "zu den Opfern", "among the fatalities"; ``at`` where none begins."""
    lower = scene.sentence.lower
    opens = lower[at] in AMONG or (at == 0 and lower[at] == "of")
    if not opens or lower[at + 1 : at + 2] not in (["den"], ["the"], ["those"]):
        return at
    for position in range(at + 2, min(at + 4, len(lower))):
        word = scene.words[position]
        if "people" in word.harm and (word.capital or scene.lexicon.lang != "de"):
            return position + 1
        if word.harm and "participle" in word.harm and scene.words[position - 1].unit is not None and scene.lexicon.lang != "de":
            return position + 1
    return at


def _bracketed(scene: Scene) -> list[tuple[int, int, list[Mention]]]:
    """"acht Menschen (sieben Patienten und eine Pflegekraft)": counted people in brackets right after counted people."""
    found = list[tuple[int, int, list[Mention]]]()
    if "(" not in scene.sentence.vocabulary:
        return found
    for at, word in enumerate(scene.words):
        if word.text != "(" or not any(m.end == at and m.count is not None and not m.singular for m in scene.mentions):
            continue
        close = next((i for i in range(at, len(scene.words)) if scene.words[i].text == ")"), len(scene.words))
        listed = [m for m in scene.mentions if at < m.start < close and (m.count is not None or m.article) and m.kind == "person"]
        if listed and listed[0].start == at + 1:
            for mention in listed:
                mention.part = True
            found.append((at, at + 1, listed))
    return found


def _verbless(scene: Scene, opener: int) -> bool:
    """"23 villagers including eight children and six women were killed": the verb after the list is that of the whole."""
    whole = next((m for m in scene.mentions if m.end == opener and m.count is not None), None)
    if whole is None or scene.lexicon.capital_nouns:
        return False
    return not any(p.end <= whole.start and whole.start - p.end <= 1 for p in scene.predicates)


def _list(scene: Scene, start: int, reach: int, *, verbless: bool = False) -> list[Mention]:
    """The mentions after an opener, joined by commas and conjunctions, up to the next verb that starts a clause."""
    found: list[Mention] = []
    limit = start + reach
    for mention in scene.mentions:
        if mention.start < start or mention.kind == "pronoun":
            continue
        if not found:
            if mention.start > limit or any(w.text in ".;:(" for w in scene.words[start : mention.start]):
                break
            if mention.governor and mention.governor not in ("including", "inklusive", "einschließlich", "among", "unter", "um") and mention.kind == "unknown":
                continue
        else:
            if mention.kind == "unknown" and (mention.governor or mention.genitive and scene.lexicon.capital_nouns):
                continue
            between = scene.words[found[-1].end : mention.start]
            joined = (
                ("conjunctions" in between[-1] or between[-1].text == ",")
                if between
                else bool(found[-1].count and mention.count)
            )
            if scene.lexicon.capital_nouns and _over_relative(scene, found[-1], mention):
                found.append(mention)
                continue
            if (
                not joined
                or len(between) > 8
                or any("be" in w or "have" in w or w.harm.get("participle") for w in between)
            ):
                break
            if not (verbless and "," not in [w.text for w in between]) and _new_clause(scene, mention, between):
                break
        if mention.kind == "unknown" and (mention.count is None or mention.singular):
            continue
        found.append(mention)
    return found


def _after_aside(scene: Scene, at: int) -> int:
    """Where the clause goes on after ", including an infant,", else ``at``."""
    words = scene.words
    if at + 1 >= len(words) or words[at].text != "," or words[at + 1].lower != "including":
        return at
    for end in range(at + 2, min(at + ASIDE, len(words))):
        if words[end].text == ",":
            return end + 1
        if "be" in words[end] or "have" in words[end]:
            return at
    return at


def _new_clause(scene: Scene, mention: Mention, between: object) -> bool:
    """Whether the mention is the subject of its own verb ("..., darunter drei Kinder, und 40 wurden verletzt")."""
    end = _after_aside(scene, mention.end)
    while end < len(scene.words) and "adverbs" in scene.words[end] and "be" not in scene.words[end]:
        end += 1
    return end < len(scene.words) and ("be" in scene.words[end] or any(p.start == end for p in scene.predicates)) and mention.count is not None
