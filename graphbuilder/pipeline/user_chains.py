"""Under which name chains of mentions stand in a Doc, whichever component of the user's own pipeline found them."""

from __future__ import annotations

from typing import Any, cast

from spacy.tokens import Doc

#: How the names of span groups begin in which a component for coreference puts the spans that mean one thing.
CHAINS = "coref_clusters_"
#: The extension attribute in which other such components put chains of mentions, which are lists of tokens.
_CHAIN_ATTRIBUTE = "coref_chains"


def join_parts(parts: list[Doc]) -> Doc:
    """The parts as one Doc. Each numbers its chains from the start, so they are told apart before."""
    for part in parts:
        _group_chains(part)
    if len(parts) == 1:
        return parts[0]
    for number, part in enumerate(parts):
        for key in [key for key in part.spans if key.startswith(CHAINS)]:
            part.spans[f"{CHAINS}part_{number}_{key.removeprefix(CHAINS)}"] = list(part.spans[key])
            del part.spans[key]
        cast(dict[Any, Any], part.user_data).pop(("._.", _CHAIN_ATTRIBUTE, None, None), None)
    return Doc.from_docs(parts, ensure_whitespace=False)


def _group_chains(doc: Doc) -> None:
    """Chains in the extension attribute as span groups; a mention of several things at once is left out."""
    if not Doc.has_extension(_CHAIN_ATTRIBUTE):
        return
    for number, chain in enumerate(doc._.get(_CHAIN_ATTRIBUTE) or ()):
        heads = [list(getattr(mention, "token_indexes", mention)) for mention in chain]
        doc.spans[f"{CHAINS}chain_{number}"] = [doc[at : at + 1] for at, *more in heads if not more]
