// Moving about in the graph: fit, zoom, bring into view, and steps from node to node by arrow key.

const LARGEST = 1.25; // a small graph is not blown up further

const createMoving = (story, store, scene) => {
  const { network, frame } = scene;
  const panel = byId("panel");

  const shownNodes = () => story.drawing.nodes.map((one) => one.id).filter((id) => store.seen.drawn[id] === ON);

  /** Width of the panel where it lies over the graph. */
  const covered = () => (getComputedStyle(panel).position === "absolute" ? Math.min(panel.offsetWidth, frame.clientWidth * 0.6) : 0);

  /** The scale and position at which all that is shown fits the window, with room for names. */
  const whole = () => {
    const places = shownNodes().map((number) => network.getPosition(number));
    if (!places.length) return null;
    const [left, right] = [Math.min, Math.max].map((end) => end(...places.map((place) => place.x)));
    const [top, bottom] = [Math.min, Math.max].map((end) => end(...places.map((place) => place.y)));
    const hidden = covered();
    const above = store.state.layout === "time" ? YEARS : 0;
    const below = byId("focus-note").offsetHeight; // the note lies over the lower edge
    const room = [frame.clientWidth - hidden - ROOM[0], frame.clientHeight - ROOM[1] - above - below].map((side) => Math.max(side, 80));
    const scale = Math.max(0.05, Math.min(LARGEST, room[0] / (right - left || 1), room[1] / (bottom - top || 1)));
    return { scale, position: { x: (left + right + hidden / scale) / 2, y: (top + bottom) / 2 + (8 + (below - above) / 2) / scale } };
  };

  const glide = (position, scale = network.getScale()) =>
    network.moveTo({ position, scale, animation: reducedMotion() ? false : { duration: 300, easingFunction: "easeInOutQuad" } });

  const zoom = (factor) => glide(network.getViewPosition(), Math.min(4, Math.max(0.05, network.getScale() * factor)));

  /** Brings a node into view if it is outside, without changing the scale. */
  const reveal = atNextFrame((number) => {
    if (number === undefined || number >= story.drawn) return;
    const position = network.getPosition(number);
    const { x, y } = network.canvasToDOM(position);
    const width = frame.clientWidth - covered();
    const inside = x >= 60 && y >= 40 && x <= width - 60 && y <= frame.clientHeight - 50;
    if (!inside) glide({ x: position.x + covered() / 2 / network.getScale(), y: position.y });
  });

  /** The next node in the direction of an arrow key. */
  const neighbour = (key) => {
    const { selected } = store.state;
    const candidates = shownNodes();
    if (selected?.node === undefined || !store.seen.drawn[selected.node]) return candidates[0];
    return nearestTowards(key, selected.node, candidates, (id) => network.getPosition(id));
  };

  return { whole, glide, zoom, reveal, neighbour };
};

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Of the candidates the one that lies nearest in the direction of an arrow key; what lies aside counts as farther. */
const nearestTowards = (key, from, candidates, placeOf) => {
  const [dx, dy] = WAYS[key];
  const start = placeOf(from);
  let best;
  let least = Infinity;
  for (const one of candidates) {
    const { x, y } = placeOf(one);
    const along = (x - start.x) * dx + (y - start.y) * dy;
    const cost = along + 2 * (Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx));
    if (one !== from && along > 1 && cost < least) [best, least] = [one, cost];
  }
  return best;
};
