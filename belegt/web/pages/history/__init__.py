"""What happened to the record: its log, what changed since an earlier day, and decisions that no longer fit."""

from belegt.web.pages.history import changes, log, unfit
from belegt.web.pages.route import Route

ROUTES: tuple[Route, ...] = (*log.ROUTES, *changes.ROUTES, *unfit.ROUTES)

__all__ = ["ROUTES"]
