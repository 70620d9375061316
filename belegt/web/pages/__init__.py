"""The pages of the desk, a module each: what a page shows, and the same as JSON."""

from belegt.web.pages import (
    add,
    agreement,
    brief,
    compare,
    edit,
    history,
    incidents,
    map,
    queue,
    reports,
    settings,
    sources,
    timeline,
    totals,
)
from belegt.web.pages.route import Route

ROUTES: tuple[Route, ...] = (
    *queue.ROUTES,
    *edit.ROUTES,
    *incidents.ROUTES,
    *compare.ROUTES,
    *reports.ROUTES,
    *brief.ROUTES,
    *history.ROUTES,
    *sources.ROUTES,
    *totals.ROUTES,
    *timeline.ROUTES,
    *map.ROUTES,
    *add.ROUTES,
    *agreement.ROUTES,
    *settings.ROUTES,
)
"""Every route of the desk; the first that matches answers."""

__all__ = ["ROUTES", "Route"]
