"""Keys of articles: what a careful reader says a timeline and a knowledge graph of an article must hold.

`schema` is the form of a key, `validate` checks one, `compiling` makes it from the article with marks that a reader
writes, `rendering` goes back, `hints` says what may be missing, `lines` goes to and from the older form of
`gold/lines_dev`, `gum` takes over the coreference of GUM, `scores` sets one key beside another, `show` and `stats`
look at keys. The commands are in `corpus/key.py`.
"""
