"""Mentions other than names, the words around a name that belong to it, and what was found so far in a document."""
