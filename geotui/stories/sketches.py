"""A text in short: a sample of the hashes of its word shingles, small enough to keep for every article.

The sample is that of FracMinHash (Irber et al. 2022, "Lightweight compositional analysis of metagenomes with
FracMinHash and minimum metagenome covers"): every hash below a threshold is kept, so that what two samples share tells
how far one text is contained in the other (Broder 1997, "On the resemblance and containment of documents"). One of
`rate` hashes is kept, and the rate is the power of two that the length of the text asks for: samples are nested, and
two of different rates are compared below the lower threshold. The head of a text is sampled more densely, since
excerpts begin there.

What must not be in here: comparing, storing.
"""

from __future__ import annotations

from itertools import islice

from xxhash import xxh32_intdigest

from geotui.model import Sketch
from geotui.stories.spelling import comparable_words, without_credits

SHINGLE = 3
"""Words in a shingle: two words are too common in news, four miss copies that were edited in every other clause."""

HASHES = 64
"""A sample has at most about so many hashes, and at least half as many; the head's come on top."""

HEAD, HEAD_RATE = 32, 2
"""Of the first 32 shingles, a lede, one of two is kept at least: so a brief is found in any report."""

_BITS = 32
"""Bits of a hash: four bytes are half of what eight take, and two texts that share nothing still share no hash."""


def sketch(text: str) -> Sketch:
    """The sketch of a text: its comparable words counted, its sampled hashes sorted; empty for no words."""
    words = comparable_words(without_credits(text))
    limit = threshold(len(words))
    head_limit = max(limit, (1 << _BITS) // HEAD_RATE)
    hashes = [xxh32_intdigest(" ".join(shingle).encode()) for shingle in zip(words, words[1:], words[2:], strict=False)]
    kept = {one for one in hashes if one < limit}
    kept.update(one for one in islice(hashes, HEAD) if one < head_limit)
    return Sketch(len(words), tuple(sorted(kept)))


def rate(words: int) -> int:
    """One of how many shingles is kept of a text of so many words: a power of two."""
    return 1 << max(0, (words - 1) // HASHES).bit_length()


def threshold(words: int) -> int:
    """Hashes below it are kept of a text of so many words."""
    return (1 << _BITS) // rate(words)
