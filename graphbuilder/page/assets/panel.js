// The side panel: what the selected thing is, how it is tied to others, and every sentence that it comes from.

/** A part of the panel under a heading of its own. */
const panelSection = (title, ...children) => el("section", {}, el("h3", {}, title), ...children);

const createPanel = (story, store, reader) => {
  const root = byId("panel");

  const link = (node, extra = null) =>
    el(
      "button",
      { type: "button", class: "link", click: () => go(node.number) },
      icon(story, node.kind, node.factuality),
      el("span", { dir: "auto" }, oneLine(node.label, 90)),
      extra && el("span", { class: "also" }, extra),
    );

  const corrections = createCorrections(story);
  const quotes = createQuotes(story, store, corrections);
  const dateReading = createDateReading(story, store);
  const ties = createTies(story, store, link);

  const go = (number) => store.set({ selected: { node: number }, added: new Set(store.state.added).add(number) });

  // --- why merged ---

  const VERDICTS = { same: "taken as the same", different: "kept apart", unsure: "undecided, kept apart", tied: "a plan and its deed, kept apart" };

  const judgements = (node) =>
    node.judgements.length > 0 &&
    el(
      "details",
      { class: "judgements" },
      el("summary", {}, `Why these names were put together (${node.judgements.length})`),
      el(
        "ul",
        {},
        node.judgements.map((one) =>
          el(
            "li",
            {},
            el("q", { dir: "auto" }, oneLine(one.left, 60)),
            " and ",
            el("q", { dir: "auto" }, oneLine(one.right, 60)),
            ` ${VERDICTS[one.verdict] ?? one.verdict}: `,
            el("span", { class: "also", dir: "auto" }, `${oneLine(one.reason, 200)} (${one.by === "user" ? "your correction" : `${Math.round(one.score * 100)} %`})`),
          ),
        ),
      ),
    );

  // --- the whole ---

  const kicker = (node) => {
    const type = words(node.type);
    const kind = story.looks[node.kind].singular;
    return el("p", { class: "kicker" }, icon(story, node.kind, node.factuality), node.isEvent && type && type !== "event" && type !== "other" ? `${kind}: ${type}` : node.kind === "other" && type ? sentenceCase(type) : kind);
  };

  const status = (node) => {
    if (!node.isEvent) return null;
    if (node.corrections.some((one) => one.startsWith("happened: "))) {
      const own = { fact: "it happened", planned: "it is planned", possible: "it is only possible or conditional", demanded: "it is only demanded", denied: "it did not happen" };
      return own[node.factuality] && el("p", { class: `status ${node.factuality}` }, `Your correction: ${own[node.factuality]}`);
    }
    if (node.factuality === "fact") return null;
    const said = [...node.said_by.map((number) => story.nodes[number].label), ...(node.speakers || [])].join(", ");
    const texts = {
      reported: `Said by ${said || "someone"}, not told as fact`,
      planned: "Planned: the sources do not say that it has happened",
      possible: "Possible or conditional: the sources do not say that it has happened",
      demanded: "Demanded or called for, not told as done",
      denied: "The sources say that this did not happen",
    };
    const also = node.factuality !== "reported" && said ? `, according to ${said}` : "";
    return el("p", { class: `status ${node.factuality}`, dir: "auto" }, oneLine(texts[node.factuality] + also, 200));
  };

  /** The score of an event in plain words, and why one of a low score is among the likely ones. */
  const likelihood = (node) => {
    if (!node.isEvent || node.score === null) return null;
    const why = node.likelihood !== LESS_LIKELY && node.score < story.likely_from ? "; shown as one of the surest of its article, or as what its headline or lead tells" : "";
    return el("p", { class: "also" }, `${Math.round(node.score * 100)} % likely that this line is wanted and right in every way${why}`);
  };

  const evidence = (node) => {
    const parts = [count(node.mentions, "mention", "mentions"), count(node.documents.length, "article", "articles")];
    if (node.isEvent && node.independent_sources > 1) parts.push(`${node.independent_sources} independent of each other`);
    return el("p", { class: "also" }, parts.join(" · "));
  };

  /** Where it is on the map, and how that was decided. */
  const position = (node) => {
    if (!node.at) return null;
    const [east, north] = node.at;
    const degrees = `${Math.abs(north).toFixed(1)}° ${north < 0 ? "S" : "N"}, ${Math.abs(east).toFixed(1)}° ${east < 0 ? "W" : "E"}`;
    return el("p", { class: "also", dir: "auto" }, node.place_rule ? `${degrees}: ${oneLine(node.place_rule, 120)}` : degrees);
  };

  const nodeView = (node) => [
    kicker(node),
    el("h2", { dir: "auto", title: oneLine(node.label, 400) }, oneLine(node.label, 160)),
    node.isEvent && el("p", { class: "when" }, node.when ? sentenceCase(node.when) : "No date"),
    status(node),
    node.aside && el("p", { class: "also", dir: "auto" }, `Date and status are of “${oneLine(node.aside, 40)}”, which the line tells only in passing`),
    evidence(node),
    likelihood(node),
    position(node),
    node.aliases.length > 0 &&
      el("p", { class: "aliases" }, el("span", { class: "also" }, "Also called "), node.aliases.slice(0, 30).map((alias) => el("span", { class: "alias", dir: "auto" }, oneLine(alias, 60)))),
    el(
      "p",
      { class: "actions" },
      el("button", { type: "button", click: () => store.set({ focus: store.state.focus === node.number ? null : node.number }) }, store.state.focus === node.number ? "Show all again" : "Show only its neighbours"),
    ),
    node.isEvent && dateReading(node),
    (node.ties.length > 0 || node.described?.length > 0) && panelSection(node.isEvent ? "Who, where, about what" : "Links", ties(node)),
    quotes(node.sources, node),
    judgements(node),
    corrections.section(node),
  ];

  /** How a link between names is told, where it is no plain fact. */
  const standing = (edge) => {
    const texts = {
      reported: "Not told as fact",
      planned: "Planned: the sources do not say that it is so",
      possible: "Possible or conditional: the sources do not say that it is so",
      demanded: "Demanded or called for, not told as so",
      denied: "The sources say that this is not so",
      former: "Over: the sources say that it was so",
    };
    const said = edge.said_by ? `, according to ${edge.said_by}` : "";
    return texts[edge.standing] && el("p", { class: `status ${edge.standing}`, dir: "auto" }, oneLine(texts[edge.standing] + said, 200));
  };

  const edgeView = (edge) => [
    el("p", { class: "kicker" }, "Link"),
    el("h2", { dir: "auto" }, sentenceCase(story.tieWords(edge))),
    edge.when && el("p", { class: "when" }, edge.when),
    standing(edge),
    edge.by_table && el("p", { class: "status" }, "Known from a table of places, not said in the text. The sentence names the place."),
    el("ul", { class: "ends" }, el("li", {}, link(story.nodes[edge.source])), el("li", {}, "→ ", link(story.nodes[edge.target]))),
    quotes(edge.sources),
    corrections.ofLink(edge),
  ];

  const startView = () => {
    if (!story.nodes.length) return [el("h2", {}, "Nothing to show"), el("p", {}, "No names or events were found in the texts.")];
    const events = story.ranked.filter((node) => node.isEvent && !isUnlikely(node, store.state)).slice(0, 7).sort((one, other) => other.dated - one.dated || (one.dated ? byDate(one, other) : 0));
    const names = story.nodes.filter((node) => !node.isEvent).slice(0, 8).sort((one, other) => other.mentions - one.mentions || one.number - other.number);
    return [
      el("p", { class: "lead" }, "Select a node, a link or an event to see the sentences that it comes from."),
      corrections.collected(),
      events.length > 0 && panelSection("Main events", el("ul", { class: "plain-list" }, events.map((node) => el("li", {}, link(node, node.when ?? "no date"))))),
      names.length > 0 && panelSection("Main names", el("ul", { class: "plain-list" }, names.map((node) => el("li", {}, link(node, count(node.mentions, "mention", "mentions")))))),
      panelSection("Articles", el("ul", { class: "plain-list" }, story.documents.slice(0, 40).map((one, number) => el("li", {}, el("button", { type: "button", class: "link stacked", click: () => store.select({ document: number }) }, el("span", { dir: "auto" }, oneLine(one.title, 90)), el("span", { class: "also" }, sourceLine(one))), webLink(one.url, (host) => `Open at ${oneLine(host, 60)}`, { "aria-label": `Open the article on the web: ${oneLine(one.title, 80)}` }))))),
    ];
  };

  const close = () =>
    el("button", { type: "button", class: "close", "aria-label": "Close details", click: () => (store.select(null), showPart("graph")) }, "×");

  /** To the selected sentence, or the top. */
  const scroll = atNextFrame(() => {
    if (store.state.selected?.document === undefined) root.scrollTop = 0;
    else root.querySelector(".here")?.scrollIntoView({ block: "center" });
  });

  store.subscribe((state, seen, previous) => {
    const same = previous.selected === state.selected && previous.focus === state.focus && previous.off.likelihood === state.off.likelihood;
    if (previous !== state && same) return;
    const { selected } = state;
    const view =
      selected?.node !== undefined
        ? nodeView(story.nodes[selected.node])
        : selected?.edge !== undefined
          ? edgeView(story.edges[selected.edge])
          : selected?.document !== undefined
            ? [...reader(selected.document, selected.sentence, go), corrections.ofDocument(story.documents[selected.document])]
            : startView();
    root.replaceChildren(...[selected && close(), ...view].flat().filter(Boolean));
    document.body.classList.toggle("panel-open", Boolean(selected));
    scroll();
  });
};
