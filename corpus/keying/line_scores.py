"""Scores of whole lines, and of ties and figures."""

from __future__ import annotations

from collections.abc import Mapping

from keying.coreference import Score, counted
from keying.event_scores import date_right, place_right, status_right, who_right
from keying.pairing import Pairing, told_by
from keying.schema import Key
from keying.sides import Side, equal

LENGTHS = (3, 5, 8, 12)


def told(pairing: Pairing) -> dict[str, Score]:
    """How many of the wanted events the first n lines tell, and how many of these lines tell any event at all."""
    gold = pairing.gold.key.events
    wanted = {event.id for event in gold if event.worth == 1}
    found = {}
    for length in LENGTHS:
        lines = pairing.system.ranked[:length]
        hits = [[hit for hit in told_by(line, gold) if hit.worth] for line in lines]
        told = {hit.id for row in hits for hit in row} & wanted
        found[f"wanted told at {length} lines"] = Score(sum(map(bool, hits)), len(lines), len(told), len(wanted))
    return found


def lines(pairing: Pairing) -> dict[str, Score]:
    """Whole lines: told, not a second time, with date, who, place and status right; and event, date and who alone."""
    published = pairing.gold.key.published
    used: dict[str, tuple[bool, bool]] = {}
    right = [0, 0]
    for line in pairing.system.lines:
        hits = [hit for hit in told_by(line, pairing.gold.key.events) if hit.worth]
        hits.sort(key=lambda hit: (hit.id in used, hit.worth))
        if not hits or hits[0].id in used:
            continue
        gold = hits[0]
        three = date_right(gold, line, published) and who_right(gold, line, pairing)
        whole = three and place_right(gold, line, pairing) and status_right(gold, line)
        used[gold.id] = (whole, three)
        right = [right[0] + whole, right[1] + three]
    wanted = [event.id for event in pairing.gold.key.events if event.worth == 1]
    lines = len(pairing.system.lines)
    return {
        layer: Score(right[at], lines, sum(used.get(name, (False, False))[at] for name in wanted), len(wanted))
        for at, layer in enumerate(("whole lines", "lines: event, date, who"))
    }


def ties(gold: Side, system: Side, entity: Mapping[str, str]) -> dict[str, Score]:
    """Ties as who, relation and whom; of those that both sides tell, whether it holds, and when."""

    def means(item: str | None) -> str | None:
        return None if item is None else entity.get(item, f"? {item}")

    ours = {(tie.subject, tie.relation, tie.object): tie for tie in gold.key.ties}
    theirs = {(means(tie.subject), tie.relation, means(tie.object)): tie for tie in system.key.ties}
    both = [(ours[ends], theirs[ends]) for ends in ours.keys() & theirs.keys()]
    return {
        "ties": equal(set[object](ours), set[object](theirs)),
        "ties: status right": counted(sum(one.status == two.status for one, two in both), len(both), len(both)),
        "ties: time right": counted(sum(one.when == two.when for one, two in both), len(both), len(both)),
    }


def figures(key: Key) -> set[object]:
    """Figures as what they say, at the place of their last word."""
    return {(figure.end, figure.value, figure.most, figure.bound, figure.counted) for figure in key.figures}
