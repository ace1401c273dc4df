// Room on the screen: which of it is taken, and where a name finds a place.

/** Boxes on the screen, to ask whether there is room for one more. */
class Boxes {
  constructor() {
    this.cells = new Map();
  }

  static *cellsOf(left, top, right, bottom) {
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1) {
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) yield `${x}:${y}`;
    }
  }

  add(left, top, right, bottom) {
    for (const cell of Boxes.cellsOf(left, top, right, bottom)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push([left, top, right, bottom]);
    }
  }

  *meeting(left, top, right, bottom) {
    for (const cell of Boxes.cellsOf(left, top, right, bottom)) {
      for (const one of this.cells.get(cell) ?? []) if (one[0] < right && one[2] > left && one[1] < bottom && one[3] > top) yield one;
    }
  }

  isFree(...box) {
    return this.meeting(...box).next().done;
  }

  /** How many boxes it would meet. */
  count(...box) {
    return new Set(this.meeting(...box)).size;
  }
}

const [BELOW, ABOVE, RIGHT, LEFT] = [0, 1, 2, 3];

/**
 * A place for a name below, above, right or left of its node, where it covers no other name and no node. If `force` is 1
 * it may cover nodes, as few as possible; if 2, anything. `first` is the side that is tried first. Gives its anchor and middle line, and takes
 * the place.
 */
const placeName = ({ x, y, reach }, [width, height], [wide, tall], force, dots, taken, first = 0) => {
  const spots = [
    [x - width / 2, y + reach + 3 + height / 2, "center", x],
    [x - width / 2, y - reach - 3 - height / 2, "center", x],
    [x + reach + 5, y, "left", x + reach + 5],
    [x - reach - 5 - width, y, "right", x - reach - 5],
  ];
  const box = ([left, middle]) => [left - 2, middle - height / 2, left + width + 2, middle + height / 2];
  spots.unshift(...spots.splice(first, 1));
  const fits = (spot) => spot[0] > 1 && spot[0] + width < wide - 1 && spot[1] - height / 2 > 1 && spot[1] + height / 2 < tall - 1 && taken.isFree(...box(spot));
  const covered = (one) => dots.count(...box(one));
  const open = spots.filter(fits);
  const forced = () => open.map((one) => [covered(one), one]).sort((one, other) => one[0] - other[0])[0]?.[1] ?? (force > 1 ? spots[0] : null);
  const spot = open.find((one) => dots.isFree(...box(one))) ?? (force > 0 ? forced() : null);
  if (!spot) return null;
  taken.add(...box(spot));
  return { x: spot[3], y: spot[1], align: spot[2] };
};
