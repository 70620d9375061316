"""Whatever a report brings, a brief is written, stands up to its check, and escapes it in every format."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from belegt.brief import check, render, write
from belegt.model import Account, Claim, ControlClaim, FacilityClaim, ProposalClaim, StatementClaim, When, Where
from belegt.model.passage import Passage
from tests.brief.accounts import account, claim, report

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "p", "section", "ul", "ol", "li",
    "span", "a", "sup", "q", "bdi", "cite", "blockquote",
}  # fmt: skip
NASTY = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "[klick](javascript:alert(1))",
        "javascript:alert(1)",
        "`code` *fett* _kursiv_ # Titel",
        "„drei“ und “seven” Rebellen",
        "\ue000\ue0010\ue002\ue003",
        "{n} {who} {",
        "\u202egetraut\u2069 \x1b[31m",
        "Einheit 17 der 5. Division",
        "die Sieben Dörfer",
        "  ",
        "a, b, c; d. e",
    ]
)
WORDS = st.one_of(NASTY, st.text(st.characters(exclude_categories=["Cs"]), max_size=30))


class Tags(HTMLParser):
    """The tags, attributes and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def hostile(words: list[str], lang: str) -> Account:
    source, authority, by, place, outlet, title, url, name = words
    text = "Mindestens 141 Zivilisten wurden getötet, unter ihnen 18 Kinder. Ein Mann starb. Ein Krankenhaus brannte."
    of = report(text, source=outlet, title=title, url=url, lang=lang, published=date(2016, 11, 22))
    days = (date(2016, 11, 15), date(2016, 11, 22))
    common = {"source": source, "authority": authority, "by": (by,) if by else (), "where": place}
    claims: list[Claim] = [
        claim(of, "Mindestens 141 Zivilisten wurden getötet", "Mindestens 141", 141, None, qualifier="at_least",
              who=("civilian",), scope="total", when=days, id="c1", **common),
        claim(of, "unter ihnen 18 Kinder", "18", 18, 18, who=("child",), scope="total", part_of="c1", **common),
        claim(of, "Ein Mann starb", "Ein", 1, 1, who=("man",), named=(name,) if name else (), when_text=title, **common),
    ]  # fmt: skip
    passage = Passage(of, text.index("Ein Krankenhaus"), len(text))
    where, when = Where(place, place), When(title)
    claims += [
        FacilityClaim(
            passage=passage, facility="hospital", status="damaged", name=name, stance="disputed", source=source
        ),
        ControlClaim(passage=passage, area=place, change="taken", holder=by, from_holder=name, where=where, when=when),
        ProposalClaim(passage=passage, what="ceasefire", answer="rejected", proposer=by, answered_by=name),
        StatementClaim(passage=passage, speaker=source, mode="direct", role=authority),
    ]
    return account(claims, [of])


@settings(max_examples=100, deadline=None)
@example(["µ0"] * 8, "de", "de")
@example(["ŉ 3", "ß4", "ǰ1", "µ0", "ᾳ2", "ﬁ5", "İ6", "µ0"], "en", "en")
@given(st.lists(WORDS, min_size=8, max_size=8), st.sampled_from(["de", "en", "uk", ""]), st.sampled_from(["de", "en"]))
def test_any_words_of_a_report_give_a_brief_that_stands(words: list[str], of: str, lang: str) -> None:
    brief = write(hostile(words, of), lang)
    check(brief)
    page = Tags()
    page.feed(render(brief, "html"))
    assert set(page.tags) <= ALLOWED
    for name, value in page.attributes:
        assert not name.startswith("on")
        if name in ("href", "src"):
            assert re.match(r"#|https?://", value), value
    data = json.loads(render(brief, "json"))
    assert [n["quote"] for n in data["footnotes"]] == [n.quote for n in brief.footnotes]
    assert "\x1b" not in render(brief, "text", 80)
    assert "<script" not in render(brief, "markdown")


def test_markup_of_a_report_is_printed_and_not_obeyed() -> None:
    words = ["<b>Amt</b>", "", "", "<i>Aleppo</i>", "*Demo* [a](http://b)", "", "javascript:alert(1)", ""]
    brief = write(hostile(words, "de"), "de")
    html, markdown = render(brief, "html"), render(brief, "markdown")
    assert "&lt;b&gt;Amt&lt;/b&gt;" in html
    assert "<b>" not in html
    assert "\\*Demo\\* \\[a\\](http\\://b)" in markdown
    assert "javascript" not in html
    assert "javascript" not in markdown


def test_only_web_addresses_are_links() -> None:
    for url, linked in (
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org/a(b)", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://example.org/ a", False),
        ("file:///etc/passwd", False),
        ('https://example.org/"onmouseover=1', False),
    ):
        brief = write(hostile(["", "", "", "", "", "", url, ""], "de"), "de")
        assert ('rel="noopener' in render(brief, "html")) is linked, url
        assert ("](<" in render(brief, "markdown")) is linked, url


def test_direction_marks_are_shown_and_not_set() -> None:
    brief = write(hostile(["Amt\u202e", "", "", "", "", "", "", ""], "de"), "de")
    for format in ("text", "markdown", "html"):
        assert "\u202e" not in render(brief, format)
        assert "U+202E" in render(brief, format)
