"""Addresses of pages as they are kept: of a kind that is safe to follow, without a name and password in front."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_FOLLOWED = frozenset({"http", "https", "ftp"})
_CREDENTIALS = re.compile(r"^((?:[a-z]+:)?//)?[^/?#@\s]*:[^/?#\s]*@", re.IGNORECASE)
_USER = re.compile(r"^((?:[a-z]+:)?//)[^/?#\s]*@", re.IGNORECASE)
_HOST = re.compile(r"^(?:https?:)?(?://)?(?:[^/?#\s]*@)?(?:www\.)?((?:[\w-]+\.)+(?:xn--[\w-]+|[^\W\d_]{2,}))", re.I)


def usable_address(address: str) -> str | None:
    """The address without user and password; None where it is none, or of a kind that no page has
    (`javascript:`, `data:`).
    """
    address = address.strip()
    bare = _CREDENTIALS.sub(r"\1", _USER.sub(r"\1", address, count=1), count=1)
    scheme = _SCHEME.match(bare)
    if scheme is not None and scheme[1].lower() not in _FOLLOWED:
        return None
    return bare if "." in bare or "/" in bare else None


def host_of(address: str) -> str | None:
    """The host of an address or URL without `www.`, user and port; None where it has none."""
    match = _HOST.match(address.strip())
    return match[1].lower() if match else None
