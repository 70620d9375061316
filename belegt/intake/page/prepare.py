"""Makes old and scripted pages such that article extraction reads them rightly."""

from __future__ import annotations

from lxml.etree import strip_elements  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]

_BLOCKS = frozenset(("p", "div", "h1", "h2", "h3", "table", "article", "section", "blockquote", "ul"))
_TABLE_PARTS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")


def prepare(tree: HtmlElement) -> None:
    """Takes out what a browser with scripts does not show, and turns tables that lay out the page into plain blocks.

    A table whose cells hold paragraphs, headings or further tables lays out; one of bare cells is data and stays.
    """
    strip_elements(tree, "noscript", "template", with_tail=False)
    for table in list(tree.iter("table")):
        if any(inner.tag in _BLOCKS for inner in table.iterdescendants()):
            for part in (table, *(p for p in table.iterdescendants(*_TABLE_PARTS) if _owner(p) is table)):
                part.tag = "div"


def _owner(part: HtmlElement) -> HtmlElement:
    """The table that a row or cell belongs to."""
    return next((above for above in part.iterancestors() if above.tag == "table"), None)
