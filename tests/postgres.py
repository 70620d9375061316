"""A PostgreSQL for the tests: in a folder of its own, at a unix socket there, and gone with whoever started it.

python -m tests.postgres [--durable]   prints the folder of the socket, or why there is no server, and ends when its input ends

With --durable every commit waits for the disk, as it would at a server that somebody needs tomorrow.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
USER = "belegt"
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
SETTINGS = ("listen_addresses=", "shared_buffers=16MB", "password_encryption=scram-sha-256")
FAST = ("fsync=off", "full_page_writes=off", "autovacuum=off")
"""What makes a server quick whose data nobody needs tomorrow."""


class NoServerError(Exception):
    """Why there is none."""


def programs() -> Path:
    """The folder of the newest PostgreSQL's programs."""
    found = [Path(folder) for place in PLACES for folder in sorted(Path("/").glob(place[1:]), key=_version)]
    on_path = shutil.which("initdb")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    for folder in reversed(found):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoServerError("PostgreSQL is not installed (apt-get install postgresql)")


def _version(folder: Path) -> int:
    return int("".join(filter(str.isdigit, str(folder))) or 0)


def _identity() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: a user without rights runs it then."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NoServerError("PostgreSQL does not run as root, and there is no other user")


def start(folder: Path, durable: bool = False) -> subprocess.Popen[bytes]:
    """A server with its data and its socket in ``folder``, taking connections."""
    bin, identity, data = programs(), _identity(), folder / "data"
    if identity:
        os.chown(folder, identity["user"], identity["group"])
    quiet: dict[str, Any] = {
        "cwd": folder,
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.DEVNULL,
        "env": {"LC_ALL": "C"},
    }
    made = subprocess.run(
        [bin / "initdb", "-D", data, "-U", USER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"],
        stderr=subprocess.PIPE,
        **quiet,
        **identity,
    )
    if made.returncode:
        raise NoServerError(f"PostgreSQL could not be set up: {made.stderr.decode(errors='replace').strip()}")
    rules = data / "pg_hba.conf"
    rules.write_text("local all keeper scram-sha-256\n" + rules.read_text())
    settings = [f"-c{setting}" for setting in (*SETTINGS, *(() if durable else FAST))]
    log = (folder / "log").open("wb")
    server = subprocess.Popen([bin / "postgres", "-D", data, "-k", folder, *settings], stderr=log, **quiet, **identity)
    log.close()
    ready = data / "postmaster.pid"
    for _ in range(3000):
        if server.poll() is not None:
            raise NoServerError(f"PostgreSQL ended: {(folder / 'log').read_text(errors='replace')[-500:]}")
        if ready.exists() and "ready" in ready.read_text(errors="replace"):
            return server
        time.sleep(0.01)
    server.kill()
    raise NoServerError("PostgreSQL did not start within 30 seconds")


@contextmanager
def running(*options: str) -> Iterator[str]:
    """The address of a running server's first database, up to its settings; raises NoServerError."""
    keeper = subprocess.Popen(
        [sys.executable, "-m", "tests.postgres", *options],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with keeper:
        assert keeper.stdin
        assert keeper.stdout
        found, _, told = keeper.stdout.readline().strip().partition(" ")
        if found != "ready":
            raise NoServerError(told or "PostgreSQL did not start")
        yield f"postgresql://{USER}@/postgres?host={told}"
        keeper.stdin.close()


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="belegt-pg-", dir="/tmp"))
    server = None
    try:
        server = start(folder, "--durable" in sys.argv)
        print("ready", folder, flush=True)
        sys.stdin.read()
    except NoServerError as error:
        print("none", " ".join(str(error).split()), flush=True)
    finally:
        if server is not None:
            server.send_signal(signal.SIGINT)
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main()
