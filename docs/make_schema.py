"""Writes the JSON Schema of an Extraction, which `graphbuilder/export` holds for those who hand one in.

    python docs/make_schema.py

Run it when a record has a new field; a test compares the file with the records.
"""

from __future__ import annotations

import json
from pathlib import Path

from graphbuilder.records import extraction_schema

FILE = Path(__file__).parents[1] / "graphbuilder" / "export" / "extraction.schema.json"

if __name__ == "__main__":
    FILE.write_text(json.dumps(extraction_schema(), indent=2, ensure_ascii=False) + "\n", "utf-8")
