"""Which articles are for learning, choosing and testing: fixed by a hash of the story, or of the name without one."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

from keying.files import CORPUS
from keying.gum import DEV

#: Of a hundred articles and stories: learn below the first, choose below the second, test the rest.
_LEARN, _CHOOSE = 70, 80
SPLITS = ("learn", "choose", "test")


def split(name: str, story: str = "") -> str:
    """The part of an article; all articles of a story are in one; GUM's own dev documents are never learned from.

    >>> split("moon-landing-hoax", "moon") == split("moon-again", "moon")
    True
    """
    number = int(hashlib.sha256((story or name).encode()).hexdigest(), 16) % 100
    if name in DEV:
        return "choose" if number < 100 * (_CHOOSE - _LEARN) // (100 - _LEARN) else "test"
    return "learn" if number < _LEARN else "choose" if number < _CHOOSE else "test"


def stories(root: Path = CORPUS) -> dict[str, str]:
    """The story of each article that has one, from the plans of what to write."""
    found: dict[str, str] = {}
    for path in sorted(root.glob("plan*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                story = next((value for field, value in row.items() if field and field.startswith("story")), None)
                name = row.get("name")
                if name and story and story.strip() not in ("", "-"):
                    found[name] = story.strip()
    return found


def part_of(name: str, of_story: dict[str, str]) -> str:
    """The part of an article by the plans."""
    return split(name, of_story.get(name, ""))
