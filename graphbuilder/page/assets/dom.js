// Making elements. Text of articles enters the document here and only here, as text nodes and attribute values.

const SVG = "http://www.w3.org/2000/svg";

const fill = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
};

/** An element; attributes that are functions become listeners of that event. */
const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

/** An SVG element. */
const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/** A link that opens a page of the web beside this one and tells it nothing; only http and https, and no name before the host. */
const webLink = (address, wordsFor, attributes = {}) => {
  if (!/^https?:\/\/[a-z0-9.:-]+(?:[/?#]|$)/.test(address ?? "")) return null;
  const host = address.split(/[/?#]/)[2];
  return el("a", { class: "plain", ...attributes, href: address, target: "_blank", rel: "noreferrer" }, wordsFor(host));
};

const byId = (id) => document.getElementById(id);

/** Letters that Unicode does not take apart, and marks that keyboards lack, as one types them. */
const TYPED = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", æ: "ae", œ: "oe", þ: "th", ß: "ss", "‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-" };
const UNTYPED = new RegExp(`[${Object.keys(TYPED).join("")}]`, "gu");

/** Text for comparing: without accents and letter case. */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(UNTYPED, (mark) => TYPED[mark]);

/** Text in one line, without control and direction marks, at most `most` characters; cut between words if it can. */
const oneLine = (text, most) => {
  const line = text.slice(0, most * 8).replace(/\s+/gu, " ").replace(/(?![\u200c\u200d])\p{C}/gu, "").trim();
  const marks = Array.from(line);
  if (marks.length <= most) return line;
  const cut = marks.slice(0, marks[most - 1] === " " ? most : most - 1);
  const space = cut.lastIndexOf(" ");
  return (space >= most * 0.6 ? cut.slice(0, space) : marks.slice(0, most - 1)).join("").replace(/[ ,;:–-]+$/u, "") + "…";
};

/** Text in at most so many lines of about `width` characters, broken between words. */
const inLines = (text, width, most) => {
  const lines = [];
  let rest = oneLine(text, width * most);
  for (let left = Math.min(most, Math.ceil((rest.length - 3) / width)); left > 1; left -= 1) {
    const wanted = rest.length / left;
    const breaks = [...rest.matchAll(/ /g)].map((match) => match.index).sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted));
    if (!breaks.length || breaks[0] > width * 1.5) break;
    lines.push(rest.slice(0, breaks[0]));
    rest = rest.slice(breaks[0] + 1);
  }
  return [...lines, oneLine(rest, Math.round(width * 1.4))];
};

const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** A machine's name as words: "held_in" → "held in". */
const words = (name) => oneLine(name.replaceAll("_", " "), 60);

const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Says something to everyone, screen readers included. */
const say = (text) => {
  const message = byId("message");
  message.textContent = text;
  message.classList.add("seen");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => message.classList.remove("seen"), 3500);
};

/** Text to the clipboard where the browser lets us; else it is shown for copying by hand. */
const copy = async (text, what) => {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied`);
  } catch {
    say(`Copy this: ${text}`);
  }
};

/** Saves a file that the browser makes here; nothing leaves the page. */
const saveFile = (blob, name) => {
  const url = URL.createObjectURL(blob);
  const anchor = el("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  say(`Saved ${name}`);
};

/** The size of an element, kept, for asking lays out the whole page anew; `changed` is called when it has changed. */
const watchSize = (element, changed) => {
  const size = { width: element.clientWidth, height: element.clientHeight };
  new ResizeObserver(() => {
    const [width, height] = [element.clientWidth, element.clientHeight];
    if (width === size.width && height === size.height) return;
    Object.assign(size, { width, height });
    changed();
  }).observe(element);
  return size;
};

/** A function whose work waits for the next frame, and is done once for all calls until then, with what came last: to
 * measure after each change has the browser lay out the whole page as often.
 */
const atNextFrame = (work) => {
  let asked = 0;
  return (...given) => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => work(...given));
  };
};

const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Calls `move` for every step of a pointer that was pressed, until it is let go. */
const followPointer = (element, event, move) => {
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

/** A Map from key to the items that have it, in their order. */
const groupBy = (items, keyOf) => {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
};
