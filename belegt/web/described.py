"""The twins as OpenAPI describes them: what they answer where something is wrong, and that every answer is an object.

Invariant: an answer that the description does not name is never given.
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

FAULT = {
    "description": "What was wrong, with its code, its cause and the next step.",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["error"],
                "properties": {
                    "error": {
                        "type": "object",
                        "required": ["code", "cause", "next_step"],
                        "properties": {
                            "code": {"type": "string", "pattern": "^B[0-9]{3}$"},
                            "cause": {"type": "string"},
                            "next_step": {"type": "string"},
                        },
                    }
                },
            }
        }
    },
}
FAULTS: dict[int | str, dict[str, Any]] = {
    400: FAULT,
    401: {"description": "Nobody is signed in."},
    403: {"description": "It needs another role, or is asked by who may not ask."},
    404: FAULT,
}
ANSWER = {
    "description": "What the page shows, as data.",
    "content": {"application/json": {"schema": {"type": "object"}}},
}


def described(app: FastAPI) -> dict[str, Any]:
    """The description of an application; what FastAPI says of 422 is left out, since such requests are answered with 400."""
    told = app.openapi()
    for path in told["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
            operation["responses"]["200"] = ANSWER
    for unused in ("HTTPValidationError", "ValidationError"):
        told.get("components", {}).get("schemas", {}).pop(unused, None)
    return told
