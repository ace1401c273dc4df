// The side panel: what the selected thing is, how it is tied to others, and every sentence that it comes from.

const SENTENCES_AT_ONCE = 12;

const createPanel = (story, store, reader) => {
  const root = byId("panel");

  const section = (title, ...children) => el("section", {}, el("h3", {}, title), ...children);

  const link = (node, extra = null) =>
    el(
      "button",
      { type: "button", class: "link", click: () => go(node.number) },
      icon(story, node.kind, node.factuality),
      el("span", { dir: "auto" }, oneLine(node.label, 90)),
      extra && el("span", { class: "also" }, extra),
    );

  const go = (number) => store.set({ selected: { node: number }, added: new Set(store.state.added).add(number) });

  // --- what it comes from ---

  const quote = (source, label = null) => {
    const [before, marked, after] = cutSentence(story, source);
    const document_ = story.documents[source[0]];
    return el(
      "li",
      { class: "quote" },
      label && el("p", { class: "also" }, label),
      el("blockquote", { dir: "auto" }, before, el("mark", {}, marked), after),
      el(
        "p",
        { class: "byline" },
        el("cite", { dir: "auto" }, oneLine(document_.title, 120)),
        el("span", { dir: "auto" }, sourceLine(document_)),
        el(
          "button",
          { type: "button", class: "plain", click: () => store.select({ document: source[0], sentence: source[1] }) },
          "Read in full",
        ),
      ),
    );
  };

  /** One entry a sentence: a sentence that names the thing twice is quoted once. */
  const quotes = (sources) => {
    const once = [...new Map(sources.map((source) => [`${source[0]}:${source[1]}`, source])).values()];
    const list = el("ol", { class: "quotes" }, once.slice(0, SENTENCES_AT_ONCE).map((source) => quote(source)));
    const rest = once.slice(SENTENCES_AT_ONCE);
    const more =
      rest.length > 0 &&
      el(
        "button",
        { type: "button", click: (event) => (list.append(...rest.map((source) => quote(source))), event.target.remove()) },
        `Show ${count(rest.length, "more sentence", "more sentences")}`,
      );
    return section(`Where this comes from (${count(once.length, "sentence", "sentences")})`, list, more);
  };

  // --- dates ---

  const dateReading = (node) => {
    const parts = [];
    const { dated_by: by } = node;
    if (by) {
      const document_ = by.document === null ? null : story.documents[by.document];
      parts.push(
        el(
          "p",
          { class: "reading" },
          by.words && el("q", { dir: "auto" }, oneLine(by.words, 120)),
          document_?.when && ` in an article published ${document_.when}`,
          by.words || document_?.when ? " → " : "",
          el("strong", {}, node.when ?? "no date"),
        ),
        el("p", { class: "also" }, `Rule: ${words(by.rule)}${node.precision ? ` · precise to the ${node.precision}` : ""} · ${node.edtf ?? ""}`),
      );
    } else if (node.when) parts.push(el("p", { class: "also" }, `Precise to the ${node.precision} · ${node.edtf}`));
    else parts.push(el("p", {}, "No text gives it a date. The date of publication was not put in its place."));
    if (node.alternatives.length) parts.push(alternatives(node));
    return section("How the date was read", parts);
  };

  const alternatives = (node) =>
    el(
      "table",
      { class: "alternatives" },
      el("caption", {}, "The sources differ"),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Date"), el("th", { scope: "col" }, "According to"))),
      el(
        "tbody",
        {},
        el("tr", { class: "taken" }, el("td", {}, node.when ?? "undated"), el("td", {}, "the date shown here")),
        node.alternatives.map((one) => {
          const document_ = one.source ? story.documents[one.source[0]] : null;
          return el(
            "tr",
            {},
            el("td", {}, one.when ?? "undated"),
            el(
              "td",
              {},
              document_
                ? el(
                    "button",
                    { type: "button", class: "plain", click: () => store.select({ document: one.source[0], sentence: one.source[1] }) },
                    oneLine(sourceLine(document_), 80),
                  )
                : "unknown",
            ),
          );
        }),
      ),
    );

  // --- ties ---

  const ties = (node) => {
    const groups = new Map();
    for (const tie of node.ties) {
      const out = tie.source === node.number;
      const other = story.nodes[otherEnd(tie, node.number)];
      const key = node.isEvent === other.isEvent || node.isEvent ? (out ? words(tie.relation) : `← ${words(tie.relation)}`) : "events";
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push({ tie, other, out });
    }
    const order = [...groups].sort((one, other) => (one[0] === "events") - (other[0] === "events") || (one[0] < other[0] ? -1 : 1));
    return order.map(([key, members]) => tieGroup(node, key, members));
  };

  const tieGroup = (node, key, members) => {
    members.sort((one, other) => {
      if (one.other.dated && other.other.dated) return byDate(one.other, other.other);
      return other.other.dated - one.other.dated || one.other.number - other.other.number;
    });
    const rows = members.map(({ tie, other }) => {
      const extra = key === "events" ? [words(tie.relation), other.when].filter(Boolean).join(" · ") : node.isEvent ? other.when : tie.when;
      const why = el("button", { type: "button", class: "why", "aria-label": `Why: ${words(tie.relation)} ${oneLine(other.label, 60)}`, click: () => store.select({ edge: tie.number }) }, "why");
      return el("li", {}, link(other, extra), tie.sources.length > 0 && why);
    });
    const tail = rows.splice(10);
    return el(
      "div",
      { class: "ties" },
      el("h4", {}, key === "events" ? `Events (${members.length})` : sentenceCase(key)),
      el("ul", {}, rows),
      tail.length > 0 && el("details", {}, el("summary", {}, `${tail.length} more`), el("ul", {}, tail)),
    );
  };

  // --- why merged ---

  const VERDICTS = { same: "taken as the same", different: "kept apart", unsure: "undecided, kept apart" };

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
            el("span", { class: "also", dir: "auto" }, `${oneLine(one.reason, 200)} (${Math.round(one.score * 100)} %)`),
          ),
        ),
      ),
    );

  // --- the whole ---

  const kicker = (node) => {
    const type = words(node.type);
    const kind = story.looks[node.kind].singular;
    return el("p", { class: "kicker" }, icon(story, node.kind, node.factuality), node.isEvent && type && type !== "event" ? `${kind}: ${type}` : node.kind === "other" && type ? sentenceCase(type) : kind);
  };

  const status = (node) => {
    if (!node.isEvent || node.factuality === "fact") return null;
    const said = node.said_by.map((number) => story.nodes[number].label).join(", ");
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

  const evidence = (node) => {
    const parts = [count(node.mentions, "mention", "mentions"), count(node.documents.length, "article", "articles")];
    if (node.isEvent && node.independent_sources > 1) parts.push(`${node.independent_sources} independent of each other`);
    return el("p", { class: "also" }, parts.join(" · "));
  };

  const nodeView = (node) => [
    kicker(node),
    el("h2", { dir: "auto", title: oneLine(node.label, 400) }, oneLine(node.label, 160)),
    node.isEvent && el("p", { class: "when" }, node.when ? sentenceCase(node.when) : "No date"),
    status(node),
    evidence(node),
    node.aliases.length > 0 &&
      el("p", { class: "aliases" }, el("span", { class: "also" }, "Also called "), node.aliases.slice(0, 30).map((alias) => el("span", { class: "alias", dir: "auto" }, oneLine(alias, 60)))),
    el(
      "p",
      { class: "actions" },
      el("button", { type: "button", click: () => store.set({ focus: store.state.focus === node.number ? null : node.number }) }, store.state.focus === node.number ? "Show all again" : "Show only its neighbours"),
    ),
    node.isEvent && dateReading(node),
    node.ties.length > 0 && section(node.isEvent ? "Who, where, about what" : "Links", ties(node)),
    quotes(node.sources),
    judgements(node),
  ];

  const edgeView = (edge) => [
    el("p", { class: "kicker" }, "Link"),
    el("h2", {}, sentenceCase(words(edge.relation))),
    edge.when && el("p", { class: "when" }, edge.when),
    el("ul", { class: "ends" }, el("li", {}, link(story.nodes[edge.source])), el("li", {}, "→ ", link(story.nodes[edge.target]))),
    quotes(edge.sources),
  ];

  const startView = () => {
    if (!story.nodes.length) return [el("h2", {}, "Nothing to show"), el("p", {}, "No names or events were found in the texts.")];
    const events = story.nodes.filter((node) => node.isEvent).slice(0, 7).sort((one, other) => other.dated - one.dated || (one.dated ? byDate(one, other) : 0));
    const names = story.nodes.filter((node) => !node.isEvent).slice(0, 8);
    return [
      el("p", { class: "lead" }, "Select a node, a link or an event to see the sentences that it comes from."),
      events.length > 0 && section("Main events", el("ul", { class: "plain-list" }, events.map((node) => el("li", {}, link(node, node.when ?? "no date"))))),
      names.length > 0 && section("Main names", el("ul", { class: "plain-list" }, names.map((node) => el("li", {}, link(node, count(node.mentions, "mention", "mentions")))))),
      section("Articles", el("ul", { class: "plain-list" }, story.documents.slice(0, 40).map((one, number) => el("li", {}, el("button", { type: "button", class: "link stacked", click: () => store.select({ document: number }) }, el("span", { dir: "auto" }, oneLine(one.title, 90)), el("span", { class: "also" }, sourceLine(one))))))),
    ];
  };

  const close = () =>
    el("button", { type: "button", class: "close", "aria-label": "Close details", click: () => (store.select(null), showPart("graph")) }, "×");

  store.subscribe((state, seen, previous) => {
    if (previous && previous !== state && previous.selected === state.selected && previous.focus === state.focus) return;
    const { selected } = state;
    const view =
      selected?.node !== undefined
        ? nodeView(story.nodes[selected.node])
        : selected?.edge !== undefined
          ? edgeView(story.edges[selected.edge])
          : selected?.document !== undefined
            ? reader(selected.document, selected.sentence, go)
            : startView();
    root.replaceChildren(...[selected && close(), ...view].flat().filter(Boolean));
    document.body.classList.toggle("panel-open", Boolean(selected));
    if (selected?.document === undefined) root.scrollTop = 0;
    else root.querySelector(".here")?.scrollIntoView({ block: "center" });
  });
};
