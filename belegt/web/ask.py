"""What a page is asked with: the state of the record, the filter of the address, and the language and theme of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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

    @property
    def person(self) -> Person | None:
        """Who asks; None before they have signed in."""
        person: Person | None = self.request.scope.get("person")
        return person

    def may(self, role: str) -> bool:
        """Whether they may do what needs a role."""
        return allows(role, self.person)

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
            "path": self.request.url.path,
            "version": VERSION,
            "changes_of": lambda decision: changes(self.words, self.state, decision),
        }
        return HTMLResponse(found.render(**common, **more, **view), status_code=status)

    def wants_json(self) -> bool:
        """Whether the address is that of a page's twin."""
        return bool(self.request.url.path.endswith(".json"))


def ask(
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
    """The request as every page takes it; raises B808 for a filter that is none."""
    given = {"q": q, "kind": kind, "who": who, "place": place, "source": source, "by": by, "means": means}
    found = Filter.of({**given, "state": state, "since": since, "until": until})
    desk = at_desk(request)
    return Ask(request, desk, desk.now().seen_by(desk.author), found, page)


def at_desk(request: Request) -> Desk:
    """The desk, with whoever asks sitting at it."""
    desk: Desk = request.app.state.desk
    person: Person | None = request.scope.get("person")
    return desk.signed(person.name, allows(LEAD, person)) if person and person.name else desk


Asked = Annotated[Ask, Depends(ask)]


def seek(found: T | None, thing: str, id: str) -> T:
    """What was looked for; raises B806 where it is not there."""
    if found is None:
        raise BelegtError("B806", thing=thing, id=id)
    return found


def back(to: str) -> Response:
    """On to a page of the desk after something was done; never anywhere else."""
    inside = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return RedirectResponse(quote(to, safe="/?&=#%+:,~") if inside else "/queue", status_code=303)
