"""Who says a figure, on whose word, and whether it is denied (R2, R11).

A claim belongs to the nearest attribution that covers it: a quotation, a verb or preposition of its sentence, or, told
on in reported speech, the last speaker before. Whatever nobody is said to say is the text's own: source "".
Sentences are read on demand and once.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from belegt.read.document import Document
from belegt.read.voice import doubt, first, second, sources
from belegt.read.voice import lexicon as lex
from belegt.read.voice.attribution import LAST, NOBODY, SUBJECT, Attribution
from belegt.read.voice.lexicon import lexicon
from belegt.read.voice.mood import reported
from belegt.read.voice.phrases import agrees, extent, starts_phrase
from belegt.read.voice.quotation import Quotation, quotations
from belegt.read.voice.tagged import Tagged

_REACH = 6
"""How many sentences back a speaker is looked for."""


@dataclass(frozen=True, slots=True)
class Voice:
    """``source`` as written, "" for the text itself; ``authority`` on whose word it relies; ``rule`` and ``words`` say why."""

    source: str = ""
    authority: str = ""
    stance: str = "asserted"
    rule: str = ""
    words: str = ""


OWN_VOICE = Voice()


class Voices:
    """The voices of one report."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._lexicon = lexicon(document.lang)
        self._tagged: dict[int, Tagged] = {}
        self._said: dict[int, list[Attribution]] = {}
        self._answers: dict[int, str] = {}
        self._speakers: dict[int, Voice | None] = {}
        self._quotations: list[Quotation] | None = None

    def for_claim(self, start: int, end: int) -> Voice:
        """Who vouches for what stands at ``start``-``end`` (code points), in constant time after the first look."""
        index = self.document.index_at(start)
        voice = self._quoted(start, end) or self._attributed(index, start, end) or self._carried(index, start, end)
        return self._doubted(index, start, end, voice or OWN_VOICE)

    def quotations(self) -> list[Quotation]:
        """The quotations of the report."""
        if self._quotations is None:
            self._quotations = quotations(self.text)
        return self._quotations

    def tagged(self, index: int) -> Tagged:
        """Sentence ``index`` with the roles of its words."""
        if index not in self._tagged:
            self._tagged[index] = Tagged(self.document.sentence(index), self._lexicon, self.text)
        return self._tagged[index]

    def said(self, index: int) -> list[Attribution]:
        """The attributions of sentence ``index``, in order of their cues."""
        if index not in self._said:
            t = self.tagged(index)
            found: list[Attribution] = []
            if t.seen & (lex.VERB | lex.HAVE | lex.SO | lex.PARTICIPLE | lex.GERUND | lex.IMPERSONAL):
                found += (second if self._lexicon.verb_second else first).spoken(t)
            if t.seen & (lex.BEFORE | lex.AFTER | lex.BACK | lex.ACCOUNT_WITH):
                found += sources.named(t)
            if t.seen & lex.HARD and t.seen & lex.AGENT:
                found += sources.headed(t)
            if t.seen & lex.TALK:
                found += sources.talk(t)
            if not found and t.seen & (lex.MOOD | lex.MESSAGE | lex.OPINION) and t.seen & lex.COMMA and self._lexicon.verb_second:
                found += second.complement(t)
            self._said[index] = sorted(found, key=lambda a: a.cue)
        return self._said[index]

    def _attributed(self, index: int, start: int, end: int) -> Voice | None:
        covering = [a for a in self.said(index) if a.strong and not a.previous and a.covers(start, end)]
        if covering:
            nearest = min(covering, key=lambda a: a.end - a.start)
            voice = self._nested(index, covering, nearest)
            turned = voice.stance == "disputed" and doubt.turns(self.tagged(index), nearest.cue[1], start)
            return replace(voice, stance="asserted") if turned else voice
        if index + 1 < len(self.document) and self._lexicon.anaphor.match(self.text, self.document.span(index + 1)[0]):
            for a in self.said(index + 1):
                if a.previous:
                    return self.voice(index + 1, a)
        return None

    def _nested(self, index: int, covering: list[Attribution], nearest: Attribution) -> Voice:
        """"The army said reports indicated 5 dead": the army says it, on the word of the reports."""
        voice = self.voice(index, nearest)
        if nearest.speaker is None:
            return voice
        if nearest.rule == "account that":
            back = next((self.voice(index, a) for a in covering if a.told == LAST), None)
            return replace(back, authority=voice.source) if back and back.source else voice
        for outer in covering:
            if outer is not nearest and outer.speaker and outer.speaker != nearest.speaker and 0 <= nearest.speaker[0] - outer.cue[1] <= _NEAR and nearest.cue[0] >= outer.start >= outer.cue[1] - 1:
                return replace(self.voice(index, outer), authority=voice.source)
        return voice

    def voice(self, index: int, a: Attribution) -> Voice:
        """The attribution of sentence ``index`` with its speaker resolved."""
        words = self.text[slice(*a.cue)]
        if a.told == LAST or (a.speaker and self._is_pronoun(a.speaker)):
            last = self._meant(index, a)
            if last is None:
                return Voice("", "", a.stance, a.rule, words)
            return Voice(last.source, last.authority or self._relies(index, a), a.stance, a.rule, words)
        if a.told == NOBODY:
            return Voice("", "", a.stance, a.rule, words)
        if a.told == SUBJECT or a.speaker is None:
            return Voice(self._subject(index, a), "", a.stance, a.rule, words)
        return Voice(self.text[slice(*a.speaker)], self._relies(index, a), a.stance, a.rule, words)

    def _meant(self, index: int, a: Attribution) -> Voice | None:
        """Whom a pronoun or a reference back means: the last speaker whom it can mean, else the subject of the sentence before."""
        if a.told == LAST or a.speaker is None:
            return self.speaker_before(index)
        pronoun = self._lexicon.roles[self.text[slice(*a.speaker)].lower()]
        for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
            voice = self._speaker_in(back)
            if voice is not None and agrees(voice.source, pronoun, self._lexicon):
                return voice
        subject = self._subject_before(index)
        return subject if subject and agrees(subject.source, pronoun, self._lexicon) else self.speaker_before(index) or subject

    def _is_pronoun(self, span: tuple[int, int]) -> bool:
        return bool(self._lexicon.roles[self.text[slice(*span)].lower()] & lex.NAMED_PRONOUN)

    def _relies(self, index: int, a: Attribution) -> str:
        span = a.relies or sources.relied_on(self.tagged(index))
        return self.text[slice(*span)] if span and span != a.speaker else ""

    def speaker_before(self, index: int) -> Voice | None:
        """The last one who spoke before sentence ``index``, at most a few sentences back."""
        for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
            voice = self._speaker_in(back)
            if voice is not None:
                return voice
        return None

    def _carriers(self, index: int) -> list[Attribution]:
        """The attributions whose speaker may go on speaking in the next sentence: verbs that vouch first, the latest first."""
        said = [a for a in reversed(self.said(index)) if a.rule != "complement" and not self.quoted(a)]
        return sorted(said, key=lambda a: not a.strong)

    def quoted(self, a: Attribution) -> bool:
        """Whether the attribution is itself part of what somebody is quoted with."""
        quotes = self.quotations()
        at = bisect_right(quotes, a.cue[0], key=lambda q: q.start) - 1
        return at >= 0 and a.cue[1] <= quotes[at].end and quotes[at].long

    def told_before(self, index: int) -> tuple[int, Attribution] | None:
        """The last attribution with a speaker before sentence ``index``, with the sentence it stands in."""
        for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
            for a in self._carriers(back):
                if self.voice(back, a).source:
                    return back, a
        return None

    def _speaker_in(self, index: int) -> Voice | None:
        if index not in self._speakers:
            self._speakers[index] = None
            for a in self._carriers(index):
                voice = self.voice(index, a)
                if voice.source:
                    self._speakers[index] = voice
                    break
        return self._speakers[index]

    def _subject(self, index: int, a: Attribution) -> str:
        """The subject of the sentence an attribution stands in: "Das Werk versorgt nach eigenen Angaben"."""
        t = self.tagged(index)
        dash = next((k for k in range(min(len(t), 6)) if t.has(k, lex.DASH)), -1)
        for k in range(dash + 1, len(t)):
            if t.start(k) >= a.cue[0] and k:
                break
            if starts_phrase(t, k):
                return self.text[t.start(k) : t.end(extent(t, k) - 1)]
        return ""

    def _subject_before(self, index: int) -> Voice | None:
        """Who a pronoun means when nobody has spoken yet: the subject of the sentence before."""
        if index == 0:
            return None
        t = self.tagged(index - 1)
        k = 0
        if not starts_phrase(t, k):
            return None
        return Voice(self.text[t.start(k) : t.end(extent(t, k) - 1)])

    def _quoted(self, start: int, end: int) -> Voice | None:
        quotes = self.quotations()
        at = bisect_right(quotes, start, key=lambda q: q.start) - 1
        if at < 0 or end > quotes[at].end:
            return None
        return self.speaker_of(quotes[at], start, end)

    def speaker_of(self, quote: Quotation, start: int, end: int) -> Voice | None:
        """Who speaks the quotation; ``start``-``end`` is the part that matters."""
        found = self.attribution_of(quote)
        if found is not None:
            index, a = found
            voice = replace(self.voice(index, a), rule="quotation")
            inner = [b for b in self.said(self.document.index_at(start)) if b is not a and b.covers(start, end) and quote.start <= b.cue[0] and b.cue[1] <= quote.end and b.strong]
            if inner and not voice.authority:
                voice = replace(voice, authority=self.voice(self.document.index_at(start), inner[-1]).source)
            return voice
        if not quote.long:
            return None
        last = self.speaker_before(self.document.index_at(quote.start))
        return replace(last, stance="asserted", rule="quotation goes on") if last else None

    def attribution_of(self, quote: Quotation) -> tuple[int, Attribution] | None:
        """The attribution that stands beside the quotation: right behind it, before it, or further on in its sentence."""
        head, tail = self.document.index_at(quote.start), self.document.index_at(quote.end - 1)
        before = [(head, a) for a in self.said(head) if a.cue[1] <= quote.start + 1 and a.end > quote.start]
        if before and quote.start - before[-1][1].cue[1] <= 3:
            return before[-1]
        after = [(tail, a) for a in self.said(tail) if a.cue[0] >= quote.end and a.start < a.cue[0]]
        if tail + 1 < len(self.document) and self.document.span(tail + 1)[0] - quote.end <= 2:
            after += [(tail + 1, a) for a in self.said(tail + 1)[:1] if a.cue[0] - quote.end <= 2 and not a.previous and a.end - a.cue[1] < 40]
        for index, a in after:
            if a.cue[0] - quote.end <= 2:
                return index, a
        if before:
            return before[-1]
        if after and head == tail and after[0][1].start <= quote.start:
            return after[0]
        around = [(head, a) for a in self.said(head) if a.cue[0] < quote.start and a.start <= quote.start < a.end]
        return around[-1] if around else None

    def _carried(self, index: int, start: int, end: int) -> Voice | None:
        """Reported speech told on: the Konjunktiv of this sentence belongs to whoever spoke last."""
        t = self.tagged(index)
        if index and any(tuple(t.sentence.lower[: len(phrase)]) == phrase for phrase in self._lexicon.continues):
            last = self._speaker_in(index - 1) if self.document.paragraph(index) == self.document.paragraph(index - 1) else None
            return replace(last, stance="asserted", rule="count goes on") if last else None
        if not reported(t, start, end):
            return None
        weak = [a for a in self.said(index) if not a.strong and a.covers(start, end)]
        last = self.voice(index, weak[-1]) if weak else self.speaker_before(index)
        if last is None and index + 1 < len(self.document):
            last = self._speaker_in(index + 1)
        return replace(last, stance="asserted", rule="reported speech goes on") if last else None

    def _answer_to(self, index: int) -> str:
        """The stance that the sentence behind gives to this one, "" for none."""
        if index not in self._answers:
            following = index + 1 < len(self.document) and self._lexicon.doubting.search(self.text, *self.document.span(index + 1))
            self._answers[index] = doubt.behind(self.tagged(index + 1)) if following else ""
        return self._answers[index]

    def _doubted(self, index: int, start: int, end: int, voice: Voice) -> Voice:
        """What the sentence or the next one does to the claim: no evidence, cannot be confirmed, denied, corrected."""
        stance = doubt.within(self.tagged(index), start, end) or self._answer_to(index)
        return replace(voice, stance=stance) if stance else voice


_NEAR = 8
