// What the marks mean: the line above the timeline, and the help.

/** The marks of dates as the timeline draws them: [name, what it shows, in short, in full]. */
const DATE_MARKS = [
  ["day", "day", "a day"],
  ["coarse", "month or year", "hatched: some time within this month, year or longer"],
  ["approximate", "about", "dashed and pale: approximate or uncertain"],
  ["open", "open", "fading to the right: no end is told"],
  ["by", "by then", "fading to the left: it had happened by this day, and no text tells when"],
  ["differ", "sources differ", "the sources give different dates; select the event to see them"],
  ["published", "article published", "the day when an article was published"],
];

/** Which of them a dated event has. */
const dateMarksOf = (node) => [
  node.from === null ? "by" : node.to === null ? "open" : COARSE.has(node.precision) ? "coarse" : "day",
  ...(node.approximate || node.uncertain ? ["approximate"] : []),
  ...(node.alternatives.length ? ["differ"] : []),
];

const dateMark = (name) => {
  const bar = (attributes) => svg("rect", { x: 1, y: 3, width: 20, height: 10, rx: 2, ...attributes });
  const outline = { fill: "none", stroke: "var(--event)", "stroke-width": 1.4 };
  const shapes = {
    day: () => [shapeMark("diamond", 11, 8, 6, { fill: "var(--event)" })],
    coarse: () => [svg("path", { d: "M3 13l8-10M8 13l8-10M13 13l7-9", stroke: "var(--event)", "stroke-opacity": 0.6, "stroke-width": 2 }), bar(outline)],
    approximate: () => [bar({ ...outline, fill: "var(--event)", "fill-opacity": 0.15, "stroke-dasharray": "3 3" })],
    open: () => [0.75, 0.5, 0.3, 0.12].map((opacity, index) => svg("rect", { x: 1 + 5 * index, y: 3, width: 5, height: 10, fill: "var(--event)", "fill-opacity": opacity })),
    by: () => [0.12, 0.3, 0.5, 0.75].map((opacity, index) => svg("rect", { x: 1 + 5 * index, y: 3, width: 5, height: 10, fill: "var(--event)", "fill-opacity": opacity })),
    differ: () => [svg("text", { x: 11, y: 13, "text-anchor": "middle", fill: "currentColor", "font-size": 15 }, "≠")],
    published: () => [svg("path", { class: "published", d: "M11 5l-4 7h8z" })],
  };
  return svg("svg", { class: "icon date-mark", width: 22, height: 16, viewBox: "0 0 22 16", "aria-hidden": "true" }, ...shapes[name]());
};

/** The marks that this timeline has, in a line above it. */
const createKey = (story) => {
  const used = new Set(story.inOrder.flatMap(dateMarksOf));
  if (story.documents.some((one) => one.day !== null)) used.add("published");
  const shown = story.inOrder.length ? DATE_MARKS.filter(([name]) => used.has(name)) : [];
  byId("key").append(...shown.map(([name, text]) => el("li", { "data-mark": name }, dateMark(name), text)));
};

const KEYS = [
  ["/", "search"],
  ["f", "fit the graph or the map to its window"],
  ["u", "undo"],
  ["Esc", "close, then clear the selection, then show everything"],
  ["n, p", "next and previous event; in an article, sentence"],
  ["arrows", "in the graph and on the map: to the neighbouring node; in the timeline: along the events"],
  ["+, −", "zoom in and out"],
  ["Enter", "open the details of the selection"],
];

const createHelp = (story) => {
  const dialog = byId("help");
  const part = (title, rows) => [el("h3", {}, title), el("dl", {}, rows.map(([mark, text]) => el("div", {}, el("dt", {}, mark), el("dd", {}, text))))];
  dialog.append(
    el("h2", { id: "help-title" }, "Keys and marks"),
    ...part("Keys", KEYS),
    ...part("Marks of events", Object.entries(story.factuality).map(([key, text]) => [icon(story, "event", key, 18), text])),
    ...part("Marks of dates", DATE_MARKS.map(([name, , text]) => [dateMark(name), sentenceCase(text)])),
    ...part("Marks of links between names", Object.entries(story.standings).map(([key, text]) => [tieMark(key), text])),
    el("p", { class: "also" }, "Click selects, double-click shows a node with its neighbours only, drag moves, the wheel zooms. In the filters, “only” leaves one entry."),
    el("button", { type: "button", click: () => dialog.close() }, "Close"),
  );
  byId("help-open").addEventListener("click", () => {
    byId("menu").open = false;
    dialog.showModal();
  });
};
