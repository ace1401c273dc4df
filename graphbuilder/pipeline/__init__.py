"""Document → parsed text: loading spaCy (`load`), and the components that graphbuilder adds to it, one a file.

In: documents. Out: a `graphbuilder.syntax.parse.Parse` for each. The steps, in order: `parts` and `sentence_starts` cut
a text where a sentence must begin; spaCy tags and parses with our `word_vectors`, `attribute_ruler`, `joined_names`,
`reduced_passives` and `lemmatizer`, each registered with spaCy and named in `nlp.pipe_names`; `parse` joins the parts.
What mends a parse is a component of its own, which `load` adds; it earns its place on text that nobody wrote for it.
"""
