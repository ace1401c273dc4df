"""How a spaCy pipeline is loaded by its name and made ready for news: nothing else loads one.

Pipelines are named, never passed: a name is plain text, so it can be sent to a worker, which loads the pipeline there.
`graphbuilder.pipeline.models` knows the names.
"""

from __future__ import annotations

import logging
import warnings
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language

from graphbuilder.errors import ModelNotFound
from graphbuilder.pipeline.attribute_ruler import quicken
from graphbuilder.pipeline.entity_recognizer import quicken_names
from graphbuilder.pipeline.joined_names import NAME as JOINED_NAMES
from graphbuilder.pipeline.lemmatizer import mend_lemmas
from graphbuilder.pipeline.models import DEFAULT_MODEL, INSTALL, MODULES
from graphbuilder.pipeline.reduced_passives import NAME as REDUCED_PASSIVES
from graphbuilder.pipeline.word_vectors import quicken_vectors

logger = logging.getLogger(__name__)


@cache
def load(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of this name (or in this folder), made ready for us, loaded once per process.

    Raises:
        ModelNotFound: it is not installed; the message lists those that are, and how to get others.
    """
    nlp = load_plain(model)
    quicken(nlp)
    quicken_vectors(nlp)
    quicken_names(nlp)
    if {"tagger", "parser"} <= set(nlp.pipe_names):  # behind the last part that sets tags, before the lemmas
        nlp.add_pipe(JOINED_NAMES, after="attribute_ruler" if "attribute_ruler" in nlp.pipe_names else "parser")
        nlp.add_pipe(REDUCED_PASSIVES, after=JOINED_NAMES)
    mend_lemmas(nlp)
    if not {"parser", "senter", "sentencizer"} & set(nlp.pipe_names):
        nlp.add_pipe("sentencizer", first=True)
    missing = [part for part in ("tagger", "parser", "ner") if part not in nlp.pipe_names]
    if missing:
        logger.warning("model %r has no %s: less will be found", model, ", ".join(missing))
    return nlp


def load_plain(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of this name (or in this folder) as it comes.

    Raises:
        ModelNotFound: it is not installed.
    """
    with warnings.catch_warnings():
        if spacy_version.startswith("3.8."):
            # measured with this very pair: the pipeline of 3.7.1 works under 3.8
            warnings.filterwarnings("ignore", r"\[W095\] Model 'en_core_web_md' \(3\.7\.1\)", UserWarning)
        return _load(model)


def installed_models() -> list[str]:
    """The pipelines that can be named, under their public names."""
    known = {name for name, modules in MODULES.items() if any(find_spec(module) for module in modules)}
    return sorted(known | set(spacy.util.get_installed_models()))


def _load(model: str) -> Language:
    for module in MODULES.get(model, ()):
        if find_spec(module):
            nlp: Language = import_module(module).load()
            return nlp
    installed = model in spacy.util.get_installed_models()
    if installed or (model and Path(model).is_dir()):
        try:
            return spacy.load(model if installed else Path(model))
        except (OSError, ValueError) as error:
            raise ModelNotFound(f"model {model!r} cannot be loaded: {error}") from error
    raise ModelNotFound(
        f"no spaCy pipeline is named {model!r}; installed: {', '.join(installed_models()) or 'none'}. "
        f"To get one: {INSTALL.get(model, INSTALL[DEFAULT_MODEL])}"
    )
