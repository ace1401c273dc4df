"""Which runs of words are names, one kind of name a file, and where each begins and ends."""
