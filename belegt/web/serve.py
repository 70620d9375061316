"""The desk on a port of this machine: bound to the loopback address, with the one-time address printed once it listens."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable

import uvicorn

from belegt.errors import BelegtError
from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.guard import Guard

LOOPBACK = "127.0.0.1"


def serve(desk: Desk, *, port: int, browser: bool, tell: Callable[[str], None]) -> None:
    """Serve until interrupted; ``port`` 0 takes a free one, ``tell`` gets the address. Raises B802 for a port that is taken."""
    config = uvicorn.Config(
        app="", host=LOOPBACK, port=port, log_level="error", access_log=False, server_header=False, lifespan="off"
    )
    try:
        listening = config.bind_socket()
    except SystemExit as error:  # what uvicorn does where the port cannot be bound
        raise BelegtError("B802", port=port, detail="it is taken, or not open to you") from error
    listening.listen()  # whoever follows the address at once waits, and is not refused
    guard = Guard(application(desk), listening.getsockname()[1])
    config.app = guard
    desk.now().reading.linked(0)  # read and begun before anyone waits for a page
    tell(guard.address)
    if browser:
        webbrowser.open(guard.address)
    uvicorn.Server(config).run(sockets=[listening])
