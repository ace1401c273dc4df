// How the date of an event was read, and the other dates that the sources give.

const createDateReading = (story, store) => {
  const isCorrected = (node) => node.dated_by?.rule === "user";

  const alternatives = (node) =>
    el(
      "table",
      { class: "alternatives" },
      el("caption", {}, isCorrected(node) ? "What the sources say" : "The sources differ"),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Date"), el("th", { scope: "col" }, "According to"))),
      el(
        "tbody",
        {},
        el("tr", { class: "taken" }, el("td", {}, node.when ?? "undated"), el("td", {}, isCorrected(node) ? "your correction" : "the date shown here")),
        node.alternatives.map((one) => {
          const document_ = one.source ? story.documents[one.source[0]] : null;
          return el(
            "tr",
            {},
            el("td", {}, one.when ?? "undated"),
            el(
              "td",
              {},
              document_
                ? el(
                    "button",
                    { type: "button", class: "plain", click: () => store.select({ document: one.source[0], sentence: one.source[1] }) },
                    oneLine(sourceLine(document_), 80),
                  )
                : "unknown",
            ),
          );
        }),
      ),
    );

  return (node) => {
    const parts = [];
    const { dated_by: by } = node;
    if (by) {
      const document_ = by.document === null ? null : story.documents[by.document];
      parts.push(
        el(
          "p",
          { class: "reading" },
          by.words && el(isCorrected(node) ? "span" : "q", { dir: "auto" }, oneLine(by.words, 120)),
          document_?.when && ` in an article published ${document_.when}`,
          by.words || document_?.when ? " → " : "",
          el("strong", {}, node.when ?? "no date"),
        ),
        el("p", { class: "also" }, [story.datingWords(by.rule), node.from !== null && node.precision && `precise to the ${node.precision}`].filter(Boolean).join(" · "), node.edtf && [" · ", el("span", { class: "edtf" }, node.edtf)]),
      );
    } else if (node.when) parts.push(el("p", { class: "also" }, `Precise to the ${node.precision} · ${node.edtf}`));
    else parts.push(el("p", {}, "No text gives it a date. The date of publication was not put in its place."));
    if (node.alternatives.length) parts.push(alternatives(node));
    return panelSection("How the date was read", parts);
  };
};
