// Search over names, aliases and sentences, without regard to accents and letter case.

const createSearch = (story, store) => {
  const input = byId("search");
  const list = byId("found");
  const names = story.nodes.map((node) => [node.label, ...node.aliases].map(fold));
  let sentences = null; // folded on first use
  let results = [];
  let active = -1;

  const sentenceIndex = () =>
    story.documents.flatMap((document_, documentNumber) =>
      document_.sentences.map(([, , text], sentence) => ({ document: documentNumber, sentence, text, folded: fold(text) })),
    );

  const nameScore = (forms, query) => {
    let best = Infinity;
    forms.forEach((form, index) => {
      const at = form.indexOf(query);
      if (at < 0) return;
      const rank = form === query ? 0 : at === 0 ? 1 : /[\s\-(«“"']/.test(form[at - 1]) ? 2 : 3;
      best = Math.min(best, rank + (index ? 0.5 : 0));
    });
    return best;
  };

  const find = (text) => {
    const query = fold(text).trim().replace(/\s+/g, " ");
    if (!query) return [];
    const all = story.nodes
      .map((node) => ({ node, score: nameScore(names[node.number], query) }))
      .filter((one) => one.score < Infinity)
      .sort((one, other) => one.score - other.score || one.node.number - other.node.number);
    const nodes = all.filter(({ node }) => !isUnlikely(node, store.state));
    const hidden = all.length - nodes.length;
    sentences ??= sentenceIndex();
    const found = query.length < 3 ? [] : sentences.filter((one) => one.folded.includes(query)).slice(0, 12);
    return [...nodes.slice(0, 12), ...found.map((sentence) => ({ sentence })), ...(hidden ? [{ hidden }] : [])];
  };

  const entry = (result, index) => {
    const attributes = {
      role: "option",
      id: `found-${index}`,
      "aria-selected": "false",
      mousedown: (event) => event.preventDefault(),
      click: () => take(index),
    };
    if (result.hidden) return el("li", { ...attributes, class: "by-likelihood" }, `Show ${count(result.hidden, "event", "events")} that “How likely” hides`);
    if (result.node) {
      const { node } = result;
      const query = fold(input.value).trim();
      const alias = fold(node.label).includes(query) ? null : node.aliases.find((one) => fold(one).includes(query));
      return el(
        "li",
        attributes,
        icon(story, node.kind, node.factuality),
        el("span", { class: "name", dir: "auto" }, oneLine(node.label, 70)),
        alias && el("span", { class: "also", dir: "auto" }, `also “${oneLine(alias, 40)}”`),
        el("span", { class: "also" }, node.when ?? (node.isEvent ? "no date" : story.looks[node.kind].singular)),
      );
    }
    const { document: number, text } = result.sentence;
    return el(
      "li",
      { ...attributes, class: "sentence" },
      el("span", { class: "quote", dir: "auto" }, ...snippet(text)),
      el("span", { class: "also" }, sourceLine(story.documents[number])),
    );
  };

  /** The sentence around the words looked for, which are marked. */
  const snippet = (text) => {
    const query = fold(input.value).trim();
    const marks = Array.from(text);
    const lengths = marks.map((mark) => fold(mark).length);
    const at = fold(text).indexOf(query);
    let start = 0;
    for (let seen = 0; start < marks.length && seen < at; start += 1) seen += lengths[start];
    let end = start;
    for (let seen = 0; end < marks.length && seen < query.length; end += 1) seen += lengths[end];
    const from = start > 40 ? marks.indexOf(" ", start - 40) + 1 : 0;
    return [
      (from ? "…" : "") + marks.slice(from, start).join(""),
      el("mark", {}, marks.slice(start, end).join("")),
      marks.slice(end, end + 70).join("") + (end + 70 < marks.length ? "…" : ""),
    ];
  };

  const show = () => {
    results = find(input.value);
    active = -1;
    const none = input.value.trim() && !results.length;
    list.replaceChildren(
      ...results.map(entry),
      ...(none ? [el("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing found")] : []),
    );
    open(results.length > 0 || Boolean(none));
  };

  const open = (is) => {
    list.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
    if (!is || active < 0) input.removeAttribute("aria-activedescendant");
  };

  const mark = (index) => {
    active = (index + results.length) % results.length;
    [...list.children].forEach((one, number) => one.setAttribute("aria-selected", String(number === active)));
    input.setAttribute("aria-activedescendant", `found-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  };

  const take = (index) => {
    const { node, sentence, hidden } = results[index];
    if (hidden) {
      store.set({ off: { ...store.state.off, likelihood: new Set() } });
      return show();
    }
    open(false);
    if (node) {
      const added = new Set(store.state.added).add(node.number);
      const lost = store.state.focus !== null && !around(story, store.state.focus, store.state.depth).has(node.number);
      store.set({ selected: { node: node.number }, added, ...(lost ? { focus: null } : {}) });
    } else store.select({ document: sentence.document, sentence: sentence.sentence });
    showPart("panel");
  };

  input.addEventListener("input", show);
  input.addEventListener("focus", () => input.value.trim() && show());
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      open(false);
      event.stopPropagation();
    } else if (!results.length || list.hidden) return;
    else if (event.key === "ArrowDown") mark(active + 1);
    else if (event.key === "ArrowUp") mark(Math.max(0, active) - 1);
    else if (event.key === "Enter") take(Math.max(0, active));
    else return;
    event.preventDefault();
  });
};
