"""Which triggers of a document tell the same event: chains, anaphora, definite nouns, bridging."""
