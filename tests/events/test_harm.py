"""Casualties have the day and the place of what hurt them. Published on Tuesday, 29 November 2022."""

from datetime import date

import pytest

PUBLISHED = date(2022, 11, 29)
#: text, the casualty, its type, date, place and what did it
HURT = [
    ("Nine miners were hurt when an explosion tore up a shaft in Lima on Sunday, the owner said.",
     "hurt", "injure 2022-11-27 shared Lima explosion"),
    ("A storm in May injured two sailors off Malta.", "injured", "injure 2022-05 shared Malta storm"),
    ("Jane Roe was killed in a crash near Lyon in 1998.", "killed", "die 1998 syntax Lyon crash"),
    ("A flood has killed ten men near Puno. The flood ruined a bridge on Monday.", "killed",
     "die 2022-11-28 shared Puno flood"),
    # a mishap that is told beside, and what looks like one
    ("Jane Roe was killed on Sunday when a shell fell on her car.", "killed", "attack 2022-11-27 syntax"),
    ("Jane Roe was killed on Sunday when she opened the door.", "killed", "attack 2022-11-27 syntax"),
    # nothing did it, or something else
    ("The mayor spoke in Lyon on Sunday. Two guards were injured.", "injured", ""),
    ("A fire broke out in Lyon on Sunday. Jane Roe was injured in 1998.", "injured", "injure 1998 syntax"),
    ("A fire broke out in Lyon on Sunday. A dog had injured two guards.", "injured", ""),
    ("A fire broke out in Lyon on Sunday. Two guards may have been injured.", "injured", ""),
    ("Rebels may attack a market in Goma. Two guards were injured.", "injured", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(read_events):
    return read_events(HURT, PUBLISHED)


@pytest.mark.parametrize(("text", "casualty", "expected"), HURT)
def test_casualties(read, text, casualty, expected):
    view = read[text]
    event = view.event(casualty)
    name = {one.id: one.text for one in (*view.extraction.mentions, *view.extraction.events)}
    source = [name[one.target] for one in view.extraction.relations if one.source == event.id and one.method == "harm"]
    told = [event.type, view.when(casualty), *([name[event.place]] if event.place else []), *source]
    if not expected:
        assert not source
    else:
        assert " ".join(told) == expected
