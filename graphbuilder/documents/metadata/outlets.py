"""Whether a few words are the name of an outlet, by their capitals and by words such as "Courier" or "Times"."""

from __future__ import annotations

#: A name has no more words.
MOST_WORDS = 6
#: Parts of a newspaper and kinds of text, which stand where the outlet's name may stand.
_SECTIONS = frozenset({
    "world", "news", "politics", "business", "opinion", "comment", "analysis", "sport", "sports", "culture",
    "science", "technology", "tech", "health", "travel", "environment", "europe", "asia", "africa", "americas",
    "international", "national", "local", "home", "breaking", "exclusive", "live", "feature", "features",
    "economy", "markets", "explainer", "editorial", "interview", "letters", "weekend", "staff", "reporter",
    "correspondent",
})  # fmt: skip
#: Words in the names of outlets, which tell them from authors and towns where either may stand.
_OUTLET_WORDS = frozenset({
    "advertiser", "agency", "argus", "broadcasting", "bulletin", "chronicle", "courier", "daily", "dispatch", "echo",
    "examiner", "express", "gazette", "globe", "guardian", "herald", "independent", "inquirer", "journal", "ledger",
    "letter", "magazine", "mail", "mercury", "messenger", "mirror", "monitor", "newsletter", "newspaper", "newswire",
    "observer", "online", "post", "press", "radio", "record", "register", "reporter", "review", "sentinel", "standard",
    "star", "sun", "telegraph", "television", "times", "today", "tribune", "tv", "weekly", "wire", "wires",
})  # fmt: skip
_SMALL_WORDS = frozenset({
    "of", "the", "and", "for", "de", "la", "le", "du", "des", "der", "die", "das", "in", "on", "at", "to", "&",
    "van", "von", "y", "e",
})  # fmt: skip


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
