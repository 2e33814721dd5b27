"""Words of English that decide what a capitalised word can be. Whom or what a name names is in the knowledge."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def words(text: str) -> frozenset[str]:
    """The words of a text parted by spaces, as a set."""
    return frozenset(text.split())


FUNCTION_WORDS = words("""
    a an and are as at be but by can do for from go had has have he her him his i if in is it its may me more most my
    no nor not of on one or our out over own per she so some such than that the their them then there they this those
    to too two under until up us was we were what when where which while who why will with within without would you
    your
""")
"""Words that mean nothing as a lone typed name, whatever short form is spelled like them (`who`, `is`, `it`)."""

GENERIC_NAME_WORDS = FUNCTION_WORDS | words("""
    republic democratic people peoples united states kingdom union federation federal islands island saint new north
    south east west northern southern eastern western central great grand state city part region territory
""")
"""Words of names of countries that do not tell which."""

MONTHS = words("""
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec
""")
WEEKDAYS = words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
""")


@cache
def common_words() -> frozenset[str]:
    """English words that are mostly written with a small letter, counted in public text (GUM corpus)."""
    return frozenset(files("geotui.actors").joinpath("common_words.txt").read_text("utf-8").split())
