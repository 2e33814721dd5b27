"""Which folders make a library, and where its index lies. Nothing here opens or makes a file but `default_roots`."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import geotui
from geotui.marks import MarkStore
from geotui.settings import Locations


def resolved(roots: Sequence[Path]) -> tuple[Path, ...]:
    """The roots that exist, resolved, each once, sorted."""
    return tuple(sorted({root.resolve() for root in roots if root.exists()}))


def key_of(roots: Sequence[Path]) -> str:
    """The name of the library that these resolved roots make."""
    return blake2b("\0".join(map(str, roots)).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def index_path(roots: Sequence[Path], locations: Locations) -> Path:
    """Where the index of these resolved roots lies."""
    return locations.cache / key_of(roots) / "index.sqlite"


def default_roots(locations: Locations) -> list[Path]:
    """The library that the reader opened last, else the corpus that ships with geotui."""
    path = locations.state / "marks.sqlite"
    if path.exists():
        store = MarkStore(path)
        last = store.last_library()
        store.close()
        if last and any(Path(root).exists() for root in last):
            return [Path(root) for root in last]
    package = Path(geotui.__file__).parent
    shipped = package / "corpus"
    return [shipped if shipped.is_dir() else package.parent / "corpus"]
