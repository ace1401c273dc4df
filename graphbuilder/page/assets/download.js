// Saving: pictures, the data as JSON, the events as CSV. Nothing leaves the page.

const createDownloads = (story, store, graph, map) => {
  const pictures = createPictures(story, store, graph, map);
  const fileName = (ending) => `${fold(story.title).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "graph"}.${ending}`;

  const save = (blob, ending) => {
    if (!blob) return say("This view is no picture: there is nothing to save"); // a canvas out of sight has no size
    saveFile(blob, fileName(ending));
  };

  const text = (content, type, ending) => save(new Blob([content], { type }), ending);

  /** A cell of CSV; spreadsheets run cells that begin with these marks as formulas, so they get a quote in front. */
  const cell = (value) => {
    const plain = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
    return `"${safe.replaceAll('"', '""')}"`;
  };

  const csv = () => {
    const rows = [["id", "date", "edtf", "event", "type", "factuality", "who", "where", "outlets", "sentence", "addresses"]];
    const events = [...story.inOrder, ...story.undated].filter((node) => store.seen.status[node.number] === ON);
    for (const node of events) {
      const names = (relation) => node.ties.filter((tie) => tie.source === node.number && relation(tie.relation)).map((tie) => story.nodes[tie.target].label).join("; ");
      const first = node.sources[0];
      const addresses = [...new Set(node.documents.map((one) => story.documents[one].url).filter(Boolean))].join("; ");
      rows.push([node.id, node.when, node.edtf, node.label, node.type, story.factuality[node.factuality], names((one) => one !== "place"), names((one) => one === "place"), node.outlets.join("; "), first ? cutSentence(story, first).join("") : "", addresses]);
    }
    return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  };

  const data = () => {
    const { documents, nodes, edges, title } = JSON.parse(byId("data").textContent);
    const kept = nodes.map((node, number) => ({ number, ...node })).filter((node) => store.seen.status[node.number] === ON);
    const numbers = new Set(kept.map((node) => node.number));
    return JSON.stringify({ title, documents, nodes: kept, edges: edges.filter((edge) => numbers.has(edge.source) && numbers.has(edge.target)) }, null, 1);
  };

  const SAVE = {
    png: async () => save(await pictures.png(), "png"),
    svg: () => {
      const picture = pictures.svg();
      save(picture && new Blob([picture], { type: "image/svg+xml" }), "svg");
    },
    timeline: () => {
      const picture = pictures.timeline();
      if (picture) text(picture, "image/svg+xml", "timeline.svg");
      else say("There is no timeline to save");
    },
    json: () => text(data(), "application/json", "json"),
    csv: () => text(`\ufeff${csv()}`, "text/csv;charset=utf-8", "csv"),
  };

  // there is no picture of the table, nor of a timeline without dates
  store.subscribe((state) => {
    const none = state.view === "table" || (state.view === "timeline" && !story.extentOf(state));
    for (const kind of ["png", "svg"]) document.querySelector(`button[data-save=${kind}]`).disabled = none;
  });

  for (const button of document.querySelectorAll("button[data-save]")) {
    button.addEventListener("click", () => {
      byId("menu").open = false;
      SAVE[button.dataset.save]();
    });
  }
};
