"""The pen puts words together and remembers what they stand on.

While a sentence is worded, figures, dates and quotes are tokens; when it is finished they become the words and the
``Stated`` spans of a ``Sentence``, and the claims get their footnotes in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from belegt.brief.check import HIDDEN, numbered, plain
from belegt.brief.footnote import Notes
from belegt.brief.words.phrases import phrases
from belegt.model import Claim, HarmClaim, Report, Sentence, Stated

OPEN, WORDS, CLOSE, QUOTE = "\ue000", "\ue001", "\ue002", "\ue003"
OMITTED = "[…]"
LONGEST_QUOTE = 200
SINGLE = str.maketrans("„“”", "‚‘’")


class Pen:
    """Writes in one language about some reports; ``several`` tells whether there is more than one to be told apart."""

    def __init__(self, lang: str, reports: Sequence[Report]) -> None:
        self.lang = lang
        self.phrases = phrases(lang)
        self.several = len(reports) > 1
        self._reports = reports
        self._said = ""
        self.notes = Notes()
        self.speaker: HarmClaim | None = None
        self.time: tuple[date | None, date | None] | None = None
        self._marks: list[tuple[Claim, str]] = []
        self._quotes: list[str] = []

    def mark(self, words: str, claim: Claim, what: str = "count") -> str:
        """A token for words that give the count, the day (``when``) or the day of publication of a claim."""
        self._marks.append((claim, what))
        return f"{OPEN}{len(self._marks) - 1}{WORDS}{words}{CLOSE}"

    def quote(self, words: str) -> str:
        """A token for words quoted to the letter; long ones are cut at a blank, with the dots outside the quote.

        Words with a number that no report has are left out, with dots in their place.
        """
        if numbered(words) and plain(words) not in self._everything():
            return OMITTED
        whole = " ".join(HIDDEN.sub("", words).split())
        more = ""
        if len(whole) > LONGEST_QUOTE:
            whole, more = whole[:LONGEST_QUOTE].rsplit(" ", 1)[0], " …"
        self._quotes.append(self.phrases("quote", words=_inside(whole, *self.phrases("inner"))) + more)
        return f"{QUOTE}{len(self._quotes) - 1}{CLOSE}"

    def _everything(self) -> str:
        """All that the reports say, as the check compares it."""
        if not self._said:
            parts = (part for r in self._reports for part in (r.text, r.source.name, r.title, r.id))
            self._said = "\n".join(map(plain, parts))
        return self._said

    def plain(self, words: str) -> str:
        """Words of a report that are set without quotation marks, so they may bring none of their own."""
        return " ".join(HIDDEN.sub("", words).translate(SINGLE).split())

    def sentence(self, text: str, grounds: Iterable[Claim] = ()) -> Sentence:
        """The finished sentence; ``grounds`` are claims it rests on beside those it marks."""
        text = _capital(_tidy(text))
        text = re.sub(f"{QUOTE}(\\d+){CLOSE}", lambda m: self._quotes[int(m[1])], text)
        words, spans = _unmark(text)
        stated = []
        for start, end, index in spans:
            claim, what = self._marks[index]
            stated.append(Stated(start, end, self.notes.number(claim), claim.ref, what))
        rest = [self.notes.number(c) for c in grounds]
        return Sentence(words, tuple(sorted({s.note for s in stated} | set(rest))), tuple(stated))


def _inside(words: str, left: str, right: str) -> str:
    """Words as they stand inside quotation marks: their own marks single, and none around the whole."""
    if re.fullmatch(r"[\"„“”«»][^\"„“”«»]*[\"„“”«»]", words):
        return words[1:-1]
    opened = False
    set_words = ""
    for letter in words:
        if letter in '"„“”':
            closes = opened or (letter == '"' and set_words[-1:].isalnum())  # one that was opened before the words begin
            opened = letter == "„" or (letter != "”" and not closes)
            letter = left if opened else right
        set_words += letter
    return set_words


def _tidy(text: str) -> str:
    """Single blanks, and no comma or blank before a closing mark."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(rf"\s+({CLOSE}*)([,;:.)])", r"\1\2", text)
    text = re.sub(rf",({CLOSE}*)([,;:.)])", r"\1\2", text)
    return re.sub(rf"\.({CLOSE}*)\.$", r"\1.", text)


def _capital(text: str) -> str:
    """The first letter of the sentence as a capital, wherever its tokens begin."""
    found = re.match(rf"(?:{OPEN}\d+{WORDS})*", text)
    at = found.end() if found else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _unmark(text: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The words without tokens, and (start, end, mark) of each, in the order of the text."""
    words, spans, opened = "", [], []
    for piece in re.split(f"({OPEN}\\d+{WORDS}|{CLOSE})", text):
        if piece.startswith(OPEN):
            opened.append((len(words), int(piece[1:-1])))
        elif piece == CLOSE:
            start, index = opened.pop()
            spans.append((start, len(words), index))
        else:
            words += piece
    return words, sorted(spans)
