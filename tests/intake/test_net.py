"""Fetching a page: no form of an address, no name and no redirect leads to this machine or into a private network (T14)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import CERT_REQUIRED
from typing import Any

import pytest

from belegt.errors import BelegtError
from belegt.intake import Received, fetch
from belegt.intake.net import Net, _line, address, public

PRIVATE_4 = "0.0.0.0 10.0.0.1 10.255.255.254 100.64.0.1 127.0.0.1 127.1.2.3 169.254.169.254 172.16.0.1 172.31.255.1 192.0.0.8 192.0.2.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.1.2.3 240.0.0.1 255.255.255.255".split()
PRIVATE_6 = "::1 :: ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 fc00::1 fd12:3456::1 fe80::1 fec0::1 ff02::1 fe80::1%25eth0 ::ffff:169.254.169.254".split()
NUMBERS = "2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 127.1 127.0.1 017700000001 0x7f.1 1.2.3.4.5 256.1.1.1 127.0.0.1.0x1 0".split()
NAMES = ["localhost", "LOCALHOST", "localhost.", "metadata", "intranet", "a_b", "-a.example", "a..example", "." + "a.example", "x" * 64 + ".example", "exa mple.org", "a.example\u0000.org"]  # fmt: skip
SCHEMES = ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example:70/_x", "data:text/html,x", "javascript:alert(1)", "dict://a.example/", "ldap://a.example/", "//a.example/", "/etc/passwd", "a.example", "", "http:", "http://", "https:///x", "HTTPX://a.example/", "jar:http://a.example!/", "unix:///run/x", "ws://a.example/"]  # fmt: skip
PARTS = ["http://user@a.example/", "http://user:word@a.example/", "http://a.example@127.0.0.1/", "http://127.0.0.1#@a.example/", "http://a.example:22/", "https://a.example:80/", "http://a.example:99999/", "http://a.example:x/", "http://a.example\\@127.0.0.1/", "http://a.example/\r\nHost: b", "http://a.exa\tmple/", "http://[::1", "http://[127.0.0.1]/", "http://a.example/ x"]  # fmt: skip
FORMS = [
    *(f"http://{host}/" for host in (*PRIVATE_4, *NUMBERS, *NAMES)),
    *(f"https://[{host}]/" for host in PRIVATE_6),
    *SCHEMES,
    *PARTS,
]


class Names:
    """A resolver that knows what it is told, and counts how often it is asked."""

    def __init__(self, known: dict[str, Sequence[str]] | None = None) -> None:
        self.known, self.asked = known or {}, list[str]()

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        return self.known.get(host, ["127.0.0.1"])


def test_there_are_enough_forms() -> None:
    assert len(set(FORMS)) >= 80


@pytest.mark.parametrize("url", FORMS)
def test_no_form_of_an_address_leads_to_a_connection(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belegt.intake.net._line", lambda *_: pytest.fail("a connection was opened"))
    with pytest.raises(BelegtError) as refused:
        Net(resolve=Names()).fetch(url)
    assert refused.value.code in ("B220", "B221")


@pytest.mark.parametrize("private", [*PRIVATE_4, *(a.replace("%25", "%") for a in PRIVATE_6)])
def test_a_name_that_stands_for_a_private_address_is_refused_even_beside_a_public_one(private: str) -> None:
    assert not public(private)
    for found in ([private], ["93.184.215.14", private]):
        with pytest.raises(BelegtError, match="B221"):
            Net(resolve=Names({"a.example": found})).fetch("https://a.example/")


@pytest.mark.parametrize(
    "open", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450:4001::1"]
)
def test_addresses_of_the_open_internet_may_be_asked(open: str) -> None:
    assert public(open)


def test_an_address_is_written_as_it_is_asked_for() -> None:
    assert (
        address("HTTPS://Bücher.Example./a b?ü=1#part".replace(" ", "%20")).url
        == "https://xn--bcher-kva.example/a%20b?%C3%BC=1"
    )
    assert address("http://a.example").target == "/"
    assert address("http://a.example:80/x?y").url == "http://a.example/x?y"


def test_a_safe_connection_asks_for_a_certificate_of_the_name_and_not_of_the_pinned_address() -> None:
    line: Any = _line(address("https://a.example/"), "93.184.215.14", 443, 1)
    assert (line.host, line.server_hostname, line.assert_hostname) == ("93.184.215.14", "a.example", "a.example")
    assert line.cert_reqs in ("CERT_REQUIRED", CERT_REQUIRED)


@dataclass
class Web:
    """A server of this test's own, which counts what it is asked; ``net`` reaches it under every name that is not told otherwise."""

    net: Net
    names: Names
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def page(self, path: str, body: bytes, status: int = 200, **headers: str) -> None:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in {"content_type": "text/html", **headers}.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        self.answers[path] = answer


@pytest.fixture
def web() -> Iterator[Web]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            try:
                web.answers[self.path](self)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    names = Names()
    web = Web(Net(names, lambda a: a == "127.0.0.1" or public(a), lambda _: server.server_address[1], seconds=5), names)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield web
    server.shutdown()
    server.server_close()
    thread.join(10)


def _code(web: Web, url: str) -> str:
    with pytest.raises(BelegtError) as refused:
        web.net.fetch(url)
    return refused.value.code


def test_a_page_comes_with_its_address_and_nothing_of_this_machine_goes_with_it(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://10.0.0.1:3128")
    monkeypatch.setenv("HTTPS_PROXY", "http://10.0.0.1:3128")
    web.page("/moved", b"", 302, location="/a?b=1#c", set_cookie="k=v")
    web.page("/a?b=1", "<p>حلب</p>".encode())
    found = web.net.fetch("http://a.example/moved")
    assert (found.raw, found.page, found.url) == ("<p>حلب</p>".encode(), True, "http://a.example/a?b=1")
    for _, headers in web.asked:
        assert headers["host"] == "a.example"
        assert not {"cookie", "authorization", "referer", "proxy-authorization"} & headers.keys()
    assert web.names.asked == ["a.example", "a.example"]


@pytest.mark.parametrize("to", ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://inside.example/", "file:///etc/passwd", "http://2130706433/", "//192.168.0.1/", "http://u:p@a.example/", "http://a.example:22/"])  # fmt: skip
def test_each_redirect_is_looked_at_as_the_first_address_was(web: Web, to: str) -> None:
    web.names.known["inside.example"] = ["10.1.2.3"]
    web.page("/", b"", 302, location=to)
    assert _code(web, "http://a.example/") in ("B220", "B221")
    assert [path for path, _ in web.asked] == ["/"]


def test_a_name_that_changes_its_address_is_looked_up_once_for_each_connection(web: Web) -> None:
    web.page("/", b"<p>once</p>")
    turns = iter([["127.0.0.1"], ["10.0.0.1"]])
    net = replace(web.net, resolve=lambda host, port: next(turns))
    assert net.fetch("http://a.example/").raw == b"<p>once</p>"
    with pytest.raises(BelegtError, match="B221"):
        net.fetch("http://a.example/")


def test_a_safe_address_never_leads_to_an_unsafe_one(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    web.page("/", b"", 301, location="http://b.example/")
    plain = lambda to, *rest: _line(to._replace(scheme="http"), *rest)  # noqa: E731
    monkeypatch.setattr("belegt.intake.net._line", plain)
    assert _code(web, "https://a.example/") == "B221"
    assert len(web.asked) == 1


def test_what_leads_on_and_on_is_given_up(web: Web) -> None:
    web.page("/", b"", 307, location="/")
    assert _code(web, "http://a.example/") == "B222"
    assert len(web.asked) == 6


@pytest.mark.parametrize(
    ("status", "headers", "code"),
    [
        (404, {}, "B222"),
        (500, {}, "B222"),
        (204, {}, "B222"),
        (302, {}, "B222"),
        (200, {"content_type": "application/pdf"}, "B223"),
        (200, {"content_type": "image/svg+xml"}, "B223"),
        (200, {"content_encoding": "gzip"}, "B223"),
    ],
)
def test_what_is_no_page_is_refused(web: Web, status: int, headers: dict[str, str], code: str) -> None:
    web.page("/", b"x", status, **headers)
    assert _code(web, "http://a.example/") == code


def test_no_more_is_taken_than_a_report_may_have(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belegt.settings.REPORT_BYTES", 1000)
    web.page("/", b"x" * 5_000_000)
    assert _code(web, "http://a.example/") == "B211"


@pytest.mark.parametrize("drip", [b"HTTP/1.0 200 OK\r\nA: ", b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n"])
def test_a_server_that_drips_is_given_up_in_time(web: Web, drip: bytes) -> None:
    over = threading.Event()

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(drip)
        for _ in range(600):
            request.wfile.write(b"x")
            if over.wait(0.1):
                return

    web.answers["/"] = answer
    web.net = replace(web.net, seconds=0.5)
    start = time.monotonic()
    try:
        assert _code(web, "http://a.example/") == "B222"
    finally:
        over.set()
    assert time.monotonic() - start < 20


def test_a_server_that_is_not_there_is_said(web: Web) -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    assert _code(replace(web, net=replace(web.net, port=lambda _: 1)), "http://a.example/") == "B222"
    assert _code(replace(web, net=replace(web.net, resolve=unknown)), "http://a.example/") == "B222"


ARTICLE = """<html lang="en"><head><title>Strike on Homs</title><link rel="canonical" href="{}"></head><body><article>
<h1>Strike on Homs</h1><p>At least 14 civilians were killed in Homs on Monday, the ministry said. {}</p></article></body></html>"""


@pytest.mark.parametrize(
    ("stated", "kept"),
    [("http://a.example/story", "http://a.example/story"), ("https://other.example/x", "http://a.example/a")],
)
def test_a_fetched_page_is_a_report_of_the_address_that_it_came_from(web: Web, stated: str, kept: str) -> None:
    web.page("/a", ARTICLE.format(stated, "More words stand here. " * 20).encode())
    (item,) = fetch(["http://a.example/a"], net=web.net)
    assert isinstance(item, Received)
    assert item.report.url == kept
    assert "At least 14 civilians" in item.report.text
    assert item.origin == "http://a.example/a"
