"""Which two surnames a Spanish or Portuguese full name has: "Lucia Montero Salas", "Elena Salas de Montero".

In Spanish the first of the two, the father's, is the one that somebody is called by; in Portuguese either may be. What
follows "de" in the name of a woman is her husband's surname.
"""

from __future__ import annotations

from functools import cache

from graphbuilder.knowledge.given_names import is_given
from graphbuilder.lexicons import lexicon

_SMALL = frozenset({"da", "das", "de", "del", "do", "dos", "e", "la", "las", "los", "y"})
#: A given name and two surnames.
_PARTS = 3
_INITIAL = 2


def double_surname(key: str) -> tuple[str, str] | None:
    """The two surnames in a full name as it is compared; None where there is one, or where it is of other languages.

    >>> double_surname("lucia montero salas"), double_surname("elena salas de montero")
    (('montero', 'salas'), ('salas', 'montero'))
    >>> double_surname("hillary rodham clinton"), double_surname("jose luis ruiz"), double_surname("pedro salas")
    (None, None, None)
    """
    words = [word for word in key.split() if word not in _SMALL]
    if len(words) < _PARTS:
        return None
    first, last = words[-2:]
    told = any(_is_iberian(word) for word in (first, last))
    alone = len(first.rstrip(".")) < _INITIAL or (is_given(first.title()) and not _is_iberian(first))
    return None if alone or not told else (first, last)


def is_called_by(key: str, surname: str) -> bool:
    """Whether somebody of this full name is called by a surname, rather than that it is only the other one of two.

    >>> [is_called_by("lucia montero salas", one) for one in ("montero", "salas")]
    [True, False]
    >>> is_called_by("ana costa lima", "lima"), is_called_by("ann holm", "holm")
    (True, True)
    """
    pair = double_surname(key)
    return pair is None or surname == pair[0] or any(word in _surnames()["portuguese"] for word in pair)


def _is_iberian(word: str) -> bool:
    return word.endswith("ez") or any(word in row for row in _surnames().values())


@cache
def _surnames() -> dict[str, frozenset[str]]:
    return {language: frozenset(row) for language, row in lexicon("personal_names")["double_surnames"].items()}
