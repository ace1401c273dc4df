// The overview of the timeline: a histogram of all events with a brush, which is the date filter.

const BARS = 34; // height of the histogram, in pixels

/** `period` has get(), set(from, to, options), ends() and shows(node). */
const createOverview = (story, store, period) => {
  const overview = byId("overview");
  const size = watchSize(overview, () => draw());

  /** How many of the events fall on each bar; an event of many bars is shared out among them. */
  const share = (nodes, bars) => {
    const [low, high] = period.ends();
    const heights = new Array(bars).fill(0);
    for (const node of nodes) {
      const first = Math.max(0, Math.floor(((firstMoment(node) - low) / (high - low)) * bars));
      const last = Math.min(bars - 1, Math.max(first, Math.ceil(((lastMoment(node) - low) / (high - low)) * bars) - 1));
      for (let bar = first; bar <= last; bar += 1) heights[bar] += 1 / (last - first + 1);
    }
    return heights;
  };

  /** All events, and before them those of the selection. */
  const histogram = (width, height) => {
    const bars = Math.max(12, Math.floor(width / 9));
    const events = story.inOrder.filter(period.shows);
    const { near } = store.seen;
    const all = share(events, bars);
    const most = Math.max(...all, 0.001);
    const step = (width - 2 * EDGE) / bars;
    const path = (heights) =>
      heights
        .map((one, bar) => [EDGE + bar * step + 0.5, one && Math.max(2, Math.sqrt(one / most) * height)])
        .filter(([, tall]) => tall)
        .map(([x, tall]) => `M${x.toFixed(1)} ${height}v${-tall.toFixed(1)}h${Math.max(1, step - 1).toFixed(1)}v${tall.toFixed(1)}z`)
        .join("");
    return [
      svg("path", { class: near ? "bars quiet" : "bars", d: path(all) }),
      near && svg("path", { class: "bars near", d: path(share(events.filter((node) => near.has(node.number)), bars)) }),
    ].filter(Boolean);
  };

  const draw = () => {
    const { width } = size;
    if (!width || store.state.view === "table") return;
    if (!story.extentOf(store.state)) return overview.replaceChildren();
    const [height, axis] = [BARS, 16];
    const [low, high] = period.ends();
    const x = scaleTo(low, high, width);
    const [from, to] = period.get().map(x);
    const root = svg("svg", { width, height: height + axis, viewBox: `0 0 ${width} ${height + axis}`, "aria-hidden": "true" });
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
    const [from, to] = period.get();
    const [low, high] = period.ends();
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
    const [from, to] = period.get();
    const [low, high] = period.ends();
    const step = Math.max(1, ((to - from) / 40) * (event.shiftKey ? 5 : 1));
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageUp: 10 * step, PageDown: -10 * step }[event.key];
    if (event.key === "Home") period.set(side === "start" ? low : from, side === "start" ? to : from + 1);
    else if (event.key === "End") period.set(side === "start" ? to - 1 : from, side === "start" ? to : high);
    else if (by) period.set(side === "start" ? Math.min(from + by, to - 1) : from, side === "end" ? Math.max(to + by, from + 1) : to);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const dragOverview = (event) => {
    if (!story.extentOf(store.state) || event.button) return;
    const [low, high] = period.ends();
    const box = overview.getBoundingClientRect();
    const at = (pointer) => low + (Math.min(1, Math.max(0, (pointer.clientX - box.left - EDGE) / (box.width - 2 * EDGE))) * (high - low));
    const [from, to] = period.get();
    const begun = at(event);
    const side = event.target.dataset?.side;
    const inside = store.state.range && begun > from && begun < to;
    let first = true;
    const move = (pointer) => {
      const now = at(pointer);
      if (Math.abs(pointer.clientX - event.clientX) < 3 && first) return;
      const options = { remember: first };
      first = false;
      if (side === "start") period.set(Math.min(now, to - 1), to, options);
      else if (side === "end") period.set(from, Math.max(now, from + 1), options);
      else if (inside) {
        const by = Math.min(high - to, Math.max(low - from, now - begun));
        period.set(from + by, to + by, options);
      } else period.set(Math.min(begun, now), Math.max(begun, now), options);
    };
    followPointer(overview, event, move);
  };

  overview.addEventListener("pointerdown", dragOverview);
  overview.addEventListener("dblclick", () => store.set({ range: null }));
  return { draw };
};
