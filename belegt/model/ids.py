"""Content-derived ids: the same content has the same id on every machine and in every run."""

from __future__ import annotations

import hashlib
import json

_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode


def content_id(prefix: str, *parts: object, length: int = 12) -> str:
    """``prefix`` and the first ``length`` hex digits of the SHA-256 over the parts as canonical JSON."""
    canonical = "[" + ",".join(map(_written, parts)) + "]"
    return prefix + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def _written(part: object) -> str:
    """One part as canonical JSON; plain numbers and words are no work for the encoder."""
    if type(part) is int:
        return str(part)
    return f'"{part}"' if type(part) is str and part.isascii() and part.isalnum() else _canonical(part)


def digest(raw: bytes) -> str:
    """SHA-256 of an evidentiary copy, in hex."""
    return hashlib.sha256(raw).hexdigest()
