"""Chains of a coreference component in the user's own pipeline, in both of the forms that such components use."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

# "she" and "the visitor" mean Jane Roe, "it" the harbour of Lund: nothing in the words tells so
TEXT = "Jane Roe left Lund. Ada Poe stayed in Bergen. When the visitor came back, she praised it."
CHAINS = [["Roe", "visitor", "she"], ["Lund", "it"]]
#: What the reader takes them for.
READ = (
    [("Ada Poe", "name", "person"), ("the visitor", "description", "person"), ("she", "pronoun", "person")],
    [("Bergen", "name", "place"), ("it", "pronoun", "place")],
)


def heads(doc: Doc) -> list[list[int]]:
    return [[token.i for token in doc if token.text in chain] for chain in CHAINS]


@Language.component("chains_in_span_groups")
def chains_in_span_groups(doc: Doc) -> Doc:
    for number, chain in enumerate(heads(doc)):
        doc.spans[f"coref_clusters_{number + 1}"] = [doc[at : at + 1] for at in chain]
    return doc


class MentionOfTokens:
    """As in coreferee: a mention knows its tokens, of which it has several if it means several things."""

    def __init__(self, tokens: list[int]) -> None:
        self.token_indexes = tokens


@Language.component("chains_in_extension")
def chains_in_extension(doc: Doc) -> Doc:
    if not Doc.has_extension("coref_chains"):
        Doc.set_extension("coref_chains", default=None)
    both = MentionOfTokens([0, 4])
    doc._.coref_chains = [[*(MentionOfTokens([at]) for at in chain), both] for chain in heads(doc)]
    return doc


@pytest.fixture(autouse=True)
def _no_extension_left():
    yield
    if Doc.has_extension("coref_chains"):
        Doc.remove_extension("coref_chains")


@pytest.fixture
def pipeline(tmp_path):
    """A small pipeline of the user's own: rules for names, and a component for coreference."""

    def save(component: str | None) -> str:
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("entity_ruler")
        names = {"PERSON": ("Jane Roe", "Ada Poe"), "GPE": ("Lund", "Bergen")}
        ruler.add_patterns([{"label": label, "pattern": name} for label, row in names.items() for name in row])
        if component is not None:
            nlp.add_pipe(component)
        nlp.to_disk(tmp_path / "pipeline")
        return str(tmp_path / "pipeline")

    return save


def means(view) -> list[str]:
    return [view.refers(words) for words in ("the visitor", "she", "it")]


@pytest.mark.parametrize("component", ["chains_in_span_groups", "chains_in_extension"])
def test_chains_of_the_users_pipeline_come_before_the_reader(read_by_hand, pipeline, component):
    view = read_by_hand(TEXT, *READ, model=pipeline(component))
    assert means(view) == ["Jane Roe", "Jane Roe", "Lund"]


def test_without_such_a_component_the_reader_decides(read_by_hand, pipeline):
    view = read_by_hand(TEXT, *READ, model=pipeline(None))
    assert means(view) == ["Ada Poe", "Ada Poe", "Bergen"]


@pytest.mark.parametrize("component", ["chains_in_span_groups", "chains_in_extension"])
def test_chains_of_the_parts_of_a_long_document_stay_apart(read_by_hand, pipeline, component):
    other = TEXT.replace("Jane Roe", "Ada Poe").replace("Roe", "Poe").replace("Lund", "Bergen")
    filler = "Nothing else was told of that day. " * 400
    text = f"{TEXT}\n\n{filler}\n\n{other.replace('Ada Poe', 'Jane Roe', 1)}"
    view = read_by_hand(text, [("it", "pronoun", "place")], [("it", "pronoun", "place", 2)], model=pipeline(component))
    chains = [one.chain for one in view.mentions if one.form == "pronoun"]
    assert len(chains) == 2
    assert chains[0] != chains[1]
