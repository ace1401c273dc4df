// The timeline: an overview with a brush, below it the brushed period in lanes, and the events without a date. Here are
// the period that they share, the walk through the events, and what is told in words.

const PAUSE = 2600; // between two events of the play, in milliseconds
const MOST_UNDATED = 60;

const createTimeline = (story, store) => {
  const lanes = byId("lanes");
  const ends = () => story.extentOf(store.state) ?? [0, 1];
  let playing = null;

  const shows = (node) => store.seen.status[node.number] !== HIDDEN;

  /** Shows from `from` to `to`; nearly everything is everything. */
  const setPeriod = (from, to, options) => {
    const [low, high] = ends();
    const [start, end] = [Math.max(low, Math.floor(from)), Math.min(high, Math.ceil(to))];
    const all = start - low < (high - low) * 0.004 && high - end < (high - low) * 0.004;
    store.set({ range: all ? null : [start, Math.max(end, start + 1)] }, options);
  };

  const period = { ends, shows, get: () => store.state.range ?? ends(), set: setPeriod };

  const choose = (number) => store.set({ selected: { node: number }, added: new Set(store.state.added).add(number) });

  /** Selects the event before or after the selected one; from nowhere the first or the last. */
  const walk = (by, from = store.state.selected?.node) => {
    const events = story.inOrder.filter((node) => store.seen.status[node.number] === ON);
    if (!events.length) return false;
    const at = events.findIndex((node) => node.number === from);
    const next = at < 0 ? (by > 0 ? 0 : events.length - 1) : at + by;
    if (next < 0 || next >= events.length) return false;
    choose(events[next].number);
    say(`${next + 1} of ${events.length}: ${describe(story, events[next])}`);
    return true;
  };

  const play = (on) => {
    clearInterval(playing);
    playing = on && (walk(1) || walk(1, null)) ? setInterval(() => walk(1) || play(false), PAUSE) : null;
    byId("play").setAttribute("aria-pressed", String(playing !== null));
    byId("play").textContent = playing === null ? "Play" : "Pause";
  };

  const overview = createOverview(story, store, period);
  const marks = createLanes(story, store, period, { choose, walk });

  const undatedItem = (node) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: node.number === store.state.selected?.node ? "link chosen" : "link",
          "aria-disabled": store.state.undated ? null : "true",
          click: () => choose(node.number),
        },
        icon(story, "event", node.factuality, 12),
        el("span", { dir: "auto" }, oneLine(node.label, 50)),
      ),
    );

  const drawUndated = () => {
    if (!story.undated.length) return;
    const nodes = story.undated.filter(shows);
    const box = el("input", { type: "checkbox", checked: store.state.undated, change: () => store.set({ undated: !store.state.undated }) });
    const rest = nodes.length - MOST_UNDATED;
    const more = rest > 0 && el("li", {}, el("button", { type: "button", class: "plain", click: () => store.set({ view: "table" }) }, `${rest.toLocaleString("en")} more in the table`));
    byId("undated").replaceChildren(el("label", {}, box, `No date (${nodes.length})`), el("ul", {}, nodes.slice(0, MOST_UNDATED).map(undatedItem), more || []));
  };

  const tellRange = () => {
    const [from, to] = period.get();
    const on = story.inOrder.filter((node) => store.seen.status[node.number] === ON).length;
    const days = to - from <= 1 ? dayWords(from) : `${dayWords(from)} to ${dayWords(to - 1)}`;
    const words_ = store.state.range ? `${days}: ${count(on, "event", "events")}` : count(on, "dated event", "dated events");
    byId("range").textContent = story.extentOf(store.state) ? words_ : "";
    byId("all-dates").hidden = !store.state.range;
  };

  const zoom = (factor, at = 0.5) => {
    const [from, to] = period.get();
    const middle = from + (to - from) * at;
    const length = Math.max(2, (to - from) * factor);
    setPeriod(middle - length * at, middle + length * (1 - at), { remember: false });
  };

  const onWheel = (event) => {
    if (!story.extentOf(store.state)) return;
    event.preventDefault();
    const box = lanes.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left - EDGE) / (box.width - 2 * EDGE));
  };

  const onPress = (event) => {
    if (!store.state.range || event.button || event.target.closest(".item, .cluster")) return;
    const [from, to] = period.get();
    const [low, high] = ends();
    let first = true;
    followPointer(lanes, event, (pointer) => {
      const by = ((event.clientX - pointer.clientX) / lanes.clientWidth) * (to - from);
      const kept = Math.min(high - to, Math.max(low - from, by));
      setPeriod(from + kept, to + kept, { remember: first });
      first = false;
    });
  };

  const onKey = (event) => {
    if (event.key === "+" || event.key === "=") zoom(0.8);
    else if (event.key === "-") zoom(1.25);
    else if (event.key === "Home") store.set({ range: null });
    else return;
    event.preventDefault();
  };

  /** Widens nothing, but moves a brushed period to an event chosen elsewhere. */
  const follow = (node) => {
    if (!node.dated) return;
    const [from, to] = store.state.range;
    if (firstMoment(node) < to && lastMoment(node) > from) return;
    const by = (firstMoment(node) + lastMoment(node)) / 2 - (from + to) / 2;
    queueMicrotask(() => setPeriod(from + by, to + by, { remember: false }));
  };

  const draw = () => {
    overview.draw();
    marks.draw();
    drawUndated();
    tellRange();
  };

  lanes.addEventListener("wheel", onWheel, { passive: false });
  lanes.addEventListener("pointerdown", onPress);
  byId("timeline").addEventListener("keydown", onKey);
  byId("previous").addEventListener("click", () => walk(-1));
  byId("next").addEventListener("click", () => walk(1));
  byId("play").addEventListener("click", () => play(playing === null));
  byId("all-dates").addEventListener("click", () => store.set({ range: null }));

  store.subscribe((state, seen, previous) => {
    const { selected } = state;
    if (playing !== null && previous.selected !== selected && selected?.node === undefined) play(false);
    if (selected !== previous?.selected && state.range && selected?.node !== undefined) follow(story.nodes[selected.node]);
    draw();
  });
  return { walk, draw };
};
