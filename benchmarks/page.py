"""How soon the page can be used, how soon it answers, and how large it is; beside plain pyvis, in one run.

    python benchmarks/page.py [--rounds 5] [--write DAY]

Each page is opened in headless Chromium (which must be installed with its driver), and then, once, the page that pyvis
makes of the same graph (`to_pyvis`, scripts in line). Figures are medians of the rounds. Measured inside the page, in
milliseconds: `ready` from the start of the navigation until all is drawn and can be used; `filter`, `brush` and
`search` from the reader's act until the browser has drawn the answer. The bars: ready in 1,500 for the sample
collection and 3,000 for 1,000 nodes, answers in 100. There is no network, so that pyvis's requests fail at once.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

import graphbuilder as gb
from graphbuilder.page import to_pyvis

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"
SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--window-size=1440,900", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
#: The most milliseconds until a page is ready, and until it has answered.
READY_BARS = {"sample": 1500, "1,000 nodes": 3000}
ANSWER_BAR = 100

#: In our page: when it can be used, and the first picture has been drawn.
READY = """
const timer = setInterval(() => {
  if (document.documentElement?.dataset.ready !== "yes") return;
  clearInterval(timer);
  requestAnimationFrame(() => setTimeout(() => { window.__drawn = performance.now(); }));
}, 5);
"""
#: Does something as often as there are rounds, and gives the median time until the browser has drawn it.
ANSWER = """
const [act, done] = [arguments[0], arguments[1]];
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const {store, story} = window.graphbuilder;
const search = document.getElementById("search");
const word = story.nodes[0].label.slice(0, 3);
const [low, high] = story.extent;
const ACTS = {
  filter: () => store.toggle("kinds", "event"),
  brush: (round) => store.set({range: [low + (high - low) * (round + 1) / 20, high]}, {remember: false}),
  search: (round) => {
    search.value = word.slice(0, 1 + round % 3);
    search.dispatchEvent(new Event("input"));
  },
};
(async () => {
  const times = [];
  for (let round = 0; round < 10; round += 1) {
    await drawn();
    const start = performance.now();
    ACTS[act](round);
    await drawn();
    times.push(performance.now() - start);
  }
  store.reset();
  done(times.sort((one, other) => one - other)[5]);
})();
"""
#: In pyvis's page: when the nodes stand still and have been drawn.
STILL = """
const timer = setInterval(() => {
  if (typeof network === "undefined" || !network?.once) return;
  clearInterval(timer);
  network.once("afterDrawing", () => { window.__drawn = performance.now(); });
  network.redraw();
}, 5);
"""
DRAWN = "return window.__drawn ?? null"


def samples() -> ModuleType:
    """The graphs that the tests of the page use."""
    spec = importlib.util.spec_from_file_location("page_samples", ROOT / "tests" / "page" / "samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def driver() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for switch in SWITCHES:
        options.add_argument(switch)
    started = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    started.set_script_timeout(120)
    return started


def opened(browser: webdriver.Chrome, path: Path, watch: str) -> float:
    """Milliseconds until the script that watches the page has seen it drawn."""
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": watch})
    try:
        browser.get("about:blank")
        browser.get(path.as_uri())
        return float(WebDriverWait(browser, 240, 0.02).until(lambda page: page.execute_script(DRAWN)))
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": script["identifier"]})


def ours(browser: webdriver.Chrome, path: Path) -> dict[str, float]:
    figures = {"ready": opened(browser, path, READY)}
    for act in ("filter", "brush", "search"):
        figures[act] = browser.execute_async_script(ANSWER, act)
    return figures


def theirs(browser: webdriver.Chrome, path: Path) -> dict[str, float]:
    return {"ready": opened(browser, path, STILL)}


def measure(rounds: int) -> dict[str, dict[str, dict[str, float]]]:
    """Figures by graph and program."""
    graphs = {"sample": (gb.build(ROOT / "data" / "nato"), 100), "1,000 nodes": (samples().random_graph(1000), 1000)}
    result: dict[str, dict[str, dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        browser = driver()
        try:
            for name, (graph, nodes) in graphs.items():
                page, plain = Path(folder, f"{nodes}.html"), Path(folder, f"{nodes}-pyvis.html")
                graph.to_html(page, max_nodes=nodes)
                plain.write_text(to_pyvis(graph).generate_html(), encoding="utf-8")
                result[name] = {
                    "graphbuilder": _medians([ours(browser, page) for _ in range(rounds)], page),
                    "pyvis": _medians([theirs(browser, plain)], plain),
                }
        finally:
            browser.quit()
    return result


def _medians(rounds: list[dict[str, float]], page: Path) -> dict[str, float]:
    medians = {name: round(statistics.median(one[name] for one in rounds), 1) for name in rounds[0]}
    return medians | {"kB": round(page.stat().st_size / 1000)}


def missed(result: dict[str, dict[str, dict[str, float]]]) -> list[str]:
    """The bars that are not met."""
    found = []
    for graph, programs in result.items():
        for name, value in programs["graphbuilder"].items():
            bar = READY_BARS[graph] if name == "ready" else ANSWER_BAR
            if name != "kB" and value > bar:
                found.append(f"{graph}: {name} {value} > {bar}")
    return found


def table(result: dict[str, Any]) -> str:
    """A Markdown table: one row a figure."""
    lines = ["| graph | figure | graphbuilder | pyvis |", "|---|---|---|---|"]
    for graph, programs in result.items():
        for name, value in programs["graphbuilder"].items():
            unit = "size, kB" if name == "kB" else f"{name}, ms"
            lines.append(f"| {graph} | {unit} | {value} | {programs['pyvis'].get(name, '–')} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", metavar="DAY", help="keep the result in benchmarks/results as of this day")
    arguments = parser.parse_args()
    if not (shutil.which("chromium") or shutil.which("google-chrome")) or not shutil.which("chromedriver"):
        print("skipped: needs Chromium and its driver: apt-get install chromium chromium-driver")
        return 0
    result = measure(arguments.rounds)
    print(table(result))
    if arguments.write:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"page-{arguments.write}.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        (RESULTS / "page.md").write_text(f"As of {arguments.write}.\n\n{table(result)}", encoding="utf-8")
    for line in missed(result):
        print(f"bar missed: {line}")
    return bool(missed(result))


if __name__ == "__main__":
    sys.exit(main())
