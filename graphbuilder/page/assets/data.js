// The data of the page, and what follows from them: neighbours, documents of a node, mentions in a document.

const readIsland = (id) => JSON.parse(byId(id).textContent);

const loadStory = () => {
  const story = readIsland("data");
  story.drawing = readIsland("drawing");
  story.drawn = story.drawing.nodes.length;
  story.nodes.forEach((node, number) => {
    node.number = number;
    node.ties = [];
    node.cut = {}; // its name in so many characters
    node.documents = [...new Set(node.sources.map((source) => source[0]))];
    node.isEvent = node.kind === "event";
    node.dated = node.isEvent && (node.from !== null || node.to !== null);
  });
  story.edges.forEach((edge, number) => {
    edge.number = number;
    edge.standing ??= "fact";
    edge.family = edge.standing === "fact" ? edge.relation : `${edge.relation}:${edge.standing}`;
    story.nodes[edge.source].ties.push(edge);
    if (edge.target !== edge.source) story.nodes[edge.target].ties.push(edge);
  });
  story.byId = new Map(story.nodes.map((node) => [node.id, node]));
  story.inOrder = story.nodes.filter((node) => node.dated).sort(byDate);
  story.ranked = [...story.nodes].sort(likelyFirst);
  story.undated = story.ranked.filter((node) => node.isEvent && !node.dated);
  const extents = [extentOf(story.inOrder.filter((node) => node.likelihood !== LESS_LIKELY)), extentOf(story.inOrder)];
  /** First and last moment of the timeline; less likely events count where they are shown. */
  story.extentOf = (state) => extents[Number(showsAll(state))];
  /** Sizes and positions of a picture, likewise. */
  story.pictureOf = (state, stage) => (showsAll(state) && stage.all) || stage;
  story.places = story.nodes.filter((node) => node.at);
  const wordsIn = (table, name, else_) => (Object.hasOwn(table, name) ? table[name] : else_);
  story.relationWords = (relation) => wordsIn(story.relations, relation, words(relation));
  story.inverseWords = (relation) => wordsIn(story.inverses, relation, `← ${words(relation)}`);
  /** How a link is told where it is no plain fact: "not", "planned (2025)", "former (until 2014)", "said by critics"; else nothing. */
  story.standingWords = (edge) => {
    const told = wordsIn(story.standings, edge.standing, "");
    const by = edge.said_by && edge.standing !== "former" ? `${told === "said" ? "" : ", said"} by ${oneLine(edge.said_by, 60)}` : "";
    return told && `${told}${by}${edge.when ? ` (${edge.when})` : ""}`;
  };
  /** A link in words, with how it is told before it and the post behind it: "planned – member of", "holds position: mayor of Lund". */
  story.tieWords = (edge) =>
    [story.standingWords(edge), [story.relationWords(edge.relation), edge.title && oneLine(edge.title, 80)].filter(Boolean).join(": ")].filter(Boolean).join(" – ");
  /** What links of one kind, told in one way, are listed under. */
  story.familyWords = (edge, text) => [wordsIn(story.standings, edge.standing, ""), text].filter(Boolean).join(" – ");
  story.datingWords = (rule) => wordsIn(story.datings, rule, `Rule: ${words(rule)}`);
  return story;
};

const firstMoment = (node) => node.from ?? node.to - 1;
const lastMoment = (node) => node.to ?? node.from + 1;

const byDate = (one, other) =>
  firstMoment(one) - firstMoment(other) || lastMoment(one) - lastMoment(other) || one.number - other.number;

const LESS_LIKELY = "less"; // events that are not shown at first

/** Most important first, less likely events last. */
const likelyFirst = (one, other) => (one.likelihood === LESS_LIKELY) - (other.likelihood === LESS_LIKELY) || one.number - other.number;

/** Whether less likely events are shown. */
const showsAll = ({ off }) => !off.likelihood.has(LESS_LIKELY);

/** Whether a node is hidden by how likely it is. */
const isUnlikely = (node, { off }) => node.isEvent && off.likelihood.has(node.likelihood);

/** First and last moment of events, with a little room on both sides. */
const extentOf = (events) => {
  if (!events.length) return null;
  const from = Math.min(...events.map(firstMoment));
  const to = Math.max(...events.map(lastMoment));
  const room = Math.max((to - from) * 0.02, 2);
  return [from - room, to + room];
};

const otherEnd = (edge, number) => (edge.source === number ? edge.target : edge.source);

/** Numbers of the nodes at most `depth` ties away. */
const around = (story, number, depth) => {
  const found = new Set([number]);
  let edge = [number];
  for (let step = 0; step < depth; step += 1) {
    edge = edge.flatMap((one) => story.nodes[one].ties.map((tie) => otherEnd(tie, one))).filter((one) => !found.has(one));
    edge.forEach((one) => found.add(one));
  }
  return found;
};

/** Numbers of what is selected and of what belongs to it: its neighbours, its two ends, what its text names; else null. */
const nearSelected = (story, { selected }) => {
  if (selected?.node !== undefined) return around(story, selected.node, 1);
  if (selected?.edge !== undefined) return new Set([story.edges[selected.edge].source, story.edges[selected.edge].target]);
  if (selected?.document === undefined) return null;
  const within = (text) => story.nodes.filter((node) => node.sources.some((source) => isIn(source, text))).map((node) => node.number);
  const named = within(selected);
  return new Set(named.length ? named : within({ document: selected.document }));
};

const isIn = (source, { document: number, sentence }) => source[0] === number && (sentence === undefined || source[1] === sentence);

/** Whether a tie is of what is selected: the tie itself, one of the node, or one that the text tells. */
const isTold = (edge, selected) => {
  if (!selected) return false;
  if (selected.document !== undefined) return edge.sources.some((source) => isIn(source, selected));
  return edge.number === selected.edge || edge.source === selected.node || edge.target === selected.node;
};

/** The sentence of a source, cut around its words: [before, words, after]. */
const cutSentence = (story, source) => {
  const [documentNumber, sentence, start, end] = source;
  const [left, , text] = story.documents[documentNumber].sentences[sentence];
  // offsets count characters; JavaScript counts UTF-16 units
  const marks = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  const cut = (from, to) => (marks ? marks.slice(from, to).join("") : text.slice(from, to));
  return [cut(0, Math.max(0, start - left)), cut(Math.max(0, start - left), end - left), cut(Math.max(0, end - left))];
};

/** Every mention in a document, in the order of the text: [{ node, source }]. */
const mentionsIn = (story, documentNumber) => {
  const found = [];
  for (const node of story.nodes) {
    for (const source of node.sources) if (source[0] === documentNumber) found.push({ node, source });
  }
  return found.sort((one, other) => one.source[2] - other.source[2] || other.source[3] - one.source[3]);
};

/** The headline of the one article that tells an event, else how many do. */
const toldIn = (story, { documents }) => (documents.length === 1 ? `“${oneLine(story.documents[documents[0]].title, 60)}”` : count(documents.length, "article", "articles"));

const sourceLine = (document) => [document.source, document.when].filter(Boolean).join(", ") || "Source and date unknown";
