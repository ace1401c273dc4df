"""Which lines of a text are furniture of the page (advertisements, share buttons, menus) and no part of the article.

The patterns stand in `lexicons/documents/furniture.yaml`. To add one, add an entry there with lines that it must take
and sentences that it must leave alone; both are tested.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graphbuilder.lexicons import lexicon

#: Furniture is short, and so is the text that a pattern ever sees.
LONGEST_LINE = 250
#: Arrows, list marks, emphasis and brackets around a line that say nothing.
_ORNAMENT = " \t*_•·▶►▸→»«<>|~=#-–—[]"
_CREDIT_START = re.compile(
    r"[(\[]|\b(?:file|handout|pool|photo|picture|image|illustration|graphic|video|credit|source)", re.IGNORECASE
)
_CAPTION_START = re.compile(
    r"(?:FILE PHOTO|FILE|Caption|Pictured(?: above| below)?|Photo caption)\s?(?::|[-–—] )\s?\S", re.ASCII
)
_LEAST_CAPTION_WORDS = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture: `pattern` must match a whole line, and `unless` must not."""

    name: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None

    def matches(self, line: str) -> bool:
        """Whether a line is of this kind."""
        return self.pattern.fullmatch(line) is not None and not (self.unless and self.unless.fullmatch(line))


def is_furniture(line: str) -> bool:
    """Whether a whole line is an advert, a call to subscribe, a link to another story or the like.

    >>> is_furniture("READ MORE: The soldiers who came home"), is_furniture("He read more than the report.")
    (True, False)
    """
    return _any("lines", line) or opens_list(line)


def opens_list(line: str) -> bool:
    """Whether a line is the heading of a list of other stories.

    >>> opens_list("Related stories"), opens_list("Related crimes rose by a tenth.")
    (True, False)
    """
    return _any("openers", line)


def picture_kind(line: str) -> str | None:
    """What a line below a picture is: "caption", or "furniture" where it only names its maker; else None.

    >>> picture_kind("Leaders at the palace in Bucharest. Photo: Ines Calder/Sable Press")
    'caption'
    >>> picture_kind("(AP Photo/Ines Calder)")
    'furniture'
    """
    if len(line) > 2 * LONGEST_LINE:
        return None
    if _CAPTION_START.match(line):
        return "caption"
    for match in _CREDIT_START.finditer(line):
        if any(rule.matches(line[match.start() :]) for rule in rules("credits")):
            described = len(line[: match.start()].split()) >= _LEAST_CAPTION_WORDS
            return "caption" if described else "furniture"
    return None


@cache
def rules(section: str) -> tuple[Rule, ...]:
    """The rules of a section of the lexicon: lines, openers or credits."""
    return tuple(
        Rule(str(entry["name"]), _compiled(entry["pattern"]), _compiled(entry["unless"]) if "unless" in entry else None)
        for entry in lexicon("furniture")[section]
    )


def _compiled(pattern: object) -> re.Pattern[str]:
    return re.compile(str(pattern), re.IGNORECASE)


def _any(section: str, line: str) -> bool:
    bare = line.strip(_ORNAMENT)
    return 0 < len(bare) <= LONGEST_LINE and any(rule.matches(bare) for rule in rules(section))
