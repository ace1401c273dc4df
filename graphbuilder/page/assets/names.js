// Names of nodes, drawn on the canvas in order of importance, none over another.

const MOST_NAMES = 150;
const MOST_TRIED = 400; // in a crowd, so many of the most important nodes are tried
const ALWAYS_NAMED = 12; // entities among so many of the most important nodes may have their name over other nodes
const MOST_WORDED = 16; // with more around what is selected, ties have no word
const WORDED = 90; // pixels; a shorter tie has no room for its word
const LINE = 14; // height of a line of a name, in pixels
const YEARS = 24; // height of the row of years in the layout by date

/** `scene` has network, drawing, frame, paint() and hovered(). Gives draw(context), and the names and the words of ties placed in the last drawing. */
const createNames = (story, store, scene) => {
  const { network, frame } = scene;
  const widths = new Map();
  const broken = new Map(); // names in lines
  let placed = [];
  let words = [];

  const ranked = () => {
    const { selected } = store.state;
    const first = [selected?.node, scene.hovered(), ...(nearSelected(story, store.state) ?? [])].filter(
      (one) => one !== undefined && one !== null && one < story.drawn,
    );
    return [...new Set([...first, ...story.drawing.nodes.map((one) => one.id)])];
  };

  const fontOf = (node, chosen, rank, sans) => {
    const size = chosen ? 14 : rank < 6 ? 13.5 : 12;
    return `${chosen || (!node.isEvent && rank < 20) ? "600 " : ""}${size}px ${sans}`;
  };

  const linesOf = (number, width) => {
    const key = `${number}:${width}`;
    if (!broken.has(key)) broken.set(key, twoLines(story.nodes[number].label, width));
    return broken.get(key);
  };

  const widthOf = (context, text) => {
    const key = `${context.font}\n${text}`;
    if (!widths.has(key)) widths.set(key, context.measureText(text).width);
    return widths.get(key);
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
    drawNames(context, points);
    drawStrikes(context, points);
    context.restore();
  };

  const drawNames = (context, points) => {
    const near = nearSelected(story, store.state);
    const dots = new Boxes();
    const taken = new Boxes();
    if (store.state.layout === "time") taken.add(0, 0, frame.clientWidth, YEARS);
    for (const [number, { x, y, reach }] of points) {
      if (!near || near.has(number)) dots.add(x - reach * 0.8, y - reach * 0.8, x + reach * 0.8, y + reach * 0.8);
    }
    const sans = themeColour("--sans");
    let tried = 0;
    placed = [];
    for (const [number, point] of points) {
      if (placed.length >= MOST_NAMES || tried > MOST_TRIED) break;
      const node = story.nodes[number];
      const chosen = number === store.state.selected?.node || number === scene.hovered();
      if (near && !near.has(number) && !chosen) continue;
      tried += 1;
      const lines = linesOf(number, chosen ? 26 : 17);
      context.font = fontOf(node, chosen, number, sans);
      const size = [Math.max(...lines.map((one) => widthOf(context, one))), lines.length * LINE];
      const force = chosen ? 2 : !node.isEvent && number < ALWAYS_NAMED ? 1 : 0;
      const spot = placeName(point, size, frame.clientWidth, force, dots, taken);
      if (spot) write(context, number, lines, spot, chosen);
    }
    drawWords(context, near, dots, taken);
  };

  /** The ties of what is selected have their word in the middle, where there is room for it. */
  const drawWords = (context, near, dots, taken) => {
    words = [];
    if (!near || near.size > MOST_WORDED) return;
    const { selected } = store.state;
    const ties = selected.node === undefined ? [story.edges[selected.edge]] : story.nodes[selected.node].ties;
    const { ground, soft } = scene.paint();
    context.font = `11px ${themeColour("--sans")}`;
    context.textAlign = "center";
    for (const { number, source, target, relation } of ties.filter((tie) => store.seen.ties[tie.number] === ON)) {
      const [from, to, { x, y }] = [network.getPosition(source), network.getPosition(target), scene.drawing.middle(number)].map((place) => network.canvasToDOM(place));
      const text = story.relationWords(relation);
      const half = widthOf(context, text) / 2 + 2;
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

  const write = (context, number, lines, spot, chosen) => {
    const { ground, strong, soft, ink } = scene.paint();
    context.strokeStyle = ground;
    context.lineWidth = 3.5;
    context.fillStyle = chosen ? strong : story.nodes[number].isEvent ? soft : ink;
    context.textAlign = spot.align;
    lines.forEach((text, index) => {
      const middle = spot.y + (index - (lines.length - 1) / 2) * LINE;
      context.strokeText(text, spot.x, middle);
      context.fillText(text, spot.x, middle);
      placed.push({ number, text, x: spot.x, y: middle, align: spot.align, bold: context.font.startsWith("600") });
    });
  };

  /** Denied events are struck through. */
  const drawStrikes = (context, points) => {
    const near = nearSelected(story, store.state);
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

  return { draw, placed: () => placed, words: () => words };
};
