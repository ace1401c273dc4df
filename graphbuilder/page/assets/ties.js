// What a node is tied to, grouped by the kind of link; who has a part in an event and no name stands there as plain text.

const ROWS_AT_FIRST = 10;

/** `link` makes a button that leads to a node. */
const createTies = (story, store, link) => {
  /** Leads to the sentences of a tie; `text` is what is read on it. */
  const why = (tie, other, text) => {
    const name = `${text}: the sentences for “${story.tieWords(tie)}”, ${oneLine(other.label, 60)}`;
    return el("button", { type: "button", class: "why", title: "Show the sentences of this link", "aria-label": name, click: () => store.select({ edge: tie.number }) }, text);
  };

  /** What is said beside a name: the post, when it was so, and whether it is so. */
  const detailOf = (tie) => [tie.title && oneLine(tie.title, 80), story.standingWords(tie) || tie.when].filter(Boolean).join(", ");

  /** Rows that are not seen at once. */
  const rest = (rows, text) => rows.length > 0 && el("details", {}, el("summary", {}, `${rows.length} ${text}`), el("ul", {}, rows));

  const tieGroup = (node, key, members, described) => {
    members.sort((one, other) => {
      if (one.other.dated && other.other.dated) return byDate(one.other, other.other);
      return other.other.dated - one.other.dated || one.other.number - other.other.number;
    });
    const row = ([other, same]) => {
      const extra = node.isEvent || key === "events" ? other.when : [...new Set(same.map(({ tie }) => detailOf(tie)))].filter(Boolean).join("; ");
      const told = [...new Map(same.filter(({ tie }) => tie.sources.length).map(({ tie }) => [key === "events" ? story.inverseWords(tie.relation) : same.length > 1 && tie.title ? oneLine(tie.title, 30) : "source", tie]))];
      return el("li", {}, link(other, extra), el("span", { class: "whys" }, told.map(([text, tie]) => why(tie, other, text))));
    };
    const byOther = [...groupBy(members, (member) => member.other)];
    const [hidden, shown] = [true, false].map((is) => byOther.filter(([other]) => isUnlikely(other, store.state) === is));
    const rows = shown.map(row);
    rows.push(...described.map(([, text]) => el("li", { class: "described", dir: "auto" }, oneLine(text, 90))));
    const tail = rows.splice(ROWS_AT_FIRST);
    return el(
      "div",
      { class: "ties" },
      el("h4", {}, key === "events" ? `Events (${rows.length + tail.length + hidden.length})` : sentenceCase(key)),
      rows.length > 0 && el("ul", {}, rows),
      rest(tail, "more"),
      rest(hidden.map(row), "less likely"),
    );
  };

  /** Events of an entity stand together; everything else by the kind of its link. */
  const titleOf = (node, { tie, other }) => {
    if (other.isEvent && !node.isEvent) return "events";
    return story.familyWords(tie, tie.source === node.number ? story.relationWords(tie.relation) : story.inverseWords(tie.relation));
  };

  return (node) => {
    const members = node.ties.map((tie) => ({ tie, other: story.nodes[otherEnd(tie, node.number)] }));
    const groups = groupBy(members, (one) => titleOf(node, one));
    const described = groupBy(node.described ?? [], ([role]) => story.relationWords(role));
    const order = [...new Set([...groups.keys(), ...described.keys()])].sort((one, other) => (one === "events") - (other === "events") || (one < other ? -1 : 1));
    return order.map((key) => tieGroup(node, key, groups.get(key) ?? [], described.get(key) ?? []));
  };
};
