"""Which characters a text may hold: what every reader does to a text before anything else.

`Document.text` is the cleaned text, and all offsets count its characters. What is said is never changed; only the
characters that no reader can see or tell apart are.
"""

from __future__ import annotations

import re

from graphbuilder.errors import InputError
from graphbuilder.invisible import without_invisible

#: Line and paragraph ends of other systems, each one newline.
_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
#: Blanks of other widths, each one space.
_BLANKS = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
#: What is left of the control characters (NUL, escape …), each one space, so that words on both sides stay apart.
_CONTROLS = [
    code for code in (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF) if chr(code) not in f"\n\t{_LINE_ENDS}"
]

_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_CONTROLS, " "),
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **dict.fromkeys(map(ord, _LINE_ENDS), "\n"),
}
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    r"""The text with one kind of newline and of space, and without invisible or control characters.

    Use it on every text that comes from outside, before offsets are taken. Applying it twice changes nothing.

        >>> clean("Kyiv\xa0said\r\nno\x00thing co\xadoper\xadation")
        'Kyiv said\nno thing cooperation'
    """
    return without_invisible(text.replace("\r\n", "\n").translate(_TABLE))


def required_text(text: str) -> str:
    """The cleaned text; InputError where it has nothing but blanks."""
    text = clean(text)
    if not text.strip():
        raise InputError("there is no text in it")
    return text


def one_line(text: str) -> str:
    r"""Cleaned text on one line, for titles and names.

    >>> one_line("  Winter \n promises ")
    'Winter promises'
    """
    return _SPACES.sub(" ", clean(text)).strip()


def control_share(text: str) -> float:
    """How much of a text (0 to 1) is control characters; prose has none, misread binary data has plenty."""
    controls = sum(text.count(chr(code)) for code in _CONTROLS)
    return controls / max(len(text), 1)
