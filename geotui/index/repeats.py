"""Makes the table from sampled hashes to articles anew, and holds in memory those hashes that several articles have.

The entries are sorted a part at a time, on disk between the two passes, so that no more of them lie in memory at once.
What must not be in here: what is made of it.
"""

from __future__ import annotations

import sqlite3
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from geotui.index.contents import CONTENTS, SKETCH
from geotui.index.gauges import Gauges
from geotui.index.packing import unpack_sketch
from geotui.index.rows import MARK, packed
from geotui.index.shingles import SLACK
from geotui.stories import postings

_PARTS = 64
_BUFFER = 1 << 14
_NOBODY: Sequence[int] = ()


class Repeats:
    """Hashes that several articles have; `words` gives those of an article by its number."""

    def __init__(self, db: sqlite3.Connection, gauges: Gauges) -> None:
        """Reads the sketches of all contents, takes their gauges, and writes the table."""
        self._gauges = gauges
        top = db.execute("SELECT coalesce(max(n), 0) FROM contents").fetchone()[0]
        self._words = array("I", bytes(4 * (top + 1)))
        self.words = self._words.__getitem__
        self._starts = array("I", [0])
        self._uppers = array("H")
        self._ends = array("I")
        self._holders = array("I")
        folder = Path(db.execute("PRAGMA database_list").fetchone()[2] or tempfile.gettempdir()).parent
        with ExitStack() as opened:
            # files without a name, of which a kill leaves nothing behind
            parts = [opened.enter_context(tempfile.TemporaryFile(dir=folder)) for _ in range(_PARTS)]
            self._part(db, parts)
            db.execute("DELETE FROM shingles")
            db.executemany("INSERT INTO shingles VALUES(?, ?)", self._rows(parts))

    def holders(self, value: int) -> Sequence[int]:
        """The articles that have a hash, none where it is common or only one has it."""
        low, upper = value & 0xFFFF, value >> 16
        first, last = self._starts[low], self._starts[low + 1]
        at = bisect_left(self._uppers, upper, first, last)
        if at == last or self._uppers[at] != upper:
            return _NOBODY
        return self._holders[self._ends[at - 1] if at else 0 : self._ends[at]]

    def _part(self, db: sqlite3.Connection, parts: Sequence[IO[bytes]]) -> None:
        """Writes entries (hash with its halves exchanged, number) into files by the first bits of the hash."""
        buffers = [array("Q") for _ in parts]
        for n, sampled in db.execute(f"SELECT n, {SKETCH} FROM {CONTENTS}"):
            sketch = unpack_sketch(sampled)
            self._gauges.put(n, sketch)
            self._words[n] = sketch.words
            for value in sketch.hashes:
                part = value >> 10 & 0x3F
                buffers[part].append((value & 0xFFFF) << 48 | value >> 16 << 32 | n)
                if len(buffers[part]) == _BUFFER:
                    parts[part].write(buffers[part])
                    buffers[part] = array("Q")
        for file, buffer in zip(parts, buffers, strict=True):
            file.write(buffer)
            file.seek(0)

    def _rows(self, parts: Sequence[IO[bytes]]) -> Iterator[tuple[int, bytes]]:
        for part, file in enumerate(parts):
            ordered = sorted(array("Q", file.read()))
            file.close()
            lows = range(part << 10, (part + 1) << 10)
            first = 0
            for low in lows:
                last = bisect_left(ordered, (low + 1) << 48, first)
                uppers, articles = self._row(ordered, first, last)
                if uppers:
                    yield low, packed(uppers, articles)
                self._starts.append(len(self._uppers))
                first = last

    def _row(self, ordered: list[int], first: int, last: int) -> tuple[array[int], array[int]]:
        """The entries of one row as they are kept; repeated ones are held as well."""
        uppers, articles = array("H"), array("I")
        while first < last:
            value = ordered[first] >> 32
            end = first + 1
            while end < last and ordered[end] >> 32 == value:
                end += 1
            listed: Sequence[int] = [entry & 0xFFFFFFFF for entry in ordered[first:end]]
            if end - first > 1:
                if postings.is_common(listed, self._gauges.first_hash):
                    listed = self._some(listed)
                else:
                    self._uppers.append(value & 0xFFFF)
                    self._holders.extend(listed)
                    self._ends.append(len(self._holders))
            articles.extend(listed)
            uppers.extend([value & 0xFFFF] * len(listed))
            first = end
        return uppers, articles

    def _some(self, articles: Sequence[int]) -> list[int]:
        """What is listed of a common hash: an article of each family, no more than are needed."""
        families = {self._gauges.first_hash(n): n for n in reversed(articles)}
        listed = articles if len(articles) <= SLACK * postings.MOST_COMMON else sorted(families.values())
        some = listed[: SLACK * postings.MOST_COMMON]
        return [*([MARK] if len(some) == len(articles) else [MARK, MARK]), *some]
