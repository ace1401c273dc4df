// What is drawn behind the nodes: a ring around the chosen one, and the years in the layout by date.

const createBackdrop = (story, store, scene) => {
  const { network, frame } = scene;

  const drawRings = (context) => {
    const { strong, ground } = scene.paint();
    const chosen = store.state.selected?.node;
    for (const one of [chosen, scene.hovered()]) {
      if (one === undefined || one === null || one >= story.drawn || !store.seen.drawn[one]) continue;
      const { x, y } = network.getPosition(one);
      context.beginPath();
      context.arc(x, y, network.body.nodes[one].options.size + 7 / network.getScale(), 0, 2 * Math.PI);
      context.fillStyle = tint(strong, one === chosen ? 0.22 : 0.1, ground);
      context.fill();
    }
  };

  /** Where the first event of each year stands. */
  const yearStarts = () => {
    const years = new Map();
    for (const node of story.inOrder) {
      if (node.number >= story.drawn || !store.seen.drawn[node.number]) continue;
      const { year } = civil(firstMoment(node));
      const { x } = network.getPosition(node.number);
      years.set(year, Math.min(x, years.get(year) ?? Infinity));
    }
    return [...years].sort((one, other) => one[1] - other[1]);
  };

  const drawYears = (context) => {
    const { line, soft, ground } = scene.paint();
    const scale = network.getScale();
    const top = network.DOMtoCanvas({ x: 0, y: 8 }).y;
    const bottom = network.DOMtoCanvas({ x: 0, y: frame.clientHeight }).y;
    context.font = `${12 / scale}px ${sansFont()}`;
    context.textBaseline = "top";
    let free = -Infinity;
    for (const [year, x] of yearStarts()) {
      const left = x - 11;
      if (left < free) continue;
      context.strokeStyle = tint(line, 0.4, ground);
      context.lineWidth = 1 / scale;
      context.beginPath();
      context.moveTo(left, top);
      context.lineTo(left, bottom);
      context.stroke();
      context.fillStyle = soft;
      context.fillText(yearWords(year), left + 4 / scale, top);
      free = left + 40 / scale;
    }
  };

  return (context) => {
    if (store.state.layout === "time") drawYears(context);
    drawRings(context);
  };
};
