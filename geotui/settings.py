"""Where geotui's files lie, and what the reader set: `settings.toml` in the configuration directory, read with tomllib.

Runs with no file. An unknown key is an error that names file, key and the nearest known key.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from geotui.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Locations:
    """The three directories: what the reader wrote, what can be made anew, what is precious."""

    config: Path
    cache: Path
    state: Path

    @classmethod
    def of_user(cls) -> Locations:
        """The directories of this user on this system (platformdirs; `XDG_*` move them on Unix)."""
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("geotui", appauthor=False)
        return cls(Path(dirs.user_config_dir), Path(dirs.user_cache_dir), Path(dirs.user_state_dir))


@dataclass(frozen=True, slots=True)
class OwnActors:
    """The text of the reader's `actors.toml`, and where it lies; what it means is said by `knowledge.load`."""

    text: str = ""
    path: str = "actors.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader can set; every value has a default.

    `date_order`: how a day and month in digits alone are read, `""` (refused), `"dmy"` or `"mdy"`; `languages`: codes
    of the languages in which dates are typed; `centre`: the reader pane's text in the middle of a wide screen;
    `sources`: path pattern = outlet, from `sources.toml`; `actors`: whom to add to the knowledge or correct in it.
    """

    date_order: str = ""
    languages: tuple[str, ...] = ("en",)
    centre: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)
    actors: OwnActors = field(default_factory=OwnActors)

    def outlet_of(self, path: str) -> str | None:
        """The outlet that `sources.toml` names for a page's path, None where no pattern fits."""
        return next((name for pattern, name in self.sources.items() if fnmatchcase(path, pattern)), None)

    def digest(self) -> str:
        """A digest of what changes how pages are read, but for `actors`, which the knowledge's own digest has."""
        return blake2b(repr(sorted(self.sources.items())).encode(), digest_size=8).hexdigest()


def load(config: Path) -> Settings:
    """Settings from `settings.toml`, `sources.toml` and `actors.toml` in the directory; raises SettingsError."""
    raw = _read(config / "settings.toml")
    known = {f.name for f in fields(Settings)} - {"sources", "actors"}
    for key in raw:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(sorted(known))}"
            raise SettingsError(f"{config / 'settings.toml'}: no setting is called {key}{hint}")
    settings = Settings(
        date_order=raw.get("date_order", ""),
        languages=_languages(raw.get("languages", ["en"]), config / "settings.toml"),
        centre=raw.get("centre", False),
        sources=_sources(config / "sources.toml"),
        actors=_actors(config / "actors.toml"),
    )
    _check(settings, config / "settings.toml")
    return settings


def _check(settings: Settings, path: Path) -> None:
    if settings.date_order not in ("", "dmy", "mdy"):
        raise SettingsError(f'{path}: date_order is "{settings.date_order}"; write "dmy", "mdy" or leave it out')
    if not isinstance(settings.centre, bool):
        raise SettingsError(f"{path}: centre is true or false")


def _languages(codes: object, path: Path) -> tuple[str, ...]:
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        shown = f'["{codes}"]' if isinstance(codes, str) and codes.isalpha() else '["en", "fr"]'
        raise SettingsError(f"{path}: languages takes a list of codes; write languages = {shown}")
    for code in codes:
        if not _is_language(code):
            raise SettingsError(f'{path}: languages: no language has the code "{code}"; write codes such as "en", "fr"')
    return tuple(codes)


def _is_language(code: str) -> bool:
    """Whether dates can be typed in it: dateparser has a file for each language, and is not loaded for this."""
    if code == "en":
        return True
    if not 2 <= len(code) <= 3 or not code.isascii() or not code.isalpha() or not code.islower():
        return False
    found = find_spec("dateparser")
    folder = Path(found.origin).parent / "data" / "date_translation_data" if found and found.origin else None
    return folder is None or not folder.is_dir() or (folder / f"{code}.py").is_file()


def _sources(path: Path) -> Mapping[str, str]:
    sources = _read(path)
    for pattern, name in sources.items():
        if not isinstance(name, str) or not name.strip():
            raise SettingsError(f'{path}: {pattern} needs an outlet in quotes, such as "*/dawn/*" = "Dawn"')
    return sources


def _actors(path: Path) -> OwnActors:
    text = _text(path)
    return OwnActors(text, str(path)) if text.strip() else OwnActors()


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, error) from error


def _text(path: Path) -> str:
    """The text of a file, empty where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except IsADirectoryError as error:
        raise SettingsError(f"{path}: is a folder where a file is looked for; rename it or move it away") from error
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> SettingsError:
    return SettingsError(f"{path}: cannot be read ({error}); mend the file or move it away")
