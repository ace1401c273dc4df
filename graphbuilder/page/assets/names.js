// Names of nodes, drawn on the canvas in order of importance, none over another.

const MOST_NAMES = 150;
const MOST_TRIED = 400; // in a crowd, so many of the most important nodes are tried
const ALWAYS_NAMED = 24; // entities among so many of the most important nodes may have their name over other nodes
const MOST_WORDED = 16; // with more around what is selected, ties have no word
const WORDED = 90; // pixels; a shorter tie has no room for its word
const LINE = 14; // height of a line of a name, in pixels
const YEARS = 24; // height of the row of years in the layout by date

/** Denied links that are drawn: [number, the middle, half of the stroke across it], in pixels. */
const struckTies = (story, store, { network, drawing }) =>
  story.edges
    .filter((edge) => edge.standing === "denied" && store.seen.ties[edge.number])
    .map((edge) => {
      const [from, to, { x, y }] = [network.getPosition(edge.source), network.getPosition(edge.target), drawing.middle(edge.number)].map((place) => network.canvasToDOM(place));
      const turn = Math.atan2(to.y - from.y, to.x - from.x) + Math.PI / 3;
      return [edge.number, [x, y], [7 * Math.cos(turn), 7 * Math.sin(turn)]];
    });

/** `scene` has network, drawing, frame, paint() and hovered(). Gives draw(context), and what was written by the last drawing: names, words of ties, and the caption. */
const createNames = (story, store, scene) => {
  const { network, frame } = scene;
  const measure = createMeasure();
  const broken = new Map(); // names in lines
  const drawn = story.ranked.map((node) => node.number).filter((number) => number < story.drawn);
  let placed = [];
  let words = [];
  let caption = null;

  const ranked = () => {
    const { selected } = store.state;
    const first = [selected?.node, scene.hovered(), ...(store.seen.near ?? [])].filter(
      (one) => one !== undefined && one !== null && one < story.drawn,
    );
    return [...new Set([...first, ...drawn])];
  };

  const fontOf = (node, chosen) => {
    const size = chosen ? 14 : !node.isEvent && node.number < 12 ? 13.5 : 12;
    return `${chosen || (!node.isEvent && node.number < 40) ? "600 " : ""}${size}px`;
  };

  /** Names in two lines, the longer ones of events and of what is chosen in three. */
  const linesOf = (node, chosen) => {
    const [width, most] = chosen ? [26, 3] : node.isEvent ? [19, 3] : [17, 2];
    const key = `${node.number}:${width}`;
    if (!broken.has(key)) broken.set(key, inLines(node.label, width, most));
    return broken.get(key);
  };

  /** Where on the screen each node is that can be seen, and how far it reaches. */
  const spots = () => {
    const found = new Map();
    const scale = network.getScale();
    for (const number of ranked().filter((one) => store.seen.drawn[one] === ON)) {
      const { x, y } = network.canvasToDOM(network.getPosition(number));
      if (x < -80 || y < -40 || x > frame.clientWidth + 80 || y > frame.clientHeight + 40) continue;
      found.set(number, { x, y, reach: network.body.nodes[number].options.size * scale });
    }
    return found;
  };

  const draw = (context) => {
    const ratio = network.canvas.pixelRatio;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const points = spots();
    drawTieStrikes(context);
    drawNames(context, points);
    drawStrikes(context, points);
    context.restore();
  };

  /** Around a node in focus, names stand on the outer side, where no ties run. */
  const outward = (number) => {
    const { focus, layout } = store.state;
    if (focus === null || focus >= story.drawn || focus === number || layout !== "force") return BELOW;
    const [middle, place] = [focus, number].map((one) => network.getPosition(one));
    const [right, down] = [place.x - middle.x, place.y - middle.y];
    if (Math.abs(right) > 2 * Math.abs(down)) return right > 0 ? RIGHT : LEFT;
    return down > 0 ? BELOW : ABOVE;
  };

  const drawNames = (context, points) => {
    const { near } = store.seen;
    const dots = new Boxes();
    const taken = new Boxes();
    [words, caption] = [[], null];
    if (store.state.layout === "time") taken.add(0, 0, frame.clientWidth, YEARS);
    drawCaption(context, points, taken);
    for (const [number, { x, y, reach }] of points) {
      if (!near || near.has(number)) dots.add(x - reach * 0.8, y - reach * 0.8, x + reach * 0.8, y + reach * 0.8);
    }
    const note = byId("focus-note");
    const room = [frame.clientWidth, frame.clientHeight - (note.hidden ? 0 : note.offsetHeight + 8)];
    let tried = 0;
    placed = [];
    for (const [number, point] of points) {
      if (placed.length >= MOST_NAMES || tried > MOST_TRIED) break;
      const node = story.nodes[number];
      const chosen = number === store.state.selected?.node || number === scene.hovered();
      if (near && !near.has(number) && !chosen) continue;
      tried += 1;
      const lines = linesOf(node, chosen);
      const font = fontOf(node, chosen);
      const size = [Math.max(...lines.map((one) => measure(one, font))), lines.length * LINE];
      const force = chosen ? 2 : !node.isEvent && number < ALWAYS_NAMED ? 1 : 0;
      const spot = placeName(point, size, room, force, dots, taken, outward(number));
      if (spot) write(context, node, lines, spot, font, chosen);
    }
    drawWords(context, near, dots, taken);
  };

  /** A line above the nodes that stand apart, that says why they do. */
  const drawCaption = (context, points, taken) => {
    const apart = scene.loose().map((number) => points.get(number)).filter(Boolean);
    if (apart.length < 2) return;
    const text = store.state.layout === "time" ? "Without a date" : "No link to the others";
    const width = measure(text, "italic 12px");
    const left = Math.max(8, Math.min(frame.clientWidth - width - 8, ...apart.map(({ x, reach }) => x - reach)));
    const middle = Math.max(10, Math.min(...apart.map(({ y, reach }) => y - reach)) - 14);
    taken.add(left - 4, middle - 8, left + width + 4, middle + 8);
    context.font = `italic 12px ${sansFont()}`;
    context.textAlign = "left";
    context.fillStyle = scene.paint().soft;
    context.fillText(text, left, middle);
    caption = { text, x: left, y: middle };
  };

  /** The ties of what is selected have their word in the middle, where there is room for it. */
  const drawWords = (context, near, dots, taken) => {
    const { selected } = store.state;
    if (!near || near.size > MOST_WORDED) return;
    const ties = story.edges.filter((edge) => isTold(edge, selected));
    const { ground, soft } = scene.paint();
    context.font = `11px ${sansFont()}`;
    context.textAlign = "center";
    for (const tie of ties.filter((one) => store.seen.ties[one.number] === ON)) {
      const { number, source, target } = tie;
      const [from, to, { x, y }] = [network.getPosition(source), network.getPosition(target), scene.drawing.middle(number)].map((place) => network.canvasToDOM(place));
      const text = oneLine(story.tieWords(tie), 48);
      const half = measure(text, "11px") / 2 + 2;
      const box = [x - half, y - 7, x + half, y + 7];
      if (Math.hypot(from.x - to.x, from.y - to.y) < WORDED || !taken.isFree(...box) || !dots.isFree(...box)) continue;
      taken.add(...box);
      context.fillStyle = ground;
      context.fillRect(box[0], box[1], 2 * half, 14);
      context.fillStyle = soft;
      context.fillText(text, x, y);
      words.push({ number, text, x, y });
    }
  };

  const write = (context, node, lines, spot, font, chosen) => {
    const { ground, strong, soft, ink } = scene.paint();
    context.font = `${font} ${sansFont()}`;
    context.strokeStyle = ground;
    context.lineWidth = 3.5;
    context.fillStyle = chosen ? strong : node.isEvent ? soft : ink;
    context.textAlign = spot.align;
    lines.forEach((text, index) => {
      const middle = spot.y + (index - (lines.length - 1) / 2) * LINE;
      context.strokeText(text, spot.x, middle);
      context.fillText(text, spot.x, middle);
      placed.push({ number: node.number, text, x: spot.x, y: middle, align: spot.align, bold: font.startsWith("600") });
    });
  };

  /** Links that are denied are crossed out in their middle. */
  const drawTieStrikes = (context) => {
    context.lineWidth = 2;
    context.strokeStyle = scene.paint().alert;
    for (const [number, [x, y], [right, down]] of struckTies(story, store, scene)) {
      context.globalAlpha = store.seen.ties[number] === ON ? 1 : 0.15;
      context.beginPath();
      context.moveTo(x - right, y - down);
      context.lineTo(x + right, y + down);
      context.stroke();
    }
    context.globalAlpha = 1;
  };

  /** Denied events are struck through. */
  const drawStrikes = (context, points) => {
    const { near } = store.seen;
    context.lineWidth = 2;
    for (const [number, { x, y, reach }] of points) {
      const node = story.nodes[number];
      if (!mannerOf(node).struck) continue;
      context.globalAlpha = near && !near.has(number) ? 0.3 : 1;
      context.strokeStyle = scene.paint().kinds[node.kind];
      context.beginPath();
      context.moveTo(x - reach * 0.85, y + reach * 0.85);
      context.lineTo(x + reach * 0.85, y - reach * 0.85);
      context.stroke();
    }
  };

  return { draw, placed: () => placed, words: () => words, caption: () => caption };
};
