// Puts the parts together: data, state, views; keys; the link to the view; the theme.

const showPart = (name) => {
  document.body.dataset.tab = name;
  for (const button of document.querySelectorAll("button[data-tab]")) {
    button.setAttribute("aria-pressed", String(button.dataset.tab === name));
  }
};

const createTheme = (graph, map, timeline) => {
  const root = document.documentElement;
  const repaint = () => {
    graph.repaint();
    map.draw?.();
    timeline.draw();
  };
  byId("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    repaint();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
};

const kindColours = (story) => {
  const rules = (theme) => Object.entries(story.looks).map(([key, look]) => `--${key}:${look[theme]}`).join(";");
  const style = el("style", {});
  style.textContent =
    `:root{${rules("light")}}@media(prefers-color-scheme:dark){:root[data-theme=auto]{${rules("dark")}}}:root[data-theme=dark]{${rules("dark")}}` +
    Object.keys(story.looks).map((key) => `.kind-${key}{--kind:var(--${key})}`).join("");
  document.head.append(style);
};

const createViews = (store, graph, map) => {
  store.subscribe((state, seen, previous) => {
    for (const button of document.querySelectorAll("button[data-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
    }
    byId("graph-view").hidden = state.view !== "graph";
    byId("timeline").hidden = state.view === "table";
    byId("table-view").hidden = state.view !== "table";
    if (byId("map-view")) byId("map-view").hidden = state.view !== "map";
    byId("main").dataset.shows = state.view;
    byId("undo").disabled = !store.canUndo;
    byId("reset").disabled = !store.isTouched();
    if (previous.view !== state.view && state.view === "graph") graph.fit();
  });
  for (const button of document.querySelectorAll("button[data-view]")) {
    button.addEventListener("click", () => {
      store.set({ view: button.dataset.view });
      if (document.body.dataset.tab !== "graph") showPart("graph");
    });
  }
  byId("undo").addEventListener("click", store.undo);
  byId("reset").addEventListener("click", store.reset);
  byId("print").addEventListener("click", () => {
    byId("menu").open = false;
    window.print();
  });
  byId("filters-toggle").addEventListener("click", () => {
    const open = document.body.classList.toggle("filters-open");
    byId("filters-toggle").setAttribute("aria-expanded", String(open));
  });
  for (const button of document.querySelectorAll("button[data-tab]")) {
    button.addEventListener("click", () => {
      showPart(button.dataset.tab);
      if (button.dataset.tab !== "graph") return;
      if (store.state.view === "timeline") store.set({ view: "graph" });
      graph.fit();
      map.fit();
    });
  }
  document.addEventListener("click", (event) => {
    if (!byId("menu").contains(event.target)) byId("menu").open = false;
  });
};

/** Selects the sentence after or before the selected one of an article. */
const walkSentences = (story, store, by) => {
  const { document: number, sentence } = store.state.selected;
  const next = sentence === undefined ? (by > 0 ? 0 : story.documents[number].sentences.length - 1) : sentence + by;
  if (!story.documents[number].sentences[next]) return;
  store.select({ document: number, sentence: next });
  say(oneLine(story.documents[number].sentences[next][2], 300));
};

const createKeys = (story, store, graph, map, timeline) => {
  const walk = (by) => (store.state.selected?.document === undefined ? timeline.walk(by) : walkSentences(story, store, by));
  const KEYS = {
    "/": () => byId("search").focus(),
    f: () => (store.state.view === "map" ? map.fit() : graph.fit()),
    u: store.undo,
    n: () => walk(1),
    p: () => walk(-1),
    "?": () => byId("help").showModal(),
    Escape: () => {
      if (byId("menu").open) byId("menu").open = false;
      else if (store.state.selected) store.select(null);
      else if (store.isTouched()) store.reset();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog[open]")) return;
    const act = KEYS[event.key];
    if (!act) return;
    act();
    event.preventDefault();
  });
};

/** The link follows the view; inside a sandboxed frame there is none, and that is fine. */
const createLinks = (story, store) => {
  let written = null;
  let timer = null;
  const write = () => {
    written = toLink(story, store.state);
    try {
      history.replaceState(null, "", written ? `#${written}` : location.pathname + location.search);
    } catch {
      // a frame without an address of its own
    }
  };
  store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, 120);
  });
  window.addEventListener("hashchange", () => {
    const text = location.hash.slice(1);
    if (text !== written) store.start(fromLink(story, text));
  });
  byId("copy-link").addEventListener("click", () => {
    byId("menu").open = false;
    write();
    copy(location.href, "Link");
  });
};

const start = () => {
  const story = loadStory();
  kindColours(story);
  const store = createStore(story);
  createFilters(story, store);
  createSearch(story, store);
  createPanel(story, store, createReader(story, store));
  const graph = createGraph(story, store);
  const map = createMap(story, store);
  const timeline = createTimeline(story, store);
  createTable(story, store);
  createDownloads(story, store, graph, map);
  createViews(store, graph, map);
  createKeys(story, store, graph, map, timeline);
  createKey(story);
  createHelp(story);
  createLinks(story, store);
  createTheme(graph, map, timeline);
  showPart("graph");
  store.start(fromLink(story, location.hash.slice(1)));
  graph.start();
  window.graphbuilder = { story, store, network: graph.network, names: graph.names, words: graph.words };
  document.documentElement.dataset.ready = "yes";
  performance.mark("ready");
};

window.addEventListener("graphbuilder-start", start, { once: true });
