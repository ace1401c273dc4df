// Pictures to save, as SVG and PNG: the graph, the map or the timeline, whichever is seen, with a legend and a line that
// says what it is and that no editor has read it.

const [ROW_OF_LEGEND, LAST_LINE] = [22, 40]; // height of what stands below a picture
const SHARPNESS = 2; // pixels of the PNG in one of the page, each way
const STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "paint-order", "vector-effect", "font-family", "font-size", "font-weight",
  "letter-spacing", "opacity", "stop-color", "stop-opacity",
];

const createPictures = (story, store, graph, map) => {
  const measure = createMeasure();

  const line = () => `${oneLine(story.title, 80)} · extracted by machine, check the source${store.state.view === "map" ? " · land: Natural Earth" : ""}`;

  const serialize = (node) => new XMLSerializer().serializeToString(node);

  /** Marks with their words in rows: [{ mark(x, y), text }]. Gives the marks, and how high they are together. */
  const legend = (items, width, top) => {
    const { soft } = graph.paint();
    let [x, row] = [20, 0];
    const parts = items.map(({ mark, text }) => {
      const wide = measure(text, "12px");
      if (x > 20 && x + wide + 20 > width) [x, row] = [20, row + 1];
      const y = top + 20 + row * ROW_OF_LEGEND;
      const part = svg("g", {}, mark(x, y), svg("text", { x: x + 13, y: y + 4, fill: soft }, text));
      x += wide + 40;
      return part;
    });
    return [parts, (items.length ? row + 1 : 0) * ROW_OF_LEGEND];
  };

  const eventMark = (factuality) => (x, y) => markOf("event", MANNER[factuality], x, y, 6, 1);

  const kindsSeen = (drawn) => {
    const seen = story.nodes.filter((node) => drawn[node.number]);
    const kinds = new Set(seen.map((node) => node.kind));
    const manners = new Set(seen.filter((node) => node.isEvent && node.factuality !== "fact").map((node) => node.factuality));
    return [
      ...Object.keys(story.looks).filter((kind) => kinds.has(kind)).map((kind) => ({ text: story.looks[kind].plural, mark: (x, y) => markOf(kind, MANNER.fact, x, y, 6, 1) })),
      ...Object.keys(story.factuality).filter((key) => manners.has(key)).map((key) => ({ text: story.factuality[key].toLowerCase(), mark: eventMark(key) })),
    ];
  };

  /** A picture with its legend and the line below it. */
  const framed = (parts, width, height, items, label = null) => {
    const { ground, soft } = graph.paint();
    const [marks, high] = legend(items, width, height);
    const tall = height + high + LAST_LINE;
    return svg(
      "svg",
      { xmlns: SVG, width, height: tall, viewBox: `0 0 ${width} ${tall}`, "aria-label": label, "font-family": "Helvetica, Arial, sans-serif", "font-size": 12 },
      svg("rect", { width: "100%", height: "100%", fill: ground }),
      parts,
      marks,
      svg("text", { x: 12, y: tall - 14, fill: soft }, line()),
    );
  };

  // --- the graph ---

  const markOf = (kind, manner, x, y, size, scale) => {
    const colour = colourOf(story, kind);
    const paint = { fill: tint(colour, manner.fill, graph.paint().ground), stroke: colour, "stroke-width": Math.max(1.2, 1.8 * scale).toFixed(1), "stroke-dasharray": dashes(manner.dash, Math.max(0.5, scale)) };
    const strike = manner.struck && svg("path", { d: `M${x - size} ${y + size}L${x + size} ${y - size}`, stroke: colour, "stroke-width": 1.6 });
    return svg("g", {}, shapeMark(story.looks[kind].shape, x, y, size, paint), strike || []);
  };

  const dashes = (dash, scale) => dash?.map((part) => (part * scale).toFixed(1)).join(" ");

  /** A tie as in the graph: bent where there are several between two nodes, with a head at its end. */
  const tieMarks = (edge, status) => {
    const { network } = graph;
    const [from, bend, to] = graph.bend(edge.number).map((place) => network.canvasToDOM(place));
    const turn = Math.atan2(to.y - bend.y, to.x - bend.x);
    const back = ({ x, y }, length, angle) => ({ x: x - length * Math.cos(angle), y: y - length * Math.sin(angle) });
    const tip = back(to, network.body.nodes[edge.target].options.size * network.getScale(), turn);
    const [start, middle, end, ...head] = [from, bend, to, tip, back(tip, 6, turn + 0.4), back(tip, 6, turn - 0.4)].map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
    const colour = edge.standing === "denied" ? graph.paint().alert : graph.paint().line;
    return svg(
      "g",
      { opacity: status === ON ? 1 : 0.15 },
      svg("path", { d: `M${start}Q${middle} ${end}`, fill: "none", stroke: colour, "stroke-dasharray": dashes(graph.dashOf(edge), 0.8) }),
      graph.isHeaded(edge.number) ? svg("path", { d: `M${head.join("L")}Z`, fill: colour }) : [],
    );
  };

  const nodeMark = (number) => {
    const { network } = graph;
    const node = story.nodes[number];
    const scale = network.getScale();
    const { x, y } = network.canvasToDOM(network.getPosition(number));
    const mark = markOf(node.kind, mannerOf(node), x, y, network.body.nodes[number].options.size * scale, Math.min(1, scale));
    if (store.seen.drawn[number] !== ON) mark.setAttribute("opacity", 0.15);
    return mark;
  };

  const haloed = (text, x, y, attributes) =>
    svg("text", { x: x.toFixed(1), y: (y + 4).toFixed(1), stroke: graph.paint().ground, "stroke-width": 3, "paint-order": "stroke", ...attributes }, text);

  /** What the canvas shows. */
  const graphSvg = () => {
    const { ink, soft } = graph.paint();
    const { clientWidth: width, clientHeight: height } = byId("graph");
    const { drawn, ties } = store.seen;
    const parts = [
      ...story.edges.filter((edge) => ties[edge.number]).map((edge) => tieMarks(edge, ties[edge.number])),
      ...graph.struckTies().map(([, [x, y], [right, down]]) => svg("path", { d: `M${(x - right).toFixed(1)} ${(y - down).toFixed(1)}L${(x + right).toFixed(1)} ${(y + down).toFixed(1)}`, stroke: graph.paint().alert, "stroke-width": 2 })),
      ...story.drawing.nodes.filter(({ id }) => drawn[id]).map(({ id }) => nodeMark(id)),
      ...graph.names().map(({ text, x, y, number, bold, align }) => haloed(text, x, y, { fill: story.nodes[number].isEvent ? soft : ink, "font-weight": bold ? 600 : 400, "text-anchor": { center: "middle", left: "start", right: "end" }[align] })),
      ...graph.words().map(({ text, x, y }) => haloed(text, x, y, { fill: soft, "font-size": 11, "text-anchor": "middle" })),
      ...[graph.caption()].filter(Boolean).map(({ text, x, y }) => haloed(text, x, y, { fill: soft, "font-style": "italic" })),
    ];
    return framed(parts, width, height, kindsSeen(drawn));
  };

  // --- the others ---

  /** A picture of the page with its computed style written into it, as style sheets do not travel with it. */
  const styled = (source) => {
    const copied = source.cloneNode(true);
    const originals = [source, ...source.querySelectorAll("*")];
    [copied, ...copied.querySelectorAll("*")].forEach((node, index) => {
      const style = getComputedStyle(originals[index]);
      for (const name of STYLES) node.style.setProperty(name, style.getPropertyValue(name));
    });
    return copied;
  };

  const marksSeen = () => {
    const events = story.inOrder.filter((node) => store.seen.status[node.number]);
    const used = new Set(events.flatMap(dateMarksOf));
    const place = (name) => (x, y) => svg("g", { transform: `translate(${x - 12} ${y - 8})` }, styled(keyMark(name)));
    const dates = DATE_MARKS.filter(([name]) => used.has(name)).map(([name, text]) => ({ text, mark: place(name) }));
    const manners = Object.keys(story.factuality).filter((key) => key !== "fact" && events.some((node) => node.factuality === key));
    return [...dates, ...manners.map((key) => ({ text: story.factuality[key].toLowerCase(), mark: eventMark(key) }))];
  };

  /** The mark in the line above the timeline, which has its style from the page. */
  const keyMark = (name) => byId("key").querySelector(`[data-mark=${name}] svg`);

  const shownSvg = (source, items) => {
    const [width, height] = [source.width, source.height].map((side) => side.baseVal.value);
    return framed([styled(source)], width, height, items, source.getAttribute("aria-label"));
  };

  const timelineSvg = () => {
    const source = byId("lanes").querySelector("svg");
    return source && shownSvg(source, marksSeen());
  };

  const mapSvg = () => shownSvg(map.svg(), [{ text: "the larger the circle, the more events", mark: (x, y) => svg("circle", { cx: x, cy: y, r: 6, fill: tint(colourOf(story, "event"), 0.42, graph.paint().ground), stroke: colourOf(story, "event") }) }]);

  /** What the view shows; null where there is nothing to see. */
  const shown = () => ({ map: mapSvg, timeline: timelineSvg })[store.state.view]?.() ?? (byId("graph").clientWidth ? graphSvg() : null);

  return {
    png: async () => {
      const source = shown();
      if (!source) return null;
      const [width, height] = ["width", "height"].map((side) => Number(source.getAttribute(side)) * SHARPNESS);
      const image = el("img", { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(serialize(source))}` });
      await image.decode();
      const canvas = el("canvas", { width, height });
      canvas.getContext("2d").drawImage(image, 0, 0, width, height);
      return new Promise((resolve) => canvas.toBlob(resolve));
    },
    svg: () => shown() && serialize(shown()),
    /** Null where no event has a date. */
    timeline: () => timelineSvg() && serialize(timelineSvg()),
  };
};
