"""Bytes to text, never lossy: bytes that do not decode wholly and plausibly are refused, no character is replaced.

Tried in order: the byte order mark; UTF-16 without mark where its zero bytes give it away; UTF-8; the encoding that an HTML page
declares; Windows-1252. A broken UTF-8 file, or one in an older Cyrillic or Arabic encoding, would pass as Windows-1252 and
come out as other letters; it is refused instead.
"""

from __future__ import annotations

import codecs
import re

from belegt.errors import BelegtError
from belegt.intake import guard

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w-]{3,20})|<\?xml[^>]{1,100}encoding=["']([\w-]{3,20})""", re.I
)
_PAGE_ENCODINGS = re.compile(
    r"windows-?125\d|cp-?125\d|iso-?8859-?\d{1,2}|koi8-[ru]|ibm866|gbk|gb18030|big5|euc-(jp|kr)|shift[_-]jis|macintosh"
)
_AS_BROWSERS_DO = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "windows-1252"),
    "gb2312": "gb18030",
}
_NOT_ASCII = bytes(range(0x80, 0x100))
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(raw: bytes, *, page: bool = False) -> str:
    """The text of a file; ``page`` heeds the encoding that HTML declares. Raises B201, B202 or B203."""
    if not raw:
        raise BelegtError("B201")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], encoding)
    wide = _wide(raw)
    if wide:
        return _strictly(raw, wide)
    guard.refuse_binary(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        declared = _declared(raw) if page else ""
        return _strictly(raw, declared) if declared else _western(raw)


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise BelegtError("B203", encoding=encoding.upper()) from None


def _wide(raw: bytes) -> str:
    """UTF-16 without a mark: every zero byte on the same side, as spaces and line ends give them, and plausible when decoded."""
    sample = raw[: 4096 - 4096 % 2]
    if len(raw) % 2 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if min(even, odd) or max(even, odd) * 20 < len(sample) // 2:
        return ""
    encoding = "utf-16-le" if odd else "utf-16-be"
    text = sample.decode(encoding, "ignore")
    return encoding if sum(c.isprintable() or c.isspace() for c in text) > 0.97 * len(text) else ""


def _declared(raw: bytes) -> str:
    """The encoding that a page declares in its first kilobytes, "" for none and for those that browsers do not read."""
    match = _DECLARED.search(raw[:4096])
    if match is None:
        return ""
    name = (match[1] or match[2]).decode("ascii", "ignore").lower()
    name = _AS_BROWSERS_DO.get(name, name)
    return name if _PAGE_ENCODINGS.fullmatch(name) else ""


def _western(raw: bytes) -> str:
    """Windows-1252, unless the bytes are UTF-8 with damage or letters that no Western language has so often."""
    sequences = len(_UTF8_SEQUENCE.findall(raw))
    rest = _UTF8_SEQUENCE.sub(b"", raw)
    if sequences > len(rest) - len(rest.translate(None, _NOT_ASCII)):
        raise BelegtError("B203", encoding="UTF-8")
    text = _strictly(raw, "windows-1252")
    letters = [c for c in text[:100_000] if c.isalpha()]
    if sum(c > "\x7f" for c in letters) * 4 > len(letters):
        raise BelegtError("B203", encoding="UTF-8 or Windows-1252")
    return text
