"""Parts find their wholes: opened lists, "three of them", gapped numbers, a total broken down.

Invariant: a part has the kind of its whole and is never its own whole.
"""

from __future__ import annotations

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.german.among import among, own_kind, pronoun_far
from belegt.read.grammar.mention import Mention, months_of
from belegt.read.grammar.parts import among_harmed, particle, phrase_end, phrase_table
from belegt.read.lang import words

CHARGED = frozenset(("vorgeworfen", "angelastet", "beschuldigt", "hungerstreik"))
"""What some of those told of are accused of or do says nothing of harm to them."""
EINER = frozenset(("einer", "eine", "eines"))
MANY_OF_SOME = 99
"""So many are hardly some of people whose number nobody told."""
VAGUE_PART = 10
"""Tokens at most between people and "many of them"."""


def attach(scene: Scene, opened: list[tuple[int, int, list[Mention]]], earlier: list[Finding]) -> None:
    """Make findings of the opened parts and of the parts that say so themselves; ``earlier`` are those of the sentences before."""
    charged = scene.lexicon.lang == "de" and not CHARGED.isdisjoint(scene.sentence.vocabulary)
    for start, _, listed in opened if not charged else ():
        if scene.lexicon.lang == "de" and among_harmed(scene, start) > start and among(scene, start, listed, earlier):
            continue
        whole = _whole(scene, start, listed, earlier)
        if whole is None:
            _included(scene, start, listed, earlier)
            _named_first(scene, start, listed)
            continue
        for mention in listed:
            if scene.lexicon.lang == "de" and scene.sentence.lower[start] == "bei" and mention.count is None and not mention.singular:
                continue
            if mention.used and whole.kind not in mention.used and not mention.attribute:
                continue
            kind = own_kind(scene, start, mention) if scene.lexicon.lang == "de" else ""
            if kind and kind != whole.kind:
                scene.add(mention, kind, "part")
                continue
            finding = scene.add(mention, whole.kind, "part")
            finding = finding or next((f for f in scene.of(mention) if f.kind == whole.kind), None)
            if finding is not None and finding is not whole:
                finding.whole = None if _too_many(mention, whole) else whole
                finding.start = min(finding.start, start) if mention is listed[0] else finding.start
    if not charged:
        _partitives(scene, earlier)
    _apposed(scene)
    _broken_down(scene)
    _gaps(scene)
    _rest(scene)
    _of_the_harmed(scene, earlier)


def _rest(scene: Scene) -> None:
    """"19 davon noch am Brandort, drei etwas später": a bare number after a part, without a verb of its own."""
    for mention in scene.mentions:
        if mention.kind != "bare" or mention.used or mention.count is None or mention.governor or not mention.start:
            continue
        before = [f for f in scene.findings if f.mention.end <= mention.start]
        if not before or before[-1].whole is None or scene.words[mention.start - 1].text != ",":
            continue
        rest = scene.words[mention.end :]
        clause = rest[: next((i for i, w in enumerate(rest) if w.text in ",;.:"), len(rest))]
        if any("be" in w or "have" in w or w.inert or w.harm for w in clause):
            continue
        finding = scene.add(mention, before[-1].kind, "rest")
        if finding is not None:
            finding.whole = before[-1].whole


def _apposed(scene: Scene) -> None:
    """"Zwei Menschen, ein Mann und eine Frau, starben": people listed right behind a number of people, and as many."""
    for whole in list(scene.findings):
        count, at = whole.mention.count, whole.mention.end
        if count is None or count.low is None or count.low < 2 or count.low != count.high or whole.whole is not None or at >= len(scene.words) or scene.words[at].text != ",":
            continue
        listed, end = _list_behind(scene, at)
        sizes = [1 if m.count is None else m.count.high or 0 for m in listed]
        if len(listed) < 2 or sum(sizes) != count.low or not _closed(scene, end) or not all(_fits(whole.mention, m) for m in listed):
            continue
        for mention in listed:
            told = next((f for f in scene.of(mention) if f.kind == whole.kind), None)
            part = told or scene.add(mention, whole.kind, "broken-down")
            if part is not None:
                part.whole, part.start, part.end = whole, mention.start, mention.end


def _list_behind(scene: Scene, at: int) -> tuple[list[Mention], int]:
    """The people that commas and a conjunction list from the comma at token ``at`` on, and where the list ends."""
    listed: list[Mention] = []
    for mention in [m for m in scene.mentions if m.start > at]:
        between = scene.words[at : mention.start]
        if not between or any(w.text != "," and "conjunctions" not in w for w in between):
            break
        if not (mention.article or mention.count is not None) or mention.kind not in ("person", "unknown", "bare"):
            break
        listed.append(mention)
        at = mention.end
        if any("conjunctions" in w for w in between):
            return listed, at
    return [], at


def _closed(scene: Scene, end: int) -> bool:
    """Whether a mark stands behind an apposition, or nothing."""
    return end >= len(scene.words) or scene.words[end].text in ",.;:)–"


def _fits(whole: Mention, part: Mention) -> bool:
    """Whether one can be among the others: a man among people, a Chadian among soldiers, no policeman among soldiers."""
    outer, inner = set(whole.groups) - {"person"}, set(part.groups) - {"person", "foreigner", "man", "woman"}
    return not outer or not inner or bool(outer & inner)


def _broken_down(scene: Scene) -> None:
    """"..., ein Richter, zwei Polizisten und ein Zivilist" after four dead: people listed whose sum is the whole."""
    for whole in list(scene.findings):
        total = whole.mention.count.high if whole.mention.count is not None else None
        if total is None or total < 2 or whole.mention.count is None or whole.mention.count.low != total:
            continue
        listed = [m for m in scene.mentions if m.start >= max(whole.end, whole.mention.end) and not m.used and (m.kind in ("person", "bare") or (m.kind == "unknown" and m.count)) and (m.article or m.count is not None)]
        told = next((m.start for m in scene.mentions if m.used and m.start >= max(whole.end, whole.mention.end)), len(scene.words))
        listed = [m for m in listed if m.start < told and (m.kind != "unknown" or m.governor == "")]
        sizes = [1 if m.count is None else m.count.high or 0 for m in listed]
        if len(listed) < 2 or sum(sizes) != total:
            continue
        for mention in listed:
            finding = scene.add(mention, whole.kind, "broken-down")
            if finding is not None:
                finding.whole = whole


def _whole(scene: Scene, opener: int, listed: list[Mention], earlier: list[Finding]) -> Finding | None:
    """The finding just before the opener, else the last one of the sentences before."""
    inside = [f for f in scene.findings if f.mention.end <= opener and f.mention not in listed and not f.mention.singular]
    counted = [m for m in scene.mentions if m.end <= opener and m.count is not None and m not in listed and not m.part and m.kind != "unknown" and not m.governor]
    if counted and not counted[-1].used:
        return None
    if inside:
        nearest = max(f.mention.start for f in inside)
        return [f for f in inside if f.mention.start == nearest][-1]
    far = phrase_end(scene.sentence.lower, opener, phrase_table(scene.lexicon.lang, "parts_far")) > opener
    if not far and among_harmed(scene, opener) == opener:
        return None
    if scene.lexicon.lang == "de" and pronoun_far(scene, opener, earlier):
        return None
    kind = _opener_kind(scene, opener)
    candidates = [f for f in earlier if not f.mention.singular and f.whole is None and (not kind or f.kind == kind or kind == "casualties")]
    if candidates:
        return candidates[-1]
    wholes = [f for f in earlier if not f.mention.singular and (not kind or f.kind == kind)]
    return wholes[-1] if wholes else None


def _included(scene: Scene, opener: int, listed: list[Mention], earlier: list[Finding]) -> None:
    """"Those killed included six women": the harm is the subject's, the whole the figure told before, if any."""
    subject = next((m for m in scene.mentions if m.end == opener and m.kind == "harm" and m.definite), None)
    if subject is None or not subject.harm:
        return
    whole = next((f for f in reversed(earlier) if not f.mention.singular and f.kind == subject.harm), None)
    for mention in listed:
        finding = scene.add(mention, subject.harm, "part")
        if finding is not None:
            finding.whole = whole


def _named_first(scene: Scene, opener: int, listed: list[Mention]) -> None:
    """"Among the dead was a nurse" where nobody has told yet how many died: figures of their own."""
    kind = _opener_kind(scene, opener) if scene.lexicon.lang != "de" and among_harmed(scene, opener) > opener else ""
    for mention in listed if kind else ():
        scene.add(mention, kind, "part")


def _opener_kind(scene: Scene, opener: int) -> str:
    for word in scene.words[opener : opener + 4]:
        kind = word.harm.get("people") or word.harm.get("participle")
        if kind:
            return kind
    return ""


def _partitives(scene: Scene, earlier: list[Finding]) -> None:
    """"drei davon schwer", "four of them": a number that says itself to be a part."""
    lower, phrases = scene.sentence.lower, phrase_table(scene.lexicon.lang, "parts_after")
    for mention in scene.mentions:
        if (mention.part and scene.lexicon.capital_nouns) or mention.end >= len(lower) or (mention.count is None and not mention.article):
            continue
        at = mention.end
        behind = phrase_end(lower, at, phrases)
        if (
            behind == at
            or (lower[at] == "davon" and particle(scene, at))
            or lower[at] == "among"
            and any(m.start == behind for m in scene.mentions)
        ):
            continue  # "27 people among them four children": the words open a list of parts
        before = [f for f in scene.findings if f.mention.end <= mention.start and not f.mention.singular]
        if scene.lexicon.lang != "de" and not _of_people(scene, mention, before):
            continue
        whole = before[-1] if before else next((f for f in reversed(earlier[-6:]) if not f.mention.singular), None)
        if whole is None or _too_many(mention, whole, same=True) or not before and not _near_enough(scene, mention, whole):
            continue
        if (not before and lower[at] in ("davon", "of") and not mention.used and lower[at] == "davon"):
            continue
        own = scene.of(mention)
        for other in own:
            if (other.kind == whole.kind or _come_to_worse(scene, other, whole)) and other is not whole:
                other.whole = whole
        if own:
            continue
        finding = scene.add(mention, whole.kind, "part")
        if finding is not None:
            finding.whole = whole
            finding.end = min(phrase_end(lower, at, phrases) + 1, len(lower))


def _near_enough(scene: Scene, part: Mention, whole: Finding) -> bool:
    """Whether "110,000 of them" can be some of people counted before: in English right before, and not so many where no number is told."""
    if scene.lexicon.lang == "de" or part.used:
        return True
    if whole.mention.count is None and part.count is not None and (part.count.low or 0) > MANY_OF_SOME:
        return False
    return whole.sentence >= scene.sentence.index - 2


def _come_to_worse(scene: Scene, part: Finding, whole: Finding) -> bool:
    """ "Sie führten 600 Männer ab. Viele von ihnen wurden erschossen": the dead among those held or hurt just before."""
    return (
        part.kind == "killed"
        and whole.kind in ("detained", "injured", "missing")
        and scene.lexicon.lang == "de"
        and whole.sentence >= scene.sentence.index - 2
        and not whole.mention.singular
        and part.mention.kind == "bare"
    )


def _too_many(part: Mention, whole: Finding, *, same: bool = False) -> bool:
    """Whether the part is larger than its whole, or with ``same`` as large."""
    outer = whole.mention.count
    if part.count is None or part.count.low is None or outer is None or outer.high is None and outer.qualifier == "vague":
        return False
    most = outer.low if outer.high is None else outer.high
    return most is not None and (part.count.low > most or same and part.count.low == most)


def _of_people(scene: Scene, part: Mention, before: list[Finding]) -> bool:
    """Whether "some of them" are some of the harmed: not of people who came to no harm, not of things named in between."""
    if part.used:
        return True
    nearest = next((m for m in reversed(scene.mentions) if m.end <= part.start and m.kind != "unknown"), None)
    if nearest is not None and part.start - nearest.end <= 1 and not nearest.used:
        return False
    if scene.sentence.lower[part.end : part.end + 2] == ["of", "which"]:
        return nearest is not None and part.start - nearest.end <= 1
    if part.count is None or part.count.qualifier != "vague":
        return True
    if not before or part.start - before[-1].mention.end > VAGUE_PART:
        return False
    happened = words(scene.lexicon.lang, "grammar", "happenings")
    return not any(w.inert and w.lower not in happened for w in scene.words[before[-1].mention.end : part.start])


def _at_place(scene: Scene, mention: Mention, model: Finding) -> bool:
    """"150 bodies were counted in Hammouriya 100 in Kfar Batna": a number between two places, the commas lost."""
    left = scene.words[mention.start - 1]
    named = left.capital and not left.known and scene.words[min(mention.end + 1, len(scene.words) - 1)].capital
    return named and scene.lexicon.lang != "de" and model.mention.count is not None and mention.start - model.mention.end < VAGUE_PART


def _after_month(scene: Scene, mention: Mention) -> bool:
    """"Im Jänner kamen 70.000 an, im Februar 50.000 und im März 30.000": a number that ends a clause behind its month."""
    at = mention.start
    if scene.lexicon.lang != "de" or at < 3 or scene.sentence.lower[at - 1] not in months_of("de"):
        return False
    left = scene.words[at - 3]
    after = scene.words[mention.end] if mention.end < len(scene.words) else None
    return (left.text == "," or "conjunctions" in left) and (after is None or after.text in ",.;" or "conjunctions" in after)


def _gaps(scene: Scene) -> None:
    """"Eight were killed in Van province, five in Sirnak and four in Hakkari": numbers that share the verb before."""
    for mention in scene.mentions:
        if mention.kind != "bare" or mention.used or mention.count is None or mention.governor or mention.part:
            continue
        monthly = _after_month(scene, mention)
        before = [f for f in scene.findings if f.mention.end <= mention.start and (f.predicate is not None or monthly and f.mention.count)]
        if not before:
            continue
        following = scene.words[mention.end] if mention.end < len(scene.words) else None
        if not monthly:
            if following is None or following.lower not in ("in", "at", "near", "outside", "im", "bei", "am", "an"):
                continue
            left = scene.words[mention.start - 1] if mention.start else None
            if left is None or not (left.text == "," or "conjunctions" in left or _at_place(scene, mention, before[-1])):
                continue
        model = before[-1]
        finding = scene.add(mention, model.kind, "gap")
        if finding is not None:
            finding.whole, finding.end = model.whole, mention.end if monthly else min(mention.end + 2, len(scene.words))
            mention.groups = mention.groups or model.mention.groups


def _of_the_same(scene: Scene, finding: Finding) -> bool:
    """"At least 22 of the jihadists were killed": a number of people told of before."""
    count, lower = finding.mention.count, scene.sentence.lower
    if count is None or finding.mention.kind != "person":
        return False
    return lower[count.end : count.end + 1] == ["der"] or lower[count.end : count.end + 1] == ["of"] and lower[count.end + 1] in ("the", "those", "these")


def _holds(whole: Finding, part: Finding) -> bool:
    """Whether the part can be of that whole: the same harm of the same people, and more of them."""
    outer, inner = whole.mention.count, part.mention.count
    if outer is None or inner is None or whole.kind != part.kind or whole.whole is not None or set(part.mention.groups) in (set(), {"person"}):
        return False
    most = outer.high or outer.low or 0
    return set(whole.mention.groups) == set(part.mention.groups) and most > (inner.high or inner.low or 0)


def _of_the_harmed(scene: Scene, earlier: list[Finding]) -> None:
    """"Five of those killed were guards", "the groom was among the dead": parts of the people told of before."""
    lower = scene.sentence.lower
    for finding in scene.findings:
        count = finding.mention.count
        counted = count is not None and finding.mention.kind == "harm" and lower[count.end : count.end + 1] in (["of"], ["der"])
        first = finding.mention.start
        counted = counted or bool(finding.mention.harm) and lower[first] in EINER and lower[first + 1 : first + 2] == ["der"]
        some = finding.mention.singular or count is not None
        if finding.whole is None and _of_the_same(scene, finding):
            finding.whole = next((f for f in reversed(earlier) if _holds(f, finding)), None)
        if finding.whole is None and (some or scene.lexicon.lang == "en") and (counted or finding.rule == "among"):
            beside = [f for f in scene.findings if f.mention.end <= first and f is not finding] if scene.lexicon.lang == "en" else []
            told = [f for f in (*earlier, *beside) if f.kind == finding.kind and f.mention.count is not None and not f.mention.singular and not f.zero]
            finding.whole, finding.rule = next((f for f in reversed(told) if f.whole is None), None), "among"
