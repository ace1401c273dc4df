// Where the nodes of the graph stand: as laid out beforehand, turned and stretched to the shape of the window, or, if one
// of them is in focus, in rings around it.

const [WIDEST, TALLEST] = [1.9, 2]; // the picture is stretched at most by so much
const ROOM = [130, 92]; // around the nodes, for their names, in pixels
const [RING, RING_STEP, ROOM_IN_RING] = [150, 75, 59]; // radius of the first ring, from ring to ring, along a ring from node to node

const createPlaces = (story, frame) => {
  const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

  /** The positions of the stage; nodes beyond it stand beside what they are tied to. */
  const laidOut = (state) => {
    const [now, last] = [story.stages[state.stage], story.stages.at(-1)].map((one) => story.pictureOf(state, one)[state.layout]);
    const places = now.slice();
    for (let number = places.length; number < story.drawn; number += 1) {
      const near = story.nodes[number].ties.map((tie) => places[otherEnd(tie, number)]).filter(Boolean);
      const turn = number * 2.4;
      places[number] = near.length
        ? [mean(near.map(([x]) => x)) + 70 * Math.cos(turn), mean(near.map(([, y]) => y)) + 70 * Math.sin(turn)].map(Math.round)
        : last[number];
    }
    return places;
  };

  /** Width to height of the window, without the room for names. */
  const shape = () => Math.max(frame.clientWidth - ROOM[0], 80) / Math.max(frame.clientHeight - ROOM[1], 80);

  const isUpright = (state) => state.layout === "force" && frame.clientHeight > frame.clientWidth * 1.1;

  /** How much wider the picture becomes (or, below 1, how much higher), in steps, so that it is not moved for nothing. */
  const stretch = (places, upright) => {
    const [wide, tall] = [0, 1].map((axis) => Math.max(...places.map((place) => place[axis])) - Math.min(...places.map((place) => place[axis])));
    const now = (upright ? tall : wide) / ((upright ? wide : tall) || 1);
    return Math.round(Math.max(1 / TALLEST, Math.min(WIDEST, shape() / (now || 1))) * 20) / 20;
  };

  /** Evenly around the middle, in the order given, in as many rings as hold them; puts [x, y] and the angle into `found`. */
  const ring = (numbers, first, aspect, found) => {
    const rings = [];
    for (let room = 0; room < numbers.length; room += rings.at(-1).room) {
      const radius = first + RING_STEP * rings.length;
      rings.push({ radius, room: Math.round((2 * Math.PI * radius) / ROOM_IN_RING), taken: 0 });
    }
    numbers.forEach((number, index) => {
      const emptiest = rings.reduce((best, one) => ((one.taken + 1) / one.room < (best.taken + 1) / best.room ? one : best));
      emptiest.taken += 1;
      const angle = (index / numbers.length) * 2 * Math.PI - Math.PI / 2;
      found.set(number, { angle, place: [emptiest.radius * aspect * Math.cos(angle), emptiest.radius * Math.sin(angle)].map(Math.round) });
    });
    return first + RING_STEP * rings.length;
  };

  /** Names by kind, then events by date, then those without one: so that the eye finds them. */
  const inOrder = (one, other) => {
    const [a, b] = [story.nodes[one], story.nodes[other]];
    if (a.dated && b.dated) return byDate(a, b);
    return a.isEvent - b.isEvent || b.dated - a.dated || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : one - other);
  };

  const around_ = (state) => {
    const { focus, depth } = state;
    const near = (steps) => [...around(story, focus, steps)].filter((one) => !isUnlikely(story.nodes[one], state));
    const aspect = Math.max(0.6, Math.min(2.2, shape()));
    const inner = near(1).filter((one) => one !== focus).sort(inOrder);
    const found = new Map([[focus, { angle: 0, place: [0, 0] }]]);
    const next = ring(inner, RING, aspect, found);
    if (depth > 1) {
      const angle = (number) => {
        const placed = story.nodes[number].ties.map((tie) => found.get(otherEnd(tie, number))).filter(Boolean);
        return Math.min(...placed.map((one) => one.angle));
      };
      const known = new Set(found.keys());
      const outer = near(depth).filter((one) => !known.has(one)).map((number) => [angle(number), number]);
      outer.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
      ring(outer.map(([, number]) => number), next, aspect, found);
    }
    return found;
  };

  /** Numbers of the nodes of a stage that are tied to no other in it; in the layout by date, to no date. */
  const loose = (state) => {
    const { stage, layout } = state;
    const { count } = story.stages[stage];
    const holds = (node) => node.number < count && !isUnlikely(node, state) && (layout === "force" || node.dated);
    const tied = (node) => node.ties.some((tie) => tie.source !== tie.target && holds(story.nodes[otherEnd(tie, node.number)]));
    return story.nodes.slice(0, count).filter((node) => !(layout === "time" && node.dated) && !tied(node)).map((node) => node.number);
  };

  /** The positions of all nodes that can be drawn; `key` changes with them. */
  return (state) => {
    if (!story.stages.length) return { key: "", places: [], loose: [] };
    const places = laidOut(state);
    const { stage, layout, focus, depth } = state;
    if (focus !== null && layout === "force") {
      for (const [number, { place }] of around_(state)) if (number < story.drawn) places[number] = place;
      return { key: `${focus}:${depth}:${showsAll(state)}:${shape().toFixed(1)}`, places, loose: [] };
    }
    const upright = isUpright(state);
    const wider = stretch(places.slice(0, story.stages[stage].count), upright);
    const turned = places.map(([x, y]) => (upright ? [y, x] : [x, y])).map(([x, y]) => (wider > 1 ? [Math.round(x * wider), y] : [x, Math.round(y / wider)]));
    return { key: `${stage}:${layout}:${showsAll(state)}:${upright}:${wider}`, places: turned, loose: focus === null ? loose(state) : [] };
  };
};
