"""The desk of a team on a port; the first admin comes in by an invitation that is printed."""

from __future__ import annotations

from belegt.team.door import Team
from belegt.team.roles import ADMIN
from belegt.web.app import application
from belegt.web.desk import Desk
from belegt.web.serve import Tell, begin, listen, run
from belegt.web.team.guard import TeamGuard
from belegt.web.team.public import public


def serve_team(desk: Desk, team: Team, *, host: str, port: int, address: str, tell: Tell) -> None:
    """Serve until interrupted; ``address`` is what people open where that is not this machine's own.

    ``tell`` gets that, and an invitation while no admin has followed one. Raises B802, B808, B827.
    """
    public(address, host, port)  # what is wrong with it is said before anything listens
    config, listening = listen(host, port, proxied=address.startswith("https://"))
    opened = public(address, host, listening.getsockname()[1])
    begin(desk)
    tell(opened.origin)
    token = first_invitation(team, desk.author)
    if token:
        tell(f"{opened.origin}/invitation/{token}")
    run(config, listening, TeamGuard(application(desk, team, opened), team, opened))


def first_invitation(team: Team, name: str) -> str:
    """The token for an admin where there is none who can sign in, else ""."""
    admins = [a for a in team.accounts.all() if a.role == ADMIN and a.enabled]
    if any(admin.ready for admin in admins):
        return ""
    if admins:
        return team.accounts.invite_again(admins[0].name, name)
    return team.accounts.invite(name, ADMIN, name)
