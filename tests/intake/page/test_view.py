"""A page as received, written anew: its words stay, and nothing that loads, runs, asks or leads anywhere."""

from __future__ import annotations

import re

import pytest

from belegt.errors import BelegtError
from belegt.intake.html import view_page
from belegt.intake.page.view import view

RUN = "window.ran=1"
HOSTILE = [
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}><script>{RUN}</script></svg>",
    f"<math><mtext><img src=x onerror={RUN}></mtext></math>",
    f"<a href='javascript:{RUN}' onclick={RUN}>link</a>",
    f"<iframe srcdoc='<script>{RUN}</script>'></iframe>",
    "<object data=x></object><embed src=x><link rel=stylesheet href=x><base href=//a.example>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    "<form action=//a.example><input name=a><button formaction=x>go</button></form>",
    "<p style='background:url(//a.example)' class=x id=y onfocus=z>words</p>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'></noscript>",
    f"<template><img src=x onerror={RUN}></template>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"<xmp><script>{RUN}</script></xmp><plaintext><script>{RUN}",
    "<video src=x poster=y></video><audio src=x></audio><picture><source srcset=x></picture>",
    "<p lang='\"><script>' dir='x onload=1'>quoted</p>",
    f"<custom-element onclick={RUN}>kept words</custom-element>",
    f"<td colspan='9999999'>cell</td><style>@import '//a.example'; * {{ x: expression({RUN}) }}</style>",
]


@pytest.mark.parametrize("markup", HOSTILE)
def test_nothing_stays_but_the_plain_markup_of_words(markup: str) -> None:
    html = view(f"<html><body><p>before</p>{markup}</body></html>".encode())["html"]
    tags = re.findall(r"<[^>]*>", html)
    allowed = re.compile(r'</?[a-z][a-z0-9]*( (lang|dir|colspan|rowspan)="[A-Za-z0-9-]+")*>')
    assert all(allowed.fullmatch(tag) for tag in tags), tags
    assert not re.search(r"<(script|style|img|a|svg|iframe|form|input|object|embed|link|meta|base)\b", html)
    assert "before" in html


def test_words_headings_lists_and_tables_stay_with_language_and_direction() -> None:
    page = """<html lang="ar" dir="rtl"><body><h1>عنوان</h1><p>a &amp; b &lt;c&gt;<br>d</p><ul><li>one</ul>
    <table><tr><td colspan=2 onclick=x>2 killed</td></tr></table><img alt="A street &quot;after&quot;" src=x></body></html>"""
    found = view(page.encode())
    assert (found["lang"], found["dir"]) == ("ar", "rtl")
    assert "<h1>عنوان</h1><p>a &amp; b &lt;c&gt;<br>d</p>" in found["html"]
    assert '<td colspan="2">2 killed</td>' in found["html"]
    assert "[A street &quot;after&quot;]" in found["html"]


def test_the_words_of_a_page_without_a_body_stay() -> None:
    assert (
        view(b"<html><title>T</title><article><p>14 people</p>")["html"].strip()
        == "<article><p>14 people</p></article>"
    )


def test_very_deep_markup_does_not_end_the_reader() -> None:
    assert "shallow" in view(b"<p>shallow</p>" + b"<div>" * 5000 + b"deep")["html"]


def test_a_page_is_looked_at_in_the_process_that_reads_pages() -> None:
    assert view_page(b"<html><body><p>At least 14 people</p><script>x</script>")["html"] == "<p>At least 14 people</p>"
    with pytest.raises(BelegtError, match="B201"):
        view_page(b"")
