"""Which text is a web address that may be stored, printed and shown as a link.

Articles and tables are written by others, so an address is taken only where it can do no more than lead to a page of
the web, and is the same to every eye: plain ASCII, with no name and password in front of its host.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, quote, urlsplit

#: Longer ones are cut by servers and browsers.
_LONGEST = 2000
_LONGEST_HOST = 253
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_TOP_LEVEL = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{2,59}")
#: Characters that end an attribute, an element or a string somewhere, and none of which an address needs.
_FORBIDDEN = frozenset("\"'<>\\`")
#: What stands for itself in an address; all else is written as %XX, and "%" stays, for it begins what is so already.
_SAFE = "/%:@!$&()*+,;=~-._"


def web_address(text: str) -> str | None:
    """The address that a whole text is, in ASCII, if it leads to a page of the web (http or https); else None.

    A host in other letters is written as it is asked for ("xn--…"), so that it can pass for no other.

    >>> web_address("HTTPS://Www.Example.org/2022/é?id=7")
    'https://www.example.org/2022/%C3%A9?id=7'
    >>> [web_address(one) for one in ("javascript:alert(1)", "https://bank.example@evil.example/")]
    [None, None]
    """
    text = text.strip(" ")
    if len(text) > _LONGEST or any(mark in _FORBIDDEN or _is_unseen(mark) for mark in text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    host = _host(parts)
    if parts.scheme not in ("http", "https") or host is None or "@" in parts.netloc:
        return None
    query = f"?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else ""
    fragment = f"#{quote(parts.fragment, safe=_SAFE + '?')}" if parts.fragment else ""
    place = host if port is None else f"{host}:{port}"
    return f"{parts.scheme}://{place}{quote(parts.path, safe=_SAFE)}{query}{fragment}"


def shown_address(value: object) -> str | None:
    """The address that a stored value may be shown as; None where it is none, whatever its user wrote into a graph."""
    return web_address(value) if isinstance(value, str) else None


def _is_unseen(mark: str) -> bool:
    """Whether a character is a blank, a control character or a mark that turns the direction of a text."""
    return unicodedata.category(mark)[0] in "CZ"


def _host(parts: SplitResult) -> str | None:
    """The name of a host of the web: it has a dot, and is no number.

    Letters that older and newer rules for names write otherwise ("ß") would lead to two places, so they lead to none.
    """
    written = (parts.hostname or "").rstrip(".")
    try:
        host = written.encode("idna").decode("ascii").lower()
        if host.encode("ascii").decode("idna") != unicodedata.normalize("NFC", written) and not written.isascii():
            return None
    except UnicodeError:
        return None
    labels = host.split(".")
    named = len(labels) > 1 and _TOP_LEVEL.fullmatch(labels[-1]) is not None
    return host if named and len(host) <= _LONGEST_HOST and all(map(_LABEL.fullmatch, labels)) else None
