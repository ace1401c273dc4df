"""Document → parsed text: loading spaCy (`load`), and the components that graphbuilder adds to it, one a file.

In: documents. Out: a `graphbuilder.syntax.parse.Parse` for each. The steps, in order: `parts` and `sentence_starts` cut
a text where a sentence must begin; spaCy tags and parses with our `tokenizer`, `attribute_ruler`, `repairs` and
`lemmatizer`, each registered with spaCy and named in `nlp.pipe_names`; `parse` joins the parts. To mend a parse, add a
component to `repairs` and its name to the list in `repairs/__init__.py`.
"""
