// Where the marks of the timeline stand: in rows, with as many names as leave room for all marks.

const ROW = 21; // height of a row
const EDGE = 9; // room at both ends, so that no mark is cut
const NARROWEST = 8; // no mark is narrower, in pixels
const NAMELESS = 0.4; // how bad it is that a mark has no name; to have no mark is 1
const CHARACTER = 6.3; // mean width of a character of a name, in pixels

/** A function from moments to pixels. */
const scaleTo = (from, to, width) => (moment) => EDGE + ((moment - from) / (to - from)) * (width - 2 * EDGE);

/** Of several shares of names the one that leaves least untold: a mark without room counts more than one without name. */
const arrange = (nodes, x, width, rows) => {
  const results = [1, 0.6, 0.4, 0.25, 0.12].map((share) => arrangeWith(nodes, x, width, rows, Math.max(3, nodes.length * share)));
  const untold = ({ placed, crowded }) => crowded.length + NAMELESS * placed.filter((item) => !item.text).length;
  const least = Math.min(...results.map(untold));
  return results.find((one) => untold(one) <= least);
};

/** Rows with free stretches: each mark takes the first row with room for it and, if it is to have one, its name. */
const arrangeWith = (nodes, x, width, rows, named) => {
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
    const start = Math.max(-6, x(node.from ?? -Infinity));
    const end = Math.min(width + 6, Math.max(x(node.to ?? Infinity), start + NARROWEST));
    const text = oneLine(node.label, 44);
    const size = text.length * CHARACTER + 12;
    const spots = [
      [start, end + size, end + 7, "start"],
      [start - size, end, start - 7, "end"],
    ];
    if (end - start > size + 12) spots.unshift([start, end, Math.max(start, 0) + 6, "inside"]);
    let item = null;
    if (rank >= named) spots.length = 0;
    for (const [from, to, label, side] of spots) {
      if (from < -8 || to > width + 8) continue;
      const row = put(from, to + 6);
      if (row >= 0) {
        item = { node, start, end, row, text, label, side };
        break;
      }
    }
    if (!item) {
      const row = put(start, end + 2);
      if (row >= 0) item = { node, start, end, row, text: null };
    }
    if (item) placed.push(item);
    else crowded.push({ node, start, end });
  }
  return { placed, crowded };
};
