// Pictures to save, as PNG and SVG: the graph, the map or the timeline, whichever is seen.

const FOOT = 34; // height of the line of text below a picture
const STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "paint-order", "vector-effect", "font-family", "font-size", "font-weight",
  "letter-spacing", "opacity", "stop-color", "stop-opacity",
];

const createPictures = (story, store, graph, map) => {
  const line = () => `${oneLine(story.title, 80)} · extracted by machine, check the source${store.state.view === "map" ? " · land: Natural Earth" : ""}`;

  const serialize = (node) => new XMLSerializer().serializeToString(node);

  const onGround = (width, height, ratio, drawOn) => {
    const canvas = el("canvas", { width: width * ratio, height: (height + FOOT) * ratio });
    const context = canvas.getContext("2d");
    context.fillStyle = graph.paint().ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    drawOn(context, width * ratio, height * ratio);
    context.fillStyle = graph.paint().soft;
    context.font = `${12 * ratio}px ${sansFont()}`;
    context.fillText(line(), 12 * ratio, (height + 21) * ratio);
    return new Promise((resolve) => canvas.toBlob(resolve));
  };

  const graphPng = () => {
    const { frame, pixelRatio: ratio } = graph.network.canvas;
    const { canvas } = frame;
    return onGround(canvas.width / ratio, canvas.height / ratio, ratio, (context) => context.drawImage(canvas, 0, 0));
  };

  const svgPng = async (source) => {
    const image = el("img", { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(serialize(styled(source)))}` });
    await image.decode();
    const { width, height } = source.getBoundingClientRect();
    return onGround(width, height, 2, (context, wide, tall) => context.drawImage(image, 0, 0, wide, tall));
  };

  /** A tie as in the graph: bent where there are several between two nodes, with a head at its end. */
  const tieMarks = (edge, status) => {
    const { network } = graph;
    const [from, bend, to] = graph.bend(edge.number).map((place) => network.canvasToDOM(place));
    const turn = Math.atan2(to.y - bend.y, to.x - bend.x);
    const back = ({ x, y }, length, angle) => ({ x: x - length * Math.cos(angle), y: y - length * Math.sin(angle) });
    const tip = back(to, network.body.nodes[edge.target].options.size * network.getScale(), turn);
    const [start, middle, end, ...head] = [from, bend, to, tip, back(tip, 6, turn + 0.4), back(tip, 6, turn - 0.4)].map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
    const colour = graph.paint().line;
    return svg(
      "g",
      { opacity: status === ON ? 1 : 0.15 },
      svg("path", { d: `M${start}Q${middle} ${end}`, fill: "none", stroke: colour, "stroke-dasharray": graph.dashOf(edge)?.join(" ") }),
      svg("path", { d: `M${head.join("L")}Z`, fill: colour }),
    );
  };

  /** What the canvas shows, as SVG elements. */
  const graphSvg = () => {
    const { network } = graph;
    const paint = graph.paint();
    const scale = network.getScale();
    const { clientWidth: width, clientHeight: height } = byId("graph");
    const at = (number) => network.canvasToDOM(network.getPosition(number));
    const root = svg("svg", { xmlns: SVG, width, height: height + FOOT, viewBox: `0 0 ${width} ${height + FOOT}`, "font-family": "Helvetica, Arial, sans-serif", "font-size": 12 });
    root.append(svg("rect", { width: "100%", height: "100%", fill: paint.ground }));
    root.append(...story.edges.filter((edge) => store.seen.ties[edge.number]).map((edge) => tieMarks(edge, store.seen.ties[edge.number])));
    for (const { id } of story.drawing.nodes) {
      if (!store.seen.drawn[id]) continue;
      const node = story.nodes[id];
      const manner = mannerOf(node);
      const colour = colourOf(story, node.kind);
      const { x, y } = at(id);
      const size = network.body.nodes[id].options.size * scale;
      const group = svg("g", { opacity: store.seen.drawn[id] === ON ? 1 : 0.15 });
      group.append(shapeMark(story.looks[node.kind].shape, x, y, size, { fill: tint(colour, manner.fill, paint.ground), stroke: colour, "stroke-width": 1.5, "stroke-dasharray": manner.dash?.join(" ") }));
      if (manner.struck) group.append(svg("path", { d: `M${x - size} ${y + size}L${x + size} ${y - size}`, stroke: colour, "stroke-width": 2 }));
      root.append(group);
    }
    for (const name of graph.names()) {
      root.append(svg("text", { x: name.x.toFixed(1), y: (name.y + 4).toFixed(1), fill: paint.ink, stroke: paint.ground, "stroke-width": 3, "paint-order": "stroke", "font-weight": name.bold ? 600 : 400, "text-anchor": { center: "middle", left: "start", right: "end" }[name.align] }, name.text));
    }
    for (const { text, x, y } of graph.words()) {
      root.append(svg("text", { x: x.toFixed(1), y: (y + 4).toFixed(1), fill: paint.soft, stroke: paint.ground, "stroke-width": 3, "paint-order": "stroke", "font-size": 11, "text-anchor": "middle" }, text));
    }
    root.append(svg("text", { x: 12, y: height + 21, fill: paint.soft }, line()));
    return root;
  };

  /** A picture of the page with its computed style written into it, as style sheets do not travel with it. */
  const styled = (source) => {
    const copied = source.cloneNode(true);
    copied.setAttribute("xmlns", SVG);
    const originals = [source, ...source.querySelectorAll("*")];
    [copied, ...copied.querySelectorAll("*")].forEach((node, index) => {
      const style = getComputedStyle(originals[index]);
      for (const name of STYLES) node.style.setProperty(name, style.getPropertyValue(name));
    });
    copied.prepend(svg("rect", { width: "100%", height: "100%", style: `fill:${graph.paint().ground}` }));
    return copied;
  };

  const timelineSvg = () => byId("lanes").querySelector("svg");

  /** What the view shows in SVG; null for the graph, which has a canvas. */
  const shown = () => ({ map: map.svg, timeline: timelineSvg })[store.state.view]?.() ?? null;

  return {
    png: () => (shown() ? svgPng(shown()) : graphPng()),
    svg: () => serialize(shown() ? styled(shown()) : graphSvg()),
    /** Null where no event has a date. */
    timeline: () => timelineSvg() && serialize(styled(timelineSvg())),
  };
};
