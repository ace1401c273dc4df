"""What the layers are told: the key as tensors, and how far scores are from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

torch = pytest.importorskip("torch", reason="training/ needs torch, the package does not (training/README.md)")

from training.inputs import encode, input_of  # noqa: E402
from training.losses import WEIGHTS, losses, of_antecedents, of_entities  # noqa: E402
from training.targets import IGNORED, antecedents, targets  # noqa: E402

MILL, BID = "brief-labasa-mill", "tea-bid-cleared"
CHAINS = {"same", "type", "start"}
OF_MENTIONS = {*CHAINS, "role", "place", "source", "end"}
OF_EVENTS = {"status", "again", "role", "place", "source", "when", "link"}
OF_TIES = {"standing", "end", "held"}


def told(model, one, pieces, chains_only=False):
    [h] = encode(model, [input_of(one.words, pieces)])
    return losses(model, h, targets(one, {}, chains_only))


@pytest.mark.parametrize("name", [MILL, BID])
def test_all_layers_learn_from_an_article(learned, pieces, untaught, name):
    model = untaught().train()
    found = told(model, learned[name], pieces)
    assert set(found) == set(WEIGHTS)
    assert all(torch.isfinite(loss) and loss > 0 for loss in found.values()), found
    sum(found.values()).backward()
    gradients = {name: parameter.grad for name, parameter in model.named_parameters()}
    assert {name for name, gradient in gradients.items() if gradient is None} == set()
    assert all(torch.isfinite(gradient).all() for gradient in gradients.values())


def test_chains_alone_teach_chains_alone(learned, pieces, untaught):
    model = untaught()
    found = told(model, learned[MILL], pieces, chains_only=True)
    assert set(found) == CHAINS
    sum(found.values()).backward()
    heads = {name.split(".")[0] for name, parameter in model.named_parameters() if parameter.grad is not None}
    assert heads == {"encoder", "same", "alone", "entity", "start", "end", "length"}


@pytest.mark.parametrize(
    ("left_out", "layers"),
    [
        ({"times": ()}, set(WEIGHTS) - {"when", "held"}),
        ({"events": ()}, set(WEIGHTS) - OF_EVENTS),
        ({"ties": ()}, set(WEIGHTS) - OF_TIES),
        ({"spots": (), "entities": ()}, set(WEIGHTS) - OF_MENTIONS),
        ({"spots": (), "entities": (), "events": (), "times": (), "ties": ()}, {"worth", "kind", "tie"}),
    ],
    ids=["no times", "no events", "no ties", "no mentions", "nothing"],
)
def test_layers_with_nothing_to_learn_are_left_out(learned, pieces, untaught, left_out, layers):
    one = learned[BID]
    untimed = tuple(replace(event, times=()) for event in one.events)
    found = told(untaught(), replace(one, **{"events": untimed, **left_out}), pieces)
    assert set(found) == layers
    assert all(torch.isfinite(loss) for loss in found.values())


def test_a_loss_falls_as_scores_come_near(learned, pieces, untaught):
    """Taught on one article alone, every layer comes to know it better."""
    model = untaught()
    given, target = [input_of(learned[BID].words, pieces)], targets(learned[BID], {})
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    first = None
    for _ in range(12):
        found = losses(model, encode(model, given)[0], target)
        first = first or {name: loss.item() for name, loss in found.items()}
        optimizer.zero_grad()
        sum(found.values()).backward()
        optimizer.step()
    assert {name for name, loss in found.items() if loss.item() >= first[name]} == set()


# --- the key as tensors -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chains", "wanted"),
    [
        ([], []),
        ([5], ["01"]),
        ([5, 5], ["001", "100"]),
        ([5, 7, 5, 5, 7], ["000001", "000001", "100000", "101000", "010000"]),
        ([5, None, 5], ["0001", "0000", "1000"]),  # of a mention of several nothing is learned
    ],
)
def test_antecedents(chains, wanted):
    assert antecedents(chains).tolist() == [[letter == "1" for letter in row] for row in wanted]


@given(st.lists(st.sampled_from([None, 0, 1, 2, 3]), max_size=12))
def test_antecedents_are_all_that_stand_before_in_the_chain(chains):
    found = antecedents(chains)
    assert found.shape == (len(chains), len(chains) + 1)
    for at, chain in enumerate(chains):
        before = [k for k in range(at) if chain is not None and chains[k] == chain]
        wanted = before or ([len(chains)] if chain is not None else [])
        assert found[at].nonzero().flatten().tolist() == wanted


def test_targets_leave_out_what_is_not_to_be_learned(learned):
    one = learned[MILL]
    target = targets(one, {})
    assert target.labels.tolist() == list(one.labels)  # all triggers here have one word
    assert (target.status != IGNORED).sum() == len(target.tellings)
    roles = dict(zip((event.id for event in one.events), target.roles.tolist(), strict=True))
    ids = [entity.id for entity in one.key.entities]
    assert roles["v9"][ids.index("e9")] == 1  # the agent
    assert roles["v9"][ids.index("e12")] == 2
    assert roles["v9"][ids.index("e4")] == IGNORED  # would be accepted
    assert roles["v9"][ids.index("e1")] == 0
    place, source = target.sides[:, [event.id for event in one.events].index("v12")]
    assert source.nonzero().flatten().tolist() == [ids.index("e15")]
    assert not place.any()


def test_lengths_beyond_the_longest_are_left_out(learned):
    spots = [replace(spot, first=0) for spot in learned[BID].spots]
    lengths = targets(replace(learned[BID], spots=tuple(spots)), {}).lengths.tolist()
    assert lengths == [spot.last if spot.last < 12 else IGNORED for spot in spots]
    assert lengths.count(IGNORED) > 0
    assert max(lengths) > 0


# --- single losses ----------------------------------------------------------------------------------------------------

GOLD = antecedents([0, 1, 0])


@pytest.mark.parametrize(
    ("before", "alone", "least", "most"),
    [
        ([[0, 0, 0], [-50, 0, 0], [50, 0, 0]], [0, 0, 0], 0, 0.01),  # all right
        ([[9e3, 9e3, 9e3], [-50, 9e3, 9e3], [50, 0, 9e3]], [0, 0, 0], 0, 0.01),  # what comes later does not count
        ([[0, 0, 0], [50, 0, 0], [50, 0, 0]], [0, 0, 0], 16, 17),  # one wrong antecedent of three
        ([[0, 0, 0], [-50, 0, 0], [0, 0, 0]], [0, 0, 50], 16, 17),  # one wrong beginning
    ],
)
def test_the_loss_of_antecedents(before, alone, least, most):
    loss = of_antecedents(torch.tensor(before, dtype=torch.float), torch.tensor(alone, dtype=torch.float), GOLD)
    assert least <= loss.item() <= most


def test_the_loss_of_antecedents_without_an_answer_is_nothing():
    assert of_antecedents(torch.ones(2, 2), torch.ones(2), antecedents([None, None])).item() == 0


def test_an_entity_has_the_best_score_of_its_mentions():
    scores = torch.tensor([[[1.0], [3.0], [2.0]]])
    members = torch.tensor([[True, False, True], [False, True, False], [False, False, False]])
    assert of_entities(scores, members).tolist() == [[[2.0], [3.0], [-20.0]]]
