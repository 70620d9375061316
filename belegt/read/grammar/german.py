"""Who was harmed, in German: the clause and the case decide, since the verb may stand anywhere in it."""

from __future__ import annotations

from belegt.read.grammar import nominal
from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mentions import Mention
from belegt.read.grammar.predicates import Predicate

MARKS = frozenset(",;:()–—[]…")
GENITIVES = frozenset(("der", "des", "eines", "einer", "dieser", "dieses", "seiner", "seines", "ihrer", "ihres", "zweier", "dreier", "mehrerer", "vieler", "zahlreicher", "hunderter", "tausender", "dutzender"))
IRREAL = frozenset(("könnte", "könnten", "würde", "würden", "wenn", "falls", "drohte", "drohten", "droht", "drohen", "will", "wollen", "wollte", "wollten", "möge", "dürfte", "dürften", "soll_nicht"))


def clauses(scene: Scene) -> list[int]:
    """The number of the clause of each token.

    What stands in brackets is a clause of its own, and so is a relative clause or an apposition; after it the clause
    that it interrupts goes on, when that one still wants its verb.
    """
    words, numbers, current, fresh = scene.words, list[int](), 0, 0
    starts, ends = {m.start for m in scene.mentions}, {m.end for m in scene.mentions}
    verbal = {p.at for p in scene.predicates if p.frame not in ("event",)}
    open_brackets: list[int] = []
    for at, word in enumerate(words):
        if word.text == ")" and open_brackets:
            numbers.append(current)
            current = open_brackets.pop()
            continue
        if word.text in MARKS:
            numbers.append(current)
            if word.text == "," and at in ends and at + 1 in starts and not _verb_after(scene, at + 1):
                continue
            if word.text == "," and at + 2 < len(words) and words[at + 1].lower in ("den", "dem", "der") and words[at + 2].text[0].isdigit() and words[at + 2].groups is None:
                continue
            if word.text == "(":
                open_brackets.append(current)
            fresh += 1
            current = _resumed(scene, numbers, at + 1, verbal, fresh)
            continue
        if "conjunctions" in word and at > 0:
            before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else None
            finite = "be" in before or "have" in before or "modal" in before or at - 1 in verbal
            follows = after is not None and ("be" in after or "have" in after or (at + 1 in verbal and "participle" not in after.harm))
            if finite or follows:
                fresh += 1
                current = fresh
        numbers.append(current)
    return numbers


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
        if any("be" in scene.words[i] or "have" in scene.words[i] or "modal" in scene.words[i] or i in verbal for i in inside):
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


def _verb_after(scene: Scene, at: int) -> bool:
    """Whether the mention that begins at ``at`` is followed at once by a verb: a new main clause ("..., 40 wurden ...")."""
    mention = next(m for m in scene.mentions if m.start == at)
    end = mention.end
    while end < len(scene.words) and "adverbs" in scene.words[end] and "be" not in scene.words[end]:
        end += 1
    if end >= len(scene.words):
        return False
    word = scene.words[end]
    return ("be" in word or "have" in word or "modal" in word) and mention.governor == ""


def assign(scene: Scene) -> None:
    """Give every predicate of the sentence its people."""
    scene.clauses = clauses(scene)
    for predicate in scene.predicates:
        if predicate.frame == "event":
            _event(scene, predicate)
        elif not _unreal(scene, predicate):
            _verb(scene, predicate)


def _span(scene: Scene, clause: int) -> tuple[int, int]:
    numbers = scene.clauses
    first = numbers.index(clause)
    last = len(numbers) - numbers[::-1].index(clause)
    return first, last


def _unreal(scene: Scene, predicate: Predicate) -> bool:
    """Whether the clause only supposes, threatens, foresees or denies the harm."""
    start, end = _span(scene, scene.clauses[predicate.at])
    lower = scene.sentence.lower[start:end]
    if any(w in IRREAL for w in lower) and not any(w in ("würden", "würde") and "vermisst" in lower for w in lower):
        return True
    if "nicht" in lower and lower.index("nicht") < predicate.at - start and "nur" not in lower:
        return True
    if predicate.infinitive:
        if any(w in ("musste", "mussten", "mußten", "müssen", "ließ", "ließen") for w in lower):
            return False
        present = scene.words[predicate.at].infinitive and not predicate.idiom
        return not present or any("modal" in w or "be" in w or w.lower == "zu" for w in scene.words[start:end])
    return False


def _verb(scene: Scene, predicate: Predicate) -> None:
    clause = scene.clauses[predicate.at]
    start, end = _span(scene, clause)
    inside = [m for m in scene.mentions if scene.clauses[m.start] == clause and not _governed(scene, m)]
    frame = _voice(scene, predicate, start, end)
    if frame == "active" and _reflexive(scene, start, end, inside):
        frame = "dies"
    agent = None
    if frame == "active":
        victims, agent = _objects(scene, predicate, inside)
        if predicate.soft:
            victims = [m for m in victims if m.kind in ("person", "harm", "bare")]
    else:
        victims = [m for m in inside if (m.kind != "unknown" or m.count is not None) and _nominative(scene, m) and not _stray(scene, m)]
        victims += [m for m in inside if m.kind == "unknown" and m.article and any(_listed(scene, v, m) for v in victims)]
        if not victims and frame == "passive" and not predicate.soft and predicate.kind in ("killed", "detained", "injured"):
            victims = [m for m in inside if m.kind == "unknown" and m.definite and _nominative(scene, m) and (_before_name(scene, m) or (predicate.kind == "killed" and "wurden" in scene.sentence.lower[start:end]))]
            for mention in victims:
                mention.singular = _before_name(scene, mention)
        if not victims and frame == "passive":
            victims = [m for m in inside if m.article and scene.sentence.lower[m.start] not in ("eines", "einer")]
        if predicate.soft:
            victims = [m for m in victims if m.kind in ("person", "harm", "bare")]
    if not victims and _either(scene, predicate):
        return
    if not victims:
        victims = _borrowed(scene, predicate, clause, frame)
    if frame != "active":
        victims = [*_over_relative(scene, clause, victims), *victims]
    if len(victims) == 1 and frame != "active":
        _number(scene, victims[0], predicate, start, end)
    for mention in victims:
        if _told_again(mention, predicate) or _flees_justice(mention, predicate):
            continue
        scene.add(mention, predicate.kind, frame, predicate, agent=agent, passive=frame == "passive", zero=predicate.zero)


def _either(scene: Scene, predicate: Predicate) -> bool:
    """"verletzt oder gar getötet": two harms of one number of people are casualties."""
    for finding in scene.findings:
        first = finding.predicate
        if first is None or first is predicate or {finding.kind, predicate.kind} != {"killed", "injured"} or first.end > predicate.start:
            continue
        between = scene.words[first.end : predicate.start]
        if len(between) > 5 or not any("conjunctions" in w for w in between) or any(first.end <= m.start < predicate.start for m in scene.mentions):
            continue
        finding.kind, finding.end = "casualties", max(finding.end, predicate.end)
        return True
    return False


SINGULAR = frozenset(("wurde", "ist", "war", "hat", "wird", "sei", "habe", "werde", "hatte", "starb", "verstarb", "ertrank", "erlag", "erlitt", "floh", "verschwand"))
PLURAL = frozenset(("wurden", "sind", "waren", "haben", "werden", "seien", "hatten", "hätten", "starben", "verstarben", "ertranken", "erlagen", "erlitten", "flohen"))


def _number(scene: Scene, mention: Mention, predicate: Predicate, start: int, end: int) -> None:
    """The verb tells the number of a subject whose own form does not ("Lenker wurde verletzt")."""
    if mention.count is not None or mention.article or mention.definite or mention.zero or mention.kind != "person":
        return
    if scene.words[mention.head].plural is not None or predicate.frame == "acts":
        return
    verbs = scene.sentence.lower[start:end]
    if any(v in SINGULAR for v in verbs) and not any(v in PLURAL for v in verbs):
        mention.singular = True


def _over_relative(scene: Scene, clause: int, victims: list[Mention]) -> list[Mention]:
    """The first of two people whose relative clause stands between: "Ein Richter, der ..., und zwei Polizisten"."""
    start, _ = _span(scene, clause)
    if clause < 2 or not victims or "conjunctions" not in scene.words[start]:
        return []
    left, right = _span(scene, clause - 1) if clause - 1 in scene.clauses else (0, 0)
    opening = next((w for w in scene.words[left:right] if w.text not in MARKS), None)
    if opening is None or "relative" not in opening:
        return []
    return [m for m in scene.mentions if m.end in (left, left - 1) and not _governed(scene, m) and not m.used][-1:]


def _told_again(mention: Mention, predicate: Predicate) -> bool:
    """"Die Getöteten verbrannten": people who are named by the harm already."""
    return mention.kind == "harm" and mention.harm == predicate.kind and mention.count is None and mention.definite


def _flees_justice(mention: Mention, predicate: Predicate) -> bool:
    """Culprits, prisoners and single persons who flee are no displaced people."""
    if predicate.kind != "displaced":
        return False
    return bool({"attacker", "prisoner", "combatant", "police"} & set(mention.groups)) or mention.singular or mention.kind == "name"


def _reflexive(scene: Scene, start: int, end: int, inside: list[Mention]) -> bool:
    """"... sprengte sich in die Luft": who does the harm comes to it."""
    people = [m for m in inside if m.kind in ("person", "name", "bare")]
    return "sich" in scene.sentence.lower[start:end] and len(people) <= 1


def _governed(scene: Scene, mention: Mention) -> bool:
    return bool(mention.governor) or mention.genitive or mention.part


def _voice(scene: Scene, predicate: Predicate, start: int, end: int) -> str:
    """passive (the harmed are the subject), active (the object), or dies (the subject, nobody acts)."""
    if predicate.frame == "dies":
        return "dies"
    if predicate.frame == "acts":
        return "active"
    window = scene.words[start:end]
    if any("be" in w for w in window) and not any(w.lower in ("haben", "habe", "hätten", "hat", "hatte", "hatten") for w in window[-2:]):
        return "passive"
    if any("have" in w for w in window):
        return "active"
    word = scene.words[predicate.at]
    if "acts" in word.harm:
        after = [m for m in scene.mentions if predicate.end <= m.start < end and not _governed(scene, m)]
        before = [m for m in scene.mentions if start <= m.start < predicate.start and not _governed(scene, m)]
        if after and before:
            return "active"
    if _auxiliary_later(scene, end):
        return "active"
    return "passive"


def _auxiliary_later(scene: Scene, end: int) -> bool:
    """"..., die A erschossen und B verletzt haben": the auxiliary of the next clause serves this one too."""
    following = scene.words[end : end + 12]
    for word in following:
        if "have" in word:
            return True
        if word.text in ".,;:" or "be" in word:
            return False
    return False


def _objects(scene: Scene, predicate: Predicate, inside: list[Mention]) -> tuple[list[Mention], Mention | None]:
    """The object of an active verb: what follows the finite verb, else the group nearest before it."""
    usable = [m for m in inside if m.kind != "unknown" or m.count is not None or m.article]
    subjects = [m for m in usable if _subject_case(scene, m)]
    if subjects and len(usable) > len(subjects):
        return [m for m in usable if m not in subjects], subjects[0]
    if subjects and predicate.frame == "acts" and not any(m.start < predicate.start for m in usable):
        return [], subjects[0]
    after = [m for m in usable if m.start >= predicate.end or (predicate.idiom and m.start > predicate.start)]
    before = [m for m in usable if m.end <= predicate.start]
    if predicate.frame == "acts" and after:
        if not before and len(after) > 1 and not _listed(scene, after[0], after[1]):
            return after[1:], after[0]
        return after, before[-1] if before else None
    if not before:
        return after, None
    group = [before[-1]]
    for mention in reversed(before[:-1]):
        if not _listed(scene, mention, group[0]):
            break
        group.insert(0, mention)
    rest = [m for m in before if m not in group]
    return group, rest[-1] if rest else None


def _nominative(scene: Scene, mention: Mention) -> bool:
    """Whether the article allows a subject."""
    if scene.sentence.lower[mention.start] == "eines" and scene.sentence.lower[mention.start + 1 : mention.start + 2] in (["der"], ["ihrer"], ["seiner"], ["unserer"], ["von"], ["dieser"]):
        return True
    return scene.sentence.lower[mention.start] not in ("den", "einen", "dem", "einem", "des", "eines", "seinen", "ihren", "seinem", "ihrem") or mention.kind == "bare" or mention.head == mention.start or not mention.singular


def _subject_case(scene: Scene, mention: Mention) -> bool:
    """Whether the article says that a singular noun is the subject: "der Vater", never "den Vater"."""
    return mention.singular and scene.sentence.lower[mention.start] == "der" and mention.kind == "person" and not scene.sentence.lower[mention.head].endswith(("in", "frau"))


def _before_name(scene: Scene, mention: Mention) -> bool:
    """"der ehemalige Siemens-Vorstand Thomas Ganswindt": a name follows the noun."""
    return mention.end < len(scene.words) and _name_word(scene, mention.end) and scene.sentence.lower[mention.start] != "des"


def _stray(scene: Scene, mention: Mention) -> bool:
    """A number with a place behind it and no verb before it is no subject ("Abfahrt 33 bei Paderborn")."""
    if mention.kind != "bare" or mention.more or not scene.words[mention.head].text.isdigit() or mention.end >= len(scene.words) or "prepositions" not in scene.words[mention.end]:
        return False
    before = scene.words[mention.start - 1] if mention.start else None
    return before is None or not ("be" in before or "have" in before or "conjunctions" in before or before.text == "," or before.harm or "adverbs" in before)


def _listed(scene: Scene, left: Mention, right: Mention) -> bool:
    between = scene.words[left.end : right.start]
    return bool(between) and len(between) <= 8 and ("conjunctions" in between[-1] or between[-1].text == ",")


def _borrowed(scene: Scene, predicate: Predicate, clause: int, frame: str) -> list[Mention]:
    """People from the clause before when this one has none: "getötet und verletzt", an apposition or a relative clause."""
    start, end = _span(scene, clause)
    pronoun = _pronoun(scene, start, end, frame)
    if pronoun is not None:
        return [pronoun]
    first = next((w for w in scene.words[start:end] if w.text not in MARKS), None)
    if first is not None and "relative" in first and clause > 0:
        before = [m for m in scene.mentions if m.end <= start and scene.clauses[m.start] == clause - 1 and m.kind != "unknown"]
        return before[-1:] if frame != "active" else []
    listed = _before_list(scene, clause, frame)
    if listed:
        return listed
    name = None if predicate.soft else _name(scene, predicate, start, end, frame)
    if name is not None:
        return [name]
    if frame == "active":
        return []
    for earlier in range(clause - 1, max(-1, clause - 4), -1):
        if earlier not in scene.clauses:
            continue
        left, right = _span(scene, earlier)
        opening = next((w for w in scene.words[left:right] if w.text not in MARKS), None)
        if opening is not None and ("relative" in opening or "subordinators" in opening) and earlier > 0:
            continue
        if any(left <= p.at < right for p in scene.predicates):
            break
        found = [m for m in scene.mentions if left <= m.start < right and not _governed(scene, m) and m.kind not in ("unknown",)]
        if found:
            return [] if found[-1].zero else found[-1:]
    return []


def _before_list(scene: Scene, clause: int, frame: str) -> list[Mention]:
    """Counted people whose clause a list of places cuts: "29 Personen in den Gemeinden A, B und C ertranken"."""
    if frame == "active":
        return []
    for earlier in (clause - 1, clause - 2):
        if earlier not in scene.clauses:
            return []
        inside = [i for i, number in enumerate(scene.clauses) if number == earlier]
        if any("be" in scene.words[i] or "have" in scene.words[i] or "modal" in scene.words[i] for i in inside) or any(p.at in inside for p in scene.predicates):
            return []
        found = [m for m in scene.mentions if m.start in inside and not _governed(scene, m) and m.count is not None and not m.used and m.kind == "person"]
        if found:
            return found
    return []


def _pronoun(scene: Scene, start: int, end: int, frame: str) -> Mention | None:
    if frame == "active":
        return None
    for at in range(start, end):
        word = scene.words[at]
        demonstrative = at == start and word.lower in ("diese", "dieser") and at + 1 < end and scene.sentence.lower[at + 1] in ("wurde", "ist", "war", "wird", "sei")
        she = word.lower == "sie" and at <= start + 1 and any(v in SINGULAR for v in scene.sentence.lower[start:end])
        if word.lower == "er" or demonstrative or she:
            mention = Mention(at, at + 1, at, "pronoun", singular=True, groups=("man",) if word.lower not in ("diese", "sie") else ("woman",))
            scene.mentions.append(mention)
            scene.mentions.sort(key=lambda m: m.start)
            return mention
    return None


def _name(scene: Scene, predicate: Predicate, start: int, end: int, frame: str) -> Mention | None:
    """A name as subject: capital words without article that no preposition governs ("Ossie Davis ist tot")."""
    at = start
    while at < end:
        if not _name_word(scene, at):
            at += 1
            continue
        first = at
        while at < end and (_name_word(scene, at) or scene.words[at].lower in ("von", "van", "de", "al", "bin") and at + 1 < end and _name_word(scene, at + 1)):
            at += 1
        before = scene.words[first - 1] if first > 0 else None
        governed = before is not None and ("prepositions" in before or "definite" in before or "possessive" in before or "indefinite" in before or before.age is not None)
        adjective = before is not None and before.lower.endswith(("e", "er", "en", "es")) and not before.capital and not before.classes and before.text.isalpha()
        if governed and at - first >= 3:
            first, governed, adjective = first + 1, False, False
        if frame == "active" and at - first < 2:
            continue
        if governed or adjective or any(first <= p.at < at for p in scene.predicates):
            continue
        text = scene.text[scene.sentence.starts[first] : scene.sentence.ends[at - 1]]
        mention = Mention(first, at, at - 1, "name", singular=True, names=(text,))
        scene.mentions.append(mention)
        scene.mentions.sort(key=lambda m: m.start)
        return mention
    return None


def _name_word(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if not word.capital or not word.text[:1].isalpha() or len(word.text) < 2:
        return False
    if word.harm or word.groups is not None or word.unit is not None or word.vague is not None or word.inert or word.classes - {"names_particles"}:
        return False
    return not (at == 0 and word.lower.endswith(("ung", "heit", "keit", "tag", "tags"))) and not word.lower.endswith(("tag", "abend", "morgen", "nacht", "ung", "ungen", "heit", "keit", "schaft", "tion"))


def _event(scene: Scene, predicate: Predicate) -> None:
    """"der Tod von acht Kindern", "die Ermordung des Bürgermeisters", "15 Festnahmen"."""
    lower, end = scene.sentence.lower, predicate.end
    counted = next((m for m in scene.mentions if m.start < predicate.at <= m.end and m.count is not None and m.kind in ("bare", "unknown")), None)
    if counted is not None:
        scene.add(counted, predicate.kind, "event-number", predicate)
        return
    if end >= len(lower):
        return
    if nominal.forecast(scene, predicate.at):
        return
    by_von = lower[end] in ("von", "an", "vom")
    if not by_von and lower[end] not in GENITIVES:
        return
    target = next((m for m in scene.mentions if m.start in (end, end + 1) and (m.governor in ("von", "an", "vom") if by_von else m.definite or m.article or m.kind == "person")), None)
    if target is None or target.kind == "unknown" and target.count is None:
        return
    following = [m for m in scene.mentions if m.start >= target.end]
    last = target
    scene.add(target, predicate.kind, "event-of", predicate)
    for mention in following:
        if not _listed(scene, last, mention) or len(scene.words[last.end : mention.start]) > 2 or scene.clauses[mention.start] != scene.clauses[last.start]:
            break
        if mention.kind == "harm" and mention.harm != predicate.kind:
            break
        scene.add(mention, predicate.kind, "event-of", predicate)
        last = mention
