"""Document → parsed text: loading spaCy (`load`), and the components that graphbuilder adds to it, one a file.

In: documents. Out: a `graphbuilder.syntax.parse.Parse` for each. The steps, in order: `parts` and `sentence_starts` cut
a text where a sentence must begin; spaCy tags and parses with our `attribute_ruler`, `joined_names`,
`reduced_passives`, `lemmatizer` and `entity_recognizer`, each registered with spaCy and named in `nlp.pipe_names`, on
`word_vectors` that are computed faster; `parse` joins the parts.
What mends a parse is a component of its own, which `load` adds; it earns its place on text that nobody wrote for it.
"""
