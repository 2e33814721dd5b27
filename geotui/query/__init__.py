"""The filter language: typed words → a tree of terms → graded sets of stories, with the reading in words.

Knows the actors' resolver and the dates' phrases; is handed the vocabulary and the postings (`ports`) by `library`.
What must not be in here: SQL, files, the screen.
"""
