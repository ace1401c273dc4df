"""Where a sentence must begin, whatever the parser thinks: paragraphs, headings, the parts that a reader marked.

No sentence of the parser crosses such a place. Text that goes on without the end of a sentence is cut, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graphbuilder.records import Document

#: No sentence is longer, in characters: rules that look through a sentence then stay linear in the text.
SENTENCE = 2_000
#: A line that ends a sentence, before a line that starts one; and any empty line.
_PARAGRAPH = re.compile(r"\n[^\S\n]*+\n\s*+|[.!?:;…][\"'”’)\]]?[^\S\n]*+\n\s*+(?=[^a-z\s])")
_LINE = re.compile(r"[^\n]+")
#: What begins a line after one that may have been ended on purpose: no word in lower case.
_BEGINNING = re.compile(r"\s*+(?P<next>[^a-z\s]\S*+)")
#: Text is wrapped at some width; if a line is longer than this, it was not.
WRAPPED = 140
#: A line after which the next word had found room within this share of the width was ended on purpose.
ROOM = 0.75
#: What stands before the colon of a headline, if at least three words follow.
_TOPIC = re.compile(r"(?:[\w’'-]+ ){0,3}[a-z][\w’'-]*: (?=\S+ \S+ \S)")
#: A word of a closed class with a capital, which it has within a sentence only in names: where "Help | The judge" or
#: "flee Haiti | An effort" was printed without a stop, as captions and headings are in the text of a web page.
_FIRST_WORD = re.compile(
    r" (?=(?P<word>A|About|After|All|Although|An|And|As|At|Because|But|By|Despite|During|Five|For|Four|From|He|Her|His|"
    r"However|If|In|It|Its|Many|Meanwhile|More|Most|Nobody|On|One|Our|Seven|She|Since|Six|Some|The|Their|There|These|They|"
    r"This|Those|Three|Two|Under|We|When|Where|While|With) (?P<next>[^\W_]+))"
)
#: So many characters before it are read for the word that the sentence would end with.
_WORD_BEFORE = 40
_WORD = re.compile(r"(?:\s|^|\()(?P<word>\w(?:[\w’'-]*\w)?)\)?$")
_HOUR = re.compile(r"\d ?[ap]\.m\.$")
#: Those that stand behind another word with a capital in titles and names: "Sign In the Dark", "BBC Two", "Tran An".
_IN_TITLES = re.compile(
    r"About|All|And?|By|Five|For|Four|From|In|It|Most|On|One|Seven|Six|Some|This|Three|Two|Under|With"
)
#: "A" is a letter behind these: "an outbreak of influenza A in pigs"; and before these: "Hepatitis A is".
_LETTERED = re.compile(
    r"\b(?:categor|class|flu|grade|group|hepatitis|influenza|league|level|plan|serie|side|type|vitamin)\w*$", re.I
)
_BEHIND_LETTER = re.compile(
    r"and|are|at|by|can|could|for|from|had|has|have|in|is|levels?|may|of|on|or|side|should|team|that|to|was|were|which|"
    r"will|with|would"
)
#: No sentence ends with these: "the Committee of Nine", "to His own house".
_OPEN = re.compile(r"an?|and|as|at|but|by|for|from|in|my|of|on|or|our|that|the|their|to|why|with|your")
#: Who a photograph is by: "Photograph: Jane Roe/Reuters | Health officials".
_CREDIT = re.compile(r"/ ?(?:AFP|AP|Corbis|EPA|Getty(?: [Ii]mages)?|Reuters|Rex) (?=[A-Z])(?![Ii]mages)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]?\s|\n")


def sentence_starts(document: Document) -> list[int]:
    """Where a sentence must begin: paragraphs, and the parts that the reader marked."""
    paragraphs = {*(match.end() for match in _PARAGRAPH.finditer(document.text)), *_short_lines(document.text)}
    zones = {edge for zone in document.zones for edge in (zone.start, zone.end)}
    inner = {*_cuts(document.text), *_behind_topics(document), *_run_on(document.text)}
    starts = {_next_word(document.text, start) for start in paragraphs | zones | inner}
    return sorted(start for start in starts if start < len(document.text))


def _short_lines(text: str) -> Iterator[int]:
    """Where lines were ended on purpose, as after a heading: the next word had found room."""
    lines = [match for match in _LINE.finditer(text) if not match[0].isspace()]
    width = max((len(line[0]) for line in lines), default=0)
    for line, following in pairwise(lines):
        begun = _BEGINNING.match(following[0])
        if begun and (width > WRAPPED or len(line[0].lstrip()) + 1 + len(begun["next"]) < ROOM * width):
            yield following.start() + begun.start("next")


def _behind_topics(document: Document) -> Iterator[int]:
    """Where a headline has named what it is about: "Mill fire: Police arrest owner"; but "Jane Roe: Lund must pay"."""
    for zone in document.zones:
        topic = _TOPIC.match(document.text, zone.start, zone.end) if zone.kind == "headline" else None
        if topic:
            yield topic.end()


def _run_on(text: str) -> Iterator[int]:
    """Where a sentence begins behind a caption, a heading or an hour that ends without a stop."""
    yield from (match.end() for match in _CREDIT.finditer(text))
    for match in _FIRST_WORD.finditer(text):
        before = text[max(0, match.start() - _WORD_BEFORE) : match.start()]
        if _HOUR.search(before) or (match["next"].islower() and _may_end(before, match["word"], match["next"])):
            yield match.end()


def _may_end(before: str, word: str, following: str) -> bool:
    """Whether a sentence may end without a stop before a word with a capital and one in lower case."""
    last = _WORD.search(before)
    if not last or _OPEN.fullmatch(last["word"]):
        return False
    if last["word"][0].isupper() and not before.endswith(")") and _IN_TITLES.fullmatch(word):
        return False
    return word != "A" or not (_LETTERED.search(before) or _BEHIND_LETTER.fullmatch(following))


def _cuts(text: str, size: int = SENTENCE) -> Iterator[int]:
    """Where text that goes on and on without the end of a sentence is cut: at white space, if there is any."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _cut(text, start, match.end(), size)
        start = match.end()
    yield from _cut(text, start, len(text), size)


def _cut(text: str, start: int, end: int, size: int) -> Iterator[int]:
    while end - start > size:
        space = text.rfind(" ", start, start + size)
        start = start + size if space <= start else space + 1
        yield start


def _next_word(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
