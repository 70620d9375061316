"""A brief as JSON: sections with their sentences and what each states, and footnotes with report, offsets and address."""

from __future__ import annotations

import json
from typing import Any

from belegt.model import Brief, Claim, Footnote, HarmClaim, Report, Sentence


def render(brief: Brief) -> str:
    """One JSON object; offsets count code points, those of figures in the sentence and those of quotes in the report."""
    return json.dumps(as_dict(brief), ensure_ascii=False, indent=2) + "\n"


def as_dict(brief: Brief) -> dict[str, Any]:
    """lang, title, as_of, reports, sections, footnotes."""
    return {
        "lang": brief.lang,
        "title": brief.title,
        "as_of": brief.as_of.isoformat() if brief.as_of else None,
        "reports": [_report(r) for r in brief.reports],
        "sections": [
            {"heading": s.heading, "sentences": [_sentence(sentence) for sentence in s.sentences]}
            for s in brief.sections
        ],
        "footnotes": [_footnote(n) for n in brief.footnotes],
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "source": report.source.name,
        "title": report.title,
        "published": report.published.isoformat() if report.published else None,
        "lang": report.lang,
        "url": report.url,
        "sha256": report.sha256,
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    states = [
        {
            "what": s.what,
            "text": sentence.text[s.start : s.end],
            "start": s.start,
            "end": s.end,
            "note": s.note,
            "claim": s.claim,
        }
        for s in sentence.stated
    ]
    return {"text": sentence.text, "notes": list(sentence.notes), "states": states}


def _footnote(note: Footnote) -> dict[str, Any]:
    report = note.passage.report
    return {
        "n": note.n,
        "report": report.id,
        "start": note.passage.start,
        "end": note.passage.end,
        "quote": note.quote,
        "source": note.outlet,
        "published": note.published.isoformat() if note.published else None,
        "title": note.title,
        "url": note.url,
        "claims": [_claim(c) for c in note.claims],
    } | ({"own": list(note.own)} if note.own else {})


def _claim(claim: Claim) -> dict[str, Any]:
    said = {"ref": claim.ref, "kind": claim.kind, "source": claim.source, "authority": claim.authority}
    if isinstance(claim, HarmClaim):
        said["count"] = claim.count.as_dict()  # type: ignore[assignment]
    return said
