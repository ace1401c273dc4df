"""What resolution looks up across documents, each index made once and never changed.

In: the extractions, and from `entity_index` on the resolved entities. Out: look-ups by span, mention or document.

- `printed_again`: document → its group of near-duplicates; sentence → where it was printed first, or boilerplate
- `sentences`: span → its sentence, as provenance, and what stands in it before the span
- `articles`: two documents → how alike their words are
- `entity_index`: mention → its entity; does a place lie in another, by the texts or by the tables alone?
- `speakers`: mention → the words for a speaker; document → outlet

A further look-up is a file of its own; nothing here judges.
"""
