"""Readers: the bytes of a file → its documents, with the metadata that the format has.

In: a stream, an id, an encoding, names of columns. Out: Documents, and Problems of rows that have no text.

| kind | module | what it takes beside the text |
|---|---|---|
| .txt .text | `formats` | nothing |
| .md .markdown | `markdown` | front matter |
| .html .htm .xhtml .shtml | `webpage` | JSON-LD, ``<meta>``, ``<time>``, canonical address |
| .jsonl .ndjson .json .csv .tsv, DataFrames | `tables`, `rows` | columns or keys |
| ``texts=`` | `texts` | keys |

To add a format, write a module here and add its line to `formats`, which is the one list of readers. `encoding` makes
text of bytes for all of them.
"""
