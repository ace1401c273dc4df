"""Which errors there are, in one tree.

    GraphBuilderError
    ├── InputError         a path, file, row or value given by the user cannot be used
    ├── ModelNotFound      the spaCy pipeline that was named is not installed, or the reader's weights are damaged
    ├── OutputError        a result cannot be written
    ├── UnknownName        no entity of the graph bears this name
    └── AmbiguousName      several entities bear it and one is needed

Every message says what is wrong, the value, and what to do about it. To handle all of them::

    try:
        graph = graphbuilder.build("articles")
    except graphbuilder.GraphBuilderError as error:
        print(error)
"""

from __future__ import annotations


class GraphBuilderError(Exception):
    """The base of every error that graphbuilder raises on purpose."""


class InputError(GraphBuilderError):
    """A path, file, row or value given by the user cannot be used."""


class ModelNotFound(GraphBuilderError):  # noqa: N818 - named after what happened, like FileNotFoundError's short form
    """The spaCy pipeline that was named is not installed, or the reader's weights are missing or damaged."""


class OutputError(GraphBuilderError):
    """A result cannot be written."""


class UnknownName(GraphBuilderError):  # noqa: N818 - a contract of the public API
    """No entity of the graph bears this name; the message lists the nearest ones."""


class AmbiguousName(GraphBuilderError):  # noqa: N818 - a contract of the public API
    """Several entities bear this name; the message lists them with their ids."""
