"""The reader as a conversation: what is said to each line, alone and through the command."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import geotui
from geotui.cli.conversation import Conversation, date_in_words, portions
from geotui.library import Library
from geotui.model import Published
from geotui.settings import Locations, Settings

ROOT = Path(geotui.__file__).parents[1]


@pytest.fixture
def many(archive: Path) -> Path:
    """The archive with a dozen stories more."""
    texts = [f"Snow falls on town {n}\n\nThe mayor of town {n} spoke about snow number {n * 7}." for n in range(12)]
    records = [{"text": text, "date": f"2020-01-{n + 1:02d}"} for n, text in enumerate(texts)]
    (archive / "more.jsonl").write_text("\n".join(map(json.dumps, records)))
    return archive


@pytest.fixture
def talk(many: Path, locations: Locations) -> Iterator[Conversation]:
    library = Library([many], locations, Settings())
    library.update()
    yield Conversation(library)
    library.close()


def said(talk: Conversation, *lines: str) -> str:
    """What is said to the last of some lines."""
    for line in lines[:-1]:
        list(talk.hear(line))
    return "\n".join(talk.hear(lines[-1]))


def test_it_begins_with_how_it_is_used_and_ten_stories(talk: Conversation) -> None:
    lines = list(talk.greeting())
    assert "help" in lines[0]
    assert [line.split(".")[0] for line in lines[2:-1]] == [str(n) for n in range(1, 11)]
    assert lines[-1].startswith("5 more")


def test_more_goes_on_until_the_list_has_ended(talk: Conversation) -> None:
    list(talk.greeting())
    assert said(talk, "more").startswith("11. ")
    assert said(talk, "more") == "The list has ended."


def test_a_filter_narrows_and_a_number_opens(talk: Conversation) -> None:
    assert "1. Lavrov flies to Ankara" in said(talk, "lavrof 2022")
    told = said(talk, "1")
    assert "arrived in Ankara on Tuesday" in told
    assert "Example Post, Other Daily" in told
    assert told.endswith("End of the story.")


def test_a_story_whose_end_was_said_is_read(talk: Conversation) -> None:
    said(talk, "lavrov", "1")
    assert "1. Lavrov flies to Ankara for talks on grain. Example Post, Other Daily, 7 Jun 2022, 2 copies, read." in (
        said(talk, "list")
    )


def test_a_long_story_is_said_in_parts_and_read_only_at_its_end(talk: Conversation, many: Path) -> None:
    (many / "long.txt").write_text("A long report\n\n" + "\n\n".join(f"The river rose on day {n}." for n in range(200)))
    talk._library.update()
    told = said(talk, "title:report", "1")
    assert "more goes on" in told
    assert "day 199" not in told
    assert "0 stories" in said(talk, "is:read")
    said(talk, "title:report", "1")
    assert "day 199" in "\n".join(said(talk, "more") for _ in range(8))
    assert "1 story" in said(talk, "is:read")


def test_next_goes_through_the_list_and_stops_at_its_end(talk: Conversation) -> None:
    assert "Story 1 of 2" in said(talk, "lavrov | putin", "next")
    assert "Story 2 of 2" in said(talk, "next")
    assert said(talk, "next") == "There is no further story in this list."
    assert "Story 1 of 2" in said(talk, "back")


def test_copies_are_listed_and_read(talk: Conversation) -> None:
    told = said(talk, "lavrov", "copies 1")
    assert "1. Example Post, 7 Jun 2022, the one read first." in told
    assert "2. Other Daily, 8 Jun 2022, the same text." in told
    assert "record r2" in told
    assert "Ankara" in said(talk, "1", "copy 2")
    assert said(talk, "copy 7").startswith("The story has 2 copies")


def test_a_star_is_kept_and_taken_off(talk: Conversation) -> None:
    assert said(talk, "lavrov", "star 1") == "Starred: Lavrov flies to Ankara for talks on grain"
    assert "1 story of 15" in said(talk, "is:starred")
    assert said(talk, "star").startswith("No longer starred")


def test_why_is_told_in_sentences(talk: Conversation) -> None:
    told = said(talk, "lavrof", "1", "why")
    assert "2022-06-07" in told


def test_a_refused_phrase_is_a_sentence_and_the_list_stays(talk: Conversation) -> None:
    assert "31 February" in said(talk, "lavrov", "feb 31")
    assert "Lavrov" in said(talk, "list")


def test_a_word_that_is_a_command_can_be_looked_for(talk: Conversation) -> None:
    assert "Snow falls" not in said(talk, "find read")
    assert '"read"' in said(talk, "find read")


@pytest.mark.parametrize("line", ["99", "copy", "copies 99", "star 99", "why 99", "list 99", "x" * 5000])
def test_what_cannot_be_done_is_said(talk: Conversation, line: str) -> None:
    assert said(talk, "lavrov", line)


def test_help_names_every_command(talk: Conversation) -> None:
    told = said(talk, "help")
    assert all(f"\n{name} " in told for name in talk._commands if name not in ("?", "exit", "q"))


def test_numbers_hold_until_the_stories_are_other_ones_which_is_said(talk: Conversation, many: Path) -> None:
    list(talk.greeting())
    (many / "new.txt").write_text("Date: 2024-01-01\n\nA canal opens\n\nThe canal opened to boats on Monday.\n")
    other = talk._library.again()
    other.update()
    other.close()
    told = said(talk, "1")
    assert told.startswith("The pages were read anew")
    assert "A canal opens" in told


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.text(max_size=40))
def test_any_line_gets_an_answer(talk: Conversation, line: str) -> None:
    talk.is_over = False
    list(talk.hear(line))
    assert said(talk, "find").startswith("everything")


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text("ab \u4e2d", max_size=60), max_size=8), st.integers(5, 40))
def test_portions_hold_every_word_and_are_no_longer_than_asked(paragraphs: list[str], most: int) -> None:
    made = list(portions(paragraphs, most))
    assert "".join("".join(made).split()) == "".join("".join(paragraphs).split())
    assert all(len(part.replace("\n", "")) <= most for part in made)


@pytest.mark.parametrize(
    ("words", "spoken"),
    [("~4 Feb 2022", "about 4 Feb 2022"), ("2021–2022?", "perhaps 2021 to 2022"), ("", "date unknown")],
)
def test_dates_are_said_without_signs(words: str, spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Published, "in_words", lambda _: words)
    assert date_in_words(Published()) == spoken


# ---------------------------------------------------------------------- the command


EVIL = b"Bridge \x1b]0;owned\x07 opens\n\nThe \xc2\x9b31m bridge opened on Monday after years of work, they said.\n"


def run_read(folder: Path, typed: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "geotui", "read", str(folder)]
    environ = os.environ | {"TERM": "dumb"}
    return subprocess.run(command, input=typed, capture_output=True, env=environ, cwd=ROOT, check=False)


@pytest.mark.usefixtures("locations")
def test_in_a_pipe_it_ends_with_its_input_and_writes_no_escape(archive: Path) -> None:
    (archive / "evil.txt").write_bytes(EVIL)
    run = run_read(archive, b"bridge \x1b[2J\xff\n1\ncopies\n\x00\n")
    assert run.returncode == 0
    assert b"bridge opened on Monday" in run.stdout
    assert not set((run.stdout + run.stderr).decode()) & set(map(chr, [*range(10), *range(11, 32), *range(127, 160)]))


@pytest.mark.usefixtures("locations")
def test_nothing_to_read_is_a_sentence(tmp_path: Path) -> None:
    run = run_read(tmp_path / "nowhere", b"")
    assert (run.returncode, run.stdout) == (3, b"")
    assert run.stderr.startswith(b"geotui: ")


@pytest.mark.usefixtures("locations")
def test_on_a_dumb_terminal_it_prompts_and_ctrl_c_ends_it(archive: Path) -> None:
    pid, fd = pty.fork()
    if not pid:
        os.chdir(ROOT)
        os.environ["TERM"] = "dumb"
        os.execv(sys.executable, [sys.executable, "-m", "geotui", "read", str(archive)])
    told = b""
    while b"> " not in told:
        told += os.read(fd, 4096)
    assert b"Lavrov" in told
    assert b"\x1b" not in told
    os.write(fd, b"\x03")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) in (130, -signal.SIGINT)
    os.close(fd)


WRAPPED = b"""Russian Foreign Minister Sergei Lavrov arrived in Ankara on Tuesday
for talks with his Turkish counterpart Mevlut Cavusoglu about grain ships
held up in Odesa. The two ministers were to meet again on Wednesday"""


def heard(fd: int, words: bytes, told: bytes = b"") -> bytes:
    """What is said up to some words."""
    while words not in told:
        told += os.read(fd, 4096)
    return told


@pytest.mark.usefixtures("locations")
def test_the_lines_of_a_pasted_passage_are_heard_as_one(archive: Path) -> None:
    pid, fd = pty.fork()
    if not pid:
        os.chdir(ROOT)
        os.environ["TERM"] = "dumb"
        os.execv(sys.executable, [sys.executable, "-m", "geotui", "read", str(archive)])
    heard(fd, b"> ")
    os.write(fd, WRAPPED)
    heard(fd, b"2 lines pasted; Enter looks for them.")
    os.write(fd, b"\n")
    told = heard(fd, b"> ", heard(fd, b"a passage of"))
    assert b"1 story of" in told
    assert b"Lavrov flies to Ankara" in told
    os.write(fd, b"quit\n")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(fd)


def test_a_passage_on_one_line_lists_the_story_that_carries_it(talk: Conversation) -> None:
    told = said(talk, " ".join(WRAPPED.decode().split()))
    assert told.startswith("a passage of ")
    assert "1. Lavrov flies to Ankara" in told
    assert "carries the whole passage" in said(talk, "why 1")


def test_how_a_copy_differs_is_told_with_its_numbers(tmp_path: Path, locations: Locations) -> None:
    text = (
        "A fire in a warehouse at the docks of Marlow killed 12 people and injured 30 others on Monday night.\n\n"
        "Flames were seen from the other side of the bay, and it took until dawn to bring them under control.\n\n"
        "The warehouse stored fertiliser and paint, and had been inspected in the spring, the harbour master said."
    )
    records = [
        {"title": "Fire at Marlow docks", "text": text, "date": "2022-05-02"},
        {"title": "Fire at Marlow docks", "text": text.replace("killed 12", "killed 21"), "date": "2022-05-03"},
        {"title": "Snow on the pass", "text": "Snow fell on the pass, and ploughs were out before dawn."},
    ]
    (tmp_path / "feed.jsonl").write_text("\n".join(map(json.dumps, records)))
    library = Library([tmp_path / "feed.jsonl"], locations, Settings())
    library.update()
    talk = Conversation(library)
    assert "killed 12 became 21." in said(talk, "fire", "1", "difference")
    assert said(talk, "difference 3").startswith("The story has 2 copies")
    said(talk, "q")
    assert talk.is_over
    library.close()
