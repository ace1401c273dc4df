"""What a word tells by what its story is about: the trial of a drug or of a thief, the hearing of a committee, a blast
in a mill or of a bomb.

| word | if its story has | tells |
|---|---|---|
| trial | two words of medicine, and no court | `test` |
| hearing | a parliament, and no court in the sentence | `investigate` |
| explosion, blast, explode | bombs and those who throw them | `attack`, else `disaster` |
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Token

_MEDICINE = re.compile(
    r"\b(clinical|doses?|drugs?|ethics committee|medical|medicines?|patients?|pills?|placebo|side effects|tablets?|"
    r"vaccines?)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 2
_COURT = re.compile(
    r"\b(convict\w*|courtroom|defendants?|judges?|jurors?|jury|manslaughter|murder\w*|pleaded|prosecutors?|sentenced|"
    r"verdict)\b"
)
_LAW = re.compile(
    r"\b(appeals?|bail|court|courtroom|defendants?|extradition|judges?|lawsuit|prosecutors?|sued)\b", re.IGNORECASE
)
_PARLIAMENT = re.compile(
    r"\b(committee|congress|congressional|lawmakers?|legislators?|parliament|parliamentary|senate|senators?|"
    r"subcommittee)\b",
    re.IGNORECASE,
)
_BOMBS = re.compile(
    r"\b(air ?strikes?|assassins?|attackers?|bomb(?:s|ed|er|ers|ing|ings)?|explosives|grenades?|insurgents?|landmines?|"
    r"militants?|missiles?|rebels?|shelling|suicide|terror\w*|warheads?)\b",
    re.IGNORECASE,
)


def type_by_story(word: Token) -> str | None:
    """The type that one of `STORIED` has in its story, if that shows it."""
    return STORIED[word.lemma_.lower()](word)


def _trial(word: Token) -> str | None:
    story = word.doc.text
    if _COURT.search(story) and not _stands_by(word, _MEDICINE):
        return None
    return "test" if len({one.lower() for one in _MEDICINE.findall(story)}) >= _LEAST_WORDS else None


def _hearing(word: Token) -> str | None:
    if _LAW.search(word.sent.text):
        return None
    return "investigate" if _PARLIAMENT.search(word.doc.text) else None


def _explosion(word: Token) -> str | None:
    return "attack" if _BOMBS.search(word.doc.text) else None


def _stands_by(word: Token, words: re.Pattern[str]) -> bool:
    """ "A drug trial", "the trial of a vaccine"."""
    return words.search(word.doc[word.left_edge.i : word.right_edge.i + 1].text) is not None


#: Words whose type their story tells.
STORIED: dict[str, Callable[[Token], str | None]] = {
    "blast": _explosion,
    "explode": _explosion,
    "explosion": _explosion,
    "hearing": _hearing,
    "trial": _trial,
}
