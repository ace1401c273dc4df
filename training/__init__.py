"""Teaches the reader (`graphbuilder.reader`) from keyed articles. Not part of the package: it needs torch."""
