"""Whether a few words are the name of an outlet, by their capitals and by words such as "Courier" or "Times"."""

from __future__ import annotations

from graphbuilder.lexicons import lexicon

#: A name has no more words.
MOST_WORDS = 6
_SECTIONS, _OUTLET_WORDS, _SMALL_WORDS = (
    frozenset(lexicon("outlets")[kind]) for kind in ("sections", "outlet_words", "small_words")
)


def names_outlet(text: str) -> bool:
    """Whether a short text is the name of an outlet rather than of an author or a town.

    >>> names_outlet("Alpine Wire"), names_outlet("The Meridian"), names_outlet("Jane Roe"), names_outlet("New York")
    (True, True, False, False)
    """
    *first, last = text.split()
    if first and last in _OUTLET_WORDS:  # "The Sunday Ledger magazine"
        text = " ".join(first)
    words = [word.lower().strip(".,:") for word in (*first, last)]
    return is_name(text) and len(words) > 1 and (words[0] == "the" or any(word in _OUTLET_WORDS for word in words))


def is_name(text: str) -> bool:
    """Whether a short text may be a name, section or reading time: its longer words begin with capitals or numbers.

    >>> is_name("The Lantern Post"), is_name("Power returns to Lviv")
    (True, False)
    """
    words = text.split()
    return 0 < len(words) <= MOST_WORDS and all(
        not word[0].islower() or word in _SMALL_WORDS or word in ("min", "read") for word in words
    )


def may_be_outlet(text: str) -> bool:
    """Whether a name may be that of an outlet: it begins with no number, and is more than a section of a paper.

    >>> may_be_outlet("Lantern Post"), may_be_outlet("World News"), may_be_outlet("4 min read")
    (True, False, False)
    """
    words = [word.lower().strip(".,:") for word in text.split()]
    return not text[0].isdigit() and not all(word in _SECTIONS for word in words)
