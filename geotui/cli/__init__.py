"""The command line: words and options in, data on standard output, words and progress on standard error.

What must not be in here: any rule that reads, folds, names or dates; anything that Textual is needed for.
"""
