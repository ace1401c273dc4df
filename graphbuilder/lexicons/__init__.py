"""Knowledge as data: small reviewed YAML files and tables, one purpose each, validated in the tests.

In: the name of a file. Out: its data. A folder for each subject: ``documents``, ``times``, ``names``, ``places`` and
``events``; a file is read by its name. Where to add: a row in the file of its subject; a new file needs its look-up in
`graphbuilder.knowledge`, and its form in ``tests/lexicons/test_lexicons.py``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graphbuilder.lexicons.types import with_added

SUBJECTS = ("documents", "times", "names", "places", "events")

# the C parser is ten times faster, where it is built
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lexicon(name: str) -> Any:
    """The data of ``<name>.yaml``, read once; of event types, with those that other packages add.

    >>> lexicon("countries")["UA"]["capital"]
    'Kyiv'
    """
    data = yaml.load(lexicon_text(f"{name}.yaml"), Loader=_LOADER)
    return with_added(data) if name == "event_types" else data


def lexicon_text(file: str) -> str:
    """The text of a file of this folder, whichever subject it belongs to.

    >>> lexicon_text("regions.yaml").startswith("#")
    True
    """
    for subject in SUBJECTS:
        found = files(__name__) / subject / file
        if found.is_file():
            return found.read_text(encoding="utf-8")
    raise FileNotFoundError(f"graphbuilder/lexicons has no {file!r} in {', '.join(SUBJECTS)}")
