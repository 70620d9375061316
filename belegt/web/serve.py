"""The desk on a port: bound to the loopback address, with the one-time address printed once it listens; or as a team has it."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Callable
from typing import Any

import uvicorn

from belegt.errors import BelegtError
from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.guard import App, Guard

LOOPBACK = "127.0.0.1"
SWITCH_SECONDS = 0.001
"""How long what is worked out in the background may keep a page waiting each time that both want to go on."""
Tell = Callable[[str], None]


def serve(desk: Desk, *, port: int, browser: bool, tell: Tell) -> None:
    """Serve until interrupted; ``port`` 0 takes a free one, ``tell`` gets the address. Raises B802 for a port that is taken."""
    config, listening = listen(LOOPBACK, port)
    guard = Guard(application(desk), listening.getsockname()[1])
    begin(desk)
    tell(guard.address)
    if browser:
        webbrowser.open(guard.address)
    run(config, listening, guard)


def listen(host: str, port: int, proxied: bool = False) -> tuple[uvicorn.Config, Any]:
    """A socket that listens; with ``proxied`` a proxy on this machine is believed from whom it hands requests on."""
    config = uvicorn.Config(
        app="",
        host=host,
        port=port,
        log_level="error",
        access_log=False,
        server_header=False,
        lifespan="off",
        proxy_headers=proxied,
        forwarded_allow_ips=LOOPBACK,
    )
    try:
        listening = config.bind_socket()
    except SystemExit as error:  # what uvicorn does where the port cannot be bound
        raise BelegtError("B802", port=port, detail="it is taken, or not open to you") from error
    listening.listen()  # whoever follows the address at once waits, and is not refused
    return config, listening


def begin(desk: Desk) -> None:
    """Order the queue, and begin to link the record, before anyone waits for a page."""
    state = desk.now()
    desk.queue(state)
    state.reading.linked(0)


def run(config: uvicorn.Config, listening: Any, guard: App) -> None:
    """Answer until interrupted."""
    config.app = guard
    sys.setswitchinterval(SWITCH_SECONDS)
    uvicorn.Server(config).run(sockets=[listening])
