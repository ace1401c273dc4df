"""Documents: from files, folders, tables and web pages to `Document` records, with what they say of themselves.

    sources ─ files ─ formats ─┬ plain, markdown, webpage ┬ describe ─ headers ─ zones ─ Document ─ about, defaults
              (which, ids)     └ tables ─ rows ───────────┘ (what the text's first lines tell)    (what the user tells)

`remarks` tells of what could not be used in a file whose documents were read.

Below these: encoding and text (bytes to clean characters), lines, address, dates, datelines, furniture and languages.
"""

from __future__ import annotations

from graphbuilder.documents.metadata.describe import describe
from graphbuilder.documents.problem import Problem
from graphbuilder.documents.reading import list_files, read_documents

__all__ = ["Problem", "describe", "list_files", "read_documents"]
