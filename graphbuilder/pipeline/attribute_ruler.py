"""What spaCy's attribute ruler says of a token: the same as ever, but faster, for it is looked up and not matched anew.

spaCy tries all patterns on each token, which takes a tenth of a pipeline's time. Almost all of them are of one token
and ask for its word, tag and grammatical place only: one match for each of these that is met will do. What asks for
more is matched as before. The result is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

FACTORY = "graphbuilder_attribute_ruler"

#: What a look-up knows of a token.
_KNOWN = ("LOWER", "TAG", "DEP", "IS_SPACE")
_LISTS = frozenset({"IN", "NOT_IN"})

#: The number of a rule, its name in the vocabulary, and the first and last token (excluded) that it speaks of.
Match = tuple[int, int, int, int]
#: What is asked of each token of a run.
Pattern = list[dict[int | str, Any]]


class QuickRuler(AttributeRuler):
    """An attribute ruler that looks up what its rules say of a token."""

    _rules: _Rules | None = None

    def add(self, patterns: Iterable[Pattern], attrs: dict[str, Any], index: int = 0) -> None:
        """Add a rule, as to spaCy's ruler."""
        super().add(patterns, attrs, index)
        self._rules = None

    def match(self, doc: Doc) -> list[Match]:
        """The rules that speak of tokens of a Doc; of each token in the order in which they are carried out."""
        if self._rules is None:
            self._rules = _Rules(self.vocab, [self.matcher.get(str(rule))[1] for rule in range(len(self.attrs))])
        return self._rules.match(doc)


def quicken(nlp: Language) -> None:
    """Put a quick ruler in the place of spaCy's, if a pipeline has one."""
    ruler = nlp.get_pipe("attribute_ruler") if "attribute_ruler" in nlp.pipe_names else None
    if type(ruler) is AttributeRuler:
        quick = nlp.replace_pipe("attribute_ruler", FACTORY)
        cast(QuickRuler, quick).add_patterns(ruler.patterns)


@Language.factory(FACTORY)
def make_ruler(nlp: Language, name: str) -> QuickRuler:
    """A quick ruler without rules, for a pipeline."""
    return QuickRuler(nlp.vocab, name)


class _Rules:
    """The patterns of rules, given in the order of their numbers."""

    def __init__(self, vocab: Vocab, rules: Iterable[list[Pattern]]) -> None:
        self._strings = vocab.strings
        self._of_word, self._of_more = Matcher(vocab), Matcher(vocab)
        self._words: set[int] = set()
        self._found: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        for number, patterns in enumerate(rules):
            plain = all(len(pattern) == 1 and _is_plain(pattern[0]) for pattern in patterns)
            (self._of_word if plain else self._of_more).add(str(number), cast(Any, patterns))
            self._words.update(vocab.strings[word] for pattern in patterns if plain for word in _words(pattern[0]))

    def match(self, doc: Doc) -> list[Match]:
        runs = _matches(self._of_more, doc)
        matches = [(int(self._strings[name]), name, start, end) for name, start, end in runs]
        for at, (word, *place) in enumerate(doc.to_array(list(_KNOWN)).tolist()):
            seen = (word if word in self._words else 0, *place)
            if seen not in self._found:
                self._found[seen] = self._match_one(doc, at)
            matches += [(number, name, at, at + 1) for number, name in self._found[seen]]
        return sorted(matches)

    def _match_one(self, doc: Doc, at: int) -> list[tuple[int, int]]:
        return [(int(self._strings[name]), name) for name, *_ in _matches(self._of_word, doc[at : at + 1])]


def _matches(matcher: Matcher, tokens: Doc | Span) -> list[tuple[int, int, int]]:
    return matcher(tokens, allow_missing=True) if len(matcher) else []


def _is_plain(asked: dict[int | str, Any]) -> bool:
    words = asked.get("LOWER", "")
    return asked.keys() <= set(_KNOWN) and (isinstance(words, str) or words.keys() <= _LISTS)


def _words(asked: dict[int | str, Any]) -> Iterator[str]:
    words = asked.get("LOWER", "")
    return iter([words]) if isinstance(words, str) else (word for some in words.values() for word in some)
