"""Which language a text is in, by counting its commonest words. Small and certain, or None."""

from __future__ import annotations

import re
from collections import Counter

#: Words that are common in one of these languages and rare in the others.
_WORDS = {
    "en": "the and of that was with for on by is his from has have would they which said were been their this not are",
    "fr": "le les des et est dans une du que pour qui sur pas plus avec au aux ont sont cette ses leur mais été par",
    "de": "der die und das den nicht mit von ist des dem ein eine auf für sich als auch nach wurde haben hat bei wird",
    "es": "el los las que y del por con una para se su no como más fue al lo sus pero este ha entre está",
    "it": "il di che la e della per con non una del sono gli nel anche alla dei più ha ma delle questo è si al",
    "pt": "o os que do da em um uma não com para dos das no na por mais foi ao pelo são como se seu também",
    "nl": "de het een en van dat is op te niet met voor zijn die aan er ook door naar bij om als wordt heeft hij",
    "pl": "w i na się nie z że do jest jak o co przez za po dla od tym jego oraz ale który był są",
    "cs": "se na že je v a s z do pro ve by ale jako jsou které který jeho podle po od bylo za při už",
    "ro": "și şi de la în a cu pe nu din care că pentru o un este sunt mai fi au după să între prin",
    "hu": "a az és hogy nem is egy ez volt meg de mint csak már el azt van után szerint még vagy kell lett",
    "sv": "och att det i som en på är av för med till den inte om har de ett var från men han vid efter",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _WORDS.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_language)

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_LEAST_WORDS = 8
_LEAST_SHARE = 0.1
#: How much better than the second best a language must be.
_MARGIN = 1.3
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ыэъёЫЭЪЁ]")

#: Names and three-letter codes of languages, as metadata give them.
_CODES = {
    "eng": "en", "english": "en", "fra": "fr", "fre": "fr", "french": "fr", "deu": "de", "ger": "de", "german": "de",
    "spa": "es", "spanish": "es", "ita": "it", "italian": "it", "por": "pt", "portuguese": "pt", "pol": "pl",
    "polish": "pl", "nld": "nl", "dut": "nl", "dutch": "nl", "rus": "ru", "russian": "ru", "ukr": "uk",
    "ukrainian": "uk",
}  # fmt: skip
_TAG = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_.@-]{1,30})?")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text, or None where it is not clear.

    >>> language_of("The ministers said that they would meet in Bucharest and that the talks were open.")
    'en'
    >>> language_of("Bucharest 2008") is None
    True
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _LEAST_WORDS:
        return None
    if len(_CYRILLIC.findall(sample)) * 2 > sum(map(len, words)):
        return _cyrillic(sample)
    counts = Counter(language for word in words for language in _LANGUAGES_OF.get(word, ()))
    (best, hits), (_, next_hits) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return best if hits >= _LEAST_SHARE * len(words) and hits >= _MARGIN * next_hits else None


def language_code(value: str) -> str | None:
    """The ISO 639-1 code that metadata mean by "en-GB", "eng" or "English"; None if they mean nothing known.

    >>> language_code("en-GB"), language_code("English"), language_code("unknown")
    ('en', 'en', None)
    """
    value = value.strip()
    if match := _TAG.fullmatch(value):
        return match[1].lower()
    return _CODES.get(value.lower())


def _cyrillic(sample: str) -> str | None:
    ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
    if ukrainian == russian:
        return None
    return "uk" if ukrainian > russian else "ru"
