// The state of a view as a link, and back.

const VIEWS = ["graph", "timeline", "map", "table"];

/** Whether those that are shown are likely ones alone; the link says nothing of this. */
const likelihoodsAtFirst = (off) => off.size === 1 && off.has(LESS_LIKELY);

const toLink = (story, state) => {
  const link = new URLSearchParams();
  const { selected } = state;
  if (selected?.node !== undefined) link.set("node", story.nodes[selected.node].id);
  if (selected?.edge !== undefined) link.set("edge", selected.edge);
  if (selected?.document !== undefined) link.set("document", story.documents[selected.document].id);
  if (selected?.sentence !== undefined) link.set("sentence", selected.sentence);
  if (state.focus !== null) link.set("focus", story.nodes[state.focus].id);
  if (state.focus !== null && state.depth !== 1) link.set("depth", state.depth);
  for (const key of ["kinds", "factuality", "relations"]) [...state.off[key]].forEach((one) => link.append(`no-${key}`, one));
  if (!likelihoodsAtFirst(state.off.likelihood)) link.set("likelihood", Object.keys(story.likelihoods).filter((one) => !state.off.likelihood.has(one)).join(" ") || "none");
  [...state.off.documents].forEach((one) => link.append("no-documents", story.documents[one].id));
  if (state.range) link.set("dates", state.range.map(isoDay).join("..")); // the second day is excluded
  if (!state.undated) link.set("undated", "no");
  if (state.stage) link.set("stage", state.stage);
  if (state.view !== "graph") link.set("view", state.view);
  if (state.layout !== document.documentElement.dataset.layout) link.set("layout", state.layout);
  return link.toString();
};

const fromLink = (story, text) => {
  const link = new URLSearchParams(text);
  const state = {};
  const documents = new Map(story.documents.map((one, number) => [one.id, number]));
  const node = story.byId.get(link.get("node"));
  const edge = story.edges[Number(link.get("edge") ?? -1)];
  const document_ = documents.get(link.get("document"));
  if (node) state.selected = { node: node.number };
  else if (edge) state.selected = { edge: edge.number };
  else if (document_ !== undefined) {
    const sentence = Number(link.get("sentence") ?? -1);
    state.selected = story.documents[document_].sentences[sentence] ? { document: document_, sentence } : { document: document_ };
  }
  const focus = story.byId.get(link.get("focus"));
  if (focus) state.focus = focus.number;
  if (link.get("depth") === "2") state.depth = 2;
  const shown = link.get("likelihood")?.split(" ");
  state.off = {
    kinds: new Set(link.getAll("no-kinds")),
    factuality: new Set(link.getAll("no-factuality")),
    likelihood: new Set(shown ? Object.keys(story.likelihoods).filter((one) => !shown.includes(one)) : [LESS_LIKELY]),
    relations: new Set(link.getAll("no-relations")),
    documents: new Set(link.getAll("no-documents").map((one) => documents.get(one)).filter((one) => one !== undefined)),
  };
  const [from, to] = (link.get("dates") ?? "").split("..").map(parseDay);
  if (from !== null && to !== null && to > from) state.range = [from, to];
  if (link.get("undated") === "no") state.undated = false;
  const stage = Number(link.get("stage"));
  if (story.stages[stage]) state.stage = stage;
  if (VIEWS.includes(link.get("view")) && (link.get("view") !== "map" || story.places.length)) state.view = link.get("view");
  if (["force", "time"].includes(link.get("layout"))) state.layout = link.get("layout");
  return state;
};
