"""What needs many articles: the copies of one report are found and folded into one story.

`sketch` puts a text in short, `fold` tells which articles are one story, which copy leads, and what each other copy is
to it. Precision comes first: a false fold claims that two newsrooms confirmed each other. The stages, in their order:
`furniture` (what a site repeats, left out), `spelling` (words as they are compared), `sketches` (a sample of them),
`postings` (who shares some of a sample), `overlap` (what two texts really share), `relations` (what that makes them),
`folding` (stories; `standing` is what it knows of them, `items` folds what lies in memory), `links` (digests and
borrowed passages), `corrections` (what a reader folded otherwise). `shared` tells a reader what two copies have in
common, `difference` what they have otherwise: of two texts read by `wording`, `alignment` tells which word stands in
the place of which, `recounts` which `numbers` differ. `people` tells which unknown names are spellings of one person.
`versions` tells whether a page holds the same text, changed. `clues` puts in short what tells of which happening a text
reports, and `events` groups stories by it: of one pair `event_likeness` judges, of many `event_linkage`;
`event_label` names them.

What must not be in here: reading pages, names or dates; files, databases, the screen. Texts are asked for by key and
never changed, and nothing depends on the order in which articles come.
"""

from geotui.stories.corrections import Named, corrected
from geotui.stories.difference import difference, turned
from geotui.stories.event_clues import clues
from geotui.stories.events import Reports, events, events_among, posted, regrouped
from geotui.stories.furniture import furniture, is_furniture, paragraphs, without_furniture
from geotui.stories.items import fold
from geotui.stories.people import Cast, same_people
from geotui.stories.shared import Shared, shared
from geotui.stories.sketches import sketch
from geotui.stories.versions import imprint, is_changed, share, share_of_imprint

__all__ = [
    "Cast",
    "Named",
    "Reports",
    "Shared",
    "clues",
    "corrected",
    "difference",
    "events",
    "events_among",
    "fold",
    "furniture",
    "imprint",
    "is_changed",
    "is_furniture",
    "paragraphs",
    "posted",
    "regrouped",
    "same_people",
    "share",
    "share_of_imprint",
    "shared",
    "sketch",
    "turned",
    "without_furniture",
]
