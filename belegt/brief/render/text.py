"""A brief for the terminal: wrapped to its width, numbers in brackets, footnotes at the end."""

from __future__ import annotations

import shutil
import textwrap

from belegt.brief.footnote import bracketed
from belegt.brief.render.parts import address, head, offset, origin, reviewed, visible
from belegt.brief.words.phrases import phrases
from belegt.model import Brief, Section, Sentence

NARROWEST, WIDEST = 40, 100


def render(brief: Brief, width: int | None = None) -> str:
    """Plain text in lines of at most ``width`` letters, that of the terminal where none is given."""
    pack = phrases(brief.lang)
    columns = width or min(shutil.get_terminal_size((80, 24)).columns, WIDEST)
    columns = max(columns, NARROWEST)
    blocks = [_wrap(f"{brief.title} · {head(brief)}", columns)]
    blocks += [_section(s, columns) for s in brief.sections]
    if brief.footnotes:
        notes = [_wrap(line, columns, "     ") for line in _notes(brief)]
        blocks.append("\n".join([pack("footnotes"), *notes]))
    return "\n\n".join(blocks) + "\n"


def _section(section: Section, columns: int) -> str:
    heading = visible(section.heading)
    if section.listed:
        lines = [_wrap(f"- {_sentence(s)}", columns, "  ") for s in section.sentences]
        return "\n".join([heading.upper(), *lines])
    told = " ".join(map(_sentence, section.sentences))
    return _wrap(f"{heading.upper()}. {told}" if heading else told, columns)


def _sentence(sentence: Sentence) -> str:
    return f"{visible(sentence.text)} {bracketed(sentence.notes).replace(', ', ',')}".rstrip()


def _notes(brief: Brief) -> list[str]:
    lines = []
    for note in brief.footnotes:
        mark = f"[{note.n}]".ljust(4)
        quote = phrases(brief.lang)("quote", words=visible(note.quote))
        url = address(note)
        words = [f"{mark} {visible(origin(note, brief.lang))}: {quote}", reviewed(note, brief.lang), offset(note, brief.lang), url]
        lines.append(", ".join(filter(None, words)))
    return lines


def _wrap(words: str, columns: int, indent: str = "") -> str:
    return textwrap.fill(
        words,
        columns,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
