"""The label of an event: the phrase nearest to the centroid of all its mentions."""


def test_the_label_is_the_telling_nearest_to_the_middle(read_collections):
    tellings = [
        "A nurse of Alba in Lima was hurt by an earthquake in Lima on 3 May 2021.",
        "An earthquake struck Lima on 3 May 2021.",
        "An earthquake struck Lima at dawn on 3 May 2021.",
        "A strong earthquake struck Lima on 3 May 2021.",
    ]
    (view,) = read_collections([[(text, "2021-05-04") for text in tellings]])
    event = view.event(1, "earthquake")
    assert event == view.event(2, "earthquake") == view.event(3, "earthquake")
    assert "struck Lima" in event.name
    assert "nurse" not in event.name
