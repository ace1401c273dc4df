// The lanes of the timeline: one mark an event in the brushed period. Marks say how much is known: a point is a day, a
// hatched bar a month or a year that the event lies in, a dashed one is approximate, a fading one is open; what is only
// known to have happened by some day has its mark there, with a short tail to the left.

const COARSE = new Set(["week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium"]);

const SHORTEST = 3; // days; what has no room in so short a period gets none by zooming in

/** How a mark tells the precision of a date, and whether the event happened. */
const markClass = (node) =>
  [
    "mark",
    node.from === null ? "open-start" : node.to === null ? "open-end" : COARSE.has(node.precision) ? "coarse" : "exact",
    node.approximate || node.uncertain ? "approximate" : "",
    node.factuality,
  ].join(" ");

/** A dated event in words, for those who hear it. */
const describe = (story, node) =>
  [
    node.when,
    oneLine(node.label, 120),
    node.factuality === "fact" ? null : story.factuality[node.factuality],
    node.alternatives.length ? "the sources give other dates too" : null,
    node.documents.length ? `in ${toldIn(story, node)}` : null,
  ]
    .filter(Boolean)
    .join(", ");

/** `period` as for the overview; `on` has choose(number) and walk(by). */
const createLanes = (story, store, period, on) => {
  const lanes = byId("lanes");
  const measure = createMeasure();
  const size = watchSize(lanes, () => draw());

  const widthOf = (text, node) => measure(text, node.number === store.state.selected?.node ? "600 12px" : "12px");

  /** Most important first, less likely ones last, and before all what is selected and what belongs to it. */
  const ranked = (nodes) => {
    const { near } = store.seen;
    const chosen = store.state.selected?.node;
    const rank = (node) => (node.number === chosen ? 2 : near?.has(node.number) ? 1 : 0);
    return [...nodes].sort((one, other) => rank(other) - rank(one) || likelyFirst(one, other));
  };

  const draw = () => {
    const { width, height } = size;
    if (!width || !height || store.state.view === "table") return;
    if (!story.extentOf(store.state)) {
      lanes.replaceChildren(el("p", { class: "empty" }, "No event has a date."));
      return;
    }
    const [from, to] = period.get();
    const x = scaleTo(from, to, width);
    const rows = Math.max(1, Math.floor((height - 28) / ROW) - 1);
    const inside = story.inOrder.filter((node) => period.shows(node) && firstMoment(node) < to && (node.to ?? Infinity) > from);
    const chosen = store.state.selected?.node;
    const order = ranked(inside);
    const named = order.filter((node) => !isQuiet(node)).length;
    let { placed, crowded } = arrange(order, named, x, width, rows + 1, widthOf);
    if (crowded.length) ({ placed, crowded } = arrange(order, named, x, width, rows, widthOf)); // the last row is for what has no room
    const base = height - 20;
    const root = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `${count(inside.length, "event", "events")} from ${dayWords(from)} to ${dayWords(to)}` });
    root.append(patterns());
    for (const tick of axisTicks(from, to, width / 90)) {
      root.append(svg("path", { class: "guide", d: `M${x(tick.day).toFixed(1)} 0V${base}` }));
      root.append(svg("text", { class: tick.strong ? "tick strong" : "tick", x: x(tick.day), y: height - 6, "text-anchor": x(tick.day) > width - 40 ? "end" : x(tick.day) < 24 ? "start" : "middle" }, tick.label));
    }
    root.append(svg("path", { class: "axis", d: `M0 ${base + 0.5}H${width}` }));
    placed.sort((one, other) => byDate(one.node, other.node));
    if (placed.some((item) => item.node.number === chosen)) root.append(...ghosts(story.nodes[chosen], x, placed));
    root.append(...placed.map((item) => mark(item, width)), ...clusters(crowded, base));
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

  /** What has nothing to do with the name, the tie or the article that is selected; beside an event all stay as they are. */
  const isQuiet = (node) => {
    const { selected } = store.state;
    return selected !== null && !story.nodes[selected.node]?.isEvent && !store.seen.near.has(node.number);
  };

  const mark = ({ node, start, end, row, text, label, side }) => {
    const y = 6 + row * ROW;
    const middle = y + ROW / 2 - 2;
    const wide = end - start > 11;
    const words_ = describe(story, node);
    const group = svg("g", {
      class: ["item", node.number === store.state.selected?.node && "chosen", store.seen.status[node.number] === FADED && "faded", isQuiet(node) && "quiet"].filter(Boolean).join(" "),
      role: "button",
      tabindex: "-1",
      "data-node": node.number,
      "aria-label": words_,
      click: () => on.choose(node.number),
      keydown: (event) => onItemKey(event, node),
    });
    group.append(svg("title", {}, words_));
    if (wide) group.append(svg("rect", { class: markClass(node), x: start.toFixed(1), y: middle - 6, width: (end - start).toFixed(1), height: 12, rx: 2 }));
    else group.append(shapeMark("diamond", (start + end) / 2, middle, 6.5, { class: markClass(node) }));
    if (node.factuality === "denied") group.append(svg("path", { class: "strike", d: wide ? `M${start} ${middle}H${end}` : `M${(start + end) / 2 - 6} ${middle + 6}l12 -12` }));
    if (text) {
      group.append(
        svg("text", { class: side === "inside" ? "name inside" : "name", x: label.toFixed(1), y: middle + 4, "text-anchor": side === "end" ? "end" : "start" }, text),
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

  /** Marks without room of their own: one button for those close together, which zooms in on them or lists them. */
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
      const [from, to] = period.get();
      const listed = to - from <= SHORTEST;
      const text = `${count(members.length, "more event", "more events")} here: ${listed ? "show the table" : "zoom in"}`;
      const zoomIn = () => {
        const [first, last] = [Math.min(...nodes.map(firstMoment)), Math.max(...nodes.map(lastMoment))];
        const length = Math.min(Math.max(last - first, (to - from) / 12, 3) * 1.2, (to - from) * 0.6);
        const middle = from + ((to - from) * at) / lanes.clientWidth;
        period.set(middle - length / 2, middle + length / 2);
      };
      const open = () => (listed ? store.set({ view: "table" }) : zoomIn());
      const onKey = (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), open());
      return svg(
        "g",
        { class: "cluster", role: "button", tabindex: "0", "aria-label": text, click: open, keydown: onKey },
        svg("title", {}, text),
        svg("rect", { x: at - 17, y: base - 17, width: 34, height: 15, rx: 7.5 }),
        svg("text", { x: at, y: base - 6, "text-anchor": "middle" }, `+${members.length}`),
      );
    });
  };

  const onItemKey = (event, node) => {
    if (event.key === "Enter" || event.key === " ") {
      if (store.state.selected?.node === node.number) byId("panel").focus();
      else on.choose(node.number);
    } else if (event.key === "ArrowRight" || event.key === "ArrowDown") on.walk(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") on.walk(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { draw };
};
