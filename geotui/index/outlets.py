"""One name per outlet: spellings that differ in case, and a host and a name where both are known, are one.

Works on all articles of a library at once and gives the same answer in any order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from geotui.text import fold


class Outlets:
    """The outlets of a library, from every article's source and host."""

    def __init__(self, pairs: Iterable[tuple[str | None, str | None]]) -> None:
        names: dict[str, Counter[str]] = defaultdict(Counter)
        hosts: dict[str, Counter[str]] = defaultdict(Counter)
        for source, host in pairs:
            if source is not None:
                names[fold(source)][source] += 1
                if host is not None and fold(source) != host:
                    hosts[host][fold(source)] += 1
        self._printed = {key: _commonest(spellings) for key, spellings in names.items()}
        self._of_host = {host: _commonest(keys) for host, keys in hosts.items()}

    def name(self, source: str | None, host: str | None) -> str | None:
        """The outlet's name as listed: as printed, else the host, else None."""
        key = fold(source) if source is not None else host
        if key is None:
            return None
        key = self._of_host.get(key, key)
        return self._printed.get(key, source or host)

    def spellings(self) -> dict[str, str]:
        """Folded spelling, or host, → name as listed."""
        spelled = {key: self._printed[self._of_host.get(key, key)] for key in self._printed}
        return spelled | {host: self._printed[key] for host, key in self._of_host.items()}


def _commonest(counts: Counter[str]) -> str:
    """The most frequent, of equals the first in code-point order."""
    return min(counts, key=lambda text: (-counts[text], text))
