// How things get into vis-network: straight into its nodes and edges, since its own update of a thousand of them takes
// longer than a reader should wait. Only this file reaches into it; pyvis brings its version, 9.1.2, which is pinned.

const REACH = 40; // no node is larger
const HEAD = { enabled: false, type: "arrow", scaleFactor: 0.45 };
const BARE = { from: HEAD, middle: HEAD, to: HEAD };
const HEADED = { ...BARE, to: { ...HEAD, enabled: true } };

const createDrawing = (network) => {
  const { nodes, edges, emitter } = network.body;
  const known = { nodes: new Map(), edges: new Map() };

  /** Calls `write` for each style that differs from the one before. */
  const changed = (family, styles, write) => {
    for (const style of styles) {
      const text = JSON.stringify(style);
      if (known[family].get(style.id) === text) continue;
      known[family].set(style.id, text);
      write(style);
    }
  };

  const styleNode = ({ id, color, dashes, ...plain }) => {
    const { options } = nodes[id];
    Object.assign(options, plain, { color: { ...options.color, ...color }, shapeProperties: { ...options.shapeProperties, borderDashes: dashes } });
  };

  const styleEdge = ({ id, color, headed, ...plain }) => {
    const { options } = edges[id];
    Object.assign(options, plain, { arrows: headed ? HEADED : BARE, color: { ...options.color, ...color, inherit: false } });
  };

  /** Once for all that asks for it before the next frame. */
  const redraw = () => emitter.emit("_requestRedraw");

  return {
    redraw,
    style: (nodeStyles, edgeStyles) => {
      changed("nodes", nodeStyles, styleNode);
      changed("edges", edgeStyles, styleEdge);
      network._updateVisibleIndices();
      redraw();
    },
    place: (places) =>
      places.forEach(([x, y], id) => {
        Object.assign(nodes[id], { x, y });
        // nothing is drawn that seems to lie outside of the window, and this is brought up to date only by drawing
        nodes[id].shape.boundingBox = { left: x - REACH, right: x + REACH, top: y - REACH, bottom: y + REACH };
      }),
    resize: (sizes) => {
      sizes.forEach((size, id) => {
        nodes[id].options.size = size;
        nodes[id].needsRefresh();
      });
    },
    /** The middle of a tie as it is drawn. */
    middle: (id) => edges[id].edgeType.getPoint(0.5),
    /** Where a tie begins, the point that it bends towards, and where it ends. */
    bend: (id) => {
      const { edgeType, from, to } = edges[id];
      return [from, edgeType.getViaNode() ?? edgeType.getPoint(0.5), to];
    },
    isHeaded: (id) => edges[id].options.arrows === HEADED,
    /** Everything is drawn anew with the next style, as after a change of colours. */
    forget: () => Object.values(known).forEach((one) => one.clear()),
  };
};
