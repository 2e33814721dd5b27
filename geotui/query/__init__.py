"""The filter language: typed words → a tree of terms → graded sets of stories, with the reading in words.

Knows the actors' resolver and the dates' phrases; is handed the vocabulary and the postings (`ports`) by `library`.
What must not be in here: SQL, files, the screen.
"""

from geotui.query.advice import advise, hidden
from geotui.query.completion import Candidate, complete, other_readings
from geotui.query.evaluation import Found, evaluate, evaluate_node
from geotui.query.nodes import Filter, Sort
from geotui.query.parser import read
from geotui.query.ports import Postings, Vocabulary
from geotui.query.wording import sentence, sentences

__all__ = [
    "Candidate",
    "Filter",
    "Found",
    "Postings",
    "Sort",
    "Vocabulary",
    "advise",
    "complete",
    "evaluate",
    "evaluate_node",
    "hidden",
    "other_readings",
    "read",
    "sentence",
    "sentences",
]
