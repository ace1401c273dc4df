// The map: places with known coordinates on the outline of the land. A circle grows with the events that are tied to the
// place. Longitudes are shortened as at the middle latitude of the places, so that shapes look right there.

const UNITS = 20; // of the outline, in a degree
const NARROWEST_VIEW = 9; // degrees; a single place is not shown without what is around it
const LARGEST_CIRCLE = 26;
const FEW_EVENTS = 0.06; // of all, on each side, may lie outside of the first view …
const MUCH_CLOSER = 1.4; // … if it is so much closer then
const CLOSEST = 150; // pixels in a degree
const ON_SPOT = -10.5; // the name of a country stands where a city has its dot
const GRIDS = [1, 2, 5, 10, 30];

const createMap = (story, store) => {
  const frame = byId("map");
  if (!frame) return { fit: () => {}, svg: () => null };
  const land = readIsland("land");
  const west = westOf(story.places);
  const squeeze = Math.cos((Math.min(65, Math.abs(middle(story.places.map((node) => node.at[1])))) * Math.PI) / 180);
  const measure = createMeasure();
  let view = null; // { x, y: middle of the window in squeezed degrees; scale: pixels in a degree }

  const spotOf = (node) => ({ x: (node.at[0] < west ? node.at[0] + 360 : node.at[0]) * squeeze, y: -node.at[1] });

  const toScreen = ({ x, y }) => ({
    x: (x - view.x) * view.scale + frame.clientWidth / 2,
    y: (y - view.y) * view.scale + frame.clientHeight / 2,
  });

  const shown = () => story.places.filter((node) => store.seen.status[node.number] !== HIDDEN);

  const eventsAt = (node) =>
    new Set(node.ties.map((tie) => otherEnd(tie, node.number)).filter((one) => story.nodes[one].isEvent && store.seen.status[one] === ON)).size;

  // --- drawing ---

  const ground = () => {
    const { scale } = view;
    const { x, y } = toScreen({ x: 0, y: 0 });
    const copies = [-360, 0, 360].map((turn) => `translate(${(x + turn * squeeze * scale).toFixed(2)} ${y.toFixed(2)}) scale(${((squeeze * scale) / UNITS).toFixed(5)} ${(scale / UNITS).toFixed(5)})`);
    return [svg("path", { class: "graticule", d: grid() }), ...copies.map((transform) => svg("path", { class: "land", d: land, "fill-rule": "evenodd", transform }))];
  };

  const grid = () => {
    const { clientWidth: width, clientHeight: height } = frame;
    const step = GRIDS.find((one) => one * view.scale > 90) ?? GRIDS.at(-1);
    const lines = [];
    const [left, right] = [-1, 1].map((side) => (view.x + (side * width) / 2 / view.scale) / squeeze);
    for (let east = Math.ceil(left / step) * step; east <= right; east += step) lines.push(`M${toScreen({ x: east * squeeze, y: 0 }).x.toFixed(1)} 0V${height}`);
    for (let north = -90; north <= 90; north += step) lines.push(`M0 ${toScreen({ x: 0, y: -north }).y.toFixed(1)}H${width}`);
    return lines.join("");
  };

  const radiusOf = (events, most) => (events ? Math.max(5, LARGEST_CIRCLE * Math.sqrt(events / Math.max(most, 6))) : 3);

  const marks = () => {
    const { near } = store.seen;
    const chosen = store.state.selected?.node;
    const counted = shown().map((node) => ({ node, events: eventsAt(node), ...toScreen(spotOf(node)) }));
    const most = Math.max(1, ...counted.map((one) => one.events));
    return counted
      .map((one) => ({ ...one, reach: radiusOf(one.events, most), chosen: one.node.number === chosen, quiet: near !== null && !near.has(one.node.number) }))
      .sort((one, other) => other.reach - one.reach || one.node.number - other.node.number);
  };

  const describePlace = ({ node, events }) => `${oneLine(node.label, 80)}: ${count(events, "event", "events")}`;

  const circle = (mark) => {
    const { node, x, y, reach, chosen, quiet } = mark;
    const faded = quiet || store.seen.status[node.number] === FADED;
    const group = svg("g", {
      class: `spot${chosen ? " chosen" : ""}${faded ? " faded" : ""}`,
      role: "button",
      tabindex: "-1",
      "data-node": node.number,
      "aria-label": describePlace(mark),
      click: () => choose(node.number),
      keydown: (event) => onSpotKey(event, node.number),
    });
    group.append(svg("title", {}, describePlace(mark)), svg("circle", { class: "halo", cx: x.toFixed(1), cy: y.toFixed(1), r: reach.toFixed(1) }));
    if (!isArea(node)) group.append(svg("circle", { class: "dot", cx: x.toFixed(1), cy: y.toFixed(1), r: 2.5 }));
    return group;
  };

  const names = (all) => {
    const dots = new Boxes();
    const taken = new Boxes();
    for (const { node, x, y } of all) if (!isArea(node)) dots.add(x - 3, y - 3, x + 3, y + 3);
    const order = [...all].sort((one, other) => other.chosen - one.chosen || one.quiet - other.quiet || other.events - one.events || one.node.number - other.node.number);
    return order.map((mark) => {
      const { node, x, y, chosen, quiet } = mark;
      const country = isArea(node);
      const text = oneLine(country ? node.label.toUpperCase() : node.label, 28);
      const wide = measure(text, `${chosen ? "600 " : ""}${country ? 11 : 12.5}px`) + (country ? text.length * 0.9 : 0);
      const place = (reach, force = 0) => placeName({ x, y, reach }, [wide, 15], [frame.clientWidth, frame.clientHeight], force, dots, taken);
      const inside = x > -20 && y > -20 && x < frame.clientWidth + 20 && y < frame.clientHeight + 20;
      const spot = inside && ((country && place(ON_SPOT)) || place(Math.min(mark.reach, 9), chosen ? 2 : 0));
      if (!spot) return null;
      const anchor = { center: "middle", left: "start", right: "end" }[spot.align];
      return svg("text", { class: `place-name${country ? " country" : ""}${chosen ? " chosen" : ""}${quiet ? " faded" : ""}`, x: spot.x.toFixed(1), y: (spot.y + 4).toFixed(1), "text-anchor": anchor }, text);
    });
  };

  const draw = () => {
    const { clientWidth: width, clientHeight: height } = frame;
    if (store.state.view !== "map" || !width || !height) return;
    view ??= main();
    const all = marks();
    const root = svg("svg", { width, height, role: "group", "aria-label": `Map with ${count(all.length, "place", "places")}` });
    root.append(svg("rect", { class: "sea", width, height }), ...ground(), ...all.map(circle), ...names(all).filter(Boolean));
    const focused = frame.contains(document.activeElement);
    frame.replaceChildren(root);
    const stop = root.querySelector(".spot.chosen") ?? root.querySelector(".spot");
    stop?.setAttribute("tabindex", "0");
    if (focused) stop?.focus({ preventScroll: true });
    tell(all);
  };

  const tell = (all) => {
    const unknown = story.nodes.filter((node) => node.kind === "place" && !node.at && store.seen.status[node.number] !== HIDDEN).length;
    const outside = all.filter(({ x, y }) => x < 0 || y < 0 || x > frame.clientWidth || y > frame.clientHeight).length;
    byId("map-status").textContent = [
      `${count(all.length, "place", "places")}; the larger the circle, the more events`,
      outside && `${outside.toLocaleString("en")} outside of this view`,
      unknown && `${unknown.toLocaleString("en")} without known position`,
    ]
      .filter(Boolean)
      .join(" · ");
  };

  // --- moving about ---

  /** The view in which places stand, with room for their names. */
  const viewOf = (places) => {
    const spots = places.map(spotOf);
    const [left, right] = [Math.min, Math.max].map((end) => end(...spots.map((spot) => spot.x)));
    const [top, bottom] = [Math.min, Math.max].map((end) => end(...spots.map((spot) => spot.y)));
    const room = [frame.clientWidth - 150, frame.clientHeight - 90].map((side) => Math.max(side, 80));
    const scale = Math.min(room[0] / Math.max(right - left, NARROWEST_VIEW), room[1] / Math.max(bottom - top, NARROWEST_VIEW));
    return { x: (left + right) / 2, y: (top + bottom) / 2, scale };
  };

  const whole = () => viewOf(shown().length ? shown() : story.places);

  /** The first view: where nearly all events are, if the few places far from there would make it small. */
  const main = () => {
    const all = whole();
    const core = viewOf(mainPlaces(shown(), eventsAt, spotOf));
    return core.scale > MUCH_CLOSER * all.scale ? core : all;
  };

  const within = (value, least, most) => Math.max(least, Math.min(most, value));

  /** From the whole world to a town. */
  const scaleWithin = (scale) => within(scale, Math.min(frame.clientWidth / (360 * squeeze), frame.clientHeight / 150), CLOSEST);

  const moveTo = (x, y, scale) => {
    view = { x: within(x, -300 * squeeze, 480 * squeeze), y: within(y, -85, 85), scale: scaleWithin(scale) };
    draw();
  };

  /** Zooms, and keeps what is under a point of the window where it is. */
  const zoom = (factor, at = { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }) => {
    const [right, down] = [at.x - frame.clientWidth / 2, at.y - frame.clientHeight / 2];
    const scale = scaleWithin(view.scale * factor);
    moveTo(view.x + right / view.scale - right / scale, view.y + down / view.scale - down / scale, scale);
  };

  const fit = () => {
    if (!frame.clientWidth) return;
    view = whole();
    draw();
  };

  /** Brings a chosen place into view. */
  const reveal = (node) => {
    const { x, y } = toScreen(spotOf(node));
    if (x < 30 || y < 30 || x > frame.clientWidth - 30 || y > frame.clientHeight - 30) moveTo(spotOf(node).x, spotOf(node).y, view.scale);
  };

  const choose = (number) => {
    store.select({ node: number });
    say(oneLine(story.nodes[number].label, 80));
  };

  const onSpotKey = (event, number) => {
    if (event.key in WAYS) {
      const places = shown().map((node) => node.number);
      const next = nearestTowards(event.key, number, places, (one) => toScreen(spotOf(story.nodes[one])));
      if (next !== undefined) choose(next);
    } else if (event.key === "Enter" || event.key === " ") {
      if (store.state.selected?.node === number) byId("panel").focus();
      else choose(number);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onPress = (event) => {
    if (event.button || event.target.closest(".spot")) return;
    const start = { ...view };
    let moved = false;
    followPointer(frame, event, (pointer) => {
      const [right, down] = [pointer.clientX - event.clientX, pointer.clientY - event.clientY];
      if (!moved && Math.hypot(right, down) < 4) return;
      moved = true;
      moveTo(start.x - right / start.scale, start.y - down / start.scale, start.scale);
    });
    frame.addEventListener("pointerup", () => !moved && store.state.selected && store.select(null), { once: true });
  };

  frame.addEventListener("pointerdown", onPress);
  frame.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const box = frame.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 0.8 : 1.25, { x: event.clientX - box.left, y: event.clientY - box.top });
    },
    { passive: false },
  );
  frame.addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") zoom(1.4);
    else if (event.key === "-") zoom(1 / 1.4);
    else if (event.key === "Home") fit();
    else return;
    event.preventDefault();
  });
  byId("map-in").addEventListener("click", () => zoom(1.4));
  byId("map-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("map-fit").addEventListener("click", fit);
  store.subscribe((state, seen, previous) => {
    if (state.view !== "map") return;
    draw();
    const node = state.selected?.node === undefined ? null : story.nodes[state.selected.node];
    if (view && node?.at && state.selected !== previous?.selected) reveal(node);
  });
  new ResizeObserver(draw).observe(frame);
  return { fit, draw, svg: () => frame.querySelector("svg") };
};

/** The places without those at the edges, in each direction, that few events are tied to. */
const mainPlaces = (places, eventsAt, spotOf) => {
  let kept = places;
  const all = places.reduce((sum, node) => sum + eventsAt(node), 0);
  for (const axis of ["x", "y"]) {
    for (const side of [1, -1]) {
      let left = all * FEW_EVENTS;
      const outermost = [...kept].sort((one, other) => side * (spotOf(one)[axis] - spotOf(other)[axis]));
      const first = outermost.findIndex((node) => (left -= eventsAt(node)) < 0);
      kept = outermost.slice(Math.max(0, first));
    }
  }
  return kept.length ? kept : places;
};

/** Countries and states have a name on the map, but no dot. */
const isArea = (node) => node.place_of === "country" || node.place_of === "region";

const middle = (numbers) => (Math.min(...numbers) + Math.max(...numbers)) / 2;

/** The western edge of the narrowest strip with all places in it, so that the Pacific is not torn apart. */
const westOf = (places) => {
  const east = [...new Set(places.map((node) => node.at[0]))].sort((one, other) => one - other);
  const gaps = east.map((one, index) => one - (index ? east[index - 1] : east.at(-1) - 360));
  return east[gaps.indexOf(Math.max(...gaps))];
};
