"""What a page is asked with: the state of the record, the filter of the address, and the language and theme of the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar
from urllib.parse import quote

from fastapi import Depends, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from belegt import settings
from belegt.errors import BelegtError
from belegt.model import digest
from belegt.team.roles import LEAD, Person, allows
from belegt.terms import load
from belegt.web.desk import Desk, State
from belegt.web.fields import changes
from belegt.web.language import LANGUAGES, Language, language, preferred
from belegt.web.marks import line, shown
from belegt.web.noted import family, named
from belegt.web.query import Filter
from belegt.web.words import Words

THEMES = ("auto", "light", "dark")
PAGES = ("queue", "incidents", "reports", "timeline", "map", "totals", "brief", "history", "sources", "add")
DATED = ("incidents", "timeline", "map", "totals", "brief", "history")
"""Those that show the record as of any day."""
T = TypeVar("T")
STATIC = Path(__file__).parent / "static"
VERSION = digest(b"".join(path.read_bytes() for path in sorted(STATIC.rglob("*.[jc]s*"))))[:12]
"""Stands behind the addresses of scripts and styles, so that a browser never keeps those of another version."""

templates = Environment(
    loader=PackageLoader("belegt.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
templates.filters["line"] = lambda words: line(str(words))
templates.filters["shown"] = lambda words: shown(str(words))
templates.filters["family"] = family
templates.filters["target"] = lambda words: named(str(words))
templates.filters["path"] = lambda words: quote(str(words), safe="")


@dataclass(frozen=True)
class Slice:
    """One page of a list, and where it lies in it."""

    rows: Sequence[Any]
    total: int
    page: int
    pages: int


@dataclass(frozen=True)
class Ask:
    """One request."""

    request: Request
    desk: Desk
    state: State
    filter: Filter
    page: int
    today: State | None = None
    """The record as it is, where ``state`` is that of an earlier day."""

    @property
    def person(self) -> Person | None:
        """Who asks; None before they have signed in."""
        person: Person | None = self.request.scope.get("person")
        return person

    def may(self, role: str) -> bool:
        """Whether they may do what needs a role."""
        return allows(role, self.person)

    @property
    def begins(self) -> date | None:
        """The day of the first event of the log; None where nothing has happened."""
        return next((date.fromisoformat(event.at[:10]) for event in self.desk.record.log()), None)

    @property
    def say(self) -> Language:
        """The language of the interface: chosen, else what the browser prefers."""
        chosen = self.request.cookies.get("lang", "")
        accepted = self.request.headers.get("accept-language", "")
        return language(chosen if chosen in LANGUAGES else preferred(accepted))

    @property
    def words(self) -> Words:
        """Wording in that language."""
        return Words(self.say)

    @property
    def theme(self) -> str:
        """auto, light or dark."""
        chosen = self.request.cookies.get("theme", "")
        return chosen if chosen in THEMES else "auto"

    def terms(self, vocabulary: str) -> Sequence[str]:
        """The keys of a vocabulary, in its order."""
        return list(load(vocabulary))

    def slice(self, rows: Sequence[T]) -> Slice:
        """The page of a list that is asked for; the last where it has fewer."""
        size = settings.DESK_PAGE_ROWS
        pages = max(1, -(-len(rows) // size))
        page = min(self.page, pages)
        return Slice(rows[(page - 1) * size : page * size], len(rows), page, pages)

    def show(self, template: str, *, status: int = 200, **view: Any) -> HTMLResponse:
        """A page drawn from its template."""
        found = templates.get_template(template)
        common: dict[str, Any] = {
            "ask": self,
            "say": self.say,
            "words": self.words,
            "filter": self.filter,
            "state": self.state,
        }
        more = {
            "pages": PAGES,
            "languages": LANGUAGES,
            "themes": THEMES,
            "dated": DATED,
            "path": self.request.url.path,
            "version": VERSION,
            "changes_of": lambda decision: changes(self.words, self.state, decision),
        }
        return HTMLResponse(found.render(**common, **more, **view), status_code=status)

    def dated(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """What a twin tells, with the day as of which the record tells it, and the last event of that day; null for today."""
        head = f"{self.state.head.seq}:{self.state.head.hash}"
        return {**told, "asof": {"day": self.filter.asof, "head": head} if self.today else None}

    def wants_json(self) -> bool:
        """Whether the address is that of a page's twin."""
        return bool(self.request.url.path.endswith(".json"))


def ask_any(
    request: Request,
    q: Annotated[str, Query(description="Words in the quote, the source, the place or the title.")] = "",
    kind: Annotated[str, Query(description="Kind of claim, such as killed or facility.")] = "",
    who: Annotated[str, Query(description="Group of people, such as child.")] = "",
    place: Annotated[str, Query(description="Part of the name of a place, or of one around it.")] = "",
    source: Annotated[str, Query(description="Part of the name of who says it or publishes it.")] = "",
    by: Annotated[str, Query(description="Part of the name of who is said to have done it.")] = "",
    means: Annotated[str, Query(description="Means, such as airstrike.")] = "",
    state: Annotated[str, Query(description="open, accepted, rejected or corrected.")] = "",
    since: Annotated[str, Query(description="First day, YYYY-MM-DD.")] = "",
    until: Annotated[str, Query(description="Last day, YYYY-MM-DD.")] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000, description="Page of a list, from 1.")] = 1,
) -> Ask:
    """The request as every page takes it, whatever day it asks for; raises B808 for a filter that is none."""
    given = {"q": q, "kind": kind, "who": who, "place": place, "source": source, "by": by, "means": means}
    found = Filter.of({**given, "state": state, "since": since, "until": until})
    desk = at_desk(request)
    return Ask(request, desk, desk.now().seen_by(desk.author), found, page)


def at_desk(request: Request) -> Desk:
    """The desk, with whoever asks sitting at it."""
    desk: Desk = request.app.state.desk
    person: Person | None = request.scope.get("person")
    return desk.signed(person.name, allows(LEAD, person)) if person and person.name else desk


def ask(asked: Annotated[Ask, Depends(ask_any)]) -> Ask:
    """The request of a page that shows the record as it is; raises B808 where it is asked for that of another day."""
    asof = asked.request.query_params.get("asof", "")
    if asof and asked.request.method == "GET":
        raise BelegtError("B808", value=asof, field="asof", known="no day: this page shows the record as it is today")
    return asked


def ask_then(
    asked: Annotated[Ask, Depends(ask_any)],
    asof: Annotated[str, Query(description="As the record stood at the end of this day in UTC, YYYY-MM-DD.")] = "",
) -> Ask:
    """The request of a page that shows the record as of any day; raises B808 for what is no day."""
    wanted = replace(asked.filter, asof=asof.strip())
    day = wanted.as_known
    return replace(asked, filter=wanted, state=asked.desk.then(day), today=asked.state) if day else asked


Asked = Annotated[Ask, Depends(ask)]
AskedThen = Annotated[Ask, Depends(ask_then)]


def seek(found: T | None, thing: str, id: str) -> T:
    """What was looked for; raises B806 where it is not there."""
    if found is None:
        raise BelegtError("B806", thing=thing, id=id)
    return found


def back(to: str) -> Response:
    """On to a page of the desk after something was done; never anywhere else."""
    inside = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return RedirectResponse(quote(to, safe="/?&=#%+:,~") if inside else "/queue", status_code=303)
