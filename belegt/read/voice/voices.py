"""Who says a figure, on whose word, and whether it is denied (R2, R11).

A claim belongs to the nearest attribution that covers it: a quotation, a verb or preposition of its sentence, or, told
on in reported speech, the last speaker before. Whatever nobody is said to say is the text's own: source "".
Sentences are read on demand and once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from belegt.read.document import Document
from belegt.read.voice import doubt
from belegt.read.voice import roles as r
from belegt.read.voice.attribution import LAST, NAMED, NOBODY, SUBJECT, Attribution, Span
from belegt.read.voice.cues import RELIES
from belegt.read.voice.foundation import Foundations, foundations, heads
from belegt.read.voice.mood import reported
from belegt.read.voice.phrases import extent, past, starts_phrase
from belegt.read.voice.quotation import Quotation, recorded_speaker
from belegt.read.voice.reliance import relied_on
from belegt.read.voice.sentences import Sentences
from belegt.read.voice.speakers import agrees, is_fuller, short_name
from belegt.read.voice.tagged import Tagged

REACH = 6
"""How many sentences back a speaker is looked for."""
_CHAIN = 60
"""How many sentences back a chain of pronouns is followed."""
_BESIDE = 2
"""How many characters may stand between a quotation and the words that attribute it."""
_NESTED = 8
"""How many characters may stand between an attribution and a second one inside what it says."""


class Voice(NamedTuple):
    """``source`` as written, "" for the text itself; ``authority`` on whose word; ``rule`` and ``words`` say why."""

    source: str = ""
    authority: str = ""
    stance: str = "asserted"
    rule: str = ""
    words: str = ""


class Voices:
    """The voices of one report."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.sentences = Sentences(document)
        self._voices: dict[tuple[int, Attribution], Voice] = {}
        self._tellers: dict[int, list[Attribution]] = {}
        self._named: dict[int, list[Attribution]] = {}
        self._full: dict[tuple[int, str], str] = {}
        self._speakers: dict[int, Voice | None] = {}
        self._answers: dict[int, str] = {}
        self._folded = ""
        self._relying: bool | None = None
        self._recordings: bool | None = None
        self._foundations: Foundations | None = None

    def for_claim(self, start: int, end: int) -> Voice:
        """Who vouches for what stands at ``start``-``end`` (code points)."""
        if not len(self.document):
            return Voice()
        index = self.document.index_at(start)
        voice = self._quoted(start, end) or self._attributed(index, start, end) or self._carried(index, start, end)
        voice = voice or self._headlined(index, end) or self._recorded(start) or Voice()
        if voice.source and not voice.authority:
            voice = voice._replace(authority=self._cited_next(index, voice.source) or self._foundation(voice.source))
        stance = doubt.within(self.sentences.tagged(index), start, end)
        if not stance and (voice.source or self._answer_to(index) == "disputed"):
            stance = self._answer_to(index)  # what nobody claimed nobody can have denied
        return voice._replace(stance=stance) if stance else voice

    def _recorded(self, start: int) -> Voice | None:
        """Who speaks in a broadcast that the report writes down."""
        if self._recordings is None:
            self._recordings = "ecording]" in self.text or "ECORDING]" in self.text
        name = recorded_speaker(self.text, start) if self._recordings else ""
        return Voice(name, rule="recording", words=name) if name else None

    def _headlined(self, index: int, end: int) -> Voice | None:
        """"Raid kills ten in the town: monitor": who vouches for a headline stands at its end."""
        _, stop = self.document.span(index)
        if not 0 <= self.document.headline - stop <= 1 and not 0 <= stop - self.document.headline <= 1:
            return None
        t = self.sentences.tagged(index)
        for count in (2, 1):
            at = len(t) - count
            if at > 0 and tuple(t.lower[at:]) in t.lexicon.headline and t.start(at) >= end:
                words = self.text[slice(*t.span(at, len(t)))]
                return Voice(words, rule="headline", words=words)
        return None

    def voice(self, index: int, a: Attribution) -> Voice:
        """The attribution of sentence ``index`` with its speaker resolved."""
        if (index, a) not in self._voices:
            self._voices[index, a] = self._resolved(index, a)
        return self._voices[index, a]

    def _resolved(self, index: int, a: Attribution) -> Voice:
        words = self.text[slice(*a.cue)]
        if a.told == NOBODY:
            return Voice("", "", a.stance, a.rule, words)
        if a.told == SUBJECT:
            return Voice(self._subject(index, a), "", a.stance, a.rule, words)
        if a.told == LAST or a.speaker is None or self._pronoun(a.speaker):
            meant = self._meant(index, a) or Voice()
            authority = meant.authority or (self._relies(index, a) if meant.source else "")
            return Voice(meant.source, authority, a.stance, a.rule, words)
        source = self._fuller(index, self.text[slice(*a.speaker)])
        return Voice(source, self._relies(index, a), a.stance, a.rule, words)

    def told_before(self, index: int) -> tuple[int, Attribution] | None:
        """The last attribution with a speaker before sentence ``index``, and the sentence it stands in."""
        for back in range(index - 1, max(-1, index - 1 - REACH), -1):
            for a in self._carriers(back):
                if self.voice(back, a).source:
                    return back, a
        return None

    def speaker_before(self, index: int) -> Voice | None:
        """The last one who spoke before sentence ``index``, at most a few sentences back."""
        found = (self._speaker_in(back) for back in range(index - 1, max(-1, index - 1 - REACH), -1))
        return next((voice for voice in found if voice is not None), None)

    def attribution_of(self, quote: Quotation) -> tuple[int, Attribution] | None:
        """The attribution beside the quotation: close before it, right behind it, or else in its sentence."""
        head, tail = self.document.index_at(quote.start), self.document.index_at(quote.end - 1)
        said = self.sentences.said(head)
        before = [(head, a) for a in said if a.cue[1] <= quote.start + 1 and a.end > quote.start]
        if before and quote.start - before[-1][1].cue[1] <= _BESIDE + 1:
            return before[-1]
        behind = self._behind(quote, tail)
        if behind and behind[0][1].cue[0] - quote.end <= _BESIDE:
            return behind[0]
        if before:
            return before[-1]
        if behind and head == tail and behind[0][1].start <= quote.start:
            return behind[0]
        around = [(head, a) for a in said if a.cue[0] < quote.start and a.start <= quote.start < a.end]
        return around[-1] if around else None

    def _behind(self, quote: Quotation, tail: int) -> list[tuple[int, Attribution]]:
        """Attributions that look back on the quotation, also from a sentence that its last full stop cut off."""
        found = [(tail, a) for a in self.sentences.said(tail) if a.cue[0] >= quote.end and a.start < a.cue[0]]
        following = tail + 1
        if following < len(self.document) and self.document.span(following)[0] - quote.end <= _BESIDE:
            for a in self.sentences.said(following)[:1]:
                if a.cue[0] - quote.end <= _BESIDE and not a.previous and a.end - a.start <= _BESIDE:
                    found.append((following, a))
        return sorted(found, key=lambda pair: pair[1].cue[0] - quote.end > _BESIDE)

    def _quoted(self, start: int, end: int) -> Voice | None:
        """The speaker of the quotation that holds the claim; who is named inside it is whom that speaker relies on."""
        quote = self.sentences.quotation_at(start)
        if quote is None or end > quote.end:
            return None
        found = self.attribution_of(quote)
        if found is None:
            last = self.speaker_before(self.document.index_at(quote.start)) if quote.long else None
            return last._replace(stance="asserted", rule="quotation goes on") if last else None
        voice = self.voice(*found)._replace(rule="quotation")
        index = self.document.index_at(start)
        inner = [a for a in self.sentences.said(index) if a is not found[1] and a.strong and a.covers(start, end)]
        inside = [a for a in inner if quote.start <= a.cue[0] and a.cue[1] <= quote.end]
        return (
            voice._replace(authority=self.voice(index, inside[-1]).source) if inside and not voice.authority else voice
        )

    def _attributed(self, index: int, start: int, end: int) -> Voice | None:
        """The nearest attribution of the sentence, or the next sentence's "Das teilte X mit"."""
        said = self.sentences.said(index)
        covering = [a for a in said if a.strong and not a.previous and a.covers(start, end)]
        if covering:
            nearest = min(covering, key=lambda a: a.end - a.start)
            voice = self._nested(index, covering, nearest)
            turned = voice.stance == "disputed" and doubt.turns(self.sentences.tagged(index), nearest.cue[1], start)
            return voice._replace(stance="asserted") if turned else voice
        if self.sentences.opens(index + 1, self.sentences.lexicon.anaphor):
            for a in self.sentences.said(index + 1):
                if a.previous:
                    return self.voice(index + 1, a)
        return None

    def _nested(self, index: int, covering: list[Attribution], nearest: Attribution) -> Voice:
        """ "The army said reports indicated 5 dead": the army says it, on the word of the reports."""
        voice = self.voice(index, nearest)
        if nearest.speaker is None:
            return voice
        if nearest.rule == "account that":
            back = next((self.voice(index, a) for a in covering if a.told == LAST), None)
            return back._replace(authority=voice.source) if back and back.source else voice
        for outer in covering:
            if outer is not nearest and outer.speaker not in (None, nearest.speaker):
                close = 0 <= nearest.speaker[0] - outer.cue[1] <= _NESTED
                close = close and not doubt.turns(self.sentences.tagged(index), outer.cue[1], nearest.speaker[0])
                if close and nearest.cue[0] >= outer.start >= outer.cue[1] - 1:
                    return self.voice(index, outer)._replace(authority=voice.source)
        return voice

    def _carried(self, index: int, start: int, end: int) -> Voice | None:
        """Told on: the Konjunktiv belongs to whoever spoke last, and so does a count that goes on ("Another 11")."""
        t = self.sentences.tagged(index)
        if index and self._goes_on(t):
            same = self.document.paragraph(index) == self.document.paragraph(index - 1)
            last = self._speaker_in(index - 1) if same else None
            if last is not None:
                return last._replace(authority="", stance="asserted", rule="count goes on")
        if not t.seen & r.QUOTE and not t.lexicon.self_words.isdisjoint(t.lower):
            last = self._speaking_on(index)
            if last is not None:
                return last._replace(stance="asserted", rule="speaker goes on")
        if not reported(t, start, end):
            return None
        weak = [a for a in self.sentences.said(index) if not a.strong and a.covers(start, end)]
        last = self.voice(index, weak[-1]) if weak else self.speaker_before(index)
        if last is None and index + 1 < len(self.document):
            last = self._speaker_in(index + 1)
        return last._replace(stance="asserted", rule="reported speech goes on") if last else None

    def _cited_next(self, index: int, source: str) -> str:
        """ "..., the agency said. It quoted officials as saying": on whose word the source spoke before."""
        if not self.sentences.holds(index + 1, self.sentences.lexicon.citing):
            return ""
        opens = self.document.span(index + 1)[0]
        for a in self.sentences.said(index + 1):
            if a.relies and a.speaker and a.speaker[0] == opens:
                voice = self.voice(index + 1, a)
                return voice.authority if voice.source in (source, *source.split()) else ""
        return ""

    def _speaking_on(self, index: int) -> Voice | None:
        """Who goes on speaking of himself without marks: the speaker right before, over sentences of the same kind."""
        words = self.sentences.lexicon.self_words
        for back in range(index - 1, max(-1, index - 1 - REACH), -1):
            found = self._speaker_in(back)
            if found is not None or words.isdisjoint(self.sentences.tagged(back).lower):
                return found
        return None

    def _foundation(self, source: str) -> str:
        """On whose word the source speaks in the whole report, "" where the report does not say."""
        if self._foundations is None:
            self._foundations = foundations(
                self.sentences, lambda index: (self.speaker_before(index) or Voice()).source
            )
        if not self._foundations:
            return ""
        names = heads(source, self.sentences)
        return next((authority for known, authority in self._foundations if names & known), "")

    def _goes_on(self, t: Tagged) -> bool:
        """Whether the sentence goes on counting: "Among them", "Eight of the rebels", "killed nine more rebels"."""
        first = t.lower[0]
        if any(tuple(t.lower[: len(phrase)]) == phrase for phrase in t.lexicon.continues.get(first, ())):
            return True
        if t.has(0, r.QUANTITY) and tuple(t.lower[1:3]) in t.lexicon.partitive:
            return True
        count = t.first(0, len(t), r.QUANTITY)
        if count is not None and tuple(t.lower[max(0, count - 2) : count]) in t.lexicon.series:
            return True
        if count is None or count + 2 >= len(t) or t.lower[count + 1] != t.lexicon.more or t.lower[count + 2] == "than":
            return False
        return not (past(t, count + 2) or t.has(count + 2, r.BOUNDARY | r.FINITE | r.CONJUNCTION | r.PREPOSITION))

    def _answer_to(self, index: int) -> str:
        """The stance that the sentence behind gives to this one, "" for none."""
        if index not in self._answers:
            answers = self.sentences.holds(index + 1, self.sentences.lexicon.doubting)
            self._answers[index] = doubt.behind(self.sentences.tagged(index + 1)) if answers else ""
        return self._answers[index]

    def _carriers(self, index: int) -> list[Attribution]:
        """Attributions whose speaker may speak on in the next sentence: those that vouch first, the latest first."""
        if index not in self._tellers:
            said = [a for a in reversed(self.sentences.said(index)) if a.rule != "complement"]
            if not said:
                self._tellers[index] = said
                return said
            heard = [a for a in said if not self.sentences.quoted(a)]
            self._tellers[index] = sorted(heard, key=lambda a: (a.rule == "account that", not a.strong))
        return self._tellers[index]

    def _namers(self, index: int) -> list[Attribution]:
        """Those of the carriers of sentence ``index`` that name their speaker."""
        if index not in self._named:
            self._named[index] = [
                a
                for a in self._carriers(index)
                if a.told == SUBJECT or (a.told == NAMED and a.speaker and not self._pronoun(a.speaker))
            ]
        return self._named[index]

    def _speaker_in(self, index: int) -> Voice | None:
        if index not in self._speakers:
            self._speakers[index] = None
            voices = (self.voice(index, a) for a in self._carriers(index))
            self._speakers[index] = next((voice for voice in voices if voice.source), None)
        return self._speakers[index]

    def _pronoun(self, span: Span) -> int:
        return self.sentences.lexicon.roles[self.text[slice(*span)].lower()] & r.NAMED_PRONOUN

    def _relies(self, index: int, a: Attribution) -> str:
        if self._relying is None:
            self._relying = any(mask & RELIES for mask in self.sentences.cued().values())
        span = a.relies or (relied_on(self.sentences.tagged(index)) if self._relying else None)
        return self.text[slice(*span)] if span and span != a.speaker else ""

    def _named_before(self, index: int) -> Iterator[tuple[int, Attribution]]:
        """Attributions before sentence ``index`` that name their speaker, the latest first, over a chain of pronouns."""
        limit = index - REACH
        for back in range(index - 1, max(-1, index - 1 - _CHAIN), -1):
            if back < limit:
                return
            if self._carriers(back):
                limit = min(limit, back - REACH)
                yield from ((back, a) for a in self._namers(back))

    def _fuller(self, index: int, phrase: str) -> str:
        """ "the source", "Khalil": as a speaker before was called in full, where that name holds this one."""
        if (index, phrase) not in self._full:
            self._full[index, phrase] = self._called(index, phrase)
        return self._full[index, phrase]

    def _called(self, index: int, phrase: str) -> str:
        word = short_name(phrase, self.sentences.lexicon)
        if not word:
            return phrase
        self._folded = self._folded or self.text.lower()
        if self._folded.count(word) < 2:
            return phrase
        for _, a in self._named_before(index):
            name = self.text[slice(*a.speaker)] if a.speaker and a.told == NAMED else ""
            if is_fuller(name, word, self.sentences.lexicon):
                return name
        return phrase

    def _meant(self, index: int, a: Attribution) -> Voice | None:
        """Whom a pronoun or "demnach" means: the last speaker that it can mean, or the subject of the sentence before."""
        lexicon = self.sentences.lexicon
        pronoun = lexicon.roles[self.text[slice(*a.speaker)].lower()] if a.speaker and a.told == NAMED else 0
        named = (self.voice(*found) for found in self._named_before(index))
        last = None
        for voice in named:
            if voice.source and agrees(voice.source, pronoun, lexicon):
                return voice
            last = last or voice
        subject = self._opening(index - 1, 0) if index and pronoun else ""
        if subject and agrees(subject, pronoun, lexicon):
            return Voice(subject)
        return last

    def _opening(self, index: int, k: int) -> str:
        """The phrase that opens sentence ``index`` at token ``k``."""
        t = self.sentences.tagged(index)
        end = extent(t, k) if starts_phrase(t, k) else k
        verb = next((j for j in range(k + 1, end) if past(t, j) and t.capital(j - 1)), end)
        return self.text[slice(*t.span(k, verb))] if verb > k else ""

    def _subject(self, index: int, a: Attribution) -> str:
        """The subject of the sentence an attribution stands in: "Das Werk versorgt nach eigenen Angaben"."""
        t = self.sentences.tagged(index)
        dash = t.first(0, 6, r.DASH)
        for k in range(0 if dash is None else dash + 1, len(t)):
            if t.start(k) >= a.cue[0] and k:
                break
            if starts_phrase(t, k):
                return self._opening(index, k)
        return ""
