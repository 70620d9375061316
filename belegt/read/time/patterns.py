r"""The grammar of expressions of time: one regular expression over the letters of a sentence (see ``words.LETTERS``).

Every branch is named; ``readings`` has a reading of the same name. The earliest match wins, at one place the first
branch. Patterns are linear: no repetition holds another. The look ahead at the head says where any branch can begin.
``(?<!x)[Mm]D``: after "in" a number behind a month counts something.
"""

from __future__ import annotations

import re
from functools import cache

_BRANCHES = r"""
(?= [fDNYLXEWwFMmJQZHUjyhVvSliRGrKgIcqz] | [dpx][Uuj] ) (?:
  (?P<clock>   f C+ | D (?: : [DN])? C+ | D : [DN] | [NY] C+ | (?<=p) N (?=p) )
|  (?P<numeric> (?:[LXE]?[Ww][.,]?d?\(?)? F \)? )
| (?P<dotted>  (?:[LXE]?W[Pn]?[.,]?p?d?\(? | (?<=[pBTaSd])) f\.? \)? (?!C) )
| (?P<stretch> (?:D\.?t?o?)? [Mm]\.? (?:Dt?,?)? [T&/–-] d? (?:D\.?t?o?d?)? [Mm]\.? (?:D(?=t|,?Y)t?)? ,?Y )
| (?P<days>    D\.?t? (?:[T&/–-]) d?D\.?t?o?d? [Mm] (?:\.?,?Y)? )
| (?P<date>    (?:[LXE]?[Ww][Pn]?[.,]?p?d?\(?)? D\.?t?o?d?o? [Mm] (?:\.?,?Y | o?d?[LX]U)? \)? )
{month_first}
| (?P<feast>   [LXE]? J (?:o?d?,?Y)? )
| (?P<month>   (?:Qo?d?)?
               (?:[LXE]?M | [LXE]m | (?<=[xSTQoc&–/-])m | m(?=[:T–]|,?Y) | (?<=B)m(?=[&-]))
               (?:\.?,?o?d?U?Y | o?d?[LXE]U)? )
| (?P<season>  (?:Qo?d?)? (?:[LXE]Z | (?<=[xSTQo])Z | Z(?=o?d?U?Y)) (?:o?d?U?Y | o?d?[LXE]U)? )
| (?P<weekday> [LXEH]? W )
| (?P<decade>  Ys j? )
| (?P<years>   (?:[Uj])? Y [/–-] [DN] (?![/–-]) )
| (?P<year>    (?:Qo?d?)? (?:[Uj][oB]?)? Y | y )
| (?P<nightly> h (?:p?W)? | [LX]n )
| (?P<ago>     V v? [NDd] [uUj] (?![oB]?Y) | v? [NDd] [uUj] A )
| (?P<opening> S [dxpL_]{0,3} [OQ] (?![^,.;:()]{0,9}(?:[FMmYWJ] | [uUj]A)) )
| (?P<lasting> S [lLv]? [NDd] [uUj] )
| (?P<rolling> [Ll] v? [ND] [uUj] | lU )
| (?P<hours>   (?<=x) [ND] u )
| (?P<adverb>  d U V (?= [.,;:)] | \Z) )
| (?P<shifted> [ND] [uUj] (?: K | [kV](?!Y) ) | [dpx] U K | d U [kV](?!Y) )
| (?P<vague>   i | S [Ll]? v? [uj] | V v? [uj] | [LlX] v? [uj] | v? [uj] A | v [uj] [Kk] )
| (?P<other>   [rEGX] [Pn] | r [Uj] | G [UW] )
| (?P<unit>    (?:[QK]o?d?)? [LXE] U | Q o?d U )
| (?P<deictic> H (?! q) [Pn]? )
| (?P<same>    R | g )
| (?P<now>     I )
| (?P<every>   c [ND]? [Uju] )
| (?P<age>     H? q )
| (?P<length>  z | [ND] [uUj] )
)
"""
_MONTH_FIRST = r"""
| (?P<months>  (?:[LXE]?[Ww][Pn]?[.,]?)? [Mm]\.?D t? (?:[T&/–-]) D t? (?:,?Y)? )
| (?P<monthly> [LXE]? (?:[Ww][Pn]?[.,]?)?
               (?: (?<!x)[Mm]\.?d?D (?![NvUj]) | [Mm]\.?d?D (?= t | ,?Y | [.,;:)] | \Z )) t? (?:,?Y)? )
"""


@cache
def grammar(month_first: bool) -> re.Pattern[str]:
    """The pattern of a language, with dates like "May 7" where it has them."""
    return re.compile(_BRANCHES.replace("{month_first}", _MONTH_FIRST if month_first else ""), re.VERBOSE)


NIGHT_BEFORE = re.compile(r"[nh](?:B(?:W|d?D\.?M?))?ad?\Z")
"""Before a day: the night that begins on the day before ("in der Nacht auf den")."""
FIRST_OF = re.compile(r"b([vND]?)[Uj]o?d?\Z")
"""Before a month or year: its first days or months."""
AWAY = re.compile(r"[NDd][Uj][kV]d?\Z")
"""Before a day: so many days before or after it ("einen Tag vor")."""
SINCE = re.compile(r"S[^,.:;()IiY]{0,9}\Z")
"""Before a date: since it, also over a clause ("since the war began in")."""
UNTIL = re.compile(r"([TV])[dpxKQLlaoUj]*\Z")
"""Before a date: up to it, or up to the day before."""
RANGE = re.compile(r"[P]?(?:[T–/-]|(&))[adpxB]*")
ONSET_BEFORE = re.compile(r"O[^,.:;()]{0,6}\Z")
ONSET_AFTER = re.compile(r"[^,.:;()]?O")
LEAD = frozenset("pxBdQKPnoaL/")
"""Letters that belong to the words of an expression when they stand right before it."""
TAIL = re.compile(r"(?:[pxd]{0,3}[QK]?[Pn])?(?:,?p?(?:D(?::[DN])?|f|N)C+)?")
"""What belongs to the words of a day behind it: part of the day and time of the clock."""
