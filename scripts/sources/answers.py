"""Asks whether a cited address still answers, as a guest does: few requests at a time, only for the head where that is enough."""

from __future__ import annotations

import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException
from typing import Literal
from urllib.error import HTTPError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

AGENT = "Mozilla/5.0 (compatible; study guide; checks the links of its footnotes)"
_HOPS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
#: Answers of a server that is busy or ill, which may be well again at the next try.
_PASSING = (429, 500, 502, 503, 504)
_LONGEST_WAIT = 60.0


@dataclass(frozen=True)
class Manners:
    """Seconds until a request is given up, tries in all, seconds before the second try (then twice that), requests at a time."""

    timeout: float = 20
    tries: int = 3
    pause: float = 2
    at_a_time: int = 4


@dataclass(frozen=True)
class Answer:
    """What became of an address. `words` says what was answered, or the address that it moved to."""

    url: str
    state: Literal["well", "moved", "dead"]
    words: str = ""


class _Stay(HTTPRedirectHandler):
    """Leaves redirects to us: we want to know of them."""

    def http_error_302(self, *_: object) -> None:
        return None

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302  # type: ignore[assignment]


_opener = build_opener(_Stay)


def ask_all(urls: Iterable[str], manners: Manners) -> dict[str, Answer]:
    """The answer of each address; those that differ behind `#` only are asked once."""
    pages = sorted({without_anchor(url) for url in urls})
    with ThreadPoolExecutor(manners.at_a_time) as pool:
        return dict(zip(pages, pool.map(lambda url: ask(url, manners), pages), strict=True))


def without_anchor(url: str) -> str:
    return url.partition("#")[0]


def ask(url: str, manners: Manners) -> Answer:
    """Follows redirects to their end; an address that moved to a dead one is dead."""
    here = url
    for _ in range(_HOPS):
        status, words, headers = _patiently(here, manners)
        location = headers.get("Location") if headers else None
        if status in _REDIRECTS and location:
            try:
                here = urljoin(here, location)
            except ValueError:
                return Answer(url, "dead", f"{words}, to no address")
            continue
        end = "" if here == url else f" at {here}"
        if status is None or status >= 300:
            return Answer(url, "dead", f"{words}{end}")
        return Answer(url, "moved", here) if end else Answer(url, "well")
    return Answer(url, "dead", f"redirected more than {_HOPS} times")


def _patiently(url: str, manners: Manners) -> tuple[int | None, str, Message | None]:
    """The status of the address (None: no answer), its words, its headers; tries again while the failure may pass."""
    for attempt in range(1, manners.tries + 1):
        status, words, headers = _request(url, "HEAD", manners.timeout)
        if status is not None and status >= 400:
            # Some servers answer HEAD with an error and GET with the page.
            status, words, headers = _request(url, "GET", manners.timeout)
        if attempt == manners.tries or not (status is None or status in _PASSING):
            break
        time.sleep(_wait(headers, manners.pause * 2 ** (attempt - 1)))
    return status, words, headers


def _wait(headers: Message | None, otherwise: float) -> float:
    asked = (headers.get("Retry-After") or "") if headers else ""
    return min(float(asked), _LONGEST_WAIT) if asked.isdigit() else otherwise


def _request(url: str, method: str, timeout: float) -> tuple[int | None, str, Message | None]:
    try:
        if urlsplit(url).scheme not in ("http", "https"):
            return None, "no web address", None
        request = Request(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), method=method, headers={"User-Agent": AGENT})  # noqa: S310
        with _opener.open(request, timeout=timeout) as response:
            return response.status, "", response.headers
    except HTTPError as error:
        with error:
            return error.code, f"{error.code} {_phrase(error.code)}".strip(), error.headers
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            return None, f"no answer within {timeout:g} s", None
        return None, f"no answer ({getattr(reason, 'strerror', None) or type(reason).__name__})", None


def _phrase(code: int) -> str:
    """Our own words for the status: what a server calls it is not to be repeated."""
    try:
        return HTTPStatus(code).phrase
    except ValueError:
        return ""
