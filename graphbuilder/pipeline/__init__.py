"""Document → parsed text: loading spaCy, and the components that graphbuilder adds to its pipeline, one a file.

Each component is registered with spaCy and stands in `nlp.pipe_names`. To add one, write it beside them and name it in
`load`, where their order is.
"""
