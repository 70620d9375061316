"""The pages that a team has beside those of the desk: signing in, one's own account, and everybody's."""

from belegt.web.pages.route import Route
from belegt.web.pages.team import account, invitation, people, signin

TEAM_ROUTES: tuple[Route, ...] = (*signin.ROUTES, *invitation.ROUTES, *account.ROUTES, *people.ROUTES)
"""Every route that is there where the desk has accounts."""
