"""Who says so: by name, or in the words of the text where nobody of that name is known."""

import pytest

from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.graph.timeline import timeline

SACKED = "Alba sacked Jane Roe on 8 August 2008."
SAID = [
    ((f"Prosecutors said that {SACKED}",), "prosecutors"),
    ((f"The union said that {SACKED}",), "the union"),
    ((f"Russian residents said that {SACKED}",), "Russian residents"),
    ((f"Olaf Lund said that {SACKED}",), "Olaf Lund"),
    ((f"Olaf Lund said that {SACKED}", f"Witnesses said that {SACKED}"), "Olaf Lund, witnesses"),
    ((f"Witnesses said that {SACKED}", SACKED), None),
    ((f"Somebody said that {SACKED}",), None),
]


@pytest.fixture(scope="module")
def read(read_collections):
    return dict(zip((articles for articles, _ in SAID), read_collections([one for one, _ in SAID]), strict=True))


@pytest.mark.parametrize(("articles", "speaker"), SAID)
def test_who_says_so(read, articles, speaker):
    entries = timeline(EventGraph.from_resolution(read[articles].resolution))
    assert [entry.attribution for entry in entries if entry.label.startswith("Alba sacked")] == [speaker]
