"""Which verbs are passive without an auxiliary, though the parser says active: "Roe arrested in Lisbon".

A headline tells in the present what somebody did ("Court jails mayor"), so that a past in it, of what is done to
others, is a passive without its auxiliary. Looked at are sentences that no mark ends.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from graphbuilder.lexicons import lexicon

NAME = "graphbuilder_reduced_passives"

#: Participles with which stands what somebody becomes.
_NAMED = frozenset({"appointed", "chosen", "crowned", "elected", "named", "nominated", "re-elected", "reelected"})
#: Verbs of those who have something done, or see it done: "got her sacked".
_HAVING = frozenset({"get", "have", "keep", "need", "want"})
_SEEING = frozenset({"hear", "see", "watch"})
#: What a verb has beside it only if it is no bare passive.
_ACTIVE = frozenset({"aux", "auxpass", "ccomp", "dative", "xcomp"})


@Language.component(NAME, assigns=["token.dep", "token.tag"], requires=["token.head", "token.tag"])
def mend_passives(doc: Doc) -> Doc:
    """Make the passives of headlines passive, and what somebody has done to others."""
    if not (doc.has_annotation("DEP") and doc.has_annotation("TAG")):
        return doc
    _mend_caused(doc)
    for verb in _open_pasts(doc):
        office = _office(verb)
        if _is_passive(verb, office):
            verb.tag_ = "VBN"
            cast(Any, verb).set_morph("Aspect=Perf|Tense=Past|VerbForm=Part")
            for child in verb.children:
                if child.dep_ == "nsubj":
                    child.dep_ = "nsubjpass"
                elif child == office:
                    child.dep_ = "oprd"
    return doc


def _mend_caused(doc: Doc) -> None:
    """Make the participle under a verb of having or seeing passive: "had Roe arrested", "got her sacked"."""
    strings = doc.vocab.strings
    tags = doc.to_array("TAG")
    past = (tags == strings["VBD"]) | (tags == strings["VBN"])
    for verb in (doc[at] for at in np.flatnonzero(past & (doc.to_array("DEP") == strings["ccomp"])).tolist()):
        if verb.head.lemma_ not in (_HAVING if verb.tag_ == "VBD" else _HAVING | _SEEING):
            continue
        if all(child.dep_ not in ("aux", "dobj", "mark") for child in verb.children):
            for child in verb.lefts:
                if child.dep_ == "nsubj":
                    verb.tag_, child.dep_ = "VBN", "nsubjpass"


def _open_pasts(doc: Doc) -> list[Token]:
    """The verbs in the past that are roots of sentences without a mark at their end."""
    tags, strings = doc.to_array("TAG"), doc.vocab.strings
    past = (tags == strings["VBD"]) | (tags == strings["VBN"])
    roots = np.flatnonzero(past & (doc.to_array("HEAD") == 0))
    if not len(roots):
        return []
    starts = np.flatnonzero(doc.to_array("SENT_START").astype("int64") == 1)
    words = np.flatnonzero(doc.to_array("IS_SPACE") == 0)
    last = words[np.searchsorted(words, np.append(starts[1:], len(doc))) - 1]  # the word before the next sentence
    ended = doc.to_array("IS_PUNCT")[last] != 0
    return [doc[at] for at in roots[~ended[np.searchsorted(starts, roots, side="right") - 1]].tolist()]


def _is_passive(verb: Token, office: Token | None) -> bool:
    """Whether a root in the past is passive.

    Yes: "Roe arrested in Lisbon", "Alba hit by strike". No: "Roe arrested two men", "Spain won in Rome".
    """
    places = {child.dep_ for child in verb.children}
    if not places.isdisjoint(_ACTIVE) or "nsubj" not in places or ("dobj" in places and office is None):
        return False
    done = verb.tag_ == "VBN" or verb.lower_ in _done_to()
    return done or any(child.lower_ == "by" and child.i == verb.i + 1 for child in verb.rights)


def _office(verb: Token) -> Token | None:
    """What the subject becomes, which is no object: "elected president"."""
    objects = [child for child in verb.children if child.dep_ == "dobj"] if verb.lower_ in _NAMED else []
    bare = len(objects) == 1 and all(child.dep_ != "det" for child in objects[0].lefts)
    return objects[0] if bare and objects[0].lower_ in lexicon("nominals")["kinds"]["person"] else None


@cache
def _done_to() -> frozenset[str]:
    return frozenset(lexicon("event_verbs")["done_to"])
