"""One-time codes from a second device: TOTP (RFC 6238) over HOTP (RFC 4226), SHA-1, six digits, thirty seconds."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from urllib.parse import quote

SECONDS = 30
DIGITS = 6


def new_secret() -> str:
    """160 bits in base32, as authenticator apps take them."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code(secret: str, step: int, digits: int = DIGITS) -> str:
    """The code of a step of time; ``secret`` is base32."""
    key = base64.b32decode(secret)
    found = hmac.new(key, step.to_bytes(8, "big"), hashlib.sha1).digest()
    offset = found[-1] & 0x0F
    number = int.from_bytes(found[offset : offset + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**digits:0{digits}}"


def step_of(secret: str, given: str, now: float, after: int) -> int | None:
    """The step that a code is of: the one now, or that before or after it; None where it is none later than ``after``.

    A code that was used once is not taken again: its step is given as ``after`` the next time (RFC 6238, 5.2).
    """
    digits = "".join(given.split())
    here = int(now // SECONDS)
    fitting = [s for s in (here - 1, here, here + 1) if hmac.compare_digest(code(secret, s).encode(), digits.encode())]
    return next((step for step in fitting if step > after), None)


def address(secret: str, name: str) -> str:
    """What an authenticator app opens."""
    label = quote(f"Belegt:{name}", safe="")
    return f"otpauth://totp/{label}?secret={secret}&issuer=Belegt"
