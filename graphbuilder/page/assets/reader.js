// The full text of an article, with everything marked that was found in it.

const createReader = (story, store) => {
  const button = (node, text, go) =>
    el(
      "span", // not a button element, which would not break over two lines
      {
        class: `mention kind-${node.kind}`,
        role: "button",
        tabindex: "0",
        title: `${story.looks[node.kind].singular}: ${oneLine(node.label, 80)}`,
        click: () => go(node.number),
        keydown: (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), go(node.number)),
      },
      text,
    );

  /** A sentence as text and buttons; of mentions that overlap the first and longest is marked. */
  const sentence = (document_, index, mentions, isHere, go) => {
    const [left, , text] = document_.sentences[index];
    const marks = Array.from(text);
    const parts = [];
    let at = 0;
    for (const { node, source } of mentions) {
      const start = Math.max(0, source[2] - left);
      const end = Math.min(marks.length, source[3] - left);
      if (start < at || end <= start) continue;
      parts.push(marks.slice(at, start).join(""), button(node, marks.slice(start, end).join(""), go));
      at = end;
    }
    parts.push(marks.slice(at).join(""));
    const choose = (event) => !event.target.closest(".mention") && store.select({ document: story.documents.indexOf(document_), sentence: index });
    return el("span", { class: isHere ? "sentence here" : "sentence", click: choose }, parts, " ");
  };

  /** Sentences with more than one character between them begin a new paragraph. */
  const paragraphs = (document_) => {
    const groups = [];
    document_.sentences.forEach(([start], index) => {
      const previous = document_.sentences[index - 1];
      if (!previous || start - previous[1] > 1) groups.push([]);
      groups.at(-1).push(index);
    });
    return groups;
  };

  return (number, here, go) => {
    const document_ = story.documents[number];
    const bySentence = new Map();
    for (const mention of mentionsIn(story, number)) {
      const index = mention.source[1];
      if (!bySentence.has(index)) bySentence.set(index, []);
      bySentence.get(index).push(mention);
    }
    return [
      el("p", { class: "kicker" }, "Article"),
      el("h2", { dir: "auto" }, oneLine(document_.title, 200)),
      el("p", { class: "when", dir: "auto" }, sourceLine(document_)),
      el("p", { class: "web" }, webLink(document_.url, (host) => `Open the article at ${oneLine(host, 80)}`)),
      el("p", { class: "also" }, "Every name and event that was found is marked; select it to see what it was taken for, or a sentence to see all that it tells."),
      el("div", { class: "article", lang: document_.language }, paragraphs(document_).map((group) =>
        el("p", { dir: "auto" }, group.map((index) => sentence(document_, index, bySentence.get(index) ?? [], index === here, go))),
      )),
      el("p", { class: "also", dir: "auto" }, oneLine(document_.id, 200)),
    ];
  };
};
