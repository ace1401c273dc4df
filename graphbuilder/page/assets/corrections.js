// Corrections: what the reader finds wrong becomes a line of YAML for the corrections file, which the next build obeys.

/** Text as a YAML string: JSON, with the characters escaped that YAML does not allow or that turn the text around. */
const yamlText = (text) =>
  JSON.stringify(text).replace(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);

const NONE = "none";
/** Parts of a year that EDTF has in place of a month: seasons, quarters and halves. */
const SEASONS = ["21", "22", "23", "24", "33", "34", "35", "36", "40", "41"];

/** Whether text is a date that the corrections file takes: EDTF, of one date or of two ends. */
const isDate = (text) => {
  const single = (one) => {
    const match = /^(?:-?\d{4}(?:-(\d\d)(?:-(\d\d))?)?[~?%]?|\d{3}X|\d\dXX)$/.exec(one);
    if (!match) return false;
    const [, month, day] = match;
    if (!day) return !month || (Number(month) >= 1 && Number(month) <= 12) || SEASONS.includes(month);
    const [year] = /^-?\d{4}/.exec(one);
    const date = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month) - 1, Number(day))); // the calendar repeats
    return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  };
  const ends = text.split("/");
  if (ends.length === 1) return single(text);
  if (ends.length !== 2 || !ends.every((one) => one === "" || one === ".." || single(one))) return false;
  const told = ends.filter(single);
  const common = Math.min(...told.map((one) => one.replace(/[~?%X]/g, "").length));
  return told.length === 1 || (told.length === 2 && (ends[0].startsWith("-") || ends[0].slice(0, common) <= ends[1].slice(0, common)));
};

const createCorrections = (story) => {
  const collected = createCollected();
  let open = null; // the form that is open: "same", "date" …
  let section = null; // of the thing in the panel

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
  const comment = (...nodes) => {
    const events = nodes.filter((node) => node.isEvent);
    return events.length ? `  # ${events.map((node) => oneLine(node.label, 80)).join("; ")}` : "";
  };

  const line = (verb, words, node) => `- ${verb}: [${words.join(", ")}]${comment(node)}`;
  const fact = (document_, name, value) => `- {document: ${yamlText(document_.id)}, ${name}: ${yamlText(value)}}`;

  /** Things to choose from, by what is read of them; those with one name are told apart by their day or their article. */
  const choicesOf = (all) => {
    const nodes = all.slice(0, 1000);
    const alike = groupBy(nodes, (one) => oneLine(one.label, 120));
    const detail = (one) => one.when ?? (one.sources.length ? oneLine(story.documents[one.sources[0][0]].title, 40) : one.id);
    return new Map(nodes.toReversed().map((one) => [oneLine(one.label, 120), one]).map(([text, one]) => [alike.get(text).length === 1 ? text : `${text} (${detail(one)})`, one]));
  };

  const listed = (choices) => [...choices.keys()].reverse();

  const choicesFor = (node) => choicesOf(story.nodes.filter((one) => one.isEvent === node.isEvent && one !== node));

  /** The other thing for "same as": the one chosen or with the name that was typed, else the name itself. */
  const other = (node, name) => {
    const chosen = choicesFor(node).get(name);
    if (chosen) return told(chosen);
    const found = node.isEvent
      ? story.nodes.filter((one) => one.isEvent && one !== node && key(one.label) === key(name))
      : (bearers.get(key(name)) ?? []).map((one) => one.node).filter((one) => one !== node);
    return found.length === 1 ? told(found[0]) : yamlText(name);
  };

  /** Who or where: the one chosen, or the bearer of a name that was typed if there is one, else the name itself. */
  const named = (name) => {
    const chosen = choicesOf(entities).get(name);
    if (chosen) return told(chosen);
    const found = bearers.get(key(name)) ?? [];
    return found.length === 1 ? told(found[0].node) : yamlText(name);
  };

  const roles = () => {
    const alike = groupBy(story.roles, story.relationWords);
    const options = story.roles.map((role) => [role, alike.get(story.relationWords(role)).length === 1 ? story.relationWords(role) : `${story.relationWords(role)} (${words(role)})`]);
    return [...options, ["attributed_to", story.relationWords("attributed_to")], [NONE, "no part in it:"]];
  };

  const STATUSES = [["yes", "happened"], ["no", "did not happen"], ["planned", "is planned"], ["possible", "is only possible"], ["conditional", "depends on a condition"], ["demanded", "is only demanded"]];
  const EMPTY = "Write something here";

  /** What can be wrong: the words on its button, what is asked, and the line; `wrong` says why an answer will not do. */
  const FORMS = {
    same: { button: "Same as …", fields: (node) => [{ label: "It is the same as", name: "Same as", choices: listed(choicesFor(node)) }], line: (node, name) => line("same", [told(node), other(node, name)], node) },
    rename: { button: "Wrong name", fields: () => [{ label: "Its right name is", name: "Right name" }], line: (node, name) => line("rename", [told(node), yamlText(name)], node) },
    date: {
      button: "Wrong date",
      fields: () => [{ label: "Its right date is", hint: "As in 2022-02-24, 2022-02, 2022 or 2022-02-24/2022-02-26; “none” if it has no date" }],
      wrong: (when) => (when.toLowerCase() === NONE || isDate(when) ? "" : `“${oneLine(when, 40)}” is no such date`),
      line: (node, when) => line("date", [told(node), yamlText(when)], node),
    },
    happened: { button: "Did it happen?", fields: () => [{ label: "It", name: "Whether it happened", options: STATUSES }], line: (node, status) => line("happened", [told(node), yamlText(status)], node) },
    who: {
      button: "Wrong people",
      fields: () => [{ label: "It is", name: "Part", options: roles() }, { label: "Who", choices: listed(choicesOf(entities)) }],
      line: (node, role, name) => line("who", [told(node), yamlText(role), named(name)], node),
    },
    place: {
      button: "Wrong place",
      fields: () => [{ label: "It took place in", hint: "“none” if no text says where", choices: listed(new Map([...choicesOf(entities)].filter(([, one]) => one.kind === "place"))) }],
      line: (node, name) => line("place", [told(node), name.toLowerCase() === NONE ? NONE : named(name)], node),
    },
    published: {
      button: "Wrong day",
      fields: () => [{ label: "It was published on", hint: "As in 2022-02-24; “none” if nobody knows. The dates in it are counted from this day." }],
      wrong: (day) => (day.toLowerCase() === NONE || (/^\d{4}-\d\d-\d\d$/.test(day) && isDate(day)) ? "" : `“${oneLine(day, 40)}” is no such day`),
      line: (document_, day) => fact(document_, "published", day),
    },
    source: { button: "Wrong outlet", fields: () => [{ label: "Its outlet is", choices: [...new Set(story.documents.map((one) => one.source).filter(Boolean).map((one) => oneLine(one, 120)))].slice(0, 1000) }], line: (document_, name) => fact(document_, "source", name) },
    title: { button: "Wrong title", fields: () => [{ label: "Its title is" }], line: (document_, title) => fact(document_, "title", title) },
    url: {
      button: "Wrong address",
      fields: () => [{ label: "Its web address is", hint: "It begins with http:// or https://; “none” if there is none" }],
      wrong: (url) => (url.toLowerCase() === NONE || /^https?:\/\/[^\s/]+\.[^\s/]+/.test(url) ? "" : `“${oneLine(url, 40)}” is no web address`),
      line: (document_, url) => fact(document_, "url", url),
    },
  };

  /** What is wrong without more to say. */
  const ACTS = {
    ignore: { button: "Leave out", line: (node) => `- ignore: ${told(node)}${comment(node)}` },
    not: {
      button: "This is not so",
      line: (edge) => {
        const [source, target] = [story.nodes[edge.source], story.nodes[edge.target]];
        return `- not: [${told(source)}, ${yamlText(edge.key ?? edge.relation)}, ${told(target)}]${comment(source, target)}`;
      },
    },
    different: {
      line: (node, source) => {
        const mention = mentionOf(node, source);
        const other = node.sources.find((one) => mentionOf(node, one) !== mention);
        const name = told(node) === yamlText(mention) ? yamlText(firstMention(node, other)) : told(node);
        return `- different: [${name}, ${yamlText(mention)}]${comment(node)}`;
      },
    },
  };

  const OFFERED = {
    name: ["same", "rename", "ignore"],
    event: ["date", "happened", "who", "place", "same", "rename", "ignore"],
    link: ["not"],
    document: ["published", "source", "title", "url"],
  };

  const button = (text, act, attributes = {}) => el("button", { type: "button", click: act, ...attributes }, text);

  const form = (thing, kind) => {
    const { fields, wrong, line } = FORMS[kind];
    const asked = fields(thing[1]);
    const inputs = asked.map(({ label, name = label, options, choices = [], hint }, at) =>
      options
        ? el("select", { "aria-label": name }, options.map(([value, text]) => el("option", { value }, text)))
        : el("input", { type: "text", maxlength: "300", autocomplete: "off", list: choices.length ? `correction-names${at || ""}` : null, "aria-label": name, "aria-describedby": hint ? "correction-hint" : null }),
    );
    const refusal = el("p", { class: "refusal", role: "alert", id: "correction-refusal" });
    const refuse = (input, why) => {
      refusal.textContent = why;
      input.setAttribute("aria-invalid", "true");
      input.focus();
    };
    const send = () => {
      const values = inputs.map((input) => input.value.trim());
      const missing = values.indexOf("");
      if (missing >= 0) return refuse(inputs[missing], EMPTY);
      const why = wrong?.(...values);
      if (why) return refuse(inputs[0], why);
      collected.add(line(thing[1], ...values));
      show(thing, null).querySelector(`[data-kind=${kind}]`).focus();
    };
    const hint = asked.find((one) => one.hint)?.hint;
    return el(
      "div", // not a form element, which sandboxed frames block
      { keydown: (event) => event.key === "Enter" && event.target.matches("input") && send() },
      el(
        "div",
        { class: "correction" },
        asked.map(({ label }, at) => el("label", {}, label, inputs[at])),
        asked.map(({ choices = [] }, at) => choices.length > 0 && el("datalist", { id: `correction-names${at || ""}` }, choices.map((value) => el("option", { value })))),
        button("Copy line", send),
      ),
      hint && el("p", { class: "also", id: "correction-hint" }, hint),
      refusal,
    );
  };

  /** Draws the section anew, with a form open or none. */
  const show = (thing, kind) => {
    open = kind;
    const fresh = view(thing);
    section.replaceWith(fresh);
    return (section = fresh);
  };

  /** The section of a thing: its kind in `OFFERED`, the thing, and the lines that made it what it is. */
  const view = (thing) => {
    const [what, one, corrected] = thing;
    const toggle = (kind) => () => {
      const fresh = show(thing, open === kind ? null : kind);
      fresh.querySelector(open ? ".correction input, .correction select" : `[data-kind=${kind}]`).focus();
    };
    const offer = (kind) =>
      ACTS[kind]
        ? button(ACTS[kind].button, () => collected.add(ACTS[kind].line(one)), { "data-kind": kind })
        : button(FORMS[kind].button, toggle(kind), { "data-kind": kind, "aria-expanded": String(open === kind) });
    return el(
      "section",
      { class: "corrections" },
      el("h3", {}, "Is something wrong?"),
      corrected.length > 0 && el("ul", { class: "also" }, corrected.map((one) => el("li", { dir: "auto" }, `Corrected: ${oneLine(one, 200)}`))),
      el("p", { class: "actions" }, OFFERED[what].map(offer)),
      open && form(thing, open),
      collected.box,
    );
  };

  const first = (thing) => {
    open = null;
    return (section = view(thing));
  };

  return {
    /** The section of the panel for a node, a link or an article. */
    section: (node) => first([node.isEvent ? "event" : "name", node, node.corrections]),
    ofLink: (edge) => Object.hasOwn(story.relations, edge.relation) && first(["link", edge, []]), // others are not of `build`
    ofDocument: (document_) => first(["document", document_, document_.corrections]),
    /** What has been collected, where nothing is selected. */
    collected: () => !collected.isEmpty && el("section", { class: "corrections own" }, el("h3", {}, "Your corrections"), collected.box),
    /** A button beside one of several sources of a node. */
    notTheSame: (node, source) =>
      node.sources.length > 1 &&
      button("Not the same", () => collected.add(ACTS.different.line(node, source)), { class: "plain quiet", "aria-label": `Not the same: “${oneLine(cutSentence(story, source)[1], 40)}” in ${oneLine(story.documents[source[0]].title, 60)}`, title: "This sentence is about something else: copies a line for the corrections file" }),
  };
};
