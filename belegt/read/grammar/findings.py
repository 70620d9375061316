"""Findings: people and the harm that a sentence says came to them, before they are claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from belegt.read.grammar.lexicon import Lexicon, Word
from belegt.read.grammar.mention import Mention
from belegt.read.grammar.predicates import Predicate
from belegt.read.segment import Sentence


@dataclass(slots=True, eq=False)
class Finding:
    """``mention`` came to harm of ``kind``; ``start`` and ``end`` are the tokens of the quote.

    ``rule`` and ``predicate`` say why; ``agent`` are the people who did it, ``whole`` the finding that contains it,
    ``zero`` says that the text denies the harm ("blieb unverletzt").
    """

    mention: Mention
    kind: str
    start: int
    end: int
    rule: str
    predicate: Predicate | None = None
    agent: Mention | None = None
    whole: Finding | None = None
    zero: bool = False
    passive: bool = False
    sentence: int = 0


class Scene:
    """One sentence at work: its words, mentions and predicates, and the findings made so far."""

    __slots__ = ("clauses", "findings", "lexicon", "mentions", "predicates", "sentence", "text", "words")

    def __init__(
        self, text: str, sentence: Sentence, words: Sequence[Word], lexicon: Lexicon,
        mentions: list[Mention], predicates: list[Predicate],
    ) -> None:  # fmt: skip
        self.text, self.sentence, self.words, self.lexicon = text, sentence, words, lexicon
        self.mentions, self.predicates = mentions, predicates
        self.findings: list[Finding] = []
        self.clauses: list[int] = []

    def put(self, mention: Mention) -> Mention:
        """Take in a mention that was found only now; mentions stay in order."""
        self.mentions.append(mention)
        self.mentions.sort(key=lambda m: m.start)
        return mention

    def put_name(self, start: int, end: int) -> Mention:
        """Take in the tokens ``start`` up to ``end`` as one person's name."""
        text = self.text[self.sentence.starts[start] : self.sentence.ends[end - 1]]
        return self.put(Mention(start, end, end - 1, "name", singular=True, names=(text,)))

    def add(self, mention: Mention, kind: str, rule: str, predicate: Predicate | None = None, **more: object) -> Finding | None:
        """Record a finding unless these people came to this harm already in the sentence."""
        if kind in mention.used:
            for old in self.findings:
                if old.mention is mention and old.kind == kind and predicate is not None:
                    old.start, old.end = min(old.start, predicate.start), max(old.end, predicate.end)
            return None
        mention.used.add(kind)
        start = mention.start if predicate is None else min(mention.start, predicate.start)
        end = mention.end if predicate is None else max(mention.end, predicate.end)
        finding = Finding(mention, kind, start, end, rule, predicate, sentence=self.sentence.index, **more)  # type: ignore[arg-type]
        self.findings.append(finding)
        if predicate is not None and predicate.end <= mention.start and any(
            f.predicate is predicate and f is not finding and f.mention.end <= mention.start for f in self.findings
        ):
            finding.start = mention.start
        return finding

    def of(self, mention: Mention) -> list[Finding]:
        """The findings about these people."""
        return [f for f in self.findings if f.mention is mention]
