"""When "do" is part of a Portuguese name, and no verb as the parser has it: "Teachers in Vila do Sul marched".

After the auxiliary stands a verb in its base form, so that one in another form shows that "do" is part of a name.
"""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from graphbuilder.knowledge.parse_labels import SUBJECTS

NAME = "graphbuilder_name_particles"

_DO = get_string_id("do")
_FINITE = frozenset({"VBD", "VBN", "VBZ"})


@Language.component(NAME, assigns=["token.head", "token.dep", "token.tag"], requires=["token.head", "token.tag"])
def mend_particles(doc: Doc) -> Doc:
    """Hang "do" and the name after it on the name before it."""
    for at in np.flatnonzero(doc.to_array("ORTH") == _DO).tolist():
        if _is_particle(doc[at]):
            _make_particle(doc[at])
    return doc


def _is_particle(word: Token) -> bool:
    """Between two names, to the parser the auxiliary of a finite verb whose subject is the second."""
    if word.dep_ != "aux" or not 0 < word.i < len(word.doc) - 1 or word.head.tag_ not in _FINITE:
        return False
    name, other = word.nbor(-1), word.nbor()
    return name.tag_ == other.tag_ == "NNP" and other.head == word.head and other.dep_ in SUBJECTS


def _make_particle(word: Token) -> None:
    verb, name, other = word.head, word.nbor(-1), word.nbor()
    place = other.dep_
    subject = name
    while subject.head not in (verb, word, subject):
        subject = subject.head
    for child in list(word.children):
        child.head = verb
    word.head, word.dep_ = name, "prep"
    word.tag_, word.pos_ = "IN", "ADP"
    other.head, other.dep_ = word, "pobj"
    for child in list(other.rights):
        if child.dep_ == "relcl" and subject != name and any(one.lower_ == "who" for one in child.lefts):
            child.head = subject  # towns are no "who"
    if subject.head == verb and all(child.dep_ not in SUBJECTS for child in verb.lefts):
        subject.dep_ = place
