// The same content as a table: events and names, to sort and to read with a screen reader.

const ROWS_AT_ONCE = 200;

const createTable = (story, store) => {
  const root = byId("table-view");
  let sort = { column: 0, down: false };
  let rowsShown = ROWS_AT_ONCE;
  let which = "events";

  /** Who and what has a part of these kinds in an event, those without a name last. */
  const names = (node, relations) => {
    const tied = node.ties.filter((tie) => tie.source === node.number && relations(tie.relation) && !story.nodes[tie.target].isEvent);
    const described = node.described.filter(([role]) => relations(role)).map(([, text]) => text);
    return [...tied.map((tie) => story.nodes[tie.target].label), ...described].map((text) => oneLine(text, 40));
  };

  const EVENT_COLUMNS = [
    ["Date", (node) => node.when ?? "–", (node) => (node.dated ? firstMoment(node) : Infinity)],
    ["Event", (node) => opener(node), (node) => fold(node.label)],
    ["Did it happen?", (node) => story.factuality[node.factuality], (node) => node.factuality],
    ["Who", (node) => [...new Set(names(node, (one) => one !== "place" && one !== "attributed_to"))].join(", "), (node) => -node.ties.length],
    ["Where", (node) => names(node, (one) => one === "place").join(", "), (node) => names(node, (one) => one === "place").join()],
    ["Told in", (node) => toldIn(story, node), (node) => -node.documents.length],
    ["Likely", (node) => (node.score === null ? "–" : `${Math.round(node.score * 100)} %`), (node) => -(node.score ?? 1)],
  ];
  const NAME_COLUMNS = [
    ["Name", (node) => opener(node), (node) => fold(node.label)],
    ["Kind", (node) => story.looks[node.kind].singular, (node) => node.kind],
    ["Also called", (node) => node.aliases.slice(0, 6).map((one) => oneLine(one, 40)).join(", "), (node) => -node.aliases.length],
    ["Mentions", (node) => node.mentions, (node) => -node.mentions],
    ["Articles", (node) => node.documents.length, (node) => -node.documents.length],
    ["Links", (node) => node.ties.length, (node) => -node.ties.length],
  ];

  const opener = (node) =>
    el("button", { type: "button", class: "link", click: () => (store.select({ node: node.number }), showPart("panel")) }, icon(story, node.kind, node.factuality), el("span", { dir: "auto" }, oneLine(node.label, 90)));

  const compare = (key) => (one, other) => {
    const [a, b] = [key(one), key(other)];
    return (a < b ? -1 : a > b ? 1 : 0) || one.number - other.number;
  };

  const head = (columns) =>
    el(
      "tr",
      {},
      columns.map(([title], index) =>
        el(
          "th",
          { scope: "col", "aria-sort": sort.column === index ? (sort.down ? "descending" : "ascending") : "none" },
          el("button", { type: "button", click: () => ((sort = { column: index, down: sort.column === index && !sort.down }), draw(store.state, store.seen)) }, title),
        ),
      ),
    );

  const switcher = (events, entities) =>
    el(
      "div",
      { class: "segmented", role: "group", "aria-label": "Rows" },
      [["events", `Events (${events})`], ["names", `Names (${entities})`]].map(([key, text]) =>
        el("button", { type: "button", "aria-pressed": String(which === key), click: () => ((which = key), (sort = { column: key === "names" ? 3 : 0, down: false }), (rowsShown = ROWS_AT_ONCE), draw(store.state, store.seen)) }, text),
      ),
    );

  const draw = (state, seen) => {
    if (state.view !== "table") return;
    const on = story.nodes.filter((node) => seen.status[node.number] === ON);
    const events = on.filter((node) => node.isEvent);
    const entities = on.filter((node) => !node.isEvent);
    const columns = which === "events" ? EVENT_COLUMNS : NAME_COLUMNS;
    const rows = (which === "events" ? events : entities).sort(compare((columns[sort.column] ?? columns[0])[2]));
    if (sort.down) rows.reverse();
    const body = rows.slice(0, rowsShown).map((node) =>
      el("tr", { class: node.number === state.selected?.node ? "selected" : null }, columns.map(([, cell], index) => el("td", { class: typeof cell(node) === "number" ? "figure" : null, dir: index === 1 ? "auto" : null }, cell(node)))),
    );
    const rest = rows.length - body.length;
    root.replaceChildren(
      el("div", { class: "stage-bar" }, switcher(events.length, entities.length)),
      el("div", { class: "table-frame", tabindex: "0", role: "region", "aria-label": "Rows" }, el("table", {}, el("thead", {}, head(columns)), el("tbody", {}, body)),
        rest > 0 ? el("button", { type: "button", click: () => ((rowsShown += ROWS_AT_ONCE), draw(store.state, store.seen)) }, `Show ${count(Math.min(rest, ROWS_AT_ONCE), "more row", "more rows")} of ${rest.toLocaleString("en")}`) : ""),
    );
  };

  store.subscribe(draw);
};
