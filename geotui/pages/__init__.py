"""Files and records of every format → `Page`: walking folders, decoding, records, front matter, header lines.

A format is one module with one function (`reading.Reader`) and a row in `reading.READERS`; HTML, feeds, WARC and mail
have their place there. What must not be in here: any judgement of what a line of the text is (`articles` does that).
"""

from geotui.pages.reading import FilePages, UnreadableError, holds_records, read_file, read_stdin
from geotui.pages.walk import walk

__all__ = ["FilePages", "UnreadableError", "holds_records", "read_file", "read_stdin", "walk"]
