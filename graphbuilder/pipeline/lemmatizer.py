"""Of which verb a form is, where spaCy's lemmatizer takes another one: "hoped" is of "hope", and "hopped" of "hop".

Of a short verb the last letter is doubled before an ending ("hop", "hopped"), so that a form without that is of the
verb with a final e. The lemmatizer takes the shortest word that there is: "hop", and of "fined" even "fin".

And the same lemmatizer, faster: what it says depends on the word, its part of speech and its form alone, so that each
of these is asked for once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.symbols import VERB
from spacy.tokens import Doc, Token

FACTORY = "graphbuilder_lemmatizer"

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
    quick = cast(QuickLemmatizer, nlp.replace_pipe("lemmatizer", FACTORY))
    quick.plain = lemmatizer


class QuickLemmatizer:
    """A lemmatizer that goes by rules, asked once for each word, part of speech and form."""

    plain: Any
    """The lemmatizer that is asked."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Give the tokens of a Doc their lemmas, but for those that have one."""
        rows = doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"])
        lemmas = [
            lemma if lemma and not self.plain.overwrite else self._lemma(doc, at, tuple(seen))
            for at, (*seen, lemma) in enumerate(rows.tolist())
        ]
        if lemmas:
            cast(Any, doc).from_array(["LEMMA"], np.array(lemmas, dtype=np.uint64))
        return doc

    def _lemma(self, doc: Doc, at: int, seen: tuple[int, ...]) -> int:
        if seen not in self._known:
            self._known[seen] = doc.vocab.strings.add(self.plain.lemmatize(doc[at])[0])
        return self._known[seen]


@Language.factory(FACTORY, assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> QuickLemmatizer:
    """A quick lemmatizer, for a pipeline that has one."""
    return QuickLemmatizer()


def _forms(verbs: set[str]) -> Iterator[tuple[str, str]]:
    for verb in sorted(verbs):
        stem = verb[:-1]
        if stem in verbs and _SHORT.fullmatch(verb):
            yield from ((verb, form) for form in (f"{verb}s", f"{verb}d", f"{stem}ing"))
        elif verb.endswith("ll") and stem in verbs:  # "install", beside "instal"
            yield from ((verb, form) for form in (f"{verb}ed", f"{verb}ing"))
