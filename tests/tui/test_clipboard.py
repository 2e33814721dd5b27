"""What is handed to the terminal: addresses of the web alone, in plain letters, and no more than it takes."""

from __future__ import annotations

import pytest

from geotui.tui.clipboard import MOST_BYTES, fits, safe_address, sent_words


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" HTTP://example.org/%20 ", "HTTP://example.org/%20"),
        ("https://example.org/ü 北", "https://example.org/%C3%BC%20%E5%8C%97"),
        ("https://example.org/\x1b]52;c;aGk=\x07", "https://example.org/%1B]52;c;aGk=%07"),
        ("https://example.org/\ud800", "https://example.org/%ED%A0%80"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("--flag", None),
        ("https:///nowhere", None),
        ("http://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_given_and_in_printable_letters(url: str | None, address: str | None) -> None:
    assert safe_address(url) == address
    assert address is None or (address.isascii() and address.isprintable())


def test_what_is_too_long_is_not_sent() -> None:
    assert fits("ü" * (MOST_BYTES // 2))
    assert not fits("ü" * (MOST_BYTES // 2 + 1))


def test_nothing_is_said_to_be_copied_and_tmux_is_told_of_where_it_is() -> None:
    assert sent_words({}) == "Sent to the terminal."
    assert "set-clipboard" in sent_words({"TMUX": "/tmp/x"})
