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

  isFree(left, top, right, bottom) {
    for (const cell of Boxes.cellsOf(left, top, right, bottom)) {
      for (const [l, t, r, b] of this.cells.get(cell) ?? []) if (l < right && r > left && t < bottom && b > top) return false;
    }
    return true;
  }
}

/**
 * A place for a name below, above, right or left of its node, where it covers no other name and no node. If `force` is 1
 * it may cover nodes; if 2, anything. Gives its anchor and middle line, and takes the place.
 */
const placeName = ({ x, y, reach }, [width, height], most, force, dots, taken) => {
  const spots = [
    [x - width / 2, y + reach + 3 + height / 2, "center", x],
    [x - width / 2, y - reach - 3 - height / 2, "center", x],
    [x + reach + 5, y, "left", x + reach + 5],
    [x - reach - 5 - width, y, "right", x - reach - 5],
  ];
  const box = ([left, middle]) => [left - 2, middle - height / 2, left + width + 2, middle + height / 2];
  const fits = (spot) => spot[0] > 1 && spot[0] + width < most - 1 && spot[1] - height / 2 > 1 && taken.isFree(...box(spot));
  const spot =
    spots.find((one) => fits(one) && dots.isFree(...box(one))) ?? (force > 0 ? spots.find(fits) : null) ?? (force > 1 ? spots[0] : null);
  if (!spot) return null;
  taken.add(...box(spot));
  return { x: spot[3], y: spot[1], align: spot[2] };
};
