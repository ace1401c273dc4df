// The lines of YAML that the reader has collected: kept by the browser for this page, shown, copied, saved.

const MOST_LINES = 10000;
const LONGEST_LINE = 4000;

/** A list that outlives a reload where the browser keeps things for the page; one of other content has its own list. */
const createCollected = () => {
  const key = `graphbuilder-corrections-${document.body.dataset.content}`;
  const isLine = (one) => typeof one === "string" && one.length <= LONGEST_LINE && /^- [^\n\r]+$/.test(one);

  /** Whether the browser keeps things for this page: not in a sandboxed frame, and some not for files. */
  const keeps = () => {
    try {
      localStorage.setItem(`${key}?`, "");
      localStorage.removeItem(`${key}?`);
      return true;
    } catch {
      return false;
    }
  };

  let isKept = keeps();

  /** What is kept, which other pages of the same folder may have written. */
  const load = () => {
    try {
      const found = JSON.parse(localStorage.getItem(key) ?? "[]");
      return Array.isArray(found) ? found.filter(isLine).slice(0, MOST_LINES) : [];
    } catch {
      return []; // nothing is kept, or something else
    }
  };

  let lines = load();

  const keep = (changed) => {
    lines = changed;
    try {
      if (lines.length) localStorage.setItem(key, JSON.stringify(lines));
      else localStorage.removeItem(key);
      isKept = true;
    } catch {
      isKept = false;
    }
    draw();
  };

  const box = el("div", { class: "corrections-box" });
  const button = (text, act) => el("button", { type: "button", click: act }, text);

  const draw = () => {
    if (!lines.length) return box.replaceChildren();
    const text = lines.map((line) => `${line}\n`).join("");
    const area = el("textarea", { readonly: true, rows: Math.min(8, lines.length + 1), spellcheck: "false", "aria-label": "Lines for the corrections file", "aria-describedby": "corrections-kept" });
    area.value = text;
    const kept = isKept
      ? "They are kept in this browser, for this page alone: a reload does not lose them."
      : "This browser keeps nothing for this page: save them before you close or reload it.";
    box.replaceChildren(
      el("p", { class: "also" }, "Save these lines, or add them to the file that you have, and build again with ", el("code", {}, "--corrections corrections.yaml"), "."),
      area,
      el("p", { class: "also", id: "corrections-kept" }, kept),
      el(
        "p",
        { class: "actions" },
        button("Save corrections.yaml", () => saveFile(new Blob([text], { type: "application/yaml" }), "corrections.yaml")),
        button("Copy all", () => copy(text, count(lines.length, "line", "lines"))),
        button("Remove the last", () => (say(`Removed: ${lines.at(-1)}`), keep(lines.slice(0, -1)))),
        button("Clear", () => keep([])),
      ),
    );
  };

  window.addEventListener("storage", (event) => {
    if (event.key !== key && event.key !== null) return;
    lines = load();
    draw();
  });
  draw();

  return {
    box,
    get isEmpty() {
      return !lines.length;
    },
    add: (line) => {
      const known = isKept ? load() : lines; // another tab may have added some
      keep(known.includes(line) ? known : [...known, line]);
      copy(line, "Line for the corrections file");
    },
  };
};
