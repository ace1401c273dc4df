"""What one document says of one thing, which documents are reprints, and how pairs that were judged become groups."""
