"""Which words are a person's name where the reader took a phrase for one, as in captions and lists without verbs.

It is surer of where a name ends than of where it begins ("Tito Jackson arrives at the trial of Dr Conrad Murray"). So
the last name of the phrase is taken, if it has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.spans import titles
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.given_names import is_given, particles
from graphbuilder.syntax.token_index import text_of

_PERSON = "PERSON"
#: Marks that end a name, and those that do where a space stands before them.
_MARKS, _DASHES = frozenset(",;:/|•"), frozenset({"-", "--", "–", "—"})
#: Small words within names: "Joan of Arc", "Catherine the Great", "José Ortega y Gasset".
_WITHIN = frozenset({"of", "the", "y", "e"})
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def person_in(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The first token of a person's name, and the one after its last; all of the phrase where no part is a name."""
    runs = list(_runs(doc, start, end))
    if len(runs) < 2 or doc[end - 1].text.islower() or _is_turned_round(doc, runs):
        return start, end
    people = [run for run in runs if _is_person(doc, *run)]
    return people[-1] if people else (start, end)


def _is_person(doc: Doc, start: int, end: int) -> bool:
    """Whether spaCy takes words for a person's name, and they are neither an acronym ("AP") nor known otherwise."""
    entry, is_acronym = known(text_of(doc, start, end)), end - start == 1 and doc[start].text.isupper()
    is_other = is_acronym or (entry is not None and entry.type != "person")
    return not is_other and any(word.ent_type_ == _PERSON for word in doc[start:end])


def _runs(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a phrase between what can stand in no name, each from its first capital on."""
    first = start
    for at in range(start, end + 1):
        parted = at == end or _parts(doc[at], at)
        if parted or _begins_anew(doc[at], at - first):
            while first < at and doc[first].text.islower():
                first += 1
            if first < at:
                yield first, at
            first = at + parted


def _parts(word: Token, at: int) -> bool:
    """Whether a word or mark stands in no name."""
    text, before, after = word.text, word.doc[max(0, at - 1)], word.doc[min(at + 1, len(word.doc) - 1)]
    if text in _DASHES:
        return bool(before.whitespace_)
    if text in _MARKS:
        return after.text not in _SUFFIXES
    return text.isalpha() and text.islower() and text not in _WITHIN and text not in particles()


def _begins_anew(word: Token, after: int) -> bool:
    """Whether a title in the middle begins another name: "Gordon Brown Mrs Brown"."""
    return after > 1 and word.text in _forms_of_address()


@cache
def _forms_of_address() -> frozenset[str]:
    wanted = {"Dr", "Miss", "Mr", "Mrs", "Ms", "President", "Senator"}
    return frozenset(title for title in titles() if title.rstrip(".") in wanted)


def _is_turned_round(doc: Doc, runs: list[tuple[int, int]]) -> bool:
    """Whether it is one name with the surname first: "Roe, Jane"."""
    (first, middle), (last, end), *more = runs
    return not more and middle - first == end - last == 1 and doc[middle].text == "," and is_given(doc[last].text)
