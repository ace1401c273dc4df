"""Which place of the tables a name means, and whose somebody or something is said to be."""
