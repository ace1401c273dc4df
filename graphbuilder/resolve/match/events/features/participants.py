"""Who: do the participants of two event clusters agree in their roles?"""

from __future__ import annotations

from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.features.types import is_giving

#: Roles of those who do something, or with or where it is done; all others are done to, for or about.
_ACTIVE = frozenset({"agent", "attendee", "host", "partner", "place", "source"})
_AFFECTED = frozenset({"patient", "recipient"})
#: Types of which each does their own: what one says or demands, another does not.
_OF_ONE_AGENT = frozenset({"accuse", "announce", "demand", "deny", "invite", "threaten", "warn"})


def of_role(cluster: EventCluster, *roles: str) -> set[str]:
    """The entities in one of these roles."""
    return {entity for role, entity in cluster.participants if role in roles}


def objects(cluster: EventCluster) -> frozenset[tuple[str, str]]:
    """Roles and entities of what is done to, for or about."""
    return frozenset(part for part in cluster.participants if part[0] not in _ACTIVE)


def has_active_role(cluster: EventCluster) -> bool:
    """Whether somebody has an active role."""
    return any(role in _ACTIVE for role, _ in cluster.participants)


def patients_differ(left: EventCluster, right: EventCluster) -> bool:
    """Whether both have patients, and none in common: Kharkiv and Odesa, bombed on one day, are two events."""
    patients = of_role(left, "patient"), of_role(right, "patient")
    return all(patients) and patients[0].isdisjoint(patients[1])


def agents_differ(left: EventCluster, right: EventCluster) -> bool:
    """Whether both have agents, none in common, and this is not one act seen from two sides.

    Yes: "Roe gave Lund the key", "Lund gave himself the key", since Lund is agent of one and recipient of the other.
    No: an attack, of which either side may be the agent; an act that has somebody in another role in common.
    """
    if left.type == "attack":
        return False
    agents = of_role(left, "agent"), of_role(right, "agent")
    if not all(agents) or not agents[0].isdisjoint(agents[1]):
        return False
    affected = of_role(left, *_AFFECTED), of_role(right, *_AFFECTED)
    if agents[0] & (affected[1] - agents[1]) or agents[1] & (affected[0] - agents[0]):
        return True
    is_own_act = left.type in _OF_ONE_AGENT or is_giving(left)
    return is_own_act or all(role == "agent" for role, _ in left.participants & right.participants)


def roles_agree(left: EventCluster, right: EventCluster) -> bool:
    """Whether each role that both have has an entity in common, and there is such a role."""
    roles = {role for role, _ in left.participants} & {role for role, _ in right.participants}
    common = {role for role, _ in left.participants & right.participants}
    return bool(roles) and roles == common


def same_recipient(left: EventCluster, right: EventCluster) -> bool:
    """Whether something is given or promised to the same, and not only by the same; yes of all other types."""
    return not is_giving(left) or bool(objects(left) & objects(right))
