"""One page → its articles: lines judged by what they do in the page, furniture left out, headlines and bodies found.

`split.split` shows the order of the stages. What must not be in here: who is named, when it was written, files, other
pages.
"""

from geotui.articles.split import split

__all__ = ["split"]
