"""What may be handed to the terminal's own clipboard, and addresses as they may be shown and copied. Pure."""

from __future__ import annotations

import string
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

MOST_BYTES = 74_000
"""What terminals take at once, as they say."""

SENT = "Sent to the terminal"
_TMUX = "tmux passes it on only with: set -g set-clipboard on"


def safe_address(url: str | None) -> str | None:
    """An address in printable ASCII, all else percent-encoded; None where it is none of the web."""
    if url is None:
        return None
    address = quote(url.strip(), safe=string.punctuation, errors="surrogatepass")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def fits(text: str) -> bool:
    """Whether it is short enough to be sent."""
    return len(text.encode("utf-8", "replace")) <= MOST_BYTES


def sent_words(environ: Mapping[str, str]) -> str:
    """What is true once it was sent: nothing tells whether the terminal keeps it."""
    return f"{SENT}. {_TMUX}" if environ.get("TMUX") else f"{SENT}."
