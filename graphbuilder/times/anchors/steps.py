"""Which cell is so many steps from that of speech time or the story: "yesterday", "this week", "that month"."""

from __future__ import annotations

from graphbuilder.times.anchors.offsets import UNKNOWN, is_after_publication
from graphbuilder.times.calendar.cells import Cell, containing, day_of, number_of, weekday_of
from graphbuilder.times.calendar.values import PUBLICATION, SCENE, STORY, Step
from graphbuilder.times.context import NEARBY_PARAGRAPHS, Context
from graphbuilder.times.document.tense import FORESEEN
from graphbuilder.times.reading import Reading, of_cell


def step(value: Step, context: Context) -> Reading:
    """The cell so many cells away from that of speech time or, for "the following", "that" and "the", of the story.

    In a history "today" is PRESENT_REF, and "this year" is the story's.
    """
    today = context.narrative and value.unit == "day" and value.anchor == PUBLICATION and value.count == 0
    if today:
        return Reading("DATE", "PRESENT_REF", anchor=PUBLICATION if context.publication else None)
    pointed = value.anchor in (STORY, SCENE)
    of_story = pointed or (context.narrative and value.count == 0)
    # "this year" is none that the text has only planned for
    near = 0 if value.anchor == SCENE else NEARBY_PARAGRAPHS
    base = (
        context.reference_time(value.unit, passing=pointed, near=near) if of_story else context.speech_time(value.unit)
    )
    if base is None:
        return Reading("DATE", UNKNOWN.get(value.unit, "XXXX"))
    moment, name = base
    if value.unit == "weekend" and value.count == 0 and weekday_of(moment) < 5 and context.tense < 0:
        moment = day_of(number_of(moment) - 7)
    cell = containing(value.unit, moment).step(value.count)
    if of_story and value.count == 0 and context.publication is not None and _is_of_publication(cell, context):
        cell, name = containing(value.unit, context.publication), PUBLICATION
    implied = ("year", "month", "day")[: 1 + (value.unit not in ("year", "decade", "century"))]
    reading = of_cell(cell, name, implied, approximate=moment.approximate)
    if of_story and value.count > 0 and is_after_publication(reading, context):
        return Reading("DATE", UNKNOWN.get(value.unit, "XXXX"))
    return reading


def _is_of_publication(cell: Cell, context: Context) -> bool:
    """Whether a cell of the story lies in the past though the clause is in the future: then publication's is denoted.

    Yes: "It was found last May. They will appeal by the end of the month".
    No: "said in May that it would close by the end of the year".
    """
    today, prior = context.publication, context.prior[-1] if context.prior else None
    serves = today is not None and context.publication_serves(cell.unit) and not context.narrative
    if today is None or not serves or number_of(cell.end.last) >= number_of(today) or context.tense <= 0:
        return False
    # "said in May that it would close by the year's end"
    here = prior is not None and prior.sentence == context.here.sentence.index
    return context.tense != FORESEEN or not here
