"""Parses that spaCy's model gets wrong in news, mended one construction a file, before anything reads the parse."""
