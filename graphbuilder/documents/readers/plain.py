"""Plain text: .txt."""

from __future__ import annotations

from graphbuilder.documents.metadata.describe import describe
from graphbuilder.documents.readers.encoding import decode
from graphbuilder.documents.zones.characters import clean
from graphbuilder.errors import InputError
from graphbuilder.records import Document


def document_of_text(data: bytes, id: str, encoding: str | None) -> Document:
    """The document in a plain text file.

    Raises:
        InputError: it holds no text.
    """
    return describe(Document(text=said(decode(data, encoding=encoding)), id=id))


def said(text: str) -> str:
    """The cleaned text, if it says anything.

    Raises:
        InputError: nothing but blanks.
    """
    text = clean(text)
    if not text.strip():
        raise InputError("there is no text in it")
    return text
