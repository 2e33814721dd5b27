"""Every error that geotui raises on purpose. Each message is one sentence that says what to do next.

GeotuiError
├── UsageError       wrong words, no terminal, a phrase that is not understood   exit 2
│   └── PhraseError  a filter or a date phrase that is refused
├── InputError       nothing could be read                                      exit 3
├── SettingsError    a settings file with an unknown key or a wrong value       exit 2
└── StoreError       the index or the marks cannot be opened or written         exit 3

No room catches one to hide it; `cli` and `tui` turn it into its sentence and its exit code.
"""

from __future__ import annotations


class GeotuiError(Exception):
    """Base of all; `exit_code` is what the command line ends with."""

    exit_code = 1


class UsageError(GeotuiError):
    """The words of the command cannot be carried out as they stand."""

    exit_code = 2


class PhraseError(UsageError):
    """A filter or date phrase that is refused rather than guessed."""


class InputError(GeotuiError):
    """No input could be read."""

    exit_code = 3


class SettingsError(UsageError):
    """A file in the configuration directory says something that geotui does not know."""


class StoreError(GeotuiError):
    """The index or the marks could not be opened or written."""

    exit_code = 3
