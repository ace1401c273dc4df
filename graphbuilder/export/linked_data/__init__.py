"""The graph as RDF, in Turtle and JSON-LD, and back."""
