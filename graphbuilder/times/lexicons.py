"""Word lists of `graphbuilder/lexicons` that the rules for times use."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from graphbuilder.lexicons import lexicon_text


@cache
def read_lexicon(name: str) -> dict[str, Any]:
    """The content of a YAML file of the package, with whole numbers as numbers and everything else as it is written.

    >>> "soldiers" in read_lexicon("counted_things")["things"]
    True
    """
    # the base loader keeps text as it stands: "01-01" is no date, "on" is no truth value
    content: dict[str, Any] = _typed(yaml.load(lexicon_text(f"{name}.yaml"), Loader=yaml.BaseLoader))
    return content


def _typed(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_typed(value) for value in data]
    return int(data) if data.removeprefix("-").isdigit() else data
