"""What multiplies the matrices of spaCy's word vectors: numpy's library, one document at a time, which is faster.

spaCy brings a library of its own, which on some processors is four times slower, and lays the documents of a batch end
to end. Here each is read by itself, so that the last digits of its vectors depend on that document and the model alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.pipeline.transition_parser import Parser
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from graphbuilder.parallel.threads import one_thread

_Vectors = list[Any]


def quicken_vectors(nlp: Language) -> None:
    """Let the vectors of words be computed so, those that parts of a pipeline share and those that one has alone."""
    for _, part in nlp.pipeline:
        if isinstance(part, Tok2Vec):
            part.model = _alone(part.model)
        elif isinstance(part, Parser) and not part.model.layers[0].layers[0].name.endswith("listener"):
            layers = part.model.layers[0].layers
            layers[0] = _alone(layers[0])


def _alone(model: Model[Any, Any]) -> Model[Any, Any]:
    """A model that gives each document what another one gives it by itself."""
    for node in model.walk():
        if type(node.ops) is NumpyOps:
            node.ops = NumpyOps(use_blis=False)
    return Model("alone", _read, layers=[model], dims={"nO": model.get_dim("nO")})


def _read(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[_Vectors, Callable[[_Vectors], Any]]:
    none = np.empty((0, model.get_dim("nO")), np.float32)
    with one_thread():
        return [model.layers[0].predict([doc])[0] if len(doc) else none for doc in docs], list
