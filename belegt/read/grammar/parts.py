"""Parts of wholes: "darunter 18 Kinder", "including two guards", "three of them seriously", and gapped lists.

Invariant: a part has the kind of its whole and is never its own whole.
"""

from __future__ import annotations

from functools import cache

from belegt.read.grammar.findings import Finding, Scene
from belegt.read.grammar.mentions import Mention
from belegt.read.lang import table

OPEN_REACH, NEAR = 12, 3
MIN_TOTAL, LOOK_AHEAD = 3, 9


@cache
def _phrases(lang: str, key: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table(lang, "grammar")[key]:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    for rows in found.values():
        rows.sort(key=lambda r: -len(r))
    return found


def _at(lower: list[str], at: int, phrases: dict[str, list[tuple[str, ...]]]) -> int:
    """The end of a phrase that begins at ``at``, or ``at``."""
    for parts in phrases.get(lower[at], ()):
        if tuple(lower[at : at + len(parts)]) == parts:
            return at + len(parts)
    return at


def mark(scene: Scene) -> list[tuple[int, int, list[Mention]]]:
    """Openers of part lists and the mentions they open; marks these as parts so that no verb takes them as its subject."""
    lower, openers = scene.sentence.lower, _phrases(scene.lexicon.lang, "parts_open")
    found = []
    at = 0
    while at < len(lower):
        end = _at(lower, at, openers)
        far = _at(lower, at, _phrases(scene.lexicon.lang, "parts_far")) > at
        if end == at:
            end = _among_harmed(scene, at)
            far = end > at
        if end == at:
            at += 1
            continue
        listed = _list(scene, end, OPEN_REACH if far or scene.lexicon.capital_nouns else NEAR)
        tight = _at(lower, at, _phrases(scene.lexicon.lang, "parts_tight")) > at
        if tight and (not listed or listed[0].start != end):
            listed = []
        for mention in scene.mentions:
            if at <= mention.start < end:
                mention.part = True
        for mention in listed:
            mention.part = True
        found.append((at, end, listed))
        at = end
    return found + _bracketed(scene)


def _among_harmed(scene: Scene, at: int) -> int:
    """The end of "unter den Schwerverletzten", "zu den Opfern", "among the fatalities"; ``at`` where none begins."""
    lower = scene.sentence.lower
    if lower[at] not in ("unter", "zu", "among") or lower[at + 1 : at + 2] not in (["den"], ["the"]):
        return at
    for position in range(at + 2, min(at + 4, len(lower))):
        if "people" in scene.words[position].harm and (scene.words[position].capital or scene.lexicon.lang != "de"):
            return position + 1
    return at


def _bracketed(scene: Scene) -> list[tuple[int, int, list[Mention]]]:
    """"acht Menschen (sieben Patienten und eine Pflegekraft)": counted people in brackets right after counted people."""
    found = []
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


def _list(scene: Scene, start: int, reach: int) -> list[Mention]:
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
            if mention.kind == "unknown" and mention.governor:
                continue
            between = scene.words[found[-1].end : mention.start]
            joined = between and ("conjunctions" in between[-1] or between[-1].text == ",")
            if not joined or len(between) > 8 or any("be" in w or "have" in w or w.harm.get("participle") for w in between):
                break
            if _new_clause(scene, mention, between):
                break
        if mention.kind == "unknown" and (mention.count is None or mention.singular):
            continue
        found.append(mention)
    return found


def _new_clause(scene: Scene, mention: Mention, between: object) -> bool:
    """Whether the mention is the subject of its own verb ("..., darunter drei Kinder, und 40 wurden verletzt")."""
    end = mention.end
    while end < len(scene.words) and "adverbs" in scene.words[end] and "be" not in scene.words[end]:
        end += 1
    return end < len(scene.words) and ("be" in scene.words[end] or any(p.start == end for p in scene.predicates)) and mention.count is not None


def attach(scene: Scene, opened: list[tuple[int, int, list[Mention]]], earlier: list[Finding]) -> None:
    """Make findings of the opened parts and of the parts that say so themselves; ``earlier`` are those of the sentences before."""
    for start, end, listed in opened:
        whole = _whole(scene, start, listed, earlier)
        if whole is None:
            continue
        for mention in listed:
            if mention.used and whole.kind not in mention.used and not mention.attribute:
                continue
            finding = scene.add(mention, whole.kind, "part")
            finding = finding or next((f for f in scene.of(mention) if f.kind == whole.kind), None)
            if finding is not None and finding is not whole:
                finding.whole = whole
                finding.start = min(finding.start, start) if mention is listed[0] else finding.start
    _partitives(scene, earlier)
    _gaps(scene)
    _rest(scene)
    _broken_down(scene)


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


def _broken_down(scene: Scene) -> None:
    """"..., ein Richter, zwei Polizisten und ein Zivilist" after four dead: people listed whose sum is the whole."""
    for whole in list(scene.findings):
        total = whole.mention.count.high if whole.mention.count is not None else None
        if total is None or total < 2 or whole.mention.count is None or whole.mention.count.low != total:
            continue
        listed = [m for m in scene.mentions if m.start >= max(whole.end, whole.mention.end) and not m.used and (m.kind in ("person", "bare") or (m.kind == "unknown" and m.count)) and (m.article or m.count is not None)]
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
    far = _at(scene.sentence.lower, opener, _phrases(scene.lexicon.lang, "parts_far")) > opener
    if not far and _among_harmed(scene, opener) == opener:
        return None
    kind = _opener_kind(scene, opener)
    candidates = [f for f in earlier if not f.mention.singular and f.whole is None and (not kind or f.kind == kind or kind == "casualties")]
    if candidates:
        return candidates[-1]
    wholes = [f for f in earlier if not f.mention.singular and (not kind or f.kind == kind)]
    return wholes[-1] if wholes else None


def _opener_kind(scene: Scene, opener: int) -> str:
    for word in scene.words[opener : opener + 4]:
        kind = word.harm.get("people") or word.harm.get("participle")
        if kind:
            return kind
    return ""


def _partitives(scene: Scene, earlier: list[Finding]) -> None:
    """"drei davon schwer", "four of them": a number that says itself to be a part."""
    lower, phrases = scene.sentence.lower, _phrases(scene.lexicon.lang, "parts_after")
    for mention in scene.mentions:
        if mention.part or mention.end >= len(lower) or (mention.count is None and not mention.article):
            continue
        at = mention.end
        if _at(lower, at, phrases) == at:
            continue
        before = [f for f in scene.findings if f.mention.end <= mention.start and not f.mention.singular]
        whole = before[-1] if before else next((f for f in reversed(earlier[-6:]) if not f.mention.singular), None)
        if whole is None or (not before and lower[at] in ("davon", "of") and not mention.used and lower[at] == "davon"):
            continue
        own = scene.of(mention)
        if own:
            same = [f for f in own if f.kind == whole.kind]
            for finding in same:
                if finding is not whole:
                    finding.whole = whole
            continue
        finding = scene.add(mention, whole.kind, "part")
        if finding is not None:
            finding.whole = whole
            finding.end = min(_at(lower, at, phrases) + 1, len(lower))


def _gaps(scene: Scene) -> None:
    """"Eight were killed in Van province, five in Sirnak and four in Hakkari": numbers that share the verb before."""
    for mention in scene.mentions:
        if mention.kind != "bare" or mention.used or mention.count is None or mention.governor or mention.part:
            continue
        following = scene.words[mention.end] if mention.end < len(scene.words) else None
        if following is None or following.lower not in ("in", "at", "near", "im", "bei", "am", "an"):
            continue
        before = [f for f in scene.findings if f.mention.end <= mention.start and f.predicate is not None]
        if not before:
            continue
        left = scene.words[mention.start - 1] if mention.start else None
        if left is None or not (left.text == "," or "conjunctions" in left):
            continue
        model = before[-1]
        finding = scene.add(mention, model.kind, "gap")
        if finding is not None:
            finding.whole, finding.end = model.whole, min(mention.end + 2, len(scene.words))
            mention.groups = mention.groups or model.mention.groups


def add_up(findings: list[Finding]) -> None:
    """"17 rebels ... eight in Van, five in Sirnak, four in Hakkari": later figures whose sum is an earlier one are its parts."""
    for number, whole in enumerate(findings):
        total = _exact(whole, lower_bound=True)
        if total is None or total < MIN_TOTAL or whole.whole is not None:
            continue
        if any(f is not whole and f.sentence == whole.sentence and f.kind == whole.kind and f.whole is not whole for f in findings):
            continue
        later = [f for f in findings[number + 1 : number + 1 + LOOK_AHEAD] if f.kind == whole.kind and f.whole is None]
        run = _run_with_sum(later, total)
        for finding in run:
            finding.whole = whole


def _run_with_sum(later: list[Finding], total: int) -> list[Finding]:
    """The first unbroken run of two or more exact figures that adds up to ``total``."""
    for start in range(len(later)):
        reached = 0
        for end in range(start, len(later)):
            size = _exact(later[end])
            if size is None or size >= total:
                break
            reached += size
            if reached == total and end > start:
                return later[start : end + 1]
            if reached >= total:
                break
    return []


def _exact(finding: Finding, *, lower_bound: bool = False) -> int | None:
    """The number of a figure: one person, or a count without range (a whole may be a lower bound)."""
    count = finding.mention.count
    if count is None:
        return 1 if finding.mention.singular and not finding.mention.zero else None
    if count.qualifier in ("exact", "about") or (lower_bound and count.qualifier in ("at_least",)):
        return count.low
    return None
