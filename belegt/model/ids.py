"""Content-derived ids: the same content has the same id on every machine and in every run."""

from __future__ import annotations

import hashlib
import json

_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode
_quoted = json.encoder.encode_basestring


def content_id(prefix: str, *parts: object, length: int = 12) -> str:
    """``prefix`` and the first ``length`` hex digits of the SHA-256 over the parts as canonical JSON."""
    written = f"[{','.join(map(_written, parts))}]"
    return prefix + hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def _written(part: object) -> str:
    """Canonical JSON of a part; a number, a word or a list of words needs no encoder of its own."""
    if type(part) is int:
        return str(part)
    if type(part) is str:
        return _quoted(part)
    if type(part) is list:
        return f"[{','.join(map(_written, part))}]"
    return _canonical(part)


def digest(raw: bytes) -> str:
    """SHA-256 of an evidentiary copy, in hex."""
    return hashlib.sha256(raw).hexdigest()
