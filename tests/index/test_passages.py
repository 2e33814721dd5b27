"""Which articles are suspected of carrying a passage: those with several of its rarest phrases."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from geotui.index.database import ReadOnly
from geotui.index.packing import searchable
from geotui.index.passages import suspects

RARE = [f"{syllable}{n}" for n in range(60) for syllable in ("kar", "vel", "mo", "tun")]
COMMON = "the minister said on that he would of a to and in his talks for with".split()  # noqa: SIM905


def story(seed: int) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(RARE if rng.random() < 0.3 else COMMON) for _ in range(200))


@pytest.fixture
def db(tmp_path: Path) -> ReadOnly:
    """A full text of forty stories; the words of 1,500 more are all common ones."""
    path = tmp_path / "index.sqlite"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE meta(key TEXT, value BLOB)")
        made.execute(
            "CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 0')"
        )
        texts = [story(n) for n in range(40)] + [" ".join(COMMON)] * 1500 + ["Überschrift Straße 港长周二表示渡轮将等"]
        rows = [(n, "", searchable(text)) for n, text in enumerate(texts)]
        made.executemany("INSERT INTO words(rowid, title, body) VALUES(?, ?, ?)", rows)
    made.close()
    return ReadOnly(path)


def test_an_article_with_the_whole_passage_has_all_its_phrases(db: ReadOnly) -> None:
    passage = " ".join(story(7).split()[40:85])
    first, *others = suspects(db, passage)
    assert (first.article, first.share) == (7, 1.0)
    assert all(other.share < 0.3 for other in others)


def test_an_article_is_suspected_though_every_sixth_word_is_another(db: ReadOnly) -> None:
    words = story(11).split()[20:70]
    words[3::6] = ["another"] * len(words[3::6])
    assert suspects(db, " ".join(words))[0].article == 11


def test_of_a_page_an_article_with_one_paragraph_of_it_is_suspected(db: ReadOnly) -> None:
    page = " ".join([story(100), *story(3).split()[:60], story(101), story(102)])
    assert 3 in [suspect.article for suspect in suspects(db, page) if suspect.share >= 0.05]


def test_where_all_words_are_common_longer_phrases_are_asked_for(db: ReadOnly) -> None:
    assert len(suspects(db, " ".join(COMMON * 2))) >= 1500


@pytest.mark.parametrize("passage", ["", "?", '" OR NEAR(', "unheard words stand here by themselves", "the"])
def test_what_no_article_has_suspects_none(db: ReadOnly, passage: str) -> None:
    assert suspects(db, passage) == []


def test_case_accents_and_scripts_without_spaces_are_read_as_the_index_reads_them(db: ReadOnly) -> None:
    assert [suspect.article for suspect in suspects(db, "UEBERSCHRIFT überschrift STRASSE 港长周二表示")] == [1540]
