"""What the line of an event says: words of its sentence as they stand there.

In: a trigger in its sentence. Out: a line of the article's own words. `host` decides which clause it must tell,
`extent` where that begins and ends, `cutting` what a long one can spare; `clause` puts them together.
"""
