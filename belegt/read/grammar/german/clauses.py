"""The clauses of a German sentence, also where one interrupts another."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.lexicon import Word
from belegt.read.grammar.mention import months_of

MOSTLY = (["überwiegend"], ["zumeist"], ["größtenteils"], ["hauptsächlich"], ["mehrheitlich"])
PARTICIPLES = frozenset(("gestorben", "verstorben", "ertrunken", "umgekommen", "verunglückt", "geflohen", "verschwunden"))
"""Participles that look like finite verbs where "sind" stands far before them."""
MARKS = frozenset(",;:()–—[]…")


def clauses(scene: Scene) -> list[int]:
    """The number of the clause of each token.

    What stands in brackets is a clause of its own, and so is a relative clause or an apposition; after it the clause
    that it interrupts goes on, when that one still wants its verb.
    """
    words, numbers, current, fresh = scene.words, list[int](), 0, 0
    starts, ends = {m.start for m in scene.mentions}, {m.end for m in scene.mentions}
    verbal = {p.at for p in scene.predicates if p.frame not in ("event",)}
    open_brackets: list[int] = []
    inserted = ""
    for at, word in enumerate(words):
        if word.text == ")" and open_brackets:
            numbers.append(current)
            current = open_brackets.pop()
            continue
        if word.text in MARKS:
            numbers.append(current)
            listed = word.text == "," and at in ends and at + 1 in starts and not _verb_after(scene, at + 1)
            if (
                listed
                and not _number_alone(scene, at + 1)
                and scene.sentence.lower[at + 1] not in ("deren", "dessen")
                and not _relative(scene, at + 1, verbal)
            ):
                continue
            if word.text == "," and (inserted := _inserted(scene, at, before=inserted)):
                continue
            if word.text == "," and at in ends and _apposed(scene, numbers, at, verbal):
                continue
            if word.text == "(":
                open_brackets.append(current)
            fresh += 1
            current = _resumed(scene, numbers, at + 1, verbal, fresh)
            continue
        if "conjunctions" in word and at > 0:
            before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else None
            finite = "be" in before or "have" in before or "modal" in before or at - 1 in verbal
            follows = after is not None and (
                ("be" in after and "possessive" not in after)
                or "have" in after
                or (at + 1 in verbal and "participle" not in after.harm)
            )
            begins = at + 1 in starts and _has_verb(scene, numbers, current, verbal) and _verb_after(scene, at + 1)
            begins = begins and not _shares_participle(scene, numbers, current, verbal)
            if finite or follows or begins:
                fresh += 1
                current = fresh
        numbers.append(current)
    return numbers


def _inserted(scene: Scene, at: int, *, before: str) -> str:
    """Whether a comma opens or closes ("end") a date or an aside, that no clause ends at; ``before`` is what was opened last."""
    words = scene.words
    date = words[at + 1 : at + 3]
    if (
        len(date) == 2
        and date[0].lower in ("den", "dem", "der")
        and date[1].text[0].isdigit()
        and date[1].groups is None
    ):
        return "date"
    closing = words[at - 1].lower in months_of("de") or words[at - 1].text.isdigit()
    if before == "aside" or before == "date" and closing:
        return "end"
    return "aside" if _aside(scene, at + 1) else ""


def _aside(scene: Scene, at: int) -> bool:
    """Whether an aside begins that says who the people mostly are: ", vor allem Tutsi, "."""
    lower = scene.sentence.lower
    if lower[at : at + 2] != ["vor", "allem"] and lower[at : at + 1] not in MOSTLY:
        return False
    close = next((i for i in range(at, min(at + 8, len(lower))) if lower[i] in ",.;"), at)
    return lower[close] == "," and not any(
        "be" in w or "have" in w or "modal" in w or w.frame for w in scene.words[at:close]
    )


def _resumed(scene: Scene, numbers: list[int], at: int, verbal: set[int], fresh: int) -> int:
    """The interrupted clause that a finite verb at ``at`` takes up again, else the fresh number."""
    if at >= len(scene.words) or len(set(numbers)) < 2:
        return fresh
    word = scene.words[at]
    if at in verbal and "participle" in word.harm:
        return _wanting(scene, numbers, verbal, fresh)
    if not ("be" in word or "have" in word or "modal" in word or at in verbal):
        return fresh
    for clause in sorted(set(numbers), reverse=True)[1:]:
        first, last = numbers.index(clause), len(numbers) - numbers[::-1].index(clause)
        inside = [i for i in range(first, last) if numbers[i] == clause]
        opening = next((scene.words[i] for i in inside if scene.words[i].text not in MARKS), None)
        if opening is None or "subordinators" in opening:
            return fresh
        if any(
            "be" in scene.words[i] or "have" in scene.words[i] or "modal" in scene.words[i] or i in verbal
            for i in inside
        ):
            return fresh
        if any(m.start in inside for m in scene.mentions) or any(scene.words[i].capital for i in inside):
            return clause
    return fresh


def _wanting(scene: Scene, numbers: list[int], verbal: set[int], fresh: int) -> int:
    """The clause that has its auxiliary and still wants a participle: "wurde Rashid Rehman, ein Anwalt, erschossen"."""
    for clause in sorted(set(numbers), reverse=True)[1:3]:
        inside = [i for i, number in enumerate(numbers) if number == clause]
        if any(i in verbal for i in inside):
            return fresh
        if any("be" in scene.words[i] or "have" in scene.words[i] for i in inside):
            return clause
    return fresh


def _apposed(scene: Scene, numbers: list[int], at: int, verbal: set[int]) -> bool:
    """Whether the comma ends an apposition and the subordinate clause around it goes on: "wobei der Pilot, ein Däne, starb"."""
    clause, following = numbers[-1], scene.words[at + 1] if at + 1 < len(scene.words) else None
    first = numbers.index(clause)
    opening = next((scene.words[i] for i in range(first, at) if scene.words[i].text not in MARKS), None)
    if opening is None or following is None or not ("subordinators" in opening or "relative" in opening) or first == 0:
        return False
    if (
        "relative" in following
        or "subordinators" in following
        or "be" in following
        or "have" in following
        or "modal" in following
    ):
        return False
    return "," in scene.sentence.lower[first + 1 : at] and not _has_verb(scene, numbers, clause, verbal)


def _relative(scene: Scene, at: int, verbal: set[int]) -> bool:
    """Whether "die" before a noun for things opens a relative clause, which its verb ends: ", die rasch Hilfe leisten will"."""
    if "relative" not in scene.words[at] or not any(
        m.start == at and m.kind in ("unknown", "bare") for m in scene.mentions
    ):
        return False
    end = next((i for i in range(at, len(scene.words)) if scene.words[i].text in ",.;:"), len(scene.words)) - 1
    last = scene.words[end]
    return "be" in last or "have" in last or "modal" in last or end in verbal


def _has_verb(scene: Scene, numbers: list[int], clause: int, verbal: set[int]) -> bool:
    """Whether the clause has had its finite verb already."""
    inside = [i for i, number in enumerate(numbers) if number == clause]
    return any(
        "be" in scene.words[i] or "have" in scene.words[i] or "modal" in scene.words[i] or i in verbal for i in inside
    )


def _shares_participle(scene: Scene, numbers: list[int], clause: int, verbal: set[int]) -> bool:
    """"Sind zwei Soldaten und ein Polizist gestorben": the clause still wants the participle that ends the sentence."""
    inside = [i for i, number in enumerate(numbers) if number == clause]
    last = next((w for w in reversed(scene.words) if w.text not in MARKS and w.text not in ".!?"), None)
    wants = any("be" in scene.words[i] for i in inside) and verbal.isdisjoint(inside)
    return wants and last is not None and last.lower in PARTICIPLES


def _verb_after(scene: Scene, at: int) -> bool:
    """Whether the mention that begins at ``at`` is followed at once by a verb: a new main clause ("..., 40 wurden ...")."""
    mention = next(m for m in scene.mentions if m.start == at)
    end = mention.end
    while end < len(scene.words) and "adverbs" in scene.words[end] and "be" not in scene.words[end]:
        end += 1
    if end >= len(scene.words):
        return False
    word = scene.words[end]
    finite = "be" in word or "have" in word or "modal" in word
    finite = finite or any(
        (p.at == end or (p.idiom and p.start == end and _opens_idiom(word)))
        and p.frame in ("dies", "acts")
        and not p.infinitive
        for p in scene.predicates
    )
    return finite and mention.governor == ""


def _number_alone(scene: Scene, at: int) -> bool:
    """Whether a bare number has a verb or "von ihnen" behind it: "..., 43 liegen noch im Spital", "..., 12 von ihnen starben"."""
    mention = next(m for m in scene.mentions if m.start == at)
    following = scene.words[mention.end : mention.end + 2]
    if mention.kind != "bare" or mention.count is None or len(following) < 2:
        return False
    if [w.lower for w in following] in (["von", "ihnen"], ["von", "denen"]):
        return True
    verb = following[0]
    return (
        verb.text.islower()
        and verb.text.isalpha()
        and not (verb.classes or verb.harm or verb.more or verb.extra)
        and not following[1].capital
    )


def _opens_idiom(word: Word) -> bool:
    """Whether an idiom begins with its verb: "erlitt ... Verletzungen", never "ums Leben" or "tot aufgefunden"."""
    return word.text.islower() and "prepositions" not in word and word.lower not in ("tot", "leblos", "ums", "zu")


def extent(scene: Scene, clause: int) -> tuple[int, int]:
    numbers = scene.clauses
    first = numbers.index(clause)
    last = len(numbers) - numbers[::-1].index(clause)
    return first, last
