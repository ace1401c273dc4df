"""Plain text: .txt."""

from __future__ import annotations

from graphbuilder.documents.description import describe
from graphbuilder.documents.readers.encoding import decode
from graphbuilder.documents.text.characters import clean
from graphbuilder.errors import InputError
from graphbuilder.records import Document


def document_of_text(data: bytes, id: str, encoding: str | None) -> Document:
    """The document in a plain text file.

    Raises:
        InputError: it holds no text.
    """
    return describe(Document(text=required_text(decode(data, encoding=encoding)), id=id))


def required_text(text: str) -> str:
    """The cleaned text; refused where it has nothing but blanks.

    Raises:
        InputError: nothing but blanks.
    """
    text = clean(text)
    if not text.strip():
        raise InputError("there is no text in it")
    return text
