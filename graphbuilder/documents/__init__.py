"""Documents: from files, folders, tables and web pages to `Document` records, with what they say of themselves.

In: what the user names. Out: Documents, one by one, and Problems on what could not be read. In the order in which they
read each other:

    text        characters, lines, furniture
    metadata    what the text says of headline, day, outlet, language and address; which source is believed
    zones       the parts of the text with a role of their own, once the lines above the article are known
    description a Document with all of these filled in
    storage     files at addresses (s3://…), through fsspec
    readers     bytes → text and metadata, by the ending of the file
    files       which files there are, each with its id, which depends on all of them
    given       what the user says of articles
    remarks     notes on a file whose documents were read: dates and addresses that could not be used
    reading     all of it, for everything that was named

A new format is a reader (`readers`); a new source of a fact belongs in `metadata`; a new kind of zone in `zones`.
"""

from __future__ import annotations

from graphbuilder.documents.description import describe
from graphbuilder.documents.problem import Problem
from graphbuilder.documents.reading import origins, read_documents

__all__ = ["Problem", "describe", "origins", "read_documents"]
