"""How work is spread and bounded: batches of texts, workers, and the pause of the garbage collector."""
