"""What ``pip install .`` installs is everything that the program needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_wheel_holds_every_file_of_belegt_and_the_gazetteer(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(["git", "ls-files", "belegt"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    there = {file for file in tracked.splitlines() if (ROOT / file).is_file()}
    assert there - packed == set()
    assert "belegt/place/data/gazetteer.bin" in packed
    assert {Path(file).name for file in packed if ".dist-info/licenses/" in file} == {"LICENSE", "NOTICE"}
