"""Words and options of the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from geotui.cli import arguments
from geotui.errors import UsageError


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["-trump", "--json"], ["-trump"]),
        (["--json", "xi", "-putin", "--in", "pages", "feb"], ["xi", "-putin", "feb"]),
        (["--json", "--", "--in"], ["--in"]),
        (["--json", "--in=pages", "-5"], ["-5"]),
        (["--json"], []),
    ],
)
def test_a_filter_may_begin_with_a_hyphen_and_needs_no_quotes(argv: list[str], words: list[str]) -> None:
    args = arguments.parse(["query", *argv])
    assert args.filter == words
    assert args.json


def test_a_path_that_is_no_command_opens_the_reader() -> None:
    args = arguments.parse(["pages", "more"])
    assert (args.command, args.paths) == ("reader", [Path("pages"), Path("more")])


def test_nothing_opens_the_reader() -> None:
    assert arguments.parse([]).paths == []


def test_in_can_be_given_again() -> None:
    assert arguments.parse(["stats", "--in", "a", "--in", "b"]).roots == [Path("a"), Path("b")]


@pytest.mark.parametrize(
    "argv",
    [["query", "--limit", "0"], ["query", "--limit", "x"], ["query", "--json", "--plain"], ["index"], ["--nonsense"],
     ["query", "--nonsense"], ["query", "xi", "--sort", "oldest"], ["--now", "2022-02-04", "query", "xi"],
     ["when", "today", "--now", "soon"], ["index", "p", "--workers", "-1"]],
)  # fmt: skip
def test_wrong_usage_is_one_sentence(argv: list[str]) -> None:
    with pytest.raises(UsageError, match="--help"):
        arguments.parse(argv)


def test_now_is_noon_of_a_day_or_the_time_given() -> None:
    assert arguments.parse(["when", "x", "--now", "2022-02-04"]).now == datetime(2022, 2, 4, 12)  # noqa: DTZ001
    assert arguments.parse(["when", "x", "--now", "2022-02-04T00:00"]).now == datetime(2022, 2, 4)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (["query", "xi", "--jsno"], "did you mean --json"),
        (["query", "--sort", "oldest", "xi"], "in the filter, sort:oldest"),
        (["query", "xi", "--since=2022"], "in the filter, since:2022"),
        (["--now", "2022-02-04", "query", "xi"], "options follow the command: geotui query"),
    ],
)
def test_an_option_that_is_none_is_refused_with_what_was_meant(argv: list[str], hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        arguments.parse(argv)
