// The timeline: an overview with a histogram and a brush, which is the date filter, and below it the brushed period
// with one mark an event. Marks say how much is known: a point is a day, a hatched bar a month or a year that the event
// lies in, a dashed one is approximate, a fading one is open.

const ROW = 22;
const EDGE = 9; // room at both ends, so that no mark is cut
const NARROWEST = 8; // no mark is narrower, in pixels
const CHARACTER = 6.3; // mean width of a character of a name, in pixels

const createTimeline = (story, store) => {
  const overview = byId("overview");
  const lanes = byId("lanes");
  const [low, high] = story.extent ?? [0, 1];
  let playing = null;

  const period = () => store.state.range ?? [low, high];
  const scaleTo = (from, to, width) => (moment) => EDGE + ((moment - from) / (to - from)) * (width - 2 * EDGE);
  const visible = (node) => store.seen.status[node.number] !== HIDDEN;

  // --- overview ---

  const histogram = (width, height) => {
    const bars = Math.max(12, Math.floor(width / 9));
    const heights = new Array(bars).fill(0);
    for (const node of story.inOrder) {
      if (!visible(node)) continue;
      const first = Math.max(0, Math.floor(((firstMoment(node) - low) / (high - low)) * bars));
      const last = Math.min(bars - 1, Math.max(first, Math.ceil(((lastMoment(node) - low) / (high - low)) * bars) - 1));
      for (let bar = first; bar <= last; bar += 1) heights[bar] += 1 / (last - first + 1);
    }
    const most = Math.max(...heights, 0.001);
    const step = (width - 2 * EDGE) / bars;
    return heights.map((one, bar) => {
      const tall = one === 0 ? 0 : Math.max(2, Math.sqrt(one / most) * height);
      return svg("rect", { class: "bar", x: (EDGE + bar * step + 0.5).toFixed(1), y: (height - tall).toFixed(1), width: Math.max(1, step - 1).toFixed(1), height: tall.toFixed(1) });
    });
  };

  const drawOverview = () => {
    const width = overview.clientWidth;
    if (!width || !story.extent) return;
    const [height, axis] = [34, 16];
    const x = scaleTo(low, high, width);
    const [from, to] = period().map(x);
    const root = svg("svg", { width, height: height + axis, "aria-hidden": "true" });
    root.append(...histogram(width, height), svg("path", { class: "axis", d: `M0 ${height + 0.5}H${width}` }));
    for (const tick of axisTicks(low, high, width / 80)) {
      root.append(svg("text", { class: "tick", x: x(tick.day), y: height + 13, "text-anchor": x(tick.day) > width - 30 ? "end" : x(tick.day) < 20 ? "start" : "middle" }, tick.label));
    }
    for (const document_ of story.documents) {
      if (document_.day === null || document_.day < low || document_.day > high) continue;
      root.append(svg("path", { class: "published", d: `M${x(document_.day).toFixed(1)} ${height - 1}l-3 5h6z` }, svg("title", {}, `Published ${document_.when}: ${oneLine(document_.title, 80)}`)));
    }
    if (store.state.range) {
      root.append(svg("rect", { class: "veil", x: 0, y: 0, width: Math.max(0, from), height }), svg("rect", { class: "veil", x: to, y: 0, width: Math.max(0, width - to), height }));
      root.append(svg("rect", { class: "brush", x: from, y: 0.5, width: Math.max(2, to - from), height: height - 1 }));
    }
    const focused = overview.contains(document.activeElement) ? document.activeElement.dataset.side : null;
    overview.replaceChildren(root, handle("start", from, from, to), handle("end", to, from, to));
    if (focused) overview.querySelector(`[data-side="${focused}"]`).focus();
  };

  const handle = (side, at) => {
    const [from, to] = period();
    const now = side === "start" ? from : to - 1;
    return el("div", {
      class: "handle",
      role: "slider",
      tabindex: "0",
      "data-side": side,
      style: `left:${at}px`,
      "aria-label": side === "start" ? "First day shown" : "Last day shown",
      "aria-valuemin": Math.floor(low),
      "aria-valuemax": Math.ceil(high),
      "aria-valuenow": Math.round(now),
      "aria-valuetext": dayWords(now),
      keydown: (event) => moveByKey(event, side),
    });
  };

  const moveByKey = (event, side) => {
    const [from, to] = period();
    const step = Math.max(1, ((to - from) / 40) * (event.shiftKey ? 5 : 1));
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageUp: 10 * step, PageDown: -10 * step }[event.key];
    if (event.key === "Home") setPeriod(side === "start" ? low : from, side === "start" ? to : from + 1);
    else if (event.key === "End") setPeriod(side === "start" ? to - 1 : from, side === "start" ? to : high);
    else if (by) setPeriod(side === "start" ? Math.min(from + by, to - 1) : from, side === "end" ? Math.max(to + by, from + 1) : to);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Shows from `from` to `to`; nearly everything is everything. */
  const setPeriod = (from, to, options) => {
    const [start, end] = [Math.max(low, Math.floor(from)), Math.min(high, Math.ceil(to))];
    const all = start - low < (high - low) * 0.004 && high - end < (high - low) * 0.004;
    store.set({ range: all || end - start < 1 ? (all ? null : [start, start + 1]) : [start, end] }, options);
  };

  const dragOverview = (event) => {
    if (!story.extent || event.button) return;
    const box = overview.getBoundingClientRect();
    const at = (pointer) => low + (Math.min(1, Math.max(0, (pointer.clientX - box.left - EDGE) / (box.width - 2 * EDGE))) * (high - low));
    const [from, to] = period();
    const begun = at(event);
    const side = event.target.dataset?.side;
    const inside = store.state.range && begun > from && begun < to;
    let first = true;
    const move = (pointer) => {
      const now = at(pointer);
      if (Math.abs(pointer.clientX - event.clientX) < 3 && first) return;
      const options = { remember: first };
      first = false;
      if (side === "start") setPeriod(Math.min(now, to - 1), to, options);
      else if (side === "end") setPeriod(from, Math.max(now, from + 1), options);
      else if (inside) {
        const by = Math.min(high - to, Math.max(low - from, now - begun));
        setPeriod(from + by, to + by, options);
      } else setPeriod(Math.min(begun, now), Math.max(begun, now), options);
    };
    drag(overview, event, move);
  };

  const drag = (element, event, move) => {
    element.setPointerCapture(event.pointerId);
    const stop = () => {
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", stop);
      element.removeEventListener("pointercancel", stop);
    };
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", stop);
    element.addEventListener("pointercancel", stop);
  };

  // --- lanes ---

  /** With as many names as leave room for all marks. */
  const arrange = (nodes, x, width, rows) => {
    const results = [1, 0.6, 0.4, 0.25, 0.12].map((share) => arrangeWith(nodes, x, width, rows, Math.max(3, nodes.length * share)));
    const fewest = Math.min(...results.map((one) => one.crowded.length));
    return results.find((one) => one.crowded.length <= fewest * 1.1);
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

  const drawLanes = () => {
    const width = lanes.clientWidth;
    const height = lanes.clientHeight;
    if (!width || !height) return;
    if (!story.extent) {
      lanes.replaceChildren(el("p", { class: "empty" }, "No event has a date."));
      return;
    }
    const [from, to] = period();
    const x = scaleTo(from, to, width);
    const rows = Math.max(2, Math.floor((height - 28) / ROW) - 1);
    const inside = story.inOrder.filter((node) => visible(node) && (node.from ?? -Infinity) < to && (node.to ?? Infinity) > from);
    const chosen = store.state.selected?.node;
    const ranked = [...inside].sort((one, other) => (other.number === chosen) - (one.number === chosen) || one.number - other.number);
    let { placed, crowded } = arrange(ranked, x, width, rows + 1);
    if (crowded.length) ({ placed, crowded } = arrange(ranked, x, width, rows)); // the last row is for what has no room
    const base = height - 20;
    const root = svg("svg", { width, height, role: "group", "aria-label": `${count(inside.length, "event", "events")} from ${dayWords(from)} to ${dayWords(to)}` });
    root.append(patterns());
    for (const tick of axisTicks(from, to, width / 90)) {
      root.append(svg("path", { class: "guide", d: `M${x(tick.day).toFixed(1)} 0V${base}` }));
      root.append(svg("text", { class: tick.strong ? "tick strong" : "tick", x: x(tick.day), y: height - 6, "text-anchor": x(tick.day) > width - 40 ? "end" : x(tick.day) < 24 ? "start" : "middle" }, tick.label));
    }
    root.append(svg("path", { class: "axis", d: `M0 ${base + 0.5}H${width}` }));
    placed.sort((one, other) => byDate(one.node, other.node));
    if (placed.some((item) => item.node.number === chosen)) root.append(...ghosts(story.nodes[chosen], x, placed));
    root.append(...placed.map((item) => mark(item, width)), ...clusters(crowded, base, x));
    const hadFocus = lanes.contains(document.activeElement);
    lanes.replaceChildren(root);
    const stop = root.querySelector(".item.chosen") ?? root.querySelector(".item");
    stop?.setAttribute("tabindex", "0");
    if (hadFocus) stop?.focus();
  };

  const patterns = () =>
    svg(
      "defs",
      {},
      svg("pattern", { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("path", { class: "hatch", d: "M0 0V5" })),
      svg("linearGradient", { id: "fade-right" }, svg("stop", { class: "event-stop", offset: "0" }), svg("stop", { class: "event-stop", offset: "1", "stop-opacity": "0" })),
      svg("linearGradient", { id: "fade-left" }, svg("stop", { class: "event-stop", offset: "0", "stop-opacity": "0" }), svg("stop", { class: "event-stop", offset: "1" })),
    );

  const COARSE = new Set(["week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium"]);

  const markClass = (node) =>
    [
      "mark",
      node.from === null ? "open-start" : node.to === null ? "open-end" : COARSE.has(node.precision) ? "coarse" : "exact",
      node.approximate || node.uncertain ? "approximate" : "",
      node.factuality,
    ].join(" ");

  const describe = (node) =>
    [
      node.when,
      oneLine(node.label, 120),
      node.factuality === "fact" ? null : story.factuality[node.factuality],
      node.alternatives.length ? "the sources give other dates too" : null,
    ]
      .filter(Boolean)
      .join(", ");

  const mark = ({ node, start, end, row, text, label, side }) => {
    const y = 6 + row * ROW;
    const middle = y + ROW / 2 - 2;
    const wide = end - start > 11;
    const group = svg("g", {
      class: `item${node.number === store.state.selected?.node ? " chosen" : ""}${store.seen.status[node.number] === FADED ? " faded" : ""}`,
      role: "button",
      tabindex: "-1",
      "data-node": node.number,
      "aria-label": describe(node),
      click: () => choose(node.number),
      keydown: (event) => onItemKey(event, node),
    });
    group.append(svg("title", {}, describe(node)));
    if (wide) group.append(svg("rect", { class: markClass(node), x: start.toFixed(1), y: middle - 6, width: (end - start).toFixed(1), height: 12, rx: 2 }));
    else group.append(shapeMark("diamond", (start + end) / 2, middle, 6.5, { class: markClass(node) }));
    if (node.factuality === "denied") group.append(svg("path", { class: "strike", d: wide ? `M${start} ${middle}H${end}` : `M${(start + end) / 2 - 6} ${middle + 6}l12 -12` }));
    if (text) {
      group.append(
        svg("text", { class: side === "inside" ? "name inside" : "name", x: label.toFixed(1), y: middle + 4, "text-anchor": side === "end" ? "end" : "start" }, text + (node.alternatives.length ? " ≠" : "")),
      );
    }
    return group;
  };

  /** The other dates of the chosen event, as empty marks tied to it. */
  const ghosts = (node, x, placed) => {
    const item = placed.find((one) => one.node === node);
    const middle = 6 + item.row * ROW + ROW / 2 - 2;
    return node.alternatives
      .filter((one) => one.from !== null)
      .flatMap((one) => {
        const at = x(one.from);
        return [svg("path", { class: "ghost-tie", d: `M${at.toFixed(1)} ${middle}H${item.start.toFixed(1)}` }), shapeMark("diamond", at, middle, 6, { class: "ghost" })];
      });
  };

  /** Marks without room of their own: one button for those close together, which zooms in on them. */
  const clusters = (crowded, base) => {
    const groups = new Map();
    for (const one of crowded) {
      const key = Math.floor((one.start + one.end) / 2 / 56);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(one);
    }
    return [...groups].map(([key, members]) => {
      const nodes = members.map((one) => one.node);
      const at = key * 56 + 28;
      const text = `${count(members.length, "more event", "more events")} here: zoom in`;
      const zoomIn = () => {
        const [first, last] = [Math.min(...nodes.map(firstMoment)), Math.max(...nodes.map(lastMoment))];
        const [from, to] = period();
        const length = Math.min(Math.max(last - first, (to - from) / 12, 3) * 1.2, (to - from) * 0.6);
        const middle = from + ((to - from) * at) / lanes.clientWidth;
        setPeriod(middle - length / 2, middle + length / 2);
      };
      return svg(
        "g",
        { class: "cluster", role: "button", tabindex: "0", "aria-label": text, click: zoomIn, keydown: (event) => event.key === "Enter" && zoomIn() },
        svg("title", {}, text),
        svg("rect", { x: at - 17, y: base - 17, width: 34, height: 15, rx: 7.5 }),
        svg("text", { x: at, y: base - 6, "text-anchor": "middle" }, `+${members.length}`),
      );
    });
  };

  const choose = (number) => {
    store.set({ selected: { node: number }, added: new Set(store.state.added).add(number) });
  };

  const onItemKey = (event, node) => {
    if (event.key === "Enter" || event.key === " ") {
      if (store.state.selected?.node === node.number) byId("panel").focus();
      else choose(node.number);
    } else if (event.key === "ArrowRight" || event.key === "ArrowDown") walk(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") walk(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // --- walking through the events ---

  const walk = (by) => {
    const events = story.inOrder.filter((node) => store.seen.status[node.number] === ON);
    if (!events.length) return false;
    const at = events.findIndex((node) => node.number === store.state.selected?.node);
    const next = at < 0 ? (by > 0 ? 0 : events.length - 1) : at + by;
    if (next < 0 || next >= events.length) return false;
    choose(events[next].number);
    say(`${next + 1} of ${events.length}: ${describe(events[next])}`);
    return true;
  };

  const play = (on) => {
    clearInterval(playing);
    playing = on && walk(1) ? setInterval(() => walk(1) || play(false), 2600) : null;
    byId("play").setAttribute("aria-pressed", String(playing !== null));
    byId("play").textContent = playing === null ? "Play" : "Pause";
  };

  const drawUndated = () => {
    const nodes = story.undated.filter(visible);
    if (!story.undated.length) return;
    byId("undated").replaceChildren(
      el("label", {}, el("input", { type: "checkbox", checked: store.state.undated, change: () => store.set({ undated: !store.state.undated }) }), `No date (${nodes.length})`),
      el(
        "ul",
        {},
        nodes.slice(0, 60).map((node) =>
          el("li", {}, el("button", { type: "button", class: node.number === store.state.selected?.node ? "link chosen" : "link", "aria-disabled": store.state.undated ? null : "true", click: () => choose(node.number) }, icon(story, "event", node.factuality, 12), el("span", { dir: "auto" }, oneLine(node.label, 50)))),
        ),
      ),
    );
  };

  const tellRange = () => {
    const [from, to] = period();
    const on = story.inOrder.filter((node) => store.seen.status[node.number] === ON).length;
    const words_ = to - from <= 1 ? dayWords(from) : `${dayWords(from)} to ${dayWords(to - 1)}`;
    byId("range").textContent = !story.extent ? "" : store.state.range ? `${words_}: ${count(on, "event", "events")}` : count(on, "dated event", "dated events");
    byId("all-dates").hidden = !store.state.range;
  };

  const zoom = (factor, at = 0.5) => {
    const [from, to] = period();
    const middle = from + (to - from) * at;
    const length = Math.max(2, (to - from) * factor);
    setPeriod(middle - length * at, middle + length * (1 - at), { remember: false });
  };

  overview.addEventListener("pointerdown", dragOverview);
  overview.addEventListener("dblclick", () => store.set({ range: null }));
  lanes.addEventListener(
    "wheel",
    (event) => {
      if (!story.extent) return;
      event.preventDefault();
      const box = lanes.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left - EDGE) / (box.width - 2 * EDGE));
    },
    { passive: false },
  );
  lanes.addEventListener("pointerdown", (event) => {
    if (!store.state.range || event.button || event.target.closest(".item, .cluster")) return;
    const [from, to] = period();
    let first = true;
    drag(lanes, event, (pointer) => {
      const by = ((event.clientX - pointer.clientX) / lanes.clientWidth) * (to - from);
      const kept = Math.min(high - to, Math.max(low - from, by));
      setPeriod(from + kept, to + kept, { remember: first });
      first = false;
    });
  });
  byId("timeline").addEventListener("keydown", (event) => {
    if (event.key === "+" || event.key === "=") zoom(0.8);
    else if (event.key === "-") zoom(1.25);
    else if (event.key === "Home") store.set({ range: null });
    else return;
    event.preventDefault();
  });
  byId("previous").addEventListener("click", () => walk(-1));
  byId("next").addEventListener("click", () => walk(1));
  byId("play").addEventListener("click", () => play(playing === null));
  byId("all-dates").addEventListener("click", () => store.set({ range: null }));

  const draw = () => {
    drawOverview();
    drawLanes();
    drawUndated();
    tellRange();
  };
  store.subscribe((state, seen, previous) => {
    const { selected } = state;
    if (playing !== null && previous.selected !== selected && selected?.node === undefined) play(false);
    if (selected !== previous?.selected && state.range && selected?.node !== undefined) follow(story.nodes[selected.node]);
    draw();
  });

  /** Widens nothing, but moves a brushed period to an event chosen elsewhere. */
  const follow = (node) => {
    if (!node.dated) return;
    const [from, to] = store.state.range;
    if (firstMoment(node) < to && lastMoment(node) > from) return;
    const by = (firstMoment(node) + lastMoment(node)) / 2 - (from + to) / 2;
    queueMicrotask(() => setPeriod(from + by, to + by, { remember: false }));
  };

  new ResizeObserver(draw).observe(lanes);
  return { walk, draw };
};
