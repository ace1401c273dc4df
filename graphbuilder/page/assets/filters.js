// Filters, which are the legend as well: every line has its mark, its words and its count.

const createFilters = (story, store) => {
  const root = byId("filters");
  const lines = []; // [input, number element, family, key, how many are on]

  const tally = (items, keyOf) => {
    const found = new Map();
    for (const item of items) for (const key of [keyOf(item)].flat()) found.set(key, (found.get(key) ?? 0) + 1);
    return found;
  };

  const line = (family, { key, text, number, mark, title }, all) => {
    const input = el("input", { type: "checkbox", checked: true, change: () => store.toggle(family, key) });
    const number_ = el("span", { class: "number" }, number.toLocaleString("en"));
    lines.push([input, family, key]);
    return el(
      "li",
      {},
      el("label", { title }, input, mark, el("span", { class: "name", dir: "auto" }, text), number_),
      all.length > 1 &&
        el("button", { type: "button", class: "only", "aria-label": `Only ${text}`, click: () => store.only(family, key, all) }, "only"),
    );
  };

  const family = (title, key, entries, open = true) => {
    if (!entries.length) return null;
    const all = entries.map((entry) => entry.key);
    const rows = entries.map((entry) => line(key, entry, all));
    const tail = rows.splice(12);
    const list = el("ul", {}, rows);
    const rest = tail.length ? el("details", { class: "rest" }, el("summary", {}, `${tail.length} more`), el("ul", {}, tail)) : null;
    return el("details", { class: "family", open }, el("summary", {}, el("h2", {}, title)), list, rest);
  };

  const most = (one, other) => other.number - one.number || (one.text < other.text ? -1 : 1);

  const build = () => {
    const kinds = tally(story.nodes, (node) => node.kind);
    const events = story.nodes.filter((node) => node.isEvent);
    const facts = tally(events, (node) => node.factuality);
    const likelihoods = tally(events, (node) => node.likelihood);
    const relations = tally(story.edges, (edge) => edge.family);
    const tieOf = new Map(story.edges.map((edge) => [edge.family, edge]));
    const documents = tally(story.nodes, (node) => node.documents);
    const compact = matchMedia("(max-width: 999px)").matches;
    root.append(
      ...[
        el("button", { type: "button", class: "close only-narrow", click: () => document.body.classList.remove("filters-open") }, "Close"),
        family(
          "What",
          "kinds",
          Object.keys(story.looks)
            .filter((key) => kinds.has(key))
            .map((key) => ({ key, text: story.looks[key].plural, number: kinds.get(key), mark: icon(story, key) })),
        ),
        family(
          "Did it happen?",
          "factuality",
          Object.keys(story.factuality)
            .filter((key) => facts.has(key))
            .map((key) => ({ key, text: story.factuality[key], number: facts.get(key), mark: icon(story, "event", key) })),
        ),
        likelihoods.has(LESS_LIKELY) &&
          family(
            "How likely",
            "likelihood",
            Object.entries(story.likelihoods).map(([key, told]) => ({ key, ...told, number: likelihoods.get(key) ?? 0 })),
          ),
        family(
          "Links",
          "relations",
          [...relations].map(([key, number]) => ({ key, text: story.familyWords(tieOf.get(key), story.relationWords(tieOf.get(key).relation)), number })).sort(most),
          !compact,
        ),
        family(
          "Articles",
          "documents",
          story.documents.map((one, key) => ({
            key,
            text: oneLine(one.title, 70),
            number: documents.get(key) ?? 0,
          })),
          story.documents.length <= 20,
        ),
      ].filter(Boolean),
    );
  };

  build();
  store.subscribe((state, seen, previous) => {
    for (const [input, family_, key] of lines) input.checked = !state.off[family_].has(key);
    byId("filters-toggle").classList.toggle("active", store.isFiltered());
    const asked = state.selected !== previous.selected || state.focus !== previous.focus;
    if (asked && showsAll(state) && !showsAll(previous)) say("Less likely events are shown now");
  });
};
