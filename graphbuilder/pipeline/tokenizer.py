"""Which words with a hyphen are not cut: "re-elected" and "co-founded" are one word each, and a verb.

spaCy's tokenizer cuts them in three, of which its parser makes three verbs, none of them with the subject. What it does
not cut are the signs of some currencies: "NZ$4 million" ended a sentence.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokenizer import Tokenizer

_AGAIN, _TOGETHER = "re-", "co-"
#: All that begins with "re-"; of what begins with "co-" the verbs, for a "co-founder" is a founder.
_WHOLE = re.compile(r"(?:[Rr]e-[a-z]{3,}|[Cc]o-[a-z]{3,}ed)")
#: Signs of dollars that the tokenizer takes for words with their sum.
_DOLLARS = r"^(?:HK|J|MX|NT|NZ|R|S)\$(?=\d)"


def keep_whole(nlp: Language) -> None:
    """Tell a pipeline's tokenizer, if it is spaCy's own, not to cut such words, and to cut sums of dollars."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    if tokenizer.token_match is None:
        tokenizer.token_match = _WHOLE.fullmatch
    known = getattr(getattr(tokenizer.prefix_search, "__self__", None), "pattern", "")
    if known and _DOLLARS not in known:
        tokenizer.prefix_search = re.compile(f"{_DOLLARS}|{known}").search


def parted(word: str) -> tuple[str, str]:
    """What stands before the lemma of the rest of a word, and that rest; the rest is empty for other words.

    >>> parted("re-opened"), parted("co-founded"), parted("reopened")
    (('re', 'opened'), ('', 'founded'), ('', ''))
    """
    prefix, rest = word[:3], word[3:]
    if prefix == _AGAIN:
        return "re", rest
    return "", rest if prefix == _TOGETHER else ""
