"""Folders → the page files below them, in one order on every machine."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from geotui.model import Skipped
from geotui.pages.reading import not_read, reader_of

_ABOUT_THE_FOLDER = re.compile(r"(?:README|LICEN[SC]E)(?:[._-].*)?$|(?i:readme|licen[sc]e)(?:\.(?:md|txt))?$")

_TELL_EVERY = 100
"""Files between two words of progress."""


def walk(
    roots: Sequence[Path], progress: Callable[[int], None] = lambda _: None
) -> tuple[tuple[Path, ...], tuple[Skipped, ...]]:
    """The resolved page files below the roots, each once, sorted by the code points of their parts; what was left out.

    Hidden files and folders are passed over without a word. A root may be a file; its name is then not judged but for
    its format. `progress` is told now and then how many are found so far.
    """
    files: set[Path] = set()
    skipped: dict[str, Skipped] = {}
    for root in roots:
        for item in _below(root):
            if isinstance(item, Skipped):
                skipped.setdefault(item.path, item)
            else:
                files.add(item)
                if len(files) % _TELL_EVERY == 0:
                    progress(len(files))
    return tuple(sorted(files, key=lambda path: path.parts)), tuple(skipped[path] for path in sorted(skipped))


def _below(root: Path) -> Iterator[Path | Skipped]:
    try:
        top = root.resolve(strict=True)
        mode = top.stat().st_mode
    except (OSError, RuntimeError) as error:
        yield Skipped(str(root), _why(error))
        return
    if not stat.S_ISDIR(mode):
        yield _judged(top, mode)
        return
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as found:
                entries = [entry for entry in found if not entry.name.startswith(".")]
        except OSError as error:
            yield Skipped(str(folder), _why(error))
            continue
        for entry in entries:
            path = folder / entry.name
            if entry.is_symlink():
                yield from _link(path, top)
            elif entry.is_dir(follow_symlinks=False):
                folders.append(path)
            else:
                yield _entry(entry, path)


def _link(path: Path, top: Path) -> Iterator[Skipped]:
    """A link is never followed: what it names inside the root is walked under its own name."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        yield Skipped(str(path), "a link to nothing")
        return
    if not target.is_relative_to(top):
        yield Skipped(str(path), "a link that leads out of the folder")


def _entry(entry: os.DirEntry[str], path: Path) -> Path | Skipped:
    if _ABOUT_THE_FOLDER.match(entry.name):
        return Skipped(str(path), "tells of the folder, no page")
    try:
        return _judged(path, entry.stat(follow_symlinks=False).st_mode)
    except OSError as error:
        return Skipped(str(path), _why(error))


def _judged(path: Path, mode: int) -> Path | Skipped:
    if not stat.S_ISREG(mode):
        return Skipped(str(path), "a device, pipe or socket")
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        return Skipped(shown, "its name is not valid UTF-8; rename it")
    if reader_of(path.name) is None:
        return Skipped(str(path), not_read(path.name))
    return path


def _why(error: OSError | RuntimeError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"
