"""Who was harmed, in English: word order decides (subject of a passive, object of an active, complement of a noun)."""

from __future__ import annotations

from belegt.read.grammar.findings import Scene
from belegt.read.grammar.mentions import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.lang import table, words

REACH = 28
BARRIERS = frozenset(".;:")
REDUCED = 6
APPOSITION = 18
MODALS = frozenset(("whether", "would", "could", "may", "might", "will", "can", "should", "shall", "must", "to", "if"))
COORDINATE = 9


def assign(scene: Scene) -> None:
    """Give every predicate of the sentence its people."""
    previous: Predicate | None = None
    for predicate in scene.predicates:
        if predicate.frame == "event":
            _event(scene, predicate)
        elif predicate.frame == "acts":
            _acts(scene, predicate)
        elif predicate.frame == "dies":
            _dies(scene, predicate)
        else:
            _participle(scene, predicate, previous)
        previous = predicate
    _left_as(scene)
    _along(scene)
    _with(scene)
    _among(scene)


def _left_as(scene: Scene) -> None:
    """"left eight civilians, including six children, and 14 combatants dead": the state comes after the people."""
    lower, lang = scene.sentence.lower, scene.lexicon.lang
    leave, states = words(lang, "grammar", "leave"), words(lang, "grammar", "left_as")
    for at, word in enumerate(lower):
        if word not in leave:
            continue
        first = next((m for m in scene.mentions if m.start in (at + 1, at + 2)), None)
        state = next((i for i in range(at + 2, min(at + 30, len(lower))) if lower[i] in states), None)
        if first is None or state is None or any(w.text in ".;:" or "be" in w for w in scene.words[at:state]):
            continue
        entry = scene.words[state].harm
        kind = entry.get("participle") or entry.get("people") or entry.get("attribute") or "displaced"
        predicate = Predicate(at, state + 1, state, kind, "left")
        for mention in scene.mentions:
            if first.start <= mention.start <= state and not mention.part and mention.kind != "unknown" and (mention is first or mention.count or mention.article):
                if not mention.governor or mention is first:
                    scene.add(mention, kind, "left", predicate)


def _with(scene: Scene) -> None:
    """"was killed with her three children"."""
    lower = scene.sentence.lower
    for finding in list(scene.findings):
        predicate = finding.predicate
        if predicate is None or predicate.end + 1 >= len(lower) or lower[predicate.end] != "with" or "possessive" not in scene.words[predicate.end + 1]:
            continue
        target = next((m for m in scene.mentions if m.start == predicate.end + 1), None)
        for mention in [target, *_right(scene, target)] if target is not None else []:
            scene.add(mention, finding.kind, "along", predicate)


def _along(scene: Scene) -> None:
    """"killed along with eight members", "alongside his wife": people joined to those harmed before."""
    lower = scene.sentence.lower
    for phrase in words(scene.lexicon.lang, "grammar", "along"):
        parts = phrase.split()
        for at in range(len(lower) - len(parts)):
            if lower[at : at + len(parts)] != parts:
                continue
            model = [f for f in scene.findings if f.predicate is not None and f.predicate.end <= at]
            target = next((m for m in scene.mentions if m.start == at + len(parts)), None) or _name(scene, at + len(parts))
            if not model or target is None or target.kind == "unknown" or any(model[-1].predicate.end <= p.start < at for p in scene.predicates if model[-1].predicate):
                continue
            for mention in [target, *_right(scene, target)]:
                scene.add(mention, model[-1].kind, "along", model[-1].predicate)


def _among(scene: Scene) -> None:
    """"Twelve children were among the victims": the subject is part of those harmed."""
    lower = scene.sentence.lower
    for at, word in enumerate(lower):
        if word not in ("among", "amongst"):
            continue
        harmed = next((m for m in scene.mentions if at < m.start <= at + 2 and (m.harm or m.used)), None)
        before, _ = _before(scene, at)
        if harmed is None or before < 0 or not ("be" in scene.words[before] or scene.words[before].groups is not None):
            continue
        kind = harmed.harm or next(iter(harmed.used))
        subject = _find_subject(scene, before if "be" in scene.words[before] else at, Predicate(at, harmed.end, at, kind, "people"))
        if subject is None or subject is harmed:
            continue
        for mention in [*_left(scene, subject), subject]:
            finding = scene.add(mention, kind, "among")
            if finding is not None:
                finding.end = max(finding.end, harmed.end)
                finding.whole = next(iter(scene.of(harmed)), None)
        harmed.part = not harmed.count


def _before(scene: Scene, at: int) -> tuple[int, bool]:
    """The token before ``at`` over adverbs, and whether a negation stands between."""
    at, negated = at - 1, False
    while at >= 0 and ("adverbs" in scene.words[at] or "negation" in scene.words[at]) and "be" not in scene.words[at]:
        negated |= "negation" in scene.words[at]
        at -= 1
    return at, negated


def _auxiliary(scene: Scene, at: int) -> tuple[int, str, bool]:
    """First token of the auxiliaries before ``at``, the voice they give (passive, active, bare), and negation."""
    position, negated = _before(scene, at)
    voice = "bare"
    while position >= 0:
        word = scene.words[position]
        if "be" in word and voice == "bare":
            voice = "passive"
        elif "have" in word:
            voice = "active" if voice == "bare" else voice
        elif word.lower == "to" and voice == "passive" and position + 1 < len(scene.words) and "have" in scene.words[position + 1]:
            pass
        elif "modal" not in word and "be" not in word:
            break
        position, more = _before(scene, position)
        negated |= more
    return position + 1, voice, negated


def _hypothetical(scene: Scene, start: int) -> bool:
    """Whether a modal, "to" or "if" makes the harm no fact."""
    folded = _folded(scene)
    window = folded[max(0, start - 1) : start + 3]
    lead = folded[max(0, start - 4) : start]
    modal = any(w in MODALS for w in window if w != "if")
    return modal or any(w in ("would", "could", "might", "will", "if", "may", "whether") for w in lead)


def _conditional(scene: Scene, at: int) -> bool:
    """Whether an "if" opens the clause before ``at``."""
    for position in range(at - 1, max(-1, at - 10), -1):
        if scene.words[position].text in ",.;:":
            return False
        if scene.sentence.lower[position] in ("if", "unless", "whether"):
            return True
    return False


def _folded(scene: Scene) -> list[str]:
    """The folded words, the month of May left as a name."""
    return [w if w == "May" else low for w, low in zip(scene.sentence.words, scene.sentence.lower, strict=True)]


def _participle(scene: Scene, predicate: Predicate, previous: Predicate | None) -> None:
    start, voice, negated = _auxiliary(scene, predicate.start)
    if negated or _conditional(scene, start) or _modal_between(scene, start, predicate.start) or (voice == "bare" and _hypothetical(scene, predicate.start - 1)):
        return
    target = _object(scene, predicate.end)
    if voice != "passive" and predicate.end < len(scene.words) and scene.sentence.lower[predicate.end] in ("him", "her", "them", "it", "us"):
        _antecedent(scene, predicate, singular=scene.sentence.lower[predicate.end] in ("him", "her"))
        return
    if voice == "bare" and previous is not None and target is None and _coordinated_verbs(scene, previous, predicate):
        for finding in [f for f in scene.findings if f.predicate is previous]:
            _second_kind(scene, finding.mention, finding.kind, predicate)
        return
    if voice == "passive" or (voice == "bare" and target is None):
        _subject(scene, start, predicate, passive=True)
    elif target is not None:
        _take_object(scene, predicate, target)


def _antecedent(scene: Scene, predicate: Predicate, *, singular: bool) -> None:
    """"fired at the man and killed him": the people of the sentence that a pronoun object stands for."""
    for mention in reversed(scene.mentions):
        if mention.end <= predicate.start and mention.kind == "person" and mention.singular == singular and not mention.used and mention.governor:
            scene.add(mention, predicate.kind, "pronoun-object", predicate)
            return


def _second_kind(scene: Scene, mention: Mention, kind: str, predicate: Predicate) -> None:
    """"killed and wounded" of one number is one claim of casualties; "shot and killed" stays killed."""
    kinds = {kind, predicate.kind}
    finding = next(f for f in scene.findings if f.mention is mention and f.kind == kind)
    finding.end = max(finding.end, predicate.end)
    if kinds == {"killed", "injured"}:
        word = scene.sentence.lower[finding.predicate.at] if finding.predicate else ""
        finding.kind = "killed" if word in ("shot", "beaten", "stabbed", "tortured", "hurt") else "casualties"
    elif kind != predicate.kind:
        scene.add(mention, predicate.kind, "coordinated-verb", predicate)


def _coordinated_verbs(scene: Scene, first: Predicate, second: Predicate) -> bool:
    between = scene.words[first.end : second.start]
    if any(first.end <= m.start < second.start for m in scene.mentions):
        return False
    return 0 < len(between) <= 3 and any("conjunctions" in w for w in between) and not any("pronouns" in w for w in between)


def _modal_between(scene: Scene, start: int, end: int) -> bool:
    lower = _folded(scene)
    return any(lower[i] in MODALS and not (lower[i] == "to" and lower[i + 1 : i + 2] == ["have"]) for i in range(max(0, start - 1), end))


def _dies(scene: Scene, predicate: Predicate) -> None:
    start, _, negated = _auxiliary(scene, predicate.start)
    if negated or predicate.infinitive and not _forced(scene, predicate.start):
        return
    if predicate.kind != "at_risk" and _modal_between(scene, start, predicate.start) and not _forced(scene, predicate.start):
        return
    if predicate.at + 1 < len(scene.words) and predicate.soft:
        return
    _subject(scene, start, predicate, passive=False)


def _forced(scene: Scene, at: int) -> bool:
    lead = scene.sentence.lower[max(0, at - 5) : at]
    return any(w in ("forced", "forcing", "had", "prompted", "prompting", "compelled", "leading", "causing") for w in lead)


def _acts(scene: Scene, predicate: Predicate) -> None:
    if _hypothetical(scene, predicate.start) and not scene.words[predicate.at].lower.endswith("ing"):
        return
    lead = scene.sentence.lower[max(0, predicate.start - 3) : predicate.start]
    if any(w in ("of", "for", "without", "not", "threatened", "from") for w in lead[-1:]) and scene.words[predicate.at].lower.endswith("ing") and lead[-1:] != ["of"]:
        return
    target = _object(scene, predicate.end, over_of=True)
    if target is None and predicate.idiom:
        target = next((m for m in scene.mentions if predicate.start < m.start < predicate.end or predicate.end <= m.start <= predicate.end + 3), None)
    if target is not None:
        _take_object(scene, predicate, target)


def _event(scene: Scene, predicate: Predicate) -> None:
    """"the death of four students", "two murders", "his arrest"."""
    lower, end = scene.sentence.lower, predicate.end
    if end < len(lower) and lower[end] in ("of", "to", "among"):
        target = next((m for m in scene.mentions if end < m.start + 1 and end + 1 <= m.start <= end + 2), None)
        if target is None:
            target = _name(scene, end + 1)
        if target is not None and lower[end] in ("of", "to"):
            for mention in [target, *_right(scene, target)]:
                scene.add(mention, predicate.kind, "event-of", predicate)
            return
    counted = next((m for m in scene.mentions if m.end == predicate.start and m.kind in ("bare", "unknown") and m.count), None)
    if counted is not None:
        scene.add(counted, predicate.kind, "event-number", predicate)


def _object(scene: Scene, at: int, over_of: bool = False) -> Mention | None:
    """People right after a verb, over adverbs (and "of" after a verbal noun)."""
    words = scene.words
    position = at
    while position < len(words) and ("adverbs" in words[position] or (over_of and words[position].lower == "of")):
        if any(m.start == position for m in scene.mentions):
            break
        position += 1
    for mention in scene.mentions:
        if mention.start == position and mention.kind != "pronoun":
            return mention
        if mention.start > position:
            break
    return _name(scene, position) if position == at else None


def _name(scene: Scene, at: int) -> Mention | None:
    """A name as object: two or more capital words nobody knows as something else."""
    end = at
    while end < len(scene.words) and _name_word(scene, end):
        end += 1
    while end > at and scene.words[end - 1].lower in ("al", "of", "de", "bin"):
        end -= 1
    if end - at < 2:
        return None
    return _named(scene, at, end)


def _named(scene: Scene, start: int, end: int) -> Mention:
    text = scene.text[scene.sentence.starts[start] : scene.sentence.ends[end - 1]]
    mention = Mention(start, end, end - 1, "name", singular=True, names=(text,))
    scene.mentions.append(mention)
    scene.mentions.sort(key=lambda m: m.start)
    return mention


def _name_word(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if not word.text[:1].isalpha():
        return False
    plain = not (word.harm or word.groups is not None or word.unit is not None or word.inert or word.zero)
    return plain and (word.capital or word.lower in ("al", "bin", "ibn", "de", "van", "von")) and not (word.classes - {"names_particles", "adverbs"})


def _take_object(scene: Scene, predicate: Predicate, target: Mention) -> None:
    if predicate.soft and target.kind not in ("person", "harm"):
        return
    agent = _agent(scene, predicate)
    for mention in [target, *_right(scene, target)]:
        if _fits(scene, mention, predicate):
            scene.add(mention, predicate.kind, "object", predicate, agent=agent)


def _fits(scene: Scene, mention: Mention, predicate: Predicate) -> bool:
    if predicate.kind == "displaced" and "attacker" in mention.groups:
        return False
    if mention.kind == "unknown" and mention.count is None:
        return False
    return not (mention.kind == "harm" and mention.harm in ("injured", "killed") and mention.harm != predicate.kind and predicate.frame == "acts" and mention.count is None)


def _agent(scene: Scene, predicate: Predicate) -> Mention | None:
    near = [m for m in scene.mentions if m.end <= predicate.start and predicate.start - m.end <= 4 and m.governor == ""]
    return near[-1] if near else None


def _right(scene: Scene, first: Mention) -> list[Mention]:
    """People coordinated after ``first``, up to the next verb."""
    found, last = [], first
    for mention in scene.mentions:
        if mention.start < last.end or mention is first:
            continue
        if not _linked(scene, last, mention) or _starts_clause(scene, mention):
            break
        found.append(mention)
        last = mention
    return found


def _starts_clause(scene: Scene, mention: Mention) -> bool:
    """Whether a verb follows at once, so that the mention is the subject of a new clause."""
    at = mention.end
    while at < len(scene.words) and ("adverbs" in scene.words[at] or scene.words[at].more):
        at += 1
    if at >= len(scene.words):
        return False
    word = scene.words[at]
    return "be" in word or "have" in word or "modal" in word or any(p.start == at for p in scene.predicates)


def _linked(scene: Scene, left: Mention, right: Mention) -> bool:
    """Whether only a conjunction or comma, and at most a short complement without verb, stand between."""
    between = scene.words[left.end : right.start]
    if not between or len(between) > COORDINATE or right.part:
        return False
    if any("be" in w or "have" in w or "breaks" in w or "relative" in w or w.harm for w in between):
        return False
    if any(left.end <= p.start < right.start for p in scene.predicates):
        return False
    last = between[-1]
    joined = "conjunctions" in last or last.text == "," or last.lower in ("and", "as") or " ".join(w.lower for w in between[-3:]) == "as well as"
    if not joined:
        return False
    if between[-1].text == "," and not (right.count or right.article or right.zero or right.age is not None or (left.kind == right.kind == "name")):
        return False
    if len(between) == 1 or (len(between) == 2 and between[0].text == ","):
        return right.governor == "" or "conjunctions" in last
    return "conjunctions" in last and (right.count is not None or right.article) and not any(w.text in "\";:" for w in between)


def _subject(scene: Scene, start: int, predicate: Predicate, *, passive: bool) -> None:
    """People before the verb: the nearest that no preposition governs, and those coordinated with them."""
    reduced = passive and start == predicate.start
    subject = _reduced(scene, predicate) if reduced else _find_subject(scene, start, predicate)
    if reduced and not predicate.idiom and scene.sentence.lower[predicate.at] in table(scene.lexicon.lang, "harm")["bare"]["words"]:
        return
    if subject is None:
        subject = _subject_word(scene, start)
    if subject is None and passive and not predicate.soft:
        subject = next((m for m in scene.mentions if predicate.end <= m.start <= predicate.end + 1 and m.kind == "person"), None)
    if subject is None or (predicate.soft and subject.kind not in ("person", "pronoun", "bare")):
        return
    if predicate.kind == "displaced" and (subject.singular or subject.kind in ("name", "pronoun")):
        return
    if subject.kind == "unknown" and subject.count is None and (not passive or predicate.soft or subject.definite):
        return
    for mention in [*_left(scene, subject), subject]:
        scene.add(mention, predicate.kind, "subject", predicate, passive=passive, zero=predicate.zero)


def _find_subject(scene: Scene, start: int, predicate: Predicate) -> Mention | None:
    words = scene.words
    position, _ = _before(scene, start)
    relative = position >= 0 and "relative" in words[position]
    opening = _opening(scene, position)
    if position >= 0 and "pronouns" in words[position]:
        return _they(scene, position) if words[position].lower == "they" else None
    for mention in reversed(scene.mentions):
        if mention.end > start or (opening >= 0 and mention.end > opening):
            continue
        if start - mention.end > REACH or _barrier(scene, mention.end, start):
            return None
        if relative and mention.end <= position:
            return mention if position - mention.end <= 8 else None
        if mention.part or (mention.governor and not _free(scene, mention, start)) or mention.kind == "pronoun" and not mention.zero:
            continue
        if mention.used and mention.used != {predicate.kind} and _object_of(scene, mention, predicate):
            return None
        return mention
    return None


def _name_before(scene: Scene, first: Mention) -> Mention | None:
    """A name joined before the subject: "Mahmoud Brouq and at least 10 members were killed"."""
    joint = first.start - 1
    if joint < 2 or "conjunctions" not in scene.words[joint]:
        return None
    at = joint - 1
    while at >= 0 and _name_word(scene, at):
        at -= 1
    return _named(scene, at + 1, joint) if joint - at - 1 >= 2 else None


def _is_object(scene: Scene, mention: Mention) -> bool:
    return any(f.rule == "object" for f in scene.of(mention))


def _they(scene: Scene, position: int) -> Mention | None:
    """The counted people of the sentence that "they" stands for, when nothing was said to have happened to them yet."""
    for mention in reversed(scene.mentions):
        if mention.end <= position and mention.kind == "person" and not mention.singular and mention.governor == "":
            return mention if mention.count is not None and not mention.used else None
    return None


def _opening(scene: Scene, position: int) -> int:
    """Where the apposition or bracket that ends at ``position`` begins, -1 where none ends there."""
    if position < 0 or scene.words[position].text not in ",)":
        return -1
    mark = "(" if scene.words[position].text == ")" else ","
    for at in range(position - 1, max(-1, position - APPOSITION), -1):
        if scene.words[at].text == mark:
            return at
    return -1


def _reduced(scene: Scene, predicate: Predicate) -> Mention | None:
    """The people right before a participle without auxiliary: "12 members of the family killed", "dozens wounded"."""
    for mention in reversed(scene.mentions):
        if mention.end > predicate.start or mention.kind in ("pronoun", "name") and not mention.zero:
            continue
        between = scene.words[mention.end : predicate.start]
        if predicate.soft and any("adverbs" not in w for w in between):
            return None
        if len(between) > REDUCED or any("be" in w or "have" in w or "modal" in w or w.text in ".;:," or "relative" in w for w in between):
            return None
        if any(mention.end <= p.start < predicate.start for p in scene.predicates):
            return None
        if between and mention.governor and mention.governor != "of" and "prepositions" in between[0]:
            return None
        if mention.governor == "of" and mention.definite and not mention.count:
            continue
        if _object_of(scene, mention, predicate) or mention.kind == "unknown" and mention.count is None:
            return None
        return mention
    return None


def _object_of(scene: Scene, mention: Mention, predicate: Predicate) -> bool:
    """Whether the mention is already the object of an earlier active verb, so no subject of this one."""
    return any(f.rule == "object" and f.predicate is not predicate for f in scene.of(mention))


def _free(scene: Scene, mention: Mention, start: int) -> bool:
    """Whether a governed mention may be the subject all the same: after "that", "as", "when", "after", "where"."""
    return mention.governor in ("as", "when", "where", "while", "after", "before", "since", "until", "because", "than", "with") and mention.kind != "unknown"


def _barrier(scene: Scene, start: int, end: int) -> bool:
    return any(w.text in BARRIERS or "breaks" in w for w in scene.words[start:end])


def _subject_word(scene: Scene, start: int) -> Mention | None:
    """A pronoun or a name right before the verb: "he was killed", "Aminta Platero was killed"."""
    position, _ = _before(scene, start)
    if position < 0:
        return None
    word = scene.words[position]
    if "singular_pronouns" in word and word.lower in ("he", "she"):
        mention = Mention(position, position + 1, position, "pronoun", singular=True, groups=("man",) if word.lower == "he" else ("woman",))
        scene.mentions.append(mention)
        scene.mentions.sort(key=lambda m: m.start)
        return mention
    opening = _opening(scene, position)
    if opening >= 0:
        position = opening - 1
    runs = _name_runs(scene, position)
    for first, last in runs[1:]:
        mention = _named(scene, first, last)
        mention.names = mention.names or ()
    return _named(scene, *runs[0]) if runs else None


def _name_runs(scene: Scene, position: int) -> list[tuple[int, int]]:
    """The name that ends at ``position`` and those joined before it ("Muhammed, Abdullah, and Yahya"), last first."""
    runs: list[tuple[int, int]] = []
    while position >= 0:
        first = position
        while first >= 0 and _name_word(scene, first):
            first -= 1
        length = position - first
        alone = length == 1 and (first >= 0 or position > 0) and scene.words[position].capital
        if length < 2 and not (alone and (runs or first >= 0)):
            break
        runs.append((first + 1, position + 1))
        joint = first
        while joint >= 0 and (scene.words[joint].text == "," or "conjunctions" in scene.words[joint]):
            joint -= 1
        if joint == first or len(runs) > 6:
            break
        position = joint
    return runs


def _left(scene: Scene, subject: Mention) -> list[Mention]:
    """People coordinated before ``subject``."""
    found, last = list[Mention](), subject
    for mention in reversed([m for m in scene.mentions if m.end <= subject.start]):
        if mention.part:
            continue
        if mention.kind == "pronoun" or (mention.kind == "harm" and mention.harm) or not _linked(scene, mention, last) or _is_object(scene, mention):
            break
        if mention.governor not in ("", "as", "that", "when", "after"):
            break
        found.insert(0, mention)
        last = mention
    name = _name_before(scene, last)
    return [name, *found] if name is not None else found
