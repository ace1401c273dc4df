// The graph: vis-network draws shapes and lines; names and what lies behind the nodes are drawn by ourselves.

const SMALLEST = 0.8; // at a smaller scale than this, nodes are drawn larger than they are laid out …
const MOST_GROWTH = 1.3; // … by at most so much
const CROWD = 200; // … or less, if there are more nodes
const MOST_HEADS = 400; // with more ties, only those of what is selected have a head

const createGraph = (story, store) => {
  const frame = byId("graph");
  let hovered = null;
  let fitted = 1; // scale at which everything fits
  const placesOf = createPlaces(story, frame);
  let places = { key: null, places: [], loose: [] };

  const colours = () => ({
    ground: themeColour("--paper"),
    ink: themeColour("--ink"),
    soft: themeColour("--soft"),
    line: themeColour("--tie"),
    strong: themeColour("--accent"),
    alert: themeColour("--alert"),
    kinds: Object.fromEntries(Object.keys(story.looks).map((kind) => [kind, colourOf(story, kind)])),
  });
  let paint = colours();

  const { nodes, edges, options } = story.drawing;
  const network = new vis.Network(frame, { nodes, edges }, options);
  const drawing = createDrawing(network);
  const scene = { network, drawing, frame, paint: () => paint, hovered: () => hovered, loose: () => places.loose };
  const names = createNames(story, store, scene);
  const moving = createMoving(story, store, scene);

  // --- how it looks ---

  const nodeStyle = (number, status, near) => {
    const node = story.nodes[number];
    const manner = mannerOf(node);
    const colour = paint.kinds[node.kind];
    const dim = near && !near.has(number);
    return {
      id: number,
      hidden: status === HIDDEN,
      opacity: status === FADED ? 0.13 : dim ? 0.3 : 1,
      color: { background: manner.fill === 1 ? colour : tint(colour, manner.fill, paint.ground), border: colour },
      borderWidth: manner.fill === 1 ? 0.5 : 2,
      dashes: manner.dash ?? false,
    };
  };

  const edgeStyle = (number, status, near, headed) => {
    const edge = story.edges[number];
    const { selected, focus, layout } = store.state;
    const strong = isTold(edge, selected) && (focus === null || focus !== selected.node); // else all ties are
    const quiet = near && !isTold(edge, selected) ? 0.25 : layout === "time" ? 0.38 : 0.9;
    return {
      id: number,
      hidden: status === HIDDEN,
      headed: headed || strong,
      width: (strong ? 2 : 1.2) / Math.min(1, fitted),
      dashes: dashOf(edge) ?? false,
      color: { color: strong ? paint.strong : edge.standing === "denied" ? paint.alert : paint.line, opacity: status === FADED ? 0.1 : strong ? 0.9 : quiet },
    };
  };

  /** A tie of a planned or denied event is drawn as the event is; one between names as it is told. */
  const dashOf = (edge) => {
    const event = [story.nodes[edge.source], story.nodes[edge.target]].find((one) => one.isEvent);
    return event ? (event.factuality === "reported" ? null : MANNER[event.factuality].dash) : TIE_DASHES[edge.standing];
  };

  // --- where it stands ---

  const place = (state) => {
    const next = placesOf(state);
    if (next.key !== places.key) drawing.place(next.places);
    places = next;
    resize(state);
  };

  const resize = (state) => {
    const sizesOf = (stage) => story.pictureOf(state, stage).sizes;
    const sizes = story.stages.length ? sizesOf(story.stages[state.stage]) : [];
    const most = MOST_GROWTH ** Math.min(1, CROWD / (2 * sizes.length));
    const growth = Math.min(most, Math.max(1, SMALLEST / fitted));
    const last = story.stages.length ? sizesOf(story.stages.at(-1)) : [];
    drawing.resize(nodes.map(({ id }) => (sizes[id] ?? last[id]) * growth));
  };

  const fit = () => {
    if (!frame.clientWidth) return;
    place(store.state);
    const view = moving.whole();
    if (!view) return;
    network.moveTo({ ...view, animation: false });
    if (Math.abs(fitted - view.scale) < 0.02) return;
    fitted = view.scale;
    resize(store.state);
    style(store.state, store.seen);
  };

  // --- drawing ---

  const style = (state, seen) => {
    const headed = seen.ties.filter((one) => one !== HIDDEN).length <= MOST_HEADS;
    drawing.style(
      nodes.map(({ id }) => nodeStyle(id, seen.drawn[id], seen.near)),
      edges.map(({ id }) => edgeStyle(id, seen.ties[id], seen.near, headed)),
    );
  };

  const draw = (state, seen, previous) => {
    const moved = previous && (["stage", "layout", "focus", "depth"].some((key) => previous[key] !== state[key]) || showsAll(previous) !== showsAll(state));
    tellStatus(state, seen);
    if (moved) place(state);
    style(state, seen);
    if (moved) fit();
    else if (state.selected !== previous?.selected) moving.reveal(state.selected?.node);
    drawing.redraw();
  };

  /** How many nodes a later stage has beyond the present one that the filters leave. */
  const moreIn = (stage, state, seen) => seen.status.slice(story.stages[state.stage].count, stage.count).filter((one) => one !== HIDDEN).length;

  /** The number of the next stage that shows more; -1 where none does. */
  const nextStage = (state, seen) => story.stages.findIndex((stage, number) => number > state.stage && moreIn(stage, state, seen));

  const tellStatus = (state, seen) => {
    const on = seen.drawn.filter((one) => one === ON).length;
    const all = story.nodes.length;
    byId("status").textContent = all ? `${on.toLocaleString("en")} of ${count(all, "node", "nodes")} shown` : "Nothing to show";
    const next = story.stages[nextStage(state, seen)];
    byId("more").hidden = !next || state.focus !== null;
    if (next) byId("more").textContent = `Show ${moreIn(next, state, seen).toLocaleString("en")} more`;
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

  const repaint = () => {
    paint = colours();
    drawing.forget();
    draw(store.state, store.seen, store.state);
  };

  // --- what the reader does ---

  const choose = (number) => {
    if (number === undefined) return;
    store.select({ node: number });
    say(story.nodes[number].label.slice(0, 80));
  };

  const hover = (number) => {
    hovered = number;
    frame.style.cursor = number === null ? "" : "pointer";
    drawing.redraw();
  };

  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) store.select({ node });
    else if (edge !== undefined) store.select({ edge });
    else if (store.state.selected) store.select(null);
  });
  network.on("doubleClick", ({ nodes: [node] }) => {
    if (node !== undefined) store.set({ focus: store.state.focus === node ? null : node, selected: { node } });
  });
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  network.on("hoverEdge", () => (frame.style.cursor = "pointer"));
  network.on("blurEdge", () => (frame.style.cursor = ""));
  network.on("beforeDrawing", createBackdrop(story, store, scene));
  network.on("afterDrawing", names.draw);

  frame.addEventListener("keydown", (event) => {
    if (event.key in WAYS) choose(moving.neighbour(event.key));
    else if (event.key === "Enter" && store.state.selected) byId("panel").focus();
    else if (event.key === "+" || event.key === "=") moving.zoom(1.3);
    else if (event.key === "-") moving.zoom(1 / 1.3);
    else return;
    event.preventDefault();
  });
  byId("zoom-in").addEventListener("click", () => moving.zoom(1.3));
  byId("zoom-out").addEventListener("click", () => moving.zoom(1 / 1.3));
  byId("fit").addEventListener("click", fit);
  byId("more").addEventListener("click", () => {
    const next = nextStage(store.state, store.seen);
    if (next > 0) store.set({ stage: next });
  });
  for (const button of document.querySelectorAll("button[data-layout]")) {
    button.addEventListener("click", () => store.set({ layout: button.dataset.layout }));
  }

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
      place(store.state);
      repaint();
      fit();
    },
    names: names.placed,
    words: names.words,
    caption: names.caption,
    paint: () => paint,
    bend: drawing.bend,
    isHeaded: drawing.isHeaded,
    dashOf,
    struckTies: () => struckTies(story, store, scene),
  };
};
