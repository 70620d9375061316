"""Build hook: compile the gazetteer before a wheel is packed or Belegt is installed in place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes belegt/place/data/gazetteer.bin, which git ignores, and has it packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile unless the index is there already, made from the same sources."""
        sys.path.insert(0, self.root)
        from belegt.place.compile import build
        from belegt.place.store import DATA

        build()
        build_data["artifacts"].append(Path(DATA).relative_to(self.root).as_posix())
