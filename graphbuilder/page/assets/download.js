// Saving: the picture as PNG and SVG, the timeline as SVG, the data as JSON and CSV. Nothing leaves the page.

const createDownloads = (story, store, graph) => {
  const fileName = (ending) => `${fold(story.title).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "graph"}.${ending}`;

  const save = (blob, ending) => {
    const url = URL.createObjectURL(blob);
    const anchor = el("a", { href: url, download: fileName(ending) });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    say(`Saved ${fileName(ending)}`);
  };

  const text = (content, type, ending) => save(new Blob([content], { type }), ending);

  const picture = () => {
    const source = graph.network.canvas.frame.canvas;
    const ratio = graph.network.canvas.pixelRatio;
    const canvas = el("canvas", { width: source.width, height: source.height + 34 * ratio });
    const context = canvas.getContext("2d");
    context.fillStyle = graph.paint().ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(source, 0, 0);
    context.fillStyle = graph.paint().soft;
    context.font = `${12 * ratio}px ${themeColour("--sans")}`;
    context.fillText(`${oneLine(story.title, 80)} · extracted by machine, check the source`, 12 * ratio, source.height + 21 * ratio);
    canvas.toBlob((blob) => save(blob, "png"));
  };

  /** What the canvas shows, as SVG elements. */
  const drawing = () => {
    const { network } = graph;
    const paint = graph.paint();
    const scale = network.getScale();
    const { clientWidth: width, clientHeight: height } = byId("graph");
    const at = (number) => network.canvasToDOM(network.getPosition(number));
    const root = svg("svg", { xmlns: SVG, width, height: height + 34, viewBox: `0 0 ${width} ${height + 34}`, "font-family": "Helvetica, Arial, sans-serif", "font-size": 12 });
    root.append(svg("rect", { width: "100%", height: "100%", fill: paint.ground }));
    story.edges.forEach((edge, number) => {
      if (!store.seen.ties[number]) return;
      const [from, to] = [at(edge.source), at(edge.target)];
      root.append(svg("path", { d: `M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`, stroke: paint.line, "stroke-opacity": store.seen.ties[number] === ON ? 1 : 0.15 }));
    });
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
    root.append(svg("text", { x: 12, y: height + 21, fill: paint.soft }, `${oneLine(story.title, 80)} · extracted by machine, check the source`));
    return root;
  };

  /** The timeline with its computed colours written into it, as style sheets do not travel with it. */
  const timeline = () => {
    const source = byId("lanes").querySelector("svg");
    if (!source) return null;
    const copied = source.cloneNode(true);
    copied.setAttribute("xmlns", SVG);
    const originals = [source, ...source.querySelectorAll("*")];
    [copied, ...copied.querySelectorAll("*")].forEach((node, index) => {
      const style = getComputedStyle(originals[index]);
      for (const name of ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "opacity"]) {
        node.style.setProperty(name, style.getPropertyValue(name));
      }
    });
    copied.prepend(svg("rect", { width: "100%", height: "100%", style: `fill:${graph.paint().ground}` }));
    return copied;
  };

  /** A cell of CSV; spreadsheets run cells that begin with these marks as formulas, so they get a quote in front. */
  const cell = (value) => {
    const plain = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
    return `"${safe.replaceAll('"', '""')}"`;
  };

  const csv = () => {
    const rows = [["id", "date", "edtf", "event", "type", "factuality", "who", "where", "outlets", "sentence"]];
    const events = [...story.inOrder, ...story.undated].filter((node) => store.seen.status[node.number] === ON);
    for (const node of events) {
      const names = (relation) => node.ties.filter((tie) => tie.source === node.number && relation(tie.relation)).map((tie) => story.nodes[tie.target].label).join("; ");
      const first = node.sources[0];
      rows.push([node.id, node.when, node.edtf, node.label, node.type, story.factuality[node.factuality], names((one) => one !== "place"), names((one) => one === "place"), node.outlets.join("; "), first ? cutSentence(story, first).join("") : ""]);
    }
    return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  };

  const data = () => {
    const { documents, nodes, edges, title } = JSON.parse(byId("data").textContent);
    const kept = nodes.map((node, number) => ({ number, ...node })).filter((node) => store.seen.status[node.number] === ON);
    const numbers = new Set(kept.map((node) => node.number));
    return JSON.stringify({ title, documents, nodes: kept, edges: edges.filter((edge) => numbers.has(edge.source) && numbers.has(edge.target)) }, null, 1);
  };

  const serialize = (node) => new XMLSerializer().serializeToString(node);
  const WAYS = {
    png: picture,
    svg: () => text(serialize(drawing()), "image/svg+xml", "svg"),
    timeline: () => {
      const picture_ = timeline();
      if (picture_) text(serialize(picture_), "image/svg+xml", "timeline.svg");
      else say("There is no timeline to save");
    },
    json: () => text(data(), "application/json", "json"),
    csv: () => text(`\ufeff${csv()}`, "text/csv;charset=utf-8", "csv"),
  };

  for (const button of document.querySelectorAll("button[data-save]")) {
    button.addEventListener("click", () => {
      byId("menu").open = false;
      WAYS[button.dataset.save]();
    });
  }
};
