"""The entries of the index: every town, province, region and country with the keys that it is found by.

Names in Latin, Arabic and Cyrillic letters are kept; airport codes, machine transliterations and digits are not.
Keys of the index: a folded name; ``~`` + a name stripped of its article, too short to stand alone; ``@`` + a word for the
people of a country; ``=CC`` for country CC, ``=CC.NN`` for a province.
Invariant: same sources, same entries in the same order.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from belegt.place.compile.pack import Entry
from belegt.place.compile.sources import Province, Tables, Town
from belegt.place.fold import fold, loose
from belegt.place.place import Place
from belegt.place.store import AMBIGUOUS, CAPITALS, KNOWN, MAIN

Position = tuple[float, float]
LANGS = ("de", "fr", "es", "ar", "ru", "uk")
# Names here are written in Arabic, Hebrew or Cyrillic letters (or were until lately), so that their Latin spelling varies.
TRANSLITERATED = frozenset(
    "SY IQ PS IL LB JO YE LY EG SD SS TN DZ MA EH MR OM AE KW QA BH SA IR AF PK TR SO DJ ER TD ML NE NG UA RU BY KZ KG "
    "TJ TM UZ AM AZ GE MD BG MK RS XK BA".split()
)
# How heavy a place is among those of its name: a town by its inhabitants, a province by a share of its own.
COUNTRY_WEIGHT, REGION_WEIGHT, PROVINCE_SHARE, LEAST = 1e12, 1e6, 0.3, 500

_DIVISION = re.compile(
    r"(?:(?:Autonomous |Free )?(?:State|Province|Republic|Region|Governorate|Emirate|Land|Oblast|Department) of )?(.+?)"
    r"(?:(?: Autonomous)?(?: Regional)? (?:Governorate|Province|Oblast|Region|State|Department|District|Republic|Krai|County"
    r"|Prefecture|department))?"
)
_ARTICLE = re.compile(r"(?:al|el|ar|as|ash|at|ad|az|an|ul)[- '’‘]", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{1,4}")
# Latin, Arabic and Cyrillic letters with their marks, and what may stand between them; no digits.
_READ = re.compile(r"[A-Za-zÀ-ɏʰ-ͯЀ-ԯ\u0600-\u065f\u0670-\u06ef\u0750-\u077fḀ-ỿ‘’`'\" .,()/–-]+")


def entries(all_towns: list[Town], all_provinces: list[Province], files: Tables) -> Iterator[Entry]:
    """Every place with its keys."""
    inhabitants: Counter[str] = Counter()
    positions: defaultdict[str, list[Position]] = defaultdict(list)
    for town in all_towns:
        inhabitants[town.code] += town.population
        for code in (town.code, town.country):
            positions[code].append((town.lat, town.lon))
    renamed = {r["admin"]: r for r in files.regions if "admin" in r}
    known = {id(town): (name, row) for name, row, town in known_towns(all_towns, files)}
    usual = {p.code: usual_name(p) for p in all_provinces}
    usual |= _named_after_towns(all_provinces, [(name, t) for t in all_towns if (name := known.get(id(t), ("",))[0])])
    usual |= {code: region["name"] for code, region in renamed.items()}
    yield from _towns(all_towns, known, usual, files)
    for p in all_provinces:
        by_hand = renamed.get(p.code, {})
        weight = max(LEAST, PROVINCE_SHARE * inhabitants[p.code])
        yield _province(p, usual[p.code], by_hand, weight, middle(positions[p.code]), files.words)
    for region in files.regions:
        if "admin" not in region:
            yield _region(region, middle([x for part in region.get("parts", ()) for x in positions[part]]))
    for code, row in files.countries.items():
        yield _country(code, row, middle(positions[code]))


def _named_after_towns(all_provinces: list[Province], known: Iterable[tuple[str, Town]]) -> dict[str, str]:
    """Provinces that share a name with a well-known town in them: they take its usual name."""
    borne = {p.code: {fold(_stripped(n)) for n in (p.name, *p.also)} for p in all_provinces}
    return {t.code: name for name, t in known if borne.get(t.code, set()) & {fold(n) for n in (name, t.name, *t.also)}}


def _towns(
    all_towns: list[Town], known: Mapping[int, tuple[str, dict[str, Any]]], usual: Mapping[str, str], files: Tables
) -> Iterator[Entry]:
    for town in all_towns:
        name, row = known.get(id(town), (town.name, {}))
        by_hand = {name, *row.get("also", ()), *([row["de"]] if "de" in row else ())} if id(town) in known else set()
        place = Place(
            name=_plain(name),
            lat=town.lat,
            lon=town.lon,
            precision="town",
            country=town.country,
            admin=usual.get(town.code, ""),
            population=town.population,
            names=(("de", row["de"]),) if "de" in row else (),
        )
        also = [n for n in town.also if worth_keeping(n)]
        other_script = {n for n in also if not n[0].isascii() and not unicodedata.name(n[0]).startswith("LATIN")}
        names = {KNOWN | MAIN: by_hand, MAIN: {town.name} | other_script, 0: also}
        named = keys(names, town.country, files.words)
        yield Entry(place, max(town.population, LEAST), named)


def known_towns(all_towns: list[Town], files: Tables) -> Iterator[tuple[str, dict[str, Any], Town]]:
    """The towns of ``names.toml``, each with its usual name and row; those that GeoNames lacks are left out."""
    bearers: defaultdict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in all_towns:
        if town.country in files.names:
            for key in {fold(n) for n in (town.name, *town.also)}:
                bearers[town.country, key].append(town)
    for country, rows in files.names.items():
        for name, row in rows.items():
            found = [t for n in (name, *row.get("also", ())) for t in bearers[country, fold(n)]]
            if found:
                yield name, row, max(found, key=lambda t: t.population)


def _province(
    p: Province, name: str, by_hand: Mapping[str, Any], weight: float, at: Position | None, words: frozenset[str]
) -> Entry:
    also = [n for n in p.also if worth_keeping(n)]
    main = {name, *(_stripped(n) for n in (p.name, *also))}
    known = {name, *_all_names(by_hand)} if by_hand else set()
    named = keys({MAIN: main, 0: also}, p.country, words) | keys({KNOWN | MAIN: known}, p.country)
    place = _placed(name, at, "region", p.country, _local(by_hand))
    return Entry(place, weight, named | {f"={p.code}": MAIN})


def _region(region: Mapping[str, Any], at: Position | None) -> Entry:
    countries = region.get("countries", [])
    country = countries[0] if len(countries) == 1 else ""
    place = _placed(region["name"], at, region.get("precision", "region"), country, _local(region))
    return Entry(place, REGION_WEIGHT, keys({KNOWN | MAIN: {region["name"], *_all_names(region)}}, country))


def _country(code: str, row: Mapping[str, list[str]], at: Position | None) -> Entry:
    place = _placed(row["en"][0], at, "country", code, _local(row))
    named = keys({KNOWN | MAIN: _all_names(row)}, "")
    return Entry(place, COUNTRY_WEIGHT, named | {f"={code}": MAIN} | {f"@{fold(w)}": MAIN for w in people(row)})


def _placed(
    name: str,
    at: Position | None,
    precision: str,
    country: str,
    names: tuple[tuple[str, str], ...],
) -> Place:
    lat, lon = at or (None, None)
    return Place(name, lat, lon, precision, country=country, names=names)


def keys(names: Mapping[int, Iterable[str]], country: str, words: frozenset[str] = frozenset()) -> dict[str, int]:
    """The keys of a place and their flags, from its names by how it bears them.

    MAIN: its name, or one as good; KNOWN: given by hand; AMBIGUOUS: an ordinary word or a person's name as well (of
    countries and regions never said); CAPITALS: an abbreviation, which counts only in capitals.
    """
    found: dict[str, int] = {}
    for flag, group in names.items():
        for name in sorted(group):
            key = fold(name)
            found[key] = found.get(key, 0) | flag | (CAPITALS if _CODE.fullmatch(name.replace(".", "")) else 0)
            if country in TRANSLITERATED:
                bare = loose(name)
                if bare != key:
                    found.setdefault(bare if len(bare) > 4 or not bare.isascii() else f"~{bare}", flag)
    found.pop("", None)
    return {key: flags | (AMBIGUOUS if key in words else 0) for key, flags in found.items()}


def worth_keeping(name: str) -> bool:
    """Whether a further name of GeoNames is one that a text could hold: in letters we read, no code, no gloss."""
    if not _READ.fullmatch(name) or _CODE.fullmatch(name) or len(fold(name)) < 3:
        return False
    return not name.lstrip("‘’ʻʼʿ`'")[:1].islower() or bool(_ARTICLE.match(name))


def usual_name(p: Province) -> str:
    """The English name of a province without the word for its kind: "Aleppo Governorate" is Aleppo."""
    plain = [n for n in p.also if n.isascii()]
    titled = [_stripped(n) for n in plain if _stripped(n) != n]
    own = _stripped(p.name)
    if any(fold(own) == fold(n) for n in titled):
        return _plain(own)
    return (titled or [_plain(own)])[0]


def _stripped(name: str) -> str:
    found = _DIVISION.fullmatch(name)
    return found[1] if found else name


def people(row: Mapping[str, list[str]]) -> set[str]:
    """The adjectives and words for the people of a country, in every inflection."""
    words: set[str] = set()
    for word in row.get("people_en", ()):
        words |= {word} if word.endswith(("ese", "sh", "ch", "ss", "men")) else {word, f"{word}s"}
    for stem in row.get("adjective_de", ()):
        words |= {stem + ending for ending in ("", "e", "em", "en", "er", "es")}
    for word in row.get("people_de", ()):
        words |= {word, f"{word}n", f"{word}s", f"{word}en"}
        words |= {f"{word.removesuffix('e')}in", f"{word.removesuffix('e')}innen"}
    return words


def middle(positions: Iterable[Position]) -> Position | None:
    """The middle of positions on the globe, to a hundredth of a degree; None of none."""
    x = y = z = 0.0
    for lat, lon in positions:
        phi, lam = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(phi) * math.cos(lam), y + math.cos(phi) * math.sin(lam), z + math.sin(phi)
    if not (x or y or z):
        return None
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 2), round(math.degrees(math.atan2(y, x)), 2)


def _all_names(row: Mapping[str, Any]) -> list[str]:
    return [name for lang in ("en", *LANGS) for name in row.get(lang, ())]


def _local(row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((lang, row[lang][0]) for lang in LANGS if row.get(lang))


def _plain(name: str) -> str:
    """A Latin name in letters that any keyboard has, where its marks are those of a transliteration."""
    if not re.search(r"[‘’ʻʼʿ`āīūḩşţḑẕẓḥṣṭḍḏ]", name, re.IGNORECASE):
        return name
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[‘’ʻʼʿ`]", "", bare).replace("ı", "i")
