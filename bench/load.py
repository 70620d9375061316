"""Many at one desk: reviewers who save decisions about the same few claims, each with a browser of their own.

Invariant: every save carries words that no other has, so that each one that was acknowledged can be looked for in the log.
"""

from __future__ import annotations

import http.client
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from urllib.parse import urlencode


@dataclass(frozen=True)
class Server:
    """Where a desk listens, and the name of its cookie."""

    port: int
    cookie: str

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@dataclass
class Browser:
    """One session at a desk; ``took`` are the seconds of each save, from its being sent to its answer."""

    server: Server
    session: str
    took: list[float] = field(default_factory=list)
    conflicts: int = 0

    def __post_init__(self) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)

    def ask(self, method: str, path: str, form: Mapping[str, object] | None = None) -> tuple[int, bytes]:
        """Status and body of an answer."""
        headers = {"Cookie": f"{self.server.cookie}={self.session}", "Origin": self.server.origin}
        body = urlencode(form) if form is not None else None
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._line.request(method, path, body, headers)
        answer = self._line.getresponse()
        return answer.status, answer.read()

    def seen(self) -> int:
        """The number of the last event of the log; on a new line, since a server ends those that were not used for a while."""
        self._line.close()
        return int(json.loads(self.ask("GET", "/add.json")[1])["head"].partition(":")[0])

    def save(self, ref: str, act: str, seen: int, reason: str) -> int:
        """The status that a decision is answered with."""
        start = time.perf_counter()
        form = {"claim": ref, "act": act, "seen": seen, "reason": reason}
        status, _ = self.ask("POST", "/queue", form)
        self.took.append(time.perf_counter() - start)
        return status

    def close(self) -> None:
        self._line.close()


@dataclass(frozen=True)
class Outcome:
    """What came of it: the reason of each save that was acknowledged, how often somebody was quicker, other answers, seconds."""

    acknowledged: tuple[str, ...]
    conflicts: int
    failures: Mapping[int, int]
    took: tuple[float, ...]

    def p95(self) -> float:
        """Seconds within which nineteen of twenty saves were answered."""
        return statistics.quantiles(self.took, n=20)[-1]


def review(server: Server, sessions: Sequence[str], refs: Sequence[str], saves: int, pause: float) -> Outcome:
    """Let each session save so many decisions about these claims, some ``pause`` seconds after one another.

    A save that somebody overtook is looked at again and made anew, as a person does.
    """
    with ThreadPoolExecutor(len(sessions)) as pool:
        done = list(pool.map(lambda n: _reviewer(server, sessions[n], refs, (n, saves, pause)), range(len(sessions))))
    failures = sum((Counter(failed) for _, _, failed in done), Counter[int]())
    browsers = [browser for browser, _, _ in done]
    return Outcome(
        tuple(reason for _, saved, _ in done for reason in saved),
        sum(b.conflicts for b in browsers),
        failures,
        tuple(second for b in browsers for second in b.took),
    )


def _reviewer(
    server: Server, session: str, refs: Sequence[str], plan: tuple[int, int, float]
) -> tuple[Browser, list[str], list[int]]:
    n, saves, pause = plan
    browser, chance = Browser(server, session), Random(n)
    said: dict[str, str] = {}
    saved, failed = [], []
    time.sleep(chance.uniform(0, pause))
    while len(saved) + len(failed) < saves:
        ref = chance.choice(refs)
        act = "reject" if said.get(ref) == "accept" else "accept"
        reason = f"reviewer {n} save {len(saved)}"
        status = browser.save(ref, act, browser.seen(), reason)
        if status == 303:
            said[ref] = act
            saved.append(reason)
        elif status == 409:
            browser.conflicts += 1
        else:
            failed.append(status)
        time.sleep(chance.uniform(0, 2 * pause))
    browser.close()
    return browser, saved, failed


def missing(acknowledged: Iterable[str], logged: Iterable[str]) -> tuple[list[str], list[str]]:
    """Saves that were acknowledged and stand not in the log, and those that stand in it twice or were never acknowledged."""
    there, told = Counter(logged), Counter(acknowledged)
    return list((told - there).elements()), list((there - told).elements())
