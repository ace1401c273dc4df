// The graph: vis-network draws shapes and lines; names are drawn here, in order of importance, none over another.

const MOST_NAMES = 150;
const ALWAYS_NAMED = 12; // entities among so many of the most important nodes may have their name over other nodes
const LINE = 14; // height of a line of a name, in pixels

const createGraph = (story, store) => {
  const frame = byId("graph");
  let ground = "#ffffff";
  let hovered = null;
  let fitted = 1; // scale at which everything fits
  let names = []; // the names placed in the last drawing, for the SVG picture

  const colours = () => ({
    ground: themeColour("--paper"),
    ink: themeColour("--ink"),
    soft: themeColour("--soft"),
    line: themeColour("--tie"),
    strong: themeColour("--accent"),
  });
  let paint = colours();

  const nodeStyle = (number, status, near) => {
    const node = story.nodes[number];
    const manner = mannerOf(node);
    const colour = colourOf(story, node.kind);
    const dim = status === FADED || (near && !near.has(number));
    return {
      id: number,
      hidden: status === HIDDEN,
      opacity: status === FADED ? 0.13 : dim ? 0.3 : 1,
      color: { background: manner.fill === 1 ? colour : tint(colour, manner.fill, ground), border: colour },
      borderWidth: manner.fill === 1 ? 0.5 : 2,
      shapeProperties: { borderDashes: manner.dash ?? false },
    };
  };

  const edgeStyle = (number, status, near, chosen) => {
    const edge = story.edges[number];
    const node = store.state.selected?.node;
    const strong = number === chosen || edge.source === node || edge.target === node;
    const manner = MANNER[tieFactuality(edge)];
    return {
      id: number,
      hidden: status === HIDDEN,
      width: (strong ? 2 : 1.2) / Math.min(1, fitted),
      dashes: manner.dash ?? false,
      color: { color: strong ? paint.strong : paint.line, opacity: status === FADED ? 0.1 : strong || !near ? 0.9 : 0.25 },
      label: strong && status === ON && (near?.size ?? 0) <= 16 && fitted > 0.65 ? words(edge.relation) : "",
      font: { size: Math.round(11 / Math.min(1, fitted)) },
    };
  };

  /** A tie of a planned or denied event is drawn as the event is. */
  const tieFactuality = (edge) => {
    const event = [story.nodes[edge.source], story.nodes[edge.target]].find((one) => one.isEvent);
    return event && event.factuality !== "reported" ? event.factuality : "fact";
  };

  const nodes = new vis.DataSet(story.drawing.nodes);
  const edges = new vis.DataSet(story.drawing.edges);
  const network = new vis.Network(frame, { nodes, edges }, story.drawing.options);
  const shown = { nodes: new Map(), edges: new Map() };

  /** Hands vis-network only what has changed. */
  const update = (set, known, styles) => {
    const changed = styles.filter((style) => {
      const text = JSON.stringify(style);
      if (known.get(style.id) === text) return false;
      known.set(style.id, text);
      return true;
    });
    if (changed.length) set.update(changed);
  };

  const nearSelected = () => {
    const { selected } = store.state;
    if (selected?.node !== undefined) return around(story, selected.node, 1);
    if (selected?.edge !== undefined) return new Set([story.edges[selected.edge].source, story.edges[selected.edge].target]);
    return null;
  };

  const placesOf = (state) => {
    if (!story.stages.length) return [];
    const places = story.stages[state.stage][state.layout].slice();
    const last = story.stages.at(-1)[state.layout];
    for (let number = places.length; number < story.drawn; number += 1) {
      const near = story.nodes[number].ties.map((tie) => places[otherEnd(tie, number)]).filter(Boolean);
      const turn = number * 2.4;
      places[number] = near.length
        ? [mean(near, 0) + 70 * Math.cos(turn), mean(near, 1) + 70 * Math.sin(turn)].map(Math.round)
        : last[number];
    }
    return places;
  };
  const mean = (points, axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;

  const place = (state) => {
    const sizes = story.stages.length ? story.stages[state.stage].sizes : [];
    const last = story.stages.length ? story.stages.at(-1).sizes : [];
    nodes.update(placesOf(state).map(([x, y], id) => ({ id, x, y, size: sizes[id] ?? last[id] })));
  };

  const draw = (state, seen, previous) => {
    const near = nearSelected();
    if (previous && (previous.stage !== state.stage || previous.layout !== state.layout)) place(state);
    update(nodes, shown.nodes, story.drawing.nodes.map(({ id }) => nodeStyle(id, seen.drawn[id], near)));
    update(edges, shown.edges, story.drawing.edges.map(({ id }) => edgeStyle(id, seen.ties[id], near, state.selected?.edge)));
    if (previous && (previous.stage !== state.stage || previous.layout !== state.layout || previous.focus !== state.focus)) fit();
    else if (state.selected !== previous?.selected) reveal(state.selected?.node);
    tellStatus(state, seen);
    network.redraw();
  };

  const tellStatus = (state, seen) => {
    const on = seen.drawn.filter((one) => one === ON).length;
    const all = story.nodes.length;
    byId("status").textContent = all ? `${on.toLocaleString("en")} of ${count(all, "node", "nodes")} shown` : "Nothing to show";
    const next = story.stages[state.stage + 1];
    byId("more").hidden = !next || state.focus !== null;
    if (next) byId("more").textContent = `Show ${(next.count - story.stages[state.stage].count).toLocaleString("en")} more`;
    const note = byId("focus-note");
    note.hidden = state.focus === null && all <= story.drawn && !story.left_out;
    note.replaceChildren(...(state.focus === null ? [limitNote()] : focusNote(state)));
  };

  const limitNote = () =>
    `The ${story.drawn.toLocaleString("en")} most important of ${(story.nodes.length + story.left_out).toLocaleString("en")} nodes can be drawn; ` +
    `the table and the search have ${story.left_out ? `the first ${story.nodes.length.toLocaleString("en")}` : "all"}.`;

  const focusNote = (state) => [
    `Only ${oneLine(story.nodes[state.focus].label, 40)} and what is `,
    el("button", { type: "button", click: () => store.set({ depth: state.depth === 1 ? 2 : 1 }) }, state.depth === 1 ? "one link away" : "two links away"),
    " ",
    el("button", { type: "button", click: () => store.set({ focus: null }) }, "Show all again"),
  ];

  // --- names ---

  const ranked = () => {
    const { selected } = store.state;
    const near = nearSelected();
    const first = [selected?.node, hovered, ...(near ?? [])].filter((one) => one !== undefined && one !== null && one < story.drawn);
    return [...new Set([...first, ...story.drawing.nodes.map((one) => one.id)])];
  };

  const fontOf = (node, chosen, rank) => {
    const size = chosen ? 14 : rank < 6 ? 13.5 : 12;
    return `${chosen || (!node.isEvent && rank < 20) ? "600 " : ""}${size}px ${themeColour("--sans")}`;
  };

  const widths = new Map();
  const widthOf = (context, text) => {
    const key = `${context.font}\n${text}`;
    if (!widths.has(key)) widths.set(key, context.measureText(text).width);
    return widths.get(key);
  };

  const drawNames = (context) => {
    const ratio = network.canvas.pixelRatio;
    const { drawn } = store.seen;
    const near = nearSelected();
    const scale = network.getScale();
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const dots = new Boxes();
    const taken = new Boxes();
    const visible = ranked().filter((number) => drawn[number] === ON);
    const { clientWidth: width, clientHeight: height } = frame;
    const points = new Map();
    for (const number of visible) {
      const { x, y } = network.canvasToDOM(network.getPosition(number));
      const reach = network.body.nodes[number].options.size * scale;
      if (x < -80 || y < -40 || x > width + 80 || y > height + 40) continue;
      points.set(number, { x, y, reach });
      if (!near || near.has(number)) dots.add(x - reach * 0.8, y - reach * 0.8, x + reach * 0.8, y + reach * 0.8);
    }
    names = [];
    for (const [number, { x, y, reach }] of points) {
      if (names.length >= MOST_NAMES) break;
      const node = story.nodes[number];
      const chosen = number === store.state.selected?.node || number === hovered;
      if (near && !near.has(number) && !chosen) continue;
      const lines = twoLines(node.label, chosen ? 26 : 17);
      context.font = fontOf(node, chosen, number);
      const size = [Math.max(...lines.map((one) => widthOf(context, one))), lines.length * LINE];
      const spot = placeName({ x, y, reach }, size, width, chosen ? 2 : !node.isEvent && number < ALWAYS_NAMED ? 1 : 0, dots, taken);
      if (!spot) continue;
      context.strokeStyle = ground;
      context.lineWidth = 3.5;
      context.fillStyle = chosen ? paint.strong : node.isEvent ? paint.soft : paint.ink;
      context.textAlign = spot.align;
      lines.forEach((text, index) => {
        const middle = spot.y + (index - (lines.length - 1) / 2) * LINE;
        context.strokeText(text, spot.x, middle);
        context.fillText(text, spot.x, middle);
        names.push({ number, text, x: spot.x, y: middle, align: spot.align, bold: context.font.startsWith("600") });
      });
    }
    drawStrikes(context, points);
    context.restore();
  };

  /** Denied events are struck through. */
  const drawStrikes = (context, points) => {
    context.lineWidth = 2;
    for (const [number, { x, y, reach }] of points) {
      const node = story.nodes[number];
      if (!mannerOf(node).struck) continue;
      context.strokeStyle = colourOf(story, node.kind);
      context.beginPath();
      context.moveTo(x - reach * 0.85, y + reach * 0.85);
      context.lineTo(x + reach * 0.85, y - reach * 0.85);
      context.stroke();
    }
  };

  const drawRing = (context) => {
    if (store.state.layout === "time") drawYears(context);
    const number = store.state.selected?.node;
    for (const one of [number, hovered]) {
      if (one === undefined || one === null || one >= story.drawn || !store.seen.drawn[one]) continue;
      const { x, y } = network.getPosition(one);
      context.beginPath();
      context.arc(x, y, network.body.nodes[one].options.size + 7 / network.getScale(), 0, 2 * Math.PI);
      context.fillStyle = tint(paint.strong, one === number ? 0.22 : 0.1, ground);
      context.fill();
    }
  };

  /** In the layout by date: where each year begins. */
  const drawYears = (context) => {
    const years = new Map();
    for (const node of story.inOrder) {
      if (node.number >= story.drawn || !store.seen.drawn[node.number]) continue;
      const { year } = civil(firstMoment(node));
      const { x } = network.getPosition(node.number);
      years.set(year, Math.min(x, years.get(year) ?? Infinity));
    }
    const scale = network.getScale();
    const top = network.DOMtoCanvas({ x: 0, y: 8 }).y;
    const bottom = network.DOMtoCanvas({ x: 0, y: frame.clientHeight }).y;
    context.font = `${12 / scale}px ${themeColour("--sans")}`;
    context.textBaseline = "top";
    let free = -Infinity;
    for (const [year, x] of [...years].sort((one, other) => one[1] - other[1])) {
      const left = x - 30;
      context.strokeStyle = tint(paint.line, 0.5, ground);
      context.lineWidth = 1 / scale;
      context.beginPath();
      context.moveTo(left, top);
      context.lineTo(left, bottom);
      context.stroke();
      if (left < free) continue;
      context.fillStyle = paint.soft;
      context.fillText(yearWords(year), left + 4 / scale, top);
      free = left + 44 / scale;
    }
  };

  // --- moving about ---

  const fit = () => {
    const numbers = story.drawing.nodes.map((one) => one.id).filter((id) => store.seen.drawn[id] === ON);
    if (!numbers.length) return;
    const places = numbers.map((number) => network.getPosition(number));
    const [left, right] = [Math.min, Math.max].map((end) => end(...places.map((place) => place.x)));
    const [top, bottom] = [Math.min, Math.max].map((end) => end(...places.map((place) => place.y)));
    const covered = coveredByPanel();
    const room = [frame.clientWidth - covered - 130, frame.clientHeight - 90].map((side) => Math.max(side, 80));
    const scale = Math.max(0.05, Math.min(1.25, room[0] / (right - left || 1), room[1] / (bottom - top || 1)));
    const position = { x: (left + right + covered / scale) / 2, y: (top + bottom) / 2 + 8 / scale };
    network.moveTo({ position, scale, animation: false });
    if (Math.abs(fitted - scale) > 0.05) {
      fitted = scale;
      draw(store.state, store.seen, store.state);
    }
  };

  const glide = (position, scale = network.getScale()) =>
    network.moveTo({ position, scale, animation: reducedMotion() ? false : { duration: 300, easingFunction: "easeInOutQuad" } });

  /** Brings a node into view if it is outside, without changing the scale. */
  const reveal = (number) => {
    if (number === undefined || number >= story.drawn) return;
    const position = network.getPosition(number);
    const { x, y } = network.canvasToDOM(position);
    const { clientHeight: height } = frame;
    const width = frame.clientWidth - coveredByPanel();
    if (x < 60 || y < 40 || x > width - 60 || y > height - 50) glide({ x: position.x + coveredByPanel() / 2 / network.getScale(), y: position.y });
  };

  /** Width of the panel where it lies over the graph. */
  const coveredByPanel = () => (getComputedStyle(byId("panel")).position === "absolute" ? Math.min(byId("panel").offsetWidth, frame.clientWidth * 0.6) : 0);

  const zoom = (factor) => glide(network.getViewPosition(), Math.min(4, Math.max(0.05, network.getScale() * factor)));

  /** The next node in the direction of an arrow key. */
  const step = (key) => {
    const { selected } = store.state;
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const candidates = story.drawing.nodes.map((one) => one.id).filter((id) => store.seen.drawn[id] === ON);
    if (!candidates.length) return;
    if (selected?.node === undefined || !store.seen.drawn[selected.node]) return choose(candidates[0]);
    const from = network.getPosition(selected.node);
    const [dx, dy] = ways[key];
    const cost = (id) => {
      const { x, y } = network.getPosition(id);
      const along = (x - from.x) * dx + (y - from.y) * dy;
      const across = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
      return along > 1 ? along + 2 * across : Infinity;
    };
    const best = candidates.filter((id) => id !== selected.node).sort((one, other) => cost(one) - cost(other))[0];
    if (best !== undefined && cost(best) < Infinity) choose(best);
  };

  const choose = (number) => {
    store.select({ node: number });
    say(story.nodes[number].label.slice(0, 80));
  };

  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) store.select({ node });
    else if (edge !== undefined) store.select({ edge });
    else if (store.state.selected) store.select(null);
  });
  network.on("doubleClick", ({ nodes: [node] }) => {
    if (node !== undefined) store.set({ focus: store.state.focus === node ? null : node, selected: { node } });
  });
  const hover = (number) => {
    hovered = number;
    frame.style.cursor = number === null ? "" : "pointer";
    network.redraw();
  };
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  network.on("hoverEdge", () => (frame.style.cursor = "pointer"));
  network.on("blurEdge", () => (frame.style.cursor = ""));
  network.on("beforeDrawing", drawRing);
  network.on("afterDrawing", drawNames);

  frame.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow")) step(event.key);
    else if (event.key === "Enter" && store.state.selected) byId("panel").focus();
    else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else return;
    event.preventDefault();
  });
  byId("zoom-in").addEventListener("click", () => zoom(1.3));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  byId("fit").addEventListener("click", fit);
  byId("more").addEventListener("click", () => story.stages[store.state.stage + 1] && store.set({ stage: store.state.stage + 1 }));
  for (const button of document.querySelectorAll("button[data-layout]")) {
    button.addEventListener("click", () => store.set({ layout: button.dataset.layout }));
  }

  const repaint = () => {
    paint = colours();
    ground = paint.ground;
    shown.nodes.clear();
    shown.edges.clear();
    network.setOptions({ edges: { font: { color: paint.soft, strokeWidth: 0, background: ground, face: themeColour("--sans") } } });
    draw(store.state, store.seen, store.state);
  };

  store.subscribe((state, seen, previous) => {
    for (const button of document.querySelectorAll("button[data-layout]")) {
      button.setAttribute("aria-pressed", String(button.dataset.layout === state.layout));
    }
    draw(state, seen, previous);
  });

  return {
    network,
    fit,
    repaint,
    start: () => {
      const { state } = store;
      ground = paint.ground;
      if (state.stage || state.layout !== document.documentElement.dataset.layout) place(state);
      repaint();
      fit();
    },
    names: () => names,
    paint: () => paint,
  };
};

/** Boxes on the screen, to ask whether there is room for one more. */
class Boxes {
  constructor() {
    this.cells = new Map();
  }

  static *cellsOf(left, top, right, bottom) {
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1) {
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) yield `${x}:${y}`;
    }
  }

  add(left, top, right, bottom) {
    for (const cell of Boxes.cellsOf(left, top, right, bottom)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push([left, top, right, bottom]);
    }
  }

  isFree(left, top, right, bottom) {
    for (const cell of Boxes.cellsOf(left, top, right, bottom)) {
      for (const [l, t, r, b] of this.cells.get(cell) ?? []) if (l < right && r > left && t < bottom && b > top) return false;
    }
    return true;
  }
}

/**
 * A place for a name below, above, right or left of its node, where it covers no other name and no node. If `force` is 1
 * it may cover nodes; if 2, anything. Gives its anchor and middle line, and takes the place.
 */
const placeName = ({ x, y, reach }, [width, height], most, force, dots, taken) => {
  const spots = [
    [x - width / 2, y + reach + 3 + height / 2, "center", x],
    [x - width / 2, y - reach - 3 - height / 2, "center", x],
    [x + reach + 5, y, "left", x + reach + 5],
    [x - reach - 5 - width, y, "right", x - reach - 5],
  ];
  const box = ([left, middle]) => [left - 2, middle - height / 2, left + width + 2, middle + height / 2];
  const fits = (spot) => spot[0] > 1 && spot[0] + width < most - 1 && spot[1] - height / 2 > 1 && taken.isFree(...box(spot));
  const spot =
    spots.find((one) => fits(one) && dots.isFree(...box(one))) ?? (force > 0 ? spots.find(fits) : null) ?? (force > 1 ? spots[0] : null);
  if (!spot) return null;
  taken.add(...box(spot));
  return { x: spot[3], y: spot[1], align: spot[2] };
};
