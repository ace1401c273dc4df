"""Which language a text is in, by the sequences of its letters (py3langid); certain, or None."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

from graphbuilder.lexicons import lexicon

_log = logging.getLogger(__name__)

#: Characters that are looked at.
_SAMPLE = 10_000
#: Bytes of letters that a text must have: forty Latin letters, or fourteen Chinese ones. What is shorter may be names.
_LEAST_BYTES = 40
#: How probable a language must be, which leaves less than half of that to the second best.
_LEAST_PROBABILITY = 0.7
_LETTERS = re.compile(r"[^\W\d_]+")
#: What py3langid calls that which is no language.
_NONE = "zxx"

_CODES = {name: code for code, names in lexicon("languages").items() for name in names}
_TAG = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_.@-]{1,30})?")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text, or None where it is not clear.

    >>> language_of("The ministers said that they would meet in Bucharest and that the talks were open.")
    'en'
    >>> language_of("Bucharest 2008") is None
    True
    """
    sample = text[:_SAMPLE]
    if len("".join(_LETTERS.findall(sample)).encode("utf-8", "replace")) < _LEAST_BYTES:
        return None
    identifier = _identifier()
    best, probability = (_NONE, 0.0) if identifier is None else identifier.classify(sample)
    return str(best) if best != _NONE and probability >= _LEAST_PROBABILITY else None


def language_code(value: str) -> str | None:
    """The ISO 639-1 code that "en-GB", "eng" or "English" denotes in metadata; None if it denotes none known.

    >>> language_code("en-GB"), language_code("English"), language_code("unknown")
    ('en', 'en', None)
    """
    value = value.strip()
    if match := _TAG.fullmatch(value):
        return match[1].lower()
    return _CODES.get(value.lower())


@cache
def _identifier() -> Any:
    """py3langid with its own model, restricted to languages with a code of two letters, for records have no others.

    The model is unpacked into a temporary file of 70 MB; where there is no room for it, languages stay unknown.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model takes half a second to load

    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        _log.warning("languages of texts stay unknown: the model of py3langid cannot be unpacked (%s)", error)
        return None
    identifier.set_languages([code for code in identifier.labels if len(code) == 2 or code == _NONE])
    return identifier
