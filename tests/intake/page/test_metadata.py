"""What a page states about itself, and what it does not."""

from __future__ import annotations

import json

import lxml.html  # type: ignore[import-untyped]
import pytest

from belegt.intake.page.metadata import metadata


def stated(head: str = "", body: str = "") -> dict[str, str]:
    return metadata(lxml.html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>.</p></body></html>"))


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_linked_data_comes_before_open_graph_and_meta() -> None:
    found = stated(
        linked(
            {
                "@type": "NewsArticle",
                "headline": "A &amp; B",
                "datePublished": "2024-03-12",
                "publisher": [{"name": "Flussbote"}],
            }
        )
        + '<meta property="og:title" content="C"><meta property="og:site_name" content="D"><meta name="date" content="2024-01-01">'
    )
    assert (found["title"], found["published"], found["source"]) == ("A & B", "2024-03-12", "Flussbote")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-12T23:59:00-05:00">',
        '<meta name="DC.date.issued" content="2024-03-12">',
        '<meta itemprop="datePublished" content="12.03.2024">',
        '<meta name="pubdate" content="Tue, 12 Mar 2024 08:00:00 GMT">',
    ],
)
def test_the_day_stands_in_many_kinds_of_meta(head: str) -> None:
    assert stated(head)["published"] == "2024-03-12"


def test_the_day_of_the_last_change_is_not_the_day_of_publication() -> None:
    changed = (
        linked({"@type": "NewsArticle", "dateModified": "2024-03-14"})
        + '<meta property="article:modified_time" content="2024-03-14">'
    )
    body = '<article><time class="updated" datetime="2024-03-14">x</time></article>'
    assert stated(changed, body)["published"] == ""


def test_a_time_in_the_head_of_the_article_is_its_day() -> None:
    assert (
        stated(body='<main><h1>T</h1><time datetime="2024-03-12T08:00">heute</time><p>x</p></main>')["published"]
        == "2024-03-12"
    )
    assert stated(body="<time pubdate>12. März 2024</time>")["published"] == "2024-03-12"


def test_a_time_outside_the_head_of_the_article_is_none() -> None:
    late = f'<article><p>{"Wort " * 60}</p><time datetime="1999-01-01">damals</time></article>'
    assert stated(body=late)["published"] == ""
    assert stated(body='<footer><time datetime="2019-01-01">seit 2019</time></footer>')["published"] == ""


def test_dates_of_related_articles_inside_the_linked_data_are_left_aside() -> None:
    data = {
        "@type": "WebPage",
        "mentions": [{"@type": "NewsArticle", "datePublished": "2020-01-01"}],
        "itemListElement": [{"@type": "NewsArticle", "datePublished": "2020-01-02"}],
    }
    assert stated(linked(data))["published"] == ""


def test_of_several_articles_the_one_with_the_pages_address_is_meant() -> None:
    data = [
        {"@type": "NewsArticle", "headline": str(n), "datePublished": f"2024-03-0{n}", "url": f"https://a.example/{n}"}
        for n in (1, 2, 3)
    ]
    assert stated(linked(data) + '<link rel="canonical" href="https://a.example/2">')["published"] == "2024-03-02"
    assert stated(linked(data))["published"] == ""


@pytest.mark.parametrize(
    "address", ["/a/b", "javascript:alert(1)", "ftp://a.example/", "https://a.example/ b", "", "https://" + "a" * 3000]
)
def test_only_whole_addresses_of_the_web_are_kept(address: str) -> None:
    assert stated(f'<link rel="canonical" href="{address}">')["url"] == ""


def test_the_title_loses_the_name_of_the_outlet() -> None:
    assert (
        stated('<title>Zwei Verletzte | Flussbote</title><meta property="og:site_name" content="Flussbote">')["title"]
        == "Zwei Verletzte"
    )


def test_nothing_is_made_up_for_a_bare_page() -> None:
    assert stated() == {"title": "", "published": "", "source": "", "url": "", "lang": ""}


def test_a_headline_keeps_no_character_that_cannot_be_stored() -> None:
    assert (
        stated(linked({"@type": "NewsArticle", "headline": "Zwei\0 Verletzte\ud83d \n in Talheim"}))["title"]
        == "Zwei Verletzte in Talheim"
    )
