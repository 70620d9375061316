"""The tests of the desk run where the desk is installed; elsewhere this one says why they don't."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("needed", ["fastapi", "jinja2", "uvicorn", "python_multipart", "argon2", "httpx2"])
def test_what_the_desk_and_its_tests_need_is_there(needed: str) -> None:
    pytest.importorskip(needed, reason=f"the desk is not tested: {needed} is missing; install '.[web]' and httpx2")
