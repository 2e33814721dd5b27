"""What geotui knows before it reads: leaders and their dated offices, countries, organisations, events, word lists.

Facts live in `data/*.json`, a row a line, loaded here into frozen dataclasses. What must not be in here: any rule that
reads a text; any fact in code.
"""

from geotui.knowledge.loader import load
from geotui.knowledge.rows import Country, Event, Knowledge, Office, Organisation, Person, Role

__all__ = ["Country", "Event", "Knowledge", "Office", "Organisation", "Person", "Role", "load"]
