"""A page as it was received, in a form that does nothing: the plain markup of its words, written anew from a list of what is allowed.

Invariant: no attribute but language, direction and the span of cells, no address, and no element that loads, runs or asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

KEPT = frozenset(
    "p div section article main aside nav header footer h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td"
    " blockquote pre code br hr b strong i em u s small sub sup q cite figure figcaption address span".split()
)
DROPPED = frozenset(
    "script style noscript template title iframe frame frameset noframes object embed applet svg math canvas audio video"
    " picture source track map area input textarea select button datalist progress meter dialog plaintext xmp listing".split()
)
"""These go with all that is in them; of every other element the words stay."""
EMPTY = frozenset(("br", "hr"))
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}")
_SPAN = re.compile(r"[1-9]\d?")


def view(page: bytes) -> dict[str, str]:
    """``html`` (what stands in the body), ``lang`` and ``dir`` of a page in UTF-8."""
    import lxml.html  # type: ignore[import-untyped]
    from lxml.etree import ParserError  # type: ignore[import-untyped]

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = lxml.html.document_fromstring(page, parser=parser)
    except ParserError:
        return {"html": "", "lang": "", "dir": ""}
    return {
        "html": "".join(_written(tree)),  # a page without a body has its words in the head
        "lang": _allowed("lang", tree.get("lang") or ""),
        "dir": _allowed("dir", tree.get("dir") or ""),
    }


def _written(tree: object) -> Iterator[str]:
    """The markup of everything below an element, whose own tag is left out."""
    from lxml.etree import iterwalk

    walker = iterwalk(tree, events=("start", "end"))
    for event, part in walker:
        tag = part.tag if isinstance(part.tag, str) else ""
        if event == "start" and part is not tree:
            if not tag or tag in DROPPED:
                walker.skip_subtree()
                continue
            yield _opening(part, tag)
        if event == "start":
            yield escape(part.text or "")
        elif part is not tree:
            yield f"</{tag}>" if tag in KEPT - EMPTY else ""
            yield escape(part.tail or "")


def _opening(part: object, tag: str) -> str:
    if tag == "img":
        alt = str(part.get("alt") or "").strip()  # type: ignore[attr-defined]
        return f" [{escape(alt)}] " if alt else ""
    if tag not in KEPT:
        return ""
    given = ((name, _allowed(name, part.get(name) or "")) for name in ("lang", "dir", "colspan", "rowspan"))  # type: ignore[attr-defined]
    attributes = "".join(f' {name}="{value}"' for name, value in given if value)
    return f"<{tag}{attributes}>"


def _allowed(name: str, value: str) -> str:
    """The value of an attribute, "" where it is not one of those that may stand."""
    if name == "dir":
        return value.lower() if value.lower() in ("ltr", "rtl", "auto") else ""
    return value if (_LANGUAGE if name == "lang" else _SPAN).fullmatch(value) else ""
