"""Counts which words are common in news: python -m training.words

Of the articles of the learning part, our own ones, how many of a thousand have a stem; those that at least `_RARE` of a
thousand have go into the lexicon ``common_words.tsv``.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from keying.files import GUM
from keying.splits import SPLITS

import graphbuilder
from graphbuilder.resolve.compare.words import stems
from training.measure import articles_of

LEXICON = Path(graphbuilder.__file__).parent / "lexicons" / "events" / "common_words.tsv"
#: In fewer of a thousand articles a word may be of one story alone.
_RARE = 30
_HEAD = "# Stem, and how many of a thousand articles of the learning part have it (`training.words`)."


def main() -> None:
    """The command line."""
    texts = [text for name, text, _ in articles_of(SPLITS[0]) if not name.startswith(GUM)]
    have = Counter(stem for text in texts for stem in set(stems(text)))
    thousandths = {stem: round(1000 * count / len(texts)) for stem, count in have.items()}
    rows = [f"{stem}\t{many}" for stem, many in sorted(thousandths.items()) if many >= _RARE]
    LEXICON.write_text("\n".join([_HEAD, *rows, ""]), encoding="utf-8")
    print(f"{len(rows)} words of {len(texts)} articles")


if __name__ == "__main__":
    main()
