"""Knowledge as data: small reviewed YAML files, one purpose each, validated in the tests."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graphbuilder.lexicons.types import with_added

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times faster, where it is built


@cache
def lexicon(name: str) -> Any:
    """The data of ``<name>.yaml`` in this folder, read once; of event types, with those that other packages add.

    >>> lexicon("countries")["UA"]["capital"]
    'Kyiv'
    """
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=_LOADER)
    return with_added(data) if name == "event_types" else data
