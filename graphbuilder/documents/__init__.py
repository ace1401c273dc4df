"""Documents: from files, folders, tables and web pages to `Document` records, with what they say of themselves.

In: what the user names. Out: Documents, one by one, and Problems on what could not be read. The steps, in order:

    files       which files there are, each with its id; ids need all files, so this comes first
    readers     bytes → text and metadata, by the ending of the file
    metadata    what the text and the user say of headline, day, outlet, language and address
    zones       the parts of the text with a role of their own; the lines above an article are known by now
    remarks     notes on a file whose documents were read: dates and addresses that could not be used
    reading     all of it, for everything that was named

A new format is a reader (`readers`); a new fact of documents is found in `metadata`.
"""

from __future__ import annotations

from graphbuilder.documents.metadata.describe import describe
from graphbuilder.documents.problem import Problem
from graphbuilder.documents.reading import list_files, read_documents

__all__ = ["Problem", "describe", "list_files", "read_documents"]
