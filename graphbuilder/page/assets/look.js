// Colours of the theme, and the marks of the kinds.

const themeColour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The font of all that is drawn or measured, without its size. */
const sansFont = () => (sansFont.known ??= themeColour("--sans"));

/** A function from a text and the size (and weight) of its font to its width in pixels. */
const createMeasure = () => {
  const context = el("canvas").getContext("2d");
  const widths = new Map();
  return (text, size) => {
    const key = `${size}\n${text}`;
    if (!widths.has(key)) {
      context.font = `${size} ${sansFont()}`;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  };
};

const isDark = () => {
  const theme = document.documentElement.dataset.theme;
  return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
};

const colourOf = (story, kind) => story.looks[kind][isDark() ? "dark" : "light"];

/** Corner angles in degrees; none is a circle. */
const CORNERS = {
  dot: null,
  diamond: [0, 90, 180, 270],
  square: [45, 135, 225, 315],
  triangle: [-90, 30, 150],
  triangleDown: [90, 210, 330],
  hexagon: [0, 60, 120, 180, 240, 300],
  star: [-90, -54, -18, 18, 54, 90, 126, 162, 198, 234],
};

/** A node's shape as an SVG element, around x and y. */
const shapeMark = (shape, x, y, size, attributes) => {
  const corners = CORNERS[shape];
  if (!corners) return svg("circle", { cx: x, cy: y, r: size * 0.92, ...attributes });
  const reach = size * (shape === "square" ? 1.2 : 1.1);
  const points = corners.map((angle, index) => {
    const radius = reach * (shape === "star" && index % 2 ? 0.45 : 1);
    const turn = (angle * Math.PI) / 180;
    return `${(x + radius * Math.cos(turn)).toFixed(1)},${(y + radius * Math.sin(turn)).toFixed(1)}`;
  });
  return svg("polygon", { points: points.join(" "), ...attributes });
};

/** How an event is drawn by its factuality: filled or hollow, whole or dashed line, struck through. */
const MANNER = {
  fact: { fill: 1, dash: null, struck: false },
  reported: { fill: 0.38, dash: null, struck: false },
  planned: { fill: 0, dash: [5, 3], struck: false },
  possible: { fill: 0, dash: [1.5, 3], struck: false },
  demanded: { fill: 0, dash: [8, 2, 1.5, 2], struck: false },
  denied: { fill: 0, dash: null, struck: true },
};

/** The dashes of a link between names by how it is told; a denied one is red and crossed out besides. */
const TIE_DASHES = { fact: null, reported: [2.5, 1.5], planned: [5, 3], possible: [1.5, 3], demanded: [8, 2, 1.5, 2], denied: [3, 3], former: [10, 4] };

/** The small mark of a link by how it is told. */
const tieMark = (standing) => {
  const colour = standing === "denied" ? "var(--alert)" : "currentColor";
  const mark = svg("svg", { class: "icon tie-mark", width: 22, height: 16, viewBox: "0 0 22 16", "aria-hidden": "true" });
  mark.append(svg("path", { d: "M1 8H21", stroke: colour, "stroke-width": 1.5, "stroke-dasharray": TIE_DASHES[standing]?.map((part) => part * 0.6).join(" ") }));
  if (standing === "denied") mark.append(svg("path", { d: "M8 13L14 3", stroke: colour, "stroke-width": 1.8 }));
  return mark;
};

const mannerOf = (node) => (node.isEvent ? MANNER[node.factuality] : MANNER.fact);

/** Mixes a colour with the ground, as `share` of it. Both are #rrggbb. */
const tint = (colour, share, ground) => {
  const parts = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
  const [one, other] = [parts(colour), parts(ground)];
  return `#${one.map((part, index) => Math.round(part * share + other[index] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
};

/** The small mark of a kind (and, for events, of its factuality) for legends and lists. */
const icon = (story, kind, factuality = "fact", size = 14) => {
  const look = story.looks[kind];
  const manner = MANNER[factuality];
  const mark = svg("svg", { class: `icon kind-${kind}`, width: size, height: size, viewBox: "0 0 16 16", "aria-hidden": "true" });
  mark.append(
    shapeMark(look.shape, 8, 8, 6, {
      class: "mark",
      "fill-opacity": manner.fill,
      "stroke-dasharray": manner.dash ? manner.dash.map((part) => part * 0.5).join(" ") : null,
    }),
  );
  if (manner.struck) mark.append(svg("path", { class: "strike", d: "M1 15L15 1" }));
  return mark;
};
