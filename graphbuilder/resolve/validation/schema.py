"""The JSON Schema of an Extraction as it is handed in."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from graphbuilder.records import Extraction
from graphbuilder.resolve.validation.faults import MENTION_FORMS, STATUS, TIMEX_TYPES


def extraction_schema() -> dict[str, Any]:
    """The JSON Schema of an Extraction as it is handed in; `export/extraction.schema.json` is its text.

    It is that of the record, but no other key is allowed, the sets of values that `faults` checks are closed, and a
    quote may be left out.
    """
    schema = TypeAdapter(Extraction).json_schema()
    definitions = schema["$defs"]
    definitions["Provenance"]["required"].remove("quote")  # it is the sentence's text, and filled in
    for definition in (schema, *definitions.values()):
        if definition.get("type") == "object":
            definition["additionalProperties"] = False
    for record in ("EventMention", "RelationMention"):
        for field, values in STATUS.items():
            definitions[record]["properties"][field]["enum"] = list(values)
    definitions["Mention"]["properties"]["form"]["enum"] = list(MENTION_FORMS)
    definitions["TimeExpression"]["properties"]["type"]["enum"] = list(TIMEX_TYPES)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
