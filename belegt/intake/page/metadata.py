"""What an HTML page states about itself: headline, day of publication, outlet, address and language.

Only the page's own metadata is believed (JSON-LD, OpenGraph, ``meta``, ``time``), in this order, and only what it says of the
article itself: the dates of related links and the day of the last change are left aside. Invariant: nothing is fetched
or guessed; what the page does not state is "".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from belegt.intake.day.fulldate import read

ARTICLES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
     "LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "Report", "ScholarlyArticle", "TechArticle"),
)  # fmt: skip
PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dc.date.created", "dcterms.issued", "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
_DEEPEST = 10_000
_UNKEEPABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def metadata(tree: HtmlElement) -> dict[str, str]:
    """title, published (ISO day), source, url and lang of a parsed page, "" for each that it does not state."""
    url = _canonical(tree)
    article = _article(tree, url)
    metas = _metas(tree)
    source = _name(article.get("publisher")) or metas.get("og:site_name", "") or metas.get("application-name", "")
    return {
        "title": _clean(article.get("headline")) or metas.get("og:title", "") or _heading(tree, source),
        "published": _published(tree, article, metas),
        "source": source,
        "url": url or _address(metas.get("og:url")) or _address(article.get("url")),
        "lang": (tree.get("lang") or tree.get("xml:lang") or "").strip()[:35],
    }


def _published(tree: HtmlElement, article: Mapping[str, Any], metas: Mapping[str, str]) -> str:
    stated = (_clean(article.get("datePublished")), *(metas.get(name, "") for name in PUBLISHED), *_times(tree))
    day = next(filter(None, map(read, stated)), None)
    return day.isoformat() if day else ""


def _article(tree: HtmlElement, url: str) -> Mapping[str, Any]:
    """The one article that the page's JSON-LD describes; of several the one with the page's own address, else none."""
    found = [node for node in _nodes(_linked_data(tree)) if ARTICLES.intersection(_texts(node.get("@type")))]
    if len(found) > 1:
        found = [node for node in found if url and url in _addresses(node)] or found[
            : len({_clean(n.get("headline")) for n in found}) == 1
        ]
    return found[0] if found else {}


def _linked_data(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower().startswith("application/ld+json"):
            try:
                yield json.loads(script.text_content(), strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(documents: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    """The objects that stand on their own: top level, lists, ``@graph`` and ``mainEntity``; not those inside other objects."""
    pending = list(documents)
    for _ in range(_DEEPEST):
        if not pending:
            return
        node = pending.pop(0)
        if isinstance(node, list):
            pending.extend(node[:200])
        elif isinstance(node, dict):
            yield node
            pending.extend(node[key] for key in ("@graph", "mainEntity") if key in node)


def _texts(value: Any) -> set[str]:
    return {v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)}


def _addresses(node: Mapping[str, Any]) -> set[str]:
    entity = node.get("mainEntityOfPage")
    entity = entity.get("@id") if isinstance(entity, dict) else entity
    return {v for v in (node.get("url"), node.get("@id"), entity) if isinstance(v, str)}


def _name(value: Any) -> str:
    """The name of a publisher, which JSON-LD gives as text, object or list."""
    value = value[0] if isinstance(value, list) and value else value
    return _clean(value.get("name") if isinstance(value, dict) else value)


def _clean(value: Any) -> str:
    """A metadata value as one line of text; "" for anything but text."""
    return " ".join(_UNKEEPABLE.sub(" ", unescape(value)).split())[:500] if isinstance(value, str) else ""


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first value of each ``meta`` by its property, name or itemprop, in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = _clean(element.get("content"))
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _canonical(tree: HtmlElement) -> str:
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    return next(filter(None, (_address(link.get("href")) for link in links)), "")


def _address(value: Any) -> str:
    """An absolute http or https address, else ""."""
    value = value.strip() if isinstance(value, str) else ""
    whole = (
        value.lower().startswith(("http://", "https://"))
        and value.isprintable()
        and " " not in value
        and len(value) <= 2000
    )
    return value if whole else ""


def _times(tree: HtmlElement) -> Iterator[str]:
    """``time`` elements that are marked as the publication, then the first one in an article's head, before its first paragraph."""
    for time in tree.iter("time"):
        if time.get("pubdate") is not None or "datepublished" in (time.get("itemprop") or "").lower():
            yield time.get("datetime") or time.text_content()
    for element in tree.iter("article", "main"):
        for inner in element.iter("time", "p"):
            if inner.tag == "p" and len(inner.text_content()) > 200:
                break
            if inner.tag == "time" and inner.get("datetime") and not _changed(inner):
                yield inner.get("datetime")
                break
        return


def _changed(time: HtmlElement) -> bool:
    marks = " ".join((time.get("class") or "", time.get("itemprop") or "")).lower()
    return any(mark in marks for mark in ("updat", "modif", "aktuali"))


def _heading(tree: HtmlElement, source: str) -> str:
    """The only ``h1``, else the ``title`` without the outlet's name after a dash or bar."""
    headings = [_clean(h.text_content()) for h in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = next((_clean(t.text_content()) for t in tree.iter("title")), "")
    for mark in ("|", "–", "—", "-", "·", "•"):
        if source and title.endswith(f" {mark} {source}"):
            return title.removesuffix(f" {mark} {source}").strip()
    return title
