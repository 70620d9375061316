"""A brief as Markdown with footnotes; whatever a report brings is escaped, and only http and https addresses are links."""

from __future__ import annotations

import re

from belegt.brief.render.parts import address, head, offset, origin, reviewed, visible
from belegt.brief.words.phrases import phrases
from belegt.model import Brief, Section, Sentence

MARKUP = re.compile(r"([\\`*_\[\]#|~$^@]|:(?=//)|(?<=www)\.)")
BLOCK = re.compile(r"^(?:(\d+)([.)])|([-+=:]))")


def render(brief: Brief) -> str:
    """CommonMark with the footnotes of GitHub and Pandoc: ``[^1]`` in the text and at its end."""
    blocks = [f"# {escape(brief.title)}", f"*{escape(head(brief))}*"]
    blocks += [_section(s) for s in brief.sections]
    if brief.footnotes:
        blocks.append(f"## {escape(phrases(brief.lang)('footnotes'))}")
        blocks.append("\n\n".join(_notes(brief)))
    return "\n\n".join(blocks) + "\n"


def escape(words: str) -> str:
    """Words as Markdown prints them: no markup, no HTML, no link of their own."""
    plain = visible(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return BLOCK.sub(lambda m: f"{m[1] or ''}\\{m[2] or m[3]}", MARKUP.sub(r"\\\1", plain))


def _section(section: Section) -> str:
    heading = escape(section.heading)
    if section.listed:
        lines = "\n".join(f"- {_sentence(s)}" for s in section.sentences)
        return f"**{heading}**\n\n{lines}"
    told = " ".join(map(_sentence, section.sentences))
    return f"**{heading}.** {told}" if heading else told


def _sentence(sentence: Sentence) -> str:
    marks = "".join(f"[^{n}]" for n in sentence.notes)
    return f"{escape(sentence.text)}{marks}"


def _notes(brief: Brief) -> list[str]:
    pack = phrases(brief.lang)
    lines = []
    for note in brief.footnotes:
        quote = pack("quote", words=escape(note.quote))
        url = address(note)
        source = f"[{escape(origin(note, brief.lang))}](<{url}>)" if url else escape(origin(note, brief.lang))
        own = f", *{escape(reviewed(note, brief.lang))}*" if note.own else ""
        lines.append(f"[^{note.n}]: {source}: {quote}{own}, {escape(offset(note, brief.lang))}")
    return lines
