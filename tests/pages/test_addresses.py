"""Addresses and their hosts."""

from __future__ import annotations

import pytest

from geotui.pages.addresses import host_of


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://user:p@ss@WWW.Post.Example:8080/z", "post.example"),
        ("//user@post.example/z", "post.example"),
        ("www.post.example/a@b", "post.example"),
        ("desk@post.example", "post.example"),
        ("https://пример.рф/z", "пример.рф"),
        ("https://xn--e1afmkfd.xn--p1ai/z", "xn--e1afmkfd.xn--p1ai"),
        ("harbour", None),
    ],
)
def test_the_host_of_an_address_has_no_user_and_no_port(address, host):
    assert host_of(address) == host
