"""A brief as one HTML file that needs nothing else: no script, no font, no address loaded.

Every figure links to its footnote and back; quotes stand in the language and direction of their report.
"""

from __future__ import annotations

import re
from html import escape as _escape
from importlib import resources

from belegt.brief.check import QUOTES
from belegt.brief.render.parts import address, head, offset, origin, reviewed, visible
from belegt.brief.words.phrases import phrases
from belegt.model import Brief, Footnote, Section, Sentence

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(brief: Brief) -> str:
    """The page; its style follows the reader's light or dark scheme and prints in black on white."""
    style = (resources.files("belegt.brief") / "render" / "brief.css").read_text(encoding="utf-8")
    pack = phrases(brief.lang)
    body = [_section(brief, s, i) for i, s in enumerate(brief.sections)]
    uses = _uses(brief)
    notes = [_note(brief, n, uses.get(n.n, [])) for n in brief.footnotes]
    end = [f'<section class="notes"><h2>{escape(pack("footnotes"))}</h2>', "<ol>", *notes, "</ol></section>"]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{brief.lang}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escape(f'{brief.title} · {head(brief)}')}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            "<body>",
            "<main>",
            f'<header><h1>{escape(brief.title)}</h1><p class="head">{escape(head(brief))}</p></header>',
            *body,
            *(end if notes else []),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def escape(words: str) -> str:
    """Words as HTML prints them, with their control characters shown."""
    return _escape(visible(words), quote=True)


def _section(brief: Brief, section: Section, index: int) -> str:
    heading = f"<h2>{escape(section.heading)}</h2>\n" if section.heading else ""
    told = [_sentence(s, f"{index}-{i}") for i, s in enumerate(section.sentences)]
    if section.listed:
        inner = "<ul>\n" + "\n".join(f"<li>{s}</li>" for s in told) + "\n</ul>"
    else:
        inner = f"<p>{' '.join(told)}</p>"
    return f"<section>\n{heading}{inner}\n</section>"


def _sentence(sentence: Sentence, anchor: str) -> str:
    """The words with each figure a link to its footnote; the other footnotes follow."""
    out, position = [], 0
    for stated in sentence.stated:
        if stated.start < position or stated.what != "count":
            continue
        out.append(_words(sentence.text[position : stated.start]))
        figure = _words(sentence.text[stated.start : stated.end])
        out.append(f'<a class="figure" href="#n{stated.note}">{figure}</a>')
        position = stated.end
    out.append(_words(sentence.text[position:]))
    marks = "".join(f'<a href="#n{n}">{n}</a>' for n in sentence.notes)
    sup = f'<sup class="marks">{marks}</sup>' if marks else ""
    return f'<span id="s{anchor}">{"".join(out)}{sup}</span>'


def _words(words: str) -> str:
    """Words with every quote in them kept apart, whatever its direction."""
    pieces, position = [], 0
    for found in QUOTES.finditer(words):
        pieces.append(_escape(_kept(words[position : found.start()])))
        mark, inside, end = found[0][0], found[0][1:-1], found[0][-1]
        pieces.append(f'{mark}<q dir="auto">{escape(inside)}</q>{end}')
        position = found.end()
    pieces.append(_escape(_kept(words[position:])))
    return "".join(pieces)


def _kept(words: str) -> str:
    """A stretch of a sentence: controls shown, the blanks at its ends kept."""
    found = re.fullmatch(r"(\s*)(.*?)(\s*)", words, re.DOTALL)
    assert found is not None
    return f"{found[1] and ' '}{visible(found[2])}{found[3] and ' '}"


def _note(brief: Brief, note: Footnote, uses: list[str]) -> str:
    lang = f' lang="{_escape(note.passage.report.lang)}"' if note.passage.report.lang else ""
    url = address(note)
    source = f"<bdi>{escape(origin(note, brief.lang))}</bdi>"
    if url:
        source = f'<a href="{_escape(url)}" rel="noopener noreferrer nofollow">{source}</a>'
    title = f' <cite dir="auto">{escape(note.title)}</cite>' if note.title else ""
    own = f'<span class="own">{escape(reviewed(note, brief.lang))}</span> ' if note.own else ""
    back = "".join(f' <a class="back" href="#s{anchor}">↩</a>' for anchor in uses)
    return (
        f'<li id="n{note.n}" value="{note.n}">{source}{title}<blockquote dir="auto"{lang}>{escape(note.quote)}</blockquote>'
        f'{own}<span class="offset">{escape(offset(note, brief.lang))}</span>{back}</li>'
    )


def _uses(brief: Brief) -> dict[int, list[str]]:
    """For each footnote the anchors of the sentences that rest on it."""
    found: dict[int, list[str]] = {}
    for i, section in enumerate(brief.sections):
        for j, sentence in enumerate(section.sentences):
            for n in sentence.notes:
                found.setdefault(n, []).append(f"{i}-{j}")
    return found
