"""Ties between mentions that the text states, and when they held. To add a kind, put its finder in `rules.FINDERS`."""
