// The sentences that something comes from, with its words marked.

const SENTENCES_AT_ONCE = 12;

/** Gives a function from sources (and the node that they are of) to a section of the panel. */
const createQuotes = (story, store, corrections) => {
  const quote = (source, node) => {
    const [before, marked, after] = cutSentence(story, source);
    const document_ = story.documents[source[0]];
    return el(
      "li",
      { class: "quote" },
      el("blockquote", { dir: "auto" }, before, el("mark", {}, marked), after),
      el(
        "p",
        { class: "byline" },
        el("cite", { dir: "auto" }, oneLine(document_.title, 120)),
        el("span", { dir: "auto" }, sourceLine(document_)),
        el(
          "span",
          { class: "acts" },
          node && corrections.notTheSame(node, source),
          el("button", { type: "button", class: "plain", "aria-label": `Read in full: ${oneLine(document_.title, 80)}`, click: () => store.select({ document: source[0], sentence: source[1] }) }, "Read in full"),
          webLink(document_.url, () => "Open the article", { "aria-label": `Open the article on the web: ${oneLine(document_.title, 80)}` }),
        ),
      ),
    );
  };

  /** One entry a sentence: a sentence that names the thing twice is quoted once. */
  return (sources, node = null) => {
    const once = [...new Map(sources.map((source) => [`${source[0]}:${source[1]}`, source])).values()];
    const list = el("ol", { class: "quotes" }, once.slice(0, SENTENCES_AT_ONCE).map((source) => quote(source, node)));
    const rest = once.slice(SENTENCES_AT_ONCE);
    const more =
      rest.length > 0 &&
      el(
        "button",
        { type: "button", click: (event) => (list.append(...rest.map((source) => quote(source, node))), event.target.remove()) },
        `Show ${count(rest.length, "more sentence", "more sentences")}`,
      );
    return panelSection(`Where this comes from (${count(once.length, "sentence", "sentences")})`, list, more);
  };
};
