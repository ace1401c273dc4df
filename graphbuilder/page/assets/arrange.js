// Where the marks of the timeline stand: in rows, with as many names as leave room for all marks.

const ROW = 21; // height of a row
const EDGE = 9; // room at both ends, so that no mark is cut
const NARROWEST = 8; // no mark is narrower, in pixels
const TAIL = 26; // of what is only known to have happened by some day: to the left of that day, in pixels
const APART = 20; // room between a name and the next mark, so that it is not taken for that one's
const NAMELESS = 0.4; // how bad it is that a mark has no name; to have no mark is 1
const LENGTHS_OF_NAMES = [44, 24, 14]; // characters with which a name is to find a place; the shorter ones in narrow windows …
const FULL = 110; // … and at most where there is room

/** A function from moments to pixels. */
const scaleTo = (from, to, width) => (moment) => EDGE + ((moment - from) / (to - from)) * (width - 2 * EDGE);

/**
 * Of several shares of names the one that leaves least untold: a mark without room counts more than one without name.
 * `nodes` come in the order of their rank; so many of them, `named`, may have a name; `widthOf` measures the text of one.
 */
const arrange = (nodes, named, x, width, rows, widthOf) => {
  const results = [1, 0.6, 0.4, 0.25, 0.12].map((share) => arrangeWith(nodes, Math.min(named, Math.max(3, nodes.length * share)), x, width, rows, widthOf));
  const untold = ({ placed, crowded }) => crowded.length + NAMELESS * placed.filter((item) => !item.text).length;
  const least = Math.min(...results.map(untold));
  const best = results.find((one) => untold(one) <= least);
  lengthen(best.placed, width, widthOf);
  return best;
};

/** Rows with free stretches: each mark takes the first row with room for it and, if it is to have one, its name. */
const arrangeWith = (nodes, named, x, width, rows, widthOf) => {
  const taken = Array.from({ length: rows }, () => []);
  const free = (row, from, to) => taken[row].every(([start, end]) => end <= from || start >= to);
  const put = (from, to) => {
    const row = taken.findIndex((_, index) => free(index, from, to));
    if (row >= 0) taken[row].push([from, to]);
    return row;
  };
  const placed = [];
  const crowded = [];
  for (const [rank, node] of nodes.entries()) {
    const start = Math.max(-6, node.from === null ? x(node.to) - TAIL : x(node.from));
    const end = Math.min(width + 6, Math.max(x(node.to ?? Infinity), start + NARROWEST));
    const item = rank < named && withName(node, start, end, width, put, widthOf);
    const row = item ? item.row : put(start, end + 2);
    if (item) placed.push(item);
    else if (row >= 0) placed.push({ node, start, end, row, left: start, right: end + 2, text: null });
    else crowded.push({ node, start, end });
  }
  return { placed, crowded };
};

/** A mark with its name after it, before it or, if it is long, in it; null where there is no room. */
const withName = (node, start, end, width, put, widthOf) => {
  const room = Math.max(start, width - end) - 7; // beside the mark
  const text = LENGTHS_OF_NAMES.map((most) => nameOf(node, most)).find((one, index, all) => index === all.length - 1 || widthOf(one, node) <= room);
  const size = widthOf(text, node) + 7;
  const spots = [
    { from: start, to: end + size, left: start, right: end + size + APART, label: end + 7, side: "start" },
    { from: start - size, to: end, left: start - size - APART, right: end + 6, label: start - 7, side: "end" },
  ];
  if (end - start > size + 20) spots.unshift({ from: start, to: end, left: start, right: end + 6, label: Math.max(start, 0) + 6, side: "inside" });
  for (const { from, to, ...spot } of spots) {
    if (from < 0 && spot.side === "end") continue;
    if (to > width && spot.side === "start") continue;
    const row = put(spot.left, spot.right);
    if (row >= 0) return { node, start, end, row, text, ...spot };
  }
  return null;
};

/** Names that were cut get more of their words where their row has room for them. */
const lengthen = (placed, width, widthOf) => {
  for (const row of groupBy(placed, (item) => item.row).values()) {
    row.sort((one, other) => one.left - other.left);
    row.forEach((item, index) => {
      if (!item.text || item.side === "inside" || item.node.label.length <= LENGTHS_OF_NAMES.at(-1)) return;
      const [before, after] = [row[index - 1], row[index + 1]];
      const free = item.side === "end" ? item.label - (before ? before.right + APART : 0) : (after ? after.left - APART : width) - item.label;
      item.text = fitting(item.node, free, item.text, widthOf);
      if (item.side === "start") item.right = Math.max(item.right, item.label + widthOf(item.text, item.node) + APART);
    });
  }
};

/** The longest beginning of a name that fits, but no shorter than `text`. */
const fitting = (node, free, text, widthOf) => {
  for (let most = FULL; most > text.length; most -= 6) {
    const longer = nameOf(node, most);
    if (widthOf(longer, node) <= free) return longer;
  }
  return text;
};

/** The name of an event on the timeline, marked where the sources differ about its date. */
const nameOf = (node, most) => (node.cut[most] ??= oneLine(node.label, most) + (node.alternatives.length ? " ≠" : ""));
