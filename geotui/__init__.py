"""geotui: a keyboard reader for world news."""

__version__ = "0.1.0"

ANALYSIS_VERSION = 6
"""Raised by hand when reading a page gives another result: an index made under another number is made anew."""
