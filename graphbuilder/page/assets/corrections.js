// Corrections: what the reader finds wrong becomes a line of YAML for the corrections file, which the next build obeys.

/** Text as a YAML string: JSON, with the characters escaped that YAML does not allow or that turn the text around. */
const yamlText = (text) =>
  JSON.stringify(text).replace(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);

const createCorrections = (story) => {
  const lines = [];
  let open = null; // the form that is open: "same" or "rename"
  let section = null; // of the node in the panel

  // letter case, accents and "the" make no difference between names
  const key = (name) => fold(name).trim().replace(/^the /, "");
  const entities = story.nodes.filter((node) => !node.isEvent);
  const bearers = groupBy(
    entities.flatMap((node) => [...new Set([node.label, ...node.aliases].map(key))].map((name) => ({ name, node }))),
    (one) => one.name,
  );

  const mentionOf = (node, source) => `${story.documents[source[0]].id}@${node.isEvent ? "e" : "m"}${source[2]}-${source[3]}`;

  const firstMention = (node, source = node.sources[0]) => (source ? mentionOf(node, source) : node.id);

  /** The name of a thing if no other bears it, else one of its mentions. */
  const told = (node) => yamlText(!node.isEvent && bearers.get(key(node.label)).length === 1 ? node.label : firstMention(node));

  /** What a mention in YAML stands for. */
  const comment = (node) => (node.isEvent ? `  # ${oneLine(node.label, 80)}` : "");

  const LINES = {
    same: (node, other) => `- same: [${told(node)}, ${other}]${comment(node)}`,
    rename: (node, name) => `- rename: [${told(node)}, ${yamlText(name)}]${comment(node)}`,
    ignore: (node) => `- ignore: ${told(node)}${comment(node)}`,
    different: (node, source) => {
      const mention = mentionOf(node, source);
      const other = node.sources.find((one) => mentionOf(node, one) !== mention);
      const name = told(node) === yamlText(mention) ? yamlText(firstMention(node, other)) : told(node);
      return `- different: [${name}, ${yamlText(mention)}]${comment(node)}`;
    },
  };

  const box = el("div", { class: "corrections-box" });

  const add = (line) => {
    if (!lines.includes(line)) lines.push(line);
    copy(line, "Line for the corrections file");
    draw();
  };

  const draw = () => {
    const text = el("textarea", { readonly: true, rows: Math.min(8, lines.length + 1), spellcheck: "false", "aria-label": "Lines for the corrections file" });
    text.value = lines.map((line) => `${line}\n`).join("");
    box.replaceChildren(
      ...(lines.length
        ? [
            el("p", { class: "also" }, "Put these lines into a file, and build again with ", el("code", {}, "--corrections corrections.yaml"), "."),
            text,
            el("p", { class: "actions" }, button("Copy all", () => copy(text.value, count(lines.length, "line", "lines"))), button("Clear", () => (lines.splice(0), draw()))),
          ]
        : []),
    );
  };

  const button = (text, act, attributes = {}) => el("button", { type: "button", click: act, ...attributes }, text);

  /** The things to choose from for "same as"; those with one name are told apart by their day or their article. */
  const choicesFor = (node) => {
    const nodes = story.nodes.filter((one) => one.isEvent === node.isEvent && one !== node).slice(0, 1000);
    const alike = groupBy(nodes, (one) => oneLine(one.label, 120));
    const detail = (one) => one.when ?? (one.sources.length ? oneLine(story.documents[one.sources[0][0]].title, 40) : one.id);
    return new Map(nodes.toReversed().map((one) => [oneLine(one.label, 120), one]).map(([text, one]) => [alike.get(text).length === 1 ? text : `${text} (${detail(one)})`, one]));
  };

  /** The other thing for "same as": the one chosen or with the name that was typed, else the name itself. */
  const other = (node, name) => {
    const chosen = choicesFor(node).get(name);
    if (chosen) return told(chosen);
    const found = node.isEvent
      ? story.nodes.filter((one) => one.isEvent && one !== node && key(one.label) === key(name))
      : (bearers.get(key(name)) ?? []).map((one) => one.node).filter((one) => one !== node);
    return found.length === 1 ? told(found[0]) : yamlText(name);
  };

  const form = (node, kind) => {
    const choices = kind === "same" ? [...choicesFor(node).keys()].reverse() : [];
    const input = el("input", { type: "text", maxlength: "300", list: choices.length ? "correction-names" : null, "aria-label": kind === "same" ? "Same as" : "Right name" });
    const send = () => {
      const name = input.value.trim();
      if (!name) return input.focus();
      add(LINES[kind](node, kind === "same" ? other(node, name) : name));
      show(node, null);
    };
    input.addEventListener("keydown", (event) => event.key === "Enter" && send());
    return el(
      "div", // not a form element, which sandboxed frames block
      { class: "correction" },
      el("label", {}, kind === "same" ? "It is the same as" : "Its right name is", input),
      choices.length > 0 && el("datalist", { id: "correction-names" }, choices.map((value) => el("option", { value }))),
      button("Copy line", send),
    );
  };

  /** Draws the section anew, with a form open or none. */
  const show = (node, kind) => {
    open = kind;
    const fresh = view(node);
    section.replaceWith(fresh);
    return (section = fresh);
  };

  const view = (node) => {
    const toggle = (kind) => () => {
      const fresh = show(node, open === kind ? null : kind);
      fresh.querySelector(open ? "input" : `[data-kind=${kind}]`).focus();
    };
    return el(
      "section",
      { class: "corrections" },
      el("h3", {}, "Is something wrong?"),
      node.corrections.length > 0 && el("ul", { class: "also" }, node.corrections.map((one) => el("li", { dir: "auto" }, `Corrected: ${oneLine(one, 200)}`))),
      el(
        "p",
        { class: "actions" },
        button("Same as …", toggle("same"), { "data-kind": "same", "aria-expanded": String(open === "same") }),
        button("Wrong name", toggle("rename"), { "data-kind": "rename", "aria-expanded": String(open === "rename") }),
        button("Leave out", () => add(LINES.ignore(node)), { "data-kind": "ignore" }),
      ),
      open && form(node, open),
      box,
    );
  };

  return {
    /** The section of the panel for a node. */
    section: (node) => {
      open = null;
      draw();
      return (section = view(node));
    },
    /** A button beside one of several sources of a node. */
    notTheSame: (node, source) =>
      node.sources.length > 1 &&
      button("Not the same", () => add(LINES.different(node, source)), { class: "plain quiet", "aria-label": `Not the same: “${oneLine(cutSentence(story, source)[1], 40)}” in ${oneLine(story.documents[source[0]].title, 60)}`, title: "This sentence is about something else: copies a line for the corrections file" }),
  };
};
