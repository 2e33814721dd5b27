"""Every command as other programs use it: data on standard output, words on standard error, the exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import geotui
from geotui.cli.main import main
from geotui.settings import Locations

ROOT = Path(geotui.__file__).parents[1]

Output = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("locations")


def objects(capsys: Output) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_query_json_has_the_keys_of_the_contract(archive: Path, capsys: Output) -> None:
    assert main(["query", "lavrov", "--in", str(archive), "--json"]) == 0
    (story,) = objects(capsys)
    assert list(story) == [
        "schema", "id", "title", "published", "match", "sources", "actors", "event", "copies", "related", "marks",
    ]  # fmt: skip
    assert (story["schema"], story["match"], story["event"]) == (1, "sure", None)
    assert story["published"]["edtf"] == "2022-06-07"
    assert {copy["relation"] for copy in story["copies"]} == {"leading", "identical"}
    assert story["copies"][0]["page"] == str((archive / "feed.jsonl").resolve())
    assert story["marks"] == {"read": False, "starred": False, "tags": [], "note": None}


def test_query_plain_null_and_limit(archive: Path, capsys: Output) -> None:
    assert main(["query", "--in", str(archive), "--plain", "--limit", "1"]) == 0
    assert (
        capsys.readouterr().out
        == "2022-06-07\tExample Post, Other Daily\t2\tLavrov flies to Ankara for talks on grain\n"
    )
    assert main(["query", "-putin", "--in", str(archive), "-0"]) == 0
    assert len(capsys.readouterr().out.split("\0")) == 3


def test_query_says_how_it_read_the_words_on_standard_error_in_one_line(archive: Path, capsys: Output) -> None:
    assert main(["query", "putn", "--in", str(archive)]) == 0
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "misspelled" in captured.err


def test_exit_codes(archive: Path, tmp_path: Path, capsys: Output) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["query", "lavrov 1999", "--in", str(archive)]) == 1
    assert main(["query", "feb 31", "--in", str(archive)]) == 2
    assert capsys.readouterr().out == ""
    assert main(["query", "x", "--in", str(empty)]) == 3
    assert main(["index", str(tmp_path / "nowhere")]) == 3
    assert main(["show", "zz", "--in", str(archive)]) == 1
    assert main(["when", "banana week"]) == 2
    assert main(["inspect", str(tmp_path / "nowhere.txt")]) == 3
    assert main(["query", "--nonsense-option", "--in"]) == 2
    assert main([str(tmp_path / "nowhere")]) == 3
    assert main([str(tmp_path)]) == 2
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert all(line.startswith("geotui: ") for line in err.splitlines() if "·" not in line)


def test_when(capsys: Output) -> None:
    assert main(["when", "early feb 2022", "--json"]) == 0
    (phrase,) = objects(capsys)
    assert phrase == {
        "schema": 1, "phrase": "early feb 2022", "start": "2022-02-01", "end": "2022-02-10",
        "edtf": "2022-02-01/2022-02-10", "read_as": phrase["read_as"],
    }  # fmt: skip
    assert main(["when", "since", "last", "week", "--now", "2023-06-14", "--json"]) == 0
    assert objects(capsys)[0]["edtf"] == "2023-06-05/.."


def test_inspect_accounts_for_every_line_once(tmp_path: Path, capsys: Output) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "A bridge opens\n\nShare\nThe bridge over the river opened to traffic on Monday.\n"
        "Two boats with flags passed below it at noon.\n\nAlso Read: More\n"
    )
    assert main(["inspect", str(page), "--json", "--published", "2022-02-04"]) == 0
    found = objects(capsys)
    article = found[0]
    assert article["page"] == str(page)
    assert article["published"]["day"] == "2022-02-04"
    assert article["record"] is None
    lines = [article["title_line"], *article["body_lines"], *article["caption_lines"]]
    lines += [note["line"] for note in article["dropped"]]
    lines += [note["line"] for other in found[1:] for note in other["leftover"]]
    assert sorted(lines) == [1, 3, 4, 5, 7]


def test_inspect_of_a_page_without_an_article_prints_what_is_left(tmp_path: Path, capsys: Output) -> None:
    page = tmp_path / "page.txt"
    page.write_text("We value your privacy\n\nAccept all\n\nReject all\n")
    assert main(["inspect", str(page), "--json"]) == 1
    (leftover,) = objects(capsys)
    assert [note["line"] for note in leftover["leftover"]] == [1, 3, 5]


def test_actors_list_and_name(archive: Path, capsys: Output) -> None:
    assert main(["actors", "--in", str(archive), "--json"]) == 0
    rows = objects(capsys)
    assert {"id", "name", "kind", "stories", "schema"} == set(rows[0])
    assert [row["stories"] for row in rows] == sorted((row["stories"] for row in rows), reverse=True)
    assert main(["actors", "lavrof", "--in", str(archive), "--json"]) == 0
    (found,) = objects(capsys)
    assert (found["matches"][0]["name"], found["matches"][0]["how"]) == ("Sergei Lavrov", "fuzzy")
    assert main(["actors", "qqqq", "--in", str(archive), "--json"]) == 1


def test_show_stats_locate_and_doctor(archive: Path, capsys: Output, locations: Locations) -> None:
    assert main(["query", "putin", "--in", str(archive), "--json"]) == 0
    (story,) = objects(capsys)
    assert main(["show", story["id"][:8], "--in", str(archive)]) == 0
    assert "spoke by telephone" in capsys.readouterr().out
    assert main(["stats", "--in", str(archive), "--json"]) == 0
    (counts,) = objects(capsys)
    assert (counts["stories"], counts["articles"], counts["folded"]) == (3, 4, 1)
    assert main(["locate", "--in", str(archive)]) == 0
    assert str(locations.state) in capsys.readouterr().out
    assert main(["doctor", "--in", str(archive)]) == 0


def test_control_characters_of_a_page_reach_neither_stream(tmp_path: Path, capsys: Output) -> None:
    page = tmp_path / "evil.txt"
    page.write_text("\x1b]0;owned\x07Bridge \u202eopens\n\nThe \x9b31mbridge\x1b[31m opened on Monday, they said.\n")
    assert main(["inspect", str(page)]) == 0
    assert main(["query", "bridge", "--in", str(page)]) == 0
    captured = capsys.readouterr()
    assert not set(captured.out + captured.err) & set("\x1b\x07\x9b\u202e")


def run_geotui(*argv: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "geotui", *argv]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=os.environ.copy(), cwd=ROOT)


def test_a_broken_pipe_ends_quietly(tmp_path: Path) -> None:
    texts = [f"Story {n}\n\nThe mayor of town {n} spoke about snow number {n * 7}." for n in range(3000)]
    (tmp_path / "many.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in texts))
    with run_geotui("inspect", str(tmp_path / "many.jsonl"), "--json") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_signals_end_with_their_codes(number: signal.Signals, code: int) -> None:
    with run_geotui("inspect", "-") as process:
        time.sleep(0.8)  # waiting for standard input by now
        process.send_signal(number)
        assert process.wait() == code


def test_the_reader_needs_a_terminal(archive: Path, capsys: Output) -> None:
    assert main([str(archive)]) == 2
    assert "terminal" in capsys.readouterr().err


def test_an_output_that_is_full_or_closed_ends_with_a_sentence(archive: Path) -> None:
    command = [sys.executable, "-m", "geotui", "query", "--json", "--in", str(archive)]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert run.returncode == 3
    assert "Traceback" not in run.stderr
    assert "cannot be written" in run.stderr
    shell = " ".join(command) + " >&-"
    run = subprocess.run(["sh", "-c", shell], stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    assert "Traceback" not in run.stderr


def test_state_that_cannot_be_kept_is_a_sentence(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    assert main(["query", "--in", str(archive)]) == 3
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    monkeypatch.delenv("XDG_STATE_HOME")
    assert main(["query", "--in", str(archive)]) == 3
    assert "geotui: /dev/null" in capsys.readouterr().err


def test_an_outlet_named_by_path_is_named_alone_too(tmp_path: Path, capsys: Output, locations: Locations) -> None:
    locations.config.mkdir(parents=True)
    (locations.config / "sources.toml").write_text('"*/dawn/*" = "Dawn"\n')
    (tmp_path / "dawn").mkdir()
    page = tmp_path / "dawn" / "page.txt"
    page.write_text("A bridge opens\n\nThe bridge over the river opened to traffic on Monday.\n")
    assert main(["inspect", str(page), "--json"]) == 0
    assert objects(capsys)[0]["source"] == "Dawn"


def test_a_line_break_in_a_file_s_name_cannot_forge_a_message(tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "x\nskipped y.pdf").write_text("z")
    assert main(["index", str(folder)]) == 3
    assert capsys.readouterr().err.count("\n") == 2


def test_show_names_each_copy_as_the_screen_does_and_its_title_where_it_has_another(
    tmp_path: Path, capsys: Output
) -> None:
    text = "The museum of clocks reopened with a gallery for tower clocks, and all of them are to strike at noon. "
    text += "Its director thanked the town, which had paid for the roof and for most of the bells."
    for name, title in (("a", "Clocks strike at noon"), ("b", "Museum opens again")):
        (tmp_path / f"{name}.txt").write_text(f"Date: 2022-05-02\nSource: Post {name}\n\n{title}\n\n{text}\n")
    assert main(["query", "clocks", "--in", str(tmp_path), "--json"]) == 0
    (story,) = objects(capsys)
    assert main(["show", story["id"], "--in", str(tmp_path)]) == 0
    leading, other = capsys.readouterr().out.splitlines()[-2:]
    assert leading.startswith("shown here ")
    assert other.startswith("the same text ")
    assert ("“Museum opens again”" in other) != ("“Clocks strike at noon”" in other)
