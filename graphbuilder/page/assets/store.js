// What the reader has chosen, and what is therefore to be seen. Everything else follows from it: parts of the page
// subscribe, and change the state with `set`. Undo, and the link to a view, come from the same place.

const HIDDEN = 0;
const FADED = 1;
const ON = 2;

const createStore = (story) => {
  const root = document.documentElement;
  const initial = () => ({
    selected: null, // { node } or { edge } or { document, sentence }
    focus: null, // number of a node: only it and what is around it
    depth: 1,
    off: { kinds: new Set(), factuality: new Set(), likelihood: new Set([LESS_LIKELY]), relations: new Set(), documents: new Set() },
    range: null, // [from, to) in day numbers
    undated: true,
    stage: 0,
    layout: root.dataset.layout,
    view: "graph",
    added: new Set(), // nodes beyond the stage that the reader asked for
  });
  const listeners = [];
  const past = [];
  let state = initial();
  let seen = null;

  const passes = (node) => {
    const { kinds, factuality, documents } = state.off;
    if (kinds.has(node.kind) || isUnlikely(node, state) || (node.isEvent && factuality.has(node.factuality))) return false;
    return !documents.size || !node.documents.length || node.documents.some((one) => !documents.has(one));
  };

  const inTime = (node) => {
    if (!node.dated) return state.undated;
    const [from, to] = state.range ?? [-Infinity, Infinity];
    return firstMoment(node) < to && (node.to ?? Infinity) > from;
  };

  const look = () => {
    const around_ = state.focus === null ? null : around(story, state.focus, state.depth);
    const timed = state.range !== null || !state.undated;
    const status = story.nodes.map((node) => (passes(node) && (!around_ || around_.has(node.number)) ? ON : HIDDEN));
    if (timed) {
      for (const node of story.nodes) if (node.isEvent && status[node.number] && !inTime(node)) status[node.number] = FADED;
      for (const node of story.nodes) {
        if (node.isEvent || !status[node.number]) continue;
        const events = node.ties.map((tie) => story.nodes[otherEnd(tie, node.number)]).filter((other) => other.isEvent);
        const lit = events.length ? events.some((event) => status[event.number] === ON) : state.undated;
        if (!lit) status[node.number] = FADED;
      }
    }
    const limit = story.stages.length ? story.stages[state.stage].count : 0;
    const chosen = state.selected?.node;
    const drawn = status.map((one, number) => {
      const asked = number < limit || state.added.has(number) || number === chosen || around_?.has(number);
      return asked && number < story.drawn ? one : HIDDEN;
    });
    const ties = story.edges.map((edge) => (state.off.relations.has(edge.family) ? HIDDEN : Math.min(drawn[edge.source], drawn[edge.target])));
    return { status, drawn, ties, near: nearSelected(story, state) };
  };

  const publish = (previous) => {
    seen = look();
    listeners.forEach((listener) => listener(state, seen, previous));
  };

  /** A state in which what the reader asks for is not hidden by how likely it is. */
  const withAsked = (asked, next) => {
    const { source, target } = story.edges[asked.selected?.edge] ?? {};
    const hidden = [asked.selected?.node, asked.focus, source, target].map((number) => story.nodes[number]).filter((node) => node && isUnlikely(node, next));
    if (!hidden.length) return next;
    const likelihood = new Set(next.off.likelihood);
    hidden.forEach((node) => likelihood.delete(node.likelihood));
    return { ...next, off: { ...next.off, likelihood } };
  };

  /** Whether a filter is not as at first. */
  const isFiltered = () => {
    const first = initial().off;
    return Object.entries(state.off).some(([family, keys]) => keys.size !== first[family].size || [...keys].some((key) => !first[family].has(key)));
  };

  const set = (change, { remember = true } = {}) => {
    const previous = state;
    if (remember) {
      past.push(previous);
      if (past.length > 200) past.shift();
    }
    state = withAsked(change, { ...state, ...change });
    publish(previous);
  };

  const toggle = (family, key) => {
    const off = new Set(state.off[family]);
    if (!off.delete(key)) off.add(key);
    set({ off: { ...state.off, [family]: off } });
  };

  return {
    get state() {
      return state;
    },
    get seen() {
      return seen;
    },
    get canUndo() {
      return past.length > 0;
    },
    subscribe: (listener) => listeners.push(listener),
    start: (first) => {
      state = withAsked(first, { ...initial(), ...first });
      publish(state);
    },
    set,
    toggle,
    only: (family, key, all) => {
      const off = new Set(all.filter((one) => one !== key));
      const alone = state.off[family].size === off.size && !state.off[family].has(key);
      set({ off: { ...state.off, [family]: alone ? new Set() : off } });
    },
    select: (selected, options) => set({ selected }, options),
    undo: () => {
      if (!past.length) return;
      const previous = state;
      state = past.pop();
      publish(previous);
    },
    reset: () => set({ ...initial(), view: state.view, layout: state.layout }),
    isTouched: () => {
      const { range, focus, undated } = state;
      return Boolean(range) || focus !== null || !undated || isFiltered();
    },
    isFiltered,
  };
};
