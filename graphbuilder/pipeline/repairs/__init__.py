"""Which parses that spaCy's model gets wrong in news are mended: one construction a component, before any is read.

Each component is registered with spaCy and stands in `nlp.pipe_names`. To add one, write it in a file of its own and
put its name into `REPAIRS` at the place where it belongs. It earns that place on text that nobody wrote for it:
``benchmarks/firing.py`` counts how often its rules hold.
"""

from __future__ import annotations

from spacy.language import Language

from graphbuilder.pipeline.repairs import headline_verbs, name_particles, reduced_passives

#: The components in their order: a sentence needs its verb before anything asks for subjects; names are made whole
#: before a passive is told by its subject.
REPAIRS = (headline_verbs.NAME, name_particles.NAME, reduced_passives.NAME)


def add_repairs(nlp: Language) -> None:
    """Put the repairs into a pipeline that tags and parses: behind the last part that sets tags, before the lemmas.

    >>> from graphbuilder.pipeline.load import load
    >>> [name for name in load().pipe_names if name in REPAIRS] == list(REPAIRS)
    True
    """
    if {"tagger", "parser"} <= set(nlp.pipe_names):
        after = "attribute_ruler" if "attribute_ruler" in nlp.pipe_names else "parser"
        for name in REPAIRS:
            nlp.add_pipe(name, after=after)
            after = name
