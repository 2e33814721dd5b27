"""The words and options of every command. One table; argparse checks it and writes the help."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from pathlib import Path

import geotui
from geotui.errors import UsageError

COMMANDS = {
    "index": "bring a library's index up to date and report what was found",
    "query": "list the stories that a filter finds, newest first",
    "export": "write the stories that a filter finds with their citations",
    "show": "print one story with its copies",
    "inspect": "show how a page is read, alone",
    "actors": "list who the stories name, or how a typed name is resolved",
    "when": "say what a date phrase means",
    "read": "read line by line, without a screen: for screen readers and simple terminals",
    "stats": "count what the library holds",
    "locate": "say where geotui's files lie",
    "doctor": "check index, marks and settings",
}

_FREE_WORDS = ("query", "export", "when", "actors", "show")
"""Commands whose words may begin with a hyphen and need no quotes."""

_OPTION = re.compile(r"--+[^\W\d_]")

_EPILOG = """commands:
{commands}

A filter: names, dates and words, as typed: putn late feb 2022
geotui COMMAND --help tells more of each.
Exit codes: 0 found, 1 nothing found, 2 wrong usage, 3 nothing could be read."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of a command, `command` its name (`reader` for none); raises UsageError, or exits on --help."""
    name = argv[0] if argv and argv[0] in COMMANDS else None
    if name is None:
        behind = next((word for word in argv if word in COMMANDS), None)
        if behind and argv[0].startswith("--") and argv[0] not in ("--help", "--version"):
            raise UsageError(
                f"options follow the command: geotui {behind} … {argv[0]}; geotui --help shows the commands"
            )
        return _reader().parse_args(argv)
    parser = _command(name)
    rest = list(argv[1:])
    return parser.parse_args(_words_last(parser, rest) if name in _FREE_WORDS else rest)


class _Parser(argparse.ArgumentParser):
    """Errors become the one sentence that every wrong usage gets."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise UsageError(f"{message}; {self.prog} --help shows what it takes")


def _reader() -> _Parser:
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:{width}}  {what}" for name, what in COMMANDS.items())
    parser = _Parser(
        "geotui",
        description="Opens the reader on folders of scraped news pages; with none, on the library read last.",
        epilog=_EPILOG.format(commands=listed),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(command="reader")
    parser.add_argument("paths", nargs="*", type=_path, metavar="PATH", help="a folder or file of pages")
    parser.add_argument("--version", action="version", version=f"geotui {geotui.__version__}")
    _add_now(parser)
    return parser


def _command(name: str) -> _Parser:
    parser = _Parser(f"geotui {name}", description=COMMANDS[name].capitalize() + ".", allow_abbrev=False)
    parser.set_defaults(command=name)
    if name == "index":
        parser.add_argument("paths", nargs="+", type=_path, metavar="PATH", help="a folder or file of pages")
        parser.add_argument("--workers", type=_positive, metavar="N", help="processes that read (default: one a core)")
        return parser
    if name == "inspect":
        parser.add_argument(
            "pages", nargs="+", metavar="PAGE", help="a page, a folder of pages, or - for standard input"
        )
        parser.add_argument("--published", metavar="DATE", help="read it as published on this day")
    if name in ("query", "export"):
        parser.add_argument("filter", nargs="*", metavar="FILTER", help="what would be typed in the filter bar")
        parser.add_argument("--limit", type=_positive, metavar="N", help="at most so many")
        parser.add_argument("--possible", action="store_true", help="list those that may match, too")
    if name == "query":
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="JSON Lines, an object a story")
        form.add_argument("--plain", action="store_true", help="date, sources, copies, title, tab-separated")
        form.add_argument("-0", dest="null", action="store_true", help="ids, each ended by NUL")
    elif name == "export":
        parser.add_argument("--format", required=True, choices=("md", "jsonl", "csv"), help="how they are written")
    elif name == "read":
        parser.add_argument("paths", nargs="*", type=_path, metavar="PATH", help="a folder or file of pages")
    elif name == "when":
        parser.add_argument("phrase", nargs="+", metavar="PHRASE", help='a date phrase, such as "early feb 2022"')
    elif name == "actors":
        parser.add_argument("name", nargs="*", metavar="NAME", help="a name as typed")
    elif name == "show":
        parser.add_argument("story", nargs=1, metavar="STORY", help="a story's id, or the beginning of one")
    if name in ("inspect", "when", "actors", "show", "stats"):
        parser.add_argument("--json", action="store_true", help="JSON instead of words")
    if name in ("query", "export", "show", "actors", "stats", "doctor", "locate"):
        parser.add_argument(
            "--in", dest="roots", action="append", type=_path, metavar="PATH", help="the library's folder"
        )
    if name in ("query", "export", "read", "when"):
        _add_now(parser)
    return parser


def _add_now(parser: _Parser) -> None:
    parser.add_argument("--now", type=_now, metavar="DATE", help="read dates as if it were this day")


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("an empty name is no folder")
    return Path(text)


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)


def _now(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2022-02-04") from None
    noon = moment.time() == time() and "T" not in text and " " not in text
    return moment.replace(hour=12 if noon else moment.hour, tzinfo=None)


def _words_last(parser: _Parser, argv: list[str]) -> list[str]:
    """Options first, then `--` and the words, so that `-trump` is a word and not an option that nobody knows."""
    options: list[str] = []
    words: list[str] = []
    takes_value = {s: a.nargs != 0 for a in parser._actions for s in a.option_strings}
    rest = iter(argv)
    for word in rest:
        if word == "--":
            words += rest
        elif word in takes_value:
            options.append(word)
            if takes_value[word] and (value := next(rest, None)) is not None:
                options.append(value)
        elif word.split("=", 1)[0] in takes_value and "=" in word and word.startswith("--"):
            options.append(word)
        elif _OPTION.match(word):
            parser.error(_no_option(word, next(rest, ""), takes_value))
        else:
            words.append(word)
    return [*options, "--", *words]


def _no_option(word: str, value: str, options: Iterable[str]) -> str:
    """What to say of an option that there is none of: the field of the filter that was meant, or the nearest option."""
    from geotui.query.lexer import FIELDS  # with the whole language, which no right command line waits for

    name, _, given = word.partition("=")
    if name[2:] in FIELDS:
        return f"there is no option {name}; write it in the filter, {name[2:]}:{given or value}"
    near = difflib.get_close_matches(name, options, 1)
    return f"there is no option {name}" + (f", did you mean {near[0]}?" if near else "")
