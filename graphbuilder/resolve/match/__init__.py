"""Which clusters of different documents are one thing: blocks of candidates, and judgements in each block."""
