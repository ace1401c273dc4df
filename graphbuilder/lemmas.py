"""Verbs that spaCy's lemmatizer takes for others: "hoped" is of "hope", and "hopped" of "hop".

Of a short verb the last letter is doubled before an ending ("hop", "hopped"), so that a form without that is of the
verb with a final e. The lemmatizer takes the shortest word that there is: "hop", and of "fined" even "fin".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from spacy.language import Language
from spacy.symbols import VERB
from spacy.tokens import Token

#: A verb of one syllable whose last letter would be doubled, with an e.
_SHORT = re.compile(r"[^aeiou]*[aeiouy][bcdfgklmnprstvz]e")


def mend_lemmas(nlp: Language) -> None:
    """Tell a pipeline's lemmatizer, if it goes by rules, the forms of such verbs."""
    lemmatizer = cast(Any, nlp.get_pipe("lemmatizer")) if "lemmatizer" in nlp.pipe_names else None
    if lemmatizer is None or getattr(lemmatizer, "mode", "") != "rule":
        return
    verbs = lemmatizer.lookups.get_table("lemma_index", {}).get("verb", ())
    known = {form: [verb] for verb, form in _forms(set(verbs))}
    plain = lemmatizer.lemmatize

    def lemmatize(token: Token) -> list[str]:
        told: list[str] = (known.get(token.lower_) if token.pos == VERB else None) or plain(token)
        return told

    lemmatizer.lemmatize = lemmatize


def _forms(verbs: set[str]) -> Iterator[tuple[str, str]]:
    for verb in sorted(verbs):
        stem = verb[:-1]
        if stem in verbs and _SHORT.fullmatch(verb):
            yield from ((verb, form) for form in (f"{verb}s", f"{verb}d", f"{stem}ing"))
        elif verb.endswith("ll") and stem in verbs:  # "install", beside "instal"
            yield from ((verb, form) for form in (f"{verb}ed", f"{verb}ing"))
