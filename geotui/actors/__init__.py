"""Who a text names and whom a typed name means: persons, countries and organisations.

What must not be in here: files, pages, stories, the index; the parsing of dates (`dates`), of pages (`articles`).
"""

from geotui.actors.find import find_names
from geotui.actors.resolver import Resolver
from geotui.actors.settle import settle
from geotui.actors.vocabulary import vocabulary

__all__ = ["Resolver", "find_names", "settle", "vocabulary"]
